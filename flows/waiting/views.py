"""Reads for the offer of an earlier time."""

from dataclasses import replace

from flows.booking.card_views import held_by
from flows.errors import StaleError
from flows.hours.coverage import covering
from flows.ports import Ports, Work
from flows.programme import ref_of
from flows.screen import Screen
from flows.steps import Offer
from flows.visit import Visit
from flows.waiting import screens


async def offer(step: Offer, visit: Visit, work: Work, _ports: Ports) -> Screen:
    """A time before that of a talk, as long as it is held for its person.

    Raises:
        ForbiddenError: The talk is not this person's.
        StaleError: It is held no longer, or the office hours lost it.
    """
    talk = (await held_by(visit, step.appointment, work)).appointment
    held = await work.waiting.held(visit.known.id)
    if held is None or held.appointment != talk.id or held.until_at <= visit.now:
        raise StaleError
    if (ref_of(held.worker), held.span.start) != (step.worker, step.start):
        raise StaleError
    if not await work.waiting.waits(visit.known.id, talk.id):
        raise StaleError
    offered = replace(talk, worker=held.worker, span=held.span)
    opening = covering(visit.almanac, offered)
    if opening is None:
        raise StaleError
    return screens.offer(offered, held.until_at, opening.room, visit.almanac.programme)
