"""Many numbers in a JSON file: base64 of them, little-endian."""

import sys
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable


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
