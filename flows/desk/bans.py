"""A worker takes no bookings of somebody for a while, and takes that back in one tap.

It closes nothing but talks ahead with this one worker: help, who is there and walking in stay
open, and so does everybody else. The worker learns nothing of who it is.
"""

from datetime import timedelta

from flows.errors import StaleError
from flows.model import Address, Appointment
from flows.ports import Ports, Work
from flows.screen import Line
from flows.staff_steps import Ban, Settings, Talk, Unban
from flows.talks import own_talk
from flows.visit import Outcome, Visit, worker_of

BANNED_FOR = timedelta(days=14)


async def booked_by(talk: Appointment, work: Work) -> Address | None:
    """The account that booked a talk; None at the door, or when nobody knows any more."""
    held = await work.appointments.held_by(talk.id)
    person = next((each.person for each in held if not each.guest), None)
    return None if person is None else await work.people.address(person)


async def ban(step: Ban, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Take no bookings of whoever booked this talk; it begins anew when it is said again.

    Raises:
        ForbiddenError: Somebody else's talk, or none.
        StaleError: Nobody knows any more who booked it.
    """
    talk = await own_talk(step.appointment, visit, work, ports)
    await work.bans.add(talk.worker, await _known(talk, work), visit.now + BANNED_FOR)
    return Outcome(Talk(talk.id), Line("note-banned"))


async def unban(step: Unban, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Take bookings again: of whoever booked this talk, or of everybody.

    Raises:
        ForbiddenError: Somebody else's talk, or none.
        StaleError: There is nothing to take back.
    """
    if step.appointment is None:
        if not await work.bans.end(worker_of(visit, ports.programme).id):
            raise StaleError
        return Outcome(Settings(), Line("note-unbanned-all"))
    talk = await own_talk(step.appointment, visit, work, ports)
    if not await work.bans.end(talk.worker, await _known(talk, work)):
        raise StaleError
    return Outcome(Talk(talk.id), Line("note-unbanned"))


async def _known(talk: Appointment, work: Work) -> Address:
    whose = await booked_by(talk, work)
    if whose is None:
        raise StaleError
    return whose
