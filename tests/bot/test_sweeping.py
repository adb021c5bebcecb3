"""The nightly sweep: keys without a person end, erasures that stopped halfway are finished."""

import logging
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.nights import Nights
from bot.sweeping import Sweep
from bot.trouble import Alarm
from flows.model import AppointmentId, PersonId, Status
from storage.check import check_key, check_key_store
from storage.unit import Store
from tests.databases import SEALER
from tests.flows.place import Place, place
from tests.town import TUESDAY, ZONE

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def known(store: Store) -> Store:
    await check_key(store.engine, SEALER)
    await check_key_store(store.engine, store.keys.store, SEALER)
    return store


async def keys_in(store: Store) -> set[PersonId]:
    return {whose for whose, _, _ in await store.keys.store.page(-1, 100)}


def sweep(store: Store) -> Sweep:
    return Sweep(store, Nights(time(3, 45), ZONE), Alarm())


async def test_a_key_without_a_person_ends_when_it_is_an_hour_old(tmp_path: Path) -> None:
    async with place(tmp_path) as there:
        store = await known(there.store)
        await there.visitor("Noor")
        (noor,) = await keys_in(store)
        await store.keys.keep(PersonId(1), b"", TUESDAY - HOUR - timedelta(seconds=1))
        await store.keys.keep(PersonId(2), b"", TUESDAY - HOUR)
        await sweep(store).run(TUESDAY)
        assert await keys_in(store) == {noor, PersonId(2)}


async def test_an_erasure_of_which_only_the_key_went_is_finished(tmp_path: Path) -> None:
    async with place(tmp_path) as there:
        store = await known(there.store)
        sam = await there.visitor("Sam")
        talk = await half_erased(there)
        await sweep(store).run(TUESDAY)
        (left,) = await there.rows("person")
        assert left["id"] == await sam.person()
        assert (await there.talk(talk)).status is Status.CANCELLED


async def half_erased(there: Place) -> AppointmentId:
    noor = await there.visitor("Noor")
    talk = await there.booked(noor)
    await there.store.keys.destroy([await noor.person()])
    return talk


async def test_it_sweeps_once_a_night_and_tells_what_it_found(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with place(tmp_path) as there:
        job = sweep(await known(there.store))
        with caplog.at_level(logging.INFO, "bot.sweeping"):
            for hours in range(49):
                await there.store.keys.keep(PersonId(hours + 1), b"", TUESDAY - DAY)
                await job.run(TUESDAY + hours * HOUR)
    assert [each.getMessage() for each in caplog.records] == [
        f"keys swept: {keys} without a person, 0 erasures finished" for keys in (1, 19, 24)
    ]
    assert job.next_at(TUESDAY + 2 * DAY) == (TUESDAY + 3 * DAY).replace(hour=3, minute=45)


async def test_a_key_store_that_is_not_ours_erases_nobody(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with place(tmp_path) as there:
        store = await known(there.store)
        await half_erased(there)
        await store.keys.store.say("key_store", bytes(16))
        await sweep(store).run(TUESDAY)
        assert len(await there.rows("person")) == 1
    assert "belongs to another database" in caplog.text
