"""The webhook: Telegram brings an update, and hears 200 when it was handled.

Telegram sends the next of a person only after that, so many replicas may listen and each person
is still answered in order. Only a trouble that passes is answered with 503: the update comes again.
"""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from math import ceil
from typing import Any

from aiohttp import web
from telegram import Bot, Update

from bot.telegram.requests import thin

LARGEST_BODY = 1 << 20
"""Bytes; Telegram's updates have a few thousand."""
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the name of a header

_log = logging.getLogger(__name__)


class Hook:
    """Answers Telegram's requests."""

    def __init__(
        self, bot: Bot, secret: str, take: Callable[[Update], Awaitable[float | None]]
    ) -> None:
        """Nothing is served yet.

        Args:
            bot: For reading updates.
            secret: What Telegram was told to show.
            take: Handles an update; seconds until it should come again, or None.
        """
        self._bot = bot
        self._secret = secret.encode()
        self._take = take

    def application(self, path: str) -> web.Application:
        """The webhook as a server of its own."""
        app = web.Application(client_max_size=LARGEST_BODY)
        app.add_routes([web.post(path, self.answer)])
        return app

    async def answer(self, request: web.Request) -> web.Response:
        """One update: the secret first, then what was brought."""
        shown = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(shown, self._secret):
            return web.Response(status=HTTPStatus.FORBIDDEN)
        data = _object(await request.read())
        if data is None:
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        update = self._update(data)
        pause = None if update is None else await self._take(update)
        if pause is None:
            return web.Response()
        after = {"Retry-After": str(ceil(pause))}
        return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, headers=after)

    def _update(self, data: dict[str, Any]) -> Update | None:
        """The update; None when it has a shape that nobody knows, and would have it again."""
        try:
            return Update.de_json(thin(data), self._bot)
        except Exception as odd:  # noqa: BLE001  a shape may break anything in the library
            _log.error("an update cannot be read: %s", type(odd).__name__)
            return None


def _object(body: bytes) -> dict[str, Any] | None:
    """A JSON object; None for anything else, which Telegram never sends."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
