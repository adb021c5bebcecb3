"""The server over HTTP: the Bot API, its files, and the people's side."""

import asyncio
import errno
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager

from aiohttp import web

from bot.demo.bodies import read_call
from bot.demo.core import Core
from bot.demo.replies import ApiError, Reply, bad_request
from bot.demo.sim import Programme, Sim
from bot.demo.sim_guard import guard
from bot.demo.webhook import WebhookSender

LARGEST_BODY = 60 * 1024 * 1024
LOOPBACK = "127.0.0.1"


class PortInUseError(OSError):
    """Another program listens on this port."""

    def __init__(self, port: int) -> None:
        super().__init__(errno.EADDRINUSE, f"port {port} is in use by another program")
        self.port = port


def make_app(
    core: Core,
    *,
    programme: Programme | None = None,
    extra_routes: Iterable[web.AbstractRouteDef] = (),
    any_host: bool = False,
    webhook_pause: float = 2.0,
) -> web.Application:
    """The application around a core.

    Args:
        core: The server; it may be used without HTTP at the same time.
        programme: Answers what `GET /sim/programme` shows, without the clock.
        extra_routes: Further pages on the same port, the chat page for one.
        any_host: Take requests under any host name; otherwise names of this machine only, so
            that no web page elsewhere can reach in.
        webhook_pause: The first pause of a failing webhook, in real seconds.
    """
    app = web.Application(client_max_size=LARGEST_BODY, middlewares=[guard(any_host=any_host)])
    api, sim = _Api(core), Sim(core, programme)
    app.add_routes(
        [
            web.get("/bot{token:[^/]+}/{method:[^/]+}", api.call),
            web.post("/bot{token:[^/]+}/{method:[^/]+}", api.call),
            web.get("/file/bot{token:[^/]+}/{path:.+}", api.download),
            web.route("*", "/bot{rest:.*}", api.not_found),
            *sim.routes(),
            *extra_routes,
        ]
    )
    app.on_shutdown.append(api.close)
    app.cleanup_ctx.append(_delivery(core, webhook_pause))
    return app


@asynccontextmanager
async def serve(app: web.Application, port: int = 0, host: str = LOOPBACK) -> AsyncIterator[str]:
    """Serve an application; gives its address without a slash at the end.

    Args:
        app: From `make_app`.
        port: 0 for any free one.
        host: The address to bind to; this machine only, unless said otherwise.

    Raises:
        PortInUseError: Somebody else listens there.
    """
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1.0)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        try:
            await site.start()
        except OSError as refused:
            if refused.errno == errno.EADDRINUSE:
                raise PortInUseError(port) from refused
            raise
        bound = runner.addresses[0][1]
        yield f"http://{host}:{bound}"
    finally:
        await runner.cleanup()


class _Api:
    """The bot's side."""

    def __init__(self, core: Core) -> None:
        self._core = core

    async def call(self, request: web.Request) -> web.StreamResponse:
        token, method = request.match_info["token"], request.match_info["method"]
        try:
            params, files = await read_call(request)
        except ValueError:
            return _response(bad_request("can't parse JSON object").reply())
        reply = await self._core.call(token, method, params, files)
        if reply.dropped:
            return _drop(request)
        return _response(reply)

    async def download(self, request: web.Request) -> web.StreamResponse:
        stored = self._core.download(request.match_info["token"], request.match_info["path"])
        if stored is None:
            return _response(ApiError(404).reply())
        return web.Response(body=stored.content, content_type="application/octet-stream")

    async def not_found(self, _request: web.Request) -> web.StreamResponse:
        return _response(ApiError(404).reply())

    async def close(self, _app: web.Application) -> None:
        """Let everybody go who waits: pollers, followers, pages."""
        self._core.world.signal.close()


def _response(reply: Reply) -> web.Response:
    headers = {"Content-Type": "application/json", **reply.headers}
    return web.Response(status=reply.status, body=reply.payload(), headers=headers)


def _drop(request: web.Request) -> web.StreamResponse:
    """Close the connection as it is; the response is written to nobody."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _delivery(core: Core, pause: float) -> Callable[[web.Application], AsyncIterator[None]]:
    """Runs the webhook's sender beside the application."""

    async def beside(_app: web.Application) -> AsyncIterator[None]:
        async with asyncio.TaskGroup() as group:
            sender = group.create_task(WebhookSender(core.world, pause).run())
            yield
            core.world.signal.close()
            sender.cancel()
        core.world.signal.open()

    return beside
