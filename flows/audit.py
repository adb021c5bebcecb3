"""What staff did, in an audit log: who, when, what, to what kind of thing; never to whom.

A line names workers, coordinators and schools by their ids in the config, and nobody else: no
person, no talk. Words after FHIR R4, AuditEvent.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from flows import staff_steps as staff
from flows import steps
from flows.model import Person, Role
from flows.packing import Do
from flows.programme import Programme

OPERATOR = "operator"
ENTITIES: Mapping[type[Do], str] = {
    staff.Here: "presence",
    staff.Late: "presence",
    staff.Meet: "presence",
    staff.Leave: "absence",
    staff.Return: "absence",
    staff.Shut: "closing",
    staff.Reopen: "closing",
    staff.Settle: "hours",
    staff.Drop: "hours",
    staff.Unblock: "hours",
    staff.WalkIn: "walk-in",
    staff.DoorBook: "talk",
    staff.DoorMove: "talk",
    staff.DoorCancel: "talk",
    staff.CancelFor: "talk",
    staff.Again: "talk",
    staff.Came: "talk",
    staff.Conclude: "talk",
    staff.Ban: "ban",
    staff.Unban: "ban",
    staff.TellDaily: "desk",
    staff.Invite: "desk",
    staff.Remove: "desk",
    steps.Sit: "desk",
}
"""The kind of thing that each command of staff is about."""


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """One line of the audit log.

    Attributes:
        at: When it was done.
        agent: Who: "worker ID", "coordinator ID" or "operator".
        action: What, in one word: a step, or a command of `inloop`.
        entity: A kind of thing; behind it the id of a worker, coordinator or school.
    """

    at: datetime
    agent: str
    action: str
    entity: str


def by_staff(
    step: Do, person: Person, programme: Programme, at: datetime, *, coordinates: bool
) -> AuditEvent:
    """The line of a command that somebody at a desk gave.

    Args:
        step: One of `ENTITIES`.
        person: Whose desk; who is a worker as well acts as one.
        programme: For the ids that the step's numbers stand for.
        at: When.
        coordinates: Whether only coordinators may give it.
    """
    is_worker = person.worker is not None and not coordinates
    agent = f"worker {person.worker}" if is_worker else f"coordinator {person.coordinator}"
    entity = f"{ENTITIES[type(step)]} {_named(step, programme)}".strip()
    return AuditEvent(at, agent, _word_of(step), entity)


def of_desk(role: Role, subject: str, at: datetime) -> AuditEvent:
    """The line of somebody who took up an invitation."""
    return AuditEvent(at, f"{role.value} {subject}", "accept", "desk")


def by_operator(action: str, entity: str, at: datetime) -> AuditEvent:
    """The line of a command of `inloop`; `entity` names no person and no talk."""
    return AuditEvent(at, OPERATOR, action, entity)


def _word_of(step: Do) -> str:
    """`DoorBook` as door-book."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type(step).__name__).lower()


def _named(step: Do, programme: Programme) -> str:
    """The id of the worker that a step names, else of its school; empty when it names none."""
    worker = programme.worker(getattr(step, "worker", None))
    if worker is not None:
        return worker.id
    school = programme.school(getattr(step, "school", None))
    return school.id if school is not None else ""
