"""Who takes part in a talk, what they told for it, and which message shows it to them."""

from sqlalchemy import bindparam, insert, select, update

from flows.errors import StaleError
from flows.model import AppointmentId, MessageId, PersonId, Typed
from storage.columns import new_id
from storage.sealing import Sealer
from storage.tables import participant
from storage.transaction import Transaction

_BOOKER = 0
_PHONE = "participant.phone"
_TOLD = {
    Typed.LABEL: participant.c.label,
    Typed.NICKNAME: participant.c.nickname,
}
_OF = (
    select(participant.c.id, participant.c.person, participant.c.phone)
    .where(participant.c.appointment == bindparam("talk"))
    .order_by(participant.c.seat)
)
_SEAT = insert(participant)
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


async def people_of(tx: Transaction, talk: AppointmentId) -> list[PersonId]:
    """Those with a chat, by seat."""
    rows = await tx.run(_OF, {"talk": talk})
    return [PersonId(row.person) for row in rows if row.person is not None]


async def set_phone(
    tx: Transaction, sealer: Sealer, talk: AppointmentId, person: PersonId, number: str
) -> None:
    """Keep the number to call, sealed.

    Raises:
        StaleError: The talk is not, or no longer, theirs.
    """
    row = await tx.first(_MINE.with_for_update(), {"talk": talk, "whose": person})
    if row is None:
        raise StaleError
    sealed = sealer.seal(person, _PHONE, row.id, number)
    await tx.run(update(participant).where(participant.c.id == row.id).values(phone=sealed))


async def phone(tx: Transaction, sealer: Sealer, talk: AppointmentId) -> str | None:
    """The number to call: of the first who gave one.

    Raises:
        SealError: The row was changed, or the key is another.
    """
    row = await tx.first(_OF.where(participant.c.phone.is_not(None)), {"talk": talk})
    return None if row is None else sealer.open(row.person, _PHONE, row.id, row.phone)


async def set_words(
    tx: Transaction,
    sealer: Sealer,
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
    sealed = sealer.seal(person, f"participant.{what.value}", row.id, text)
    change = update(participant).where(participant.c.id == row.id)
    await tx.run(change.values({_TOLD[what]: sealed}))


async def words(tx: Transaction, sealer: Sealer, talk: AppointmentId, what: Typed) -> str | None:
    """What a person typed for a talk: of the first who did.

    Raises:
        SealError: The row was changed, or the key is another.
    """
    column = _TOLD[what]
    told = select(participant.c.id, participant.c.person, column.label("blob"))
    asked = told.where(participant.c.appointment == talk, column.is_not(None))
    row = await tx.first(asked.order_by(participant.c.seat))
    if row is None:
        return None
    return sealer.open(row.person, f"participant.{what.value}", row.id, row.blob)


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
