"""Help lines, read from the one data file that holds their numbers."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from flows.model import Audience, Crisis

FILE = Path(__file__).parent / "helplines.toml"
UNCLEAR = "unclear"
"""The need where none is known."""


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Somebody to call.

    Attributes:
        id: Text `line-<id>` says what it is for.
        kinds: Needs in which it is shown: values of `Crisis`, or `UNCLEAR`.
        audiences: To whom it is shown: values of `Audience`.
        first_for: Needs in which it stands before all others.
        hours: Shown only where confirmed; empty otherwise.
        checked_on: When number and hours were last held against `source`.
    """

    id: str
    number: str
    free: bool
    languages: tuple[str, ...]
    kinds: tuple[str, ...]
    audiences: tuple[str, ...]
    first_for: tuple[str, ...]
    source: str
    checked_on: date
    hours: str = ""


@cache
def help_lines() -> tuple[HelpLine, ...]:
    """All lines, the most urgent first."""
    entries = tomllib.loads(FILE.read_text(encoding="utf-8"))["lines"]
    return tuple(HelpLine(**{key: _value(held) for key, held in each.items()}) for each in entries)


def _value(held: Any) -> Any:
    return tuple(held) if isinstance(held, list) else held


def lines_for(kind: Crisis | None, audience: Audience) -> list[HelpLine]:
    """Who is to be called in a need, first who is called first."""
    need = kind.value if kind else UNCLEAR
    fitting = [
        each for each in help_lines() if need in each.kinds and audience.value in each.audiences
    ]
    return sorted(fitting, key=lambda each: need not in each.first_for)
