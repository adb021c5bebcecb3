"""Accounts: found by keyed hash, kept sealed, with the roles they took up."""

from dataclasses import replace

from flows.model import Address, AtDesk, Audience, CoordinatorId, Person, PersonId, Role
from storage.unit import Store
from tests.storage.people import BERK, FATIMA, JEROEN, LINDE, NOW, address_of, met

NOOR = Person(PersonId(0), "nl", Audience.PUPIL, LINDE, school_code=2**39 + 1)


async def test_a_person_is_found_by_address_and_nobody_else_is(store: Store) -> None:
    async with store.work() as work:
        noor = await work.people.add(address_of("Noor"), NOOR, NOW)
        sam = await work.people.add(address_of("Sam"), replace(NOOR, language="tr"), NOW)
        await work.commit()

    async with store.reading() as work:
        assert await work.people.find(address_of("Noor")) == noor == replace(NOOR, id=noor.id)
        assert await work.people.find(address_of("Sam")) == sam
        assert await work.people.find(Address("web", "chat of Noor")) is None
        assert await work.people.get(sam.id) == sam
        assert await work.people.get(PersonId(sam.id + 1)) is None


async def test_a_role_given_by_somebody_who_adds_a_person_is_not_believed(store: Store) -> None:
    async with store.work() as work:
        added = await work.people.add(address_of("Noor"), replace(NOOR, worker=FATIMA), NOW)
        assert added.worker is None
        assert await work.people.find(address_of("Noor")) == added


async def test_adding_a_person_twice_finds_the_first(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    async with store.work() as work:
        again = await work.people.add(address_of("Noor"), replace(NOOR, language="en"), NOW)
        assert (again.id, again.language) == (noor, "nl")


async def test_what_changes_about_a_person_is_saved_for_that_person_only(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    changed = Person(noor, "ar", None, BERK, school_code=7, reachable=False)
    async with store.work() as work:
        before = await work.people.get(sam)
        await work.people.save(changed)
        await work.commit()
    async with store.reading() as work:
        assert await work.people.get(noor) == changed
        assert await work.people.get(sam) == before


async def test_an_address_comes_back_whole(store: Store) -> None:
    odd = Address("web", "a|b é")
    async with store.work() as work:
        noor = await work.people.add(odd, NOOR, NOW)
        assert await work.people.address(noor.id) == odd
        assert await work.people.address(PersonId(1)) is None


async def test_a_subject_has_one_account_and_a_role_one_subject(store: Store) -> None:
    old, new = await met(store, "Fatima's old phone", "Fatima's new phone")
    async with store.work() as work:
        await work.people.join(old, Role.WORKER, FATIMA, NOW)
        await work.people.join(new, Role.WORKER, JEROEN, NOW)
        await work.people.join(new, Role.WORKER, FATIMA, NOW)
        await work.people.join(new, Role.COORDINATOR, "stad", NOW)
        await work.commit()
    async with store.reading() as work:
        lost, has = await work.people.get(old), await work.people.get(new)
        assert lost is not None
        assert has is not None
        assert (lost.worker, lost.coordinator) == (None, None)
        assert (has.worker, has.coordinator) == (FATIMA, CoordinatorId("stad"))
        assert await work.desks.at_desk(FATIMA) == [AtDesk(new, daily=False)]
        assert await work.desks.at_desk(JEROEN) == []


async def test_only_reachable_staff_is_told(store: Store) -> None:
    fatima, city, school = await met(store, "Fatima", "Citta", "Skola")
    async with store.work() as work:
        await work.people.join(fatima, Role.WORKER, FATIMA, NOW)
        await work.people.join(school, Role.COORDINATOR, "b-school", NOW)
        await work.people.join(city, Role.COORDINATOR, "a-city", NOW)
        assert await work.desks.at_desk(FATIMA) == [AtDesk(fatima, daily=False)]
        assert await work.people.coordinators() == [(city, "a-city"), (school, "b-school")]
        for person in (fatima, city):
            found = await work.people.get(person)
            assert found is not None
            await work.people.save(replace(found, reachable=False))
        assert await work.desks.at_desk(FATIMA) == []
        assert await work.people.coordinators() == [(school, "b-school")]
