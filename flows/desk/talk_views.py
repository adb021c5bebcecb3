"""Reads for a worker's talks; each asks first whose they are."""

from datetime import datetime, timedelta

from flows.desk import talks as screens
from flows.desk.bans import booked_by
from flows.door.rules import is_open
from flows.errors import ForbiddenError, StaleError
from flows.hours.coverage import room_of
from flows.hours.presence import day_span, local_date
from flows.model import Appointment, AppointmentId, Mode, NoticeKind, Span, Status, Typed
from flows.ports import Ports, Work
from flows.screen import Screen
from flows.staff_steps import CancelSure, Day, News, Number, Seats, Talk
from flows.talks import own_talk
from flows.visit import Visit, worker_of

NUMBER_EARLY = {Mode.PHONE: timedelta(minutes=15), Mode.HOME: timedelta(days=1)}
"""From when on a number may be shown; who comes by asks first where, and whether it suits."""


async def day(step: Day, visit: Visit, work: Work, ports: Ports) -> Screen:
    """The talks of a day."""
    worker = worker_of(visit, ports.programme)
    talks = await work.appointments.of_worker(worker.id, day_span(step.on, ports.programme.zone))
    rows = [(each, room_of(visit.almanac, each)) for each in talks]
    return screens.day(step.on, rows, ports.programme)


async def seats(step: Seats, visit: Visit, work: Work, ports: Ports) -> Screen:
    """Who comes to a group of this worker.

    Raises:
        StaleError: Nobody does.
    """
    worker, zone = worker_of(visit, ports.programme), ports.programme.zone
    moment = Span(step.start, step.start + timedelta(minutes=1))
    talks = await work.appointments.of_worker(worker.id, moment)
    taken = [each for each in talks if each.group is not None]
    if not taken:
        raise StaleError
    on = local_date(step.start, zone)
    held = [e for e in visit.almanac.of_worker(worker.id, on, on) if e.span.start == step.start]
    ahead = held and step.start > visit.now
    return screens.seats(step, taken, ports.programme, held[0] if ahead else None)


def can_show_number(held: Appointment, now: datetime) -> bool:
    """From some time before a talk for which the worker calls until its end, while it stands."""
    early = NUMBER_EARLY.get(held.mode)
    return (
        held.status is Status.BOOKED
        and early is not None
        and held.has_phone
        and held.span.start - early <= now < held.span.end
    )


async def talk(step: Talk, visit: Visit, work: Work, ports: Ports) -> Screen:
    """One talk as its worker sees it."""
    held = await own_talk(step.appointment, visit, work, ports)
    nickname = await work.appointments.words(held.id, Typed.NICKNAME)
    whose = await booked_by(held, work)
    banned = None if whose is None else await work.bans.holds(held.worker, whose, visit.now)
    return screens.talk(
        held,
        ports.programme,
        room_of(visit.almanac, held),
        can_show_number=can_show_number(held, visit.now),
        can_end=held.status is not Status.CANCELLED and is_open(held, visit.now),
        is_ahead=is_ahead(held, visit.now),
        nickname=nickname,
        banned=banned,
    )


def is_ahead(held: Appointment, now: datetime) -> bool:
    """Whether a talk stands and has not begun."""
    return held.status is Status.BOOKED and held.span.start > now


async def cancel_sure(step: CancelSure, visit: Visit, work: Work, ports: Ports) -> Screen:
    """Whether a talk is to be cancelled for its person.

    Raises:
        ForbiddenError: Not a talk of this worker.
        StaleError: It is no longer as it was shown, or has begun.
    """
    held = await own_talk(step.appointment, visit, work, ports)
    if held.version != step.version or not is_ahead(held, visit.now):
        raise StaleError
    return screens.cancel_sure(held)


async def number(step: Number, visit: Visit, work: Work, ports: Ports) -> Screen:
    """The number to call, shortly before the talk; outside that time the talk without it."""
    held = await own_talk(step.appointment, visit, work, ports)
    digits = await work.appointments.phone(held.id) if can_show_number(held, visit.now) else None
    if digits is None:
        return await talk(Talk(step.appointment), visit, work, ports)
    return screens.number(held, digits)


async def news(step: News, visit: Visit, work: Work, ports: Ports) -> Screen:
    """What a worker is told at once about a talk.

    Raises:
        ForbiddenError: Somebody else's talk, or none.
        StaleError: The talk went to a colleague and came back; or a worker is told nothing such.
    """
    if step.kind not in screens.NEWS:
        raise StaleError
    if step.kind is NoticeKind.CANCELLED and step.was is not None:
        return await _handed_over(step.appointment, step.was, visit, work, ports)
    held = await own_talk(step.appointment, visit, work, ports)
    on = local_date(held.span.start, ports.programme.zone)
    return screens.news(held, ports.programme, room_of(visit.almanac, held), step, on)


async def _handed_over(
    appointment: AppointmentId, was: datetime, visit: Visit, work: Work, ports: Ports
) -> Screen:
    """Only when it was is still this worker's to know."""
    worker = worker_of(visit, ports.programme)
    held = await work.appointments.get(appointment)
    if held is None:
        raise ForbiddenError
    if held.worker == worker.id:
        raise StaleError
    return screens.handed_over(was, local_date(was, ports.programme.zone))
