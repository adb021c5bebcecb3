"""The same screens where the database is asked for who presses."""

from flows.model import Audience, Crisis
from flows.ports import Ports, Work
from flows.safety import screens
from flows.safety.lines import lines_for
from flows.screen import Screen
from flows.steps import Call, Help, Hide
from flows.visit import Visit


async def help_card(_step: Help, visit: Visit, _work: Work, _ports: Ports) -> Screen:
    """Who to call."""
    return _card(None, visit)


async def call(step: Call, visit: Visit, _work: Work, _ports: Ports) -> Screen:
    """Who to call in a need."""
    return _card(step.crisis, visit)


async def hide(_step: Hide, _visit: Visit, _work: Work, _ports: Ports) -> Screen:
    """How to clear the chat."""
    return screens.hidden()


def _card(kind: Crisis | None, visit: Visit) -> Screen:
    known = visit.person.audience if visit.person else None
    audience = known or Audience.PUPIL
    return screens.card(kind, audience, lines_for(kind, audience), visit.language)
