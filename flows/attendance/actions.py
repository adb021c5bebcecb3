"""Being there, late or away: each function is one command inside one unit of work."""

from datetime import date

from flows.attendance.care import card_changes, locked, notice, take_care
from flows.attendance.rules import (
    LATENESS,
    LONGEST,
    late_until,
    looks_after,
    may_shut,
    rest_of_day,
    workers_of,
)
from flows.attendance.views import places_of
from flows.changes import Closing
from flows.errors import ForbiddenError, StaleError
from flows.hours.presence import day_span, local_date
from flows.model import (
    AT_THE_DESK,
    Appointment,
    Known,
    Mark,
    Mode,
    NoticeKind,
    Opening,
    Ref,
    SchoolId,
    Span,
    WorkerId,
)
from flows.ports import Ports, Work
from flows.programme import School, Worker
from flows.screen import Line
from flows.staff_steps import DoorText, Here, Late, Leave, Meet, Reopen, Return, Shut
from flows.steps import Home, Told
from flows.visit import Outcome, Visit, worker_of


async def here(step: Here, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Say "I am here" for one school and today; the cards of those booked change silently.

    Raises:
        StaleError: A button of another day, or of a school without this worker's hours today.
    """
    worker, school = _today(step.school, step.on, visit, ports)
    await say_here(worker, school.id, visit, work, ports)
    return Outcome(Home(), Line("note-here", {"school": school.name}))


async def say_here(
    worker: Worker, school: SchoolId, visit: Visit, work: Work, ports: Ports
) -> None:
    """Mark a worker as there today, unless that is known; whatever the worker does there counts."""
    on = local_date(visit.now, ports.programme.zone)
    said = visit.almanac.mark(worker.id, school, on)
    if said is None or said.known is not Known.CONFIRMED:
        room = said.room if said else None
        await work.hours.say(Mark(worker.id, school, on, Known.CONFIRMED, None, room), visit.now)
        await _cards_of_today(worker.id, school, visit, work, ports)


async def late(step: Late, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Say how many minutes late one is; only those still to come are told.

    Raises:
        StaleError: A button of another day, or of a school without this worker's hours today.
    """
    worker, school = _today(step.school, step.on, visit, ports)
    if step.minutes not in LATENESS:
        raise StaleError
    openings = _openings(worker, school, step.on, visit)
    said = visit.almanac.mark(worker.id, school.id, step.on)
    until = late_until(step.minutes, visit.now, openings)
    room = said.room if said else None
    await work.hours.say(Mark(worker.id, school.id, step.on, Known.LATE, until, room), visit.now)
    for talk in await _still_to_come(worker.id, school.id, visit, work, ports):
        await _tell(talk, NoticeKind.LATE, step.minutes, visit, work)
    await _cards_of_today(worker.id, school.id, visit, work, ports)
    return Outcome(Home(), Line("note-late", {"minutes": step.minutes}))


async def meet(step: Meet, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Say where to meet today; who comes to school later is told. It counts as being there.

    Raises:
        StaleError: A button of another day, or a place that the school no longer has.
    """
    worker, school = _today(step.school, step.on, visit, ports)
    places = places_of(school, visit.almanac)
    if step.place is not None and step.place >= len(places):
        raise StaleError
    room = AT_THE_DESK if step.place is None else places[step.place]
    before = {each.room for each in _openings(worker, school, step.on, visit)}
    mark = Mark(worker.id, school.id, step.on, Known.CONFIRMED, None, room)
    await work.hours.say(mark, visit.now)
    for talk in await _still_to_come(worker.id, school.id, visit, work, ports):
        if talk.mode is Mode.SCHOOL and before != {room}:
            await _tell(talk, NoticeKind.PLACE, 0, visit, work)
    await _cards_of_today(worker.id, school.id, visit, work, ports)
    return Outcome(Home(), Line("note-place"))


async def leave(step: Leave, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """A worker is away, by own word, a colleague's or a coordinator's; who booked is told.

    A colleague and a coordinator can say it of today only, and see nothing of who booked.

    Raises:
        ForbiddenError: Neither the worker nor somebody who looks after one.
        StaleError: The span is over or too long.
    """
    own = visit.known.worker is not None and step.worker is None
    worker = worker_of(visit, ports.programme) if own else _other(step.worker, visit, ports)
    span = Span(max(step.start, rest_of_day(visit.now, ports.programme.zone).start), step.end)
    _check_span(span, visit, ports, own=own)
    before = await locked([worker.id], work, visit.now, ports)
    await work.hours.add_absence(worker.id, span, visit.now)
    lost = await take_care(before, [worker.id], work, visit.now, ports)
    on = local_date(span.start, ports.programme.zone)
    note = Line("note-gone", {"count": lost}) if own else Line("note-gone-other")
    return Outcome(DoorText(worker.ref, on), note)


def _check_span(span: Span, visit: Visit, ports: Ports, *, own: bool) -> None:
    latest = visit.now + LONGEST if own else rest_of_day(visit.now, ports.programme.zone).end
    if not span.start < span.end <= latest:
        raise StaleError


async def back(step: Return, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """An absence ends now: its time can be booked again, and who was told hears that it goes on.

    Raises:
        StaleError: It is over, or not this worker's.
    """
    worker = worker_of(visit, ports.programme)
    before = await locked([worker.id], work, visit.now, ports)
    absence = next((each for each in before.changes.absences if each.id == step.absence), None)
    if absence is None or absence.worker != worker.id or absence.span.end <= visit.now:
        raise StaleError
    await work.hours.end_absence(absence.id, rest_of_day(visit.now, ports.programme.zone).start)
    await take_care(before, [worker.id], work, visit.now, ports)
    await _is_back(worker, visit, work, ports)
    return Outcome(Home(), Line("note-back"))


async def _is_back(worker: Worker, visit: Visit, work: Work, ports: Ports) -> None:
    """Whoever comes back in the middle of hours is there."""
    on = local_date(visit.now, ports.programme.zone)
    almanac = await ports.almanacs.current(work, visit.now)
    for each in almanac.of_worker(worker.id, on, on):
        if each.span.start <= visit.now < each.span.end:
            await say_here(worker, each.school, visit, work, ports)


async def shut(step: Shut, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Close a school's building today: talks at school are off, phone and video go on.

    Raises:
        ForbiddenError: Not of somebody who works there or coordinates it.
        StaleError: A button of another day.
    """
    school = _school_to_shut(step.school, step.on, visit, ports)
    workers = workers_of(school.id, visit.almanac)
    before = await locked(workers, work, visit.now, ports)
    await work.hours.add_closing(Closing(school.id, step.on, step.on, "building", visit.now))
    await take_care(before, workers, work, visit.now, ports)
    return Outcome(Home(), Line("note-shut", {"school": school.name}))


async def reopen(step: Reopen, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Take back that a school is closed today.

    Raises:
        ForbiddenError: Not of somebody who works there or coordinates it.
        StaleError: A button of another day.
    """
    school = _school_to_shut(step.school, step.on, visit, ports)
    workers = workers_of(school.id, visit.almanac)
    before = await locked(workers, work, visit.now, ports)
    await work.hours.reopen(school.id, step.on)
    await take_care(before, workers, work, visit.now, ports)
    return Outcome(Home(), Line("note-reopened", {"school": school.name}))


def _today(school: Ref, on: date, visit: Visit, ports: Ports) -> tuple[Worker, School]:
    """The worker and the school of a button of today."""
    worker = worker_of(visit, ports.programme)
    known = ports.programme.school(school)
    today = local_date(visit.now, ports.programme.zone)
    if known is None or on != today or not _openings(worker, known, on, visit):
        raise StaleError
    return worker, known


def _openings(worker: Worker, school: School, on: date, visit: Visit) -> list[Opening]:
    return [each for each in visit.almanac.of_worker(worker.id, on, on) if each.school == school.id]


def _other(ref: Ref | None, visit: Visit, ports: Ports) -> Worker:
    worker = ports.programme.worker(ref)
    if worker is None or not looks_after(visit.known, worker.id, visit.almanac, ports.programme):
        raise ForbiddenError
    return worker


def _school_to_shut(ref: Ref, on: date, visit: Visit, ports: Ports) -> School:
    school = ports.programme.school(ref)
    if school is None or not may_shut(visit.known, school.id, visit.almanac, ports.programme):
        raise ForbiddenError
    if on != local_date(visit.now, ports.programme.zone):
        raise StaleError
    return school


async def _still_to_come(
    worker: WorkerId, school: SchoolId, visit: Visit, work: Work, ports: Ports
) -> list[Appointment]:
    day = day_span(local_date(visit.now, ports.programme.zone), ports.programme.zone)
    talks = await work.appointments.of_worker(worker, Span(visit.now, day.end))
    return [each for each in talks if each.school == school and each.span.start > visit.now]


async def _tell(
    talk: Appointment, kind: NoticeKind, minutes: int, visit: Visit, work: Work
) -> None:
    """Tell everybody of a talk; what was on its way before gives way to this."""
    revision = await work.hours.revision()
    for held in await work.appointments.held_by(talk.id):
        await work.outbox.recall(talk.id, held.person, kind)
        step = Told(talk.id, kind, minutes)
        await work.outbox.add([notice(talk, held.person, kind, step, visit.now, revision)])


async def _cards_of_today(
    worker: WorkerId, school: SchoolId, visit: Visit, work: Work, ports: Ports
) -> None:
    day = day_span(local_date(visit.now, ports.programme.zone), ports.programme.zone)
    revision = await work.hours.revision()
    for talk in await work.appointments.of_worker(worker, day):
        if talk.school == school and talk.span.end > visit.now:
            await work.outbox.add(await card_changes(talk, work, visit.now, revision))
