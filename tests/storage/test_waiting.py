"""The line on both databases: who is in it, what is held, and that what lapsed gives way."""

import asyncio
from datetime import datetime, timedelta

import pytest

from flows.errors import SlotTakenError
from flows.model import Appointment, Audience, Hold, PersonId, Span
from storage.unit import Store
from tests.databases import opened
from tests.storage.people import FATIMA, JEROEN, NOW, TEN, met, span, wish
from tests.storage.test_appointments import booked
from tests.storage.test_statements import heard

MINUTE = timedelta(minutes=1)
UNTIL = NOW + 10 * MINUTE
WHOLE_DAY = Span(NOW, NOW + timedelta(days=1))


async def joined(store: Store, talk: Appointment, person: PersonId, at: datetime = NOW) -> None:
    """A place in line, with anybody."""
    async with store.work() as work:
        await work.waiting.join(talk, person, None, at)
        await work.commit()


async def holds(
    store: Store,
    talk: Appointment,
    person: PersonId,
    start: datetime = TEN,
    at: datetime = NOW,
) -> bool:
    """Hold ten o'clock with Fatima for ten minutes."""
    hold = Hold(talk.id, person, FATIMA, span(start), at + 10 * MINUTE)
    async with store.work() as work:
        await work.appointments.lock(FATIMA)
        done = await work.waiting.hold(hold, at)
        await work.commit()
    return done


async def busy(store: Store, now: datetime, but_for: Appointment | None = None) -> list[Span]:
    """What Fatima is taken that day."""
    async with store.reading() as work:
        found = await work.appointments.busy(
            [FATIMA], WHOLE_DAY, now, but_for=None if but_for is None else but_for.id
        )
    return found[FATIMA]


async def in_line(
    store: Store, name: str = "Noor", at: str = "11:00"
) -> tuple[PersonId, Appointment]:
    """Somebody with a later talk, in line."""
    (person,) = await met(store, name)
    talk = await booked(store, person, at=at)
    await joined(store, talk, person)
    return person, talk


async def test_the_line_is_in_order_of_coming_also_at_one_moment(store: Store) -> None:
    people = await met(store, "Noor", "Sam", "Mike")
    talks = [await booked(store, each, at=f"{11 + n}:00") for n, each in enumerate(people)]
    await joined(store, talks[2], people[2], NOW + MINUTE)
    await joined(store, talks[1], people[1])
    await joined(store, talks[0], people[0])
    async with store.reading() as work:
        line = await work.waiting.line()
    assert [each.person for each in line] == [people[1], people[0], people[2]]
    assert [each.talk for each in line] == [talks[1], talks[0], talks[2]]
    assert (line[0].worker, line[0].version, line[0].since_at, line[0].reachable) == (
        None, 1, NOW, True,
    )  # fmt: skip


async def test_a_talk_is_in_line_for_its_person_as_long_as_it_stands(store: Store) -> None:
    noor, talk = await in_line(store)
    (sam,) = await met(store, "Sam")
    async with store.work() as work:
        assert await work.waiting.waits(noor, talk.id)
        assert not await work.waiting.waits(sam, talk.id)
        moved = await work.appointments.move(talk, wish(TEN), NOW)
        assert not await work.waiting.waits(noor, talk.id)
        await work.waiting.join(moved, noor, JEROEN, NOW)
        assert await work.waiting.waits(noor, talk.id)
        [place] = await work.waiting.line()
        assert (place.version, place.worker) == (2, JEROEN)
        await work.waiting.leave(talk.id)
        assert await work.waiting.line() == []


async def test_a_held_time_is_busy_for_all_but_its_own_talk_and_until_its_end(
    store: Store,
) -> None:
    noor, talk = await in_line(store)
    assert await holds(store, talk, noor)
    assert await busy(store, UNTIL - MINUTE) == [span(), talk.span]
    assert await busy(store, UNTIL) == [talk.span]
    assert await busy(store, NOW, talk) == []
    (sam,) = await met(store, "Sam")
    with pytest.raises(SlotTakenError):
        await booked(store, sam)
    async with store.reading() as work:
        hold = Hold(talk.id, noor, FATIMA, span(), UNTIL)
        assert await work.waiting.held(noor) == hold
        assert await work.waiting.held(sam) is None
        assert await work.waiting.holds() == [hold]
        assert await work.waiting.passed() == {talk.id: {(FATIMA, TEN): True}}


async def test_what_lapsed_gives_way_although_nobody_released_it(store: Store) -> None:
    noor, talk = await in_line(store)
    await holds(store, talk, noor)
    (sam,) = await met(store, "Sam")
    async with store.work() as work:
        with pytest.raises(SlotTakenError):
            await work.appointments.book(sam, wish(), Audience.PUPIL, UNTIL - MINUTE)
    async with store.work() as work:
        made = await work.appointments.book(sam, wish(), Audience.PUPIL, UNTIL)
        await work.commit()
    async with store.work() as work:
        await work.waiting.release(talk.id)
        await work.commit()
    assert await busy(store, UNTIL) == [made.span, talk.span]
    with pytest.raises(SlotTakenError):
        await booked(store, noor)


async def test_only_a_part_of_what_lapsed_may_be_in_the_way(store: Store) -> None:
    noor, talk = await in_line(store)
    await holds(store, talk, noor)
    sam, mike = await met(store, "Sam", "Mike")
    async with store.work() as work:
        await work.appointments.book(sam, wish(TEN + 10 * MINUTE, 30), Audience.PUPIL, UNTIL)
        await work.appointments.book(mike, wish(TEN, 10), Audience.PUPIL, UNTIL)
        await work.commit()
    with pytest.raises(SlotTakenError):
        await booked(store, noor, at="10:05", minutes=5)


async def test_the_holder_moves_into_what_is_held_and_nothing_of_it_stays(store: Store) -> None:
    noor, talk = await in_line(store)
    await holds(store, talk, noor)
    async with store.work() as work:
        with heard(store) as said:
            moved = await work.appointments.move(talk, wish(), NOW)
        assert len(said) == 3
        await work.commit()
    assert await busy(store, NOW) == [moved.span]
    await holds(store, talk, noor)
    assert await busy(store, NOW) == [moved.span]
    (sam,) = await met(store, "Sam")
    await booked(store, sam, at="11:00")


@pytest.mark.parametrize("way", ["cancels", "moves elsewhere", "leaves", "gives it back"])
async def test_a_held_time_is_free_at_once_when_its_person(store: Store, way: str) -> None:
    noor, talk = await in_line(store)
    await holds(store, talk, noor)
    async with store.work() as work:
        match way:
            case "cancels":
                await work.appointments.cancel(talk, NOW)
            case "moves elsewhere":
                await work.appointments.move(talk, wish(TEN, worker=JEROEN), NOW)
            case "leaves":
                await work.waiting.leave(talk.id)
            case _:
                await work.waiting.release(talk.id)
        await work.commit()
    assert span() not in await busy(store, NOW)
    (sam,) = await met(store, "Sam")
    await booked(store, sam)
    with pytest.raises(SlotTakenError):
        await booked(store, sam, at="10:10")


async def test_nobody_holds_two_and_nothing_is_held_for_who_is_not_in_line(store: Store) -> None:
    noor, talk = await in_line(store)
    second = await booked(store, noor, at="12:00")
    assert not await holds(store, second, noor)
    await joined(store, second, noor)
    assert await holds(store, talk, noor)
    assert not await holds(store, second, noor, TEN + 20 * MINUTE)
    assert await busy(store, NOW) == [span(), talk.span, second.span]


async def test_what_is_taken_cannot_be_held(store: Store) -> None:
    noor, talk = await in_line(store)
    (sam,) = await met(store, "Sam")
    await booked(store, sam, at="10:10")
    with pytest.raises(SlotTakenError):
        await holds(store, talk, noor)
    async with store.reading() as work:
        assert await work.waiting.holds() == []


async def test_times_that_were_passed_by_are_forgotten_and_offered_ones_are_not(
    store: Store,
) -> None:
    noor, talk = await in_line(store)
    times = [(FATIMA, TEN), (JEROEN, TEN), (FATIMA, TEN + 20 * MINUTE)]
    async with store.work() as work:
        await work.waiting.pass_by(talk.id, [])
        await work.waiting.pass_by(talk.id, times)
        await work.commit()
    await holds(store, talk, noor)
    async with store.work() as work:
        await work.waiting.pass_by(talk.id, times)
        await work.waiting.forget(talk.id, times[:2])
        assert await work.waiting.passed() == {talk.id: {times[0]: True, times[2]: False}}


async def test_two_replicas_hold_a_time_once_and_for_one_person_one_time(
    store: Store, database_url: str
) -> None:
    people = await met(store, "Noor", "Sam")
    talks = [await booked(store, each, at=f"{11 + n}:00") for n, each in enumerate(people)]
    for each, talk in zip(people, talks, strict=True):
        await joined(store, talk, each)

    async def tries(replica: Store, n: int, start: datetime) -> bool:
        try:
            return await holds(replica, talks[n], people[n], start)
        except SlotTakenError:
            return False

    async with opened(database_url) as other:
        same = await asyncio.gather(tries(store, 0, TEN), tries(other, 1, TEN))
        holder = same.index(True)
        later = TEN + 20 * MINUTE
        more = await asyncio.gather(tries(store, holder, later), tries(other, 1 - holder, later))
    assert sorted(same) == [False, True]
    assert list(more) == [False, True]
