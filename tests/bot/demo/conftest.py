"""A server, a bot on either transport, and the people's side over HTTP."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import pytest
from telegram import Bot

from bot.demo.chats import User
from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.http import make_app, serve
from bot.demo.wire import wire_bot
from bot.demo.world import Settings

MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _waits_are_spans(monkeypatch: pytest.MonkeyPatch) -> None:
    """`RetryAfter.retry_after` as a timedelta, without its warning."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
def core() -> Core:
    return Core(DemoClock(MONDAY), Settings(patience=2.0))


@pytest.fixture
async def base(core: Core) -> AsyncIterator[str]:
    async with serve(make_app(core, webhook_pause=0.01)) as address:
        yield address


@pytest.fixture(params=["wire", "http"])
async def bot(request: pytest.FixtureRequest, core: Core) -> AsyncIterator[Bot]:
    """A real `Bot` on the core, once without and once with sockets."""
    if request.param == "wire":
        async with wire_bot(core) as on_wire:
            yield on_wire
        return
    async with serve(make_app(core)) as address:
        files = f"{address}/file/bot"
        async with Bot(core.token, base_url=f"{address}/bot", base_file_url=files) as over_http:
            yield over_http


@pytest.fixture
async def sim(base: str) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(base) as session:
        yield session


@pytest.fixture
def noor(core: Core) -> User:
    """Noor, who has started the bot and whose updates are dealt with."""
    user = core.people.add("Noor")
    core.people.type(user.id, "/start linde")
    core.world.updates.clear()
    return user
