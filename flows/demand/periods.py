"""Weeks and blocks: disjoint stretches of whole weeks, counted from one Monday for ever."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEK = timedelta(weeks=1)
BLOCK_WEEKS = 6
HALF_YEAR_WEEKS = 4 * BLOCK_WEEKS
"""Four blocks, so that every stretch of a plan ends with the longest one."""
_FIRST_MONDAY = date(2026, 8, 31)
"""Stretches are counted from the Monday of a school year's beginning."""


def week_of(at: datetime, zone: ZoneInfo) -> str:
    """The ISO 8601 week of a moment on the wall, such as 2026-W47."""
    return week_name(at.astimezone(zone).date())


def week_name(on: date) -> str:
    """The ISO 8601 week of a date; weeks sort as text."""
    year, week, _ = on.isocalendar()
    return f"{year}-W{week:02}"


def monday_of(week: str) -> date:
    """The Monday with which an ISO week begins.

    Raises:
        ValueError: Not written as 2026-W47, or no such week.
    """
    on = datetime.strptime(f"{week}-1", "%G-W%V-%u").date()  # noqa: DTZ007  a date, no moment
    if week_name(on) != week:
        raise ValueError(f"there is no week {week}")
    return on


def begin_of(on: date, weeks: int) -> date:
    """The Monday with which the stretch of so many weeks begins that holds a date."""
    monday = on - timedelta(days=on.weekday())
    return monday - (monday - _FIRST_MONDAY) // WEEK % weeks * WEEK


def is_end(on: date, weeks: int) -> bool:
    """Tell whether a Monday follows on a whole stretch of so many weeks."""
    return begin_of(on, weeks) == on


def last_end(now: datetime, hour: time, zone: ZoneInfo) -> date:
    """The newest Monday whose hour is reached: what ended before it may be published.

    Args:
        now: Aware.
        hour: On the wall, at which a Monday's periods are published.
        zone: Of the wall.
    """
    wall = now.astimezone(zone)
    monday = begin_of(wall.date(), 1)
    reached = wall.date() > monday or wall.time() >= hour
    return monday if reached else monday - WEEK


def last_whole_week(now: datetime, hour: time, zone: ZoneInfo) -> str:
    """The newest week that may be published."""
    return week_name(last_end(now, hour, zone) - WEEK)


def next_end(now: datetime, hour: time, zone: ZoneInfo) -> datetime:
    """When the next week may be published; every stretch ends with a week."""
    return datetime.combine(last_end(now, hour, zone) + WEEK, hour, zone)
