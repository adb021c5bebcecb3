"""Files that `make train` writes: JSON, and in it many numbers as base64, little-endian."""

import json
import sys
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any


def loaded(file: Path, expected: int) -> Mapping[str, Any]:
    """What a file holds.

    Raises:
        ValueError: It is of another `format`.
    """
    data: Mapping[str, Any] = json.loads(file.read_bytes())
    if data["format"] != expected:
        raise ValueError(f"{file.name} has format {data['format']}, not {expected}")
    return data


def packed(code: str, numbers: Iterable[int]) -> str:
    """Numbers as text.

    Args:
        code: `b`, `H` or `I`: signed bytes, or unsigned numbers of 16 or 32 bits.
        numbers: Each within what the code holds.
    """
    return b64encode(_little(array(code, numbers)).tobytes()).decode()


def unpacked(code: str, text: str) -> "array[int]":
    """The numbers of such a text.

    Raises:
        ValueError: It holds no whole numbers of that size.
    """
    return _little(array(code, b64decode(text)))


def _little(numbers: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
