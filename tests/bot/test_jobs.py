"""What the clock makes due: released weeks and notices, whatever happens to either."""

import asyncio
import logging
import time
from collections.abc import Callable

import pytest

from bot.delivery.sender import Sender
from bot.jobs import Jobs
from flows.demand.plan import DEFAULT
from flows.model import Role
from storage.releasing import Releasing
from tests.bot.phones import Phone, Switchboard
from tests.bot.telegram.test_dispatch import breaks
from tests.town import TUESDAY

EVENING = TUESDAY.replace(hour=19, minute=0)
MONDAY = TUESDAY.replace(day=30, hour=8, minute=0)


def jobs_of(board: Switchboard) -> Jobs:
    """The jobs of one more process."""
    sender: Sender = board.sender
    return Jobs(board.router.ports, Releasing(board.store.engine), sender)


async def reminded(board: Switchboard) -> Phone:
    """Noor, with a talk tomorrow."""
    noor = await board.pupil("Noor")
    await noor.books("woensdag 25", "9 uur")
    return noor


def reminders(phone: Phone) -> int:
    return len([each for each in phone.texts() if each.startswith("Herinnering")])


async def test_a_tick_releases_and_sends_what_is_due_once(board: Switchboard) -> None:
    noor, jobs = await reminded(board), jobs_of(board)
    await jobs.run_due()
    board.core.clock.move(EVENING)

    await jobs.run_due()
    await jobs.run_due()

    assert reminders(noor) == 1


async def test_a_released_week_is_sent_in_the_same_tick(board: Switchboard) -> None:
    sanne = await board.desk("Sanne", Role.COORDINATOR, "sanne")
    jobs = jobs_of(board)
    await jobs.run_due()
    board.core.clock.move(MONDAY)

    await jobs.run_due()

    async with board.store.reading() as work:
        assert await work.published.cells(DEFAULT.tables[0].name, "2026-W48")
    words, table = sanne.texts()[-2:]
    assert words.startswith("Cijfers van de week")
    assert table.startswith("De tabel bij de cijfers")


async def test_the_next_moment_is_the_earlier_of_notice_and_release(board: Switchboard) -> None:
    jobs = jobs_of(board)
    assert await jobs.next_due() == MONDAY

    await reminded(board)
    assert await jobs.next_due() == EVENING


async def test_a_release_that_fails_holds_no_reminder_up_and_is_tried_again(
    board: Switchboard, caplog: pytest.LogCaptureFixture
) -> None:
    noor, jobs = await reminded(board), jobs_of(board)
    board.core.clock.move(EVENING)
    await breaks(board, "demand_closed")

    with caplog.at_level(logging.ERROR):
        await jobs.run_due()

    assert [each.getMessage() for each in caplog.records] == ["a tick failed"]
    assert reminders(noor) == 1


async def test_an_outbox_that_fails_holds_no_release_up(
    board: Switchboard, caplog: pytest.LogCaptureFixture
) -> None:
    jobs = jobs_of(board)
    await jobs.run_due()
    board.core.clock.move(MONDAY)
    await breaks(board, "notice")

    with caplog.at_level(logging.ERROR):
        await jobs.run_due()

    assert len(caplog.records) >= 1
    async with board.store.reading() as work:
        assert await work.published.cells(DEFAULT.tables[0].name, "2026-W48")


async def test_by_the_systems_clock_it_works_at_once_and_when_woken(
    board: Switchboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.jobs.GRACE", 0.05)
    jobs, stop = jobs_of(board), asyncio.Event()
    noor = await reminded(board)
    async with asyncio.TaskGroup() as group:
        group.create_task(jobs.tick(stop))
        await asyncio.sleep(0.2)
        assert reminders(noor) == 0

        board.core.clock.move(EVENING)
        jobs.wake()
        await _until(lambda: reminders(noor) == 1)
        stop.set()
        jobs.wake()


async def _until(holds: Callable[[], bool], seconds: float = 3.0) -> None:
    began = time.monotonic()
    while not holds():
        assert time.monotonic() - began < seconds
        await asyncio.sleep(0.01)


async def test_whoever_stops_waits_until_nothing_is_in_hand(board: Switchboard) -> None:
    jobs, order = jobs_of(board), list[str]()

    async def stops() -> None:
        async with jobs.between(5):
            order.append("stopped")

    async with asyncio.TaskGroup() as group, jobs.between(5):
        group.create_task(stops())
        await asyncio.sleep(0.05)
        order.append("worked")

    assert order == ["worked", "stopped"]


async def test_whoever_stops_waits_no_longer_than_the_patience(board: Switchboard) -> None:
    jobs, began = jobs_of(board), time.monotonic()

    async with jobs.between(5), jobs.between(0.05):
        assert time.monotonic() - began < 2
