"""The tables of the languages as they are written, with their short forms spelled out.

They are TOML, `flows/understanding/calendar/<language>.toml`: in every section, keys with words.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import flows.understanding.calendar
from flows.wording.folding import fold

FOLDER = Path(flows.understanding.calendar.__file__).parent
LANGUAGES = ("nl", "en", "tr", "ar", "pl", "uk")
Table = dict[str, dict[str, str]]


@cache
def table(language: str) -> Table:
    """The table of a language: section, key, phrases with commas between them."""
    held: Table = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return held


def folded(held: Table) -> Table:
    """The same table in folded letters, without apostrophes; what stands in no message stays."""
    return {
        section: {key: ",".join(map(_folded, words.split(","))) for key, words in keys.items()}
        for section, keys in held.items()
    }


def _folded(phrase: str) -> str:
    return fold(phrase).replace("'", "")


def phrases(written: str) -> Iterator[str]:
    """The phrases of one key: `a(b|c) d` is two of them; `-` stands for none."""
    for each in written.split(","):
        if (short := each.strip()) and short != "-":
            yield from spelled_out(short)


def spelled_out(short: str) -> Iterator[str]:
    """Every phrase that a short form stands for; groups do not nest."""
    if "(" not in short:
        yield short
        return
    parts = [part.split("|") for chunk in short.split("(") for part in chunk.split(")")]
    for choice in product(*parts):
        yield " ".join("".join(choice).split())
