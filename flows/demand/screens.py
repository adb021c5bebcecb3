"""The digest: released numbers in plain words, each with its spread."""

from collections.abc import Mapping, Sequence
from datetime import date

from flows.demand import labels, words
from flows.demand.figures import Figures
from flows.demand.periods import monday_of
from flows.demand.plan import AUDIENCE, TOPIC, TOTAL, Table
from flows.demand.supply import Offer
from flows.screen import Button, Document, Line, Picture, Screen, Short, Value
from flows.staff_steps import Block, Sheet, Trend
from flows.steps import Home

BARS_OF_TIME = 12
LOST = (Line("digest-none"), Line("digest-none-why"), Line("digest-none-next"))


def digest(
    monday: date, figures: Sequence[Figures], longer: Block | None, supply: Line | None = None
) -> Screen:
    """What was released with one week: how many, about what, by whom.

    Args:
        monday: The day the week begins with.
        figures: What was released then; of it this screen tells total, topics and audience.
        longer: Where figures of a longer time stand, if there are any.
        supply: What was on offer meanwhile, where that is known.
    """
    found = {each.table.by: each for each in figures}
    lines = [Line("digest-title", {"on": monday})]
    counted = found.get(TOTAL) or found.get(TOPIC)
    if counted is not None:
        lines += _counted(counted)
    if TOPIC in found:
        lines.append(_most(found[TOPIC]))
    if AUDIENCE in found:
        lines.append(_audience(found[AUDIENCE]))
    if supply is not None:
        lines.append(supply)
    charted = found.get(TOPIC) or found.get(AUDIENCE)
    if charted is None or counted is None:
        return Screen(tuple(lines), back=Home(), keep=True)
    picture = _picture(Line("digest-chart", {"on": monday}), charted)
    lines += _about_noise(charted.table, counted.table)
    lines.append(words.bars(picture.cells))
    actions = [
        Button(Line("digest-sheet-key"), Sheet(monday)),
        Button(Line("digest-trend-key"), Trend(monday)),
    ]
    if longer is not None:
        actions.append(Button(Line("digest-block-key"), longer))
    return Screen(tuple(lines), tuple(actions), back=Home(), keep=True, picture=picture)


def without_figures(monday: date, longer: Block | None) -> Screen:
    """What was counted of a week is lost; it is said, and no nought stands in its place."""
    actions = () if longer is None else (Button(Line("digest-block-key"), longer),)
    lines = (Line("digest-title", {"on": monday}), *LOST)
    return Screen(lines, actions, back=Home(), keep=True)


def supply(scope: str, offer: Offer) -> Line:
    """What a scope had on offer: hours and workers, exact."""
    hours, minutes = divmod(offer.minutes, 60)
    values: dict[str, Value] = {
        "scope": scope,
        "hours": hours,
        "minutes": minutes,
        "workers": offer.workers,
    }
    return Line("digest-supply", values, item=True)


def _counted(counted: Figures) -> list[Line]:
    spread, least = _sum_spreads(counted.table)
    total, before = words.total(counted.total, spread), counted.before
    if not before:
        return [total, words.no_earlier(before)]
    return [total, words.compared(counted.total, sum(before.values()), least)]


def _sum_spreads(table: Table) -> tuple[int, int]:
    """Of the sum of a table, and of the difference of two such sums."""
    if len(table.cells) == 1:
        return table.within(), table.difference()
    return table.total_within(), table.total_within(2)


def _most(topics: Figures) -> Line:
    least = topics.table.difference()
    return words.most(topics.values, least, labels.topic, "digest-most", "digest-even")


def _audience(figures: Figures) -> Line:
    told = {cell: words.amount(n) for cell, n in figures.values.items()}
    return Line("digest-audience", {**told, "spread": figures.table.within()}, item=True)


def _about_noise(table: Table, counted: Table | None) -> list[Line]:
    """What the noise is, that all get the same, and which differences say nothing."""
    least = table.difference()
    lines = [Line("digest-noise", {"spread": table.within()}), Line("digest-same")]
    if counted is None:
        return [*lines, Line("digest-differences", {"least": least})]
    values = {"least": least, "total": _sum_spreads(counted)[1]}
    return [*lines, Line("digest-differences-total", values)]


def _picture(title: Line, figures: Figures, label: words.Label | None = None) -> Picture:
    """A bar a cell, none below nought."""
    by = labels.topic if figures.table.by == TOPIC else labels.audience
    spread, said = figures.table.within(), label or by
    rows = tuple((said(cell), max(n, 0), spread) for cell, n in figures.values.items())
    return Picture(title, rows)


def trend(monday: date, table: Table, sums: Mapping[str, int]) -> Screen:
    """How many there were so far, a bar a period; only released numbers."""
    spread, least = _sum_spreads(table)
    rows = tuple(
        (Line("trend-bar", {"on": Short(monday_of(period))}), max(n, 0), spread)
        for period, n in sums.items()
    )
    values = list(sums.values())
    lines = (
        Line("trend-title", {"on": monday}),
        words.total(values[-1], spread),
        words.compared_with_mean(values[-5:], table),
        Line("digest-noise", {"spread": spread}),
        Line("digest-same"),
        Line("digest-differences", {"least": least}),
        words.bars(rows),
    )
    picture = Picture(Line("trend-chart"), rows)
    return Screen(lines, back=Home(), keep=True, picture=picture)


def sheet(monday: date, week: str, content: bytes) -> Screen:
    """The same numbers as a table for other programs."""
    document = Document(f"inloop-{week}.csv", content)
    line = Line("sheet-title", {"on": monday})
    return Screen((line,), back=Home(), keep=True, document=document, silent=True)
