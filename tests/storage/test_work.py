"""The unit of work: everything or nothing, once, and first come first served."""

import asyncio
from contextlib import suppress
from datetime import timedelta

import pytest

from flows.errors import BusyError, FlowError, SlotTakenError
from flows.model import Audience, PersonId
from flows.ports import Work
from storage.unit import Store
from tests.databases import opened
from tests.storage.people import FATIMA, JEROEN, NOW, address_of, met, notice, span, wish


async def test_nothing_stays_of_a_work_that_was_not_committed(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    async with store.work() as work:
        await work.appointments.book(noor, wish(), Audience.PUPIL, NOW)
        await work.outbox.add([notice(noor, "booked")])
    async with store.reading() as work:
        assert await work.appointments.ahead(noor, NOW) == []
        assert await work.outbox.next_due() is None


async def test_a_mistake_halfway_undoes_booking_and_notices(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    with pytest.raises(ZeroDivisionError):
        await _books_and_fails(store, noor)
    async with store.reading() as work:
        assert await work.appointments.ahead(noor, NOW) == []
        assert await work.outbox.next_due() is None


async def _books_and_fails(store: Store, person: PersonId) -> None:
    async with store.work() as work:
        await work.appointments.book(person, wish(), Audience.PUPIL, NOW)
        await work.outbox.add([notice(person, "booked")])
        raise ZeroDivisionError


async def test_a_booking_and_its_notices_stay_together(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    async with store.work() as work:
        talk = await work.appointments.book(noor, wish(), Audience.PUPIL, NOW)
        await work.outbox.add([notice(noor, "booked")])
        await work.commit()
    async with store.reading() as work:
        assert await work.appointments.ahead(noor, NOW) == [talk]
        assert await work.outbox.next_due() == NOW


async def test_a_committed_work_is_over(store: Store) -> None:
    async with store.work() as work:
        await work.commit()
        with pytest.raises(RuntimeError):
            await work.people.find(address_of("Noor"))
        with pytest.raises(RuntimeError):
            await work.commit()


async def test_a_reading_work_cannot_commit(store: Store) -> None:
    async with store.reading() as work:
        assert await work.people.find(address_of("Noor")) is None
        with pytest.raises(RuntimeError):
            await work.commit()


async def test_a_reader_does_not_wait_for_a_writer_and_sees_none_of_it(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    async with store.work() as work:
        await work.appointments.book(noor, wish(), Audience.PUPIL, NOW)
        async with store.reading() as other:
            assert await other.appointments.ahead(noor, NOW) == []
        await work.commit()


async def test_a_writer_waits_then_gives_up_and_can_try_again(database_url: str) -> None:
    soon = timedelta(seconds=0.2)
    async with opened(database_url, wait=soon) as store, opened(database_url, wait=soon) as other:
        await _knows(store)
        async with store.work() as first:
            await _holds(first)
            for replica in (store, other):
                with pytest.raises(BusyError):
                    await _locks(replica)
        for replica in (store, other):
            await _locks(replica)


async def _knows(store: Store) -> None:
    """Have the worker's row made: to insert it would be a lock by itself."""
    async with store.work() as work:
        await work.appointments.lock(FATIMA)
        await work.commit()


async def _holds(work: Work) -> None:
    """Lock a worker and begin to write, whatever the database."""
    await work.appointments.lock(FATIMA)
    await work.people.find(address_of("Noor"))


async def _locks(store: Store) -> None:
    async with store.work() as work:
        await _holds(work)


async def test_two_workers_can_be_locked_at_once_on_postgresql(store: Store) -> None:
    if store.engine.sql.dialect.name != "postgresql":
        pytest.skip("SQLite has one writer at a time")
    async with store.work() as first, store.work() as second:
        await first.appointments.lock(FATIMA)
        await second.appointments.lock(JEROEN)


async def test_who_waits_for_the_lock_sees_what_the_first_one_did(
    store: Store, database_url: str
) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    await _knows(store)
    locked, seen = asyncio.Event(), []

    async def first() -> None:
        async with store.work() as work:
            await _holds(work)
            locked.set()
            await asyncio.sleep(0.05)
            await work.appointments.book(noor, wish(), Audience.PUPIL, NOW)
            await work.commit()

    async def second(replica: Store) -> None:
        await locked.wait()
        async with replica.work() as work:
            await work.appointments.lock(FATIMA)
            seen.append(await work.appointments.busy([FATIMA], span(), NOW))
            with pytest.raises(SlotTakenError):
                await work.appointments.book(sam, wish(), Audience.PUPIL, NOW)

    async with opened(database_url) as other:
        await asyncio.gather(first(), second(other))
    assert seen == [{FATIMA: [span()]}]


@pytest.mark.parametrize("careful", [True, False], ids=["locks first", "forgets the lock"])
async def test_of_many_who_want_one_slot_exactly_one_gets_it(
    store: Store, database_url: str, careful: bool
) -> None:
    people = await met(store, *(f"Pupil {n}" for n in range(24)))

    async def tries(replica: Store, person: PersonId) -> bool:
        with suppress(SlotTakenError):
            async with replica.work() as work:
                if careful:
                    await work.appointments.lock(FATIMA)
                await work.appointments.book(person, wish(), Audience.PUPIL, NOW)
                await work.commit()
                return True
        return False

    async with opened(database_url) as other:
        won = await asyncio.gather(
            *(tries((store, other)[n % 2], person) for n, person in enumerate(people))
        )
    assert won.count(True) == 1
    async with store.reading() as work:
        (talk,) = await work.appointments.of_worker(FATIMA, span())
        assert [each.person for each in await work.appointments.held_by(talk.id)] == [
            people[won.index(True)]
        ]


async def test_of_two_workers_who_want_one_person_at_once_one_gets_them(
    store: Store, database_url: str
) -> None:
    (noor,) = await met(store, "Noor")

    async def tries(replica: Store, wanted: str) -> str:
        try:
            async with replica.work() as work:
                await work.appointments.lock(FATIMA if wanted == FATIMA else JEROEN)
                worker = FATIMA if wanted == FATIMA else JEROEN
                await work.appointments.book(noor, wish(worker=worker), Audience.PUPIL, NOW)
                await work.commit()
        except FlowError as refusal:
            return refusal.text_id
        return "booked"

    async with opened(database_url) as other:
        ends = await asyncio.gather(tries(store, FATIMA), tries(other, JEROEN))
    assert sorted(ends) == ["booked", "refused-busy"]
