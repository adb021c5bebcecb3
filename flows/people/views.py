"""Reads for the screens of this subject."""

from flows.people import screens
from flows.ports import Ports, Work
from flows.screen import Screen
from flows.steps import Languages, More, Roles, Schools
from flows.visit import Visit, is_admitted


async def languages(_step: Languages, _visit: Visit, _work: Work, ports: Ports) -> Screen:
    """Show the programme's languages."""
    return screens.languages(ports.programme.about.languages)


async def roles(_step: Roles, _visit: Visit, _work: Work, _ports: Ports) -> Screen:
    """Show the roles."""
    return screens.roles()


async def schools(step: Schools, _visit: Visit, _work: Work, ports: Ports) -> Screen:
    """Show a page of schools."""
    return screens.schools(ports.programme.schools, step.page)


async def more(_step: More, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """Show what lies under More for a visitor."""
    person = visit.person
    has_desk = person is not None and (person.worker is not None or person.coordinator is not None)
    return screens.more(admitted=is_admitted(person, ports.programme), has_desk=has_desk)
