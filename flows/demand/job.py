"""The release job: publishes whole weeks, once, with noise, and tells the coordinators.

The only part of flows that is handed true counters, and it sees no single one of them: the
noise is given to storage, which draws it inside the transaction that destroys the counters.
"""

from datetime import datetime, timedelta

from flows.demand.plan import (
    PLAN,
    TOPICS,
    Table,
    last_whole_period,
    last_whole_week,
    monday_of,
    publishing_moment,
)
from flows.demand.release import Bits, noise
from flows.model import Notice, NoticeKind, PersonId
from flows.ports import OpenRelease, Ports, ReleaseWork
from flows.staff_steps import Digest

STILL_NEWS = timedelta(days=6)
"""A digest that could not be sent for this long gives way to the next one."""


async def release_due(open_release: OpenRelease, ports: Ports, bits: Bits) -> list[str]:
    """Publish every whole period that is still open; the newest week goes to the coordinators.

    Returns:
        The weeks published now, oldest first; usually none.
    """
    async with open_release() as work:
        done = {table.name: await _release(table, work, ports, bits) for table in PLAN.tables}
        weeks = done[TOPICS.name]
        newest = last_whole_week(ports.clock(), ports.limits.digest.at, ports.programme.zone)
        if newest in weeks:
            people = await work.people.coordinators()
            notices = [_notice(person, newest, ports.clock()) for person, _ in people]
            await work.outbox.add(notices)
        await work.commit()
    return weeks


async def _release(table: Table, work: ReleaseWork, ports: Ports, bits: Bits) -> list[str]:
    """Publish the whole periods of a table that are still open."""
    now = ports.clock()
    newest = last_whole_period(table, now, ports.limits.digest.at, ports.programme.zone)

    def draw() -> int:
        return noise(table.alpha, bits)

    await work.release.begin(table.name, newest, now)
    periods = await work.release.open_until(table.name, newest)
    return [
        period
        for period in periods
        if await work.release.close(table.name, period, table.cells, draw, now)
    ]


def _notice(person: PersonId, week: str, now: datetime) -> Notice:
    return Notice(
        dedup_key=f"digest:{week}:{person}",
        kind=NoticeKind.DIGEST,
        person=person,
        step=Digest(monday_of(week)).pack(),
        due_at=now,
        expires_at=now + STILL_NEWS,
    )


def next_release(ports: Ports) -> datetime:
    """When the next week can be published; a block ends with a week."""
    now, zone, hour = ports.clock(), ports.programme.zone, ports.limits.digest.at
    current = last_whole_week(now, hour, zone)
    return publishing_moment(TOPICS, current, hour, zone) + timedelta(days=7)
