"""What the clock makes due at desks.

The question at the start of hours, the list at their end, talks of workers who left.
Any number of replicas may run it: each notice has a key of its own, a talk is cancelled once.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from flows.demand.actions import count_end
from flows.demand.plan import WORKER_AWAY
from flows.hours.coverage import covering
from flows.hours.presence import day_span, local_date
from flows.model import Appointment, Notice, NoticeKind, Opening, PersonId, Span, WorkerId
from flows.ports import Almanac, Ports, Work
from flows.programme import ref_of
from flows.staff_steps import Ask, Ended
from flows.steps import Told

STILL_NEWS = timedelta(days=2)
"""So long after hours it can be said how they went."""
LATE_START = timedelta(hours=12)
"""Hours that ended longer ago, while nothing ran, are not asked about any more."""
ANSWER_BEFORE = timedelta(days=1)
"""So long before its start a talk with somebody who left is cancelled, when nobody answered."""
LOOK_AHEAD = timedelta(days=8)
_DAY = timedelta(days=1)


async def desks_due(ports: Ports) -> datetime:
    """Ask and list what is due now, and cancel what nobody answered.

    Returns:
        When to look again, unless office hours change before.
    """
    now = ports.clock()
    async with ports.reading() as work:
        almanac = await ports.almanacs.current(work, now)
        desks = await work.people.desks()
        left = await _of_departed(almanac, work, now)
    told = [each for person, worker in desks for each in _told(person, worker, almanac, now)]
    lapsed = [each for each in left if each.span.start - ANSWER_BEFORE <= now]
    if told or lapsed:
        async with ports.work() as work:
            await work.outbox.add(told)
            for each in lapsed:
                await _lapse(each, work, now, ports)
            await work.commit()
    moments = [at for each in ports.programme.workers for at in _moments(each.id, almanac, now)]
    moments.append(_midnight(now, ports))
    moments += [each.span.start - ANSWER_BEFORE for each in left]
    return min(each for each in moments if each > now)


def _midnight(now: datetime, ports: Ports) -> datetime:
    """Look again every day: hours further ahead than the look ahead come near."""
    return day_span(local_date(now, ports.programme.zone), ports.programme.zone).end


def _told(person: PersonId, worker: WorkerId, almanac: Almanac, now: datetime) -> Iterator[Notice]:
    today = local_date(now, almanac.programme.zone)
    asked: set[str] = set()
    for opening in almanac.of_worker(worker, today - _DAY, today):
        if opening.span.start <= now < opening.span.end and opening.school not in asked:
            asked.add(opening.school)
            yield _asked(person, opening, today)
        if opening.grid.end <= now < opening.grid.end + LATE_START:
            yield _listed(person, opening)


def _asked(person: PersonId, opening: Opening, on: date) -> Notice:
    """Are you there? Once a day and school."""
    return Notice(
        dedup_key=f"ask:{opening.worker}:{opening.school}:{on}:{person}",
        kind=NoticeKind.ASK,
        person=person,
        step=Ask(ref_of(opening.school), on).pack(),
        due_at=opening.span.start,
        expires_at=opening.span.end,
    )


def _listed(person: PersonId, opening: Opening) -> Notice:
    """How did it go? When the whole opening is over, whatever was cut off it."""
    return Notice(
        dedup_key=f"ended:{opening.worker}:{opening.school}:{opening.span.start}:{person}",
        kind=NoticeKind.ENDED,
        person=person,
        step=Ended(ref_of(opening.school), opening.span.start).pack(),
        due_at=opening.grid.end,
        expires_at=opening.grid.end + STILL_NEWS,
    )


def _moments(worker: WorkerId, almanac: Almanac, now: datetime) -> Iterator[datetime]:
    today = local_date(now, almanac.programme.zone)
    for opening in almanac.of_worker(worker, today, today + LOOK_AHEAD):
        yield from (opening.span.start, opening.grid.end)


async def _of_departed(almanac: Almanac, work: Work, now: datetime) -> list[Appointment]:
    """Talks ahead with workers who left."""
    span = Span(now, now + timedelta(days=400))
    return [
        talk
        for each in almanac.changes.departures
        for talk in await work.appointments.of_worker(each.worker, span)
    ]


async def _lapse(talk: Appointment, work: Work, now: datetime, ports: Ports) -> None:
    """Cancel a talk that nobody can hold, and say so."""
    await work.appointments.lock(talk.worker)
    stands = await work.appointments.get(talk.id)
    almanac = await ports.almanacs.current(work, now)
    if stands != talk or covering(almanac, talk) is not None:
        return
    held = await work.appointments.held_by(talk.id)
    gone = await work.appointments.cancel(talk, now)
    await count_end(talk, WORKER_AWAY, now, work, ports.programme)
    await work.outbox.withdraw(talk.id)
    await work.outbox.add(
        [
            Notice(
                dedup_key=f"lapsed:{gone.id}:{gone.version}:{each.person}",
                kind=NoticeKind.LAPSED,
                person=each.person,
                step=Told(gone.id, NoticeKind.LAPSED).pack(),
                due_at=now,
                expires_at=gone.span.end,
                appointment=gone.id,
                version=gone.version,
            )
            for each in held
        ]
    )
