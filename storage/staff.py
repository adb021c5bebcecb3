"""Who of the staff can be told something unasked."""

from sqlalchemy import bindparam, select

from flows.model import CoordinatorId, PersonId, Role, WorkerId
from storage.tables import person as people
from storage.tables import staff
from storage.transaction import Transaction

_REACHABLE = (
    select(staff.c.person, staff.c.subject)
    .join(people, people.c.id == staff.c.person)
    .where(staff.c.role == bindparam("role"), people.c.reachable)
    .order_by(staff.c.subject)
)


async def desks(tx: Transaction) -> list[tuple[PersonId, WorkerId]]:
    """The reachable accounts of workers, in order of their id."""
    rows = await tx.run(_REACHABLE, {"role": Role.WORKER})
    return [(PersonId(row.person), WorkerId(row.subject)) for row in rows]


async def readers(tx: Transaction) -> list[tuple[PersonId, CoordinatorId]]:
    """The reachable mail addresses of coordinators, in order of their id."""
    rows = await tx.run(_REACHABLE, {"role": Role.READER})
    return [(PersonId(row.person), CoordinatorId(row.subject)) for row in rows]


async def coordinators(tx: Transaction) -> list[tuple[PersonId, CoordinatorId]]:
    """The reachable chats of coordinators in order of their id, then the mail addresses."""
    rows = await tx.run(_REACHABLE, {"role": Role.COORDINATOR})
    chats = [(PersonId(row.person), CoordinatorId(row.subject)) for row in rows]
    return [*chats, *await readers(tx)]


class SqlCoordinators:
    """`flows.ports.Coordinators`, for a work that opens nothing sealed."""

    __slots__ = ("_tx",)

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def coordinators(self) -> list[tuple[PersonId, CoordinatorId]]:
        """The reachable accounts of coordinators."""
        return await coordinators(self._tx)
