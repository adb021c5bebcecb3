"""Help lines, read from the one data file that holds their numbers."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "helplines.toml"


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Somebody to call.

    Attributes:
        id: Text `line-<id>` says what it is for.
        hours: Shown only where confirmed; empty otherwise.
        checked_on: When number and hours were last held against `source`.
    """

    id: str
    number: str
    free: bool
    languages: tuple[str, ...]
    source: str
    checked_on: date
    hours: str = ""


@cache
def help_lines() -> tuple[HelpLine, ...]:
    """All lines, the most urgent first."""
    entries = tomllib.loads(FILE.read_text(encoding="utf-8"))["lines"]
    return tuple(HelpLine(**{**each, "languages": tuple(each["languages"])}) for each in entries)
