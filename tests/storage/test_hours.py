"""Changes of office hours: each is found again as it was made, and makes the revision grow."""

import asyncio
from dataclasses import replace
from datetime import date, time, timedelta

from flows.changes import Block, Changes, Closing
from flows.hours.current import Almanacs
from flows.model import AT_THE_DESK, Absence, Known, Mark, Mode, Opening, Origin, ScheduleId, Span
from flows.ports import Work
from storage.unit import Store
from tests.databases import opened
from tests.flows.hours.build import programme, schedule
from tests.storage.people import FATIMA, JEROEN, LINDE, NOW, TEN, address_of, met

HOUR = timedelta(hours=1)
MONDAY = date(2026, 11, 23)
EXTRA = Opening(
    worker=FATIMA,
    school=LINDE,
    schedule=None,
    room="Aula",
    span=Span(TEN, TEN + HOUR),
    slot_minutes=25,
    modes=(Mode.SCHOOL, Mode.PHONE),
    bookable=True,
    walk_in=False,
    buffer_minutes=5,
    walk_in_share=25,
    origin=Origin.EXTRA,
    made_at=NOW,
)


async def changes(store: Store) -> Changes:
    async with store.reading() as work:
        return await work.hours.changes(NOW)


async def test_before_the_first_change_there_is_nothing(store: Store) -> None:
    assert await changes(store) == Changes()


async def test_every_kind_of_change_is_found_as_it_was_made(store: Store) -> None:
    mark = Mark(FATIMA, LINDE, MONDAY, Known.LATE, NOW + HOUR, AT_THE_DESK)
    block = Block(JEROEN, 2, time(9, 15), timedelta(minutes=45), MONDAY, MONDAY + timedelta(60))
    closing = Closing(LINDE, MONDAY, MONDAY + timedelta(1), "building", NOW)
    weekly = schedule(id="c-1", modes=("school", "phone"), buffer_minutes=5, walk_in_share=50)
    async with store.work() as work:
        await work.hours.say(mark, NOW)
        await work.hours.add_absence(FATIMA, Span(NOW, TEN), NOW)
        await work.hours.add_extra(EXTRA, NOW)
        await work.hours.add_closing(closing)
        await work.hours.add_schedule(weekly, Origin.IMPORT, NOW)
        await work.hours.end_schedule(ScheduleId("fatima-di"), MONDAY)
        await work.hours.add_block(block)
        await work.commit()

    found = await changes(store)

    assert found.revision == 7
    assert found.marks == (mark,)
    assert [replace(each, id=0) for each in found.absences] == [Absence(FATIMA, Span(NOW, TEN), 0)]  # type: ignore[arg-type]
    assert found.extras == (EXTRA,)
    assert [replace(each, id=0) for each in found.closings] == [closing]
    assert found.schedules == (weekly,)
    assert found.origins == {"c-1": Origin.IMPORT}
    assert found.ends == {"fatima-di": MONDAY}
    assert [replace(each, id=0) for each in found.blocks] == [block]


async def test_what_is_over_is_left_out(store: Store) -> None:
    early = Span(NOW - 2 * HOUR, NOW - HOUR)
    async with store.work() as work:
        await work.hours.add_absence(FATIMA, early, NOW)
        await work.hours.add_extra(replace(EXTRA, span=early), NOW)
        week_ago = MONDAY - timedelta(7)
        await work.hours.add_closing(Closing(LINDE, week_ago, week_ago, "all", NOW))
        await work.hours.say(Mark(FATIMA, LINDE, week_ago, Known.CONFIRMED), NOW)
        await work.commit()
    found = await changes(store)
    assert (found.absences, found.extras, found.closings, found.marks) == ((), (), (), ())


async def test_an_absence_ends_early_or_never_was(store: Store) -> None:
    async with store.work() as work:
        one = await work.hours.add_absence(FATIMA, Span(NOW, TEN), NOW)
        two = await work.hours.add_absence(FATIMA, Span(TEN, TEN + HOUR), NOW)
        await work.hours.end_absence(one, NOW + HOUR)
        await work.hours.end_absence(two, NOW + HOUR)
        await work.commit()
    assert [each.span for each in (await changes(store)).absences] == [Span(NOW, NOW + HOUR)]


async def test_a_school_opens_again(store: Store) -> None:
    async with store.work() as work:
        await work.hours.add_closing(Closing(LINDE, MONDAY, MONDAY, "all", NOW))
        later = MONDAY + timedelta(3)
        await work.hours.add_closing(Closing(LINDE, later, later, "all", NOW))
        await work.hours.reopen(LINDE, MONDAY)
        await work.commit()
    assert [each.first_on for each in (await changes(store)).closings] == [later]


async def test_what_a_worker_says_last_counts_and_so_does_the_last_end(store: Store) -> None:
    here = Mark(FATIMA, LINDE, MONDAY, Known.CONFIRMED)
    async with store.work() as work:
        await work.hours.say(replace(here, known=Known.LATE, until_at=TEN), NOW)
        await work.hours.say(here, NOW + HOUR)
        for day in (MONDAY, MONDAY + timedelta(1)):
            await work.hours.end_schedule(ScheduleId("fatima-di"), day)
        block = Block(FATIMA, 0, time(9), HOUR, MONDAY)
        await work.hours.add_block(block)
        await work.commit()
    [made] = (await changes(store)).blocks
    async with store.work() as work:
        await work.hours.end_block(made.id, MONDAY)
        await work.commit()
    found = await changes(store)
    assert found.marks == (here,)
    assert found.ends == {"fatima-di": MONDAY + timedelta(1)}
    assert [each.last_on for each in found.blocks] == [MONDAY]


async def test_the_revision_comes_along_with_whoever_asks(store: Store) -> None:
    await met(store, "Noor")
    async with store.work() as work:
        await work.hours.say(Mark(FATIMA, LINDE, MONDAY, Known.CONFIRMED), NOW)
        await work.commit()
    async with store.reading() as work:
        await work.people.find(address_of("Noor"))
        assert await work.hours.revision() == 1


async def test_two_changes_at_once_are_two_revisions(database_url: str, store: Store) -> None:
    async def changes_something(by: Store) -> None:
        async with by.work() as work:
            await work.hours.add_absence(FATIMA, Span(NOW, TEN), NOW)
            await work.commit()

    async with opened(database_url) as other:
        await asyncio.gather(*(changes_something(each) for each in (store, other) * 3))
    assert (await changes(store)).revision == 6


async def test_the_almanac_is_made_anew_only_after_a_change(store: Store) -> None:
    almanacs = Almanacs(programme(), 28)

    async def current(work: Work) -> object:
        return await almanacs.current(work, NOW)

    async with store.reading() as work:
        first = await current(work)
        assert await current(work) is first
    async with store.work() as work:
        await work.hours.add_absence(FATIMA, Span(NOW, TEN), NOW)
        assert await current(work) is not first  # its own change is seen by this work alone
    async with store.reading() as work:
        assert await current(work) is first
    async with store.work() as work:
        await work.hours.add_absence(JEROEN, Span(NOW, TEN), NOW)
        await current(work)
        await work.commit()
    async with store.reading() as work:
        almanac = await almanacs.current(work, NOW)
    assert [each.worker for each in almanac.changes.absences] == [JEROEN]


async def test_behind_the_lock_hours_are_read_again(database_url: str, store: Store) -> None:
    await met(store, "Noor")
    almanacs = Almanacs(programme(), 28)
    async with opened(database_url) as other, store.reading() as warm:
        await almanacs.current(warm, NOW)
        async with other.work() as ill:
            await ill.appointments.lock(FATIMA)
            await ill.hours.add_absence(FATIMA, Span(NOW, TEN), NOW)

            async def books() -> int:
                async with store.work() as work:
                    await work.people.find(address_of("Noor"))
                    await work.appointments.lock(FATIMA)
                    return len((await almanacs.current(work, NOW)).changes.absences)

            booking = asyncio.ensure_future(books())  # noqa: TID251 - beside the one who holds it
            await asyncio.sleep(0.2)
            assert not booking.done()
            await ill.commit()
        assert await booking == 1
