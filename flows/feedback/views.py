"""Whether a question may still be asked."""

from flows.booking.card_views import held_by
from flows.errors import StaleError
from flows.feedback import screens
from flows.feedback.rules import can_rate
from flows.ports import Ports, Work
from flows.screen import Screen
from flows.steps import Opinion, Thanks
from flows.visit import Visit


async def opinion(step: Opinion, visit: Visit, work: Work, _ports: Ports) -> Screen:
    """Ask about a talk, or about none.

    Raises:
        ForbiddenError: The talk is not this person's.
        StaleError: It did not take place, two days are over, or it was answered.
    """
    audience = visit.person.audience if visit.person else None
    if step.appointment is not None:
        talk = (await held_by(visit, step.appointment, work)).appointment
        if not can_rate(talk, visit.now):
            raise StaleError
        audience = talk.audience
    return screens.opinion(step.question, audience, step.appointment)


async def thanks(_step: Thanks, _visit: Visit, _work: Work, _ports: Ports) -> Screen:
    """It was counted."""
    return screens.thanks()
