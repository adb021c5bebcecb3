"""The noise: its distribution, exactly, and the right number of draws of a real source."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from random import Random

import pytest

from flows.demand.release import noise

ALPHA = Fraction(2, 3)
DEEPEST = 8
"""Draws in the longest sequences that are tried, all of them."""


class ExhaustedError(Exception):
    """The scripted source has nothing left."""


class Scripted:
    """Gives these numbers in turn."""

    def __init__(self, numbers: tuple[int, ...]) -> None:
        self._numbers: Iterator[int] = iter(numbers)
        self.widths: list[int] = []

    def getrandbits(self, k: int, /) -> int:
        self.widths.append(k)
        try:
            return next(self._numbers)
        except StopIteration:
            raise ExhaustedError from None


def _outcomes(alpha: Fraction, draws: int) -> Counter[int]:
    """How many of all sequences of so many draws give which number, none left over."""
    found: Counter[int] = Counter()
    for numbers in product(range(alpha.denominator), repeat=draws):
        bits = Scripted(numbers)
        try:
            drawn = noise(alpha, bits)
        except ExhaustedError:
            continue
        if len(bits.widths) == draws:
            found[drawn] += 1
    return found


@pytest.mark.parametrize("alpha", [ALPHA, Fraction(1, 2), Fraction(3, 4)])
@pytest.mark.parametrize("draws", range(1, DEEPEST - 1))
def test_every_number_has_exactly_the_probability_of_two_geometric_draws(
    alpha: Fraction, draws: int
) -> None:
    """P(Z = z after n draws) = alpha^(n-2) (1-alpha)^2: one way to split n - 2 that gives z."""
    ways = Fraction(alpha.denominator) ** draws
    heads = draws - 2
    expected = dict.fromkeys(range(-heads, heads + 1, 2), alpha**heads * (1 - alpha) ** 2 * ways)

    assert _outcomes(alpha, draws) == (expected if heads >= 0 else {})


def test_numbers_beyond_the_denominator_are_drawn_again() -> None:
    """Two bits give 0 to 3; a 3 is no third and counts for nothing."""
    plain, spoilt = Scripted((0, 1, 2, 0, 2)), Scripted((3, 0, 3, 3, 1, 2, 0, 3, 2))

    assert noise(ALPHA, plain) == noise(ALPHA, spoilt) == 1
    assert set(plain.widths) == {2}


def test_the_sign_is_that_of_the_first_draw() -> None:
    assert noise(ALPHA, Scripted((0, 0, 2, 2))) == 2
    assert noise(ALPHA, Scripted((2, 0, 0, 2))) == -2


def test_twenty_thousand_draws_look_like_the_distribution() -> None:
    """Chi-square over 21 cells; 60 is passed by chance once in 10 million at 20 degrees."""
    number, widest = 20_000, 10
    bits = Random(20261124)
    drawn = Counter(max(-widest, min(widest, noise(ALPHA, bits))) for _ in range(number))

    chi = sum(
        (drawn[z] - expected) ** 2 / expected
        for z in range(-widest, widest + 1)
        if (expected := number * _probability(z, widest))
    )

    assert chi < 60


def _probability(z: int, widest: int) -> float:
    """Of one cell; the outermost two hold everything beyond."""
    alpha = float(ALPHA)
    if abs(z) == widest:
        return alpha**widest / (1 + alpha)
    return (1 - alpha) / (1 + alpha) * alpha ** abs(z)
