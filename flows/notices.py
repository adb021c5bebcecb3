"""From a row of the outbox to a screen: asked again just before it is sent."""

from dataclasses import dataclass

from flows.errors import FlowError
from flows.model import Address, Claimed, MessageId, Notice, NoticeKind, Person, PersonId, Status
from flows.packing import Show, UnknownStepError
from flows.ports import Work
from flows.router import Answer, Router
from flows.steps import unpack


@dataclass(frozen=True, slots=True)
class Ready:
    """A notice that still holds: where to, what, and which message to change (else a new one)."""

    address: Address
    answer: Answer
    edit: MessageId | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """A message that is to be taken away."""

    address: Address
    message: MessageId


@dataclass(frozen=True, slots=True)
class Moot:
    """A notice that no longer holds, and why: one word for the log."""

    reason: str


async def prepare(claimed: Claimed, router: Router) -> Ready | Removal | Moot:
    """Hold a notice against the state of this moment and render it."""
    notice = claimed.notice
    if notice.expires_at <= router.now():
        return Moot("expired")
    async with router.ports.reading() as work:
        person = await work.people.get(notice.person)
        if person is None or not person.reachable:
            return Moot("unreachable")
        if notice.message is not None:
            address = await work.people.address(person.id)
            return Removal(address, notice.message) if address else Moot("unreachable")
        if not await _holds(notice, work):
            return Moot("changed")
        return await _render(notice, person, work, router)


async def _holds(notice: Notice, work: Work) -> bool:
    if notice.appointment is None:
        return True
    talk = await work.appointments.get(notice.appointment)
    if talk is None or talk.version != notice.version:
        return False
    if notice.kind in {NoticeKind.CANCELLED, NoticeKind.LAPSED}:
        return True
    asks = notice.kind is NoticeKind.FEEDBACK and talk.status is Status.FULFILLED
    return asks or talk.status is Status.BOOKED


async def _render(notice: Notice, person: Person, work: Work, router: Router) -> Ready | Moot:
    address = await work.people.address(person.id)
    if address is None:
        return Moot("unreachable")
    try:
        answer = await router.view_for(person, address, _shown(notice), work)
    except UnknownStepError:
        return Moot("unknown-step")
    except FlowError:
        return Moot("forbidden")
    if notice.kind is not NoticeKind.CARD:
        return Ready(address, answer)
    card = await _card(notice, person.id, work)
    return Ready(address, answer, card) if card is not None else Moot("no-card")


def _shown(notice: Notice) -> Show:
    """The step of a notice.

    Raises:
        UnknownStepError: Another version wrote it.
    """
    step = unpack(notice.step)
    if not isinstance(step, Show):
        raise UnknownStepError
    return step


async def _card(notice: Notice, person: PersonId, work: Work) -> MessageId | None:
    held = await work.appointments.of(person, notice.appointment) if notice.appointment else None
    return held.card if held else None
