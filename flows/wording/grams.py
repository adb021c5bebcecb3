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
    counted = Counter(pair(one, two) for one, two in pairwise(said))
    for word in said:
        counted.update(of_word(word))
    return counted


def pair(one: str, two: str) -> str:
    """The gram of two words that stand side by side."""
    return f"{WORD}{one} {two}"


def of_word(word: str) -> list[str]:
    """The grams of a word wherever it stands: itself and its pieces."""
    padded = f" {word} "
    return [
        f"{WORD}{word}",
        *(
            padded[start : start + size]
            for size in range(SHORTEST, LONGEST_PIECE + 1)
            for start in range(len(padded) - size + 1)
        ),
    ]
