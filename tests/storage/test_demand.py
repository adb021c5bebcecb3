"""Counters: added to by all, read and destroyed once, published with noise."""

import asyncio
from collections.abc import Callable, Sequence

import pytest
from sqlalchemy import Table, func, select

from flows.model import Released
from storage.releasing import Releasing
from storage.tables import demand_counter, demand_seen, demand_week
from storage.unit import Store
from tests.databases import opened
from tests.storage.people import NOW, met, notice

WEEK, NEXT_WEEK = "2026-W47", "2026-W48"
TOPICS = ("home", "money", "other")


def draws(*numbers: int) -> Callable[[], int]:
    """Noise that is known, and that runs out."""
    left = iter(numbers)
    return lambda: next(left)


async def counted(store: Store, cell: str, times: int = 1, *, period: str = WEEK) -> bool:
    """Count a topic and commit."""
    async with store.work() as work:
        open_still = await work.tally.add("W1", period, cell, times)
        await work.commit()
    return open_still


async def closed(
    store: Store, noise: Callable[[], int], *, cells: Sequence[str] = TOPICS, period: str = WEEK
) -> bool:
    """Release a table and commit."""
    async with Releasing(store.engine)() as work:
        first = await work.release.close("W1", period, cells, noise, NOW)
        await work.commit()
    return first


async def rows(store: Store, table: Table) -> int:
    """How many rows a table has."""
    async with store.engine.sql.connect() as connection:
        found = await connection.execute(select(func.count()).select_from(table))
        return int(found.scalar_one())


async def test_somebody_is_the_first_of_a_week_once(store: Store) -> None:
    async with store.work() as work:
        assert await work.tally.first_of_week(WEEK, "noor")
        assert not await work.tally.first_of_week(WEEK, "noor")
        assert await work.tally.first_of_week(WEEK, "sam")
        assert await work.tally.first_of_week(NEXT_WEEK, "noor")
        await work.commit()
    async with store.work() as work:
        assert not await work.tally.first_of_week(WEEK, "noor")
    assert await rows(store, demand_week) == 2


async def test_a_tag_can_be_taken_back_once(store: Store) -> None:
    async with store.work() as work:
        assert not await work.tally.unsee(WEEK, "noor")
        assert await work.tally.first_of_week(WEEK, "noor")
        assert not await work.tally.unsee(WEEK, "sam")
        assert await work.tally.unsee(WEEK, "noor")
        assert not await work.tally.unsee(WEEK, "noor")
        assert await work.tally.first_of_week(WEEK, "noor")


async def test_a_released_table_has_every_cell_with_noise_added_once(store: Store) -> None:
    await counted(store, "home", 3)
    await counted(store, "home")
    await counted(store, "other", 2)
    await counted(store, "home", 9, period=NEXT_WEEK)
    async with store.work() as work:
        assert await work.tally.add("W2", WEEK, "pupil")
        await work.commit()

    assert await closed(store, draws(10, -5, 0))

    async with store.reading() as work:
        assert await work.published.cells("W1", WEEK) == [
            Released("W1", WEEK, "home", 14),
            Released("W1", WEEK, "money", -5),
            Released("W1", WEEK, "other", 2),
        ]
        assert await work.published.cells("W1", NEXT_WEEK) == []
        assert await work.published.cells("W2", WEEK) == []
    assert await rows(store, demand_counter) == 2


async def test_a_closed_period_counts_nothing_and_never_changes(store: Store) -> None:
    await closed(store, draws(1, 2, 3))
    async with store.reading() as work:
        before = await work.published.cells("W1", WEEK)

    assert not await counted(store, "home", 5)
    async with store.work() as work:
        assert await work.tally.add("W1", NEXT_WEEK, "home")
    assert not await closed(store, draws())

    async with store.reading() as work:
        assert await work.published.cells("W1", WEEK) == before
    assert await rows(store, demand_counter) == 0


async def week_closed(store: Store, week: str = WEEK) -> bool:
    """Close a week and commit."""
    async with Releasing(store.engine)() as work:
        first = await work.release.close_week(week, NOW)
        await work.commit()
    return first


async def test_a_close_destroys_the_weeks_tags_and_key_and_no_others(store: Store) -> None:
    async with store.work() as work:
        await work.tally.first_of_week(WEEK, "noor")
        await work.tally.first_of_week(WEEK, "sam")
        await work.tally.first_of_week(NEXT_WEEK, "noor")
        await work.commit()
    assert await week_closed(store)
    assert not await week_closed(store)
    assert (await rows(store, demand_seen), await rows(store, demand_week)) == (1, 1)
    async with store.work() as work:
        assert not await work.tally.is_open(WEEK)
        assert await work.tally.is_open(NEXT_WEEK)
        assert not await work.tally.first_of_week(WEEK, "noor")
        assert not await work.tally.unsee(WEEK, "noor")
        assert not await work.tally.first_of_week(NEXT_WEEK, "noor")


async def test_a_week_without_a_single_request_is_published_all_the_same(store: Store) -> None:
    assert await closed(store, draws(1, 1, 1))
    async with store.reading() as work:
        assert [each.value for each in await work.published.cells("W1", WEEK)] == [1, 1, 1]


async def test_a_release_that_breaks_off_published_nothing(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    await counted(store, "home", 4)
    async with Releasing(store.engine)() as work:
        await work.release.close("W1", WEEK, TOPICS, draws(1, 1, 1), NOW)
        await work.outbox.add([notice(noor, "digest")])
    async with store.reading() as other:
        assert await other.published.cells("W1", WEEK) == []
        assert await other.outbox.next_due() is None
    assert await closed(store, draws(0, 0, 0))
    async with store.reading() as other:
        assert (await other.published.cells("W1", WEEK))[0].value == 4


async def test_a_release_and_its_notices_are_one(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    async with Releasing(store.engine)() as work:
        assert await work.people.coordinators() == []
        await work.release.close("W1", WEEK, TOPICS, draws(1, 1, 1), NOW)
        await work.outbox.add([notice(noor, "digest")])
        await work.commit()
        with pytest.raises(RuntimeError):
            await work.commit()
    async with store.reading() as other:
        assert await other.outbox.next_due() == NOW


async def test_two_releases_at_once_draw_noise_once(store: Store, database_url: str) -> None:
    await counted(store, "home", 4)
    async with opened(database_url) as other:
        won = await asyncio.gather(closed(store, draws(100, 0, 0)), closed(other, draws(200, 0, 0)))
    assert sorted(won) == [False, True]
    async with store.reading() as work:
        home, *_ = await work.published.cells("W1", WEEK)
        assert home.value == (104 if won[0] else 204)


async def test_who_counts_while_a_release_runs_is_in_it_or_refused(
    store: Store, database_url: str
) -> None:
    began = asyncio.Event()

    async def counts(replica: Store) -> bool:
        async with replica.work() as work:
            counts = await work.tally.add("W1", WEEK, "home")
            began.set()
            await asyncio.sleep(0.05)
            await work.commit()
        return counts

    async with opened(database_url) as other:
        first = asyncio.gather(counts(store))
        await began.wait()
        ends = await asyncio.gather(
            closed(other, draws(0, 0, 0)), *(counted(each, "home") for each in [store, other] * 4)
        )
        (was_counted,) = await first
        assert was_counted
    assert ends[0] is True
    async with store.reading() as work:
        home, *_ = await work.published.cells("W1", WEEK)
        assert home.value == 1 + sum(ends[1:])
    assert await rows(store, demand_counter) == 0


async def test_a_period_without_figures_is_closed_and_its_counters_are_gone(store: Store) -> None:
    await counted(store, "home", 4)
    async with Releasing(store.engine)() as work:
        assert await work.release.close_empty("W1", WEEK, NOW)
        assert not await work.release.close_empty("W1", WEEK, NOW)
        assert await work.release.closed() == {("W1", WEEK)}
        await work.commit()
    assert not await counted(store, "home")
    assert await rows(store, demand_counter) == 0
    async with store.reading() as other:
        assert await other.published.cells("W1", WEEK) == []


async def test_a_plan_counts_from_its_week_until_the_next_one_does(store: Store) -> None:
    async with store.work() as work:
        assert await work.tally.plan(WEEK) is None
        await work.tally.set_plan(WEEK, "first")
        await work.tally.set_plan(WEEK, "too late")
        await work.commit()
    async with Releasing(store.engine)() as release:
        await release.release.plan_from("2026-W50", "second", WEEK)
        await release.release.plan_from("2026-W52", "third", WEEK)
        assert await release.release.plans() == [(WEEK, "first"), ("2026-W52", "third")]
        await release.commit()
    async with store.reading() as work:
        assert await work.tally.plan("2026-W46") is None
        assert await work.tally.plan("2026-W51") == (WEEK, "first")
        assert await work.tally.plan("2027-W01") == ("2026-W52", "third")
        assert await work.published.plans() == [(WEEK, "first"), ("2026-W52", "third")]
    async with Releasing(store.engine)() as release:
        await release.release.drop_plans(WEEK)
        assert await release.release.plans() == [(WEEK, "first")]


async def test_published_numbers_come_from_a_period_on(store: Store) -> None:
    for week in (WEEK, NEXT_WEEK, "2026-W49"):
        await closed(store, draws(1, 2, 3), period=week)
    async with store.reading() as work:
        found = await work.published.since("W1", NEXT_WEEK)
    assert [(each.period, each.cell) for each in found] == [
        (week, cell) for week in (NEXT_WEEK, "2026-W49") for cell in TOPICS
    ]
