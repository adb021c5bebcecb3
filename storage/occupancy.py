"""Who is taken when: the rows whose primary key refuses a double booking."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert

from flows.errors import FlowError, PersonBusyError, SlotTakenError
from flows.model import AppointmentId, PersonId, ScheduleId, Span, WorkerId
from storage.tables import occupancy
from storage.ticks import ticks_of
from storage.transaction import Transaction

_TAKE = (
    insert(occupancy)
    .on_conflict_do_nothing(index_elements=["resource", "tick"])
    .returning(occupancy.c.resource)
)
_FREE = (
    delete(occupancy)
    .where(occupancy.c.appointment == bindparam("freed"))
    .returning(occupancy.c.resource)
)
_SEATS = select(occupancy.c.resource).where(
    occupancy.c.resource.in_(bindparam("seats", expanding=True)),
    occupancy.c.tick == bindparam("first"),
)
_LEAVE = delete(occupancy).where(
    occupancy.c.appointment == bindparam("freed"), occupancy.c.resource == bindparam("whose")
)
_RELEASE = delete(occupancy).where(
    occupancy.c.appointment == bindparam("freed"), occupancy.c.until_at.is_not(None)
)
_LAPSED = (
    delete(occupancy)
    .where(occupancy.c.resource == bindparam("whose"), occupancy.c.until_at <= bindparam("now"))
    .returning(occupancy.c.resource)
)
_PERSON = "p:"


def of_worker(worker: WorkerId) -> str:
    """The resource of a worker."""
    return f"w:{worker}"


def of_person(person: PersonId) -> str:
    """The resource of a person."""
    return f"{_PERSON}{person}"


async def seat_of(tx: Transaction, group: ScheduleId, span: Span, seats: int) -> str:
    """The resource of the first seat of a group that nobody has at a time.

    Raises:
        SlotTakenError: All are taken; the work is spoilt.
    """
    all_of_them = [f"g:{group}:{n}" for n in range(1, seats + 1)]
    asked = {"seats": all_of_them, "first": ticks_of(span)[0]}
    taken = {row.resource for row in await tx.run(_SEATS, asked)}
    for seat in all_of_them:
        if seat not in taken:
            return seat
    tx.spoil()
    raise SlotTakenError


async def take(
    tx: Transaction,
    appointment: AppointmentId,
    theirs: str,
    others: Collection[str],
    span: Span,
    at: datetime,
    until_at: datetime | None = None,
) -> None:
    """Take every tick of a span for a worker, or a seat, and others, in one statement.

    Rows go in by resource and tick, so that two works never wait for each other crosswise. What
    was held and lapsed gives way: only where something is in the way is that looked for.

    Args:
        tx: The transaction.
        appointment: Which talk has it, or is it held for.
        theirs: The resource of the worker, or of a seat in a group.
        others: Resources that are taken too.
        span: At most a day.
        at: The moment at which it is taken.
        until_at: It is only held until then; None for a talk's own time.

    Raises:
        SlotTakenError: The worker or the seat is taken in some tick; the work is spoilt.
        PersonBusyError: Only somebody else is; the work is spoilt.
    """
    ticks = ticks_of(span)
    wanted = sorted({theirs, *others})
    rows = [
        {"resource": resource, "tick": tick, "appointment": appointment, "until_at": until_at}
        for resource in wanted
        for tick in ticks
    ]
    taken = [row.resource for row in await tx.run(_TAKE, rows)]
    if len(taken) < len(rows) and await tx.run(_LAPSED, {"whose": theirs, "now": at}):
        taken += [row.resource for row in await tx.run(_TAKE, rows)]
    refused = [resource for resource in wanted if taken.count(resource) < len(ticks)]
    if refused:
        tx.spoil()
        raise _refusal(worker_too=theirs in refused)


async def join(tx: Transaction, appointment: AppointmentId, person: PersonId, span: Span) -> bool:
    """Take every tick of a span for one more person; False, and none taken, where one is taken."""
    ticks, whose = ticks_of(span), of_person(person)
    rows = [
        {"resource": whose, "tick": tick, "appointment": appointment, "until_at": None}
        for tick in ticks
    ]
    if len(await tx.run(_TAKE, rows)) == len(rows):
        return True
    await leave(tx, appointment, person)
    return False


async def leave(tx: Transaction, appointment: AppointmentId, person: PersonId) -> None:
    """Give back what one person took for an appointment."""
    await tx.run(_LEAVE, {"freed": appointment, "whose": of_person(person)})


async def free(tx: Transaction, appointment: AppointmentId) -> set[str]:
    """Give back what an appointment took, or was held for it; tells from which people."""
    freed = {row.resource for row in await tx.run(_FREE, {"freed": appointment})}
    return {resource for resource in freed if resource.startswith(_PERSON)}


async def release(tx: Transaction, appointment: AppointmentId) -> None:
    """Give back what is only held for an appointment."""
    await tx.run(_RELEASE, {"freed": appointment})


def _refusal(*, worker_too: bool) -> FlowError:
    return SlotTakenError() if worker_too else PersonBusyError()
