"""Walk-ins, talks for somebody without the bot, and how talks ended: one command each."""

from datetime import timedelta

from flows.attendance.actions import say_here
from flows.booking.actions import free_code, kept_code, sure
from flows.booking.notices import announce_to
from flows.demand.actions import count_end, count_visitor
from flows.demand.plan import CANCELLED, NO_SHOW
from flows.door.rules import check_over
from flows.door.views import door_talk
from flows.errors import StaleError
from flows.hours.presence import local_date
from flows.model import Appointment, End, SchoolId, Span, Status, Wish
from flows.ports import Ports, Work
from flows.programme import Worker
from flows.screen import Line
from flows.staff_steps import (
    Again,
    Came,
    Conclude,
    Day,
    DoorBook,
    DoorCancel,
    DoorMove,
    Ending,
    NextTimes,
    Talk,
    WalkIn,
)
from flows.steps import Home
from flows.talks import own_talk
from flows.visit import Outcome, Visit, worker_of

AT_ONCE = timedelta(0)
"""Who stands at the door needs no notice."""


async def walk_in(step: WalkIn, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Somebody walked in: counted, of nobody; the worker is there, then.

    Raises:
        ForbiddenError: Nobody's desk.
    """
    worker = worker_of(visit, ports.programme)
    school = _where(worker, visit, ports)
    await count_visitor(step.audience, step.topic, school, visit, work, ports.programme)
    await _is_there(worker, visit, work, ports)
    return Outcome(Home(), Line("note-walk-in"))


def _where(worker: Worker, visit: Visit, ports: Ports) -> SchoolId | None:
    """The school of the hours that run, else of the day's first; None on a day without."""
    on = local_date(visit.now, ports.programme.zone)
    today = visit.almanac.of_worker(worker.id, on, on)
    running = [each for each in today if each.span.start <= visit.now < each.span.end]
    return next((each.school for each in (*running, *today)), None)


async def _is_there(worker: Worker, visit: Visit, work: Work, ports: Ports) -> None:
    """Whatever a worker does with people in the room counts as "I am here"."""
    on = local_date(visit.now, ports.programme.zone)
    for each in visit.almanac.of_worker(worker.id, on, on):
        if each.span.start <= visit.now < each.span.end:
            await say_here(worker, each.school, visit, work, ports)


async def book(step: DoorBook, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Take a time for somebody at the door: a time and a code, nothing else.

    Raises:
        StaleError: The school is no longer there.
        SlotGoneError: The office hours no longer hold this time.
        SlotTakenError: Somebody was first.
    """
    worker, school = worker_of(visit, ports.programme), ports.programme.school(step.school)
    if school is None:
        raise StaleError
    await work.appointments.lock(worker.id)
    wish = Wish(worker.id, school.id, Span(step.start, step.start), step.mode)
    wish = await sure(
        wish,
        visit,
        work,
        ports,
        audience=step.audience,
        group=bool(step.group),
        notice=AT_ONCE,
    )
    counted = await count_visitor(
        step.audience, None, school.id, visit, work, ports.programme, span=wish.span
    )
    code = await free_code(wish, work, ports.programme.zone)
    talk = await work.appointments.book(
        None, wish, step.audience, visit.now, counted=counted, code=code
    )
    await _is_there(worker, visit, work, ports)
    return Outcome(Talk(talk.id), Line("note-slip"))


async def move(step: DoorMove, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Give a talk that was booked at the door another time.

    Raises:
        StaleError: It is no longer as it was shown.
        SlotGoneError: The office hours no longer hold the new time.
        SlotTakenError: Somebody was first.
    """
    talk = await door_talk(step.appointment, visit, work, ports)
    _check_ahead(talk, step.version, visit)
    await work.appointments.lock(talk.worker)
    wish = Wish(talk.worker, talk.school, Span(step.start, step.start), step.mode)
    wish = await sure(wish, visit, work, ports, audience=talk.audience, moving=talk, notice=AT_ONCE)
    code = await kept_code(talk, wish, work, ports.programme.zone)
    await work.appointments.move(talk, wish, visit.now, code=code)
    return Outcome(Talk(talk.id), Line("note-slip"))


async def cancel(step: DoorCancel, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Cancel a talk that was booked at the door.

    Raises:
        StaleError: It is no longer as it was shown.
    """
    talk = await door_talk(step.appointment, visit, work, ports)
    _check_ahead(talk, step.version, visit)
    await work.appointments.cancel(talk, visit.now)
    await count_end(talk, CANCELLED, visit.now, work, ports.programme)
    return Outcome(Talk(talk.id))


def _check_ahead(talk: Appointment, version: int, visit: Visit) -> None:
    booked = talk.status is Status.BOOKED and talk.span.start > visit.now
    if talk.version != version or not booked:
        raise StaleError


async def again(step: Again, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Book another talk with the same people, who hear of it at once.

    Raises:
        StaleError: The talk is not one that took place.
        SlotGoneError: The office hours no longer hold this time.
        SlotTakenError: Somebody was first.
        PersonBusyError: The person has another talk then.
    """
    talk = await own_talk(step.appointment, visit, work, ports)
    check_over(talk, visit.now)
    await work.appointments.lock(talk.worker)
    wish = Wish(talk.worker, talk.school, Span(step.start, step.start), talk.mode)
    wish = await sure(wish, visit, work, ports, audience=talk.audience, notice=AT_ONCE)
    people = await work.appointments.held_by(talk.id)
    code = await free_code(wish, work, ports.programme.zone)
    person = next((each.person for each in people if not each.guest), None)
    made = await work.appointments.book(
        person, wish, talk.audience, visit.now, chosen=True, code=code
    )
    if person is not None:
        await announce_to(made, person, visit, work, ports)
    return Outcome(Talk(made.id), Line("note-again" if person else "note-slip"))


async def came(step: Came, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Say whether somebody came; until the end is told it can be said again.

    Raises:
        StaleError: The talk has not begun, its end was told, or it is too long ago.
    """
    talk = await own_talk(step.appointment, visit, work, ports)
    check_over(talk, visit.now)
    if talk.end_told:
        raise StaleError
    status = Status.FULFILLED if step.came else Status.NOSHOW
    if status is not talk.status:
        await work.appointments.conclude(talk, status)
        end = None if step.came else NO_SHOW
        await count_end(talk, end, visit.now, work, ports.programme)
        await _is_there_at(talk, visit, work, ports)
    on = local_date(talk.span.start, ports.programme.zone)
    return Outcome(Ending(talk.id) if step.came else Day(on))


async def _is_there_at(talk: Appointment, visit: Visit, work: Work, ports: Ports) -> None:
    on = local_date(visit.now, ports.programme.zone)
    if local_date(talk.span.start, ports.programme.zone) == on and visit.now < talk.span.end:
        await say_here(worker_of(visit, ports.programme), talk.school, visit, work, ports)


async def conclude(step: Conclude, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Count how a talk ended, once; another talk opens the next free times.

    Raises:
        StaleError: Nobody came, or its end was told, or it is too long ago.
    """
    talk = await own_talk(step.appointment, visit, work, ports)
    check_over(talk, visit.now)
    if talk.end_told or talk.status is not Status.FULFILLED:
        raise StaleError
    await work.appointments.conclude(talk, Status.FULFILLED, end_told=True)
    await count_end(talk, step.end.value, visit.now, work, ports.programme)
    if step.end is End.ANOTHER:
        return Outcome(NextTimes(talk.id))
    on = local_date(talk.span.start, ports.programme.zone)
    return Outcome(Day(on), Line("note-counted"))
