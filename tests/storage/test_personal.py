"""A key per person, in a store of its own: made first, destroyed first, kept nowhere else."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from flows.errors import StaleError
from flows.model import Audience, Person, PersonId, Typed
from storage.errors import KeyGoneError
from storage.sweeping import end_orphans, without_key
from storage.unit import Store
from tests.databases import KEYS, fresh_sqlite, opened
from tests.flows.place import place
from tests.storage.people import NOW, address_of, met, wish

HOUR = timedelta(hours=1)
NOBODY = Person(PersonId(0), "nl", Audience.PUPIL)


async def keys_in(store: Store) -> set[PersonId]:
    return {whose for whose, _, _ in await store.keys.store.page(-1, 1000)}


async def test_everybody_has_a_key_of_their_own(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    assert await keys_in(store) == {noor, sam}
    hers, his = await store.keys.of(noor), await store.keys.of(sam)
    sealed = hers.seal("participant.label", 1, "x")
    assert hers.open("participant.label", 1, sealed) == "x"
    with pytest.raises(Exception, match="does not open"):
        his.open("participant.label", 1, sealed)


async def test_the_key_is_kept_before_the_row(store: Store, database_url: str) -> None:
    async with store.work() as work, opened(database_url) as other:
        sam = await work.people.add(address_of("Sam"), NOBODY, NOW)
        assert await keys_in(other) == {sam.id}
        async with other.reading() as looking:
            assert await looking.people.get(sam.id) is None


async def test_what_was_sealed_for_a_person_opens_no_more_once_the_key_is_gone(
    store: Store,
) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    async with store.work() as work:
        talk = await work.appointments.book(noor, wish(), Audience.PUPIL, NOW)
        await work.appointments.set_phone(talk.id, noor, "06 12345678")
        for what in Typed:
            await work.appointments.set_words(talk.id, noor, what, "Blauwe vis")
        await work.commit()

    await store.keys.destroy([noor])

    with pytest.raises(KeyGoneError):
        await store.keys.of(noor)
    async with store.work() as work:
        assert await work.people.address(noor) is None
        assert await work.people.address(sam) == address_of("Sam")
        assert await work.appointments.phone(talk.id) is None
        assert await work.appointments.words(talk.id, Typed.NICKNAME) is None
        with pytest.raises(StaleError):
            await work.appointments.set_phone(talk.id, noor, "06 87654321")


async def test_what_one_replica_has_destroyed_no_other_still_opens(
    store: Store, database_url: str
) -> None:
    (noor,) = await met(store, "Noor")
    async with opened(database_url) as other:
        async with other.reading() as work:
            assert await work.people.address(noor) == address_of("Noor")
        await store.keys.destroy([noor])
        async with other.reading() as work:
            assert await work.people.address(noor) is None


async def test_a_sweep_ends_the_keys_without_a_person_that_are_an_hour_old(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    await store.keys.keep(PersonId(11), b"", NOW - HOUR)
    await store.keys.keep(PersonId(12), b"", NOW - HOUR + timedelta(seconds=1))

    assert await end_orphans(store.engine, store.keys, NOW - HOUR + timedelta(seconds=1)) == 1

    assert await keys_in(store) == {noor, PersonId(12)}


async def test_a_row_on_its_way_keeps_its_key_whatever_the_clocks_say(
    store: Store, database_url: str
) -> None:
    async def sweeps() -> int:
        async with opened(database_url) as other:
            return await end_orphans(other.engine, other.keys, NOW + 100 * HOUR)

    async with asyncio.TaskGroup() as group, store.work() as work:
        sam = await work.people.add(address_of("Sam"), NOBODY, NOW)
        swept = group.create_task(sweeps())
        await asyncio.sleep(0.2)
        assert not swept.done()
        await work.commit()
    assert swept.result() == 0
    assert await keys_in(store) == {sam.id}


async def test_who_has_no_key_any_more_is_known_as_erased(store: Store) -> None:
    people = await met(store, *map(str, range(5)))
    async with store.engine.reading() as tx:
        assert await without_key(tx, store.keys) == []
    await store.keys.destroy([people[1], people[4]])
    async with store.engine.reading() as tx:
        assert set(await without_key(tx, store.keys)) == {people[1], people[4]}


async def test_many_people_are_looked_at_page_by_page(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.sweeping._PAGE", 2)
    people = await met(store, *map(str, range(5)))
    for n in range(5):
        await store.keys.keep(PersonId(n + 1), b"", NOW - HOUR)
    await store.keys.destroy(people[:1])
    assert await end_orphans(store.engine, store.keys, NOW) == 5
    assert await keys_in(store) == set(people[1:])


async def test_a_destroyed_key_is_not_even_in_the_free_pages_of_the_file(tmp_path: Path) -> None:
    async with opened(fresh_sqlite(tmp_path)) as store:
        noor, sam = await met(store, "Noor", "Sam")
        hers, his = [bytes(each) for each in (await store.keys.store.several([noor, sam])).values()]
        content = (tmp_path / KEYS).read_bytes()
        assert hers in content
        assert his in content
        await store.keys.destroy([noor, sam])
        assert sorted(each.name for each in (tmp_path / "keys").iterdir()) == ["keys.db"]
        content = (tmp_path / KEYS).read_bytes()
    assert hers not in content
    assert his not in content


async def test_a_key_that_was_destroyed_meanwhile_is_not_rewrapped_into_life(
    store: Store,
) -> None:
    (noor,) = await met(store, "Noor")
    wrapped = (await store.keys.store.several([noor]))[noor]
    await store.keys.destroy([noor])
    await store.keys.store.rewrap([(noor, wrapped, b"new")])
    assert await keys_in(store) == set()


async def test_the_tables_can_be_made_twice(store: Store) -> None:
    await met(store, "Noor")
    await store.keys.store.prepare()
    assert len(await keys_in(store)) == 1
    assert await store.keys.store.is_there()


async def test_a_key_store_that_was_never_made_is_not_there(tmp_path: Path) -> None:
    async with opened(fresh_sqlite(tmp_path, migrated=False)) as store:
        assert await store.keys.store.told("key") is None
    assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240


async def test_booking_never_asks_the_key_store(tmp_path: Path) -> None:
    async with place(tmp_path) as there:
        noor = await there.visitor("Noor")
        asked: list[str] = []

        def ask(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            asked.append(statement)

        event.listen(there.store.keys.store.engine.sql.sync_engine, "before_cursor_execute", ask)
        await there.booked(noor)
        assert asked == []
        async with there.store.reading() as work:
            await work.people.address(await noor.person())
        assert len(asked) == 1
