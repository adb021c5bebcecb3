"""Reads published numbers for coordinators; nothing here can reach a true counter."""

from datetime import date

from flows.demand import screens
from flows.demand.blocks import block_of
from flows.demand.figures import history
from flows.demand.issues import Issue, issue
from flows.demand.periods import WEEK, begin_of, week_name
from flows.demand.plan import TOPIC, TOTAL
from flows.demand.scopes import scope_name
from flows.demand.sheet import as_csv
from flows.errors import ForbiddenError, StaleError
from flows.ports import Ports, Work
from flows.programme import Programme
from flows.screen import Screen
from flows.staff_steps import Block, Digest, Sheet, Trend
from flows.visit import Visit


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
    if not any(each.table.weeks == found.plan.plan.beat for each in found.figures):
        return screens.without_figures(monday, longer)
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
    return next((Block(monday, part) for part in last.pages), None)


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
    if not found.figures:
        raise StaleError
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
