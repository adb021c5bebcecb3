"""Reads for the screens of this subject."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from flows.attendance import screens
from flows.attendance.rules import (
    half_hours,
    looks_after,
    may_shut,
    rest_of_day,
    school_dates,
    schools_of,
)
from flows.errors import ForbiddenError, StaleError
from flows.hours.coverage import covering
from flows.hours.presence import day_span, local_date
from flows.hours.views import contacts_of
from flows.model import Opening, Ref, SchoolId, Span
from flows.packing import Step
from flows.ports import Almanac, Ports, Work
from flows.programme import School, Worker
from flows.screen import MAX_CHOICES, Screen
from flows.staff_steps import (
    Ask,
    Colleagues,
    DoorText,
    Gone,
    GoneDays,
    GoneSure,
    GoneUntil,
    Later,
    Places,
    ShutSure,
)
from flows.steps import Home, More
from flows.visit import Visit, worker_of

LOOK_AHEAD = timedelta(days=62)
_SECOND = timedelta(seconds=1)
"""An end at midnight is of the day before."""


async def ask(step: Ask, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """Are you there? Not asked any more when it was said, or when there are no hours left.

    Raises:
        StaleError: It is known, or another day, or no hours.
    """
    worker, school = _at(step.school, visit, ports)
    hours = _left(worker, visit, ports, school.id)
    said = visit.almanac.mark(worker.id, school.id, step.on)
    if said is not None or not hours or step.on != local_date(visit.now, ports.programme.zone):
        raise StaleError
    return screens.ask(school, step.on)


async def later(step: Later, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """How many minutes late."""
    _, school = _at(step.school, visit, ports)
    return screens.later(school, step.on)


def _at(ref: Ref, visit: Visit, ports: Ports) -> tuple[Worker, School]:
    """The worker whose chat this is, and one of the own schools.

    Raises:
        StaleError: Another school, or none.
    """
    worker, school = worker_of(visit, ports.programme), ports.programme.school(ref)
    if school is None or school.id not in schools_of(worker.id, visit.almanac):
        raise StaleError
    return worker, school


def _left(
    worker: Worker, visit: Visit, ports: Ports, school: SchoolId | None = None
) -> list[Opening]:
    """The openings of today that are not over."""
    on = local_date(visit.now, ports.programme.zone)
    return [
        each
        for each in visit.almanac.of_worker(worker.id, on, on)
        if each.span.end > visit.now and school in {None, each.school}
    ]


async def gone(_step: Gone, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """For how long one is away, and what was said before."""
    worker, zone = worker_of(visit, ports.programme), ports.programme.zone
    known = [
        (each, local_date(each.span.start, zone), local_date(each.span.end - _SECOND, zone))
        for each in visit.almanac.changes.absences
        if each.worker == worker.id and each.span.end > visit.now
    ]
    is_day = bool(_left(worker, visit, ports))
    return screens.gone(rest_of_day(visit.now, zone), known, is_day=is_day)


async def gone_until(_step: GoneUntil, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """Until which time today."""
    left = _left(worker_of(visit, ports.programme), visit, ports)
    start = rest_of_day(visit.now, ports.programme.zone).start
    return screens.gone_until(start, half_hours(visit.now, left, MAX_CHOICES))


async def gone_days(step: GoneDays, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """The first day away, then the last one."""
    worker_of(visit, ports.programme)
    zone, a_page = ports.programme.zone, screens.A_PAGE
    today = local_date(visit.now, zone)
    first_on = step.first_on or today
    page = min(step.page, LOOK_AHEAD.days)
    dates = school_dates(max(first_on, today), (page + 1) * a_page)[page * a_page :]
    if step.first_on is None:
        listed: list[tuple[date, Step]] = [(on, GoneDays(on)) for on in dates]
    else:
        start = day_span(first_on, zone).start
        listed = [(on, GoneSure(start, day_span(on, zone).end)) for on in dates]
    return screens.gone_days(replace(step, page=page), listed)


async def gone_sure(step: GoneSure, visit: Visit, work: Work, ports: Ports) -> Screen:
    """What will happen; a colleague or coordinator sees nothing of who booked.

    Raises:
        ForbiddenError: Neither the worker nor somebody who looks after one.
    """
    zone = ports.programme.zone
    first_on, last_on = local_date(step.start, zone), local_date(step.end - _SECOND, zone)
    if step.worker is not None:
        other = ports.programme.worker(step.worker)
        if other is None or not looks_after(visit.known, other.id, visit.almanac, ports.programme):
            raise ForbiddenError
        return screens.gone_sure(screens.Leaving(step, first_on, last_on, 0), other)
    worker = worker_of(visit, ports.programme)
    span = Span(max(step.start, visit.now), step.end)
    talks = await work.appointments.of_worker(worker.id, span) if span.start < span.end else []
    held = [each for each in talks if covering(visit.almanac, each) is not None]
    return screens.gone_sure(screens.Leaving(step, first_on, last_on, len(held)), None)


async def colleagues(step: Colleagues, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """Who of the others is not there, which school is closed: of today, in one's own reach.

    Raises:
        ForbiddenError: Neither a worker nor a coordinator.
    """
    almanac, config, on = (
        visit.almanac,
        ports.programme,
        local_date(visit.now, ports.programme.zone),
    )
    workers = [
        (each, rest_of_day(visit.now, config.zone))
        for each in config.workers
        if looks_after(visit.known, each.id, almanac, config) and _left(each, visit, ports)
    ]
    schools = [
        (each, _is_shut(each, almanac, on))
        for each in config.schools
        if may_shut(visit.known, each.id, almanac, config)
        and (almanac.at_school(each.id, on, on) or _is_shut(each, almanac, on))
    ]
    back: Step = More() if visit.known.worker else Home()
    return screens.colleagues(workers, schools, on, step.page, back)


def _is_shut(school: School, almanac: Almanac, on: date) -> bool:
    return any(
        each.school == school.id and each.first_on <= on <= each.last_on
        for each in almanac.changes.closings
    )


async def shut_sure(step: ShutSure, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """What closing a school means.

    Raises:
        ForbiddenError: Not of somebody who works there or coordinates it.
    """
    school = ports.programme.school(step.school)
    if school is None or not may_shut(visit.known, school.id, visit.almanac, ports.programme):
        raise ForbiddenError
    return screens.shut_sure(school, step.on)


async def door_text(step: DoorText, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """A few words for the door of who is away.

    Raises:
        ForbiddenError: Neither the worker nor somebody who looks after one.
    """
    worker = ports.programme.worker(step.worker)
    own = worker is not None and visit.known.worker == worker.id
    if worker is None or not (
        own or looks_after(visit.known, worker.id, visit.almanac, ports.programme)
    ):
        raise ForbiddenError
    today = local_date(visit.now, ports.programme.zone)
    on = max(step.on, today)
    ahead = visit.almanac.of_worker(worker.id, on, on + LOOK_AHEAD)
    later = next(
        (each for each in ahead if local_date(each.span.start, ports.programme.zone) > on), None
    )
    schools = [ports.programme.school(each.school) for each in ahead[:1]]
    contacts = contacts_of(schools[0], ports.programme) if schools and schools[0] else []
    return screens.door_text(worker.name, on, later, contacts)


async def places(step: Places, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """Where to meet today."""
    _, school = _at(step.school, visit, ports)
    return screens.places(school, step.on, places_of(school, visit.almanac))


def places_of(school: School, almanac: Almanac) -> Sequence[str]:
    """The school's places, or else the rooms of its office hours, in their order."""
    rooms = [each.room for each in almanac.programme.schedules if each.school == school.id]
    return school.places or tuple(dict.fromkeys(rooms))
