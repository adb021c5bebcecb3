"""The same phrases as hurried thumbs type them; the same every time."""

import random
from collections.abc import Iterator

SEED = 20261125
_SHORTEST = 4
"""Letters of a word in which an error is made."""


def with_errors(folded: str, copies: int) -> Iterator[str]:
    """Copies with a typing error in about one word of three, at least in one.

    Args:
        folded: As `fold` gives it; the errors depend on it and on nothing else.
        copies: How many.
    """
    dice = random.Random(f"{SEED} {folded}")
    for _ in range(copies):
        yield _hurried(folded, dice)


def _hurried(folded: str, dice: random.Random) -> str:
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
