"""Pieces of words and short runs of words: what a model looks at."""

import re
from collections import Counter
from itertools import pairwise

SHORTEST, LONGEST_PIECE = 2, 5
"""Signs of a piece; a word counts with a space on both its ends."""
WORD = "="
"""Stands before whole words; no piece of a word begins with it."""
_TOKEN = re.compile(r"\w+(?:'\w+)*|[^\w\s\x00-\x7f]")


def tokens(folded: str) -> list[str]:
    """Words and signs such as an emoji, in order; punctuation of ASCII is left out."""
    return _TOKEN.findall(folded)


def grams(folded: str) -> Counter[str]:
    """How often each piece (2 to 5 signs, inside one word), word and pair of words occurs.

    Args:
        folded: As `fold` gives it, so at most 600 signs; about five entries a sign.
    """
    said = tokens(folded)
    counted = Counter(f"{WORD}{each}" for each in said)
    counted.update(f"{WORD}{one} {two}" for one, two in pairwise(said))
    for word in said:
        padded = f" {word} "
        counted.update(
            padded[start : start + size]
            for size in range(SHORTEST, LONGEST_PIECE + 1)
            for start in range(len(padded) - size + 1)
        )
    return counted
