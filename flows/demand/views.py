"""Reads published numbers for coordinators; nothing here can reach a true counter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from flows.demand import labels, screens
from flows.demand.figures import (
    Figures,
    history,
    in_scope,
    plan_of,
    released_with,
)
from flows.demand.groups import LEAST, schools_of_provider
from flows.demand.laying import InForce
from flows.demand.pairing import schools_in
from flows.demand.periods import WEEK, begin_of, week_name
from flows.demand.plan import PARTS, TOPIC, TOTAL
from flows.demand.scopes import scope_name
from flows.demand.sheet import as_csv
from flows.demand.supply import Offer, kept
from flows.errors import ForbiddenError, StaleError
from flows.model import Page
from flows.ports import Ports, Work
from flows.programme import Programme
from flows.screen import Line, Screen
from flows.staff_steps import Block, Digest, Sheet, Trend
from flows.visit import Visit


@dataclass(frozen=True, slots=True)
class Issue:
    """Everything that was released with a week, as one scope reads it.

    Attributes:
        figures: In the order of the plan.
        supply: What the scope had on offer meanwhile, exactly; None when it is not known.
        longer: The same of periods longer than the plan's shortest, by what they tell apart.
    """

    monday: date
    scope: str
    plan: InForce
    figures: Sequence[Figures]
    supply: Offer | None

    @property
    def longer(self) -> Mapping[Page, Figures]:
        """Tables of the longer periods that ended with this week."""
        found = {each.table.by: each for each in self.figures}
        beat = self.plan.plan.beat
        parts = {part: found[by] for part, by in PARTS.items() if by in found}
        return {part: each for part, each in parts.items() if each.table.weeks > beat}


async def issue(monday: date, scope: str, work: Work, programme: Programme) -> Issue:
    """What was released with a week.

    Raises:
        StaleError: Nothing was.
    """
    plan = await plan_of(monday, work)
    found = await released_with(monday, work)
    if plan is None or not found:
        raise StaleError
    scoped = [in_scope(each, scope, plan, programme) for each in found]
    first = max(begin_of(monday, plan.plan.beat), plan.first_on)
    supply = await kept(scope, week_name(first), week_name(monday), work)
    return Issue(monday, scope, plan, [each for each in scoped if each is not None], supply)


def _scope(visit: Visit, ports: Ports) -> str:
    """The scope of the coordinator who asks.

    Raises:
        ForbiddenError: Not a coordinator of this programme.
    """
    who = ports.programme.coordinator(visit.known.coordinator)
    if who is None:
        raise ForbiddenError
    return who.scope


async def digest(step: Digest, visit: Visit, work: Work, ports: Ports) -> Screen:
    """A published week.

    Raises:
        ForbiddenError: Not a coordinator of this programme.
        StaleError: Nothing is published with this week.
    """
    scope = _scope(visit, ports)
    return await digest_of(step.week, scope, work, ports.programme)


async def digest_of(monday: date, scope: str, work: Work, programme: Programme) -> Screen:
    """A published week, as anybody of a scope reads it.

    Raises:
        StaleError: Nothing is published with this week.
    """
    found = await issue(monday, scope, work, programme)
    longer = await _longer(found, work, programme)
    name = scope_name(scope, programme)
    offer = None if found.supply is None else screens.supply(name, found.supply)
    return screens.digest(monday, found.figures, longer, offer)


async def _longer(found: Issue, work: Work, programme: Programme) -> Block | None:
    """The newest figures of a longer period, as of this week."""
    plan = found.plan
    lengths = [each.weeks for each in plan.plan.tables if each.weeks > plan.plan.beat]
    if not lengths:
        return None
    monday = begin_of(found.monday + WEEK, min(lengths)) - WEEK
    if monday < plan.first_on:
        return None
    last = await issue(monday, found.scope, work, programme)
    return next((Block(monday, part) for part in last.longer), None)


async def trend(step: Trend, visit: Visit, work: Work, ports: Ports) -> Screen:
    """How many there were in the periods so far.

    Raises:
        ForbiddenError: Not a coordinator of this programme.
        StaleError: Nothing is published with this week.
    """
    found = await issue(step.week, _scope(visit, ports), work, ports.programme)
    by = {each.table.by: each for each in found.figures}
    counted = by.get(TOTAL) or by.get(TOPIC)
    if counted is None:
        raise StaleError
    sums = await history(counted.table, counted.period, found.plan, work)
    shown = dict(list(sums.items())[-screens.BARS_OF_TIME :])
    return screens.trend(step.week, counted.table, shown)


async def sheet(step: Sheet, visit: Visit, work: Work, ports: Ports) -> Screen:
    """Everything that was published with a week, as a table.

    Raises:
        ForbiddenError: Not a coordinator of this programme.
        StaleError: Nothing is published with this week.
    """
    found = await issue(step.week, _scope(visit, ports), work, ports.programme)
    week = week_name(step.week)
    return screens.sheet(step.week, week, as_csv(week, found.figures, found.supply))


async def block(step: Block, visit: Visit, work: Work, ports: Ports) -> Screen:
    """One table of a longer period.

    Raises:
        ForbiddenError: Not a coordinator of this programme.
        StaleError: Nothing of it is published with this week.
    """
    found = await issue(step.week, _scope(visit, ports), work, ports.programme)
    return block_of(found, step.part, ports.programme)


def block_of(found: Issue, part: Page, programme: Programme) -> Screen:
    """One table of a longer period, as anybody of a scope reads it.

    Raises:
        StaleError: Nothing of it is published with this week.
    """
    longer = found.longer
    if part not in longer:
        raise StaleError
    figures, table = longer[part], longer[part].table
    spread, least = table.within(), table.difference()
    label = labels.label_of(table.by, programme)
    if part is Page.GROUP and len(_groups(figures)) > 1:
        figures = _summed(figures)
        one = replace(table, cells=table.cells[: len(table.cells) // len(_groups(figures))])
        spread, least = one.total_within(), one.total_within(2)
    elif part is Page.GROUP:
        label = labels.topic_of_group
    return screens.block(
        found.monday,
        part,
        figures,
        label,
        [each for each in longer if each is not part],
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
