"""The local Bot API server with its people, in a process of its own, told over HTTP what to do."""

import asyncio
import signal
from collections.abc import Iterable
from typing import Any

from aiohttp import web

from bot.clock import system_clock
from bot.demo.clock import DemoClock
from bot.demo.http import make_app, serve
from tests.bench.load import Load, WatchedCore


class Orders:
    """What the measuring process asks for, under /bench/."""

    def __init__(self, core: WatchedCore) -> None:
        self._core = core
        self._load: Load | None = None

    def routes(self) -> Iterable[web.AbstractRouteDef]:
        """All of them."""
        return [
            web.post("/bench/forget", self.forget),
            web.post("/bench/asked", self.asked),
            web.post("/bench/people", self.people),
            web.post("/bench/started", self.started),
            web.post("/bench/run", self.run),
        ]

    async def forget(self, _request: web.Request) -> web.Response:
        """Wait for a bot's first question anew."""
        self._core.asked.clear()
        return web.json_response({})

    async def asked(self, _request: web.Request) -> web.Response:
        """When a bot first asked for updates, in monotonic seconds; waits for it."""
        await self._core.asked.wait()
        return web.json_response({"figure": self._core.asked_at})

    async def people(self, request: web.Request) -> web.Response:
        """Let people come."""
        asked: dict[str, Any] = await request.json()
        self._load = Load(self._core, asked["count"])
        if asked["link"]:
            await self._load.enter(asked["link"], booked=asked["booked"])
        return web.json_response({})

    async def started(self, request: web.Request) -> web.Response:
        """People with the numbers from 1 on, to whom a bot may write."""
        asked: dict[str, Any] = await request.json()
        for number in range(1, asked["count"] + 1):
            self._core.people.add(f"P{number}", "nl", number)
            self._core.people.type(number, "/start")
        self._core.world.updates.clear()
        return web.json_response({})

    async def run(self, request: web.Request) -> web.Response:
        """Let them do something for some seconds: how often a second."""
        asked: dict[str, Any] = await request.json()
        if self._load is None:
            raise web.HTTPConflict(text="nobody is there")
        figure = await self._load.run(asked["kind"], asked["seconds"])
        return web.json_response({"figure": figure})


async def main() -> None:
    """Serve until told to stop; the address and the token on the first line."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    core = WatchedCore(DemoClock(system_clock()))
    async with serve(make_app(core, extra_routes=Orders(core).routes())) as address:
        print(address, core.token, flush=True)  # noqa: T201 its way to speak
        await stop.wait()


if __name__ == "__main__":
    import uvloop

    uvloop.run(main())
