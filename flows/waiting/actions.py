"""Coming into line and leaving it: each function is one command inside one unit of work."""

from flows.booking.card_views import held_by
from flows.booking.rules import can_wait
from flows.errors import StaleError
from flows.model import NoticeKind
from flows.ports import Ports, Work
from flows.screen import Line
from flows.steps import Await, Card, Decline, Unawait
from flows.visit import Outcome, Visit
from flows.waiting.finding import free_before, kind_of


async def wait(step: Await, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Come into line behind all others; whoever is in it already keeps the place.

    Only with the worker that was asked for, or else with anybody at the school. What is free at
    this moment was on the screen and not wanted: it is not offered, unless it frees once more.

    Raises:
        ForbiddenError: The talk is not this person's.
        StaleError: It is cancelled, over, or too near for an earlier one.
    """
    talk = (await held_by(visit, step.appointment, work)).appointment
    if not can_wait(talk, visit.now, ports.limits.booking.notice):
        raise StaleError
    if not await work.waiting.waits(visit.known.id, talk.id):
        worker = talk.worker if talk.chosen else None
        await work.waiting.join(talk, visit.known.id, worker, visit.now)
        free = await free_before([talk], visit.almanac, work, visit.now, ports)
        seen = [
            (each.worker, each.span.start)
            for each in free[kind_of(talk, ports)]
            if each.span.start < talk.span.start and worker in {None, each.worker}
        ]
        await work.waiting.pass_by(talk.id, seen)
    return Outcome(Card(talk.id), Line("note-waits"))


async def stop(step: Unawait, visit: Visit, work: Work, _ports: Ports) -> Outcome:
    """Leave the line; what was held is free for the next.

    Raises:
        ForbiddenError: The talk is not this person's.
    """
    talk = (await held_by(visit, step.appointment, work)).appointment
    held = await work.waiting.held(visit.known.id)
    if held is not None:
        await work.appointments.lock(held.worker)
    await work.waiting.leave(talk.id)
    await work.outbox.recall(talk.id, visit.known.id, NoticeKind.OFFER)
    return Outcome(Card(talk.id), Line("note-waits-not"))


async def decline(step: Decline, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Give an offered time back at once, and stay in line.

    Raises:
        ForbiddenError: The talk is not this person's.
        StaleError: That time is not held for it any more.
    """
    talk = (await held_by(visit, step.appointment, work)).appointment
    worker = ports.programme.worker(step.worker)
    if worker is None:
        raise StaleError
    await work.appointments.lock(worker.id)
    held = await work.waiting.held(visit.known.id)
    if held is None or held.appointment != talk.id or held.until_at <= visit.now:
        raise StaleError
    if (held.worker, held.span.start) != (worker.id, step.start):
        raise StaleError
    await work.waiting.release(talk.id)
    return Outcome(Card(talk.id), Line("note-declined"))
