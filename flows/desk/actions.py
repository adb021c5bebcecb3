"""What workers and coordinators do besides office hours: one command inside one unit of work."""

import secrets
from datetime import timedelta

from flows.audit import of_desk
from flows.booking.together import INVITED, TOKEN_BYTES, come_along
from flows.demand.actions import count_end
from flows.demand.plan import CANCELLED
from flows.desk.talk_views import is_ahead
from flows.desk.views import scoped_worker
from flows.errors import InvitationError, StaleError
from flows.model import Appointment, Notice, NoticeKind, Person, PersonId, Role
from flows.ports import Ports, Work
from flows.screen import Line
from flows.staff_steps import CancelFor, Invite, Remove, Settings, StaffMember, Talk, TellDaily
from flows.steps import Home, Told
from flows.talks import own_talk
from flows.visit import Outcome, Visit, worker_of

VALID_FOR = timedelta(hours=24)


async def accept(token: str, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Take up an invitation, once.

    Raises:
        InvitationError: Used, expired or never made.
        OwnInvitationError: To a talk in which this person takes part already.
        TogetherBusyError: To a talk at a time at which this person has another.
    """
    invited = await work.invitations.use(token, visit.now)
    if invited is None:
        raise InvitationError
    role, subject = invited
    if role is Role.GUEST:
        return await come_along(subject, visit, work, ports)
    person = visit.person or await work.people.add(
        visit.address, Person(PersonId(0), visit.language), visit.now
    )
    await work.people.join(person.id, role, subject, visit.now)
    await work.audit.add(of_desk(role, subject, visit.now))
    return Outcome(Home(), Line("note-joined"))


async def tell_daily(step: TellDaily, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Choose how bookings days ahead are told.

    Raises:
        ForbiddenError: Nobody's desk.
    """
    worker = worker_of(visit, ports.programme)
    await work.desks.set_daily(worker.id, daily=bool(step.daily))
    return Outcome(Settings())


async def invite(step: Invite, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Make a one-time link for a listed worker of the own scope; an earlier one works no more.

    Raises:
        ForbiddenError: Of another scope, or not a coordinator.
    """
    worker = scoped_worker(step.worker, visit, ports)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    await work.invitations.withdraw(Role.WORKER, worker.id)
    await work.invitations.add(token, Role.WORKER, worker.id, visit.now + VALID_FOR)
    link = ports.link(f"{INVITED}{token}")
    return Outcome(StaffMember(step.worker), Line("note-invited", {"link": link}))


async def remove(step: Remove, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Close a worker's desk at once; the talks stay, and so do the office hours of the config.

    Raises:
        ForbiddenError: Of another scope, or not a coordinator.
        StaleError: Nobody had it.
    """
    worker = scoped_worker(step.worker, visit, ports)
    await work.invitations.withdraw(Role.WORKER, worker.id)
    if not await work.people.part(Role.WORKER, worker.id):
        raise StaleError
    return Outcome(StaffMember(step.worker), Line("note-removed", {"name": worker.name}))


async def cancel_for(step: CancelFor, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Cancel a talk for its person, who lost the phone; whoever has the chat is told.

    Raises:
        ForbiddenError: Not a talk of this worker.
        StaleError: It is no longer as it was shown, or has begun.
    """
    talk = await own_talk(step.appointment, visit, work, ports)
    await work.appointments.lock(talk.worker)
    if talk.version != step.version or not is_ahead(talk, visit.now):
        raise StaleError
    people = await work.appointments.held_by(talk.id)
    off = await work.appointments.cancel(talk, visit.now)
    await count_end(talk, CANCELLED, visit.now, work, ports.programme)
    await work.waiting.leave(talk.id)
    await work.invitations.withdraw(Role.GUEST, str(talk.id))
    await work.outbox.withdraw(talk.id)
    await work.outbox.add([_called_off(off, each.person, visit) for each in people])
    return Outcome(Talk(talk.id))


def _called_off(talk: Appointment, person: PersonId, visit: Visit) -> Notice:
    return Notice(
        dedup_key=f"told:{talk.id}:{talk.version}:{person}",
        kind=NoticeKind.CANCELLED,
        person=person,
        step=Told(talk.id, NoticeKind.CANCELLED).pack(),
        due_at=visit.now,
        expires_at=talk.span.end,
        appointment=talk.id,
        version=talk.version,
    )
