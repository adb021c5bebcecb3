"""/healthz, /readyz and /metrics: whether the bot is alive, can do its work, and how it does.

They tell nothing of anybody, but they are for the operator: listen where only the operator asks.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus

from aiohttp import web
from telegram import Bot
from telegram.error import TelegramError

from bot.figures import Figures
from bot.telegram.errors import classify
from bot.trouble import passing
from storage.engine import Engine
from storage.vitals import Vitals, vitals

LATE = timedelta(minutes=10)
"""A notice that should have gone out so long ago says that sending does not keep up."""
FRESH = 60.0
"""Seconds for which an answer of Telegram shows that it can be reached."""
PATIENCE = 5.0
"""Seconds that Telegram, or the database, may take to answer."""
PLAIN = "text/plain; version=0.0.4; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Found:
    """How things stand: each is a sentence on what is wrong, None where nothing is."""

    database: str | None
    telegram: str | None
    outbox: str | None

    @property
    def ready(self) -> bool:
        """Whether nothing is wrong."""
        return self.database is self.telegram is self.outbox is None


class Vital:
    """Answers the operator's machines.

    Attributes:
        engine: The database; None while the bot starts and has not opened it.
    """

    def __init__(
        self,
        bot: Bot,
        figures: Figures,
        clock: Callable[[], datetime],
        silence: Callable[[], float | None],
    ) -> None:
        """Nothing is served yet.

        Args:
            bot: For a round trip to Telegram, where none was made lately.
            figures: What is told.
            clock: Of the notices.
            silence: Seconds since Telegram answered any call; None when it never did.
        """
        self.engine: Engine | None = None
        self._bot = bot
        self._figures = figures
        self._clock = clock
        self._silence = silence
        self._asking = asyncio.Lock()

    def application(self) -> web.Application:
        """A server of their own."""
        app = web.Application(client_max_size=0)
        app.add_routes(
            [
                web.get("/healthz", self.alive),
                web.get("/readyz", self.ready),
                web.get("/metrics", self.metrics),
            ]
        )
        return app

    async def alive(self, _request: web.Request) -> web.Response:
        """The process answers."""
        return web.json_response({"alive": True})

    async def ready(self, _request: web.Request) -> web.Response:
        """Whether the bot can do its work, and if not, why."""
        found = await self.look()
        told = {
            "ready": found.ready,
            "database": found.database or "ok",
            "telegram": found.telegram or "ok",
            "outbox": found.outbox or "ok",
        }
        status = HTTPStatus.OK if found.ready else HTTPStatus.SERVICE_UNAVAILABLE
        return web.json_response(told, status=status)

    async def metrics(self, _request: web.Request) -> web.Response:
        """The figures."""
        outbox, _ = await self._outbox()
        self._figures.stands(outbox, self._late(outbox).total_seconds(), self._silence())
        return web.Response(body=self._figures.text(), headers={"Content-Type": PLAIN})

    async def look(self) -> Found:
        """Ask database and Telegram."""
        outbox, database = await self._outbox()
        late = None
        if self._late(outbox) > LATE:
            minutes = self._late(outbox) // timedelta(minutes=1)
            late = f"The oldest notice waits for {minutes} minutes: see the log for the reason."
        return Found(database, await self._telegram(), late)

    async def _outbox(self) -> tuple[Vitals | None, str | None]:
        if self.engine is None:
            return None, "The bot is starting."
        try:
            async with asyncio.timeout(PATIENCE):
                return await vitals(self.engine, self._clock()), None
        except TimeoutError:
            return None, f"The database has not answered for {PATIENCE:.0f} seconds."
        except Exception as fault:  # noqa: BLE001  whatever it is, it cannot be read
            self._figures.met(fault)
            return None, passing(fault) or "The database cannot be read: see the log."

    def _late(self, outbox: Vitals | None) -> timedelta:
        """How late the oldest notice is."""
        if outbox is None or outbox.oldest_at is None:
            return timedelta()
        return self._clock() - outbox.oldest_at

    async def _telegram(self) -> str | None:
        async with self._asking:
            silence = self._silence()
            if silence is not None and silence < FRESH:
                return None
            try:
                await self._bot.get_me(read_timeout=PATIENCE)
            except RuntimeError:  # not connected yet, or not any more
                return "The bot is starting."
            except TelegramError as error:
                reason = classify(error).reason
                return f"Telegram cannot be reached ({reason}): see that this machine reaches it."
            return None
