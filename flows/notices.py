"""From a row of the outbox to a screen: asked again just before it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from flows.errors import FlowError
from flows.model import (
    Address,
    Appointment,
    Claimed,
    MessageId,
    Notice,
    NoticeKind,
    Person,
    PersonId,
    Status,
)
from flows.packing import Show, UnknownStepError
from flows.ports import Work
from flows.reminding.manners import MANNERS
from flows.reminding.quiet import Send, Verdict, Wait, phones_away, quiet_until, verdict
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


@dataclass(frozen=True, slots=True)
class Later:
    """A notice that can wait: said now it would disturb."""

    until: datetime


Prepared = Ready | Removal | Later | Moot


async def prepare(claimed: Sequence[Claimed], router: Router) -> list[Prepared]:
    """Hold notices against the state of this moment and render them, in one view of it."""
    notices = [each.notice for each in claimed]
    async with router.ports.reading() as work:
        await work.people.foresee({each.person for each in notices})
        await work.appointments.foresee(
            {each.appointment for each in notices if each.appointment is not None}
        )
        return [await prepared(each, work, router) for each in notices]


async def prepared(notice: Notice, work: Work, router: Router) -> Prepared:
    """The same within a work that is open already."""
    if notice.expires_at <= router.now():
        return Moot("expired")
    person = await work.people.get(notice.person)
    if person is None or not person.reachable:
        return Moot("unreachable")
    if notice.message is not None:
        address = await work.people.address(person.id)
        return Removal(address, notice.message) if address else Moot("unreachable")
    return await _said(notice, person, work, router)


async def _said(notice: Notice, person: Person, work: Work, router: Router) -> Prepared:
    """A message in words: wanted, still true, and not at night."""
    if person.reminded not in MANNERS[notice.kind].wanted:
        return Moot("not-wanted")
    talk = None if notice.appointment is None else await work.appointments.get(notice.appointment)
    if not _holds(notice, talk):
        return Moot("changed")
    found = await _verdict(notice, talk, person, work, router)
    if isinstance(found, Send):
        return await _render(notice, person, work, router, silent=found.silent)
    return Later(found.until) if isinstance(found, Wait) else Moot("quiet")


def _holds(notice: Notice, talk: Appointment | None) -> bool:
    if notice.appointment is None:
        return True
    if talk is None or talk.version != notice.version:
        return False
    if notice.kind in {NoticeKind.CANCELLED, NoticeKind.LAPSED}:
        return True
    asks = notice.kind is NoticeKind.FEEDBACK and talk.status is Status.FULFILLED
    return asks or talk.status is Status.BOOKED


async def _verdict(
    notice: Notice, talk: Appointment | None, person: Person, work: Work, router: Router
) -> Verdict:
    """Whether it is night, or this pupil's phone is put away, and whether it can wait."""
    ports, now = router.ports, router.now()
    night_until = quiet_until(now, ports.limits.reminders, ports.programme.zone)
    out_at = None
    if person.has_lessons:
        almanac = await ports.almanacs.current(work, now)
        out_at = phones_away(almanac.programme, talk.school if talk else person.school, now)
    last_at = notice.expires_at
    if talk is not None and now < talk.span.start:
        last_at = min(last_at, talk.span.start)
    return verdict(MANNERS[notice.kind], last_at, night_until, out_at)


async def _render(
    notice: Notice, person: Person, work: Work, router: Router, *, silent: bool
) -> Ready | Moot:
    address = await work.people.address(person.id)
    if address is None:
        return Moot("unreachable")
    try:
        answer = await router.view_for(person, address, _shown(notice), work)
    except UnknownStepError:
        return Moot("unknown-step")
    except FlowError:
        return Moot("forbidden")
    if silent:
        answer = replace(answer, screen=replace(answer.screen, silent=True))
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
