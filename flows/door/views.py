"""Reads for the screens of this subject."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from flows.booking.rules import usual_mode
from flows.booking.views import TIMES_AT_ONCE, soonest
from flows.door import screens
from flows.door.rules import check_over, is_open
from flows.errors import ForbiddenError, StaleError
from flows.hours.presence import day_span, local_date
from flows.model import Appointment, AppointmentId, Audience, Mode, SchoolId, Slot, Span, Status
from flows.ports import Ports, Work
from flows.programme import Worker, ref_of
from flows.screen import Screen
from flows.staff_steps import Door, Ended, Ending, EndSure, NextTimes, Visitors
from flows.talks import own_talk
from flows.visit import Visit, worker_of


async def visitors(step: Visitors, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """Somebody walked in."""
    worker_of(visit, ports.programme)
    return screens.visitors() if step.audience is None else screens.about(step.audience)


async def door_talk(
    appointment: AppointmentId, visit: Visit, work: Work, ports: Ports
) -> Appointment:
    """A talk of this worker that was booked at the door.

    Raises:
        ForbiddenError: Somebody else's, or of somebody who can change it in the own chat.
    """
    talk = await own_talk(appointment, visit, work, ports)
    if not talk.at_door:
        raise ForbiddenError
    return talk


async def door(step: Door, visit: Visit, work: Work, ports: Ports) -> Screen:
    """Free times of the worker, for somebody at the door."""
    worker, school = worker_of(visit, ports.programme), None
    if step.moving is not None:
        moving = await door_talk(step.moving, visit, work, ports)
        school = moving.school
    elif step.audience is None:
        return screens.door_who()
    audience = step.audience
    mode = usual_mode(step.mode, worker, audience)
    free = await _free(worker, mode, step.after, school, audience, visit, work, ports)
    return screens.door(step, mode, free)


async def next_times(step: NextTimes, visit: Visit, work: Work, ports: Ports) -> Screen:
    """Free times of the worker for another talk with the same people.

    Raises:
        ForbiddenError: Not a talk of this worker.
        StaleError: It has not begun, or is too long ago.
    """
    talk = await own_talk(step.appointment, visit, work, ports)
    check_over(talk, visit.now)
    worker = worker_of(visit, ports.programme)
    after = step.after or max(visit.now, talk.span.end)
    audience = talk.audience
    free = await _free(worker, talk.mode, after, talk.school, audience, visit, work, ports)
    return screens.next_times(step, free)


async def _free(
    worker: Worker,
    mode: Mode,
    after: datetime | None,
    school: SchoolId | None,
    audience: Audience | None,
    visit: Visit,
    work: Work,
    ports: Ports,
) -> list[tuple[Slot, date]]:
    zone = ports.programme.zone
    earliest = max(visit.now, after or visit.now)
    horizon = visit.now + timedelta(days=ports.limits.booking.horizon_days)
    openings = [
        each
        for each in visit.almanac.of_worker(
            worker.id, local_date(earliest, zone), local_date(horizon, zone)
        )
        if school in {None, each.school}
    ]
    minutes = ports.limits.booking.minutes(audience)
    found = await soonest(
        openings,
        mode,
        earliest,
        work,
        now=visit.now,
        zone=zone,
        count=TIMES_AT_ONCE,
        minutes=minutes,
    )
    return [(each, local_date(each.span.start, zone)) for each in found]


async def ended(step: Ended, visit: Visit, work: Work, ports: Ports) -> Screen:
    """The talks of an opening that is over, while it can be said how they went.

    Raises:
        StaleError: The worker was away for a part of it, and there is nothing to say of the rest.
    """
    worker, zone = worker_of(visit, ports.programme), ports.programme.zone
    on = local_date(step.start, zone)
    openings = [
        each
        for each in visit.almanac.of_worker(worker.id, on, on)
        if ref_of(each.school) == step.school and each.span.start == step.start
    ]
    end = openings[0].span.end if openings else day_span(on, zone).end
    talks = await work.appointments.of_worker(worker.id, Span(step.start, end), all_states=True)
    listed = _open(talks, step, visit.now)
    if not listed and any(each.span != each.grid for each in openings):
        raise StaleError
    return screens.ended(listed)


def _open(talks: Sequence[Appointment], step: Ended, now: datetime) -> list[Appointment]:
    """Those of the school that stand and began, while it can be said how they went."""
    return [
        each
        for each in talks
        if ref_of(each.school) == step.school
        and each.status is not Status.CANCELLED
        and is_open(each, now)
    ]


async def ending(step: Ending, visit: Visit, work: Work, ports: Ports) -> Screen:
    """How one talk went.

    Raises:
        ForbiddenError: Not a talk of this worker.
        StaleError: It has not begun, or is too long ago.
    """
    talk = await own_talk(step.appointment, visit, work, ports)
    check_over(talk, visit.now)
    return screens.ending(talk, local_date(talk.span.start, ports.programme.zone))


async def end_sure(step: EndSure, visit: Visit, work: Work, ports: Ports) -> Screen:
    """Whether the pupil was asked.

    Raises:
        ForbiddenError: Not a talk of this worker.
        StaleError: It has not begun, or is too long ago.
    """
    talk = await own_talk(step.appointment, visit, work, ports)
    check_over(talk, visit.now)
    if step.end not in screens.ASKED_FIRST:
        raise StaleError
    return screens.end_sure(talk, step.end)
