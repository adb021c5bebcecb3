"""The pages of a longer period: one table each, in plain words and as a chart."""

from collections.abc import Sequence
from datetime import date, timedelta

from flows.demand import words
from flows.demand.figures import Figures
from flows.demand.periods import WEEK, monday_of
from flows.demand.screens import LOST
from flows.model import Page
from flows.screen import Button, Line, Picture, Screen, Short, Value
from flows.staff_steps import Block, Sheet
from flows.steps import Home

_DAY = timedelta(days=1)
ALT_ROWS = 12
"""So many bars fit beside a picture in words; the table has all."""


def block(
    monday: date,
    part: Page,
    figures: Figures,
    label: words.Label,
    others: Sequence[Page],
    *,
    spread: int,
    least: int,
    own: Line | None = None,
    notes: Sequence[Line] = (),
) -> Screen:
    """One table of a longer period: what stands out, and what changed.

    Args:
        monday: Of the period's last week.
        part: Which table.
        figures: Its cells of this scope, summed where the scope reads sums.
        label: What the cells are called.
        others: The other tables of this period that the scope reads.
        spread: What 95 % of the noise of one of these numbers stays within.
        least: The same for a difference of two.
        own: What the only cell is called, where it is that of one school.
        notes: Whose numbers are in it, too.
    """
    title = _title(monday_of(figures.period), monday, part)
    rows = tuple((label(cell), max(n, 0), spread) for cell, n in figures.values.items())
    lines = [title, _said(figures, label, spread, least, own), *notes]
    lines += words.changes(figures, label, least)
    lines += [
        Line("digest-noise", {"spread": spread}),
        Line("digest-same"),
        Line("digest-differences", {"least": least}),
    ]
    if len(rows) <= ALT_ROWS:
        lines.append(words.bars(rows))
    return Screen(
        tuple(lines),
        (Button(Line("digest-sheet-key"), Sheet(monday)),),
        _other_pages(monday, others),
        back=Home(),
        keep=True,
        picture=Picture(title, rows),
    )


def without_figures(first: date, monday: date, part: Page, others: Sequence[Page]) -> Screen:
    """What was counted of a table is lost; it is said, and no nought stands in its place."""
    return Screen(
        (_title(first, monday, part), *LOST),
        choices=_other_pages(monday, others),
        back=Home(),
        keep=True,
    )


def _title(first: date, monday: date, part: Page) -> Line:
    span: dict[str, Value] = {"from": Short(first), "until": Short(monday + WEEK - _DAY)}
    return Line(f"block-title-{part.value}", span, item=True)


def _other_pages(monday: date, others: Sequence[Page]) -> tuple[Button, ...]:
    return tuple(Button(Line(f"block-key-{each.value}"), Block(monday, each)) for each in others)


def _said(figures: Figures, label: words.Label, spread: int, least: int, own: Line | None) -> Line:
    """The school's own number, or what stands out."""
    if own is None:
        return words.most(figures.values, least, label, "block-most", "block-even")
    value = next(iter(figures.values.values()))
    if value < words.FLOOR:
        return words.total(value, spread)
    return Line("block-own", {"school": own, "value": value, "spread": spread})
