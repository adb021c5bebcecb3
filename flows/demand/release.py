"""The noise: drawn once for every published cell."""

from fractions import Fraction
from typing import Protocol


class Bits(Protocol):
    """A source of random bits: `random.SystemRandom` in use, `random.Random` in tests."""

    def getrandbits(self, k: int, /) -> int:
        """An integer of `k` uniform bits."""


def noise(alpha: Fraction, bits: Bits) -> int:
    """Draw from the two-sided geometric distribution, exactly, with integers only.

    P(Z = z) = (1 - alpha) / (1 + alpha) * alpha ** |z|: the difference of two geometric draws.

    Args:
        alpha: 0 < alpha < 1, rational.
        bits: Where randomness comes from.
    """
    return _geometric(alpha, bits) - _geometric(alpha, bits)


def _geometric(alpha: Fraction, bits: Bits) -> int:
    count = 0
    while _coin(alpha, bits):
        count += 1
    return count


def _coin(chance: Fraction, bits: Bits) -> bool:
    """True with exactly this chance: a uniform integer below the denominator, by rejection."""
    width = (chance.denominator - 1).bit_length()
    while (drawn := bits.getrandbits(width)) >= chance.denominator:
        pass
    return drawn < chance.numerator
