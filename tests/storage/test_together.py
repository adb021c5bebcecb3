"""One more person at a talk, on both databases."""

from datetime import timedelta

import pytest

from flows.errors import PersonBusyError
from flows.model import AppointmentId, Audience, PersonId
from storage.unit import Store
from tests.storage.people import JEROEN, NOW, TEN, met, wish

LATER = TEN + timedelta(hours=1)


async def together(store: Store) -> tuple[PersonId, PersonId, AppointmentId]:
    """Noor's talk at ten, to which Sam comes along."""
    noor, sam = await met(store, "Noor", "Sam")
    async with store.work() as work:
        talk = await work.appointments.book(noor, wish(), Audience.PUPIL, NOW)
        assert await work.appointments.bring(talk, sam)
        await work.commit()
    return noor, sam, talk.id


async def test_a_guest_holds_the_talk_beside_who_booked(store: Store) -> None:
    noor, sam, talk = await together(store)
    async with store.reading() as work:
        held = await work.appointments.held_by(talk)
        assert [(each.person, each.guest) for each in held] == [(noor, False), (sam, True)]
        assert all(each.appointment.together for each in held)
        assert [each.id for each in await work.appointments.coming(sam, NOW)] == [talk]
        assert [each.id for each in await work.appointments.coming(noor, NOW)] == [talk]
        assert await work.appointments.ahead(sam, NOW) == []


async def test_a_guest_is_taken_then_and_free_again_after_leaving(store: Store) -> None:
    _, sam, talk = await together(store)
    async with store.work() as work:
        with pytest.raises(PersonBusyError):
            await work.appointments.book(sam, wish(worker=JEROEN), Audience.PUPIL, NOW)
    async with store.work() as work:
        await work.appointments.part(talk, sam)
        await work.appointments.book(sam, wish(worker=JEROEN), Audience.PUPIL, NOW)
        assert await work.appointments.asked_along(talk)
        found = await work.appointments.get(talk)
        assert found is not None
        assert not found.together


async def test_who_is_taken_cannot_come_along(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    async with store.work() as work:
        talk = await work.appointments.book(noor, wish(), Audience.PUPIL, NOW)
        await work.appointments.book(sam, wish(worker=JEROEN), Audience.PUPIL, NOW)
        await work.commit()
    async with store.work() as work:
        with pytest.raises(PersonBusyError):
            await work.appointments.bring(talk, sam)
    async with store.reading() as work:
        assert not await work.appointments.asked_along(talk.id)


async def test_there_is_one_seat_until_it_is_cleared(store: Store) -> None:
    _, sam, talk = await together(store)
    (berk,) = await met(store, "Berk")
    async with store.work() as work:
        found = await work.appointments.get(talk)
        assert found is not None
        assert not await work.appointments.bring(found, berk)
        await work.appointments.part(talk, sam)
        assert not await work.appointments.bring(found, berk)
        await work.appointments.unbring(talk)
        assert await work.appointments.bring(found, berk)


async def test_clearing_frees_the_guest(store: Store) -> None:
    _, sam, talk = await together(store)
    async with store.work() as work:
        await work.appointments.unbring(talk)
        await work.appointments.book(sam, wish(worker=JEROEN), Audience.PUPIL, NOW)
        assert await work.appointments.coming(sam, NOW) != []
        assert not await work.appointments.asked_along(talk)


async def test_a_guest_moves_along_where_free_and_drops_out_where_not(store: Store) -> None:
    _, sam, talk = await together(store)
    async with store.work() as work:
        found = await work.appointments.get(talk)
        assert found is not None
        moved = await work.appointments.move(found, wish(LATER), NOW)
        assert moved.together
        with_jeroen = wish(TEN, worker=JEROEN)
        await work.appointments.book(sam, with_jeroen, Audience.PUPIL, NOW)
        back = await work.appointments.move(moved, wish(TEN), NOW)
        assert not back.together
        assert [each.guest for each in await work.appointments.held_by(talk)] == [False]
        assert len(await work.appointments.coming(sam, NOW)) == 1


async def test_a_cancelled_talk_that_stands_again_takes_its_guest_back(store: Store) -> None:
    _, sam, talk = await together(store)
    async with store.work() as work:
        found = await work.appointments.get(talk)
        assert found is not None
        cancelled = await work.appointments.cancel(found, NOW)
        assert (await work.appointments.restore(cancelled, NOW)).together
    async with store.work() as work:
        with pytest.raises(PersonBusyError):
            await work.appointments.book(sam, wish(worker=JEROEN), Audience.PUPIL, NOW)
