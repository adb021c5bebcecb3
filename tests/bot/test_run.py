"""`inloop run` as a process: how it starts, what it refuses, how it ends."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.app import run
from bot.config import load
from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.http import make_app, serve
from bot.demo.world import Settings
from bot.errors import OperatorError
from tests.bot.config_text import GOOD, write
from tests.bot.processes import comes_true, inloop, settings_for, told
from tests.databases import fresh_sqlite
from tests.town import TUESDAY, write_key

MONDAY = TUESDAY - timedelta(days=1)
READY = "The bot answers now (Ctrl+C ends it)\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a sound config, and nothing made yet."""
    write(tmp_path, GOOD)
    return tmp_path


@asynccontextmanager
async def server(name: str = "Inloop") -> AsyncIterator[tuple[Core, str]]:
    core = Core(DemoClock(MONDAY), Settings(first_name=name))
    async with serve(make_app(core)) as address:
        yield core, address


def made(folder: Path) -> list[str]:
    """What stands in a folder besides the config."""
    return sorted(each.name for each in folder.iterdir() if each.name != "config.toml")


async def free_port() -> int:
    async with serve(web.Application()) as address:
        return int(address.rpartition(":")[2])


async def refused_with(address: str, core: Core, folder: Path, **more: str) -> str:
    settings = settings_for(core, address) | more
    return (await told("run", folder=folder, settings=settings)).sentence


async def test_it_makes_database_and_key_answers_and_ends_when_told(folder: Path) -> None:
    async with (
        server() as (core, address),
        inloop("run", folder=folder, settings=settings_for(core, address)) as bot,
    ):
        assert await bot.line() == READY
        assert made(folder)[0] == "inloop.db"
        assert made(folder / "keys") == ["inloop.key", "keys.db"]
        assert (folder / "keys").stat().st_mode & 0o777 == 0o700
        assert (folder / "keys" / "keys.db").stat().st_mode & 0o777 == 0o600
        assert (folder / "keys" / "inloop.key").stat().st_mode & 0o777 == 0o600
        noor = core.people.add("Noor", "nl")
        core.people.type(noor.id, "/start s_linde_h4VqT9mZ")
        assert await core.settle()
        assert core.people.sees(noor.id).messages

        ended = await bot.ended(signal.SIGTERM)

    assert (ended.code, ended.err) == (0, "")
    assert made(folder) == ["inloop.db", "keys"]


async def test_a_name_that_tells_on_a_lock_screen_is_said_to(folder: Path) -> None:
    async with (
        server("Jeugdhulp Linde") as (core, address),
        inloop("run", folder=folder, settings=settings_for(core, address)) as bot,
    ):
        assert await bot.line() == READY
        ended = await bot.ended(signal.SIGTERM)

    assert ended.code == 0
    assert "the bot's name shows on lock screens" in ended.err


async def test_a_token_that_telegram_refuses_is_one_sentence_and_nothing_is_made(
    folder: Path,
) -> None:
    async with server() as (core, address):
        said = await refused_with(address, core, folder, INLOOP_TELEGRAM__TOKEN="700000001:another")
    assert said.startswith("Telegram refuses the token: take the one that BotFather shows")
    assert made(folder) == []


async def refused_here(folder: Path, core: Core, address: str, clock_url: str | None) -> str:
    """What `run` raises in this process, which `main` makes a sentence of."""
    config = load(folder / "config.toml", settings_for(core, address))
    with pytest.raises(OperatorError) as refused:
        await run(config, asyncio.Event(), clock_url=clock_url)
    return str(refused.value)


async def test_a_webhook_is_one_sentence_and_nothing_is_made(folder: Path) -> None:
    async with server() as (core, address):
        await core.call(core.token, "setWebhook", {"url": "https://elsewhere.example/"})
        said = await refused_here(folder, core, address, None)
    assert said.startswith("Telegram sends this bot's updates to a webhook")
    assert made(folder) == []


async def test_a_second_program_with_the_same_token_ends_it(folder: Path) -> None:
    async with (
        server() as (core, address),
        inloop("run", folder=folder, settings=settings_for(core, address)) as bot,
    ):
        await bot.line()
        await comes_true(lambda: core.world.updates.poller > 0)
        await core.call(core.token, "getUpdates", {"timeout": "0"})
        ended = await bot.ended()
    assert ended.sentence.startswith("Another program asks Telegram for this bot's updates")


async def test_a_clock_that_nobody_tells_is_one_sentence(folder: Path) -> None:
    nobody = f"http://127.0.0.1:{await free_port()}"
    async with server() as (core, address):
        said = await refused_here(folder, core, address, nobody)
    assert said == (
        f"Nobody tells the time at {nobody}: start the demo first, or leave --clock out."
    )
    assert made(folder) == []


async def test_it_keeps_trying_until_telegram_is_there(folder: Path) -> None:
    port = await free_port()
    core = Core(DemoClock(MONDAY))
    settings = settings_for(core, f"http://127.0.0.1:{port}")
    async with inloop("run", folder=folder, settings=settings) as bot:
        assert bot.process.stderr is not None
        first = (await bot.process.stderr.readline()).decode()
        assert "Telegram cannot be reached (no-connection), again soon" in first
        assert core.token not in first
        assert "127.0.0.1" not in first
        assert made(folder) == []
        async with serve(make_app(core), port):
            assert await bot.line() == READY
            assert (await bot.ended(signal.SIGTERM)).code == 0


async def test_it_ends_at_once_while_telegram_cannot_be_reached(folder: Path) -> None:
    core = Core(DemoClock(MONDAY))
    settings = settings_for(core, f"http://127.0.0.1:{await free_port()}")
    async with inloop("run", folder=folder, settings=settings) as bot:
        assert bot.process.stderr is not None
        await bot.process.stderr.readline()
        ended = await bot.ended(signal.SIGTERM)
    assert (ended.code, ended.out) == (0, "")
    assert made(folder) == []


@asynccontextmanager
async def silent() -> AsyncIterator[tuple[asyncio.Event, dict[str, str]]]:
    """A Telegram that takes a call and never answers; the event says that it was called."""
    asked = asyncio.Event()

    async def wait(_request: web.Request) -> web.Response:
        asked.set()
        await asyncio.sleep(3600)
        return web.Response()

    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", wait)
    async with serve(app) as address:
        yield asked, settings_for(Core(DemoClock(MONDAY)), address)


async def test_it_ends_at_once_while_telegram_does_not_answer(folder: Path) -> None:
    async with (
        silent() as (asked, settings),
        inloop("run", folder=folder, settings=settings) as bot,
    ):
        await asked.wait()
        began = asyncio.get_running_loop().time()
        ended = await bot.ended(signal.SIGTERM)
        took = asyncio.get_running_loop().time() - began
    assert (ended.code, ended.err) == (0, "")
    assert took < 20, "an answer of Telegram is waited for 30 seconds"


async def test_ctrl_c_in_any_command_is_no_traceback(folder: Path) -> None:
    words = ("invite", "worker", "fatima")
    async with (
        silent() as (asked, settings),
        inloop(*words, folder=folder, settings=settings) as it,
    ):
        await asked.wait()
        ended = await it.ended(signal.SIGINT)
    assert ended.code != 0
    assert "Traceback" not in ended.err
    assert len(ended.err.splitlines()) <= 1
    assert made(folder) == []


@asynccontextmanager
async def held(database: Path) -> AsyncIterator[None]:
    """Another process that has begun to write."""
    code = (
        "import sqlite3, sys; held = sqlite3.connect(sys.argv[1], isolation_level=None);"
        " held.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read()"
    )
    other = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, str(database), stdin=PIPE, stdout=PIPE
    )
    assert other.stdout is not None
    await other.stdout.readline()
    try:
        yield
    finally:
        await other.communicate(b"")


async def test_a_database_held_by_another_process_is_one_sentence_to_all_who_write(
    folder: Path,
) -> None:
    fresh_sqlite(folder)
    write_key(folder / "keys" / "inloop.key")
    async with server() as (core, address), held(folder / "inloop.db"):
        settings = settings_for(core, address)
        ended = await asyncio.gather(
            told("run", folder=folder, settings=settings),
            told("invite", "worker", "fatima", folder=folder, settings=settings),
        )
    for each in ended:
        assert each.sentence == (
            f"The database {folder}/inloop.db is held by another program: stop that one, or try"
            " again in a moment."
        )


async def test_a_follower_of_the_clock_is_a_process_like_any_other(folder: Path) -> None:
    async with server() as (core, address):
        words = ("run", "--clock", address)
        async with inloop(*words, folder=folder, settings=settings_for(core, address)) as bot:
            assert await bot.line() == READY
            async with aiohttp.ClientSession(address) as people:
                noor = Noor(people)
                await noor.does("text", text="/start s_linde_h4VqT9mZ")
                await noor.taps("Leerling")
                await noor.taps("Eerste vrije tijd")
                await noor.taps("di 24 nov")
                await noor.taps("Nee")
                assert "Je afspraak" in await noor.reads()
                before = await noor.count()
                async with people.post("/sim/clock", json={"advance": "P1D"}) as moved:
                    assert (await moved.json())["idle"]
                assert await noor.count() > before, "the reminder"
            ended = await bot.ended(signal.SIGTERM)
    assert (ended.code, ended.err) == (0, "")


class Noor:
    """A pupil at the local server."""

    def __init__(self, people: aiohttp.ClientSession) -> None:
        self.people = people
        self.made = False

    async def does(self, what: str, **body: object) -> None:
        if not self.made:
            self.made = True
            user = {"id": 7, "first_name": "Noor", "language_code": "nl"}
            async with self.people.post("/sim/users", json=user) as answer:
                assert answer.status == 200
        async with self.people.post(f"/sim/users/7/{what}", json=body) as answer:
            assert answer.status == 200, await answer.text()

    async def taps(self, words: str) -> None:
        newest = (await self._messages())[-1]
        keys = [key for row in newest["keyboard"] for key in row]
        key = next((key for key in keys if words in key["text"]), None)
        assert key is not None, (newest["text"], keys)
        await self.does("press", message_id=newest["message_id"], data=key["data"])

    async def reads(self) -> str:
        return str((await self._messages())[-1]["text"])

    async def count(self) -> int:
        return len(await self._messages())

    async def _messages(self) -> list[dict[str, Any]]:
        async with self.people.get("/sim/users/7/messages") as answer:
            found: list[dict[str, Any]] = (await answer.json())["messages"]
            return found
