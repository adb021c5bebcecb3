"""Counting a smiley: one command inside one unit of work."""

from flows.booking.card_views import held_by
from flows.demand.actions import count_opinion, count_rating
from flows.errors import StaleError
from flows.feedback.rules import can_rate
from flows.ports import Ports, Work
from flows.steps import Rate, Thanks
from flows.visit import Outcome, Visit


async def rate(step: Rate, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Count what somebody thought: of a counted talk once, else once a person and week.

    A talk, the door and where nothing is free share that one answer of a person-week.

    Raises:
        ForbiddenError: The talk is not this person's.
        StaleError: It did not take place, two days are over, or it was answered.
    """
    if step.appointment is None:
        await count_opinion(step.question, step.smile, visit, work, ports.programme)
        return Outcome(Thanks())
    talk = (await held_by(visit, step.appointment, work)).appointment
    if not can_rate(talk, visit.now):
        raise StaleError
    await work.appointments.set_rated(talk.id)
    await count_rating(talk, step.question, step.smile, visit.now, work, ports.programme)
    return Outcome(Thanks())
