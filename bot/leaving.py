"""`inloop reassign` and `inloop revoke`: a worker leaves, a chat is closed."""

from datetime import datetime

from bot.config import Config
from bot.errors import OperatorError
from bot.listed import ids_of, known_worker, role_of, unknown
from bot.ports import beside
from flows.attendance.care import AHEAD, locked, take_care
from flows.audit import by_operator
from flows.booking.codes import code_line
from flows.changes import Departure
from flows.hours.leaving import as_if_there
from flows.model import Appointment, Role, Span, WorkerId
from flows.ports import Almanac, Ports, Work
from flows.programme import Programme
from flows.texts import Texts


async def reassigned(
    config: Config, worker: str, colleague: str | None, now: datetime
) -> list[str]:
    """A worker left: whoever booked is told, and offered a colleague; the chat is closed.

    Said again it only changes who is offered.

    Args:
        config: Who there is; the worker may be gone from it already.
        worker: The id of who left.
        colleague: The id of who is offered first; None for whoever is free.
        now: Talks that begin later are looked at.

    Returns:
        Lines for the operator; talks that were booked at the door with date, time, school and
        code, for nobody can be told but by the school.

    Raises:
        OperatorError: No such worker or colleague, or the database cannot be used.
    """
    programme = config.programme
    other = known_worker(programme, colleague) if colleague is not None else None
    if other is not None and other.id == worker:
        raise OperatorError(f"{worker} is who left: name a colleague with --to.")
    async with beside(config) as ports, ports.work() as work:
        who = WorkerId(worker)
        before = await locked([who], work, now, ports)
        talks = await work.appointments.of_worker(who, Span(now, now + AHEAD))
        _require(who, talks, before, programme)
        if other is not None and before.changes.departure(other.id) is not None:
            raise OperatorError(f"{other.id} left, too: name somebody else with --to.")
        left = Departure(who, _name(who, before, programme), other.id if other else None)
        await _leaves(left, talks, before, now, work, ports)
        untold = [each for each in talks if not await work.appointments.held_by(each.id)]
        await work.commit()
    offered = f" {other.name} is offered first." if other else ""
    told = f"{left.name} no longer works here. Everyone who booked is being told.{offered}"
    return [told, *_at_door(untold, programme)]


async def _leaves(
    left: Departure,
    talks: list[Appointment],
    before: Almanac,
    now: datetime,
    work: Work,
    ports: Ports,
) -> None:
    there = before
    if ports.programme.worker(left.worker) is None:
        there = as_if_there(ports.programme, before.changes, left, talks)
    await work.hours.depart(left, now)
    await work.people.part(Role.WORKER, left.worker)
    await work.invitations.withdraw(Role.WORKER, left.worker)
    await take_care(there, [left.worker], work, now, ports)
    await work.audit.add(by_operator("reassign", f"worker {left.worker}", now))


def _require(
    who: WorkerId, talks: list[Appointment], almanac: Almanac, programme: Programme
) -> None:
    """Refuse a slip of the pen: somebody of whom nothing is known."""
    changes = almanac.changes
    hours = {each.worker for each in changes.schedules} | {each.worker for each in changes.extras}
    if not (talks or who in hours or programme.worker(who) or changes.departure(who)):
        raise unknown("worker", who, programme.workers)


def _name(who: WorkerId, almanac: Almanac, programme: Programme) -> str:
    """As the config calls who left, or called when it was said first."""
    known, left = programme.worker(who), almanac.changes.departure(who)
    if known is not None:
        return known.name
    return left.name if left is not None else who.capitalize()


def _at_door(talks: list[Appointment], programme: Programme) -> list[str]:
    if not talks:
        return []
    language = programme.about.languages[0]
    texts = Texts(programme.about.languages, programme.zone)
    rows = []
    for each in talks:
        start = each.span.start.astimezone(programme.zone)
        school = programme.school(each.school)
        code = texts.say(language, code_line(each.code))
        rows.append(f"{start:%Y-%m-%d %H:%M}, {school.name if school else each.school}, {code}")
    return ["Booked at the door, so only the school can tell them:", *rows]


async def revoked(config: Config, role: str, subject: str) -> str:
    """Close the chat of a worker or coordinator at once; unused invitations end, too.

    Raises:
        OperatorError: No such role, nobody of that id, or the database cannot be used.
    """
    kind = role_of(role)
    listed = ids_of(kind, config.programme)
    async with beside(config) as ports, ports.work() as work:
        had = await work.people.part(kind, subject)
        if not had and subject not in listed:
            raise unknown(role, subject, listed)
        await work.invitations.withdraw(kind, subject)
        await work.audit.add(by_operator("revoke", f"{kind.value} {subject}", ports.clock()))
        await work.commit()
    done = f"The chat of {subject} is closed." if had else f"Nobody had the chat of {subject}."
    return f"{done} Invitations that were not used no longer work.{_by_mail(config, kind, subject)}"


def _by_mail(config: Config, role: Role, subject: str) -> str:
    """A start gives every configured address its desk."""
    worker = config.programme.worker(WorkerId(subject)) if role is Role.WORKER else None
    if worker is None or worker.email is None:
        return ""
    return " The config has a mail address, which gets the desk at the next start: remove email."
