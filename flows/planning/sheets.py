"""A table of recurring hours, as a spreadsheet writes it: from text to rows, pure.

Whatever the text is, it is read to its end: what is wrong is told with its line, never raised.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Any, NamedTuple

from flows.planning.cells import READERS, UNREAD

COLUMNS = (
    "worker", "school", "room", "weekday", "rrule", "first_on", "last_on", "start", "end",
    "slot_minutes", "buffer_minutes", "modes", "bookable", "walk_in", "walk_in_share",
)  # fmt: skip
NEEDED = ("worker", "school", "room", "first_on", "start", "end")
"""And weekday or rrule."""
LONGEST = 480
"""Minutes from start to end, as in the config."""


class Trouble(NamedTuple):
    """Something in a table that cannot be used: two half sentences.

    `line` counts from 1; `column` is empty where a whole line is meant.
    """

    line: int
    column: str
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        line: From 1; the first of a row that spans several.
        values: What a `flows.programme.Schedule` is made of, but for its id.
        last_on: Its last date; None for no end but that of the rule.
        sound: Whether every cell could be read.
    """

    line: int
    values: Mapping[str, Any]
    last_on: date | None
    sound: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as far as it could be read, and what could not, both by line."""

    rows: tuple[Row, ...]
    troubles: tuple[Trouble, ...]


def read(text: str) -> Sheet:
    """The rows of a table, and everything wrong with its form.

    Args:
        text: A header line with names of `COLUMNS` in any order, then rows; cells are
            separated by "," or ";", whichever the header has more of. Empty lines do not count.
    """
    lines, broken = _lines(text)
    if not lines:
        nothing = Trouble(1, "", "there is no header line", f"begin with {','.join(COLUMNS)}")
        return Sheet((), (broken or nothing,))
    (first, names), *others = lines
    header = [each.lower() for each in names]
    troubles = list(_of_header(first, header))
    rows = []
    for line, cells in others:
        row, wrong = _row(line, cells, header)
        rows.append(row)
        troubles += wrong
    if broken is not None:
        troubles.append(broken)
    elif not rows:
        troubles.append(Trouble(first, "", "no hours follow", "write a row for each of them"))
    return Sheet(tuple(rows), tuple(troubles))


def _lines(text: str) -> tuple[list[tuple[int, list[str]]], Trouble | None]:
    """The lines that are not empty, with their number; and what ended the reading too early."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text))
    found: list[tuple[int, list[str]]] = []
    while True:
        line = reader.line_num + 1
        try:
            cells = [each.strip() for each in next(reader)]
        except StopIteration:
            return found, None
        except csv.Error as error:
            return found, Trouble(line, "", f"cannot be read ({error})", "save it as CSV UTF-8")
        if any("\0" in each for each in cells):
            return found, Trouble(line, "", "is no text", "save the table as CSV UTF-8")
        if any(cells):
            found.append((line, cells))


def _separator(text: str) -> str:
    header = text.lstrip().partition("\n")[0]
    return ";" if header.count(";") > header.count(",") else ","


def _of_header(line: int, header: Sequence[str]) -> Iterator[Trouble]:
    for n, each in enumerate(header):
        if each and each not in COLUMNS:
            remedy = f"remove it; known are {', '.join(COLUMNS)}"
            yield Trouble(line, each, "unknown column", remedy)
        elif each in header[:n] and each:
            yield Trouble(line, each, "this column stands there twice", "remove one of the two")
    for each in NEEDED:
        if each not in header:
            yield Trouble(line, each, "this column is missing", "add it to the header")
    if not {"weekday", "rrule"}.intersection(header):
        yield Trouble(line, "weekday", "this column is missing", "add weekday or rrule")


def _row(line: int, cells: Sequence[str], header: Sequence[str]) -> tuple[Row, list[Trouble]]:
    """What a line says, and what is wrong with it; a cell that cannot be read is left out."""
    filled = [(name, each) for name, each in zip(header, cells, strict=False) if each]
    given = {name: each for name, each in filled if name in COLUMNS}
    held = {name: READERS.get(name, str)(each) for name, each in given.items()}
    wrong = [Trouble(line, name, *UNREAD[name]) for name, value in held.items() if value is None]
    wrong += _missing(line, given, header)
    if any(cells[len(header) :]):
        remedy = "put a cell that holds the separator in quotes"
        wrong.append(Trouble(line, "", "has more cells than the header", remedy))
    known = {name: value for name, value in held.items() if value is not None}
    wrong += _together(line, known)
    last_on = known.pop("last_on", None)
    return Row(line, _values(known), last_on, not wrong), wrong


def _missing(line: int, given: Mapping[str, str], header: Sequence[str]) -> Iterator[Trouble]:
    """Cells that are empty though their column is there: one that is not was told once."""
    for name in NEEDED:
        if name in header and name not in given:
            yield Trouble(line, name, "is missing", "fill it in")
    ways = [name for name in ("weekday", "rrule") if name in header]
    if ways and not any(name in given for name in ways):
        yield Trouble(line, ways[0], "is missing", "write a weekday, or a rule as rrule")


def _together(line: int, held: Mapping[str, Any]) -> Iterator[Trouble]:
    """What single cells cannot know."""
    if {"weekday", "rrule"} <= held.keys():
        yield Trouble(line, "rrule", "stands beside a weekday", "keep one of the two")
    if {"start", "end"} <= held.keys():
        minutes = _length(held)
        if minutes <= 0:
            yield Trouble(line, "end", "is not later than start", "swap the two")
        elif minutes > LONGEST:
            what = "is more than eight hours after start"
            yield Trouble(line, "end", what, "make two rows of it")
    if {"first_on", "last_on"} <= held.keys() and held["last_on"] < held["first_on"]:
        yield Trouble(line, "last_on", "lies before first_on", "swap the two")


def _values(held: Mapping[str, Any]) -> dict[str, Any]:
    """The same as a table of the config would say it."""
    values = {name: value for name, value in held.items() if name not in {"weekday", "end"}}
    if "weekday" in held:
        values["rrule"] = held["weekday"]
    if {"start", "end"} <= held.keys() and 0 < _length(held) <= LONGEST:
        values["duration_minutes"] = _length(held)
    return values


def _length(held: Mapping[str, Any]) -> int:
    """Minutes from start to end."""
    start, end = held["start"], held["end"]
    return int((end.hour - start.hour) * 60 + end.minute - start.minute)
