"""Who asks, when, and what came of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from flows.errors import ForbiddenError, NeedsSchoolLinkError
from flows.model import Address, MessageId, Person
from flows.packing import Show
from flows.ports import Almanac
from flows.programme import Programme, School, Worker, code_digest
from flows.screen import Line

READ = timedelta(minutes=15)
"""So long somebody reads what was asked for, where others look at the phone."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One update of one account; `person` is None until there is something to remember.

    `almanac` has the office hours as this update's work sees them. `message` is the one whose
    button was pressed; a do step shows there what came of it. `update` is the channel's number.
    """

    address: Address
    language: str
    person: Person | None
    now: datetime
    almanac: Almanac
    message: MessageId | None = None
    update: int | None = None

    @property
    def known(self) -> Person:
        """The person.

        Raises:
            ForbiddenError: Nobody is known here yet.
        """
        if self.person is None:
            raise ForbiddenError
        return self.person


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a command: the step to show, and a word about it.

    `forget` asks for what the person typed to vanish from the chat. `language` is the one to say
    it in, where nobody is known any more who chose one.
    """

    step: Show
    note: Line | None = None
    forget: bool = False
    language: str | None = None


def worker_of(visit: Visit, programme: Programme) -> Worker:
    """The worker whose chat this is.

    Raises:
        ForbiddenError: Nobody's desk, or a worker who left the config.
    """
    worker = programme.worker(visit.known.worker)
    if worker is None:
        raise ForbiddenError
    return worker


def school_of(person: Person | None, programme: Programme) -> School | None:
    """The person's school, whether or not its names may be shown."""
    return programme.school(person.school) if person else None


def is_admitted(person: Person | None, programme: Programme) -> bool:
    """Tell whether names, rooms and times of the person's school may be shown.

    That takes the link of the school, with the code it has today.
    """
    school = school_of(person, programme)
    if person is None or school is None:
        return False
    return person.school_code == code_digest(school.code)


def admitted_school(person: Person | None, programme: Programme) -> School:
    """The school whose names, rooms and times this person may see.

    Raises:
        NeedsSchoolLinkError: The person did not come by the school's link of today.
    """
    school = school_of(person, programme)
    if school is None or not is_admitted(person, programme):
        raise NeedsSchoolLinkError
    return school
