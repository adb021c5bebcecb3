"""Where updates come in, by long polling or by webhook: each person's in order.

A cry for help has a lane of its own: it waits behind nothing but an earlier one,
neither of the same person nor of all others together.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial

from telegram import Update

from bot.telegram.dispatch import Dispatch
from bot.telegram.handling import Handling
from bot.telegram.lanes import Lanes
from bot.telegram.shapes import is_sound

_log = logging.getLogger(__name__)
Way = Callable[[Update], Awaitable[float | None]]
"""Handles an update; seconds until it should come again, None when it need not."""
CUT_OFF = 1.0
"""Seconds after which an update should come again that was cut off at the end."""


class Intake:
    """Puts updates into the lanes of their people."""

    def __init__(self, lanes: Lanes, handling: Handling, dispatch: Dispatch) -> None:
        self._lanes = lanes
        self._handling = handling
        self._dispatch = dispatch
        self._closed = False

    def close(self) -> None:
        """Let what a webhook brings from here on come again, to somebody else."""
        self._closed = True

    def polled(self, update: Update, done: Callable[[], None]) -> None:
        """Take one of long polling; `done` is called when it need not come again."""

        async def work(way: Way) -> float | None:
            try:
                pause = await way(update)
            except Exception:
                done()
                raise
            if pause is None:
                done()
            return pause

        if not self._accepted(update, work):
            done()

    async def brought(self, update: Update) -> float | None:
        """Handle one of a webhook; seconds until it should come again, None when it need not."""
        answer: asyncio.Future[float | None] = asyncio.get_running_loop().create_future()

        async def work(way: Way) -> None:
            pause: float | None = CUT_OFF
            try:
                pause = await way(update)
            except Exception:
                pause = None
                raise
            finally:
                if not answer.done():
                    answer.set_result(pause)

        if self._closed:
            return CUT_OFF
        return await answer if self._accepted(update, work) else None

    def _accepted(self, update: Update, work: Callable[[Way], Awaitable[float | None]]) -> bool:
        """Put a work into the first lane with room, with the way that fits the lane.

        What nobody sent, such as a post of a channel, is nothing to this bot.
        """
        if not is_sound(update):
            _log.error("an update cannot be read: its parts are of another kind")
            return False
        user = update.effective_user
        if user is None:
            return False
        key = user.id
        cries, briefs = -2 * key - 1, -2 * key - 2
        if self._dispatch.is_cry(update):
            cry = partial(work, self._handling.cry)
            if self._lanes.submit(cries, cry, at_once=True):
                return True
            return any(self._lanes.submit(lane, cry) for lane in (key, briefs))
        whole, brief = partial(work, self._handling.once), partial(work, self._brief)
        return self._lanes.submit(key, whole) or self._lanes.submit(briefs, brief)

    async def _brief(self, update: Update) -> None:
        await self._dispatch.overflow(update)
