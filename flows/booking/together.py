"""Asking one person along to a talk, coming along, and ending it.

Who booked sees that the link was used, never whether the guest still comes: a guest who has
another talk at a new time, or leaves, or erased everything, looks the same from there.
"""

import secrets
from datetime import timedelta

from flows.booking import guests
from flows.booking.card_views import attended_by, held_by
from flows.errors import (
    CrossedError,
    ForbiddenError,
    InvitationError,
    OwnInvitationError,
    PersonBusyError,
    StaleError,
    TogetherBusyError,
)
from flows.hours.coverage import covering
from flows.model import (
    Appointment,
    AppointmentId,
    Notice,
    NoticeKind,
    Participation,
    Person,
    PersonId,
    Role,
    Status,
)
from flows.ports import Ports, Work
from flows.reminding.removal import removal
from flows.reminding.rules import reminders
from flows.screen import Line, Screen
from flows.steps import Apart, Bring, Card, Home, Part, Together, Unbring
from flows.visit import Outcome, Visit

INVITED = "i_"
"""Before the token in the payload of an invitation's deep link."""
TOKEN_BYTES = 18


async def together(step: Together, visit: Visit, work: Work, _ports: Ports) -> Screen:
    """Ask one person along, or end it.

    Raises:
        ForbiddenError: Not by who booked.
    """
    talk = (await held_by(visit, step.appointment, work)).appointment
    asked = await work.appointments.asked_along(talk.id)
    linked = await work.invitations.waits(Role.GUEST, str(talk.id), visit.now)
    return guests.together(talk, asked=asked, linked=linked)


async def bring(step: Bring, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Make a one-time link to a talk; an earlier one works no more.

    Raises:
        ForbiddenError: Not by who booked.
        StaleError: It does not stand, has begun, is a seat in a group, or somebody was asked along.
    """
    talk = _ahead(await held_by(visit, step.appointment, work), visit)
    if await work.appointments.asked_along(talk.id):
        raise StaleError
    token, subject = secrets.token_urlsafe(TOKEN_BYTES), str(talk.id)
    await work.invitations.withdraw(Role.GUEST, subject)
    await work.invitations.add(token, Role.GUEST, subject, talk.span.start)
    link = ports.link(f"{INVITED}{token}")
    return Outcome(Together(talk.id), Line("note-together", {"link": link}))


async def unbring(step: Unbring, visit: Visit, work: Work, _ports: Ports) -> Outcome:
    """Nobody comes along any more: the link is dead, and a guest is told.

    Raises:
        ForbiddenError: Not by who booked.
    """
    talk = (await held_by(visit, step.appointment, work)).appointment
    await work.invitations.withdraw(Role.GUEST, str(talk.id))
    told = [
        notice
        for each in await work.appointments.held_by(talk.id)
        if each.guest
        for notice in await _apart(each, talk, visit, work, busy=False)
    ]
    await work.appointments.unbring(talk.id)
    await work.outbox.add(told)
    return Outcome(Card(talk.id), Line("note-alone"))


async def part(step: Part, visit: Visit, work: Work, _ports: Ports) -> Outcome:
    """A guest leaves; nobody is told.

    Raises:
        ForbiddenError: Not a guest of it.
    """
    held = await attended_by(visit, step.appointment, work)
    if not held.guest:
        raise ForbiddenError
    await work.appointments.part(held.appointment.id, visit.known.id)
    await work.outbox.quiet(held.appointment.id, visit.known.id)
    return Outcome(Home(), Line("note-parted"))


async def come_along(subject: str, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Use a link up and come along to its talk.

    Args:
        subject: The talk's id, as the invitation holds it.
        visit: Whose tap; perhaps somebody who was never here.
        work: The work in which the invitation was used: refused, it stays unused.
        ports: For limits and zone.

    Raises:
        InvitationError: The talk does not stand, or somebody else came along.
        OwnInvitationError: By who takes part already.
        TogetherBusyError: This person has another talk then.
        CrossedError: The talk went to another worker at this very moment.
    """
    talk = await _locked(AppointmentId(int(subject)), work)
    if talk.status is not Status.BOOKED or talk.span.start <= visit.now:
        raise InvitationError
    person = visit.person or await work.people.add(
        visit.address, Person(PersonId(0), visit.language), visit.now
    )
    takes_part = await work.appointments.of(person.id, talk.id) is not None
    if takes_part or person.worker == talk.worker:
        raise OwnInvitationError
    try:
        if not await work.appointments.bring(talk, person.id):
            raise InvitationError
    except PersonBusyError as busy:
        raise TogetherBusyError from busy
    zone = ports.programme.zone
    planned = reminders(talk, person.id, visit.now, ports.limits.reminders, zone)
    if covering(visit.almanac, talk) is not None:
        await work.outbox.add(planned)
    return Outcome(Card(talk.id), Line("note-along"))


async def _locked(appointment: AppointmentId, work: Work) -> Appointment:
    """A talk as it stands behind its worker's lock."""
    seen = await work.appointments.get(appointment)
    if seen is None:
        raise InvitationError
    await work.appointments.lock(seen.worker)
    talk = await work.appointments.get(appointment)
    if talk is None or talk.worker != seen.worker:
        raise CrossedError
    return talk


async def apart(step: Apart, _visit: Visit, _work: Work, _ports: Ports) -> Screen:
    """Somebody who was asked along does not come any more."""
    return guests.apart(step.start, busy=bool(step.busy))


async def tell_dropped(
    before: Appointment, moved: Appointment, was: list[Participation], visit: Visit, work: Work
) -> None:
    """Tell a guest who could not come along to a new time.

    Args:
        before: The talk before it moved.
        moved: As it stands now.
        was: Who took part before.
        visit: Whose tap moved it.
        work: The work in which it moved.
    """
    if moved.together:
        return
    for each in was:
        if each.guest:
            await work.outbox.add(await _apart(each, before, visit, work, busy=True))


async def _apart(
    guest: Participation, talk: Appointment, visit: Visit, work: Work, *, busy: bool
) -> list[Notice]:
    """What a guest hears who does not come any more; the card goes, too."""
    await work.outbox.quiet(talk.id, guest.person)
    told = Notice(
        dedup_key=f"apart:{talk.id}:{talk.version}:{guest.person}",
        kind=NoticeKind.APART,
        person=guest.person,
        step=Apart(talk.span.start, int(busy)).pack(),
        due_at=visit.now,
        expires_at=visit.now + timedelta(days=1),
    )
    if guest.card is None:
        return [told]
    return [told, removal(guest.person, guest.card, visit.now)]


def _ahead(held: Participation, visit: Visit) -> Appointment:
    talk = held.appointment
    if talk.status is not Status.BOOKED or talk.span.start <= visit.now or talk.group:
        raise StaleError
    return talk
