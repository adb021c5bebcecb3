"""A phone that others look at: asked once before the first talk, and what then stays unseen."""

from dataclasses import replace

from flows.booking.actions import book
from flows.booking.card_views import card
from flows.booking.codes import pictures
from flows.booking.screens import locked, sharing
from flows.errors import StaleError
from flows.model import Reminded
from flows.ports import Ports, Work
from flows.screen import Line, Screen
from flows.steps import Book, Card, Privacy, Share, Sharing, Unlock
from flows.visit import Outcome, Visit

TRIES = 5
"""In an hour; whoever guesses finds one of eight."""


async def ask(step: Sharing, _visit: Visit, _work: Work, _ports: Ports) -> Screen:
    """Ask whether somebody else looks at this phone."""
    return sharing(step)


async def share(step: Share, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Keep the answer; reminders end with a yes, until they are wanted.

    Raises:
        StaleError: The button is cut off.
        FlowError: The time that was tapped cannot be taken (`flows.booking.actions.book`).
    """
    person = replace(visit.known, shared=bool(step.shared))
    if step.shared:
        person = replace(person, reminded=Reminded.NOTHING)
    await work.people.save(person)
    if step.worker is None:
        return Outcome(Privacy(), Line("note-kept"))
    if step.school is None or step.start is None or step.mode is None:
        raise StaleError
    wanted = Book(step.worker, step.school, step.start, step.mode, step.chosen, step.group)
    return await book(wanted, replace(visit, person=person), work, ports)


async def unlock(step: Unlock, visit: Visit, work: Work, ports: Ports) -> Screen:
    """The talk whose pictures were chosen; after some wrong ones nothing more for a while."""
    talks = await work.appointments.coming(visit.known.id, visit.now)
    if not ports.pace.allows("unlock", visit.known.id, TRIES, visit.now):
        return locked((), Line("locked-enough"))
    found = next((each for each in talks if each.code == step.pictures), None)
    if found is None:
        return locked(pictures(visit.known.id, talks), Line("locked-wrong"))
    return await card(Card(found.id), visit, work, ports)
