"""Bans: kept for one worker, found by the account, useless without the key."""

from datetime import timedelta

from flows.model import WorkerId
from storage.unit import Store
from tests.storage.people import FATIMA, NOW, address_of

JEROEN = WorkerId("jeroen")
DAY = timedelta(days=1)
NOOR, SAM = address_of("Noor"), address_of("Sam")


async def test_a_ban_holds_for_one_account_and_one_worker_until_its_end(store: Store) -> None:
    async with store.work() as work:
        await work.bans.add(FATIMA, NOOR, NOW + DAY)
        await work.commit()
    async with store.reading() as work:
        assert await work.bans.holds(FATIMA, NOOR, NOW)
        assert not await work.bans.holds(FATIMA, NOOR, NOW + DAY)
        assert not await work.bans.holds(FATIMA, SAM, NOW)
        assert not await work.bans.holds(JEROEN, NOOR, NOW)
        assert await work.bans.any_of(FATIMA, NOW)
        assert not await work.bans.any_of(FATIMA, NOW + DAY)
        assert not await work.bans.any_of(JEROEN, NOW)


async def test_it_ends_for_one_or_for_all_of_a_worker(store: Store) -> None:
    async with store.work() as work:
        for worker, whose in ((FATIMA, NOOR), (FATIMA, SAM), (JEROEN, NOOR)):
            await work.bans.add(worker, whose, NOW + DAY)
        assert await work.bans.end(FATIMA, NOOR)
        assert not await work.bans.end(FATIMA, NOOR)
        assert await work.bans.holds(FATIMA, SAM, NOW)
        assert await work.bans.holds(JEROEN, NOOR, NOW)
        assert await work.bans.end(FATIMA)
        assert not await work.bans.any_of(FATIMA, NOW)
        assert await work.bans.any_of(JEROEN, NOW)
