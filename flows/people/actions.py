"""Who somebody is: each function is one command inside one unit of work."""

from dataclasses import replace

from flows.errors import ForbiddenError, StaleError
from flows.model import Person, PersonId
from flows.ports import Ports, Work
from flows.programme import School, code_digest
from flows.steps import Attend, Enter, Home, Schools, Sit, Speak
from flows.visit import Outcome, Visit


async def enter(step: Enter, visit: Visit, work: Work, _ports: Ports) -> Outcome:
    """Take the role; whoever has no school yet chooses one next."""
    person = await _kept(visit, work, audience=step.audience)
    return Outcome(Home() if person.school else Schools())


async def speak(step: Speak, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Take a language of the programme.

    Raises:
        StaleError: The programme does not speak it (any more).
    """
    if step.language not in ports.programme.about.languages:
        raise StaleError
    await _kept(visit, work, language=step.language)
    return Outcome(Home())


async def attend(step: Attend, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Take a school from the list; without its link, names and times stay closed.

    Raises:
        StaleError: The programme has no such school (any more).
    """
    school = ports.programme.school(step.school)
    if school is None:
        raise StaleError
    if visit.person is None or visit.person.school != school.id:
        await _kept(visit, work, school=school.id, school_code=None)
    return Outcome(Home())


async def sit(step: Sit, visit: Visit, work: Work, _ports: Ports) -> Outcome:
    """Go to the own desk, or be a visitor for now: the same account may be both.

    Raises:
        ForbiddenError: There is no desk.
    """
    if visit.known.worker is None and visit.known.coordinator is None:
        raise ForbiddenError
    await _kept(visit, work, visits=not step.desk)
    return Outcome(Home())


async def arrive(school: School, visit: Visit, work: Work) -> Outcome:
    """Come in by a school's link, which opens its names, rooms and times."""
    await _kept(visit, work, school=school.id, school_code=code_digest(school.code))
    return Outcome(Home())


async def _kept(visit: Visit, work: Work, **changes: object) -> Person:
    if visit.person is None:
        nobody = Person(PersonId(0), visit.language)
        return await work.people.add(visit.address, replace(nobody, **changes), visit.now)  # type: ignore[arg-type]
    person = replace(visit.person, **changes)  # type: ignore[arg-type]
    if person != visit.person:
        await work.people.save(person)
    return person
