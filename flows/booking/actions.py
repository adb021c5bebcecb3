"""Taking, moving and giving back a talk: each function is one command inside one unit of work."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from flows.booking.card_views import held_by
from flows.booking.codes import pick
from flows.booking.notices import announce, news
from flows.booking.rules import (
    DELAYS,
    Busy,
    can_be_late,
    can_restore,
    check_ahead,
    check_person,
    clean_words,
    may_choose,
    phone_number,
    require_slot,
)
from flows.booking.seats import require_seat
from flows.booking.together import tell_dropped
from flows.demand.actions import count_end, count_request, count_topic
from flows.demand.plan import CANCELLED, WORKER_AWAY
from flows.errors import (
    BannedError,
    ForbiddenError,
    NotAPhoneNumberError,
    NoWordsError,
    SlotGoneError,
    SlotTakenError,
    StaleError,
    TooLateError,
    TooManyAheadError,
    TooOftenError,
)
from flows.hours.coverage import covering
from flows.hours.presence import day_span, local_date
from flows.model import (
    Appointment,
    AppointmentId,
    Audience,
    Mode,
    NoticeKind,
    Opening,
    Ref,
    SchoolId,
    Span,
    Status,
    Typed,
    Wish,
    WorkerId,
)
from flows.ports import Ports, Work
from flows.screen import Line
from flows.steps import (
    Book,
    Cancel,
    Card,
    Delay,
    Discuss,
    GivePhone,
    Groups,
    Home,
    Interpret,
    Move,
    Nobody,
    Restore,
    Sharing,
    Sorry,
    Tell,
    Times,
    Type,
)
from flows.visit import Outcome, Visit, admitted_school

AWAITED_FOR = timedelta(minutes=15)
PHONE = "phone"


async def book(step: Book, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Book a slot or a seat, tell the worker and plan reminders: all, or nothing.

    Before somebody's first talk it asks whether others look at the phone, and books nothing yet.

    Raises:
        NeedsSchoolLinkError: The person may not see this school's times.
        ForbiddenError: The person never said in which role.
        StaleError: The button is of another school than the person's.
        SlotGoneError: The office hours no longer hold this time.
        SlotTakenError: Somebody was first.
        PersonBusyError: The person has another talk then.
        TooManyAheadError: As many talks ahead as one may hold.
        BannedError: The worker takes no bookings of this person now.
    """
    school = admitted_school(visit.person, ports.programme)
    if school.ref != step.school:
        raise StaleError
    audience = visit.known.audience
    if audience is None:
        raise ForbiddenError
    if visit.known.shared is None and audience is not Audience.STAFF:
        return Outcome(
            Sharing(step.worker, step.school, step.start, step.mode, step.chosen, step.group)
        )
    wish = _wish(step.worker, school.id, step.start, step.mode, ports)
    await _check_welcome(wish.worker, visit, work, ports)
    await work.appointments.lock(wish.worker)
    wish = await sure(wish, visit, work, ports, audience=audience, group=bool(step.group))
    ahead = await work.appointments.ahead(visit.known.id, visit.now)
    check_person(ahead, wish.span, ports.limits.booking, moving=None)
    counted, rated = await count_request(visit, wish.span, school.id, work, ports.programme)
    code = await free_code(wish, work, ports.programme.zone)
    talk = await work.appointments.book(
        visit.known.id,
        wish,
        audience,
        visit.now,
        counted=counted,
        rated=rated,
        chosen=bool(step.chosen),
        code=code,
        card=visit.message,
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
    await _check_welcome(wish.worker, visit, work, ports)
    for worker in sorted({talk.worker, wish.worker}):
        await work.appointments.lock(worker)
    wish = await sure(
        wish, visit, work, ports, audience=talk.audience, group=bool(step.group), moving=talk
    )
    if wish.group is not None and wish.group != talk.group:
        raise SlotGoneError
    ahead = await work.appointments.ahead(visit.known.id, visit.now)
    check_person(ahead, wish.span, ports.limits.booking, moving=talk)
    code = await kept_code(talk, wish, work, ports.programme.zone)
    people = await work.appointments.held_by(talk.id)
    moved = await work.appointments.move(talk, wish, visit.now, code=code)
    await work.outbox.withdraw(talk.id)
    await tell_dropped(talk, moved, people, visit, work)
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
    await call_off(talk, visit, work, ports)
    return Outcome(Card(talk.id))


async def call_off(talk: Appointment, visit: Visit, work: Work, ports: Ports) -> None:
    """Free the time of a talk of this person, and tell its worker and a guest.

    Raises:
        StaleError: It no longer stands as `talk` says.
    """
    cancelled = await work.appointments.cancel(talk, visit.now)
    await count_end(talk, CANCELLED, visit.now, work, ports.programme)
    await work.outbox.withdraw(talk.id)
    await announce(cancelled, NoticeKind.CANCELLED, visit, work, ports)


async def restore(step: Restore, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Take a cancel back.

    Raises:
        StaleError: The talk is no longer as it was shown.
        TooLateError: The time to take it back is over.
        SlotGoneError: The office hours no longer hold its time.
        SlotTakenError: Somebody else took the time.
        PersonBusyError: The person has another talk then.
    """
    talk = await _held(step.appointment, step.version, visit, work)
    await _check_welcome(talk.worker, visit, work, ports)
    await work.appointments.lock(talk.worker)
    if not can_restore(talk, visit.now, ports.limits.booking.undo):
        raise TooLateError
    others = Times(None, talk.mode) if talk.group is None else Groups()
    held_in = covering(await ports.almanacs.current(work, visit.now), talk)
    if held_in is None:
        raise SlotGoneError(others)
    ahead = await work.appointments.ahead(visit.known.id, visit.now)
    check_person(ahead, talk.span, ports.limits.booking, moving=None)
    try:
        seats = held_in.group.seats if held_in.group else 0
        again = await work.appointments.restore(talk, visit.now, seats=seats)
    except SlotTakenError as taken:
        raise SlotTakenError(others) from taken
    await count_end(talk, None, visit.now, work, ports.programme)
    await announce(again, NoticeKind.BOOKED, visit, work, ports)
    return Outcome(Card(talk.id), Line("note-restored"))


async def tell(step: Tell, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Count what a talk is about; the topic is kept nowhere else.

    Raises:
        ForbiddenError: The talk is not this person's.
    """
    held = await held_by(visit, step.appointment, work)
    if held.appointment.counted and await work.appointments.topic_told(step.appointment):
        await count_topic(held.appointment, step.topic, work, ports.programme)
    return Outcome(Card(step.appointment), Line("note-thanks"))


async def ask_phone(step: GivePhone, visit: Visit, work: Work, _ports: Ports) -> Outcome:
    """Wait for the number to call.

    Raises:
        ForbiddenError: The talk is not this person's.
    """
    held = await held_by(visit, step.appointment, work)
    asked = await _asked_for_phone(held.appointment, visit, work)
    return Outcome(Card(step.appointment), asked)


async def interpret(step: Interpret, visit: Visit, work: Work, _ports: Ports) -> Outcome:
    """Ask for an interpreter in the person's language; the worker sees it on the day.

    Raises:
        ForbiddenError: The talk is not this person's.
        StaleError: It is cancelled.
    """
    held = await held_by(visit, step.appointment, work)
    if held.appointment.status is not Status.BOOKED:
        raise StaleError
    await work.appointments.set_interpreter(step.appointment, visit.known.id, visit.language)
    return Outcome(Card(step.appointment), Line("note-interpreter"))


async def delay(step: Delay, visit: Visit, work: Work, _ports: Ports) -> Outcome:
    """Say that one comes later; the worker hears it.

    Raises:
        StaleError: Not as it was shown, or not near, or over.
    """
    talk = await _held(step.appointment, step.version, visit, work)
    if step.minutes not in DELAYS or not can_be_late(talk, visit.now):
        raise StaleError
    await work.appointments.set_late(talk.id, step.minutes)
    told = await news(talk, talk.worker, NoticeKind.LATE, None, visit, work)
    keyed = [replace(each, dedup_key=f"{each.dedup_key}:{step.minutes}") for each in told]
    await work.outbox.add(keyed)
    return Outcome(Card(talk.id), Line("note-delayed"))


async def ask_words(step: Type, visit: Visit, work: Work, _ports: Ports) -> Outcome:
    """Wait for a nickname, or for the child a talk is about.

    Raises:
        ForbiddenError: The talk is not this person's.
        StaleError: It is cancelled.
    """
    held = await held_by(visit, step.appointment, work)
    if held.appointment.status is not Status.BOOKED:
        raise StaleError
    card, until = Card(step.appointment), visit.now + AWAITED_FOR
    await work.awaiting.put(visit.known.id, step.what.value, card.pack(), visit.now, until)
    return Outcome(card, Line(f"note-type-{step.what.value}"))


async def give_words(
    card: Card, what: Typed, text: str, visit: Visit, work: Work, ports: Ports
) -> Outcome:
    """Keep a few words for one talk, sealed; one child has so many talks ahead.

    Raises:
        NoWordsError: Nothing is left of it, or too much.
        TooManyAheadError: As many ahead for this child as one may hold.
        ForbiddenError: The talk is not this person's.
    """
    await held_by(visit, card.appointment, work)
    words = clean_words(text)
    if words is None:
        raise NoWordsError(card)
    if what is Typed.LABEL:
        await _check_child(card, words, visit, work, ports)
    await work.appointments.set_words(card.appointment, visit.known.id, what, words)
    return Outcome(card, Line(f"note-{what.value}"), forget=True)


async def _check_child(card: Card, label: str, visit: Visit, work: Work, ports: Ports) -> None:
    """Hold a label against the other talks for the same child."""
    others = [
        await work.appointments.words(each.id, Typed.LABEL)
        for each in await work.appointments.ahead(visit.known.id, visit.now)
        if each.labelled and each.id != card.appointment
    ]
    same = sum(each is not None and each.casefold() == label.casefold() for each in others)
    if same >= ports.limits.booking.ahead:
        raise TooManyAheadError(card)


async def discuss(step: Discuss, visit: Visit, work: Work, _ports: Ports) -> Outcome:
    """Say what somebody of the school wants to talk about; the worker sees it.

    Raises:
        ForbiddenError: The talk is not this person's, or not of somebody of the school.
    """
    held = await held_by(visit, step.appointment, work)
    if held.appointment.audience is not Audience.STAFF:
        raise ForbiddenError
    await work.appointments.set_consult(step.appointment, step.consult)
    return Outcome(Card(step.appointment), Line("note-thanks"))


async def nobody(step: Nobody, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Somebody came and nobody was there: the worker hears it, once a talk.

    Raises:
        StaleError: Not as it was shown, or not its time.
    """
    talk = await _held(step.appointment, step.version, visit, work)
    if talk.status is not Status.BOOKED or not talk.span.start <= visit.now < talk.span.end:
        raise StaleError
    await work.outbox.add(await news(talk, talk.worker, NoticeKind.NOBODY, None, visit, work))
    await count_end(talk, WORKER_AWAY, visit.now, work, ports.programme)
    return Outcome(Sorry(step.appointment))


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


async def _check_welcome(worker: WorkerId, visit: Visit, work: Work, ports: Ports) -> None:
    """See that this is no abuse; where it is, who is there is the way on.

    Raises:
        TooOftenError: So many bookings within an hour that they disturb.
        BannedError: The worker takes no bookings of this person now.
    """
    if not ports.pace.allows("bookings", visit.known.id, ports.limits.pace.bookings, visit.now):
        raise TooOftenError(Home())
    if await work.bans.holds(worker, visit.address, visit.now):
        raise BannedError(Home())


def _wish(worker: Ref, school: SchoolId, start: datetime, mode: Mode, ports: Ports) -> Wish:
    known = ports.programme.worker(worker)
    if known is None:
        raise SlotGoneError
    return Wish(known.id, school, Span(start, start), mode)


async def sure(
    wish: Wish,
    visit: Visit,
    work: Work,
    ports: Ports,
    *,
    audience: Audience,
    group: bool = False,
    moving: Appointment | None = None,
    notice: timedelta | None = None,
) -> Wish:
    """The wish with the span of its slot or seat, read again behind the worker's lock.

    Args:
        wish: With the start that was shown.
        visit: Who asks.
        work: Holds the lock.
        ports: For hours and limits.
        audience: Whom it is for.
        group: Whether a seat in the group that begins then is wanted.
        moving: The talk that is to go there.
        notice: The least time until its start, where it is not that of the limits.

    Raises:
        SlotGoneError: The office hours no longer hold this time, it is too near or too far, or this
            way is not for this person.
        SlotTakenError: Somebody has it.
    """
    if not may_choose(wish.mode, audience):
        raise SlotGoneError
    least = ports.limits.booking.notice if notice is None else notice
    openings, busy = await _that_day(wish, visit, work, ports, moving)
    if group:
        return require_seat(openings, busy, wish, audience, visit.now + least)
    minutes = ports.limits.booking.minutes(audience)
    slot = require_slot(openings, busy, wish, visit.now + least, minutes)
    return Wish(wish.worker, wish.school, slot.span, wish.mode)


async def free_code(wish: Wish, work: Work, zone: ZoneInfo) -> int:
    """A code that nobody has at that school on that day."""
    day = day_span(local_date(wish.span.start, zone), zone)
    return pick(await work.appointments.codes(wish.school, day))


async def kept_code(talk: Appointment, wish: Wish, work: Work, zone: ZoneInfo) -> int:
    """The code that a talk has, unless somebody else has it on its new day."""
    on, code = local_date(wish.span.start, zone), talk.code
    if code is not None and wish.school == talk.school and on == local_date(talk.span.start, zone):
        return code
    used = await work.appointments.codes(wish.school, day_span(on, zone))
    return pick(used) if code is None or code in used else code


async def _that_day(
    wish: Wish, visit: Visit, work: Work, ports: Ports, moving: Appointment | None
) -> tuple[list[Opening], Busy]:
    """What holds of the worker at the school that day, and what is taken of it."""
    on = local_date(wish.span.start, ports.programme.zone)
    if on > local_date(visit.now, ports.programme.zone) + timedelta(
        days=ports.limits.booking.horizon_days
    ):
        raise SlotGoneError
    almanac = await ports.almanacs.current(work, visit.now)
    openings = [
        each for each in almanac.of_worker(wish.worker, on, on) if each.school == wish.school
    ]
    busy = await work.appointments.busy(
        [wish.worker],
        day_span(on, ports.programme.zone),
        visit.now,
        but_for=None if moving is None else moving.id,
    )
    return openings, busy


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
    return talk.mode.calls and talk.status is Status.BOOKED
