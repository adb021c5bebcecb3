"""The sets as values; what each key means stands at the top of its file."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SETS = Path(__file__).parent / "sets"
LANGUAGES = ("nl", "en", "tr", "ar", "pl", "uk")
INTENTS = (
    "presence",
    "book",
    "appointments",
    "cancel",
    "reschedule",
    "late",
    "about",
    "help",
    "privacy",
    "erase",
    "language",
    "human",
    "greeting",
    "thanks",
    "unknown",
)
KINDS = (
    "suicide",
    "abuse",
    "violence",
    "medical",
    "exploitation",
    "runaway",
    "forced_marriage",
)
WORKERS = ("fatima", "jeroen", "samira", "mike", "anouk")
NOW = "2026-11-25T10:00+01:00"
"""A Wednesday; the moment of every message whose set has no `now`."""


@dataclass(frozen=True, slots=True)
class IntentCase:
    """What a message wants; `unknown` is what the bot cannot do."""

    text: str
    intent: str
    language: str
    hand: str
    now: str = NOW


@dataclass(frozen=True, slots=True)
class DateCase:
    """ISO date and HH:MM, empty when the message has none; `dates` are all readings, or none."""

    text: str
    date: str
    time: str
    language: str
    now: str
    dates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameCase:
    """The id of the worker who is named, or empty."""

    text: str
    worker: str
    language: str
    now: str = NOW


@dataclass(frozen=True, slots=True)
class CrisisCase:
    """Level 2 explicit, 1 indirect, 0 ordinary; an ordinary message has no kind."""

    text: str
    level: int
    kind: str
    language: str
    hand: str
    now: str = NOW


Case = IntentCase | DateCase | NameCase | CrisisCase


def intents() -> list[IntentCase]:
    """All of `intents.toml`, in its order."""
    return [IntentCase(**row) for row in _rows("intents.toml", "case")]


def dates() -> list[DateCase]:
    """All of `dates.toml`, in its order."""
    return [
        DateCase(**row | {"dates": tuple(row.get("dates", ()))})
        for row in _rows("dates.toml", "case")
    ]


def names() -> list[NameCase]:
    """All of `names.toml`, in its order."""
    return [NameCase(**row) for row in _rows("names.toml", "case")]


def crises() -> list[CrisisCase]:
    """All of `crisis.toml`, in its order."""
    return [CrisisCase(**row) for row in _rows("crisis.toml", "case")]


def hands() -> frozenset[str]:
    """The names of the voices in `cast.toml`."""
    return frozenset(row["name"] for row in _rows("cast.toml", "hand"))


def _rows(file: str, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((SETS / file).read_text("utf-8"))[table]
    return rows
