"""Reads for workers and coordinators; each asks first whose desk this is."""

from datetime import datetime, timedelta

from flows.demand.plan import TOPICS, last_whole_week, monday_of
from flows.demand.scopes import scope_name
from flows.desk import screens
from flows.errors import ForbiddenError, StaleError
from flows.hours.coverage import room_of
from flows.hours.presence import day_span, local_date
from flows.model import Appointment, AppointmentId, Mode, NoticeKind, Span, Status
from flows.ports import Ports, Work
from flows.programme import Worker
from flows.screen import Screen
from flows.steps import Day, News, Number, Talk
from flows.visit import Visit

NUMBER_EARLY = timedelta(minutes=15)


def worker_of(visit: Visit, ports: Ports) -> Worker:
    """The worker whose chat this is.

    Raises:
        ForbiddenError: Nobody's desk, or a worker who left the config.
    """
    worker = ports.programme.worker(visit.known.worker)
    if worker is None:
        raise ForbiddenError
    return worker


async def desk(visit: Visit, work: Work, ports: Ports) -> Screen:
    """The worker's start."""
    worker = worker_of(visit, ports)
    zone = ports.programme.zone
    on = local_date(visit.now, zone)
    openings = [
        (each, school)
        for each in visit.almanac.of_worker(worker.id, on, on)
        if each.span.end > visit.now and (school := ports.programme.school(each.school))
    ]
    rest = Span(visit.now, day_span(on, ports.programme.zone).end)
    talks = await work.appointments.of_worker(worker.id, rest)
    marks = [visit.almanac.mark(worker.id, school.id, on) for _, school in openings]
    known = {each.school: each.known for each in marks if each}
    return screens.desk(worker.name, on, openings, known, len(talks))


async def day(step: Day, visit: Visit, work: Work, ports: Ports) -> Screen:
    """The talks of a day."""
    worker = worker_of(visit, ports)
    talks = await work.appointments.of_worker(worker.id, day_span(step.on, ports.programme.zone))
    return screens.day(step.on, talks, ports.programme)


async def own_talk(
    appointment: AppointmentId, visit: Visit, work: Work, ports: Ports
) -> Appointment:
    """A talk of this worker.

    Raises:
        ForbiddenError: Somebody else's, or none.
    """
    worker = worker_of(visit, ports)
    held = await work.appointments.get(appointment)
    if held is None or held.worker != worker.id:
        raise ForbiddenError
    return held


def can_show_number(held: Appointment, now: datetime) -> bool:
    """From a quarter of an hour before a talk by phone until its end, while it stands."""
    return (
        held.status is Status.BOOKED
        and held.mode is Mode.PHONE
        and held.has_phone
        and held.span.start - NUMBER_EARLY <= now < held.span.end
    )


async def talk(step: Talk, visit: Visit, work: Work, ports: Ports) -> Screen:
    """One talk as its worker sees it."""
    held = await own_talk(step.appointment, visit, work, ports)
    shown = can_show_number(held, visit.now)
    return screens.talk(held, ports.programme, room_of(visit.almanac, held), can_show_number=shown)


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
        StaleError: The talk went to a colleague and came back.
    """
    if step.kind is NoticeKind.CANCELLED and step.was is not None:
        return await _handed_over(step.appointment, step.was, visit, work, ports)
    held = await own_talk(step.appointment, visit, work, ports)
    on = local_date(held.span.start, ports.programme.zone)
    return screens.news(held, ports.programme, room_of(visit.almanac, held), step, on)


async def _handed_over(
    appointment: AppointmentId, was: datetime, visit: Visit, work: Work, ports: Ports
) -> Screen:
    """Only when it was is still this worker's to know."""
    worker = worker_of(visit, ports)
    held = await work.appointments.get(appointment)
    if held is None:
        raise ForbiddenError
    if held.worker == worker.id:
        raise StaleError
    return screens.handed_over(was, local_date(was, ports.programme.zone))


async def coordinator(visit: Visit, work: Work, ports: Ports) -> Screen:
    """A coordinator's start.

    Raises:
        ForbiddenError: Nobody's desk, or a coordinator who left the config.
    """
    who = ports.programme.coordinator(visit.known.coordinator)
    if who is None:
        raise ForbiddenError
    week = last_whole_week(visit.now, ports.limits.digest.at, ports.programme.zone)
    published = await work.published.week(TOPICS.name, week)
    scope = scope_name(who.scope, ports.programme)
    return screens.coordinator(who.name, scope, monday_of(week) if published else None)
