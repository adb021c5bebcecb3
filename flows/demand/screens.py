"""The weekly digest: published numbers in plain words, each with its spread."""

from collections.abc import Sequence
from datetime import date

from flows.demand.plan import DEFAULT, NOT_SAID
from flows.model import Released
from flows.screen import Line, Picture, Screen
from flows.steps import Home

TOPICS = DEFAULT.tables[0]
FLOOR = 5
"""Below this the digest says "fewer than five"."""


def digest(monday: date, cells: Sequence[Released]) -> Screen:
    """One published week.

    Args:
        monday: The day it begins with.
        cells: Every cell of the table, in the order of the plan.
    """
    spread, around = TOPICS.within(), TOPICS.total_within()
    total = sum(each.value for each in cells)
    lines = [
        Line("digest-title", {"on": monday}),
        _total(total, around),
        *_most(cells),
        Line("digest-noise", {"spread": spread}),
        Line("digest-same"),
        Line("digest-differences", {"least": TOPICS.difference()}),
    ]
    return Screen(tuple(lines), back=Home(), keep=True, picture=_picture(monday, cells, spread))


def _total(value: int, spread: int) -> Line:
    if value < FLOOR:
        return Line("digest-total-few", {"floor": FLOOR})
    return Line("digest-total", {"value": value, "spread": spread})


def _most(cells: Sequence[Released]) -> list[Line]:
    """Name the topic that stands out; nothing when the lead could be noise."""
    topics = sorted((c for c in cells if c.cell != NOT_SAID), key=lambda c: -c.value)
    if topics[0].value - topics[1].value <= TOPICS.difference():
        return [Line("digest-even")]
    return [Line("digest-most", {"topic": Line(f"topic-{topics[0].cell}")})]


def _picture(monday: date, cells: Sequence[Released], spread: int) -> Picture:
    rows = tuple((_label(each.cell), max(each.value, 0), spread) for each in cells)
    return Picture(Line("digest-chart", {"on": monday}), rows)


def _label(cell: str) -> Line:
    return Line(f"topic-{cell.replace('_', '-')}")
