"""What is waited for, what came in, who was invited, and who said to be there."""

import asyncio
from datetime import date, timedelta

import pytest

from flows.errors import AlreadyDoneError
from flows.model import Awaited, Role
from storage.errors import StatementError
from storage.unit import Store
from tests.databases import opened
from tests.storage.people import FATIMA, NOW, met

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
QUARTER = timedelta(minutes=15)


async def test_a_text_is_waited_for_once_and_for_a_while(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    async with store.work() as work:
        await work.awaiting.put(noor, "phone", "a.1", NOW, NOW + QUARTER)
        await work.awaiting.put(sam, "phone", "a.2", NOW, NOW + QUARTER)
        assert await work.awaiting.waits(noor, NOW + QUARTER - timedelta(microseconds=1))
        assert not await work.awaiting.waits(noor, NOW + QUARTER)
        assert await work.awaiting.take(noor, NOW) == Awaited("phone", "a.1", NOW)
        assert await work.awaiting.take(noor, NOW) is None
        assert not await work.awaiting.waits(noor, NOW)
        assert await work.awaiting.take(sam, NOW + QUARTER) is None
        assert await work.awaiting.take(sam, NOW) is None


async def test_a_later_question_replaces_the_one_before(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    async with store.work() as work:
        await work.awaiting.put(noor, "phone", "a.1", NOW, NOW + QUARTER)
        await work.awaiting.put(noor, "label", "b.1", NOW + QUARTER, NOW + 2 * QUARTER)
        awaited = await work.awaiting.take(noor, NOW + QUARTER)
        assert awaited == Awaited("label", "b.1", NOW + QUARTER)


async def test_an_update_is_done_once_and_what_came_of_it_is_known(store: Store) -> None:
    async with store.work() as work:
        assert await work.inbox.outcome(2**40) is None
        await work.inbox.add(2**40, "t.1", NOW)
        await work.inbox.add(1, "t.2", NOW)
        await work.commit()
    async with store.work() as work:
        assert await work.inbox.outcome(2**40) == "t.1"
        with pytest.raises(AlreadyDoneError):
            await work.inbox.add(2**40, "t.3", NOW)
        with pytest.raises(RuntimeError):
            await work.commit()


async def test_of_two_replicas_with_one_update_one_does_it(store: Store, database_url: str) -> None:
    async def tries(replica: Store, outcome: str) -> bool:
        try:
            async with replica.work() as work:
                await work.inbox.add(7, outcome, NOW)
                await asyncio.sleep(0.01)
                await work.commit()
        except AlreadyDoneError:
            return False
        return True

    async with opened(database_url) as other:
        won = await asyncio.gather(tries(store, "mine"), tries(other, "theirs"))
    assert sorted(won) == [False, True]
    async with store.reading() as work:
        assert await work.inbox.outcome(7) == ("mine" if won[0] else "theirs")


async def test_an_invitation_works_once_and_only_in_time(store: Store) -> None:
    day = timedelta(days=1)
    async with store.work() as work:
        await work.invitations.add("kers", Role.WORKER, FATIMA, NOW + day)
        await work.invitations.add("peer", Role.COORDINATOR, "stad", NOW + day)
        assert await work.invitations.use("pruim", NOW) is None
        assert await work.invitations.use("kers", NOW) == (Role.WORKER, FATIMA)
        assert await work.invitations.use("kers", NOW) is None
        assert await work.invitations.use("peer", NOW + day) is None
        assert await work.invitations.use("peer", NOW) == (Role.COORDINATOR, "stad")


async def test_an_invitation_shared_by_two_lets_one_in(store: Store, database_url: str) -> None:
    async with store.work() as work:
        await work.invitations.add("kers", Role.WORKER, FATIMA, NOW + QUARTER)
        await work.commit()

    async def uses(replica: Store) -> tuple[Role, str] | None:
        async with replica.work() as work:
            got = await work.invitations.use("kers", NOW)
            await work.commit()
        return got

    async with opened(database_url) as other:
        got = await asyncio.gather(uses(store), uses(other))
    assert got.count(None) == 1


async def test_a_moment_without_a_zone_is_refused(store: Store) -> None:
    naive = NOW.replace(tzinfo=None)
    async with store.work() as work:
        with pytest.raises(StatementError, match="INSERT INTO inbox"):
            await work.inbox.add(1, "t", naive)
