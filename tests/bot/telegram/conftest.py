"""What the tests of Telegram's plumbing share."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from tests.bot.telegram.scripted import Scripted, Transport, calling, serving


@pytest.fixture
async def server() -> AsyncIterator[Scripted]:
    async with serving() as server:
        yield server


@pytest.fixture(params=["aiohttp", "httpx"])
def transport(request: pytest.FixtureRequest) -> Transport:
    kind: Transport = request.param
    return kind


@pytest.fixture
async def bot(transport: Transport, server: Scripted) -> AsyncIterator[Bot]:
    async with calling(transport, server.base_url) as bot:
        yield bot
