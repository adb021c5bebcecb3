"""Released numbers, read for a screen or a table; nothing here can reach a true counter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flows.demand.groups import schools_of_provider
from flows.demand.laying import InForce, read
from flows.demand.pairing import schools_in
from flows.demand.periods import WEEK, begin_of, is_end, last_end
from flows.demand.plan import GROUP_TOPIC, SCHOOL, Table
from flows.ports import Ports, Work
from flows.programme import Programme


@dataclass(frozen=True, slots=True)
class Figures:
    """One table of one period as it was released, and the period before it.

    Attributes:
        period: Its first week.
        values: By cell, in the order of the plan, noise and all: perhaps below nought.
        before: Those of the period before; None when it is the plan's first, empty when that
            one was closed without figures.
    """

    table: Table
    period: str
    values: Mapping[str, int]
    before: Mapping[str, int] | None = None

    @property
    def total(self) -> int:
        """The sum of all cells, unrounded and with what is below nought."""
        return sum(self.values.values())


async def plan_of(monday: date, work: Work) -> InForce | None:
    """The plan that counted in a week; None before the first."""
    plans = [read(*each) for each in await work.published.plans()]
    return next((each for each in reversed(plans) if each.first_on <= monday), None)


async def ended_with(monday: date, plan: InForce, work: Work) -> tuple[list[Figures], list[Table]]:
    """Every table that was closed when this week was over, in the order of the plan.

    Returns:
        Those with figures, and those that were closed without: what was counted had been lost.
    """
    found: list[Figures] = []
    lost: list[Table] = []
    for table in plan.plan.tables:
        if not is_end(monday + WEEK, table.weeks):
            continue
        figures = await _figures(table, monday, plan, work)
        if figures is not None:
            found.append(figures)
        elif await work.published.is_closed(table.name, plan.period(table, monday)):
            lost.append(table)
    return found, lost


async def _figures(table: Table, monday: date, plan: InForce, work: Work) -> Figures | None:
    period = plan.period(table, monday)
    values = await _values(table, period, work)
    if not values:
        return None
    earlier = begin_of(monday, table.weeks) - WEEK
    before = (
        await _values(table, plan.period(table, earlier), work)
        if earlier >= plan.first_on
        else None
    )
    return Figures(table, period, values, before)


async def _values(table: Table, period: str, work: Work) -> Mapping[str, int]:
    found = {each.cell: each.value for each in await work.published.cells(table.name, period)}
    return {cell: found[cell] for cell in table.cells if cell in found}


async def history(table: Table, period: str, plan: InForce, work: Work) -> Mapping[str, int]:
    """The sums of a table, from the plan's first period up to one, oldest first."""
    first = plan.period(table, plan.first_on)
    sums: dict[str, int] = {}
    for each in await work.published.since(table.name, first):
        if each.period <= period:
            sums[each.period] = sums.get(each.period, 0) + each.value
    return sums


async def newest(now: datetime, work: Work, ports: Ports, weeks: int = 0) -> date | None:
    """The last week that was published, though without figures; of periods of `weeks`, if said."""
    last = last_end(now, ports.limits.digest.at, ports.programme.zone) - WEEK
    plan = await plan_of(last, work)
    if plan is None:
        return None
    monday = begin_of(last + WEEK, weeks or plan.plan.beat) - WEEK
    if monday < plan.first_on:
        return None
    return monday if any(await ended_with(monday, plan, work)) else None


def in_scope(figures: Figures, scope: str, plan: InForce, programme: Programme) -> Figures | None:
    """What a scope reads of a table: of schools and groups its own, of the rest everything.

    None where a table has nothing for the scope.
    """
    wanted = _cells(figures.table, scope, plan, programme)
    if wanted is None:
        return figures
    values = {cell: n for cell, n in figures.values.items() if cell in wanted}
    before = figures.before
    if before is not None:
        before = {cell: n for cell, n in before.items() if cell in wanted}
    return Figures(figures.table, figures.period, values, before) if values else None


def _cells(table: Table, scope: str, plan: InForce, programme: Programme) -> Sequence[str] | None:
    """The cells of a scope; None for all."""
    kind, _, subject = scope.partition(":")
    if kind == "programme" or table.by not in {SCHOOL, GROUP_TOPIC}:
        return None
    own = [subject] if kind == "school" else list(schools_of_provider(subject, programme))
    if table.by == SCHOOL:
        return [each for each in table.cells if set(own) & set(schools_in(each))]
    if kind == "school":
        return []
    groups = {plan.group_of(each) for each in schools_of_provider(subject, programme)}
    return [each for each in table.cells if each.partition(":")[0] in groups]
