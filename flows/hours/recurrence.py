"""What an RRULE of office hours may say, and when it says its first day.

Office hours are one stretch a day, so a rule gives dates: FREQ is DAILY or coarser and BYHOUR,
BYMINUTE and BYSECOND stay away.
"""

import re
from datetime import MAXYEAR, UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from flows.programme import Rrule, Schedule

YEARS_LOOKED_AHEAD = 8
"""The longest that 29 February stays away."""
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_DAYS = "(MO|TU|WE|TH|FR|SA|SU)"
_NUMBERS = r"[+-]?\d{1,3}(,[+-]?\d{1,3})*"
_PARTS = {
    "FREQ": "|".join(_FREQUENCIES),
    "INTERVAL": r"[1-9]\d{0,2}",
    "COUNT": r"[1-9]\d{0,3}",
    "UNTIL": r"\d{8}T\d{6}Z",
    "WKST": _DAYS,
    "BYDAY": rf"([+-]?\d{{1,2}})?{_DAYS}(,([+-]?\d{{1,2}})?{_DAYS})*",
    "BYMONTHDAY": _NUMBERS,
    "BYYEARDAY": _NUMBERS,
    "BYWEEKNO": _NUMBERS,
    "BYMONTH": _NUMBERS,
    "BYSETPOS": _NUMBERS,
}
_HIGHEST = {"BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYMONTH": 12, "BYSETPOS": 366}
_WEEKS_OF_MONTH, _WEEKS_OF_YEAR = 5, 53
_EXAMPLE = 'write a rule of RFC 5545, such as "FREQ=WEEKLY;BYDAY=TU"'
_LOCAL = "%Y%m%dT%H%M%S"


class Problem(NamedTuple):
    """Something wrong, and what to do about it: two half sentences."""

    what: str
    remedy: str


def parts_of(text: str) -> dict[str, str]:
    """The parts of an RRULE by name, both in capitals; a part without "=" has an empty value."""
    pairs = (part.partition("=") for part in text.upper().split(";"))
    return {name: value for name, _, value in pairs}


def problems(text: Rrule, zone: ZoneInfo) -> list[Problem]:
    """Everything wrong with a rule as it stands; whether it ever occurs, `first_start` tells.

    Source: RFC 5545, 3.3.10.
    """
    parts = parts_of(text)
    found = [_of_part(name, value, zone) for name, value in parts.items()]
    found += [_of_whole(text, parts), _of_weekdays(parts)]
    return [each for each in found if each]


def _of_part(name: str, value: str, zone: ZoneInfo) -> Problem | None:
    if name not in _PARTS:
        return Problem(f'"{name}" is no part of a rule for office hours', _EXAMPLE)
    if re.fullmatch(_PARTS[name], value) and _in_range(name, value):
        return None
    if name == "UNTIL":
        return Problem("UNTIL is not a moment in UTC", f"write UNTIL={_in_utc(value, zone)}")
    if name == "FREQ":
        return Problem(
            f"FREQ={value} is not one of {', '.join(_FREQUENCIES)}",
            "write one of these; the times of a day are start and duration_minutes",
        )
    return Problem(f'"{name}={value}" cannot be read', _EXAMPLE)


def _in_range(name: str, value: str) -> bool:
    if name == "UNTIL":
        return _moment(value) is not None
    highest = _HIGHEST.get(name)
    return highest is None or all(1 <= abs(int(each)) <= highest for each in value.split(","))


def _moment(until: str) -> datetime | None:
    try:
        return datetime.strptime(until, f"{_LOCAL}Z").replace(tzinfo=UTC)
    except ValueError:
        return None


def _in_utc(value: str, zone: ZoneInfo) -> str:
    """What a local date or moment would be as UNTIL; an example when it is neither."""
    try:
        local = datetime.strptime(f"{value}T235959"[:15], _LOCAL).replace(tzinfo=zone)
    except ValueError:
        local = datetime(2027, 7, 9, 23, 59, 59, tzinfo=zone)
    return f"{local.astimezone(UTC):{_LOCAL}}Z"


def _of_whole(text: str, parts: dict[str, str]) -> Problem | None:
    if "FREQ" not in parts:
        return Problem("FREQ is missing", _EXAMPLE)
    if text.count(";") + 1 > len(parts):
        return Problem("a part stands there twice", "keep one of the two")
    if {"COUNT", "UNTIL"} <= parts.keys():
        return Problem("COUNT and UNTIL exclude each other", "keep one of the two")
    if "BYSETPOS" in parts and sum(name.startswith("BY") for name in parts) == 1:
        return Problem("BYSETPOS picks out of nothing", "add BYDAY, or leave BYSETPOS out")
    return None


def _of_weekdays(parts: dict[str, str]) -> Problem | None:
    numbers = [int(each) for each in re.findall(r"[+-]?\d+", parts.get("BYDAY", ""))]
    if numbers and parts.get("FREQ") in {"DAILY", "WEEKLY"}:
        return Problem(
            "a numbered weekday needs months or years",
            'write FREQ=MONTHLY, such as "FREQ=MONTHLY;BYDAY=1MO" for the first Monday',
        )
    in_month = parts.get("FREQ") == "MONTHLY" or "BYMONTH" in parts
    most = _WEEKS_OF_MONTH if in_month else _WEEKS_OF_YEAR
    if any(not 1 <= abs(each) <= most for each in numbers):
        return Problem("there is no weekday of that number", f"write one from 1 to {most}")
    return None


def local_until(text: Rrule, zone: ZoneInfo) -> datetime | None:
    """The UNTIL of a rule as local wall time, without zone; None when it has none."""
    moment = _moment(parts_of(text).get("UNTIL", ""))
    return moment and moment.astimezone(zone).replace(tzinfo=None)


@lru_cache(maxsize=4096)
def first_start(schedule: Schedule, zone: ZoneInfo) -> datetime | None:
    """The first start that the rule gives on or after `first_on`, as local wall time.

    RFC 5545 wants DTSTART to be an occurrence of its rule; `first_on` may be any day of the
    school year's first week. It still anchors INTERVAL: "every other week" counts from it.

    Returns:
        A naive local moment; None when nothing comes within `YEARS_LOOKED_AHEAD`.
    """
    anchor = datetime.combine(schedule.first_on, schedule.start)
    first = _first_from(schedule.rrule, anchor)
    last = anchor + timedelta(days=366 * YEARS_LOOKED_AHEAD)
    until = local_until(schedule.rrule, zone) or last
    return first if first and first <= min(until, last) else None


def _first_from(rule: Rrule, anchor: datetime) -> datetime | None:
    """The first date of a rule, whenever it ends.

    dateutil looks for one up to the year 9999, whatever UNTIL says: eight seconds for a rule
    that gives none. The calendar repeats itself every 400 years, weekdays and week numbers
    with it, so the search begins as late as it can.
    """
    ahead = (MAXYEAR - 2 * YEARS_LOOKED_AHEAD - anchor.year) // 400 * 400
    kept = {key: each for key, each in parts_of(rule).items() if key not in {"COUNT", "UNTIL"}}
    text = ";".join(f"{key}={each}" for key, each in kept.items())
    dates = rrulestr(text, dtstart=anchor.replace(year=anchor.year + ahead))
    found = next(iter(dates), None)
    return found and found.replace(year=found.year - ahead)
