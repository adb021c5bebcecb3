"""The signs of the calendar: what a word of a table can be, one letter each.

A message becomes a string of these letters, and the grammar is written in patterns over them.
The order of `SECTIONS` decides what a word is that stands in several tables.
"""

from typing import NamedTuple


class Sign(NamedTuple):
    """One word or phrase: what it is, how much, and from which language's table."""

    letter: str
    value: int = 0
    language: str = ""


UNKNOWN = Sign(".")
PAUSE = Sign(",")

MINUTE, QUARTER, HALF_HOUR, HOUR, HOUR_AND_HALF, DAY, WEEK, MONTH, WEEKEND = range(9)
MINUTES = {MINUTE: 1, QUARTER: 15, HALF_HOUR: 30, HOUR: 60, HOUR_AND_HALF: 90}
"""Minutes of the units that are parts of a day."""
MORNING, AFTERNOON, EVENING = range(3)
AFTER_LESSON, BEFORE_LESSON, DURING_LESSON, BREAK = range(4)

DAYS = ("before_yesterday", "yesterday", "today", "tomorrow", "after_tomorrow")
PARTS = ("morning", "afternoon", "evening")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
UNITS = (
    "minute",
    "quarter",
    "half_hour",
    "hour",
    "hour_and_half",
    "day",
    "week",
    "month",
    "weekend",
)
CONTEXTS = ("after_lesson", "before_lesson", "during_lesson", "break")


def _counted(letter: str, names: tuple[str, ...], first: int = 0) -> dict[str, tuple[Sign, ...]]:
    return {name: (Sign(letter, first + at),) for at, name in enumerate(names)}


def _lettered(letters: dict[str, str]) -> dict[str, tuple[Sign, ...]]:
    return {name: (Sign(letter),) for name, letter in letters.items()}


def _numbered(letter: str, numbers: range) -> dict[str, tuple[Sign, ...]]:
    return {str(number): (Sign(letter, number),) for number in numbers}


def _part_of(day: int) -> dict[str, tuple[Sign, ...]]:
    return {name: (Sign("R", day), Sign("P", at)) for at, name in enumerate(PARTS)}


SECTIONS: dict[str, dict[str, tuple[Sign, ...]]] = {
    "greeting": {"words": (Sign(","),)},
    "context": _counted("c", CONTEXTS),
    "today_part": _part_of(0),
    "tomorrow_part": _part_of(1),
    "day": _counted("R", DAYS, -2),
    "weekday": _counted("W", WEEKDAYS),
    "weekday_from": {name: (Sign("f"), Sign("W", at)) for at, name in enumerate(WEEKDAYS)},
    "month": _numbered("M", range(1, 13)),
    "month_weak": _numbered("k", range(1, 13)),
    "pair": {
        "hour": (Sign("N", 2), Sign("U", HOUR)),
        "day": (Sign("N", 2), Sign("U", DAY)),
        "week": (Sign("N", 2), Sign("U", WEEK)),
    },
    "span": {
        "next_week": (Sign("T"), Sign("U", WEEK)),
        "after_next": (Sign("T", 2), Sign("U", WEEK)),
    },
    "unit": _counted("U", UNITS),
    "part": _counted("P", PARTS),
    "after_hour": {str(n): (Sign("J", n),) for n in (5, 10, 15, 20, 30)},
    "before_hour": {str(n): (Sign("E", n),) for n in (5, 10, 15, 20)},
    "clock": _lettered(
        {
            "on": "n",
            "hour_at": "s",
            "hour": "o",
            "half_to": "h",
            "half_past": "g",
            "quarter": "q",
            "to": "t",
            "past": "p",
            "noon": "Y",
            "midnight": "m",
            "am": "x",
            "pm": "y",
        }
    ),
    "shift": _lettered(
        {"in": "i", "after": "I", "over": "v", "za": "z", "later": "S", "ago": "A", "before": "Z"}
    ),
    "which": _lettered({"this": "H", "next": "T", "coming": "K", "last": "L", "since": "G"}),
    "clock_at": {"at": (Sign("a"),)},
    "word": _lettered(
        {
            "article": "d",
            "counted": "e",
            "lasting": "l",
            "from": "f",
            "toward": ">",
            "not": "b",
            "mine": "V",
            "joint": "j",
            "was": "X",
            "day_number": "#",
            "named": "&",
        }
    ),
    "weekday_short": _counted("u", WEEKDAYS),
    "weekday_weak": _counted("w", WEEKDAYS),
}
"""For each table its keys, and the signs that one of its words stands for."""

SPELLABLE = {"today_part", "tomorrow_part", "day", "weekday", "month", "which"}
"""The tables whose words are found with a typing error in them."""
