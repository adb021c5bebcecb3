"""How far ahead the hours of a school are entered: nobody planned is not the same as not known."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import takewhile
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from flows.hours.closures import closed_days
from flows.hours.recurrence import YEARS_LOOKED_AHEAD, first_start, local_until, parts_of
from flows.model import SchoolId
from flows.programme import Programme, Schedule

_DAY = timedelta(days=1)
_SATURDAY = 5


def knows(programme: Programme, school: SchoolId, on: date) -> bool:
    """Tell whether the hours of a school are entered up to the week of a local date.

    They are when one of its schedules reaches that week or a later one. A week that no schedule
    reaches is unknown, not empty, unless the school is closed then (`closed_days`).
    """
    until = known_until(programme, school)
    return until is None or on <= until


def known_until(programme: Programme, school: SchoolId) -> date | None:
    """The last day, a Sunday, of the last week that a schedule of the school reaches.

    Returns:
        A local date, `date.min` for a school without schedules; None when there is no end.
    """
    reached = [reach(each, programme.zone) for each in programme.schedules if each.school == school]
    if None in reached:
        return None
    last = max((each for each in reached if each), default=date.min)
    return last + (6 - last.weekday()) * _DAY


@lru_cache(maxsize=4096)
def reach(schedule: Schedule, zone: ZoneInfo) -> date | None:
    """The last date for which a schedule was entered: UNTIL, the last of COUNT, or an rdate.

    Returns:
        None when the rule has no end, or none in `YEARS_LOOKED_AHEAD`; `date.min` when the
        schedule gives no date at all.
    """
    by_hand = max(schedule.rdates, default=date.min)
    first = first_start(schedule, zone)
    if first is None:
        return by_hand
    until = local_until(schedule.rrule, zone)
    if until is not None:
        return max(until.date(), by_hand)
    if "COUNT" not in parts_of(schedule.rrule):
        return None
    last = _last_counted(schedule, first)
    return max(last.date(), by_hand) if last else None


def _last_counted(schedule: Schedule, first: datetime) -> datetime | None:
    """The last start of a rule with COUNT; None when it lies beyond the years looked ahead."""
    horizon = first + timedelta(days=366 * YEARS_LOOKED_AHEAD)
    rule = rrulestr(schedule.rrule, dtstart=first)
    starts = list(takewhile(lambda each: each <= horizon, rule))
    complete = len(starts) == int(parts_of(schedule.rrule)["COUNT"])
    return starts[-1] if complete else None


def first_unknown(programme: Programme, school: SchoolId, until: date) -> date | None:
    """The first school day up to a date on which hours are neither entered nor is it closed.

    Returns:
        A local date; None when everything is known up to there, or the school has no hours.
    """
    known = known_until(programme, school)
    if known is None or known == date.min + 6 * _DAY:
        return None
    closed = closed_days(programme, school, known, until)
    return next((on for on in school_days(known + _DAY, until) if on not in closed), None)


def school_days(first_on: date, last_on: date) -> list[date]:
    """Mondays to Fridays between two dates, both included."""
    days = (first_on + n * _DAY for n in range((last_on - first_on).days + 1))
    return [on for on in days if on.weekday() < _SATURDAY]
