"""The webhook by itself: who may bring what, and what is answered."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO

import aiohttp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telegram import Update

from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.http import serve
from bot.demo.wire import wire_bot
from bot.telegram.hook import LARGEST_BODY, SECRET_HEADER, Hook
from tests.town import TUESDAY

SECRET = "abcdefghijklmnop"


class Brought:
    """Notes what is brought, and says what a test wants."""

    def __init__(self) -> None:
        self.updates: list[Update] = []
        self.pause: float | None = None

    async def take(self, update: Update) -> float | None:
        self.updates.append(update)
        return self.pause


@asynccontextmanager
async def hooked() -> AsyncIterator[tuple[Brought, aiohttp.ClientSession]]:
    brought = Brought()
    async with wire_bot(Core(DemoClock(TUESDAY))) as bot:
        app = Hook(bot, SECRET, brought.take).application("/hook")
        async with serve(app) as address, aiohttp.ClientSession(address) as session:
            yield brought, session


@pytest.fixture
async def hook() -> AsyncIterator[tuple[Brought, aiohttp.ClientSession]]:
    async with hooked() as both:
        yield both


async def posted(session: aiohttp.ClientSession, body: bytes, secret: str | None = SECRET) -> int:
    headers = {} if secret is None else {SECRET_HEADER: secret}
    async with session.post("/hook", data=BytesIO(body), headers=headers) as answer:
        return answer.status


async def test_what_telegram_brings_is_handled_before_the_answer(
    hook: tuple[Brought, aiohttp.ClientSession],
) -> None:
    brought, session = hook
    assert await posted(session, b'{"update_id": 7}') == 200
    assert [each.update_id for each in brought.updates] == [7]


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "q", SECRET.upper(), "gehéim"])
async def test_without_the_secret_nothing_is_read(
    hook: tuple[Brought, aiohttp.ClientSession], secret: str | None
) -> None:
    brought, session = hook
    assert await posted(session, b'{"update_id": 7}', secret) == 403
    assert await posted(session, b"no JSON", secret) == 403
    assert brought.updates == []


async def test_a_trouble_is_503_and_says_when_to_come_again(
    hook: tuple[Brought, aiohttp.ClientSession],
) -> None:
    brought, session = hook
    brought.pause = 1.5
    headers = {SECRET_HEADER: SECRET}
    async with session.post("/hook", data=b'{"update_id": 7}', headers=headers) as answer:
        assert answer.status == 503
        assert answer.headers["Retry-After"] == "2"


async def test_more_than_a_megabyte_is_refused(
    hook: tuple[Brought, aiohttp.ClientSession],
) -> None:
    brought, session = hook
    big = json.dumps({"update_id": 7, "x": "y" * LARGEST_BODY}).encode()
    assert await posted(session, big) == 413
    assert brought.updates == []


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff\xfe", b"[]", b"7", b"null", b'"x"', b"[" * 100_000, b"NaN"]
)
async def test_what_is_no_json_object_is_no_request_of_telegram(
    hook: tuple[Brought, aiohttp.ClientSession], body: bytes
) -> None:
    brought, session = hook
    assert await posted(session, body) == 400
    assert brought.updates == []


async def test_other_methods_and_paths_are_not_there(
    hook: tuple[Brought, aiohttp.ClientSession],
) -> None:
    _, session = hook
    async with session.get("/hook") as answer:
        assert answer.status == 405
    async with session.post("/other") as answer:
        assert answer.status == 404


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    ["update_id", "message", "callback_query", "my_chat_member", "edited_message"]
)
INNER = st.dictionaries(
    st.sampled_from(["id", "from", "chat", "message", "message_id", "date", "text", "data"]),
    ANYTHING,
    max_size=6,
)


@given(st.lists(st.dictionaries(KEYS, INNER | ANYTHING, max_size=4), max_size=8))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_object_of_any_shape_is_answered_and_never_comes_again(
    bodies: list[dict[str, object]],
) -> None:
    async def whole() -> None:
        async with hooked() as (_, session):
            for each in bodies:
                assert await posted(session, json.dumps(each).encode()) == 200

    asyncio.run(whole())
