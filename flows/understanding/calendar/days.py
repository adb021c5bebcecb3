"""Readings of a day: what each kind of phrase means, seen from the message's own date.

What people mean, decided here:
- a weekday is the coming one; said on that very day it may be today or in a week, today first;
- "this" weekday is the coming one too, "coming" is never today;
- "next friday" is the coming one to some and the one of next week to others: both are readings,
  the one in next week's calendar is the likelier (in Arabic the coming one);
- a span gives its first day; of a span that is running, today;
- a day of a month that is over this year is next year's.
"""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

from flows.understanding.calendar.readings import Clock, Day, Reading, Row, one, single, value
from flows.understanding.calendar.signs import (
    DAY,
    HALF_HOUR,
    HOUR,
    HOUR_AND_HALF,
    MINUTES,
    MONTH,
    QUARTER,
    WEEK,
    WEEKEND,
)

WEEK_DAYS = timedelta(days=7)
FURTHEST = 400
"""Days, weeks or months ahead beyond which nobody makes a talk."""
_SATURDAY = 5
_LAST_WEEK = 52
_WEEKS = {"L": -1, "H": 0, "K": 1}
_COUNTED = {QUARTER, HALF_HOUR, HOUR_AND_HALF}
"""Units that need no number before them."""


def relative(row: Row, now: datetime) -> Day:
    """Today, tomorrow, yesterday; with "in a week" after it, so much later."""
    offset = value(row, "R")
    part = one(row[1:], "P")
    on = now.date() + timedelta(days=offset)
    return single(on, past=offset < 0, part=part.value if part else None)


def weekday(row: Row, now: datetime) -> Day:
    """The coming one; on that very day both today and in a week."""
    part = one(row, "P")
    on = coming(now.date(), value(row, "W"))
    dates = (on, on + WEEK_DAYS) if on == now.date() else (on,)
    return Day(dates, on, loose=True, part=part.value if part else None)


def weekday_and_relative(row: Row, now: datetime) -> Day:
    """Friday morning in Dutch, where morning and tomorrow are one word; or both days."""
    said = one(row, "R")
    on = coming(now.date(), value(row, "W"))
    if said and said.value == 1 and said.language == "nl":
        return single(on, part=0)
    other = relative([each for each in row if each.letter == "R"], now).likely
    return single(other) if on == other else Day(tuple(sorted((on, other))), other)


def which_weekday(row: Row, now: datetime) -> Day:
    """This, next, coming or last friday."""
    which = one(row, "TKHLG")
    today, name = now.date(), value(row, "W")
    ahead = coming(today, name)
    letter = which.letter if which else "H"
    if letter in "LG":
        return single(coming(today, name) - WEEK_DAYS, past=True)
    later = coming(today + timedelta(days=1), name)
    if letter == "K":
        return single(later)
    if letter == "H":
        return single(ahead)
    calendar_week = monday(today) + WEEK_DAYS + timedelta(days=name)
    if which and which.language == "ar":
        calendar_week = later
    return Day((later, later + WEEK_DAYS), max(calendar_week, later))


def which_week(row: Row, now: datetime) -> Day | None:
    """This, next, coming or last week, month or weekend; a weekday in it, if one is said."""
    letter = (one(row, "TKHL") or row[0]).letter
    unit = value(row, "U")
    today = now.date()
    if unit == WEEKEND:
        return _weekend(letter, today)
    if unit == MONTH:
        return _month(letter, today)
    if unit != WEEK:
        return None
    first = monday(today) + _WEEKS.get(letter, max(1, value(row, "T"))) * WEEK_DAYS
    name = one(row, "W")
    if same := one(row, "R"):
        return single(today + timedelta(days=7 + same.value))
    if name is None:
        return single(today if letter == "H" else first, past=letter == "L")
    on = first + timedelta(days=name.value)
    return single(on, past=on < today)


def _weekend(letter: str, today: date) -> Day:
    saturday = monday(today) + timedelta(days=_SATURDAY)
    if letter == "L":
        return single(saturday - WEEK_DAYS, past=True)
    if letter == "T":
        return Day((saturday, saturday + WEEK_DAYS), saturday + WEEK_DAYS)
    return single(max(saturday, today))


def _month(letter: str, today: date) -> Day:
    if letter == "H":
        return single(today)
    first = months_on(today.replace(day=1), -1 if letter == "L" else 1)
    return single(first, past=letter == "L")


def weekend(row: Row, now: datetime) -> Day | None:
    """A weekend without more: the coming or the running one."""
    return _weekend("H", now.date()) if value(row, "U") == WEEKEND else None


def numbered_week(row: Row, now: datetime) -> Day | None:
    """The Monday of a week of the calendar, as schools count them: the coming one."""
    number, today = value(row, "N"), now.date()
    if value(row, "U") != WEEK or not 1 <= number <= _LAST_WEEK:
        return None
    first = date.fromisocalendar(today.isocalendar().year, number, 1)
    if first + WEEK_DAYS <= today:
        first = date.fromisocalendar(today.isocalendar().year + 1, number, 1)
    return single(max(first, today))


def shifted(row: Row, now: datetime) -> Reading | None:
    """In so many days or weeks, on that weekday if one is said; in so many minutes: a moment."""
    count = value(row, "N1")
    unit = value(row, "U", HOUR)
    if not one(row, "N1Iz") and unit not in _COUNTED:
        return None
    if unit in MINUTES:
        return Clock(0, moment=_later(now, count * MINUTES[unit]))
    if count > FURTHEST or unit == WEEKEND:
        return None
    start = now.date() + timedelta(days=value(row, "R", 0))
    name = one(row, "W")
    if unit == WEEK and name:
        near = row[0] == name and count == 1
        first = coming(start, name.value) if near else monday(start) + timedelta(days=name.value)
        return single(first + count * WEEK_DAYS)
    return single(_ahead(start, count, unit))


def and_a_half(row: Row, now: datetime) -> Clock | None:
    """In two and a half hours."""
    if row[-1].value != HALF_HOUR:
        return None
    return Clock(0, moment=_later(now, value(row, "N") * 60 + 30))


def ago(row: Row, now: datetime) -> Day | None:
    """So many days or weeks ago."""
    unit = value(row, "U") if one(row, "U") else -1
    count = value(row, "N1")
    since = row[0].letter == "f" and row[0].language != "ar"
    if since or unit not in {DAY, WEEK, MONTH} or count > FURTHEST:
        return None
    return single(_ahead(now.date(), -count, unit), past=True)


def _ahead(start: date, count: int, unit: int) -> date:
    if unit == MONTH:
        return months_on(start, count)
    return start + timedelta(days=count * (7 if unit == WEEK else 1))


def _later(now: datetime, minutes: int) -> datetime:
    """So many minutes later as time runs, also in a night when clocks change."""
    return (now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(now.tzinfo)


def coming(today: date, name: int) -> date:
    """The next date with this weekday, today counts."""
    return today + timedelta(days=(name - today.weekday()) % 7)


def monday(today: date) -> date:
    """The Monday of this week."""
    return today - timedelta(days=today.weekday())


def months_on(start: date, count: int) -> date:
    """So many months later; the last day of a month that is too short."""
    month = start.month - 1 + count
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
