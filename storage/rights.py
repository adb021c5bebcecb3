"""What a person may ask of the database: to see everything, and to be gone."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Select, Table, bindparam, delete, select, union, update
from sqlalchemy.dialects.postgresql import insert

from flows.model import MessageId, PersonId
from flows.ports import Held
from storage import occupancy
from storage.sealing import DataKey
from storage.tables import (
    appointment,
    awaiting,
    hold,
    notice,
    participant,
    passed,
    person,
    shown,
    staff,
    waiting,
)
from storage.tables import occupancy as ticks
from storage.transaction import Transaction

BOOKER = 0
HIDDEN = {"person": ("lookup",), "participant": ("person",), "staff": ("person",)}
"""A keyed hash that nobody can read, and the number of the person's own row once more."""
SEALED = {"person": ("address",), "participant": ("label", "phone", "nickname")}
OF_A_GUEST = ("id", "worker", "school", "start_at", "end_at", "mode", "status", "code", "group")
"""What of a talk is a guest's to see; the rest is of who booked."""

_WHOSE: BindParameter[int] = bindparam("whose")
_SEATS = participant.c.person == _WHOSE
_TALKS = select(participant.c.appointment).where(_SEATS)
_BOOKED = _TALKS.where(participant.c.seat == BOOKER)
_ERASE = (
    update(appointment).where(appointment.c.id.in_(_BOOKED)).values(code=None),
    update(participant)
    .where(_SEATS)
    .values(person=None, card=None, interpreter=None, label=None, phone=None, nickname=None),
    delete(ticks).where(ticks.c.resource == bindparam("resource")),
    delete(person).where(person.c.id == _WHOSE).returning(person.c.id),
)
"""What refers to the person (staff, waiting, hold, notice, ...) goes with the last of it."""
_MESSAGES = union(
    select(participant.c.card.label("message")).where(_SEATS, participant.c.card.is_not(None)),
    select(notice.c.message).where(notice.c.person == _WHOSE, notice.c.message.is_not(None)),
    select(notice.c.sent_as).where(
        notice.c.person == _WHOSE,
        notice.c.sent_as.is_not(None),
        notice.c.claimed_at > bindparam("since"),
    ),
    select(shown.c.message).where(shown.c.person == _WHOSE, shown.c.at > bindparam("since")),
)
_SHOW = insert(shown)
_SHOWN = _SHOW.on_conflict_do_update(
    index_elements=["person", "message"], set_={"at": _SHOW.excluded.at}
)
_LINES = select(waiting.c.appointment).where(waiting.c.person == _WHOSE)


def _rows(table: Table) -> Select[Any]:
    shown = [each for each in table.c if each.name not in HIDDEN.get(table.name, ())]
    return select(*shown).order_by(*table.primary_key)


HELD: dict[str, Select[Any]] = {
    "person": _rows(person).where(person.c.id == _WHOSE),
    "staff": _rows(staff).where(staff.c.person == _WHOSE),
    "participant": _rows(participant).where(_SEATS),
    "appointment": _rows(appointment).where(appointment.c.id.in_(_TALKS)),
    "waiting": _rows(waiting).where(waiting.c.person == _WHOSE),
    "passed": _rows(passed).where(passed.c.appointment.in_(_LINES)),
    "hold": _rows(hold).where(hold.c.person == _WHOSE),
    "notice": _rows(notice).where(notice.c.person == _WHOSE),
    "awaiting": _rows(awaiting).where(awaiting.c.person == _WHOSE),
    "shown": _rows(shown).where(shown.c.person == _WHOSE),
}


async def erase(tx: Transaction, who: PersonId) -> bool:
    """Delete a person and whatever leads to one; the talks stay, of nobody.

    Returns:
        Whether the person was there.
    """
    values = {"whose": who, "resource": occupancy.of_person(who)}
    gone: Sequence[Any] = ()
    for each in _ERASE:
        gone = await tx.run(each, values)
    return bool(gone)


async def held(tx: Transaction, key: DataKey, who: PersonId) -> Held:
    """Every row that leads to a person, opened; of somebody else's talk what a guest sees.

    Raises:
        SealError: A row was changed, or the key is another.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for table, asked in HELD.items():
        names = [each.name for each in asked.selected_columns]
        rows = [dict(zip(names, row, strict=True)) for row in await tx.run(asked, {"whose": who})]
        found[table] = [_opened(key, table, each) for each in rows]
    booked = {each["appointment"] for each in found["participant"] if each["seat"] == BOOKER}
    found["appointment"] = [
        each if each["id"] in booked else {name: each[name] for name in OF_A_GUEST}
        for each in found["appointment"]
    ]
    return found


def _opened(key: DataKey, table: str, row: dict[str, Any]) -> dict[str, Any]:
    for name in SEALED.get(table, ()):
        if row[name] is not None:
            row[name] = key.open(f"{table}.{name}", row["id"], row[name])
    return row


async def messages(tx: Transaction, who: PersonId, since: datetime) -> list[MessageId]:
    """The cards, what is to be taken away, and what was said or shown from a moment on; by age."""
    rows: Sequence[Any] = await tx.run(_MESSAGES, {"whose": who, "since": since})
    return sorted(MessageId(row.message) for row in rows)


async def shown_in(
    tx: Transaction, who: PersonId, messages: Collection[MessageId], at: datetime
) -> None:
    """Remember messages of the person's chat."""
    if messages:
        await tx.run(_SHOWN, [{"person": who, "message": each, "at": at} for each in messages])
