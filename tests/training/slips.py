"""Phrases with one slip of the thumb, in short words too; the same every time."""

import random
from collections.abc import Iterator

SEED = 20261125
_KEYS = {
    "latin": "abcdefghijklmnopqrstuvwxyz",
    "cyrillic": "абвгдежзиклмнопрстуфхцчшщьюяії",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
}
_SHORTEST = 3
"""Letters of a word in which a slip is made."""


def with_slips(folded: str, copies: int) -> Iterator[str]:
    """Copies with one slip each: a letter left out, doubled, swapped or another.

    Args:
        folded: As `fold` gives it; the slips depend on it and on nothing else.
        copies: How many.
    """
    dice = random.Random(f"{SEED} {folded}")
    said = folded.split(" ")
    long = [nth for nth, word in enumerate(said) if len(word) >= _SHORTEST]
    for _ in range(copies if long else 0):
        nth = dice.choice(long)
        yield " ".join([*said[:nth], _slipped(said[nth], dice), *said[nth + 1 :]])


def _slipped(word: str, dice: random.Random) -> str:
    at = dice.randrange(len(word) - 1)
    before, here, after, rest = word[:at], word[at], word[at + 1], word[at + 2 :]
    other = dice.choice(_KEYS[_script(here)])
    changed = (before + after, before + here + here + after, before + after + here)
    return dice.choice((*changed, before + here + other)) + rest


def _script(sign: str) -> str:
    if "\u0400" <= sign <= "\u04ff":
        return "cyrillic"
    return "arabic" if "\u0600" <= sign <= "\u06ff" else "latin"
