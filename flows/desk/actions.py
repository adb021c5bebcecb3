"""What workers do: each function is one command inside one unit of work."""

from flows.desk.views import worker_of
from flows.errors import InvitationError, StaleError
from flows.hours.presence import day_span, local_date
from flows.model import Appointment, Known, Mark, Notice, NoticeKind, Person, PersonId
from flows.ports import Ports, Work
from flows.screen import Line
from flows.steps import Card, Here, Home
from flows.visit import Outcome, Visit


async def here(step: Here, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Say "I am here" for one school and today; the cards of those booked change silently.

    Raises:
        StaleError: A button of another day, or of a school without this worker's hours today.
    """
    worker = worker_of(visit, ports)
    school = ports.programme.school(step.school)
    today = local_date(visit.now, ports.programme.zone)
    hours = visit.almanac.of_worker(worker.id, today, today)
    if school is None or step.on != today or not any(o.school == school.id for o in hours):
        raise StaleError
    await work.hours.say(Mark(worker.id, school.id, today, Known.CONFIRMED), visit.now)
    talks = await work.appointments.of_worker(worker.id, day_span(today, ports.programme.zone))
    for each in talks:
        if each.school == school.id and each.span.end > visit.now:
            await work.outbox.add(await _card_changes(each, visit, work))
    return Outcome(Home(), Line("note-here", {"school": school.name}))


async def _card_changes(talk: Appointment, visit: Visit, work: Work) -> list[Notice]:
    return [
        Notice(
            dedup_key=f"card:{talk.id}:{talk.version}:{each.person}:confirmed",
            kind=NoticeKind.CARD,
            person=each.person,
            step=Card(talk.id).pack(),
            due_at=visit.now,
            expires_at=talk.span.end,
            appointment=talk.id,
            version=talk.version,
        )
        for each in await work.appointments.held_by(talk.id)
    ]


async def accept(token: str, visit: Visit, work: Work, _ports: Ports) -> Outcome:
    """Take up an invitation, once.

    Raises:
        InvitationError: Used, expired or never made.
    """
    invited = await work.invitations.use(token, visit.now)
    if invited is None:
        raise InvitationError
    role, subject = invited
    person = visit.person or await work.people.add(
        visit.address, Person(PersonId(0), visit.language), visit.now
    )
    await work.people.join(person.id, role, subject, visit.now)
    return Outcome(Home(), Line("note-joined"))
