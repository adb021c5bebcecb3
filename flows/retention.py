"""How long what is known of people stays: pure; the night carries it out."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from flows.model import CAN_BE_TAKEN_AWAY
from flows.policy import BookingLimits, PrivacyLimits

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
UPDATES = timedelta(days=7)
"""Telegram brings an update again for a day, and a link in mail works for two."""
ASIDE = timedelta(days=14)
"""Long enough to be asked about."""


@dataclass(frozen=True, slots=True)
class Cutoffs:
    """Up to when things may go; each moment itself goes too, each date stays.

    Attributes:
        now: Talks that ended need no number to call; what was held or awaited is over.
        undone: Talks cancelled until then cannot be taken back.
        links: Of talks that ended until then nobody may be known.
        talks: Talks that ended, or were cancelled, until then.
        notices: What expired until then was said, or never will be.
        hours: Changes of office hours that ended until then.
        hours_on: The same as a local date.
        updates: What came in until then cannot come again.
        aside: Updates that could not be handled until then; nobody asks about them any more.
        audit: What staff and operator did until then.
        messages: What was shown until then can be taken out of no chat any more.
        idle_on: Who was last seen in a week that began before this date.
    """

    now: datetime
    undone: datetime
    links: datetime
    talks: datetime
    notices: datetime
    hours: datetime
    hours_on: date
    updates: datetime
    aside: datetime
    audit: datetime
    messages: datetime
    idle_on: date


def cutoffs(
    now: datetime, limits: PrivacyLimits, booking: BookingLimits, zone: ZoneInfo
) -> Cutoffs:
    """What may go by now.

    Args:
        now: Aware.
        limits: How long things stay.
        booking: How long a cancel can be undone.
        zone: In which days begin.
    """
    today = now.astimezone(zone).date()
    hours = limits.hours_days * _DAY
    return Cutoffs(
        now=now,
        undone=now - booking.undo,
        links=now - timedelta(hours=limits.link_hours),
        talks=now - limits.talk_days * _DAY,
        notices=now - limits.notice_days * _DAY,
        hours=now - hours,
        hours_on=today - hours,
        updates=now - UPDATES,
        aside=now - ASIDE,
        audit=now - limits.audit_days * _DAY,
        messages=now - CAN_BE_TAKEN_AWAY,
        idle_on=idle_on(today, limits),
    )


def idle_on(today: date, limits: PrivacyLimits) -> date:
    """Who was last seen in a week that began before this date is not kept.

    A week counts with its last day: nobody goes early.
    """
    day, month = limits.school_year
    ended = date(today.year, month, day)
    if ended >= today:
        ended = date(today.year - 1, month, day)
    last_seen = max(today - limits.idle_days * _DAY, ended + _DAY)
    return last_seen - _WEEK + _DAY


def hour_of(now: datetime) -> datetime:
    """All that is remembered of when a message was shown."""
    return now.replace(minute=0, second=0, microsecond=0)


def week_of(now: datetime) -> date:
    """All that is remembered of when somebody came: the Monday of the week, in UTC."""
    on = now.date()
    return on - on.weekday() * _DAY
