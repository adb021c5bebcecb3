"""The pages of a longer period: one table each, as anybody of a scope reads it; pure."""

from collections.abc import Mapping
from dataclasses import replace

from flows.demand import block_screens, labels
from flows.demand.figures import Figures
from flows.demand.groups import LEAST, schools_of_provider
from flows.demand.issues import Issue
from flows.demand.pairing import schools_in
from flows.demand.periods import monday_of
from flows.demand.plan import PARTS
from flows.errors import StaleError
from flows.model import Page
from flows.programme import Programme
from flows.screen import Line, Screen


def block_of(found: Issue, part: Page, programme: Programme) -> Screen:
    """One table of a longer period, as anybody of a scope reads it.

    Raises:
        StaleError: Nothing of it is published with this week.
    """
    longer, others = found.longer, [each for each in found.pages if each is not part]
    if part not in found.pages:
        raise StaleError
    if part not in longer:
        [table] = [each for each in found.lost if each.by == PARTS[part]]
        first = monday_of(found.plan.period(table, found.monday))
        return block_screens.without_figures(first, found.monday, part, others)
    figures, table = longer[part], longer[part].table
    spread, least = table.within(), table.difference()
    label = labels.label_of(table.by, programme)
    if part is Page.GROUP and len(_groups(figures)) > 1:
        figures = _summed(figures)
        one = replace(table, cells=table.cells[: len(table.cells) // len(_groups(figures))])
        spread, least = one.total_within(), one.total_within(2)
    elif part is Page.GROUP:
        label = labels.topic_of_group
    return block_screens.block(
        found.monday,
        part,
        figures,
        label,
        others,
        spread=spread,
        least=least,
        own=label(next(iter(figures.values)))
        if found.scope.startswith("school:") and part is Page.SCHOOL
        else None,
        notes=_notes(found, part, figures, programme),
    )


def _notes(found: Issue, part: Page, figures: Figures, programme: Programme) -> list[Line]:
    """Whose numbers are in those of a scope, too."""
    kind, _, subject = found.scope.partition(":")
    if part is Page.SCHOOL and any(len(schools_in(each)) > 1 for each in figures.values):
        return [Line("block-together")]
    if part is Page.GROUP and kind == "provider" and _is_pooled(subject, found, programme):
        return [Line("block-pool")]
    return []


def _groups(figures: Figures) -> list[str]:
    return list(dict.fromkeys(cell.partition(":")[0] for cell in figures.values))


def _summed(figures: Figures) -> Figures:
    """One number a group: the sum of its topics."""

    def sums(values: Mapping[str, int]) -> dict[str, int]:
        found: dict[str, int] = {}
        for cell, n in values.items():
            group = cell.partition(":")[0]
            found[group] = found.get(group, 0) + n
        return found

    before = None if figures.before is None else sums(figures.before)
    return replace(figures, values=sums(figures.values), before=before)


def _is_pooled(provider: str, found: Issue, programme: Programme) -> bool:
    """Whether the groups that a provider reads hold schools of others, too."""
    own = set(schools_of_provider(provider, programme))
    read = {group for each in own if (group := found.plan.group_of(each)) is not None}
    held = {school for group in read for school in found.plan.groups[group]}
    return len(own) < LEAST or not held <= own
