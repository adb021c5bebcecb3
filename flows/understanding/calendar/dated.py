"""Readings of a date that was written: with its month, or as a day of the month."""

from datetime import date, datetime, timedelta

from flows.understanding.calendar.days import coming, months_on
from flows.understanding.calendar.readings import Day, Row, one, single, value

_WITH_YEAR = 10000
"""Figures from which on a year was said."""
_FAR = timedelta(days=200)
"""So far ahead nobody makes a talk: "9/10" is a mark then, or something that is over."""


def with_month(row: Row, now: datetime) -> Day | None:
    """A day and its month, and the year if one is said; else the first that is not over."""
    year = one(row, "4")
    return _ahead(year.value if year else 0, value(row, "Mk"), value(row, "NFD1"), now)


def first_with_month(row: Row, now: datetime) -> Day | None:
    """The first of some days of a month."""
    return _ahead(0, value(row, "Mk"), value(row, "NF"), now)


def in_figures(row: Row, now: datetime) -> Day | None:
    """A date in figures."""
    figures = value(row, "Br")
    found = _ahead(figures // 10000, figures // 100 % 100, figures % 100, now)
    far = found and figures < _WITH_YEAR and found.likely - now.date() > _FAR
    return None if far else found


def _ahead(year: int, month: int, day: int, now: datetime) -> Day | None:
    today = now.date()
    if year:
        on = _date(year, month, day)
        return single(on, past=on < today) if on else None
    found = (_date(today.year + ahead, month, day) for ahead in range(5))
    return next((single(on) for on in found if on and on >= today), None)


def month(row: Row, now: datetime) -> Day:
    """A month without a day: its first day; today where it is this month."""
    today, number = now.date(), value(row, "M")
    if number == today.month:
        return single(today)
    return single(date(today.year + (number < today.month), number, 1))


def day_of_month(row: Row, now: datetime) -> Day | None:
    """The coming 27th; with a weekday beside it that does not fit, both are readings."""
    on = _coming_day(value(row, "FN"), now.date())
    name = one(row, "W")
    if on is None or name is None or on.weekday() == name.value:
        return single(on) if on else None
    other = coming(now.date(), name.value)
    return Day(tuple(sorted((on, other))), on)


def weekday_and_number(row: Row, now: datetime) -> Day | None:
    """Friday 27: a date where the weekday fits, else only the weekday."""
    name, today = value(row, "W"), now.date()
    on = _coming_day(value(row, "N"), today)
    if on and on.weekday() == name and on - today < timedelta(days=60):
        return single(on)
    return single(coming(today, name), loose=True)


def _coming_day(day: int, today: date) -> date | None:
    months = (months_on(today.replace(day=1), ahead) for ahead in range(4))
    found = (_date(first.year, first.month, day) for first in months)
    return next((on for on in found if on and on >= today), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
