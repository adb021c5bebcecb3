"""Readings of a time: halves and quarters as each language says them."""

from datetime import datetime

from flows.understanding.calendar.readings import Clock, Row, value
from flows.understanding.calendar.readings import one as first
from flows.understanding.calendar.signs import Sign

_MINUTES_SAID = {5, 10, 15, 20, 25}
_MINUTES_AFTER = {5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55}
_HOURS, _HALF = 24, 30


def _at(hour: int, minutes: int = 0, half: str = "") -> Clock | None:
    return Clock(hour, minutes, half) if 0 <= hour <= _HOURS else None


def _half(row: Row) -> str:
    return "am" if first(row, "x") else "pm" if first(row, "y") else ""


def in_figures(row: Row, _now: datetime) -> Clock | None:
    """14:30, 14u30; with am or pm."""
    found = first(row, "C") or Sign("C")
    return _at(found.value // 100, found.value % 100, _half(row) or found.language)


def hour(row: Row, _now: datetime) -> Clock | None:
    """At two, two o'clock, 2 pm."""
    return _at(value(row, "NO1FD"), half=_half(row))


def half_to(row: Row, _now: datetime) -> Clock | None:
    """Half an hour before the hour, as most of our languages count; "half three" is after it."""
    said = first(row, "NO1D") or row[-1]
    return _at(said.value, 30 if said.language == "en" else -30)


def half_past(row: Row, _now: datetime) -> Clock | None:
    """Half an hour after the hour."""
    return _at(value(row, "NO1FD"), 30)


def minutes_before_or_after(row: Row, _now: datetime) -> Clock | None:
    """Ten to two, quarter past two; in Dutch also ten to half past one."""
    letters = [sign.letter for sign in row]
    cut = next(at for at, letter in enumerate(letters) if letter in "vpt")
    minutes = value(row[:cut], "N", 0) if "h" in letters else None
    minutes = minutes or _quarter_or(row[:cut])
    if minutes is None or minutes > _HALF:
        return None
    turned = minutes if letters[cut] in "vp" else -minutes
    return _at(value(row[cut:], "NO1"), turned - (30 if "h" in letters else 0))


def _quarter_or(row: Row) -> int | None:
    if first(row, "q"):
        return 15
    minutes = value(row, "N", 0)
    return minutes if minutes in _MINUTES_SAID or (first(row, "U") and minutes < _HALF) else None


def minutes_first(row: Row, _now: datetime) -> Clock | None:
    """Polish and Ukrainian: so many minutes, and then the hour that is coming."""
    minutes = _quarter_or(row[:-1])
    return None if minutes is None else _at(value(row[-1:], "NO"), -minutes)


def minutes_into(row: Row, _now: datetime) -> Clock | None:
    """Ukrainian: a quarter into the third hour is a quarter past two."""
    minutes = _quarter_or(row[:-1])
    return None if minutes is None else _at(value(row[-1:], "OD"), minutes - 60)


def hour_then_minutes(row: Row, _now: datetime) -> Clock | None:
    """Turkish: to two a quarter there is, two a quarter goes past."""
    said = [sign for sign in row if sign.letter in "NO1q"]
    minutes = 15 if said[-1].letter == "q" else said[-1].value
    if minutes not in _MINUTES_SAID:
        return None
    return _at(said[0].value, minutes if row[-1].letter == "p" else -minutes)


def hour_and_more(row: Row, _now: datetime) -> Clock | None:
    """Arabic and Turkish: the hour and a quarter, and a half, less a quarter."""
    more = first(row, "JE") or Sign("J")
    minutes = more.value if more.letter == "J" else -more.value
    return _at(value(row, "NO1FD"), minutes, _half(row))


def hour_and_minutes(row: Row, _now: datetime) -> Clock | None:
    """Two thirty; what cannot be minutes is left alone."""
    said = [sign.value for sign in row if sign.letter in "NO"]
    return _at(said[0], said[1] if said[1] in _MINUTES_AFTER else 0)


def hour_before(row: Row, now: datetime) -> Clock | None:
    """Polish and Ukrainian: the hour twelve; elsewhere so an hour of lessons is counted."""
    return hour(row, now) if row[0].language in {"pl", "uk"} else None


def noon(_row: Row, _now: datetime) -> Clock:
    """Twelve in the day."""
    return Clock(12)


def midnight(_row: Row, _now: datetime) -> Clock:
    """Twelve in the night."""
    return Clock(0, half="24")


def before(row: Row, _now: datetime) -> Clock | None:
    """Before 3; not in Dutch, where the same word is "for"."""
    return None if row[0].language == "nl" else _at(value(row, "N"))


def one(row: Row, _now: datetime) -> Clock | None:
    """Russian: "at the hour of the day" is at one."""
    return Clock(1) if row[-1].language == "uk" else None


def on_digit(row: Row, _now: datetime) -> Clock | None:
    """Ukrainian and Polish "for 14", Dutch "tomorrow 2": only where the number is in figures."""
    said = first(row, "NO")
    return _at(said.value) if said and (said.language == "digit" or said.letter == "O") else None
