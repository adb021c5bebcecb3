"""The help card asks the database nothing."""

from flows.ports import Ports, Work
from flows.safety import screens
from flows.safety.lines import help_lines
from flows.screen import Screen
from flows.steps import Help
from flows.visit import Visit


async def help_card(_step: Help, _visit: Visit, _work: Work, _ports: Ports) -> Screen:
    """Who to call."""
    return screens.help_card(help_lines())
