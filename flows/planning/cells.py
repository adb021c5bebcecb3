"""What single cells of a table of hours say, in the ways people and spreadsheets write it."""

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

_WEEKDAYS = {
    "MO": "mo ma monday maandag",
    "TU": "tu di tuesday dinsdag",
    "WE": "we wo wednesday woensdag",
    "TH": "th do thursday donderdag",
    "FR": "fr vr friday vrijdag",
    "SA": "sa za saturday zaterdag",
    "SU": "su zo sunday zondag",
}
_RULES = {
    name: f"FREQ=WEEKLY;BYDAY={day}" for day, names in _WEEKDAYS.items() for name in names.split()
}
_TRUTHS = {
    **dict.fromkeys(("true", "yes", "1", "ja", "waar"), True),
    **dict.fromkeys(("false", "no", "0", "nee", "onwaar"), False),
}
_FIRST_DATE, _LAST_DATE = date(2020, 1, 1), date(2100, 1, 1)


def _rule(cell: str) -> str | None:
    return _RULES.get(cell.lower())


def _truth(cell: str) -> bool | None:
    return _TRUTHS.get(cell.lower())


def _modes(cell: str) -> list[str]:
    return re.split(r"[\s|]+", cell.lower().strip(" |"))


def _date(cell: str) -> date | None:
    """Year first, or day first as Dutch spreadsheets write it."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)|(\d\d?)-(\d\d?)-(\d{4})", cell, re.ASCII)
    if match is None:
        return None
    year, month, day = (match[1] or match[6], match[2] or match[5], match[3] or match[4])
    try:
        on = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return on if _FIRST_DATE <= on <= _LAST_DATE else None


def _clock(cell: str) -> time | None:
    match = re.fullmatch(r"(\d\d?):(\d[05])(:00)?", cell, re.ASCII)
    try:
        return time(int(match[1]), int(match[2])) if match else None
    except ValueError:
        return None


READERS: Mapping[str, Callable[[str], Any]] = {
    "weekday": _rule,
    "first_on": _date,
    "last_on": _date,
    "start": _clock,
    "end": _clock,
    "modes": _modes,
    "bookable": _truth,
    "walk_in": _truth,
}
"""What a cell of a column says; None when it cannot be read. Others are taken as they are."""
_NO_DATE = ("is no date of this century", "write it as 2026-08-31")
_NO_TIME = ("is no time on the five minutes", "write it as 09:35")
_NO_TRUTH = ("is neither yes nor no", "write true or false")
UNREAD = {
    "weekday": ("is no weekday", 'write one such as "di" or "tuesday", or a rule as rrule'),
    "first_on": _NO_DATE,
    "last_on": _NO_DATE,
    "start": _NO_TIME,
    "end": _NO_TIME,
    "bookable": _NO_TRUTH,
    "walk_in": _NO_TRUTH,
}
"""What is wrong with a cell that says nothing, and what to do about it."""
