"""What a trained model makes of a text: plain Python, nothing to install.

The file is JSON, one model a file, written by `tests/training/fitting.py`:

- `format`: 2.
- `trained_on`: SHA-256 of what it was trained on.
- `classes`: names, in the order of the columns.
- `bias`: a number a class.
- `keys`: base64 of little-endian unsigned 32-bit numbers, the CRC-32 of each known gram, ascending.
- `idf`: the same of 16-bit numbers, one a gram; of which size its steps are makes no
  difference, for a text's values are brought to one length.
- `scale`: the same for the step of a gram's weights, in steps of `scale_step`.
- `weights`: base64 of signed bytes, a row a gram, a column a class.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from operator import mul
from pathlib import Path
from zlib import crc32

from flows.wording.grams import of_word, pair, tokens
from flows.wording.packed import loaded, unpacked

FORMAT = 2


@dataclass(frozen=True, slots=True)
class Classifier:
    """Multinomial logistic regression over TF-IDF of grams (sublinear, smooth, L2), quantised.

    Attributes:
        trained_on: SHA-256 of what it was trained on, hexadecimal.
        classes: In the order of the columns.
        bias: One a class.
        keys: CRC-32 of the known grams, ascending: a sixth of the memory that the grams take. A
            strange gram is taken for a known one once in some ten thousand.
        idf: One a key; in steps of any size, for a text's values are brought to the same length.
        scale: What one step of a key's weights is worth, in steps of `scale_step`.
        scale_step: What one of these is worth.
        weights: Steps, a row a key.
    """

    trained_on: str
    classes: tuple[str, ...]
    bias: tuple[float, ...]
    keys: Sequence[int]
    idf: Sequence[int]
    scale: Sequence[int]
    scale_step: float
    weights: Sequence[int]

    @classmethod
    def load(cls, path: Path) -> "Classifier":
        """Read a model.

        Raises:
            ValueError: Another format, or columns and rows that do not fit.
        """
        data = loaded(path, FORMAT)
        keys, weights = unpacked("I", data["keys"]), unpacked("b", data["weights"])
        idf, scale = unpacked("H", data["idf"]), unpacked("H", data["scale"])
        fits = len(keys) == len(idf) == len(scale) == len(weights) / len(data["classes"])
        if not fits or list(keys) != sorted(keys):
            raise ValueError(f"{path.name} does not fit together")
        classes, bias, step = tuple(data["classes"]), tuple(data["bias"]), data["scale_step"]
        return cls(data["trained_on"], classes, bias, keys, idf, scale, step, weights)

    def probabilities(self, folded: str) -> Mapping[str, float]:
        """How likely each class is; they sum to 1. Nothing known in it: what the bias says.

        Args:
            folded: As `fold` gives it; the work grows with its length, 600 signs at most.
        """
        return self.passage(folded).probabilities()

    def passage(self, folded: str) -> "Passage":
        """A folded text, its grams looked up once; the same word is looked up once."""
        said = tokens(folded)
        known = {word: self._rows(of_word(word)) for word in dict.fromkeys(said)}
        pairs = [self._rows([pair(one, two)]) for one, two in pairwise(said)]
        return Passage(self, said, [known[word] for word in said], pairs)

    def weigh(self, found: Iterable[int]) -> Mapping[str, float]:
        """How likely each class is.

        Args:
            found: Rows of grams, each as often as its gram occurs; in any order.
        """
        rows, values = [], []
        for row, n in Counter(found).items():
            rows.append(row)
            values.append((1.0 + math.log(n)) * self.idf[row])
        step = self.scale_step / (math.sqrt(sum(map(mul, values, values))) or 1.0)
        worth = [value * step * self.scale[row] for row, value in zip(rows, values, strict=True)]
        width, weights = len(self.classes), self.weights
        starts = [row * width for row in rows]
        logits = [
            bias + sum(map(mul, worth, [weights[start + column] for start in starts]))
            for column, bias in enumerate(self.bias)
        ]
        return dict(zip(self.classes, _softmax(logits), strict=True))

    def _rows(self, said: Iterable[str]) -> list[int]:
        """Rows of the known ones of some grams."""
        keys, last = self.keys, len(self.keys) - 1
        found = []
        for gram in said:
            key = crc32(gram.encode())
            at = min(bisect_left(keys, key), last)
            if keys[at] == key:
                found.append(at)
        return found


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as a model knows it.

    Attributes:
        model: Whose rows they are.
        said: Its words and signs such as an emoji, in order.
        words: For each of them, the rows of its grams.
        pairs: For each but the last, the row of the pair that begins with it, if it is known.
    """

    model: Classifier
    said: Sequence[str]
    words: Sequence[Sequence[int]]
    pairs: Sequence[Sequence[int]]

    def probabilities(self, start: int = 0, end: int | None = None) -> Mapping[str, float]:
        """How likely each class is, by the words [start, end) alone."""
        end = len(self.words) if end is None else min(end, len(self.words))
        inside = (*self.words[start:end], *self.pairs[start : max(start, end - 1)])
        return self.model.weigh(chain.from_iterable(inside))


def _softmax(logits: Sequence[float]) -> list[float]:
    highest = max(logits)
    powers = [math.exp(each - highest) for each in logits]
    whole = sum(powers)
    return [each / whole for each in powers]
