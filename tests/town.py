"""A town for tests: the local Bot API server, the real bot over HTTP, and people with phones."""

import asyncio
from base64 import b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp

from bot.app import run
from bot.config import Config
from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.http import make_app, serve
from bot.demo.run import Shown, demo_config
from tests.databases import RING, fresh_sqlite

ZONE = ZoneInfo("Europe/Amsterdam")
TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=ZONE)
"""A school morning: Fatima is at De Linde from 9 to 12, Jeroen from 12:30 to 15:30."""
PATIENCE = 120.0


@dataclass
class Chat:
    """One person's phone.

    Asked whether others look at it, it says `shares` at once; None leaves it open.
    """

    town: "Town"
    id: int
    seen: int = 0
    toasts: list[str] = field(default_factory=list)
    shares: bool | None = False

    async def sends(self, text: str) -> None:
        """Type a message and wait until the bot is idle."""
        await self._does("text", {"text": text})

    async def scans(self, school: str = "linde") -> None:
        """Open the bot by the QR code of a school's poster."""
        known = next(each for each in self.town.config.programme.schools if each.id == school)
        await self.sends(f"/start {known.link}")

    async def joins(self, kind: str, subject: str) -> None:
        """Open the bot by a fresh invitation; `kind` is workers or coordinators."""
        listed = (await self.town.get("/sim/programme"))[kind]
        await self.sends(
            f"/start {next(each['payload'] for each in listed if each['id'] == subject)}"
        )

    async def shows(self, what: str) -> None:
        """Send a voice message, a photo or a sticker."""
        await self._does(what, {})

    async def taps(self, words: str) -> None:
        """Press the newest button whose label holds these words."""
        for message in reversed(await self.messages()):
            for key in (key for row in message.get("keyboard") or [] for key in row):
                if words in key["text"]:
                    await self._press(message["message_id"], key["data"])
                    return
        raise AssertionError(f"no button {words!r}: {await self.keys()}")

    async def forges(self, data: str) -> None:
        """Press a button that the bot never showed on its newest message."""
        await self._press((await self._newest())["message_id"], data)

    async def _press(self, message: int, data: str) -> None:
        await self._does("press", {"message_id": message, "data": data})
        newest, answer = await self._newest(), "SP.1" if self.shares else "SP.0"
        keys = [key["data"] for row in newest.get("keyboard") or [] for key in row]
        found = [each for each in keys if each.startswith(answer)]
        if found and self.shares is not None and not data.startswith("SP."):
            await self._does("press", {"message_id": newest["message_id"], "data": found[0]})

    async def _does(self, what: str, body: dict[str, Any]) -> None:
        answer = await self.town.post(f"/sim/users/{self.id}/{what}", body)
        assert answer.get("idle", True), f"the bot was not idle after {what} {body}"
        self.toasts += [each["text"] for each in answer.get("toasts", ()) if each["text"]]

    async def messages(self) -> list[dict[str, Any]]:
        """The chat as it stands."""
        found: list[dict[str, Any]] = (await self.town.get(f"/sim/users/{self.id}/messages"))[
            "messages"
        ]
        return found

    async def _newest(self) -> dict[str, Any]:
        return [each for each in await self.messages() if each["from"] == "bot"][-1]

    async def sees(self) -> str:
        """The newest message of the bot."""
        return str((await self._newest())["text"])

    async def keys(self) -> list[str]:
        """The buttons below the newest message of the bot, without the footer."""
        rows = (await self._newest()).get("keyboard") or []
        return [key["text"] for row in rows[:-1] for key in row]

    async def texts(self) -> list[str]:
        """Everything the bot said that is still there, oldest first."""
        return [each["text"] for each in await self.messages() if each["from"] == "bot"]


class Town:
    """The server, the bot, and everybody in it."""

    def __init__(self, address: str, core: Core, config: Config) -> None:
        self.address = address
        self.core = core
        self.config = config
        self._session = aiohttp.ClientSession()
        self._people = 1000

    def people_from(self, first: int) -> None:
        """Let the ids of whoever comes from now on begin here."""
        self._people = first - 1

    async def person(self, name: str, language: str = "nl") -> Chat:
        """Somebody new with the app in a language."""
        self._people += 1
        body = {"id": self._people, "first_name": name, "language_code": language}
        await self.post("/sim/users", body)
        return Chat(self, self._people)

    async def pupil(self, name: str, school: str = "linde") -> Chat:
        """A pupil who came by a school's poster."""
        chat = await self.person(name)
        await chat.scans(school)
        await chat.taps("Leerling")
        return chat

    async def worker(self, name: str, subject: str) -> Chat:
        """A worker at the own desk."""
        chat = await self.person(name)
        await chat.joins("workers", subject)
        return chat

    async def clock(self, moment: str) -> None:
        """Walk to a local moment such as 2026-11-25T08:00."""
        at = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
        answer = await self.post("/sim/clock", {"now": at.isoformat()})
        assert answer["idle"]

    async def get(self, path: str) -> dict[str, Any]:
        """A GET of the people's side."""
        async with self._session.get(self.address + path) as answer:
            assert answer.status == 200, await answer.text()
            found: dict[str, Any] = await answer.json()
            return found

    async def content(self, url: str) -> bytes:
        """A file that the bot sent."""
        async with self._session.get(self.address + url) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.read()

    async def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """A POST of the people's side."""
        async with self._session.post(self.address + path, json=body) as answer:
            assert answer.status == 200, await answer.text()
            found: dict[str, Any] = await answer.json()
            return found

    async def close(self) -> None:
        """Hang up."""
        await self._session.close()


@asynccontextmanager
async def town(folder: Path, start: datetime = TUESDAY) -> AsyncIterator[Town]:
    """Build a town around a fresh database in a folder."""
    fresh_sqlite(folder).removeprefix("sqlite+aiosqlite:///")
    (folder / "inloop.db").rename(folder / "demo.db")
    write_key(folder / "keys" / "demo.key")
    core, shown = Core(DemoClock(start)), Shown()
    async with serve(make_app(core, programme=shown.programme)) as address:
        config = demo_config(folder, address, core.token)
        shown.config, shown.clock = config, core.clock.now
        async with running(config, address):
            built = Town(address, core, config)
            try:
                yield built
            finally:
                await built.close()


@asynccontextmanager
async def running(config: Config, clock_url: str) -> AsyncIterator[None]:
    """Run the bot beside the block, and stop it as an operator would."""
    stop, ready = asyncio.Event(), asyncio.Event()
    async with asyncio.TaskGroup() as group:
        bot = group.create_task(run(config, stop, clock_url=clock_url, ready=ready.set))
        async with asyncio.timeout(PATIENCE):
            await ready.wait()
        try:
            yield
        finally:
            stop.set()
            async with asyncio.timeout(PATIENCE):
                await bot


def write_key(path: Path) -> None:
    """The key that only tests use, as a key file."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"1 {b64encode(RING.keys[1]).decode()}\n")
    path.chmod(0o600)
