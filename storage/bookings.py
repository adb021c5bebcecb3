"""How talks change: each way at once with the time it takes or frees."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Update, bindparam, insert

from flows.errors import PersonBusyError, StaleError
from flows.model import Appointment, AppointmentId, Audience, MessageId, PersonId, Status, Wish
from storage import occupancy, participants
from storage.columns import new_id
from storage.tables import appointment as talks
from storage.talks import CHANGE, appointment_of
from storage.ticks import ticks_of
from storage.transaction import Transaction

_INSERT = insert(talks)
_CHANGED = CHANGE.values(version=talks.c.version + 1, changed_at=bindparam("at"))
_PLACE = ("worker", "school", "mode", "start_at", "end_at", "code", "group")
_TO = _CHANGED.values({name: bindparam(f"to_{name}") for name in _PLACE} | {"late_minutes": 0})
_BECOMES = _CHANGED.values(status=bindparam("to_status"))
_CONCLUDED = CHANGE.values(status=bindparam("to_status"), end_told=bindparam("to_told"))


def new(
    wish: Wish,
    audience: Audience,
    at: datetime,
    *,
    counted: bool,
    rated: bool,
    chosen: bool,
    code: int,
    at_door: bool,
) -> Appointment:
    """A talk as it is when just booked, with an id of its own.

    Raises:
        ValueError: The span is empty, runs backward or is longer than a day.
    """
    ticks_of(wish.span)
    return Appointment(
        id=AppointmentId(new_id()),
        worker=wish.worker,
        school=wish.school,
        span=wish.span,
        mode=wish.mode,
        audience=audience,
        status=Status.BOOKED,
        version=1,
        created_at=at,
        changed_at=at,
        counted=counted,
        rated=rated,
        chosen=chosen,
        code=code,
        at_door=at_door,
        group=wish.group,
    )


async def book(
    tx: Transaction,
    made: Appointment,
    person: PersonId | None,
    card: MessageId | None,
    seats: int,
) -> None:
    """Keep a new talk and take its time, in three statements; a seat in a group takes four.

    Raises:
        SlotTakenError: The worker is occupied in some five minutes of the span.
        PersonBusyError: The person is.
    """
    await tx.run(_INSERT, _row_of(made))
    await participants.seat_booker(tx, made.id, person, card)
    others = () if person is None else (occupancy.of_person(person),)
    theirs = await _theirs(tx, made, seats)
    await occupancy.take(tx, made.id, theirs, others, made.span, made.created_at)


async def _theirs(tx: Transaction, talk: Appointment, seats: int) -> str:
    """Whose time a talk takes: the worker's, or that of a free seat in its group.

    Raises:
        SlotTakenError: No seat is free; the work is spoilt.
    """
    if talk.group is None:
        return occupancy.of_worker(talk.worker)
    return await occupancy.seat_of(tx, talk.group, talk.span, seats)


async def move(
    tx: Transaction, booked: Appointment, wish: Wish, at: datetime, code: int | None
) -> Appointment:
    """Free the old time and what was held, and take another, in three statements.

    A guest who has another talk then does not come along any more: who booked may not find out
    by trying.

    Raises:
        StaleError: It no longer stands as `booked` says.
        SlotTakenError: The worker is occupied then.
        PersonBusyError: The person is.
    """
    ticks_of(wish.span)
    _expect(booked, Status.BOOKED)
    place = {"worker": wish.worker, "school": wish.school, "mode": wish.mode}
    time = {"start_at": wish.span.start, "end_at": wish.span.end}
    moved = await _change(tx, _TO, booked, at, place | time | {"code": code, "group": wish.group})
    freed = await occupancy.free(tx, booked.id)
    theirs = await _theirs(tx, moved, wish.seats)
    if not moved.together:
        await occupancy.take(tx, booked.id, theirs, freed, wish.span, at)
        return moved
    return await _take_together(tx, moved, theirs, at)


async def cancel(tx: Transaction, booked: Appointment, at: datetime) -> Appointment:
    """Free the time, in two statements.

    Raises:
        StaleError: It no longer stands as `booked` says.
    """
    _expect(booked, Status.BOOKED)
    cancelled = await _change(tx, _BECOMES, booked, at, {"status": Status.CANCELLED})
    await occupancy.free(tx, booked.id)
    return cancelled


async def restore(tx: Transaction, cancelled: Appointment, at: datetime, seats: int) -> Appointment:
    """Take the time of a cancelled talk again, in three statements; a seat takes four.

    Raises:
        StaleError: It no longer stands as `cancelled` says.
        SlotTakenError: Somebody else took the time.
        PersonBusyError: The person has another talk then.
    """
    _expect(cancelled, Status.CANCELLED)
    restored = await _change(tx, _BECOMES, cancelled, at, {"status": Status.BOOKED})
    return await _take_together(tx, restored, await _theirs(tx, restored, seats), at)


async def _take_together(
    tx: Transaction, talk: Appointment, theirs: str, at: datetime
) -> Appointment:
    """Take a talk's time for its worker and who booked, and for a guest who is free then."""
    booker, guest = await participants.people_of(tx, talk.id)
    others = () if booker is None else (occupancy.of_person(booker),)
    await occupancy.take(tx, talk.id, theirs, others, talk.span, at)
    if guest is None or await occupancy.join(tx, talk.id, guest, talk.span):
        return talk
    await participants.part(tx, talk.id, guest)
    return replace(talk, together=False)


async def bring(tx: Transaction, talk: Appointment, person: PersonId) -> bool:
    """Seat a guest and take the talk's time for them; False when the seat was given before.

    Raises:
        PersonBusyError: The guest has another talk then; the work is spoilt.
    """
    if not await participants.seat_guest(tx, talk.id, person):
        return False
    if not await occupancy.join(tx, talk.id, person, talk.span):
        tx.spoil()
        raise PersonBusyError
    return True


async def conclude(
    tx: Transaction, over: Appointment, status: Status, *, end_told: bool
) -> Appointment:
    """Write down how a talk went; its version stays, for nobody is told.

    Raises:
        StaleError: It no longer stands as `over` says.
    """
    values = {"status": status, "told": end_told}
    return await _change(tx, _CONCLUDED, over, over.changed_at, values)


def _expect(stood: Appointment, status: Status) -> None:
    if stood.status is not status:
        raise StaleError


async def _change(
    tx: Transaction, change: Update, stood: Appointment, at: datetime, values: Mapping[str, Any]
) -> Appointment:
    """Change a talk only while it stands as it was seen."""
    seen = {"talk": stood.id, "seen": stood.version, "stood": stood.status, "at": at}
    row = await tx.first(change, seen | {f"to_{name}": value for name, value in values.items()})
    if row is None:
        raise StaleError
    return appointment_of(row)


def _row_of(made: Appointment) -> dict[str, Any]:
    return {
        "id": made.id,
        "worker": made.worker,
        "school": made.school,
        "start_at": made.span.start,
        "end_at": made.span.end,
        "mode": made.mode,
        "audience": made.audience,
        "status": made.status,
        "version": made.version,
        "created_at": made.created_at,
        "changed_at": made.changed_at,
        "counted": made.counted,
        "rated": made.rated,
        "chosen": made.chosen,
        "code": made.code,
        "group": made.group,
    }
