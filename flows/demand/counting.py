"""Where a count goes: the plan in force, its tables, and the periods of a date."""

import logging
from collections.abc import Iterable
from datetime import date

from flows.demand.laying import InForce, read, written
from flows.demand.periods import week_name
from flows.ports import Work
from flows.programme import Programme

_log = logging.getLogger(__name__)

Count = tuple[tuple[str, ...], str]
"""What is told apart, and the cell."""


async def in_force(on: date, work: Work, programme: Programme) -> InForce:
    """The plan that counts on a date; that of the config where none ever did."""
    week = week_name(on)
    kept = await work.tally.plan(week)
    if kept is None:
        await work.tally.set_plan(week, written(programme))
        kept = await work.tally.plan(week)
    if kept is None:
        raise LookupError("a plan was written down and is gone within one transaction")
    return read(*kept)


async def count(
    counts: Iterable[Count], on: date, plan: InForce, work: Work, amount: int = 1
) -> None:
    """Add to every table of the plan that tells these apart, in the period of a date.

    In one order for all who count, so that nobody waits crosswise.
    """
    tables = {each.by: each for each in plan.plan.tables}
    counters = sorted(
        (tables[by].name, plan.period(tables[by], on), cell) for by, cell in counts if by in tables
    )
    for table, period, _ in await work.tally.add_all(counters, amount) if counters else ():
        _log.warning("an event came after %s %s was closed: not counted", table, period)
