"""Names out of a text: who is named is known apart, and what is wanted does not hang on it."""

from collections.abc import Callable, Sequence

from flows.understanding.names import Span
from flows.understanding.titles import MASK
from flows.wording.folding import fold

NAME = "◆"
"""Stands where a worker was named: one word, that nobody types."""


def anonymous(text: str, spans: Sequence[Span]) -> str:
    """The folded text with one and the same word for every name.

    Args:
        text: As typed.
        spans: Where names stand in it, ascending.
    """
    return fold(_replaced(text, spans, lambda _: f" {NAME} "))


def blotted(text: str, spans: Sequence[Span]) -> str:
    """The text with names blotted out, sign by sign, so that none is read as a date."""
    return _replaced(text, spans, lambda length: MASK * length)


def _replaced(text: str, spans: Sequence[Span], by: Callable[[int], str]) -> str:
    kept, at = [], 0
    for start, end in spans:
        kept += [text[at:start], by(end - start)]
        at = end
    return "".join([*kept, text[at:]])
