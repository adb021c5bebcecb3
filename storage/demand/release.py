"""Turns true counters into published numbers, once: the only place that reads them.

Only `storage.releasing` may import this module; a contract in pyproject.toml says so.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, text
from sqlalchemy.dialects.postgresql import insert as upsert

from flows.model import Supply
from storage.demand.published import PLANS
from storage.demand.weeks import WEEK
from storage.tables import demand_closed as closed
from storage.tables import demand_counter as counters
from storage.tables import demand_plan as plans
from storage.tables import demand_released as released
from storage.tables import demand_seen as seen
from storage.tables import demand_supply as supply
from storage.tables import demand_week as weeks
from storage.transaction import Transaction

_ALONE = text("LOCK TABLE demand_week, demand_seen, demand_counter IN EXCLUSIVE MODE")
"""PostgreSQL: wait for those who are counting, let nobody count until the period is closed.

In the order in which those who count come by, so that nobody waits crosswise.
"""
_CLOSE = (
    upsert(closed)
    .on_conflict_do_nothing(index_elements=["table", "period"])
    .returning(closed.c.period)
)
_TAKE = (
    delete(counters)
    .where(counters.c["table"] == bindparam("of"), counters.c.period == bindparam("when"))
    .returning(counters.c.cell, counters.c["count"])
)
_EVERY_CLOSED = select(closed.c["table"], closed.c.period)
_FORGET_PLANS = delete(plans).where(plans.c.first_week > bindparam("after"))
_SET_PLAN = upsert(plans).on_conflict_do_nothing(index_elements=["first_week"])
_FORGET = (
    delete(seen).where(seen.c.period == bindparam("when")),
    delete(weeks).where(weeks.c.period == bindparam("when")),
)


class SqlRelease:
    """`flows.ports.Release`."""

    __slots__ = ("_tx",)

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def alone(self) -> None:
        """Wait for those who are counting; until this work ends nobody else counts."""
        if self._tx.postgres:
            await self._tx.run(_ALONE)

    async def plans(self) -> list[tuple[str, str]]:
        """Every plan with its first week, oldest first."""
        return [(row.first_week, row.content) for row in await self._tx.run(PLANS)]

    async def plan_from(self, first_week: str, content: str, after: str) -> None:
        """Let a plan count from a week on, in place of any that would after the week `after`."""
        await self.drop_plans(after)
        await self._tx.run(_SET_PLAN, {"first_week": first_week, "content": content})

    async def drop_plans(self, after: str) -> None:
        """No other plan counts any more after a week."""
        await self._tx.run(_FORGET_PLANS, {"after": after})

    async def closed(self) -> set[tuple[str, str]]:
        """Every table and period that is closed."""
        return {(row.table, row.period) for row in await self._tx.run(_EVERY_CLOSED)}

    async def close(
        self, table: str, period: str, cells: Sequence[str], noise: Callable[[], int], at: datetime
    ) -> bool:
        """Publish a table of a period: a number for every cell, noise added once, zeros included.

        Args:
            table: Name of the table.
            period: A week or a block.
            cells: Every cell, each once; `noise` is drawn in this order. A counter of any other
                cell is destroyed unpublished.
            noise: Gives one draw a call; called once a cell, and not at all when it was closed.
            at: Written down as the moment of closing.

        Returns:
            False, and nothing done, when it was closed before.
        """
        counted = await self._taken(table, period, at)
        if counted is None:
            return False
        place = {"table": table, "period": period}
        numbers = [
            {**place, "cell": cell, "value": counted.get(cell, 0) + noise()} for cell in cells
        ]
        if numbers:
            await self._tx.run(insert(released), numbers)
        return True

    async def close_empty(self, table: str, period: str, at: datetime) -> bool:
        """Close a period without figures: its counters are destroyed unpublished."""
        return await self._taken(table, period, at) is not None

    async def _taken(self, table: str, period: str, at: datetime) -> dict[str, int] | None:
        """Close a period and take its counters; None when it was closed before."""
        await self.alone()
        row = {"table": table, "period": period, "closed_at": at}
        if await self._tx.first(_CLOSE, row) is None:
            return None
        which = {"of": table, "when": period}
        return {row.cell: row.count for row in await self._tx.run(_TAKE, which)}

    async def close_week(self, week: str, at: datetime) -> bool:
        """Destroy the tags of a week and their key; False when that was done before."""
        await self.alone()
        row = {"table": WEEK, "period": week, "closed_at": at}
        if await self._tx.first(_CLOSE, row) is None:
            return False
        for forget in _FORGET:
            await self._tx.run(forget, {"when": week})
        return True

    async def keep_supply(self, week: str, offered: Sequence[Supply]) -> None:
        """Write down what was on offer in a week that was closed just now, once and for all."""
        rows = [
            {"period": week, "scope": e.scope, "minutes": e.minutes, "workers": e.workers}
            for e in offered
        ]
        if rows:
            await self._tx.run(insert(supply), rows)
