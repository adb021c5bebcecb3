"""To be forgotten: one command inside one unit of work."""

from flows.booking.actions import call_off
from flows.errors import AlreadyDoneError
from flows.model import Appointment, Role
from flows.ports import Ports, Work
from flows.steps import Erase, Erased
from flows.visit import Outcome, Visit


async def erase(_step: Erase, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Erase whoever asks for it.

    An update that comes again erases nobody: not who came back since, either.

    Raises:
        ForbiddenError: Nobody is known here.
        AlreadyDoneError: This very update was done before.
    """
    if visit.update is not None and await work.inbox.outcome(visit.update) is not None:
        raise AlreadyDoneError
    await erase_person(visit, work, ports)
    return Outcome(Erased(), language=visit.language)


async def erase_person(visit: Visit, work: Work, ports: Ports) -> None:
    """Call off what is ahead, as its person would, then leave nothing of the person.

    A talk that runs goes on, of nobody: its worker has still to say how it went. Who asked this
    person along is not told.

    Args:
        visit: Who is to be erased, and when.
        work: All of it happens in this work, or nothing.
        ports: For limits and zone.

    Raises:
        ForbiddenError: Nobody is known here.
        StaleError: One of the talks changed just now.
    """
    person = visit.known.id
    held = await work.waiting.held(person)
    ahead = await work.appointments.ahead(person, visit.now)
    workers = {each.worker for each in ahead} | ({held.worker} if held else set())
    for worker in sorted(workers):
        await work.appointments.lock(worker)
    for talk in await work.appointments.ahead(person, visit.now):
        await _leave(talk, visit, work, ports)
    await work.people.erase(person)


async def _leave(talk: Appointment, visit: Visit, work: Work, ports: Ports) -> None:
    """What erasing the person alone would leave of a talk that the person booked."""
    await work.invitations.withdraw(Role.GUEST, str(talk.id))
    if talk.span.start > visit.now:
        await call_off(talk, visit, work, ports)
