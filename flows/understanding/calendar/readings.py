"""What one phrase of a message says: a day, a time, a part of a day, or only a context."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flows.understanding.calendar.signs import Sign

Row = Sequence[Sign]


@dataclass(frozen=True, slots=True)
class Day:
    """A day that was named.

    Attributes:
        dates: All readings, ascending; at least one.
        likely: The one that is meant most.
        past: Whether it is said to be over.
        loose: Only a weekday: a written date beside it wins.
        part: The part of that day, where the same phrase says it.
    """

    dates: tuple[date, ...]
    likely: date
    past: bool = False
    loose: bool = False
    part: int | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time that was said.

    Attributes:
        hour: As it was said, 0-24.
        minutes: To be added to that hour; below zero for "quarter to".
        half: "am", "pm", or "24" where the hour is written as on a clock of 24 hours.
        moment: The moment itself, for "in an hour"; then the rest does not count.
    """

    hour: int
    minutes: int = 0
    half: str = ""
    moment: datetime | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a day: `MORNING`, `AFTERNOON` or `EVENING`."""

    part: int


@dataclass(frozen=True, slots=True)
class Context:
    """A time that only the school knows: after the lesson, in the break."""

    context: int


Reading = Day | Clock | Part | Context


def single(on: date, *, past: bool = False, loose: bool = False, part: int | None = None) -> Day:
    """A day with one reading."""
    return Day((on,), on, past, loose, part)


def one(row: Row, letters: str) -> Sign | None:
    """The first sign of a phrase that is one of these letters."""
    return next((sign for sign in row if sign.letter in letters), None)


def value(row: Row, letters: str, otherwise: int = 1) -> int:
    """How much the first of these signs stands for."""
    found = one(row, letters)
    return otherwise if found is None else found.value
