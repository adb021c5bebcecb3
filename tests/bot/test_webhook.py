"""The bot behind a webhook: set at Telegram, any number of replicas, nothing lost at the end."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from telegram import WebhookInfo

from bot.app import run
from bot.config import load
from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.faults import Fault
from bot.demo.http import make_app, serve
from bot.telegram.hook import SECRET_HEADER
from bot.webhooks import wrong_with
from tests.bot.config_text import GOOD, write
from tests.bot.processes import comes_true, inloop, settings_for, told
from tests.databases import fresh_postgres, fresh_sqlite
from tests.flows.place import rows
from tests.town import TUESDAY, write_key

READY = "The bot answers now (Ctrl+C ends it)\n"
SECRET = "abcdefghijklmnop"
LINK = "/start s_linde_h4VqT9mZ"


@dataclass
class Proxy:
    """What stands before the replicas: each request goes to the next one that is there."""

    session: aiohttp.ClientSession
    ports: list[int] = field(default_factory=list)
    went: list[int] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._turn = cycle(range(1000))

    async def hand_on(self, request: web.Request) -> web.Response:
        body = await request.read()
        self.bodies.append(body)
        for _ in self.ports:
            port = self.ports[next(self._turn) % len(self.ports)]
            address = f"http://127.0.0.1:{port}{request.path}"
            try:
                async with self.session.post(address, data=body, headers=request.headers) as answer:
                    self.went.append(port)
                    return web.Response(status=answer.status, headers={"Retry-After": "0"})
            except aiohttp.ClientConnectorError:
                continue
        return web.Response(status=502)

    async def again(self, body: bytes, port: int) -> int:
        """Bring a body once more, to one replica."""
        address, shown = f"http://127.0.0.1:{port}/hook", {SECRET_HEADER: SECRET}
        async with self.session.post(address, data=body, headers=shown) as answer:
            return answer.status


@dataclass
class Street:
    """Telegram, a proxy, and what a replica is to be told."""

    core: Core
    proxy: Proxy
    settings: dict[str, str]

    def replica(self, port: int) -> dict[str, str]:
        self.proxy.ports.append(port)
        return {**self.settings, "INLOOP_WEBHOOK__PORT": str(port)}


@asynccontextmanager
async def street(folder: Path, database: str = "") -> AsyncIterator[Street]:
    write(folder, GOOD)
    write_key(folder / "keys" / "inloop.key")
    core = Core(DemoClock(TUESDAY))
    app = web.Application()
    async with AsyncExitStack() as stack:
        address = await stack.enter_async_context(serve(make_app(core, webhook_pause=0.01)))
        session = await stack.enter_async_context(aiohttp.ClientSession())
        proxy = Proxy(session)
        app.router.add_post("/hook", proxy.hand_on)
        outside = await stack.enter_async_context(serve(app))
        settings = {
            **settings_for(core, address),
            "INLOOP_WEBHOOK__URL": f"{outside}/hook",
            "INLOOP_WEBHOOK__SECRET": SECRET,
        }
        if database:
            settings["INLOOP_DATABASE__URL"] = database
        try:
            yield Street(core, proxy, settings)
        finally:
            await core.call(core.token, "deleteWebhook")


def key(core: Core, person: int, words: str) -> tuple[int, str]:
    """The newest button with these words: its message and data."""
    for message in reversed(core.people.sees(person).messages):
        for each in (each for row in message.get("keyboard") or [] for each in row):
            if words in each["text"]:
                return int(message["message_id"]), str(each["data"])
    raise AssertionError(f"no button {words!r}")


async def test_an_update_is_brought_handled_and_answered(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    async with street(tmp_path) as at:
        async with inloop("run", folder=tmp_path, settings=at.replica(unused_tcp_port)) as bot:
            assert await bot.line() == READY
            assert at.core.world.webhook.secret_token == SECRET
            allowed = at.core.world.updates.allowed
            assert sorted(allowed or ()) == ["callback_query", "message", "my_chat_member"]
            noor = at.core.people.add("Noor", "nl")
            at.core.people.type(noor.id, LINK)
            assert await at.core.settle()
            assert at.core.people.sees(noor.id).messages
            ended = await bot.ended(signal.SIGTERM)
        assert (ended.code, ended.err) == (0, "")
        assert at.core.world.webhook.url, "it stays, for the next who listens"


async def test_polling_beside_a_webhook_is_refused_until_it_is_taken_away(tmp_path: Path) -> None:
    async with street(tmp_path) as at:
        await at.core.call(at.core.token, "setWebhook", {"url": "https://elsewhere.example/"})
        polls = {k: v for k, v in at.settings.items() if "WEBHOOK" not in k}
        refused = (await told("run", folder=tmp_path, settings=polls)).sentence
        first = await told("unhook", folder=tmp_path, settings=polls)
        second = await told("unhook", folder=tmp_path, settings=polls)
        async with inloop("run", folder=tmp_path, settings=polls) as bot:
            assert await bot.line() == READY
            await bot.ended(signal.SIGTERM)
    assert "run inloop unhook" in refused
    assert "[webhook]" in refused
    assert (first.out, second.out) == ("The webhook is gone.\n", "There was no webhook.\n")


async def test_a_poller_that_loses_to_a_webhook_says_so(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    async with street(tmp_path) as at:
        polls = {k: v for k, v in at.settings.items() if "WEBHOOK" not in k}
        async with inloop("run", folder=tmp_path, settings=polls) as bot:
            await bot.line()
            await comes_true(lambda: at.core.world.updates.poller > 0)
            url = at.settings["INLOOP_WEBHOOK__URL"]
            await at.core.call(at.core.token, "setWebhook", {"url": url})
            ended = await bot.ended()
    assert ended.sentence.startswith("Telegram sends this bot's updates to a webhook")


@pytest.mark.parametrize("backend", ["sqlite", "postgres"])
async def test_many_people_and_three_replicas_each_in_order_and_nothing_twice(
    tmp_path: Path, unused_tcp_port_factory: Callable[[], int], backend: str
) -> None:
    url = fresh_postgres() if backend == "postgres" else fresh_sqlite(tmp_path)
    async with street(tmp_path, url) as at, AsyncExitStack() as stack:
        stops = [asyncio.Event() for _ in range(3)]
        group = await stack.enter_async_context(asyncio.TaskGroup())
        for stop in stops:
            ready = asyncio.Event()
            config = load(tmp_path / "config.toml", at.replica(unused_tcp_port_factory()))
            group.create_task(run(config, stop, ready=ready.set))
            await ready.wait()
        people = [at.core.people.add(f"P{n}", "nl") for n in range(12)]
        for each in people:
            at.core.people.type(each.id, LINK)
            for command in ("/week", "/help", "/privacy"):
                at.core.people.type(each.id, command)
        assert await at.core.settle(60)
        stops[0].set()
        for each in people:
            at.core.people.press_data(each.id, *key(at.core, each.id, "Hulp"))
            at.core.people.type(each.id, "/language")
        assert await at.core.settle(60)
        chats = [
            [m["text"].partition("\n")[0] for m in at.core.people.sees(each.id).messages]
            for each in people
        ]
        noor = people[0].id
        at.core.people.type(noor, LINK)
        assert await at.core.settle(60)
        for words in ("Leerling", "Eerste vrije tijd", ":", "Nee"):
            at.core.people.press_data(noor, *key(at.core, noor, words))
            assert await at.core.settle(60)
        booked = await rows(url, "appointment")
        there = at.proxy.ports[1:]
        again = [at.proxy.again(body, port) for body in at.proxy.bodies[-4:] for port in there]
        assert set(await asyncio.gather(*again)) == {200}
        assert await rows(url, "appointment") == booked
        for stop in stops:
            stop.set()
    assert len(booked) == 1
    assert len(set(at.proxy.went)) == 3
    assert len(await rows(url, "person")) == 12
    for chat in chats:
        commands = [said for said in chat if said.startswith("/")]
        assert len(chat) == 2 * len(commands), "one answer each"
        assert chat[:8] == chats[0][:8], "in order, the same for everybody"


async def test_a_cry_for_help_comes_through_while_the_database_is_away(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    database, stop = tmp_path / "inloop.db", asyncio.Event()
    async with street(tmp_path) as at, asyncio.TaskGroup() as group:
        ready = asyncio.Event()
        config = load(tmp_path / "config.toml", at.replica(unused_tcp_port))
        group.create_task(run(config, stop, ready=ready.set))
        await ready.wait()
        noor = at.core.people.add("Noor", "nl")
        at.core.people.type(noor.id, LINK)
        assert await at.core.settle(60)
        help_key, enters = key(at.core, noor.id, "Hulp"), key(at.core, noor.id, "Leerling")
        database.rename(tmp_path / "elsewhere.db")

        def cards() -> int:
            said = [m["text"] for m in at.core.people.sees(noor.id).messages if m["from"] == "bot"]
            return sum("112" in each for each in said)

        at.core.people.type(noor.id, "is Fatima er vandaag?")
        at.core.people.type(noor.id, "help me")
        await comes_true(lambda: cards() == 1)
        at.core.people.press_data(noor.id, *enters)
        at.core.people.press_data(noor.id, *help_key)
        await comes_true(lambda: cards() == 2)

        (tmp_path / "elsewhere.db").rename(database)
        at.core.people.press_data(noor.id, *enters)
        assert await at.core.settle(60)
        assert key(at.core, noor.id, "Eerste vrije tijd")
        stop.set()


async def test_what_is_in_hand_is_answered_before_the_end_and_what_waits_goes_to_others(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    async with street(tmp_path) as at:
        async with inloop("run", folder=tmp_path, settings=at.replica(unused_tcp_port)) as bot:
            await bot.line()
            noor = at.core.people.add("Noor", "nl")
            at.core.faults.add("sendMessage", Fault("slow", seconds=3))
            at.core.people.type(noor.id, LINK)
            at.core.people.type(noor.id, "/week")
            await comes_true(lambda: len(at.core.people.sees(noor.id).messages) > 2)
            began = asyncio.get_running_loop().time()
            ended = await bot.ended(signal.SIGTERM)
            took = asyncio.get_running_loop().time() - began
        assert (ended.code, ended.err) == (0, "")
        assert took < 10
        assert len(at.core.world.updates) == 1, "the second is still Telegram's"
        async with inloop(
            "run",
            folder=tmp_path,
            settings=at.settings | {"INLOOP_WEBHOOK__PORT": str(unused_tcp_port)},
        ) as bot:
            await bot.line()
            assert await at.core.settle(60)
            await bot.ended(signal.SIGTERM)
        said = [m for m in at.core.people.sees(noor.id).messages if m["from"] == "bot"]
        assert len(said) == 2


NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
URL = "https://inloop.example/t"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("SSL error {error:0A000086:SSL routines::certificate verify failed}", "renew it"),
        ("Wrong response from the webhook: 403 Forbidden", "webhook.secret"),
        ("Connection timed out", "the proxy runs"),
        (None, "the proxy runs"),
    ],
)
def test_what_telegram_meets_at_the_webhook_is_a_sentence(said: str | None, words: str) -> None:
    info = WebhookInfo(URL, False, 3, last_error_date=NOW, last_error_message=said)
    sentence = wrong_with(info, URL, NOW.timestamp() + 10)
    assert sentence is not None
    assert words in sentence
    assert wrong_with(info, URL, NOW.timestamp() + 3600) is None, "long ago"


def test_a_webhook_that_is_well_needs_no_word_and_one_that_was_taken_does() -> None:
    assert wrong_with(WebhookInfo(URL, False, 0), URL, 0) is None
    taken = wrong_with(WebhookInfo("https://other.example", False, 0), URL, 0)
    assert taken is not None
    assert "another program" in taken
