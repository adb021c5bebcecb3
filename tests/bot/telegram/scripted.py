"""A small HTTP server that answers what a test tells it to, and remembers what it was asked."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from aiohttp import web
from telegram import Bot

from bot.telegram.requests import make_request

TOKEN = "4711:geheim"
Transport = Literal["aiohttp", "httpx"]
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
MESSAGE = {"message_id": 1, "date": 1_700_000_000, "chat": {"id": 5, "type": "private"}}


@dataclass
class Asked:
    """One request as it came in; `fields` hold text, `files` hold (filename, type, bytes)."""

    method: str
    fields: dict[str, str]
    files: dict[str, tuple[str, str, bytes]]
    headers: dict[str, str]


@dataclass
class Scripted:
    """Answers in order from `script`, then a message for everything."""

    base_url: str = ""
    script: deque[Answer] = field(default_factory=deque)
    asked: list[Asked] = field(default_factory=list)
    came_in: asyncio.Event = field(default_factory=asyncio.Event)
    release: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Remember the request, then play the next part of the script."""
        fields, files = {}, {}
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = (value.filename, value.content_type, value.file.read())
            else:
                fields[name] = str(value)
        method = request.path.rpartition("/")[2]
        self.asked.append(Asked(method, fields, files, dict(request.headers)))
        self.came_in.set()
        return await (self.script.popleft() if self.script else says(MESSAGE))(request)

    async def silence(self, _: web.Request) -> web.StreamResponse:
        """No answer before the test is over."""
        await self.release.wait()
        return web.Response()


def says(result: object) -> Answer:
    return gives(200, {"ok": True, "result": result})


def gives(status: int, body: dict[str, Any] | str) -> Answer:
    """JSON for a dict, a page of HTML for text."""

    async def answer(_: web.Request) -> web.StreamResponse:
        if isinstance(body, str):
            return web.Response(status=status, text=body, content_type="text/html")
        return web.Response(status=status, text=json.dumps(body), content_type="application/json")

    return answer


def fails(status: int, description: str, **parameters: int) -> Answer:
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    return gives(status, body | ({"parameters": parameters} if parameters else {}))


async def drops(request: web.Request) -> web.StreamResponse:
    """The request arrived; then the connection breaks."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def drops_in_the_middle(request: web.Request) -> web.StreamResponse:
    """Half of the answer arrived; then the connection breaks."""
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b'{"ok": true, ')
    if request.transport is not None:
        request.transport.close()
    return response


async def redirects_with_a_cookie(_: web.Request) -> web.StreamResponse:
    """As a captive portal does."""
    response = web.Response(status=302, headers={"Location": "/elsewhere"})
    response.set_cookie("seen", "1")
    return response


@asynccontextmanager
async def serving() -> AsyncIterator[Scripted]:
    """On 127.0.0.1, on a port nobody else has."""
    server, app = Scripted(), web.Application()
    app.router.add_route("*", "/{path:.*}", server.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.base_url = f"http://127.0.0.1:{runner.addresses[0][1]}/bot"
    try:
        yield server
    finally:
        server.release.set()
        await runner.cleanup()


@asynccontextmanager
async def calling(kind: Transport, base_url: str, connections: int = 4) -> AsyncIterator[Bot]:
    """A bot that has not called yet."""
    request, other = make_request(kind, connections), make_request(kind, 1)
    bot = Bot(TOKEN, base_url=base_url, request=request, get_updates_request=other)
    async with request, other:
        yield bot
