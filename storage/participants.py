"""Who takes part in a talk, what they told for it, and which message shows it to them."""

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or_not

from flows.errors import StaleError
from flows.model import AppointmentId, MessageId, PersonId, Typed
from storage.columns import new_id
from storage.errors import KeyGoneError
from storage.personal import PersonKeys
from storage.sealing import DataKey
from storage.tables import participant
from storage.transaction import Transaction

_BOOKER = 0
_GUEST = 1
_PHONE = "participant.phone"
_TOLD = {
    Typed.LABEL: participant.c.label,
    Typed.NICKNAME: participant.c.nickname,
}
_OF = (
    select(participant.c.id, participant.c.seat, participant.c.person, participant.c.phone)
    .where(participant.c.appointment == bindparam("talk"))
    .order_by(participant.c.seat)
)
_SEAT = insert(participant)
_GUEST_SEAT = (
    insert_or_not(participant)
    .on_conflict_do_nothing(index_elements=["appointment", "seat"])
    .returning(participant.c.id)
)
_PART = (
    update(participant)
    .where(
        participant.c.appointment == bindparam("talk"),
        participant.c.person == bindparam("whose"),
        participant.c.seat == _GUEST,
    )
    .values(person=None, card=None)
)
_CLEAR = delete(participant).where(
    participant.c.appointment == bindparam("talk"), participant.c.seat == _GUEST
)
_CARD = (
    update(participant)
    .where(
        participant.c.appointment == bindparam("talk"), participant.c.person == bindparam("whose")
    )
    .values(card=bindparam("message"))
)
_INTERPRETER = (
    update(participant)
    .where(
        participant.c.appointment == bindparam("talk"), participant.c.person == bindparam("whose")
    )
    .values(interpreter=bindparam("language"))
)
_MINE = _OF.where(participant.c.person == bindparam("whose"))


async def seat_booker(
    tx: Transaction, talk: AppointmentId, person: PersonId | None, card: MessageId | None
) -> None:
    """Put a person, or somebody at the door, on the first seat."""
    row = {"id": new_id(), "appointment": talk, "seat": _BOOKER, "person": person}
    await tx.run(_SEAT, {**row, "card": card})


async def people_of(
    tx: Transaction, talk: AppointmentId
) -> tuple[PersonId | None, PersonId | None]:
    """Who booked and who comes along; None for somebody without a chat, or nobody."""
    by_seat = {row.seat: row.person for row in await tx.run(_OF, {"talk": talk})}
    return by_seat.get(_BOOKER), by_seat.get(_GUEST)


async def seat_guest(tx: Transaction, talk: AppointmentId, person: PersonId) -> bool:
    """Put one more person on the second seat; False when it was given before."""
    row = {"id": new_id(), "appointment": talk, "seat": _GUEST, "person": person}
    return bool(await tx.run(_GUEST_SEAT, row))


async def is_given(tx: Transaction, talk: AppointmentId) -> bool:
    """Tell whether the second seat was given, whoever got it and whether they still come."""
    return any(row.seat == _GUEST for row in await tx.run(_OF, {"talk": talk}))


async def part(tx: Transaction, talk: AppointmentId, person: PersonId) -> None:
    """A guest comes no longer; the seat stays given, so that nobody learns of it there."""
    await tx.run(_PART, {"talk": talk, "whose": person})


async def clear_guest(tx: Transaction, talk: AppointmentId) -> None:
    """The second seat can be given again."""
    await tx.run(_CLEAR, {"talk": talk})


async def set_phone(
    tx: Transaction, keys: PersonKeys, talk: AppointmentId, person: PersonId, number: str
) -> None:
    """Keep the number to call, sealed.

    Raises:
        StaleError: The talk is not, or no longer, theirs.
    """
    row = await tx.first(_MINE.with_for_update(), {"talk": talk, "whose": person})
    if row is None:
        raise StaleError
    sealed = (await _key(keys, person)).seal(_PHONE, row.id, number)
    await tx.run(update(participant).where(participant.c.id == row.id).values(phone=sealed))


async def phone(tx: Transaction, keys: PersonKeys, talk: AppointmentId) -> str | None:
    """The number to call: of the first who gave one; None once that person was erased.

    Raises:
        SealError: The row was changed, or the key is another.
    """
    row = await tx.first(_OF.where(participant.c.phone.is_not(None)), {"talk": talk})
    return None if row is None else await _opened(keys, row.person, _PHONE, row.id, row.phone)


async def set_words(
    tx: Transaction,
    keys: PersonKeys,
    talk: AppointmentId,
    person: PersonId,
    what: Typed,
    text: str,
) -> None:
    """Keep what a person typed for a talk, sealed.

    Raises:
        StaleError: The talk is not, or no longer, theirs.
    """
    row = await tx.first(_MINE.with_for_update(), {"talk": talk, "whose": person})
    if row is None:
        raise StaleError
    sealed = (await _key(keys, person)).seal(f"participant.{what.value}", row.id, text)
    change = update(participant).where(participant.c.id == row.id)
    await tx.run(change.values({_TOLD[what]: sealed}))


async def words(tx: Transaction, keys: PersonKeys, talk: AppointmentId, what: Typed) -> str | None:
    """What a person typed for a talk: of the first who did; None once that person was erased.

    Raises:
        SealError: The row was changed, or the key is another.
    """
    column = _TOLD[what]
    told = select(participant.c.id, participant.c.person, column.label("blob"))
    asked = told.where(participant.c.appointment == talk, column.is_not(None))
    row = await tx.first(asked.order_by(participant.c.seat))
    if row is None:
        return None
    return await _opened(keys, row.person, f"participant.{what.value}", row.id, row.blob)


async def _key(keys: PersonKeys, person: PersonId) -> DataKey:
    """The key of a person.

    Raises:
        StaleError: The person was erased a moment ago.
    """
    try:
        return await keys.of(person)
    except KeyGoneError:
        raise StaleError from None


async def _opened(
    keys: PersonKeys, person: PersonId | None, column: str, row: int, blob: bytes
) -> str | None:
    if person is None:
        return None
    try:
        return (await keys.of(person)).open(column, row, blob)
    except KeyGoneError:
        return None


async def set_card(
    tx: Transaction, talk: AppointmentId, person: PersonId, message: MessageId
) -> None:
    """Remember which message shows the card; nothing when the talk is not theirs."""
    await tx.run(_CARD, {"talk": talk, "whose": person, "message": message})


async def set_interpreter(
    tx: Transaction, talk: AppointmentId, person: PersonId, language: str
) -> None:
    """An interpreter is wanted; nothing when the talk is not theirs."""
    await tx.run(_INTERPRETER, {"talk": talk, "whose": person, "language": language})
