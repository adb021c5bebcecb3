"""Words that one slip may have made of each other, found without a look at every word.

Two words are near where both leave the same when a sign is taken out of one of them, or of both.
Of what is left only the CRC-32 is kept, as the models do with their grams.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from flows.wording.packed import packed, unpacked


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Known words, and how to find those near another.

    Attributes:
        words: The known words, those first that come first where several are near.
        keys: CRC-32 of what is left of them, ascending.
        of: The number of the word that left it, one a key.
        first: Where a key stands first.
    """

    words: Sequence[str]
    keys: Sequence[int]
    of: Sequence[int]
    first: Mapping[int, int]

    @classmethod
    def among(cls, words: Iterable[str], shortest: int = 1) -> "Neighbours":
        """Those of these words that have so many letters."""
        known = [each for each in dict.fromkeys(words) if len(each) >= shortest]
        pairs = sorted(
            (crc32(left.encode()), n) for n, word in enumerate(known) for left in remainders(word)
        )
        return cls._of(known, [key for key, _ in pairs], [n for _, n in pairs])

    @classmethod
    def _of(cls, words: Sequence[str], keys: Sequence[int], of: Sequence[int]) -> "Neighbours":
        first = dict(zip(reversed(keys), reversed(range(len(keys))), strict=True))
        return cls(words, keys, of, first)

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> "Neighbours":
        """What `written` made.

        Raises:
            ValueError: Keys and words do not fit together.
        """
        keys, of = unpacked("I", data["keys"]), unpacked("H", data["of"])
        if len(keys) != len(of):
            raise ValueError("keys and words do not fit together")
        return cls._of(data["words"], keys, of)

    def written(self) -> Mapping[str, Any]:
        """As JSON keeps it."""
        keys, of = packed("I", self.keys), packed("H", self.of)
        return {"words": list(self.words), "keys": keys, "of": of}

    def near(self, typed: str) -> list[str]:
        """The known words near a typed one, itself among them; in their order."""
        lefts, first = remainders(typed), self.first
        keys = [key for key in [crc32(left.encode()) for left in lefts] if key in first]
        if not keys:
            return []
        words = [self.words[n] for n in sorted({n for key in keys for n in self._left_by(key)})]
        return [each for each in words if not lefts.isdisjoint(remainders(each))]

    def _left_by(self, key: int) -> Iterator[int]:
        """The numbers of the words that leave what has this key."""
        for at in range(self.first[key], len(self.keys)):
            if self.keys[at] != key:
                return
            yield self.of[at]


def remainders(word: str) -> set[str]:
    """The word, and the word with each one of its signs left out."""
    return {word, *[word[:n] + word[n + 1 :] for n in range(len(word))]}
