"""The pace of what is said unasked: one row for all replicas, one person at a time."""

import asyncio
from datetime import datetime, timedelta
from itertools import pairwise

from sqlalchemy import text

from flows.model import Claimed, Pacing, PersonId
from storage.outbox import SqlOutbox
from storage.unit import Store
from tests.databases import opened
from tests.storage.people import NOW, met, notice

LEASE = timedelta(minutes=2)
PACING = Pacing(apart=timedelta(milliseconds=40), rest=timedelta(seconds=1))
SECOND = timedelta(seconds=1)


async def queued(store: Store, *people: PersonId) -> None:
    """One due notice for each, in this order."""
    async with store.work() as work:
        due = [notice(each, f"{n}", NOW - timedelta(hours=1)) for n, each in enumerate(people)]
        await work.outbox.add(due)
        await work.commit()


async def paced(store: Store, now: datetime = NOW, most: int = 1) -> list[Claimed]:
    async with store.work() as work:
        got = await work.outbox.claim(now, LEASE, most, PACING)
        await work.commit()
    return got


def turns(got: list[Claimed]) -> list[timedelta]:
    """From now on."""
    return [each.not_before - NOW for each in got if each.not_before is not None]


async def test_the_first_has_its_turn_at_once_and_the_next_a_moment_later(store: Store) -> None:
    await queued(store, *await met(store, "Noor", "Sam", "Bo"))

    got = [*await paced(store), *await paced(store)]

    assert turns(got) == [timedelta(0), PACING.apart]
    assert await paced(store) == [], "nobody takes a turn that is far away"
    assert len(await paced(store, NOW + PACING.apart)) == 1


async def test_a_pause_saves_no_turns_for_later(store: Store) -> None:
    await queued(store, *await met(store, "Noor", "Sam", "Bo"))
    await paced(store)
    later = NOW + timedelta(hours=1)

    got = await paced(store, later, most=2)

    assert turns(got) == [timedelta(hours=1), timedelta(hours=1) + PACING.apart]


async def test_a_claim_of_nothing_takes_no_turn(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    assert await paced(store) == []
    await queued(store, noor)
    assert turns(await paced(store)) == [timedelta(0)]


async def test_a_person_is_told_one_thing_a_second_and_holds_nobody_else_up(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    await queued(store, noor, noor, sam)
    first = await paced(store)

    second = await paced(store, NOW + PACING.apart)

    assert [each.notice.person for each in (*first, *second)] == [noor, sam]
    assert await paced(store, NOW + SECOND - PACING.apart) == []
    (third,) = await paced(store, NOW + SECOND)
    assert third.notice.dedup_key == "1"


async def test_when_telegram_asks_for_rest_every_replica_rests(
    store: Store, database_url: str
) -> None:
    await queued(store, *await met(store, "Noor", "Sam"))
    async with store.work() as work:
        await work.outbox.hold_off(NOW + 20 * SECOND)
        await work.outbox.hold_off(NOW + 5 * SECOND)
        await work.commit()

    async with opened(database_url) as other:
        assert await paced(other, NOW + 19 * SECOND) == []
        assert len(await paced(other, NOW + 20 * SECOND)) == 1


async def test_a_clock_that_was_set_back_holds_nobody_off(store: Store) -> None:
    """Neither the turns nor the person who was told something by the wrong one."""
    (noor,) = await met(store, "Noor")
    await queued(store, noor)
    ahead = NOW + timedelta(days=400)
    async with store.work() as work:
        await work.outbox.add([notice(noor, "later", NOW - SECOND)])
        await work.commit()
    assert len(await paced(store, ahead)) == 1

    (told,) = await paced(store)

    assert turns([told]) == [timedelta(0)]
    assert await paced(store, NOW + PACING.apart) == []


async def test_all_replicas_together_stay_below_the_rate(store: Store, database_url: str) -> None:
    people = await met(store, *(f"person {n}" for n in range(40)))
    await queued(store, *people, *people)
    clock = [NOW]

    async def sender(own: Store) -> list[Claimed]:
        got: list[Claimed] = []
        while clock[0] < NOW + 2 * SECOND:
            got += await paced(own, clock[0])
            clock[0] += timedelta(milliseconds=7)
            await asyncio.sleep(0)
        return got

    async with opened(database_url) as other:
        halves = await asyncio.gather(sender(store), sender(other), sender(other))
    got = sorted((each.not_before, each) for half in halves for each in half if each.not_before)

    assert all(then - at >= PACING.apart for (at, _), (then, _) in pairwise(got))
    assert len(got) >= 40, "and no turn is lost"
    told: dict[PersonId, datetime] = {}
    for at, each in got:
        rested = told.get(each.notice.person)
        assert rested is None or at - rested >= SECOND - PACING.apart
        told[each.notice.person] = at


async def test_no_plan_of_the_database_makes_a_claim_take_more_than_asked(store: Store) -> None:
    """PostgreSQL may loop over the rows and ask a subquery again for each of them."""
    await queued(store, *await met(store, "Noor", "Sam", "Bo"))

    async with store.engine.writing() as tx:
        if tx.postgres:
            for each in ("hashjoin", "mergejoin", "hashagg", "sort", "material"):
                await tx.run(text(f"SET LOCAL enable_{each} = off"))
        got = await SqlOutbox(tx).claim(NOW, LEASE, 1)

    assert len(got) == 1
