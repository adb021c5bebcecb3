"""Where everybody starts: a desk, today at school, or the one question that is still open."""

from dataclasses import replace

from flows.desk import views as desks
from flows.hours import views as hours
from flows.model import PRIVACY_VERSION
from flows.people import screens
from flows.people import views as persons
from flows.ports import Ports, Work
from flows.programme import Programme
from flows.reviews import about
from flows.rights import screens as rights
from flows.rights.terms import terms_of
from flows.screen import Line, Screen
from flows.steps import Home, More
from flows.visit import Visit, is_admitted, school_of


async def home(_step: Home, visit: Visit, work: Work, ports: Ports) -> Screen:
    """The start screen of whoever this is; once, a new privacy notice in its place."""
    person, programme = visit.person, ports.programme
    if person is not None and person.informed < PRIVACY_VERSION:
        return rights.renewed(terms_of(ports.privacy))
    if is_at_desk(visit, programme):
        return await desks.desk(visit, work, ports)
    if person is not None and not person.visits and programme.coordinator(person.coordinator):
        return await desks.coordinator(visit, work, ports)
    return await _visitor(visit, work, ports)


async def _visitor(visit: Visit, work: Work, ports: Ports) -> Screen:
    """Today at the own school, or the question that is still open before it."""
    person, programme = visit.person, ports.programme
    school = school_of(person, programme)
    if person is None or person.audience is None:
        return screens.welcome(programme.about.name, school.name if school else None)
    if school is None:
        return screens.schools(programme.schools, 0)
    if not is_admitted(person, programme):
        contacts = programme.about.contacts
        return screens.outside(programme.about.name, school.name, contacts)
    return await hours.today(school, visit, work)


def is_at_desk(visit: Visit, programme: Programme) -> bool:
    """Tell whether a worker sits at the desk now, rather than being here as a visitor."""
    person = visit.person
    return person is not None and not person.visits and programme.worker(person.worker) is not None


async def more(step: More, visit: Visit, work: Work, ports: Ports) -> Screen:
    """Everything that is not the next thing: of a desk, or of a visitor.

    It says so where a computer translated the language and no native speaker has read it.
    """
    if is_at_desk(visit, ports.programme):
        screen = await desks.more(visit, ports)
    else:
        screen = await persons.more(step, visit, work, ports)
    if not about(visit.language).by_computer:
        return screen
    return replace(screen, lines=(*screen.lines, Line("more-by-computer")))
