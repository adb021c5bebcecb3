"""What a trained model makes of a text: plain Python, nothing to install.

The file is JSON, one model a file, written by `tests/training/export.py`:

- `format`: 1.
- `trained_on`: SHA-256 of what it was trained on.
- `classes`: names, in the order of the columns.
- `bias`: a number a class.
- `grams`: all known grams, joined by `|`; in the order of their CRC-32, or they are sorted first.
- `idf`: base64 of little-endian unsigned 16-bit numbers, one a gram, in steps of `idf_step`.
- `scale`: the same for the step of a gram's weights, in steps of `scale_step`.
- `weights`: base64 of signed bytes, a row a gram, a column a class.
"""

import json
import math
import sys
from array import array
from base64 import b64decode
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import le
from pathlib import Path
from typing import Any
from zlib import crc32

from flows.wording.grams import grams

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Classifier:
    """Multinomial logistic regression over TF-IDF of grams (sublinear, smooth, L2), quantised.

    Attributes:
        trained_on: SHA-256 of what it was trained on, hexadecimal.
        classes: In the order of the columns.
        bias: One a class.
        keys: CRC-32 of the known grams, ascending: a sixth of the memory that the grams take. A
            strange gram is taken for a known one once in some ten thousand.
        rows: Where the row of a key stands.
        idf: One a row.
        scale: What one step of a row's weights is worth.
        weights: Steps, row after row.
    """

    trained_on: str
    classes: tuple[str, ...]
    bias: tuple[float, ...]
    keys: Sequence[int]
    rows: Sequence[int]
    idf: Sequence[float]
    scale: Sequence[float]
    weights: Sequence[int]

    @classmethod
    def load(cls, path: Path) -> "Classifier":
        """Read a model.

        Raises:
            ValueError: Another format, or columns and rows that do not fit.
        """
        data = json.loads(path.read_bytes())
        if data["format"] != FORMAT:
            raise ValueError(f"{path.name} has format {data['format']}, not {FORMAT}")
        keys, rows = _known(data["grams"])
        weights = array("b", b64decode(data["weights"]))
        idf, scale = _steps(data, "idf"), _steps(data, "scale")
        if not len(keys) == len(idf) == len(scale) == len(weights) / len(data["classes"]):
            raise ValueError(f"{path.name} does not fit together")
        classes, bias = tuple(data["classes"]), tuple(data["bias"])
        return cls(data["trained_on"], classes, bias, keys, rows, idf, scale, weights)

    def probabilities(self, folded: str) -> Mapping[str, float]:
        """How likely each class is; they sum to 1. Nothing known in it: what the bias says.

        Args:
            folded: As `fold` gives it; the work grows with its length, 600 signs at most.
        """
        return dict(zip(self.classes, _softmax(self._logits(folded)), strict=True))

    def _logits(self, folded: str) -> list[float]:
        valued = [(row, (1.0 + math.log(n)) * self.idf[row]) for row, n in self._found(folded)]
        length = math.sqrt(sum(value * value for _, value in valued)) or 1.0
        width = len(self.classes)
        sums = list(self.bias)
        for row, value in valued:
            worth = value * self.scale[row] / length
            steps = self.weights[row * width : (row + 1) * width]
            sums = [total + worth * step for total, step in zip(sums, steps, strict=True)]
        return sums

    def _found(self, folded: str) -> Iterator[tuple[int, int]]:
        """Rows of the known grams of a text, and how often each occurs."""
        keys, last = self.keys, len(self.keys) - 1
        for gram, n in grams(folded).items():
            key = crc32(gram.encode())
            at = min(bisect_left(keys, key), last)
            if keys[at] == key:
                yield self.rows[at], n


def _known(joined: str) -> tuple[Sequence[int], Sequence[int]]:
    """Keys of grams, ascending, and their rows."""
    keys = array("I", map(crc32, joined.encode().split(b"|")))
    rows = range(len(keys))
    if all(map(le, keys, keys[1:])):
        return keys, rows
    order = sorted(rows, key=keys.__getitem__)
    return array("I", [keys[row] for row in order]), array("I", order)


def _steps(data: Mapping[str, Any], name: str) -> "array[float]":
    numbers = array("H", b64decode(data[name]))
    if sys.byteorder == "big":
        numbers.byteswap()
    step = data[f"{name}_step"]
    return array("f", [number * step for number in numbers])


def _softmax(logits: Sequence[float]) -> list[float]:
    highest = max(logits)
    powers = [math.exp(each - highest) for each in logits]
    whole = sum(powers)
    return [each / whole for each in powers]
