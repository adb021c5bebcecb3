"""The released numbers, to read only."""

from sqlalchemy import bindparam, select

from flows.model import Released, Supply
from storage.tables import demand_closed as closed
from storage.tables import demand_plan as plans
from storage.tables import demand_released as released
from storage.tables import demand_supply as supply
from storage.transaction import Transaction

_CELLS = (
    select(released.c.cell, released.c.value)
    .where(released.c["table"] == bindparam("of"), released.c.period == bindparam("when"))
    .order_by(released.c.cell)
)
_SINCE = (
    select(released.c.period, released.c.cell, released.c.value)
    .where(released.c["table"] == bindparam("of"), released.c.period >= bindparam("first"))
    .order_by(released.c.period, released.c.cell)
)
_CLOSED = select(closed.c.period).where(
    closed.c["table"] == bindparam("of"), closed.c.period == bindparam("when")
)
_SUPPLY = (
    select(supply.c.scope, supply.c.minutes, supply.c.workers)
    .where(
        supply.c.scope == bindparam("of"),
        supply.c.period >= bindparam("first"),
        supply.c.period <= bindparam("last"),
    )
    .order_by(supply.c.period)
)
PLANS = select(plans.c.first_week, plans.c.content).order_by(plans.c.first_week)


class SqlPublishedNumbers:
    """`flows.ports.PublishedNumbers`."""

    __slots__ = ("_tx",)

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def cells(self, table: str, period: str) -> list[Released]:
        """One table of one period, by name of cell; empty when not released."""
        rows = await self._tx.run(_CELLS, {"of": table, "when": period})
        return [Released(table, period, row.cell, row.value) for row in rows]

    async def since(self, table: str, period: str) -> list[Released]:
        """One table from a period on, by period and name of cell."""
        rows = await self._tx.run(_SINCE, {"of": table, "first": period})
        return [Released(table, row.period, row.cell, row.value) for row in rows]

    async def is_closed(self, table: str, period: str) -> bool:
        """Tell whether a period is over for good, with figures or without."""
        return await self._tx.first(_CLOSED, {"of": table, "when": period}) is not None

    async def plans(self) -> list[tuple[str, str]]:
        """Every plan with its first week, oldest first."""
        return [(row.first_week, row.content) for row in await self._tx.run(PLANS)]

    async def supply(self, scope: str, first: str, last: str) -> list[Supply]:
        """What a scope had on offer in each week from one to another, both included."""
        which = {"of": scope, "first": first, "last": last}
        rows = await self._tx.run(_SUPPLY, which)
        return [Supply(row.scope, row.minutes, row.workers) for row in rows]
