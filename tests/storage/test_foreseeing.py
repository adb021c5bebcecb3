"""What is read at once says what it would say one by one."""

from datetime import timedelta

import pytest

from flows.model import AppointmentId, Audience, PersonId
from flows.ports import Work
from storage.unit import Store
from tests.storage.people import NOW, TEN, met, wish

NOBODY, NO_TALK = PersonId(1 << 40), AppointmentId(1 << 40)


async def told(work: Work, people: list[PersonId], talks: list[AppointmentId]) -> list[object]:
    """Everything that can be asked for."""
    return [
        *[await work.people.get(each) for each in people],
        *[await work.people.address(each) for each in people],
        *[await work.appointments.get(each) for each in talks],
        *[await work.appointments.of(who, each) for who in people for each in talks],
    ]


async def test_read_at_once_it_is_the_same(store: Store) -> None:
    noor, sam, mona = await met(store, "Noor", "Sam", "Mona")
    async with store.work() as work:
        first = await work.appointments.book(noor, wish(), Audience.PUPIL, NOW)
        other = await work.appointments.book(
            sam, wish(TEN + timedelta(minutes=20)), Audience.PUPIL, NOW
        )
        await work.people.erase(mona)
        await work.commit()
    people, talks = [noor, sam, mona, NOBODY], [first.id, other.id, NO_TALK]
    async with store.reading() as work:
        one_by_one = await told(work, people, talks)
    async with store.reading() as work:
        await work.people.foresee(people)
        await work.appointments.foresee(talks)
        assert await told(work, people, talks) == one_by_one


async def test_of_what_was_not_foreseen_nothing_is_assumed(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    async with store.reading() as work:
        await work.people.foresee([noor])
        await work.appointments.foresee([])
        found = await work.people.get(sam)
        assert found is not None
        assert found.id == sam
        assert await work.people.address(sam) is not None


async def test_a_work_that_writes_foresees_nothing(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    async with store.work() as work:
        with pytest.raises(RuntimeError, match="reads again"):
            await work.people.foresee([noor])
        with pytest.raises(RuntimeError, match="reads again"):
            await work.appointments.foresee([NO_TALK])
