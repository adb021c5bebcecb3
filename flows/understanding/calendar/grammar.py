"""The grammar of dates and times: patterns over the letters of `signs`, one row for each.

At every place the first row that fits is taken, so what is said at greater length stands first.
No pattern repeats something that repeats, and none is longer than a dozen signs.
"""

import re
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from flows.understanding.calendar import clocks, dated, days
from flows.understanding.calendar.readings import Context, Part, Reading, Row, value
from flows.understanding.calendar.signs import AFTER_LESSON, BEFORE_LESSON, Sign

Reader = Callable[[Row, datetime], Reading | None]


class Found(NamedTuple):
    """A reading and where it stands in the row of signs, [start, end)."""

    reading: Reading
    start: int
    end: int


def _nothing(_row: Row, _now: datetime) -> None:
    return None


def _part(row: Row, _now: datetime) -> Part:
    return Part(value(row, "P"))


def _context(row: Row, _now: datetime) -> Context:
    return Context(value(row, "c"))


def _lesson(row: Row, _now: datetime) -> Context | None:
    """After the sixth hour: hours with a number are lessons, only "2 uur" is a time."""
    side = row[0].letter
    if side in "FD":
        return None
    return Context(BEFORE_LESSON if side == "t" else AFTER_LESSON)


_RULES: tuple[tuple[str, Reader], ...] = (
    ("c", _context),
    ("[apnt]d?[FD]o", _lesson),
    ("&W|W&|[FD][oe]|e[NFDCB](?!o)|l[NC](?!o)|id[FN]|[NO1]e|l[NO1][oU]|[NO1][oU]l", _nothing),
    # dates with a month
    ("f?[NF][a>tn]d?[NFD][Mk]", dated.first_with_month),
    ("(?:W,?[jdinaspfV]{0,2})?B", dated.in_figures),
    ("(?:W,?[jdinaspfV]{0,2})?(?:[NFD],?[jf]?d?|1)[Mk]j?4?", dated.with_month),
    ("[jW][jd]?r", dated.in_figures),
    ("M,d?F", dated.with_month),
    ("M[jd]?[NFD](?![oUxyJEe])j?4?|kd?F(?![oe])|kN(?=$|[,as4])4?", dated.with_month),
    # so long from now
    ("Vk", _nothing),
    ("[WR][vIz][N1]?U", days.shifted),
    ("[iIvz]N[j.]U", days.and_a_half),
    ("[iIvz](?:1?N|1)?[Uos](?:[jdinaspfV]{0,2}W)?", days.shifted),
    ("[N1]?[Uos]S(?:W)?", days.shifted),
    ("[N1]?[Uos]A|Z[N1]?[Uos]|fNU", days.ago),
    # weeks
    (
        "TUR|[TKHL]U(?:[jdinaspfV]{0,2}W)?|W[jdinaspfV]{0,2}(?:[TKHL]U|U[TKHL])|U[TKHL](?:[jdinaspfV]{0,2}W)?",
        days.which_week,
    ),
    # weekdays
    ("W,?[jdinaspfV]{0,2}F(?![eo])", dated.day_of_month),
    ("W,?d?N(?=$|[,asChq])", dated.weekday_and_number),
    ("[TKHLG]d?WP?|[TL][.]W|W[TKHL](?!d?[UW])", days.which_weekday),
    ("WR", days.weekday_and_relative),
    ("f?WP?", days.weekday),
    ("RP?", days.relative),
    ("jdF(?![eo])|dF(?![eo])|jF(?![eo])|^F$|#[NF]|N#", dated.day_of_month),
    ("[iTHKjnap]d?M", dated.month),
    # times
    ("(?:a[NO]o?[ja]|f[NO]o?[jtanp>])(?=[NO][oxyP]*(?:$|[,RWjaP]))", clocks.hour),
    ("[as]{0,2}[Nq]U?[vpt]h?[NO1]o?", clocks.minutes_before_or_after),
    ("[as]{0,2}(?:z[Nq]U?O|tq[NO]|tN[NO](?!U))", clocks.minutes_first),
    ("[as]{0,2}(?:[qN]U?nO|[qN]U?D|NUO)", clocks.minutes_into),
    ("N[.]h[NO1]", _nothing),
    ("a[.]aO", clocks.half_to),
    ("[as]{0,2}h[NO1D]o?", clocks.half_to),
    ("[as]{0,2}g[NO1]o?", clocks.half_past),
    ("s?[NO1][qN][tp]", clocks.hour_then_minutes),
    ("[asp]{0,2}[NO1]o?[JE][xy]?", clocks.hour_and_more),
    ("[asp]{0,2}d?C[oxy]{0,2}", clocks.in_figures),
    ("[as]{1,2}[NO]o?N(?![oUe])|[NO]oN(?![oUe])|ON(?![oUe])", clocks.hour_and_minutes),
    ("[asp]{1,2}d?[NO](?![eUMk4FBl])o?[xy]?|sF", clocks.hour),
    ("[asp]{1,2}d?1(?:o|(?=$|,))|s1", clocks.hour),
    ("[NO]o[xy]?|[NO1][xy]|[NO](?=P)", clocks.hour),
    (
        "n[NO](?=$|[,PRWjna])|(?<=[RP])[NO](?=$|,)|(?<=P)N(?=d$|d[.])|(?<=W)O(?=$|,)",
        clocks.on_digit,
    ),
    ("[tf]N(?=$|[,RWP])", clocks.before),
    ("ao(?=P)", clocks.one),
    ("o[NO](?![UeM4])", clocks.hour_before),
    ("Y", clocks.noon),
    ("m", clocks.midnight),
    ("P", _part),
    ("UN(?![oUeM])", days.numbered_week),
    ("U", days.weekend),
)
_PATTERN = re.compile("|".join(f"(?P<r{at}>{pattern})" for at, (pattern, _) in enumerate(_RULES)))


def readings(row: list[Sign], now: datetime) -> list[Found]:
    """All that a row of signs says, from left to right.

    Args:
        row: The signs of a message.
        now: The message's own moment, in the zone that dates are told in.
    """
    letters = "".join(sign.letter for sign in row)
    found = []
    for match in _PATTERN.finditer(letters):
        read = _RULES[int(str(match.lastgroup)[1:])][1]
        reading = read(row[match.start() : match.end()], now)
        if reading is not None:
            found.append(Found(reading, match.start(), match.end()))
    return found
