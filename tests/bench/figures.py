"""What is measured, against what, and the one table in which it ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median


class Better(Enum):
    """In which direction a ratio is good."""

    MORE = ">="
    LESS = "<="


@dataclass(frozen=True, slots=True)
class Target:
    """What a row is held to: the ratio that must be reached, and the one aimed at."""

    name: str
    what: str
    against: str
    better: Better
    target: float
    aim: float

    def verdict(self, ratio: float) -> str:
        """`aim`, `met` or `missed`."""
        if self._reached(ratio, self.aim):
            return "aim"
        return "met" if self._reached(ratio, self.target) else "missed"

    def _reached(self, ratio: float, bound: float) -> bool:
        return ratio >= bound if self.better is Better.MORE else ratio <= bound


@dataclass(frozen=True, slots=True)
class Figure:
    """A target with a pair of numbers for each round: ours, and what it is held against."""

    target: Target
    pairs: Sequence[tuple[float, float]]
    unit: str

    @property
    def ratios(self) -> list[float]:
        """Of each round, ascending."""
        return sorted(ours / other for ours, other in self.pairs)

    def cells(self) -> tuple[str, ...]:
        """A row of the table."""
        held, ratios = self.target, self.ratios
        middle = median(ratios)
        ours, other = (median(side) for side in zip(*self.pairs, strict=True))
        return (
            held.what,
            held.against,
            f"{held.better.value} {held.target:g}",
            f"{held.aim:g}",
            f"{ratios[0]:.2f} - {middle:.2f} - {ratios[-1]:.2f}",
            held.verdict(middle),
            f"{ours:.4g} / {other:.4g} {self.unit}",
        )


HEAD = ("what", "against", "target", "aim", "min - median - max", "", "ours / theirs")


def table(figures: Sequence[Figure]) -> str:
    """All rows below one head, columns aligned."""
    rows = [HEAD, *(each.cells() for each in figures)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(HEAD))]
    lines = ["  ".join(f"{cell:<{w}}" for cell, w in zip(row, widths, strict=True)) for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(line.rstrip() for line in lines)
