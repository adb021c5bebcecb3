"""Who sits at workers' desks, and how workers want to be told."""

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert

from flows.model import AtDesk, PersonId, Role, WorkerId
from storage.tables import desk, person, staff
from storage.transaction import Transaction

_AT_DESK = (
    select(staff.c.person, desk.c.daily)
    .join(person, person.c.id == staff.c.person)
    .outerjoin(desk, desk.c.worker == staff.c.subject)
    .where(
        staff.c.role == bindparam("role"),
        staff.c.subject == bindparam("whose"),
        person.c.reachable,
    )
)
_SAY = insert(desk)
_SET = _SAY.on_conflict_do_update(index_elements=["worker"], set_={"daily": _SAY.excluded.daily})


class SqlDesks:
    """`flows.ports.Desks`."""

    __slots__ = ("_tx",)

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def at_desk(self, worker: WorkerId) -> list[AtDesk]:
        """The reachable accounts of a worker: none or one."""
        rows = await self._tx.run(_AT_DESK, {"role": Role.WORKER, "whose": worker})
        return [AtDesk(PersonId(row.person), daily=bool(row.daily)) for row in rows]

    async def set_daily(self, worker: WorkerId, *, daily: bool) -> None:
        """Say whether bookings days ahead are told once a day."""
        await self._tx.run(_SET, {"worker": worker, "daily": daily})
