"""From what was understood to the step that shows it: pure, and only steps that show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flows.model import Appointment, Intent, Ref
from flows.packing import TICK, Show
from flows.steps import (
    About,
    Card,
    Delays,
    EraseSure,
    Help,
    Home,
    Languages,
    Meant,
    Mine,
    Privacy,
    There,
    Times,
)

PLAIN: dict[Intent, Show] = {
    Intent.ABOUT: About(),
    Intent.HELP: Help(),
    Intent.PRIVACY: Privacy(),
    Intent.ERASE: EraseSure(),
    Intent.LANGUAGE: Languages(),
    Intent.HUMAN: Home(),
    Intent.GREETING: Home(),
    Intent.THANKS: Home(),
}
"""What asks for nobody and no day, the same for everybody."""
OF_A_TALK = {Intent.CANCEL, Intent.RESCHEDULE, Intent.LATE}


@dataclass(frozen=True, slots=True)
class Heard:
    """What was understood of a text.

    Attributes:
        worker: With or about whom.
        dates: Of which day, ascending; two where it can be either.
        on: The likeliest of them.
        at: At which time, on the wall.
    """

    worker: Ref | None = None
    dates: Sequence[date] = ()
    on: date | None = None
    at: time | None = None


def moment(on: date | None, at: time | None, zone: ZoneInfo, now: datetime) -> datetime | None:
    """From when on a time is wanted: that moment on the five minutes, or the day's midnight.

    None when no day was said, or it is over: then the first free time is as good as any.
    """
    if on is None:
        return None
    exact = datetime.combine(on, at or time(0), zone)
    if exact + timedelta(days=1) <= now:
        return None
    return exact - timedelta(minutes=exact.minute % (TICK // timedelta(minutes=1)))


def step_of(intent: Intent, heard: Heard, zone: ZoneInfo, now: datetime) -> Show:
    """Where an intent leads that is not about one of the own talks.

    Args:
        intent: Of `PLAIN`, or presence, book or appointments.
        heard: With whom and when.
        zone: Of the programme.
        now: When it was said.
    """
    if intent in PLAIN:
        return PLAIN[intent]
    if intent in {Intent.PRESENCE, Intent.BOOK} and len(heard.dates) == 2:  # noqa: PLR2004
        return Meant(intent, heard.dates[0], heard.dates[1], heard.worker)
    if intent is Intent.PRESENCE:
        return There(heard.worker, heard.on)
    if intent is Intent.BOOK:
        return Times(heard.worker, None, moment(heard.on, heard.at, zone, now))
    return Mine()


def step_for_talk(
    intent: Intent,
    talks: Sequence[Appointment],
    heard: Heard,
    zone: ZoneInfo,
    now: datetime,
    *,
    is_near: bool,
) -> Show:
    """Where an intent leads that is about one of the own talks: to a button, never further.

    Args:
        intent: One of `OF_A_TALK`.
        talks: The person's own ahead, earliest first.
        heard: When it is to be, where it moves.
        zone: Of the programme.
        now: When it was said.
        is_near: Whether it is time to say that one comes later to the first of them.
    """
    if intent is Intent.LATE and is_near:
        return Delays(talks[0].id)
    if len(talks) != 1:
        return Mine()
    talk = talks[0]
    if intent is Intent.RESCHEDULE and talk.group is None and talk.span.start > now:
        after = moment(heard.on, heard.at, zone, now)
        return Times(heard.worker, talk.mode, after, talk.id, talk.version)
    return Card(talk.id)
