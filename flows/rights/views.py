"""Reads for the screens of this subject."""

from collections.abc import Callable
from datetime import datetime

from flows.booking.codes import among
from flows.booking.screens import locked
from flows.booking.sharing import TRIES
from flows.model import CAN_BE_TAKEN_AWAY
from flows.packing import Step
from flows.ports import Held, Ports, Work
from flows.rights import data, screens
from flows.rights.document import document
from flows.rights.terms import terms_of
from flows.screen import Document, Line, Screen
from flows.steps import Erased, EraseSure, MyData, MyFile, Privacy, PrivacyPage
from flows.visit import READ, Visit

FILE = "inloop.json"


async def privacy(_step: Privacy, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """What is kept, on one screen."""
    return screens.privacy(terms_of(ports.privacy), is_known=visit.person is not None)


async def page(step: PrivacyPage, _visit: Visit, _work: Work, ports: Ports) -> Screen:
    """One page of the notice."""
    return screens.page(step.clause, ports.programme.about, terms_of(ports.privacy))


async def erase_sure(_step: EraseSure, visit: Visit, _work: Work, _ports: Ports) -> Screen:
    """What will go."""
    person = visit.person
    if person is None:
        return screens.nothing()
    has_desk = person.worker is not None or person.coordinator is not None
    return screens.erase_sure(has_desk=has_desk)


async def erased(_step: Erased, _visit: Visit, _work: Work, _ports: Ports) -> Screen:
    """Everything is gone."""
    return screens.erased()


async def my_data(step: MyData, visit: Visit, work: Work, ports: Ports) -> Screen:
    """Everything that is kept, in words."""
    if visit.person is None:
        return screens.nothing()
    held = await work.people.held(visit.person.id)
    closed = _closed(step.pictures, MyData, held, visit, ports)
    file = MyFile(step.pictures)
    return closed or data.my_data(
        held, ports.programme, terms_of(ports.privacy), file, _until(visit)
    )


async def my_file(step: MyFile, visit: Visit, work: Work, ports: Ports) -> Screen:
    """Everything that is kept, as a file."""
    held = await work.people.held(visit.known.id)
    closed = _closed(step.pictures, MyFile, held, visit, ports)
    file = Document(FILE, document(held, visit.now, terms_of(ports.privacy)))
    return closed or data.my_file(file, MyData(step.pictures), _until(visit))


def _until(visit: Visit) -> datetime:
    """When what was shown leaves the chat: known as to be taken away, it goes with everything."""
    return visit.now + (READ if visit.known.shared else CAN_BE_TAKEN_AWAY)


def _closed(
    chosen: int | None, opened: Callable[[int], Step], held: Held, visit: Visit, ports: Ports
) -> Screen | None:
    """On a phone that others look at, only who knows the pictures of a talk goes on."""
    codes = [each["code"] for each in held["appointment"] if each["code"] is not None]
    if not visit.known.shared or not codes:
        return None
    if chosen is not None:
        if not ports.pace.allows("unlock", visit.known.id, TRIES, visit.now):
            return locked((), Line("locked-enough"))
        if chosen in codes:
            return None
    shown = among(codes, f"{visit.known.id}:{sorted(codes)}")
    first = () if chosen is None else (Line("locked-wrong"),)
    return locked(shown, *first, opened=opened)
