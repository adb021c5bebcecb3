"""The clock of the demo's server, over real HTTP."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web

from bot.clock import ClockError, FollowedClock, system_clock
from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.http import make_app, serve
from bot.demo.world import Settings
from tests.town import TUESDAY

HOUR = timedelta(hours=1)


@pytest.fixture
def core() -> Core:
    return Core(DemoClock(TUESDAY), Settings(patience=3.0))


@pytest.fixture
async def address(core: Core) -> AsyncIterator[str]:
    async with serve(make_app(core)) as address:
        yield address


class Work:
    """What is due, and when it was carried out."""

    def __init__(self, clock: Callable[[], datetime], *due: datetime) -> None:
        self.clock = clock
        self.due = list(due)
        self.done: list[datetime] = []
        self.faults = 0

    async def run(self) -> None:
        now = self.clock()
        self.done += [now for each in self.due if each <= now]
        self.due = [each for each in self.due if each > now]

    async def next(self) -> datetime | None:
        if self.faults:
            self.faults -= 1
            raise LookupError
        return min(self.due, default=None)


@asynccontextmanager
async def following(core: Core, clock: FollowedClock, work: Work) -> AsyncIterator[None]:
    """Follow beside the block, which begins when the server knows."""
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        task = group.create_task(clock.follow(work.run, work.next, stop))
        assert await core.clock.signal.wait_until(lambda: core.clock.followed, 3)
        try:
            yield
        finally:
            stop.set()
            task.cancel()


async def test_it_shows_the_servers_moment_and_stands_still(core: Core, address: str) -> None:
    clock = await FollowedClock.attach(f"{address}/")
    core.clock.move(TUESDAY + HOUR)

    assert clock() == TUESDAY
    assert clock().tzinfo is UTC


async def test_everything_due_on_the_way_is_carried_out_at_its_own_moment(
    core: Core, address: str
) -> None:
    clock = await FollowedClock.attach(address)
    moments = [TUESDAY + n * HOUR for n in (1, 2, 30)]
    work = Work(clock, *moments)

    async with following(core, clock, work):
        assert await core.advance(TUESDAY + 3 * HOUR)
        assert work.done == moments[:2]
        assert clock() == TUESDAY + 3 * HOUR
        assert await core.advance(TUESDAY + 40 * HOUR)

    assert work.done == moments


async def test_what_is_due_already_is_carried_out_at_once(core: Core, address: str) -> None:
    clock = await FollowedClock.attach(address)
    work = Work(clock, TUESDAY)

    async with following(core, clock, work):
        assert await core.settle()

    assert work.done == [TUESDAY]


async def test_when_what_is_due_cannot_be_read_it_asks_again(
    core: Core, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    clock = await FollowedClock.attach(address)
    work = Work(clock, TUESDAY + HOUR)
    work.faults = 1

    with caplog.at_level(logging.ERROR):
        async with following(core, clock, work):
            assert await core.advance(TUESDAY + HOUR)

    assert work.done == [TUESDAY + HOUR]
    assert [each.getMessage() for each in caplog.records] == ["what is due cannot be read"]


async def test_without_an_answer_it_waits_and_asks_again(core: Core) -> None:
    """The server is restarted on the same port."""
    async with serve(make_app(core)) as address:
        clock = await FollowedClock.attach(address)
    port = int(address.rpartition(":")[2])
    work = Work(clock, TUESDAY + HOUR)

    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        task = group.create_task(clock.follow(work.run, work.next, stop))
        await asyncio.sleep(0.1)
        assert not core.clock.followed
        async with serve(make_app(core), port):
            assert await core.clock.signal.wait_until(lambda: core.clock.followed, 3)
            assert await core.advance(TUESDAY + HOUR)
        task.cancel()

    assert work.done == [TUESDAY + HOUR]


@pytest.mark.parametrize("answer", ["{}", "[]", "no json", '{"now": "later"}', '{"now": 5}'])
async def test_who_does_not_tell_the_time_is_no_clock(answer: str) -> None:
    async def tell(_request: web.Request) -> web.Response:
        return web.Response(text=answer, content_type="application/json")

    app = web.Application()
    app.router.add_get("/sim/clock", tell)
    async with serve(app) as address:
        with pytest.raises(ClockError, match="Nobody tells the time"):
            await FollowedClock.attach(address)


async def test_nobody_there_is_no_clock() -> None:
    with pytest.raises(ClockError, match="Nobody tells the time"):
        await FollowedClock.attach("http://127.0.0.1:9")


def test_the_systems_clock_is_aware_and_in_utc() -> None:
    first, second = system_clock(), system_clock()

    assert first.tzinfo is UTC
    assert first <= second
