"""Delivery to a real webhook on this machine."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
from aiohttp import web

from bot.demo.chats import User
from bot.demo.core import Core
from bot.demo.http import serve
from bot.demo.replies import Json
from bot.demo.webhook import SECRET_HEADER


class Hook:
    """Notes what comes and answers what it is told to."""

    def __init__(self) -> None:
        self.came: list[Json] = []
        self.secrets: list[str | None] = []
        self.answers: list[web.Response] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def take(self, request: web.Request) -> web.Response:
        self.came.append(await request.json())
        self.secrets.append(request.headers.get(SECRET_HEADER))
        await self.gate.wait()
        return self.answers.pop(0) if self.answers else web.Response()

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.came]


@pytest.fixture
async def hook(core: Core, base: str) -> AsyncIterator[Hook]:
    """A webhook that is set; the server is the one at `base`."""
    hook = Hook()
    app = web.Application()
    app.add_routes([web.post("/hook", hook.take)])
    async with serve(app) as address:
        params = {"url": f"{address}/hook", "secret_token": "geheim"}
        assert (await core.call(core.token, "setWebhook", params)).status == 200
        yield hook
        hook.gate.set()
        await core.call(core.token, "deleteWebhook")


async def soon(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.005)


async def test_an_update_comes_with_the_secret_and_is_finished(
    core: Core, noor: User, hook: Hook
) -> None:
    core.people.type(noor.id, "Hoi")

    assert await core.settle()

    assert (hook.texts(), hook.secrets) == (["Hoi"], ["geheim"])


async def test_the_next_of_one_person_waits_for_the_answer(
    core: Core, noor: User, hook: Hook
) -> None:
    sam = core.people.add("Sam")
    hook.gate.clear()
    for user, text in ((noor, "een"), (noor, "twee"), (sam, "drie")):
        core.people.type(user.id, text)

    await soon(lambda: len(hook.came) == 2)
    assert sorted(hook.texts()) == ["drie", "een"]

    hook.gate.set()
    assert await core.settle()
    assert hook.texts()[-1] == "twee"


async def test_what_was_refused_comes_again(core: Core, noor: User, hook: Hook) -> None:
    hook.answers = [web.Response(status=status) for status in (500, 503, 404)]

    core.people.type(noor.id, "Hoi")

    assert await core.settle()
    assert hook.texts() == ["Hoi"] * 4
    assert core.world.webhook_error is not None
    assert core.world.webhook_error[1] == "Wrong response from the webhook: 404 Not Found"


async def test_the_bot_may_ask_for_a_pause(core: Core, noor: User, hook: Hook) -> None:
    hook.answers = [web.Response(status=503, headers={"Retry-After": "3600"})]

    core.people.type(noor.id, "Hoi")

    await soon(lambda: core.world.webhook_error is not None)
    assert not await core.settle(0.05)
    assert hook.texts() == ["Hoi"]


async def test_nobody_listening_is_told_by_the_info(core: Core, noor: User, base: str) -> None:
    await core.call(core.token, "setWebhook", {"url": "http://127.0.0.1:9/hook"})

    core.people.type(noor.id, "Hoi")

    await soon(lambda: core.world.webhook_error is not None)
    info = await core.call(core.token, "getWebhookInfo")
    assert isinstance(info.body, dict)
    assert info.body["result"]["last_error_message"].startswith("Connection failed")
    assert info.body["result"]["pending_update_count"] == 1
    await core.call(core.token, "deleteWebhook")


async def test_without_a_webhook_nothing_is_sent(core: Core, noor: User, hook: Hook) -> None:
    reply = await core.call(core.token, "deleteWebhook")

    core.people.type(noor.id, "Hoi")

    assert isinstance(reply.body, dict)
    assert reply.body["description"] == "Webhook was deleted"
    assert not await core.settle(0.05)
    assert hook.came == []
