"""Taking, moving and giving back a talk: each function is one command inside one unit of work."""

from datetime import datetime, timedelta

from flows.booking.notices import announce
from flows.booking.rules import (
    can_restore,
    check_ahead,
    check_person,
    phone_number,
    require_slot,
)
from flows.booking.views import held_by
from flows.demand.actions import count_request, count_topic
from flows.errors import (
    ForbiddenError,
    NotAPhoneNumberError,
    SlotGoneError,
    StaleError,
    TooLateError,
)
from flows.hours.presence import day_span, local_date
from flows.model import (
    Appointment,
    AppointmentId,
    Mode,
    NoticeKind,
    Ref,
    SchoolId,
    Slot,
    Span,
    Status,
    Wish,
)
from flows.ports import Ports, Work
from flows.screen import Line
from flows.steps import Book, Cancel, Card, GivePhone, Home, Move, Restore, Tell
from flows.visit import Outcome, Visit, admitted_school

AWAITED_FOR = timedelta(minutes=15)
PHONE = "phone"


async def book(step: Book, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Book a slot, tell the worker and plan reminders: all, or nothing.

    Raises:
        NeedsSchoolLinkError: The person may not see this school's times.
        ForbiddenError: The person never said in which role.
        StaleError: The button is of another school than the person's.
        SlotGoneError: The office hours no longer hold this time.
        SlotTakenError: Somebody was first.
        PersonBusyError: The person has another talk then.
        TooManyAheadError: As many talks ahead as one may hold.
    """
    school = admitted_school(visit.person, ports.programme)
    if school.ref != step.school:
        raise StaleError
    audience = visit.known.audience
    if audience is None:
        raise ForbiddenError
    wish = _wish(step.worker, school.id, step.start, step.mode, ports)
    await work.appointments.lock(wish.worker)
    wish = await _sure(wish, visit, work, ports)
    ahead = await work.appointments.ahead(visit.known.id, visit.now)
    check_person(ahead, wish.span, ports.limits.booking, moving=None)
    counted = await count_request(visit, work, ports.programme.zone)
    talk = await work.appointments.book(
        visit.known.id, wish, audience, visit.now, counted=counted, card=visit.message
    )
    await announce(talk, NoticeKind.BOOKED, visit, work, ports)
    return Outcome(Card(talk.id), await _asked_for_phone(talk, visit, work))


async def move(step: Move, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Give a talk another time; the old one is kept until the new one is sure.

    Raises:
        StaleError: The talk is no longer as it was shown.
        TooLateError: It has begun.
        SlotGoneError: The office hours no longer hold the new time.
        SlotTakenError: Somebody was first.
        PersonBusyError: The person has another talk then.
    """
    talk = await _booked(step.appointment, step.version, visit, work)
    wish = _wish(step.worker, talk.school, step.start, step.mode, ports)
    for worker in sorted({talk.worker, wish.worker}):
        await work.appointments.lock(worker)
    wish = await _sure(wish, visit, work, ports, moving=talk)
    ahead = await work.appointments.ahead(visit.known.id, visit.now)
    check_person(ahead, wish.span, ports.limits.booking, moving=talk)
    moved = await work.appointments.move(talk, wish, visit.now)
    await work.outbox.withdraw(talk.id)
    await announce(moved, NoticeKind.MOVED, visit, work, ports, before=talk)
    asked = await _asked_for_phone(moved, visit, work)
    return Outcome(Card(talk.id), asked or Line("note-moved"))


async def cancel(step: Cancel, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Free the time and tell the worker.

    Raises:
        StaleError: The talk is no longer as it was shown.
        TooLateError: It has begun.
    """
    talk = await _booked(step.appointment, step.version, visit, work)
    cancelled = await work.appointments.cancel(talk, visit.now)
    await work.outbox.withdraw(talk.id)
    await announce(cancelled, NoticeKind.CANCELLED, visit, work, ports)
    return Outcome(Card(talk.id))


async def restore(step: Restore, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Take a cancel back.

    Raises:
        StaleError: The talk is no longer as it was shown.
        TooLateError: The time to take it back is over.
        SlotTakenError: Somebody else took the time.
        PersonBusyError: The person has another talk then.
    """
    talk = await _held(step.appointment, step.version, visit, work)
    await work.appointments.lock(talk.worker)
    if not can_restore(talk, visit.now, ports.limits.booking.undo):
        raise TooLateError
    ahead = await work.appointments.ahead(visit.known.id, visit.now)
    check_person(ahead, talk.span, ports.limits.booking, moving=None)
    again = await work.appointments.restore(talk, visit.now)
    await announce(again, NoticeKind.BOOKED, visit, work, ports)
    return Outcome(Card(talk.id), Line("note-restored"))


async def tell(step: Tell, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Count what a talk is about; the topic is kept nowhere else.

    Raises:
        ForbiddenError: The talk is not this person's.
    """
    held = await held_by(visit, step.appointment, work)
    if held.appointment.counted and await work.appointments.topic_told(step.appointment):
        await count_topic(held.appointment, step.topic, work, ports.programme.zone)
    return Outcome(Card(step.appointment), Line("note-thanks"))


async def ask_phone(step: GivePhone, visit: Visit, work: Work, _ports: Ports) -> Outcome:
    """Wait for the number to call.

    Raises:
        ForbiddenError: The talk is not this person's.
    """
    held = await held_by(visit, step.appointment, work)
    asked = await _asked_for_phone(held.appointment, visit, work)
    return Outcome(Card(step.appointment), asked)


async def give_phone(card: Card, text: str, visit: Visit, work: Work, _ports: Ports) -> Outcome:
    """Keep the number to call for one talk; nothing when no call is planned any more.

    Raises:
        NotAPhoneNumberError: It does not look like one.
        ForbiddenError: The talk is not this person's.
    """
    held = await held_by(visit, card.appointment, work)
    if not _is_call(held.appointment):
        return Outcome(Home(), Line("unknown-text"))
    number = phone_number(text)
    if number is None:
        raise NotAPhoneNumberError(card)
    await work.appointments.set_phone(card.appointment, visit.known.id, number)
    return Outcome(card, Line("note-phone"), forget=True)


def _wish(worker: Ref, school: SchoolId, start: datetime, mode: Mode, ports: Ports) -> Wish:
    known = ports.programme.worker(worker)
    if known is None:
        raise SlotGoneError
    return Wish(known.id, school, Span(start, start), mode)


async def _sure(
    wish: Wish, visit: Visit, work: Work, ports: Ports, *, moving: Appointment | None = None
) -> Wish:
    """The wish with the span of its slot, read again behind the worker's lock."""
    slot = await _slot(wish, visit, work, ports, moving)
    return Wish(wish.worker, wish.school, slot.span, wish.mode)


async def _slot(
    wish: Wish, visit: Visit, work: Work, ports: Ports, moving: Appointment | None
) -> Slot:
    on = local_date(wish.span.start, ports.programme.zone)
    if on > local_date(visit.now, ports.programme.zone) + timedelta(
        days=ports.limits.booking.horizon_days
    ):
        raise SlotGoneError
    almanac = await ports.almanacs.current(work, visit.now)
    openings = [
        each for each in almanac.of_worker(wish.worker, on, on) if each.school == wish.school
    ]
    busy = await work.appointments.busy([wish.worker], day_span(on, ports.programme.zone))
    own = moving.span if moving is not None and moving.worker == wish.worker else None
    others = {worker: [span for span in spans if span != own] for worker, spans in busy.items()}
    return require_slot(openings, others, wish, visit.now + ports.limits.booking.notice)


async def _held(appointment: AppointmentId, version: int, visit: Visit, work: Work) -> Appointment:
    held = await held_by(visit, appointment, work)
    if held.appointment.version != version:
        raise StaleError
    return held.appointment


async def _booked(
    appointment: AppointmentId, version: int, visit: Visit, work: Work
) -> Appointment:
    talk = await _held(appointment, version, visit, work)
    if talk.status is not Status.BOOKED:
        raise StaleError
    check_ahead(talk, visit.now)
    return talk


async def _asked_for_phone(talk: Appointment, visit: Visit, work: Work) -> Line | None:
    """Wait for the number to call, where one is needed; the word that asks for it."""
    if talk.has_phone or not _is_call(talk):
        return None
    expires_at = visit.now + AWAITED_FOR
    await work.awaiting.put(visit.known.id, PHONE, Card(talk.id).pack(), visit.now, expires_at)
    return Line("note-type-phone")


def _is_call(talk: Appointment) -> bool:
    return talk.mode is Mode.PHONE and talk.status is Status.BOOKED
