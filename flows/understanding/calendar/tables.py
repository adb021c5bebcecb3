"""The tables of the languages as they are written, with their short forms spelled out.

They are TOML of the plainest kind, one `key = "words"` a line, so that they are read here in a
tenth of the time that tomllib takes; a test holds the two readings together.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from pathlib import Path

from flows.wording.folding import fold

LANGUAGES = ("nl", "en", "tr", "ar", "pl", "uk")
_HELD_DOWN = re.compile(r"(\D)\1{2,}")
Table = dict[str, dict[str, str]]


@lru_cache(maxsize=len(LANGUAGES))
def table(language: str) -> Table:
    """The table of a language: section, key, phrases with commas between them."""
    return read(source(language))


def source(language: str) -> str:
    """The file of a language, as it is written."""
    return Path(__file__).with_name(f"{language}.toml").read_text(encoding="utf-8")


def read(text: str) -> Table:
    """Sections and keys of a file in which every value is one line of words in quotes."""
    held: Table = {}
    keys: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("["):
            keys = held.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("#"):
            key, _, words = line.partition(" = ")
            keys[key.strip('"')] = words.strip('"')
    return held


def folded(held: Table) -> Table:
    """The same table in folded letters, without apostrophes.

    Letter by letter, for the whole table at once: that is what folding does to words.
    """
    letters = {sign for keys in held.values() for words in keys.values() for sign in words}
    plain = {ord(sign): fold(sign).replace("'", "") for sign in letters if sign != " "}
    return {
        section: {
            key: _HELD_DOWN.sub(r"\1\1", words.lower().translate(plain))
            for key, words in keys.items()
        }
        for section, keys in held.items()
    }


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
