"""What a person wants to hear: each function is one command inside one unit of work."""

from dataclasses import replace

from flows.model import Reminded
from flows.ports import Ports, Work
from flows.screen import Line
from flows.steps import Remind, Reminders, Stop
from flows.visit import Outcome, Visit


async def remind(step: Remind, visit: Visit, work: Work, _ports: Ports) -> Outcome:
    """Take the choice; it holds for reminders that are planned already, too."""
    await work.people.save(replace(visit.known, reminded=step.what))
    return Outcome(Reminders(), Line("note-kept"))


async def stop(_step: Stop, visit: Visit, work: Work, _ports: Ports) -> Outcome:
    """No reminders and no offers: the person leaves every line."""
    await work.people.save(replace(visit.known, reminded=Reminded.NOTHING))
    for talk in await work.appointments.ahead(visit.known.id, visit.now):
        await work.waiting.leave(talk.id)
    return Outcome(Reminders(), Line("note-stopped"))
