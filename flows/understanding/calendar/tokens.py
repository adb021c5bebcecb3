"""A message cut into words and numbers; what is written in figures is read here already.

Every pattern is a plain sequence: no repetition stands inside another one.
"""

import re
from collections.abc import Callable, Collection
from typing import NamedTuple

from flows.understanding.calendar.signs import HALF_HOUR, PAUSE, UNKNOWN, Sign


class Token(NamedTuple):
    """A word of the message, or the signs that a figure stands for by itself."""

    word: str
    signs: tuple[Sign, ...] = ()


_FIGURES = re.compile(
    r"""
    (?<![\w])(?P<iso>20\d\d-\d{1,2}-\d{1,2})(?!\d)
  | (?<![\w/.-])(?P<full>\d{1,2}(?P<sep>[-/.])\d{1,2}(?P=sep)(?:20\d\d|\d\d))(?![\w/-]|\.\d)
  | (?P<phone>(?<!\w)(?:\+|00|0)\d(?:[ -]?\d){7,13}(?!\d))
  | (?<![\w/.,-])(?P<always>24/7|7/24|24x7)(?!\w)
  | (?<![\w:/.,-])(?P<and_half>\d{1,2}[.,]5)
    (?=\ ?(?:u|uur|uren|hours?|saat|godz|godziny|часа|години)\b)
  | (?<![\w:/-])(?P<range>\d{1,2})\ ?(?:-|–|/)\ ?\d{1,2}(?=\ ?(?:uur|u|h|am|pm|часов|год)\b)
  | (?<![\w:/-])(?P<span>\d{1,2}[:.h]\d\d)\ ?[-–]\ ?\d{1,2}[:.h]\d\d(?!\d)
  | (?<![\w:/,.-])(?P<glued>\d{1,2}[:.][0-5]\d)(?:te|ta|de|da|ten|tan|den|dan|u|uur|h)\b
  | (?<![\w:/,.-])(?P<clock_am>\d{1,2}[:.][0-5]\d)\ ?(?:am\b|a\.m\b\.?)
  | (?<![\w:/,.-])(?P<clock_pm>\d{1,2}[:.][0-5]\d)\ ?(?:pm\b|p\.m\b\.?)
  | (?<![\w:/,.-])(?P<clock>\d{1,2}(?::|\.|\ ?u\ ?|h|\ uur\ (?:en\ )?)[0-5]\d)(?![\w:/-]|\.\d)
  | (?:(?<=\bom\ )|(?<=\bat\ ))(?P<together>(?:[01]\d|2[0-3])[0-5]\d)(?!\d)
  | (?P<lead>\b(?:half|om|at|saat|kwart)(?=\d))
  | (?<![\w/.-])(?P<few>[1-9][-/][1-9])(?![\w/-]|[.,]\d)
  | (?<![\w/.-])(?P<short>\d{1,2}[-/]\d{1,2})(?![\w/-]|[.,]\d)
  | (?<![\w.,])(?P<half>\d{1,2})(?:bucuk|bucukta)\b
  | (?<![\w.,])(?P<hours>\d{1,2})\ ?(?:u|h)\b
  | (?<![\w.,])(?P<am>\d{1,2})\ ?(?:am\b|a\.m\b\.?)
  | (?<![\w.,])(?P<pm>\d{1,2})\ ?(?:pm\b|p\.m\b\.?)
  | (?<![\w.,])(?P<hour>\d{1,2})-?(?:tej|ej|stej|iej|ои|оі|и|іи|та|ту|а|у)\b
  | (?<![\w.,])(?P<at>\d{1,2})(?:te|ta|da)\b
  | (?<![\w.,])(?P<day>\d{1,2})-?
    (?P<nth>e|de|ste|st|nd|rd|th|go|ego|si|su|sinde|sine|unda|una|го|ого|е|ое)\b
  | (?<![\w.,])(?P<plural>\d{1,2})-?(?:en|ye|ya|yi|ten|tan|den|dan|un|in)\b
  | (?P<dotted>(?<!\w)[^\W\d_]\.[^\W\d_]\b\.?)
  | (?P<word>[^\W\d_][^\W_]*|\d[^\W_]*[^\W\d_][^\W_]*)
  | (?P<year>(?<!\d)20[2-9]\d(?!\d))
  | (?P<number>(?<!\d)\d{1,2}(?!\d))
  | (?P<other>\d+)
  | (?P<pause>[,.;!?\n])
  | (?P<mask>[@_]+)
""",
    re.VERBOSE,
)
_GLUED = re.compile(r"(\d{1,2})([^\W\d_]{3,})")
_DIGITS = re.compile(r"\d+")
_DAYS, _MONTHS, _HOURS = range(1, 32), range(1, 13), range(25)
Reader = Callable[[list[int], str], tuple[Sign, ...]]


def tokens(text: str, known: Collection[str] = ()) -> list[Token]:
    """The tokens of a folded message without apostrophes, in order.

    Args:
        text: The message.
        known: Words with a figure in them that are not to be taken apart.
    """
    return [
        token for match in _FIGURES.finditer(text) for token in _tokens(_kind(match), match, known)
    ]


def _kind(match: re.Match[str]) -> str:
    kind = str(match.lastgroup)
    return {"sep": "full", "nth": "day"}.get(kind, kind)


def _tokens(kind: str, match: re.Match[str], known: Collection[str]) -> tuple[Token, ...]:
    if kind in {"word", "lead", "dotted"}:
        word = match.group().replace(".", "")
        glued = _GLUED.fullmatch(word)
        if glued and word not in known:
            return Token("", (Sign("N", int(glued[1]), "digit"),)), Token(glued[2])
        return (Token(word),)
    if kind == "pause":
        return (Token("", (PAUSE,)),)
    read = _READ.get(kind)
    figures = [int(each) for each in _DIGITS.findall(match.group(kind))]
    written = match.group("nth") if kind == "day" else match.group(kind)
    return (Token("", read(figures, written) if read else (UNKNOWN,)),)


def _day(year: int, month: int, day: int) -> tuple[Sign, ...]:
    """A date in figures as year * 10000 + month * 100 + day; the year 0 where none is said."""
    if month not in _MONTHS and day in _MONTHS:
        month, day = day, month
    if month not in _MONTHS or day not in _DAYS:
        return (UNKNOWN,)
    return (Sign("B", (year * 100 + month) * 100 + day),)


def _full(figures: list[int], _written: str) -> tuple[Sign, ...]:
    day, month, year = figures
    return _day(year % 2000 + 2000, month, day)


def _short(figures: list[int], _written: str) -> tuple[Sign, ...]:
    return _day(0, figures[1], figures[0])


def _clock(figures: list[int], written: str) -> tuple[Sign, ...]:
    """A time in figures; after a point it may be a date where no school keeps such a time."""
    hour, minute = figures[:2]
    if "." in written and (hour not in _HOURS or (minute in _MONTHS and minute % 5)):
        return _day(0, minute, hour)
    if hour not in _HOURS:
        return (UNKNOWN,)
    certain = written.startswith("0") and hour in {0, 7, 8, 9}
    return (Sign("C", hour % 24 * 100 + minute, "24" if certain else ""),)


def _nth(figures: list[int], written: str) -> tuple[Sign, ...]:
    """The nth day; with "de", what it is depends on the language around it."""
    return (Sign("F", figures[0], "de" if written == "de" else "digit"),)


def _of(letter: str, *after: Sign) -> Reader:
    return lambda figures, _written: (Sign(letter, figures[0], "digit"), *after)


_READ: dict[str, Reader] = {
    "iso": lambda figures, _written: _day(*figures),
    "full": _full,
    "short": _short,
    "few": lambda figures, _written: (_short(figures, "")[0]._replace(letter="r"),),
    "range": lambda figures, _written: _clock([figures[0], 0], ""),
    "span": _clock,
    "clock": _clock,
    "glued": _clock,
    "clock_am": lambda figures, written: (*_clock(figures, written), Sign("x")),
    "clock_pm": lambda figures, written: (*_clock(figures, written), Sign("y")),
    "together": lambda figures, _written: _clock([figures[0] // 100, figures[0] % 100], ""),
    "hours": _of("N", Sign("o")),
    "am": _of("N", Sign("x")),
    "pm": _of("N", Sign("y")),
    "and_half": _of("N", Sign("j"), Sign("U", HALF_HOUR)),
    "half": _of("N", Sign("J", 30)),
    "hour": _of("O"),
    "at": lambda figures, _written: (Sign("a"), Sign("N", figures[0], "digit")),
    "day": _nth,
    "plural": _of("N"),
    "number": _of("N"),
    "year": _of("4"),
}
