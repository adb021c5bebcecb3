"""The release job: publishes whole weeks, once, with noise, and tells the coordinators.

The only part of flows that is handed true counters, and it sees no single one of them: the
noise is given to storage, which draws it inside the transaction that destroys the counters.
"""

from datetime import datetime, timedelta

from flows.demand.plan import TOPICS, last_whole_week, monday_of, publishing_moment
from flows.demand.release import Bits, noise
from flows.model import Notice, NoticeKind, PersonId
from flows.ports import OpenRelease, Ports
from flows.steps import Digest

STILL_NEWS = timedelta(days=6)
"""A digest that could not be sent for this long gives way to the next one."""


async def release_due(open_release: OpenRelease, ports: Ports, bits: Bits) -> list[str]:
    """Publish every whole week that is still open; the newest goes to the coordinators.

    Returns:
        The weeks published now, oldest first; usually none.
    """
    now, zone, hour = ports.clock(), ports.programme.zone, ports.limits.digest.at
    newest = last_whole_week(now, hour, zone)

    def draw() -> int:
        return noise(TOPICS.alpha, bits)

    async with open_release() as work:
        await work.release.begin(TOPICS.name, newest, now)
        weeks = await work.release.open_until(TOPICS.name, newest)
        done = [
            week
            for week in weeks
            if await work.release.close(TOPICS.name, week, TOPICS.cells, draw, now)
        ]
        if newest in done:
            people = await work.people.coordinators()
            await work.outbox.add([_notice(person, newest, now) for person, _ in people])
        await work.commit()
    return done


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
    """When the next week can be published."""
    now, zone, hour = ports.clock(), ports.programme.zone, ports.limits.digest.at
    current = last_whole_week(now, hour, zone)
    return publishing_moment(current, hour, zone) + timedelta(days=7)
