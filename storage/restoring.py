"""What a restored database needs before the bot may go on: it is older than it thinks."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, or_, select, update

from flows.model import NoticeState, PersonId, Status
from storage import rights
from storage.tables import appointment, notice, occupancy, participant
from storage.tables import demand_counter as counters
from storage.tables import demand_seen as seen
from storage.tables import demand_week as weeks
from storage.transaction import Transaction

_REST = (
    update(notice)
    .where(
        or_(
            notice.c.state == NoticeState.SENDING,
            and_(notice.c.state == NoticeState.PENDING, notice.c.wake_at <= bindparam("now")),
        )
    )
    .values(state=NoticeState.DROPPED, wake_at=None, reason="restored")
    .returning(notice.c.id)
)
_NOT_REVIVED = (
    update(notice)
    .where(
        notice.c.state == NoticeState.DROPPED,
        notice.c.reason == "unreachable",
        notice.c.due_at <= bindparam("now"),
    )
    .values(reason="restored")
)
_COUNTED = (delete(seen), delete(weeks), delete(counters))
_THEIRS = participant.c.person.in_(bindparam("erased", expanding=True))
_AHEAD = (
    select(appointment.c.id)
    .join(participant, participant.c.appointment == appointment.c.id)
    .where(
        _THEIRS,
        participant.c.seat == 0,
        appointment.c.status == Status.BOOKED,
        appointment.c.end_at > bindparam("now"),
    )
)
_CANCEL = (
    update(appointment)
    .where(appointment.c.id.in_(bindparam("talks", expanding=True)))
    .values(
        status=Status.CANCELLED,
        version=appointment.c.version + 1,
        changed_at=bindparam("now"),
        code=None,
    )
)
_FREE = delete(occupancy).where(occupancy.c.appointment.in_(bindparam("talks", expanding=True)))


@dataclass(frozen=True, slots=True)
class Settled:
    """What was done to a restored database, in numbers."""

    rested: int
    erased: int


async def settle(tx: Transaction, now: datetime, erased: Collection[PersonId] = ()) -> Settled:
    """Put all past notices to rest, and take out again whoever was erased since.

    What waits for a later hour was not said yet, and still is; what was kept for somebody who
    could not be reached may have been.

    Args:
        tx: Nobody else works on the database.
        now: This moment.
        erased: Those of the backup who were erased since: their keys are gone.
    """
    rested = len(await tx.run(_REST, {"now": now}))
    await tx.run(_NOT_REVIVED, {"now": now})
    for empty in _COUNTED:
        await tx.run(empty)
    return Settled(rested, await erase(tx, list(erased), now) if erased else 0)


async def erase(tx: Transaction, erased: list[PersonId], now: datetime) -> int:
    """Finish what was begun when their keys were destroyed; how many were still there.

    Their talks ahead are cancelled; nobody is told, for that was done when they were erased.
    """
    talks = [row.id for row in await tx.run(_AHEAD, {"erased": erased, "now": now})]
    if talks:
        await tx.run(_CANCEL, {"talks": talks, "now": now})
        await tx.run(_FREE, {"talks": talks})
    return sum([await rights.erase(tx, each) for each in erased])
