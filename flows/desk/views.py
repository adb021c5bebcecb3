"""Reads for workers and coordinators; each asks first whose desk this is."""

from datetime import datetime, timedelta

from flows.attendance.care import AHEAD
from flows.attendance.rules import rest_of_day, workers_in
from flows.demand.figures import newest
from flows.demand.scopes import scope_name
from flows.desk import screens
from flows.errors import ForbiddenError, StaleError
from flows.hours.presence import day_span, local_date
from flows.model import (
    Opening,
    Ref,
    Span,
)
from flows.ports import Ports, Work
from flows.programme import Programme, School, Worker
from flows.screen import Screen
from flows.staff_steps import Daily, GoneSure, Settings, Staff, StaffMember
from flows.visit import Visit, worker_of


async def desk(visit: Visit, work: Work, ports: Ports) -> Screen:
    """The worker's start."""
    worker = worker_of(visit, ports.programme)
    on = local_date(visit.now, ports.programme.zone)
    openings = _left_today(worker, visit, ports)
    rest = Span(visit.now, day_span(on, ports.programme.zone).end)
    talks = await work.appointments.of_worker(worker.id, rest)
    marks = [visit.almanac.mark(worker.id, school.id, on) for _, school in openings]
    is_away = any(
        each.worker == worker.id and each.span.overlaps(rest)
        for each in visit.almanac.changes.absences
    )
    known = {each.school: each.known for each in marks if each}
    return screens.desk(worker.name, on, openings, known, len(talks), is_away=is_away)


def _left_today(worker: Worker, visit: Visit, ports: Ports) -> list[tuple[Opening, School]]:
    """Today's openings that are not over, each with its school."""
    on = local_date(visit.now, ports.programme.zone)
    return [
        (each, school)
        for each in visit.almanac.of_worker(worker.id, on, on)
        if each.span.end > visit.now and (school := ports.programme.school(each.school))
    ]


async def more(visit: Visit, ports: Ports) -> Screen:
    """Everything a worker does besides the next thing."""
    worker = worker_of(visit, ports.programme)
    today = [school for _, school in _left_today(worker, visit, ports)]
    return screens.more(today, local_date(visit.now, ports.programme.zone))


async def settings(_step: Settings, visit: Visit, work: Work, ports: Ports) -> Screen:
    """How a worker wants to be told."""
    worker = worker_of(visit, ports.programme)
    daily = any(each.daily for each in await work.desks.at_desk(worker.id))
    return screens.settings(daily=daily, bans=await work.bans.any_of(worker.id, visit.now))


async def daily(step: Daily, visit: Visit, work: Work, ports: Ports) -> Screen:
    """Bookings days ahead that came or changed since the day before.

    Raises:
        StaleError: There are none.
    """
    worker, zone = worker_of(visit, ports.programme), ports.programme.zone
    since = datetime.combine(step.on, ports.limits.desk.daily, zone) - timedelta(days=1)
    talks = await work.appointments.of_worker(
        worker.id, Span(visit.now, visit.now + AHEAD), all_states=True
    )
    rows = [(local_date(e.span.start, zone), e) for e in talks if e.changed_at >= since]
    if not rows:
        raise StaleError
    return screens.daily(rows, rows[0][0])


async def coordinator(visit: Visit, work: Work, ports: Ports) -> Screen:
    """A coordinator's start.

    Raises:
        ForbiddenError: Nobody's desk, or a coordinator who left the config.
    """
    who = ports.programme.coordinator(visit.known.coordinator)
    if who is None:
        raise ForbiddenError
    week = await newest(visit.now, work, ports)
    scope = scope_name(who.scope, ports.programme)
    return screens.coordinator(who.name, scope, week)


def scope_of(visit: Visit, ports: Ports) -> str:
    """The scope of the coordinator whose chat this is.

    Raises:
        ForbiddenError: Nobody's desk, or a coordinator who left the config.
    """
    who = ports.programme.coordinator(visit.known.coordinator)
    if who is None:
        raise ForbiddenError
    return who.scope


def scoped_worker(ref: Ref, visit: Visit, ports: Ports) -> Worker:
    """A worker of this coordinator's scope.

    Raises:
        ForbiddenError: Of another scope, or not a coordinator.
    """
    worker = ports.programme.worker(ref)
    if worker is None or worker.id not in workers_in(scope_of(visit, ports), _held(visit)):
        raise ForbiddenError
    return worker


def _held(visit: Visit) -> Programme:
    return visit.almanac.programme


async def staff(step: Staff, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """The workers of a coordinator's scope."""
    scope = scope_of(visit, ports)
    within = set(workers_in(scope, _held(visit)))
    return screens.staff([w for w in ports.programme.workers if w.id in within], step.page)


async def staff_member(step: StaffMember, visit: Visit, work: Work, ports: Ports) -> Screen:
    """One of them.

    Raises:
        ForbiddenError: Of another scope, or not a coordinator.
    """
    worker = scoped_worker(step.worker, visit, ports)
    rest = rest_of_day(visit.now, ports.programme.zone)
    today = GoneSure(rest.start, rest.end, worker.ref)
    return screens.staff_member(
        worker,
        ports.programme.provider(worker.provider).name,
        has_desk=bool(await work.desks.at_desk(worker.id)),
        today=today if _left_today(worker, visit, ports) else None,
    )
