"""What released numbers say in words: more, fewer and most only where noise cannot have done it."""

from collections.abc import Callable, Mapping, Sequence
from math import ceil, sqrt

from flows.demand.figures import Figures
from flows.demand.plan import NOT_SAID, Table
from flows.screen import Line, Value

FLOOR = 5
"""Below this a number is told as "fewer than five"."""
CHANGES_TOLD = 3

Label = Callable[[str], Line]


def amount(value: int) -> Value:
    """A number to be read; small ones and those below nought in words."""
    return value if value >= FLOOR else Line("digest-few", {"floor": FLOOR})


def total(value: int, spread: int) -> Line:
    """How many in all."""
    if value < FLOOR:
        return Line("digest-total-few", {"floor": FLOOR})
    return Line("digest-total", {"value": value, "spread": spread})


def no_earlier(before: Mapping[str, int] | None) -> Line:
    """Why there is nothing to compare with: nothing yet, or it was lost."""
    return Line("digest-first" if before is None else "digest-before-none")


def compared(value: int, before: int | None, least: int, subject: str = "digest") -> Line:
    """More, fewer or about the same; `least` is what a difference must exceed to say anything."""
    if before is None:
        return Line("digest-first")
    if abs(value - before) <= least:
        return Line(f"{subject}-about")
    return Line(f"{subject}-more" if value > before else f"{subject}-fewer")


def compared_with_mean(values: Sequence[int], table: Table) -> Line:
    """The last of some sums against the mean of those before it."""
    *earlier, last = values
    if not earlier:
        return Line("digest-first")
    one = len(table.cells) * table.variance()
    least = ceil(1.96 * sqrt(one * (1 + 1 / len(earlier))))
    mean = round(sum(earlier) / len(earlier))
    return compared(last, mean, least, "trend")


def most(values: Mapping[str, int], least: int, label: Label, told: str, even: str) -> Line:
    """Name the cell that stands out; say so when its lead could be noise."""
    said = sorted((n, cell) for cell, n in values.items() if cell != NOT_SAID)
    if len(said) > 1 and said[-1][0] - max(said[-2][0], 0) > least:
        key = "topic" if told == "digest-most" else "cell"
        return Line(told, {key: label(said[-1][1])})
    return Line(even)


def changes(figures: Figures, label: Label, least: int) -> list[Line]:
    """Which cells grew and which shrank since the period before, beyond what noise can do."""
    before = figures.before
    if not before:
        return [no_earlier(before)]
    grown = {cell: n - before.get(cell, 0) for cell, n in figures.values.items()}
    up = sorted((cell for cell, n in grown.items() if n > least), key=lambda each: -grown[each])
    down = sorted((cell for cell, n in grown.items() if n < -least), key=grown.__getitem__)
    lines = [
        Line(told, {"cell": listed([label(each) for each in cells[:CHANGES_TOLD]])})
        for told, cells in (("block-up", up), ("block-down", down))
        if cells
    ]
    return lines or [Line("digest-about")]


def listed(lines: Sequence[Line]) -> Line:
    """Some lines with commas between."""
    first, *rest = lines
    return Line("digest-bars", {"first": first, "rest": listed(rest)}) if rest else first


def bars(rows: Sequence[tuple[Line, int, int]]) -> Line:
    """A chart in words, for who cannot see it; all bars have the same spread."""
    told = [Line("digest-bar", {"label": each, "value": amount(n)}) for each, n, _ in rows]
    return Line("digest-alt", {"bars": listed(told), "spread": rows[0][2]}, item=True)
