"""The list of the day: every morning, once, to whom hours and channel say so."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from flows.model import NoticeKind, Role, Span
from flows.reminding.daylist import list_days, next_day_list
from flows.staff_steps import Day
from flows.steps import unpack
from tests.flows.place import Place, place
from tests.town import TUESDAY

MORNING = TUESDAY.replace(hour=7, minute=40)
NOON = TUESDAY.replace(hour=12, minute=0)
"""Fatima's hours at De Linde end."""
CHANNELS = {"test"}


@pytest.fixture
async def linde(tmp_path: Path) -> AsyncIterator[Place]:
    """Fatima at her desk, in the night before a Tuesday."""
    async with place(tmp_path) as built:
        built.clock.now = TUESDAY.replace(hour=5, minute=0)
        await built.staff("Fatima", Role.WORKER, "fatima")
        yield built


async def listed(linde: Place, at: datetime, channels: set[str] | None = None) -> list[Any]:
    """The lists queued so far, after a look at a moment."""
    linde.clock.now = at
    await list_days(linde.router.ports, CHANNELS if channels is None else channels)
    return [each for each in await linde.rows("notice") if each["kind"] is NoticeKind.DAYLIST]


async def test_in_the_morning_a_worker_with_hours_is_told_of_the_day(linde: Place) -> None:
    (one,) = await listed(linde, MORNING)
    assert unpack(one["step"]) == Day(TUESDAY.date())
    assert one["dedup_key"] == "daylist:fatima:2026-11-24"
    assert one["due_at"] == MORNING
    assert one["expires_at"] >= NOON


async def test_before_the_morning_nobody_is_told(linde: Place) -> None:
    assert await listed(linde, MORNING - timedelta(seconds=1)) == []


async def test_however_often_it_looks_a_day_is_told_once(linde: Place) -> None:
    await listed(linde, MORNING)
    assert len(await listed(linde, MORNING + timedelta(hours=1))) == 1
    assert len(await listed(linde, MORNING + timedelta(days=7))) == 2


async def test_later_is_better_than_never_until_the_hours_are_over(linde: Place) -> None:
    assert await listed(linde, TUESDAY.replace(hour=22)) == []
    (one,) = await listed(linde, NOON + timedelta(days=7, minutes=-1))
    assert one["dedup_key"] == "daylist:fatima:2026-12-01"


async def test_without_hours_there_is_no_list(linde: Place) -> None:
    sunday = MORNING + timedelta(days=5)
    assert await listed(linde, sunday) == []


async def test_who_is_away_all_day_gets_no_list(linde: Place) -> None:
    async with linde.store.work() as work:
        whole = Span(TUESDAY.replace(hour=0), TUESDAY.replace(hour=23))
        fatima = (await work.people.desks())[0][1]
        await work.hours.add_absence(fatima, whole, linde.clock())
        await work.commit()
    assert await listed(linde, MORNING) == []


async def test_who_is_reached_otherwise_gets_no_list(linde: Place) -> None:
    assert await listed(linde, MORNING, {"email"}) == []


async def test_the_next_list_is_told_the_next_morning(linde: Place) -> None:
    ports = linde.router.ports
    assert next_day_list(ports) == MORNING
    linde.clock.now = MORNING
    assert next_day_list(ports) == MORNING + timedelta(days=1)
    linde.clock.now = datetime(2026, 10, 24, 12, 0, tzinfo=TUESDAY.tzinfo)  # clocks change at night
    assert next_day_list(ports) == datetime(2026, 10, 25, 7, 40, tzinfo=TUESDAY.tzinfo)
