"""How the outbox stands, in numbers: how much waits, and since when."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select

from storage.engine import Engine
from storage.tables import notice as notices

_WAITING = select(func.count()).where(notices.c.wake_at.is_not(None))
_DUE = select(func.count(), func.min(notices.c.wake_at)).where(
    notices.c.wake_at <= bindparam("now")
)


@dataclass(frozen=True, slots=True)
class Vitals:
    """The outbox at a moment.

    Attributes:
        waiting: Notices that are not settled, whenever they are due.
        due: Those that should be on their way by now.
        oldest_at: Since when the oldest of these should be; None when there are none.
    """

    waiting: int
    due: int
    oldest_at: datetime | None


async def vitals(engine: Engine, now: datetime) -> Vitals:
    """Look at the outbox.

    Raises:
        BusyError: Others held the database too long.
        DatabaseError: The database cannot be used.
    """
    async with engine.reading() as tx:
        waiting = (await tx.first(_WAITING))[0]
        due, oldest_at = await tx.first(_DUE, {"now": now})
    return Vitals(waiting, due, oldest_at)
