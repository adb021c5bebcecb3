"""The demo: made-up programme, local Bot API server, chat page, and the real bot on top."""

import asyncio
import os
import secrets
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from aiohttp import web

from bot.app import run as run_bot
from bot.config import Config, ConfigError, load
from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.http import PortInUseError, make_app, serve
from bot.demo.page import page_routes
from bot.demo.world import Settings
from bot.errors import OperatorError
from bot.invitations import invite_all
from bot.store import opened
from flows.model import Role
from storage.unit import Store

PROGRAMME = Path(__file__).parent / "programme.toml"
DATABASE, KEY, KEYS = "demo.db", "keys/demo.key", "keys/keys.db"
_OWN = ("INLOOP_TELEGRAM__", "INLOOP_DATABASE__", "INLOOP_KEYS__")
"""Tables that the demo fills in itself: no real token or database gets into it."""


async def demo(
    port: int,
    start: datetime,
    data: Path | None,
    stop: asyncio.Event,
    ready: Callable[[str], None],
) -> None:
    """Run everything until `stop`.

    Args:
        port: Of the page; 0 for any free one.
        start: Where the demo's clock stands at first, aware.
        data: Where database and key are kept, and what is there goes on; None for nowhere.
        stop: Set it to end.
        ready: Called once with the page's address.

    Raises:
        OperatorError: It cannot start.
    """
    with _folder(data) as folder:
        core, shown = Core(DemoClock(start), _settings(folder)), Shown()
        app = make_app(core, programme=shown.programme, extra_routes=page_routes())
        async with _served(app, port) as address:
            config = demo_config(folder, address, core.token, os.environ)
            async with opened(config) as database:
                shown.config, shown.clock, shown.store = config, core.clock.now, database.store
                await run_bot(config, stop, clock_url=address, ready=lambda: ready(address))


@contextmanager
def _folder(data: Path | None) -> Iterator[Path]:
    """Where the data lies; a folder of its own goes with all that is in it."""
    if data is None:
        with TemporaryDirectory(prefix="inloop-demo-") as folder:
            yield Path(folder)
        return
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        raise OperatorError(
            f"{data} cannot be made a folder ({refused.strerror}): name another with --data."
        ) from None
    yield data


@asynccontextmanager
async def _served(app: web.Application, port: int) -> AsyncIterator[str]:
    """The server's address, or a sentence on why it cannot have this port."""
    async with AsyncExitStack() as stack:
        try:
            address = await stack.enter_async_context(serve(app, port))
        except PortInUseError:
            why = "is in use by another program: stop it, or choose another with --port"
        except OSError as refused:
            why = f"cannot be had ({refused.strerror}): choose another with --port"
        else:
            yield address
            return
    raise OperatorError(f"Port {port} {why}.")


def _settings(folder: Path) -> Settings:
    """Message numbers of an earlier demo in this folder are never given again."""
    used = (folder / DATABASE).exists()
    return Settings(first_message=secrets.randbelow(1 << 28) + (1 << 20) if used else 1)


def demo_config(
    folder: Path, address: str, token: str, environ: Mapping[str, str] | None = None
) -> Config:
    """The made-up programme, at home in a folder, on a local server.

    Raises:
        OperatorError: A variable of the environment does not fit.
    """
    fill: Mapping[str, Any] = {
        "telegram": {"token": token, "base_url": f"{address}/bot"},
        "database": {"url": f"sqlite+aiosqlite:///{(folder / DATABASE).absolute()}"},
        "keys": {
            "file": str((folder / KEY).absolute()),
            "url": f"sqlite+aiosqlite:///{(folder / KEYS).absolute()}",
        },
    }
    given = {name: value for name, value in (environ or {}).items() if not name.startswith(_OWN)}
    try:
        return load(PROGRAMME, given, fill)
    except ConfigError as refused:
        raise OperatorError(str(refused)) from None


class Shown:
    """What GET /sim/programme tells: deep links, and invitations fresh for every question.

    `store` is the database when it is open already, beside the bot's own.
    """

    def __init__(self) -> None:
        self.config: Config | None = None
        self.clock: Callable[[], datetime] | None = None
        self.store: Store | None = None

    async def programme(self) -> dict[str, Any]:
        """Names and payloads of this moment; nothing before the demo is ready."""
        if self.config is None or self.clock is None:
            return {}
        programme = self.config.programme
        workers = [(Role.WORKER, each.id) for each in programme.workers]
        coordinators = [(Role.COORDINATOR, each.id) for each in programme.coordinators]
        desks, now = workers + coordinators, self.clock()
        if self.store is not None:
            payloads = await invite_all(self.store, desks, now)
        else:
            async with opened(self.config) as database:
                payloads = await invite_all(database.store, desks, now)
        invited = dict(zip(desks, payloads, strict=True))
        return {
            "programme": programme.about.name,
            "zone": programme.about.zone,
            "schools": [
                {"id": each.id, "name": each.name, "payload": each.link}
                for each in programme.schools
            ],
            "workers": [
                {"id": each.id, "name": each.name, "payload": invited[Role.WORKER, each.id]}
                for each in programme.workers
            ],
            "coordinators": [
                {
                    "id": each.id,
                    "name": each.name,
                    "scope": each.scope,
                    "payload": invited[Role.COORDINATOR, each.id],
                }
                for each in programme.coordinators
            ],
        }
