"""Who is taken when: the rows whose primary key refuses a double booking."""

from collections.abc import Collection

from sqlalchemy import bindparam, delete
from sqlalchemy.dialects.postgresql import insert

from flows.errors import FlowError, PersonBusyError, SlotTakenError
from flows.model import AppointmentId, PersonId, Span, WorkerId
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


def of_worker(worker: WorkerId) -> str:
    """The resource of a worker."""
    return f"w:{worker}"


def of_person(person: PersonId) -> str:
    """The resource of a person."""
    return f"p:{person}"


async def take(
    tx: Transaction,
    appointment: AppointmentId,
    worker: WorkerId,
    others: Collection[str],
    span: Span,
) -> None:
    """Take every tick of a span for a worker and others, in one statement.

    Rows go in by resource and tick, so that two works never wait for each other crosswise.

    Raises:
        SlotTakenError: The worker is taken in some tick; the work is spoilt.
        PersonBusyError: Only somebody else is; the work is spoilt.
    """
    ticks, theirs = ticks_of(span), of_worker(worker)
    wanted = sorted({theirs, *others})
    rows = [
        {"resource": resource, "tick": tick, "appointment": appointment}
        for resource in wanted
        for tick in ticks
    ]
    taken = [row.resource for row in await tx.run(_TAKE, rows)]
    refused = [resource for resource in wanted if taken.count(resource) < len(ticks)]
    if refused:
        tx.spoil()
        raise _refusal(worker_too=theirs in refused)


async def free(tx: Transaction, appointment: AppointmentId) -> set[str]:
    """Give back what an appointment took; tells whose it was."""
    return {row.resource for row in await tx.run(_FREE, {"freed": appointment})}


def _refusal(*, worker_too: bool) -> FlowError:
    return SlotTakenError() if worker_too else PersonBusyError()
