"""The released numbers, to read only."""

from sqlalchemy import bindparam, select

from flows.model import Released
from storage.tables import demand_released as released
from storage.transaction import Transaction

_WEEK = (
    select(released.c.cell, released.c.value)
    .where(released.c["table"] == bindparam("of"), released.c.period == bindparam("when"))
    .order_by(released.c.cell)
)


class SqlPublishedNumbers:
    """`flows.ports.PublishedNumbers`."""

    __slots__ = ("_tx",)

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def week(self, table: str, period: str) -> list[Released]:
        """One table of one period, by name of cell; empty when not released."""
        rows = await self._tx.run(_WEEK, {"of": table, "when": period})
        return [Released(table, period, row.cell, row.value) for row in rows]
