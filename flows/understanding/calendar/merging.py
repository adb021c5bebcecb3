"""Many readings become one answer: what is denied goes, a date wins over a weekday."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from flows.understanding.calendar.days import WEEK_DAYS
from flows.understanding.calendar.grammar import Found
from flows.understanding.calendar.readings import Clock, Context, Day, Part
from flows.understanding.calendar.signs import AFTERNOON, EVENING, MORNING, Sign

_NOT_BEFORE = re.compile(r"b[jdainpf]?$")
_NOT_AFTER = re.compile(r"b|[.VX]{1,3}b")
_GREETING = re.compile(r"R,")
_LAST_OF_SCHOOL = 7
"""The last hour that is one of the afternoon when nobody says which half of the day."""
_NOON = 12
_FIRST_OF_EVENING = 5


def days_of(found: Sequence[Found], row: Sequence[Sign]) -> list[Day]:
    """The days that are asked for: not those that are denied or moved away from."""
    letters = "".join(sign.letter for sign in row)
    named = [each for each in found if isinstance(each.reading, Day)]
    denied = _denied(named, letters)
    wanted = [each for each in named if each not in denied] or named
    if len(wanted) > 1:
        wanted = [each for each in wanted if not _left(each, wanted, row)] or wanted
    if len(wanted) > 1 and _GREETING.match(letters) and row[0].language == "nl":
        wanted = [each for each in wanted if each.start] or wanted
    days = [each.reading for each in wanted if isinstance(each.reading, Day)]
    exact = [day for day in days if not day.loose]
    if len(exact) != len(days) and any(_same_day(day, exact) for day in days if day.loose):
        return exact
    return days


def _same_day(loose: Day, exact: list[Day]) -> bool:
    return any(day.likely.weekday() == loose.likely.weekday() for day in exact)


def _denied(named: list[Found], letters: str) -> list[Found]:
    """Not today but tomorrow; friday I cannot, monday I can. One "not" denies one day."""
    denied, used = [], -1
    for each in named:
        before = _NOT_BEFORE.search(letters, 0, each.start)
        after = _NOT_AFTER.match(letters, each.end)
        if before and before.start() != used:
            denied.append(each)
        elif after:
            denied.append(each)
            used = after.end() - 1
    return denied


def _left(found: Found, wanted: list[Found], row: Sequence[Sign]) -> bool:
    """From monday to thursday: the talk leaves monday."""
    letters = "".join(sign.letter for sign in row)
    from_here = letters[found.start] == "f"
    if not from_here and not letters[: found.start].rstrip("jd").endswith("f"):
        return False
    if from_here and row[found.start].language == "tr":
        return any(each.start > found.start for each in wanted)
    later = (each for each in wanted if each.start > found.start)
    return any(letters[: each.start].rstrip("jd").endswith(tuple(">tnp")) for each in later)


def part_of(found: Sequence[Found], days: Sequence[Day]) -> int | None:
    """The part of the day that is said, with the day or apart."""
    with_day = (day.part for day in days if day.part is not None)
    apart = (each.reading.part for each in found if isinstance(each.reading, Part))
    return next(with_day, next(apart, None))


def context_of(found: Sequence[Found]) -> int | None:
    """The first context that is said."""
    return next((each.reading.context for each in found if isinstance(each.reading, Context)), None)


def clocks_of(found: Sequence[Found], row: Sequence[Sign]) -> list[Clock]:
    """The times that are said and not denied."""
    letters = "".join(sign.letter for sign in row)
    said = [each for each in found if isinstance(each.reading, Clock)]
    wanted = [each for each in said if not letters[: each.start].endswith("b")] or said
    return [each.reading for each in wanted if isinstance(each.reading, Clock)]


def time_of(clock: Clock, part: int | None) -> time | None:
    """The time on a clock of 24 hours: without more, one to seven is in the afternoon."""
    if clock.moment is not None:
        return clock.moment.time().replace(second=0, microsecond=0, fold=0)
    hour = _in_day(clock, part)
    minutes = hour * 60 + clock.minutes
    return time(minutes // 60 % 24, minutes % 60)


def _in_day(clock: Clock, part: int | None) -> int:
    hour = clock.hour
    if hour > _NOON or hour == 0 or clock.half == "24":
        return hour
    if clock.half:
        return hour % _NOON + (_NOON if clock.half == "pm" else 0)
    if part == MORNING:
        return hour
    if part == EVENING:
        return hour % _NOON + (_NOON if hour >= _FIRST_OF_EVENING and hour != _NOON else 0)
    return hour + (_NOON if hour <= _LAST_OF_SCHOOL else 0) if part in {None, AFTERNOON} else hour


def all_dates(days: Sequence[Day], at: time | None, now: datetime) -> tuple[date, ...]:
    """All readings of all days, ascending; today only while its time is not over."""
    dates = {on for day in days for on in _still(day, at, now)}
    return tuple(sorted(dates))


def likely(day: Day, at: time | None, now: datetime) -> date:
    """The likeliest date of a day."""
    still = _still(day, at, now)
    return day.likely if day.likely in still else still[0]


def _still(day: Day, at: time | None, now: datetime) -> tuple[date, ...]:
    """A weekday of today at a time that is over is the one in a week."""
    if not day.loose or at is None or day.dates[0] != now.date() or at > now.time():
        return day.dates
    return tuple(on for on in day.dates if on > now.date()) or (now.date() + WEEK_DAYS,)


def passed(days: Sequence[Day], was: bool) -> list[Day]:
    """Weekdays in a question about the past ("was she there on monday") are the last ones."""
    if not was:
        return list(days)
    return [_last(day) if day.loose else day for day in days]


def _last(day: Day) -> Day:
    on = day.dates[0] - timedelta(days=7)
    return Day((on,), on, past=True, part=day.part)
