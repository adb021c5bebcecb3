"""Who has read the texts of a language, from `locales/<language>/about.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, get_args

_LOCALES = Path(__file__).parent / "locales"
Source = Literal["written", "translated"]
_KEYS = frozenset({"source", "reviewed_by", "reviewed_on", "tongues"})


class ReviewError(Exception):
    """An `about.toml` that cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True)
class About:
    """What is known of the texts of a language.

    Attributes:
        source: "written" by people in that language, or "translated" by a computer.
        reviewed_by: The native speaker, outside the makers, who read every text; "" if nobody did.
        reviewed_on: When; None if nobody did.
        tongues: Names of languages by code, where CLDR's is not what readers here say.
    """

    source: Source = "translated"
    reviewed_by: str = ""
    reviewed_on: date | None = None
    tongues: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def by_computer(self) -> bool:
        """Tell whether readers must be told that no native speaker has read this."""
        return self.source == "translated" and not self.reviewed_by


@lru_cache(maxsize=64)
def about(language: str, locales: Path = _LOCALES) -> About:
    """What a language says of itself; without a file it counts as translated and unread.

    Raises:
        ReviewError: The file has an unknown key, a wrong source, or a name without its date.
    """
    path = locales / language / "about.toml"
    if not path.is_file():
        return About()
    try:
        return _about(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValueError as fault:
        raise ReviewError(f"{language}/{path.name}: {fault}") from fault


def _about(said: Mapping[str, object]) -> About:
    if said.keys() - _KEYS:
        raise ValueError(f"unknown key {', '.join(sorted(said.keys() - _KEYS))}")
    source, reader = said.get("source"), str(said.get("reviewed_by", ""))
    if source not in get_args(Source):
        raise ValueError(f"source is {' or '.join(get_args(Source))}")
    day = str(said.get("reviewed_on", ""))
    if bool(day) is not bool(reader):
        raise ValueError("reviewed_by and reviewed_on come together")
    tongues = said.get("tongues", {})
    names = {c: str(name) for c, name in tongues.items()} if isinstance(tongues, dict) else {}
    written: Source = "written" if source == "written" else "translated"
    read_on = date.fromisoformat(day) if day else None
    return About(written, reader, read_on, MappingProxyType(names))
