"""When somebody means: dates and times out of typed text, in six languages at once."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from flows.understanding.calendar import merging
from flows.understanding.calendar.grammar import readings
from flows.understanding.calendar.signs import CONTEXTS, PARTS, Sign
from flows.understanding.calendar.tagging import signs
from flows.understanding.titles import without_titled

PartOfDay = Literal["morning", "afternoon", "evening"]
Around = Literal["after_lesson", "before_lesson", "during_lesson", "break"]
_PARTS: dict[str, PartOfDay] = {
    "morning": "morning",
    "afternoon": "afternoon",
    "evening": "evening",
}
_AROUND: dict[str, Around] = {
    "after_lesson": "after_lesson",
    "before_lesson": "before_lesson",
    "during_lesson": "during_lesson",
    "break": "break",
}


@dataclass(frozen=True, slots=True)
class When:
    """When somebody means, as far as it was said.

    Attributes:
        dates: All readings, ascending; a span gives its first day.
        date: The likeliest of them.
        time: On a clock of 24 hours, to the minute.
        part: The part of the day that was named.
        context: A time that only the school knows; it gives no date and no time.
        past: What is asked is over: yesterday, last week.
    """

    dates: tuple[dt.date, ...] = ()
    date: dt.date | None = None
    time: dt.time | None = None
    part: PartOfDay | None = None
    context: Around | None = None
    past: bool = False


def find_when(text: str, now: dt.datetime, zone: ZoneInfo) -> When:
    """The date and time that a message names; names of people are masked before.

    Args:
        text: As typed, of any length; the first 600 signs are read.
        now: The message's own moment, aware.
        zone: Where its dates are told.
    """
    here = now.astimezone(zone)
    row = signs(without_titled(text))
    found = readings(row, here)
    if not found:
        return When()
    days = merging.passed(merging.days_of(found, row), _was(row))
    part = merging.part_of(found, days)
    context = merging.context_of(found)
    clocks = merging.clocks_of(found, row)
    at = merging.time_of(clocks[0], part) if clocks else None
    moment = clocks[0].moment if clocks else None
    dates = merging.all_dates(days, at, here)
    likely = merging.likely(days[0], at, here) if days else None
    if moment and not days:
        likely, dates = moment.date(), (moment.date(),)
    return When(
        dates,
        likely,
        at,
        None if part is None else _PARTS[PARTS[part]],
        None if context is None else _AROUND[CONTEXTS[context]],
        past=any(day.past for day in days),
    )


def _was(row: list[Sign]) -> bool:
    """Whether a message asks about the past: its verb stands first, or right after the day."""
    letters = "".join(sign.letter for sign in row)
    return "X" in letters[:2] or "WX" in letters or "XW" in letters
