"""Reads published numbers; nothing here can reach a true counter."""

from flows.demand import screens
from flows.demand.periods import week_name
from flows.demand.screens import TOPICS
from flows.errors import ForbiddenError, StaleError
from flows.model import Released
from flows.ports import Ports, Work
from flows.screen import Screen
from flows.staff_steps import Digest
from flows.visit import Visit


async def digest(step: Digest, visit: Visit, work: Work, ports: Ports) -> Screen:
    """A published week.

    Raises:
        ForbiddenError: Not a coordinator of this programme.
        StaleError: The week is not published.
    """
    if ports.programme.coordinator(visit.known.coordinator) is None:
        raise ForbiddenError
    cells = in_order(await work.published.cells(TOPICS.name, week_name(step.week)))
    if not cells:
        raise StaleError
    return screens.digest(step.week, cells)


def in_order(cells: list[Released]) -> list[Released]:
    """The cells as the plan lists them."""
    return sorted(cells, key=lambda each: TOPICS.cells.index(each.cell))
