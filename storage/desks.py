"""How workers want to be told."""

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert

from flows.model import WorkerId
from storage.tables import desk
from storage.transaction import Transaction

_DAILY = select(desk.c.daily).where(desk.c.worker == bindparam("whose"))
_SAY = insert(desk)
_SET = _SAY.on_conflict_do_update(index_elements=["worker"], set_={"daily": _SAY.excluded.daily})


class SqlDesks:
    """`flows.ports.Desks`."""

    __slots__ = ("_tx",)

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def wants_daily(self, worker: WorkerId) -> bool:
        """Whether bookings days ahead are told once a day; False unless it was said."""
        row = await self._tx.first(_DAILY, {"whose": worker})
        return row is not None and bool(row.daily)

    async def set_daily(self, worker: WorkerId, *, daily: bool) -> None:
        """Say it."""
        await self._tx.run(_SET, {"worker": worker, "daily": daily})
