"""Reads for the screens of one talk, and of one's own."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from flows.booking import cards, guests, screens
from flows.booking.calendar import to_ical
from flows.booking.codes import pictures
from flows.booking.rules import can_be_late, can_restore, can_wait
from flows.booking.seating import next_seats
from flows.booking.views import soonest
from flows.errors import ForbiddenError, StaleError
from flows.hours.closures import closed_days
from flows.hours.coverage import covering, room_of
from flows.hours.presence import Phase, local_date, presences
from flows.model import (
    Appointment,
    AppointmentId,
    Known,
    Mark,
    NoticeKind,
    Opening,
    Participation,
    Slot,
    Status,
    Typed,
)
from flows.ports import Ports, Work
from flows.screen import Line, Screen
from flows.steps import (
    Calendar,
    Card,
    CardMore,
    Consults,
    Delays,
    Mine,
    Reminder,
    Sorry,
    Told,
    Topics,
)
from flows.visit import Visit


async def attended_by(visit: Visit, appointment: AppointmentId, work: Work) -> Participation:
    """A talk as somebody holds it who booked it or was asked along.

    Raises:
        ForbiddenError: This person does not take part.
    """
    held = await work.appointments.of(visit.known.id, appointment)
    if held is None:
        raise ForbiddenError
    return held


async def held_by(visit: Visit, appointment: AppointmentId, work: Work) -> Participation:
    """A talk as the person holds it who booked it.

    Raises:
        ForbiddenError: It is not this person's; a guest may look and leave, nothing else.
    """
    held = await attended_by(visit, appointment, work)
    if held.guest:
        raise ForbiddenError
    return held


async def card(step: Card, visit: Visit, work: Work, ports: Ports) -> Screen:
    """One talk as its person holds it.

    Raises:
        ForbiddenError: This person does not take part.
    """
    held = await attended_by(visit, step.appointment, work)
    talk = held.appointment
    known = _known(talk, visit, ports)
    if held.guest:
        why = None if known.is_held or known.ongoing else why_lost(talk, visit)
        return guests.card(held, visit.almanac.programme, visit.language, known, why)
    if talk.labelled:
        known = replace(known, label=await work.appointments.words(talk.id, Typed.LABEL))
    stands = talk.status is Status.BOOKED and not known.over
    lost = stands and not known.ongoing and not known.is_held
    if stands and await work.waiting.waits(visit.known.id, talk.id):
        known = replace(known, waits=True)
    ways = await _ways_on(talk, visit, work, ports) if lost else None
    return cards.card(held, visit.almanac.programme, visit.language, known, ways)


def _known(talk: Appointment, visit: Visit, ports: Ports) -> cards.Known:
    on = local_date(talk.span.start, ports.programme.zone)
    mark = visit.almanac.mark(talk.worker, talk.school, on)
    worker = ports.programme.worker(talk.worker)
    return cards.Known(
        room=room_of(visit.almanac, talk),
        is_held=covering(visit.almanac, talk) is not None,
        here=mark is not None and mark.known is Known.CONFIRMED,
        can_restore=can_restore(talk, visit.now, ports.limits.booking.undo),
        ongoing=talk.span.start <= visit.now < talk.span.end,
        over=talk.span.end <= visit.now,
        wants_interpreter=worker is not None and visit.language not in worker.languages,
        late_until=_late_until(mark, talk, visit),
        near=can_be_late(talk, visit.now),
        can_wait=can_wait(talk, visit.now, ports.limits.booking.notice),
        shared=bool(visit.known.shared),
    )


def _late_until(mark: Mark | None, talk: Appointment, visit: Visit) -> datetime | None:
    """From when the worker is there, who is to come later than this talk begins."""
    if mark is None or mark.known is not Known.LATE or mark.until_at is None:
        return None
    return mark.until_at if max(visit.now, talk.span.start) < mark.until_at else None


async def _ways_on(talk: Appointment, visit: Visit, work: Work, ports: Ports) -> cards.WaysOn:
    """Why a talk lost its opening, and what there is instead: read at this moment."""
    almanac, zone = visit.almanac, ports.programme.zone
    on = local_date(talk.span.start, zone)
    horizon = timedelta(days=ports.limits.booking.horizon_days)
    school = ports.programme.school(talk.school)
    if school is None:
        return cards.WaysOn(why_lost(talk, visit))
    if talk.group is not None:
        seats = await next_seats(school, talk, talk.span.end, visit, work, ports)
        after = (seats[0], local_date(seats[0].span.start, zone)) if seats else None
        return cards.WaysOn(why_lost(talk, visit), after=after)
    soonest_start = visit.now + ports.limits.booking.notice
    minutes = ports.limits.booking.minutes(talk.audience)

    async def first(openings: Sequence[Opening], earliest: datetime) -> Slot | None:
        found = await soonest(
            openings,
            talk.mode,
            max(earliest, soonest_start),
            work,
            now=visit.now,
            zone=zone,
            count=1,
            minutes=minutes,
        )
        return found[0] if found else None

    others = [each for each in almanac.at_school(school.id, on, on) if each.worker != talk.worker]
    later = almanac.of_worker(talk.worker, on, local_date(visit.now + horizon, zone))
    colleague = await _colleague(talk, others, first, visit)
    then = await first([each for each in later if each.school == talk.school], talk.span.end)
    return cards.WaysOn(why_lost(talk, visit), _dated(colleague, zone), _dated(then, zone))


First = Callable[[Sequence[Opening], datetime], Awaitable[Slot | None]]


async def _colleague(
    talk: Appointment, others: Sequence[Opening], first: First, visit: Visit
) -> Slot | None:
    """Somebody else that day: who was named when the worker left, else whoever is free first.

    From the time of the talk on, or else earlier that day.
    """
    left = visit.almanac.changes.departure(talk.worker)
    named = [each for each in others if left is not None and each.worker == left.colleague]
    for openings in (named, others):
        found = await first(openings, talk.span.start) or await first(openings, visit.now)
        if found is not None:
            return found
    return None


def _dated(slot: Slot | None, zone: ZoneInfo) -> tuple[Slot, date] | None:
    return (slot, local_date(slot.span.start, zone)) if slot else None


def why_lost(talk: Appointment, visit: Visit) -> Line:
    """Why no opening holds a talk: its worker left, the school is closed, or the worker is away."""
    programme = visit.almanac.programme
    name = {"name": cards.worker_name(programme, talk.worker)}
    known = programme.worker(talk.worker) is not None
    if not known or visit.almanac.changes.departure(talk.worker) is not None:
        return Line("away-left", name)
    on = local_date(talk.span.start, programme.zone)
    if closed_days(programme, talk.school, on, on):
        return Line("away-closed")
    return Line("away-away", name)


async def mine(_step: Mine, visit: Visit, work: Work, ports: Ports) -> Screen:
    """My talks ahead; a single one shows its card at once.

    On a phone that others look at, the pictures of a talk open it.
    """
    talks = await work.appointments.coming(visit.known.id, visit.now)
    if talks and visit.known.shared:
        return screens.locked(pictures(visit.known.id, talks))
    if len(talks) == 1:
        return await card(Card(talks[0].id), visit, work, ports)
    return screens.mine(talks, visit.almanac.programme)


async def topics(step: Topics, visit: Visit, work: Work, _ports: Ports) -> Screen:
    """What is it about.

    Raises:
        ForbiddenError: The talk is not this person's.
    """
    await held_by(visit, step.appointment, work)
    return screens.topics(step.appointment)


async def reminder(step: Reminder, visit: Visit, work: Work, ports: Ports) -> Screen:
    """A talk is near; where no opening holds it any more, the ways on once again.

    Raises:
        ForbiddenError: This person does not take part.
        StaleError: Nobody is reminded in this way.
    """
    held = await attended_by(visit, step.appointment, work)
    talk, programme = held.appointment, visit.almanac.programme
    if step.kind not in cards.NEAR:
        raise StaleError
    if held.guest:
        first = Line(cards.NEAR[step.kind])
        return guests.told(talk, programme, room_of(visit.almanac, talk), first)
    if covering(visit.almanac, talk) is None:
        return cards.away(talk, programme, await _ways_on(talk, visit, work, ports))
    return cards.reminder(talk, programme, room_of(visit.almanac, talk), step.kind)


async def told(step: Told, visit: Visit, work: Work, ports: Ports) -> Screen:
    """What changed about a talk without its person; that it is off takes the place of its card.

    Raises:
        ForbiddenError: This person does not take part.
        StaleError: It is no longer so: the worker is back, or away again.
    """
    held = await attended_by(visit, step.appointment, work)
    if held.guest:
        return await _told_guest(step, held, visit, work, ports)
    talk = held.appointment
    programme = visit.almanac.programme
    if step.kind is NoticeKind.LAPSED:
        return cards.lapsed(talk, programme)
    if step.kind is NoticeKind.CANCELLED and talk.status is Status.CANCELLED:
        return cards.called_off(talk, programme)
    _check_true(step.kind, talk, visit)
    if step.kind is NoticeKind.AWAY:
        return await card(Card(talk.id), visit, work, ports)
    if step.kind not in cards.TOLD:
        raise StaleError
    return cards.told(talk, programme, room_of(visit.almanac, talk), step.kind, step.minutes)


def _check_true(kind: NoticeKind, talk: Appointment, visit: Visit) -> None:
    """Hold what is told against the office hours of this moment.

    Raises:
        StaleError: It is no longer so.
    """
    is_held = covering(visit.almanac, talk) is not None
    if is_held is (kind is NoticeKind.AWAY) or talk.status is not Status.BOOKED:
        raise StaleError


async def _told_guest(
    step: Told, held: Participation, visit: Visit, work: Work, ports: Ports
) -> Screen:
    """What changed about a talk that somebody was asked along to."""
    talk, programme = held.appointment, visit.almanac.programme
    if step.kind in {NoticeKind.CANCELLED, NoticeKind.LAPSED}:
        if talk.status is not Status.CANCELLED:
            raise StaleError
        return guests.off(talk, programme)
    _check_true(step.kind, talk, visit)
    if step.kind is NoticeKind.AWAY:
        return await card(Card(talk.id), visit, work, ports)
    what = cards.change_line(talk, programme, step.kind, step.minutes)
    return guests.told(talk, programme, room_of(visit.almanac, talk), Line("told-title"), what)


async def more(step: CardMore, visit: Visit, work: Work, ports: Ports) -> Screen:
    """What else can be done with a talk.

    Raises:
        ForbiddenError: It is not this person's.
    """
    held = await attended_by(visit, step.appointment, work)
    if held.guest:
        return guests.more(held.appointment, shared=bool(visit.known.shared))
    talk = held.appointment
    waits = await work.waiting.waits(visit.known.id, talk.id)
    return cards.more(talk, replace(_known(talk, visit, ports), waits=waits))


async def consults(step: Consults, visit: Visit, work: Work, _ports: Ports) -> Screen:
    """What somebody of the school wants to talk about.

    Raises:
        ForbiddenError: It is not this person's.
    """
    return cards.consults((await held_by(visit, step.appointment, work)).appointment)


async def calendar(step: Calendar, visit: Visit, work: Work, ports: Ports) -> Screen:
    """A talk as a file for the own calendar; none where others look at the phone.

    Raises:
        ForbiddenError: It is not this person's, or others would see it.
    """
    if visit.known.shared:
        raise ForbiddenError
    talk = (await attended_by(visit, step.appointment, work)).appointment
    return cards.calendar(talk, to_ical(talk, visit.now, ports.limits.reminders.lead))


async def delays(step: Delays, visit: Visit, work: Work, _ports: Ports) -> Screen:
    """How much later one comes.

    Raises:
        ForbiddenError: The talk is not this person's.
        StaleError: It is not near, or over.
    """
    talk = (await held_by(visit, step.appointment, work)).appointment
    if not can_be_late(talk, visit.now):
        raise StaleError
    return cards.delays(talk)


async def sorry(step: Sorry, visit: Visit, work: Work, ports: Ports) -> Screen:
    """Nobody was there: who else is now, and the next free time.

    Raises:
        ForbiddenError: The talk is not this person's.
    """
    talk = (await held_by(visit, step.appointment, work)).appointment
    almanac, zone = visit.almanac, ports.programme.zone
    on = local_date(visit.now, zone)
    rows = presences(
        almanac.at_school(talk.school, on, on), almanac.marks_at(talk.school, on), visit.now, zone
    )
    there = [
        each
        for each in rows
        if each.worker != talk.worker
        and each.phase is Phase.DURING
        and each.known is not Known.AWAY
    ]
    horizon = visit.now + timedelta(days=ports.limits.booking.horizon_days)
    openings = almanac.at_school(talk.school, on, local_date(horizon, zone))
    soon = visit.now + ports.limits.booking.notice
    minutes = ports.limits.booking.minutes(talk.audience)
    found = await soonest(
        openings, talk.mode, soon, work, now=visit.now, zone=zone, count=1, minutes=minutes
    )
    first = _dated(found[0], zone) if found else None
    return cards.sorry(talk, almanac.programme, there, first)
