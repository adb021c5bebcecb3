"""Who somebody is: each function is one command inside one unit of work."""

import hmac
from dataclasses import replace
from datetime import timedelta

from flows.errors import ForbiddenError, StaffCodeError, StaleError
from flows.model import Audience, Person, PersonId
from flows.ports import Ports, Work
from flows.programme import School, code_digest
from flows.retention import hour_of
from flows.screen import Line
from flows.steps import Attend, Enter, Home, Schools, Sit, Speak
from flows.visit import Outcome, Visit, school_of

AWAITED_FOR = timedelta(minutes=15)
STAFF_CODE = "staff"
"""What a typed text is waited for as."""


async def enter(step: Enter, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Take the role; whoever has no school yet chooses one next.

    Who works at a school with a code for its staff types that first.
    """
    school = school_of(visit.person, ports.programme)
    if step.audience is Audience.STAFF and school is not None and school.staff_code:
        person = await _kept(visit, work)
        until = visit.now + AWAITED_FOR
        await work.awaiting.put(person.id, STAFF_CODE, Home().pack(), visit.now, until)
        return Outcome(Home(), Line("note-type-code"))
    person = await _kept(visit, work, audience=step.audience)
    return Outcome(Home() if person.school else Schools())


async def give_code(text: str, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Come in as staff of the own school.

    Raises:
        StaffCodeError: Not its code.
    """
    school = school_of(visit.person, ports.programme)
    code = school.staff_code if school else None
    if code is None or not hmac.compare_digest(text.strip().encode(), code.encode()):
        raise StaffCodeError(Home())
    await _kept(visit, work, audience=Audience.STAFF)
    return Outcome(Home(), forget=True)


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
        await _kept(visit, work, school=school.id, school_code=None, **_anew(visit, school))
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
    code = code_digest(school.code)
    await _kept(visit, work, school=school.id, school_code=code, **_anew(visit, school))
    return Outcome(Home())


def _anew(visit: Visit, school: School) -> dict[str, object]:
    """Staff of one school are not yet staff of another that has a code for them."""
    person = visit.person
    moved = person is not None and person.school != school.id
    if moved and person is not None and person.audience is Audience.STAFF and school.staff_code:
        return {"audience": None}
    return {}


async def _kept(visit: Visit, work: Work, **changes: object) -> Person:
    if visit.person is None:
        nobody = replace(Person(PersonId(0), visit.language), **changes)  # type: ignore[arg-type]
        person = await work.people.add(visit.address, nobody, visit.now)
        if visit.message is not None:
            await work.people.shown(person.id, [visit.message], hour_of(visit.now))
        return person
    person = replace(visit.person, **changes)  # type: ignore[arg-type]
    if person != visit.person:
        await work.people.save(person)
    return person
