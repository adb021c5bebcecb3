"""The clock, the beat of its follower, and walking through what is due."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.demo.chats import User
from bot.demo.clock import Beat, DemoClock, PastError
from bot.demo.core import Core

MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Follower:
    """A bot process in miniature: due moments, and what it did when."""

    def __init__(self, core: Core, due: list[datetime]) -> None:
        self.core = core
        self.due = due
        self.did: list[datetime] = []
        self.beats = 0

    async def run(self) -> None:
        done: int | None = None
        while True:
            beat = await self.core.clock.follow(done, min(self.due, default=None), 5)
            self.beats += 1
            await self.carry_out(beat.now)
            done = beat.number

    async def carry_out(self, now: datetime) -> None:
        ready = sorted(moment for moment in self.due if moment <= now)
        self.due = [moment for moment in self.due if moment > now]
        self.did += [now for _ in ready]


async def beside(runs: Callable[[], Awaitable[None]], deed: Callable[[], Awaitable[None]]) -> None:
    """Do something while something else runs."""

    async def run() -> None:
        await runs()

    async with asyncio.TaskGroup() as group:
        task = group.create_task(run())
        await deed()
        task.cancel()


async def confirm_all(core: Core) -> None:
    """A bot that finishes every update as soon as it comes."""
    while True:
        await core.world.signal.wait_until(lambda: bool(core.world.updates), 5)
        await asyncio.sleep(0)
        core.world.updates.clear()
        core.world.signal.fire()


def test_the_clock_stands_still_and_goes_forward_only() -> None:
    clock = DemoClock(MONDAY)
    assert clock.now() == MONDAY

    clock.move(MONDAY + HOUR)
    with pytest.raises(PastError, match="forward only"):
        clock.move(MONDAY)

    assert clock.now() == MONDAY + HOUR


def test_the_clock_needs_a_zone_and_shows_utc() -> None:
    assert DemoClock(MONDAY.astimezone()).now().tzinfo is UTC
    with pytest.raises(ValueError, match="time zone"):
        DemoClock(datetime(2026, 11, 23))  # noqa: DTZ001


async def test_a_new_follower_is_answered_at_once() -> None:
    assert await DemoClock(MONDAY).follow(None, None, 60) == Beat(0, MONDAY)


async def test_without_a_new_beat_the_wait_passes() -> None:
    clock = DemoClock(MONDAY)

    assert await clock.follow(0, MONDAY + HOUR, 0.01) == Beat(0, MONDAY)
    assert (clock.done, clock.next) == (0, MONDAY + HOUR)


async def test_a_beat_missed_meanwhile_comes_at_once() -> None:
    clock = DemoClock(MONDAY)
    clock.bump()
    clock.bump()

    assert await clock.follow(0, None, 60) == Beat(2, MONDAY)


async def test_with_nobody_following_only_updates_are_waited_for(core: Core, noor: User) -> None:
    assert await core.settle()
    core.people.type(noor.id, "Hoi")

    assert not await core.settle(0.02)


async def test_idle_means_updates_finished_and_the_beat_done(core: Core, noor: User) -> None:
    follower = Follower(core, [MONDAY])

    async def both() -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(follower.run())
            group.create_task(confirm_all(core))

    async def deed() -> None:
        await asyncio.sleep(0)
        core.people.type(noor.id, "Hoi")
        assert await core.settle()
        assert core.world.idle()

    await beside(both, deed)
    assert follower.did == [MONDAY]


async def test_a_follower_that_hangs_does_not_hang_the_server(core: Core) -> None:
    await core.clock.follow(None, None, 0)

    assert not await core.settle(0.02)


async def test_advancing_stops_at_every_due_moment_in_order(core: Core) -> None:
    due = [MONDAY + 3 * HOUR, MONDAY + HOUR, MONDAY + HOUR, MONDAY + 30 * HOUR]
    follower = Follower(core, due)

    async def deed() -> None:
        await asyncio.sleep(0)
        assert await core.advance(timedelta(hours=24))

    await beside(follower.run, deed)

    assert follower.did == [MONDAY + HOUR, MONDAY + HOUR, MONDAY + 3 * HOUR]
    assert core.clock.now() == MONDAY + 24 * HOUR
    assert core.clock.next == MONDAY + 30 * HOUR


async def test_what_becomes_due_on_the_way_is_walked_through_too(core: Core) -> None:
    follower = Follower(core, [MONDAY + HOUR])

    async def run() -> None:
        follower.carry_out = chained  # type: ignore[method-assign]
        await follower.run()

    plain = follower.carry_out

    async def chained(now: datetime) -> None:
        before = len(follower.did)
        await plain(now)
        if len(follower.did) > before and now < MONDAY + 4 * HOUR:
            follower.due.append(now + HOUR)

    async def deed() -> None:
        await asyncio.sleep(0)
        assert await core.advance(MONDAY + 10 * HOUR)

    await beside(run, deed)

    assert follower.did == [MONDAY + n * HOUR for n in (1, 2, 3, 4)]


async def test_a_moment_that_is_due_exactly_at_the_target_is_done(core: Core) -> None:
    follower = Follower(core, [MONDAY + HOUR])

    async def deed() -> None:
        await asyncio.sleep(0)
        assert await core.advance(HOUR)

    await beside(follower.run, deed)

    assert follower.did == [MONDAY + HOUR]


async def test_a_moment_that_never_goes_is_left_behind(core: Core) -> None:
    follower = Follower(core, [MONDAY])

    async def stuck(now: datetime) -> None:
        follower.did.append(now)

    follower.carry_out = stuck  # type: ignore[method-assign]

    async def deed() -> None:
        await asyncio.sleep(0)
        assert not await core.advance(timedelta(days=7))

    await beside(follower.run, deed)

    assert core.clock.now() == MONDAY + timedelta(days=7)
    assert follower.beats < 1000


async def test_an_advance_reaches_its_target_even_when_nobody_answers(core: Core) -> None:
    await core.clock.follow(None, MONDAY + HOUR, 0)

    assert not await core.advance(timedelta(hours=2), 0.02)
    assert core.clock.now() == MONDAY + 2 * HOUR


async def test_advancing_into_the_past_is_refused(core: Core) -> None:
    with pytest.raises(PastError):
        await core.advance(MONDAY - HOUR)


async def test_advancing_with_nobody_following_just_moves(core: Core) -> None:
    assert await core.advance(timedelta(days=400))
    assert core.clock.now() == MONDAY + timedelta(days=400)
