"""Turns true counters into published numbers, once: the only place that reads them.

Only `storage.releasing` may import this module; a contract in pyproject.toml says so.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, text, union_all
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.tables import demand_closed as closed
from storage.tables import demand_counter as counters
from storage.tables import demand_released as released
from storage.tables import demand_seen as seen
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
_LEFT = (
    select(counters.c.period)
    .distinct()
    .where(counters.c["table"] == bindparam("of"), counters.c.period < bindparam("newest"))
)
_EVER = union_all(
    select(closed.c.period).where(closed.c["table"] == bindparam("of")),
    select(counters.c.period).where(counters.c["table"] == bindparam("of")),
).limit(1)
_IS_CLOSED = select(closed.c.period).where(
    closed.c["table"] == bindparam("of"), closed.c.period == bindparam("newest")
)
_FORGET = (
    delete(seen).where(seen.c.period == bindparam("when")),
    delete(weeks).where(weeks.c.period == bindparam("when")),
)


class SqlRelease:
    """`flows.ports.Release`."""

    __slots__ = ("_tx",)

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def close(
        self, table: str, period: str, cells: Sequence[str], noise: Callable[[], int], at: datetime
    ) -> bool:
        """Publish a table of a period: a number for every cell, noise added once, zeros included.

        Args:
            table: Name of the table.
            period: A week or a block; its set of tags and their key go, too.
            cells: Every cell, each once; `noise` is drawn in this order. A counter of any other
                cell is destroyed unpublished.
            noise: Gives one draw a call; called once a cell, and not at all when it was closed.
            at: Written down as the moment of closing.

        Returns:
            False, and nothing done, when it was closed before.
        """
        if self._tx.postgres:
            await self._tx.run(_ALONE)
        row = {"table": table, "period": period, "closed_at": at}
        if await self._tx.first(_CLOSE, row) is None:
            return False
        which = {"of": table, "when": period}
        counted = {row.cell: row.count for row in await self._tx.run(_TAKE, which)}
        place = {"table": table, "period": period}
        numbers = [
            {**place, "cell": cell, "value": counted.get(cell, 0) + noise()} for cell in cells
        ]
        if numbers:
            await self._tx.run(insert(released), numbers)
        for forget in _FORGET:
            await self._tx.run(forget, {"when": period})
        return True

    async def begin(self, table: str, newest: str, at: datetime) -> None:
        """On a database that never counted: close `newest` without numbers."""
        which = {"of": table}
        if await self._tx.first(_EVER, which) is None:
            row = {"table": table, "period": newest, "closed_at": at}
            await self._tx.first(_CLOSE, row)

    async def open_until(self, table: str, newest: str) -> list[str]:
        """Periods not yet closed, oldest first: `newest`, and older ones with counters left."""
        which = {"of": table, "newest": newest}
        left = {row.period for row in await self._tx.run(_LEFT, which)}
        if await self._tx.first(_IS_CLOSED, which) is None:
            left.add(newest)
        return sorted(left)
