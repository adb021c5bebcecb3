"""What a text means, to whoever typed it: the step that shows it, and what was understood.

Nothing is done on text alone. Workers and coordinators at their desks have buttons for theirs.
"""

from dataclasses import dataclass
from datetime import datetime

from flows.answering.rules import OF_A_TALK, Heard, moment, step_for_talk, step_of
from flows.booking.rules import can_be_late
from flows.home import is_at_desk
from flows.hours.presence import local_date
from flows.model import Intent
from flows.packing import Show
from flows.ports import Ports, Work
from flows.screen import Line, Value
from flows.steps import Card, Home, Mine, Times, Unsure
from flows.understanding.reading import Understood
from flows.visit import Visit, is_admitted, school_of

ALWAYS = {Intent.HELP, Intent.PRIVACY, Intent.ERASE, Intent.LANGUAGE, Intent.ABOUT}
"""What can be answered to anybody, known or not, at a desk or not."""
SAID = {
    Intent.GREETING: "heard-hello",
    Intent.THANKS: "heard-thanks",
    Intent.HUMAN: "heard-human",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What to show, and a word above it."""

    step: Show
    note: Line | None = None


async def reply(found: Understood, visit: Visit, work: Work, ports: Ports) -> Reply:
    """What to show to a text.

    Args:
        found: What was understood of it.
        visit: Who typed it.
        work: To read the own talks.
        ports: For zone and limits.
    """
    intent, heard = Intent(found.intent), _heard(found, ports)  # type: ignore[call-arg]
    zone = ports.programme.zone
    if intent in ALWAYS:
        return Reply(step_of(intent, heard, zone, visit.now))
    if intent in SAID:
        return Reply(Home(), Line(SAID[intent]))
    if not _may_look(visit, ports):
        return Reply(Home(), _first(intent, visit, ports))
    if intent is Intent.UNKNOWN:
        return Reply(_unsure(found, heard, visit, ports))
    if intent in OF_A_TALK:
        return await _of_a_talk(intent, heard, visit, work, ports)
    step = step_of(intent, heard, zone, visit.now)
    return Reply(step, _understood(heard, visit, ports) if isinstance(step, Times) else None)


def _heard(found: Understood, ports: Ports) -> Heard:
    worker = ports.programme.worker(found.worker)
    return Heard(worker.ref if worker else None, found.dates, found.date, found.time)


def _is_at_a_desk(visit: Visit, ports: Ports) -> bool:
    person = visit.person
    at_digest = person is not None and person.coordinator is not None and not person.visits
    return is_at_desk(visit, ports.programme) or at_digest


def _may_look(visit: Visit, ports: Ports) -> bool:
    """Whoever is a visitor now, has said who they are, and came by a school's link."""
    person = visit.person
    known = person is not None and person.audience is not None
    return known and is_admitted(person, ports.programme) and not _is_at_a_desk(visit, ports)


def _first(intent: Intent, visit: Visit, ports: Ports) -> Line | None:
    """The word above the start screen; none where the screen itself says what is missing."""
    if intent is Intent.UNKNOWN or _is_at_a_desk(visit, ports):
        return Line("unknown-text")
    person = visit.person
    asks = person is None or person.audience is None or not school_of(person, ports.programme)
    return Line("heard-first") if asks else None


def _unsure(found: Understood, heard: Heard, visit: Visit, ports: Ports) -> Unsure:
    first, second, third = (Intent(each) for each in found.suggestions)  # type: ignore[call-arg]
    at = moment(heard.on, heard.at, ports.programme.zone, visit.now)
    return Unsure(first, second, third, heard.worker, at)


async def _of_a_talk(intent: Intent, heard: Heard, visit: Visit, work: Work, ports: Ports) -> Reply:
    talks = await work.appointments.ahead(visit.known.id, visit.now)
    near = bool(talks) and can_be_late(talks[0], visit.now)
    step = step_for_talk(intent, talks, heard, ports.programme.zone, visit.now, is_near=near)
    if isinstance(step, Mine) and talks:
        return Reply(step, Line("heard-choose"))
    if intent is Intent.CANCEL and isinstance(step, Card):
        return Reply(step, Line("heard-cancel"))
    return Reply(step, _understood(heard, visit, ports) if isinstance(step, Times) else None)


def _understood(heard: Heard, visit: Visit, ports: Ports) -> Line | None:
    """What was understood of a wish for a time: when, and with whom."""
    zone = ports.programme.zone
    worker = ports.programme.worker(heard.worker)
    if heard.on is not None and heard.on < local_date(visit.now, zone):
        return Line("heard-past")
    values: dict[str, Value] = {}
    if heard.on is not None:
        values["when"] = (
            heard.on if heard.at is None else datetime.combine(heard.on, heard.at, zone)
        )
    if worker is not None:
        values["name"] = worker.name
    which = {("when", "name"): "both", ("when",): "when", ("name",): "who"}.get(tuple(values))
    return Line(f"heard-{which}", values) if which else None
