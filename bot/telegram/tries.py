"""An update that fails is tried again, and set aside when it always does.

What stays of it is its number and the class of the error, never what it said.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes

Handler = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]
SetAside = Callable[[int, str], Awaitable[None]]
PAUSES = (0.1, 0.5)
"""Seconds before the second and the third try: a fault may pass."""

_log = logging.getLogger(__name__)


def tried(handler: Handler, set_aside: SetAside) -> Handler:
    """A handler that tries three times; what it raises at last is raised.

    An error of Telegram is raised at once: the effect is done and only its answer did not arrive.
    Trying again is safe, for a command that was carried out finds its row in the inbox.
    """

    async def handle(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        for pause in PAUSES:
            try:
                return await handler(update, context)
            except TelegramError:
                raise
            except Exception as fault:  # noqa: BLE001  whatever it is, it may pass
                _log.warning("update %s: %s, again", update.update_id, type(fault).__name__)
                await asyncio.sleep(pause)
        try:
            return await handler(update, context)
        except TelegramError:
            raise
        except Exception as fault:
            await _kept(update.update_id, fault, set_aside)
            raise

    return handle


async def _kept(number: int, fault: Exception, set_aside: SetAside) -> None:
    """Write it down, where the database can be written at all."""
    try:
        await set_aside(number, type(fault).__name__)
    except Exception as second:  # noqa: BLE001  the first one is what matters
        _log.error("update %s cannot be set aside: %s", number, type(second).__name__)
