"""Reads for the screens of this subject."""

from flows.ports import Ports, Work
from flows.reminding import screens
from flows.screen import Screen
from flows.steps import Reminders
from flows.visit import Visit


async def reminders(_step: Reminders, visit: Visit, _work: Work, _ports: Ports) -> Screen:
    """Show of what the person is reminded."""
    return screens.reminders(visit.known.reminded)
