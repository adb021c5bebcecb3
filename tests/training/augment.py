"""The same phrases as hurried and as courteous people type them; the same every time."""

import random
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from flows.wording.folding import fold

SEED = 20261125
Carriers = Mapping[str, Mapping[str, Sequence[str]]]
"""By language: what stands `before` and `after`."""
_SHORTEST = 4
"""Letters of a word in which an error is made."""


def carriers() -> Carriers:
    """Greetings, courtesy and hesitation of all languages, folded."""
    read = tomllib.loads((Path(__file__).parent / "carriers.toml").read_text("utf-8"))
    return {
        language: {place: [fold(each) for each in texts] for place, texts in places.items()}
        for language, places in read.items()
    }


def carried(folded: str, places: Mapping[str, Sequence[str]], dice: random.Random) -> str:
    """Something before the text, after it, or both."""
    before = dice.choice(places["before"]) if dice.random() < 2 / 3 else ""
    after = dice.choice(places["after"]) if not before or dice.random() < 1 / 2 else ""
    return f"{before} {folded} {after}".strip()


def hurried(folded: str, dice: random.Random) -> str:
    """A typing error in about one long word of three, at least in one."""
    said = folded.split(" ")
    long = [n for n, word in enumerate(said) if len(word) >= _SHORTEST]
    if not long:
        return folded
    chosen = {n for n in long if dice.random() < 1 / 3} or {dice.choice(long)}
    return " ".join(_wrong(word, dice) if n in chosen else word for n, word in enumerate(said))


def _wrong(word: str, dice: random.Random) -> str:
    """One letter dropped, doubled, or swapped with the next; never the first."""
    at = dice.randrange(1, len(word) - 1)
    before, here, after, rest = word[:at], word[at], word[at + 1], word[at + 2 :]
    changed = (before + after, before + here + here + after, before + after + here)
    return dice.choice(changed) + rest
