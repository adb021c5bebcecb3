"""When nothing is said that can wait: at night, and while a pupil's phone is put away. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from flows.hours.closures import closed_days
from flows.hours.presence import local_date
from flows.model import SchoolId
from flows.policy import ReminderLimits
from flows.programme import Hours, Programme
from flows.reminding.manners import Manner, Patience

_DAY = timedelta(days=1)
_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Send:
    """It is said now, with a sound or without."""

    silent: bool = False


@dataclass(frozen=True, slots=True)
class Wait:
    """It is said at this moment at the earliest."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Lapse:
    """It would come too late to be of use, and is not worth a disturbance."""


Verdict = Send | Wait | Lapse


def phones_out_at(hours: Iterable[Hours], now: datetime, zone: ZoneInfo) -> datetime | None:
    """When phones come out that are put away now: the end of this stretch of phone-free hours.

    Stretches that touch are one. None outside them, and on Saturdays and Sundays.
    """
    local = now.astimezone(zone)
    if local.weekday() > _FRIDAY:
        return None
    end = None
    for each in sorted(hours, key=lambda each: each.start):
        inside = each.start <= local.time() < each.end
        if inside or (end is not None and each.start <= end < each.end):
            end = each.end
    return None if end is None else datetime.combine(local.date(), end, zone).astimezone(UTC)


def phones_away(programme: Programme, which: SchoolId | None, now: datetime) -> datetime | None:
    """When phones come out that are put away now at a school; None on a day that is closed."""
    school, on = programme.school(which), local_date(now, programme.zone)
    if school is None or closed_days(programme, school.id, on, on):
        return None
    return phones_out_at(school.phone_free, now, programme.zone)


def quiet_until(now: datetime, limits: ReminderLimits, zone: ZoneInfo) -> datetime | None:
    """When quiet hours end that are now; None outside them. The same time twice means never."""
    for on in (local_date(now, zone) - _DAY, local_date(now, zone)):
        start = datetime.combine(on, limits.quiet_from, zone)
        overnight = limits.quiet_until < limits.quiet_from
        end = datetime.combine(on + _DAY if overnight else on, limits.quiet_until, zone)
        if start <= now < end:
            return end.astimezone(UTC)
    return None


def verdict(
    manner: Manner, last_at: datetime, night_until: datetime | None, out_at: datetime | None
) -> Verdict:
    """Whether something is said now.

    Args:
        manner: Of its kind.
        last_at: When it is of no use any more: its expiry, or the start of its talk.
        night_until: When quiet hours end that are now.
        out_at: When this pupil's phone comes out that is put away now.

    Returns:
        What can wait until both are over waits. What cannot is said, without a sound into a
        phone that is put away.
    """
    until = max((each for each in (night_until, out_at) if each is not None), default=None)
    if until is None:
        return Send()
    if manner.patience is not Patience.NONE and until <= last_at - manner.in_time:
        return Wait(until)
    if manner.patience is Patience.OR_NEVER:
        return Lapse()
    return Send(silent=out_at is not None)
