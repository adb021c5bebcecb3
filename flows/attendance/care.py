"""Whoever booked is told when office hours change: nobody waits in front of a closed door.

Whatever changed hours (an absence, a storm, another weekday, a worker who left) ends here: the
talks that an opening held before and none holds now, and the other way round.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from flows.hours.coverage import covering
from flows.model import Appointment, Notice, NoticeKind, PersonId, Span, WorkerId
from flows.packing import Show
from flows.ports import Almanac, Ports, Work
from flows.steps import Card, Told

AHEAD = timedelta(days=400)
"""No talk is booked further ahead."""


async def locked(workers: Collection[WorkerId], work: Work, now: datetime, ports: Ports) -> Almanac:
    """Hold the workers' rows, in order; the office hours as they stand behind the locks.

    Raises:
        BusyError: Others held them too long.
    """
    for worker in sorted(workers):
        await work.appointments.lock(worker)
    return await ports.almanacs.current(work, now)


async def take_care(
    before: Almanac, workers: Collection[WorkerId], work: Work, now: datetime, ports: Ports
) -> int:
    """Tell those whose talk lost its opening, and those whose talk has one again.

    Args:
        before: The office hours before this work changed them.
        workers: Whose hours changed.
        work: The work that changed them, not yet committed.
        now: Talks that begin later are looked at.
        ports: For the office hours of this moment.

    Returns:
        How many talks lost their opening.
    """
    after = await ports.almanacs.current(work, now)
    lost = 0
    for worker in sorted(workers):
        for talk in await work.appointments.of_worker(worker, Span(now, now + AHEAD)):
            had, has = covering(before, talk) is not None, covering(after, talk) is not None
            if had and not has:
                lost += 1
                await _say(talk, NoticeKind.AWAY, NoticeKind.BACK, after, work, now)
            elif has and not had:
                await _say(talk, NoticeKind.BACK, NoticeKind.AWAY, after, work, now)
    return lost


async def _say(
    talk: Appointment,
    kind: NoticeKind,
    opposite: NoticeKind,
    almanac: Almanac,
    work: Work,
    now: datetime,
) -> None:
    """Tell it, unless it is what a person heard last: the opposite was still on its way then.

    What is on its way to the chat at this moment may have been given up as untrue, so it does not
    count as heard: rather twice than never.
    """
    for held in await work.appointments.held_by(talk.id):
        if await work.outbox.recall(talk.id, held.person, opposite):
            heard = await work.outbox.heard(talk, held.person, (kind, opposite))
            if (heard or NoticeKind.BACK) is kind:
                continue
        step, number = Told(talk.id, kind), almanac.changes.revision
        await work.outbox.add([notice(talk, held.person, kind, step, now, number)])
    await work.outbox.add(await card_changes(talk, work, now, almanac.changes.revision))


def notice(
    talk: Appointment,
    person: PersonId,
    kind: NoticeKind,
    step: Show,
    now: datetime,
    revision: int,
) -> Notice:
    """What one person is told about a talk at one revision of the office hours."""
    return Notice(
        dedup_key=f"{kind.value}:{talk.id}:{talk.version}:{person}:{revision}",
        kind=kind,
        person=person,
        step=step.pack(),
        due_at=now,
        expires_at=talk.span.end,
        appointment=talk.id,
        version=talk.version,
    )


async def card_changes(talk: Appointment, work: Work, now: datetime, revision: int) -> list[Notice]:
    """The talk's cards change in place, without a sound."""
    return [
        notice(talk, held.person, NoticeKind.CARD, Card(talk.id), now, revision)
        for held in await work.appointments.held_by(talk.id)
    ]
