"""Ends that nobody told: counted once it can no longer be said how a talk went."""

from datetime import timedelta

from flows.demand.actions import count_end
from flows.demand.plan import NOT_SAID, WORKER_AWAY
from flows.door.rules import OUTCOMES_FOR
from flows.hours.coverage import covering
from flows.ports import Ports

LOOK_BACK = timedelta(days=30)


async def ends_due(ports: Ports) -> None:
    """Count "not said" of talks whose end was not told; "not there" where no hours held them."""
    now = ports.clock()
    async with ports.work() as work:
        talks = await work.appointments.unended(now - LOOK_BACK, now - OUTCOMES_FOR)
        if not talks:
            return
        almanac = await ports.almanacs.current(work, now)
        for talk in talks:
            end = NOT_SAID if covering(almanac, talk) else WORKER_AWAY
            await count_end(talk, end, now, work, ports.programme)
        await work.commit()
