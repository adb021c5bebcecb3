"""Long polling that confirms an update to Telegram only when all before it are finished too.

Telegram counts an update as delivered as soon as it is asked for a later one. So we ask for the
lowest one that is unfinished, and a crash loses nothing: what was in hand comes again. The price
is that Telegram then repeats it at once, with all behind it; the loop knows these and waits a
moment before it asks again. It sees at most the 100 updates from the lowest unfinished one on,
so a work must not take for ever.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import Protocol

from telegram import Update

from bot.telegram.errors import Kind, Outcome, classify
from bot.telegram.pollstate import PollState

LONGEST_SILENCE = timedelta(seconds=30)  # Telegram answers a getUpdates without news after this
ANSWER_WITHIN = 10.0  # seconds beyond it before the connection counts as dead
LAST_ANSWER = 2.0  # seconds for the last call of all
FIRST_PAUSE, LONGEST_PAUSE = 0.05, 0.25  # seconds between two looks while works are in hand
FIRST_BACKOFF, LONGEST_BACKOFF = 0.5, 30.0  # seconds after an error, doubling
STUCK_AFTER = 120.0  # seconds without an answer after which the connections are made anew

_log = logging.getLogger(__name__)

Done = Callable[[], None]
Handle = Callable[[Update, Done], None]
Failed = Callable[[Outcome], None]
Renew = Callable[[], Awaitable[None]]


class UpdateSource(Protocol):
    """The one method of `telegram.Bot` that is used here."""

    async def get_updates(
        self,
        offset: int | None = None,
        limit: int | None = None,
        timeout: int | timedelta | None = None,  # noqa: ASYNC109 Telegram's
        allowed_updates: Sequence[str] | None = None,
        *,
        read_timeout: float | None = None,
    ) -> Sequence[Update]:
        """Updates from `offset` on, ascending; confirms those below."""


class PollingStoppedError(Exception):
    """Asking on makes no sense; `outcome` is CONFLICT or REFUSED_TOKEN."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


async def _nothing() -> None:
    """For those whose connections need no renewal."""


async def poll(
    bot: UpdateSource,
    handle: Handle,
    *,
    allowed_updates: Sequence[str],
    stop: asyncio.Event,
    state: PollState,
    renew: Renew = _nothing,
    failed: Failed = lambda _outcome: None,
    timeout: timedelta = LONGEST_SILENCE,  # noqa: ASYNC109 Telegram's, of one call
) -> None:
    """Ask for updates until `stop` is set; then drain what is in hand and call `confirm`.

    Args:
        bot: Its getUpdates transport should leave out what `state.knows`: parsing is dear.
        handle: Called once for each new update, in order; starts the work and returns. Its
            second argument is to be called when the update need not come again, so not when
            the work was cancelled. Must not raise: that ends the loop, nothing is confirmed.
        allowed_updates: Kinds of update; never empty, or the setting before stays in force.
        stop: Honoured within a moment, also in the middle of a call.
        state: Its own for each token.
        renew: Makes the connections anew; called when Telegram has not answered for two
            minutes, for a pool can be stuck without an error that says so.
        failed: Called with what each failed call meant.
        timeout: How long Telegram may keep a call without news.

    Raises:
        PollingStoppedError: Somebody else polls, or the token is refused.
    """
    failure: Exception | None = None
    async with asyncio.TaskGroup() as group:
        scope = asyncio.timeout(None)
        watch = group.create_task(_end(scope, stop))
        try:
            async with scope:
                await _ask_on(bot, handle, allowed_updates, state, renew, failed, timeout)
        except TimeoutError:
            pass
        except Exception as error:  # noqa: BLE001 raised below: the group would wrap it
            failure = error
        finally:
            watch.cancel()
    if failure is not None:
        raise failure


async def confirm(bot: UpdateSource, state: PollState) -> bool:
    """After `poll` and after the works: tell Telegram what is finished, so it does not repeat it.

    Returns:
        Whether Telegram knows; if not, nothing is lost and it repeats what is done already.
    """
    if state.confirmed:
        return True
    try:
        async with asyncio.timeout(LAST_ANSWER):
            await bot.get_updates(offset=state.ask(), limit=1, timeout=0, read_timeout=LAST_ANSWER)
    except Exception as error:  # noqa: BLE001 the process ends anyway
        _log.warning("last getUpdates: %s", classify(error).reason)
        return False
    state.answered()
    return True


async def _ask_on(
    bot: UpdateSource,
    handle: Handle,
    allowed_updates: Sequence[str],
    state: PollState,
    renew: Renew,
    failed: Failed,
    longest: timedelta,
) -> None:
    pause, backoff = FIRST_PAUSE, FIRST_BACKOFF
    while True:
        if state.unfinished:
            await state.pause(pause)
        try:
            updates = await bot.get_updates(
                offset=state.ask(),
                timeout=timedelta() if state.unfinished else longest,
                allowed_updates=allowed_updates,
                read_timeout=ANSWER_WITHIN,
            )
        except Exception as error:  # noqa: BLE001 also an update that cannot be parsed
            await asyncio.sleep(_wait_after(error, backoff, failed))
            backoff = min(2 * backoff, LONGEST_BACKOFF)
            if state.silent_for > STUCK_AFTER:
                _log.error("Telegram has not answered for %.0f s", state.silent_for)
                await renew()
            continue
        backoff = FIRST_BACKOFF
        state.answered()
        new = state.take(updates)
        for update in new:
            handle(update, partial(state.finish, update.update_id))
        pause = FIRST_PAUSE if new else min(2 * pause, LONGEST_PAUSE)


def _wait_after(error: Exception, backoff: float, failed: Failed) -> float:
    """Seconds to wait; raises when there is nothing to wait for."""
    outcome = classify(error)
    if outcome.kind in (Kind.CONFLICT, Kind.REFUSED_TOKEN):
        raise PollingStoppedError(outcome) from None
    failed(outcome)
    seconds = outcome.retry_after.total_seconds() if outcome.retry_after else backoff
    _log.warning("getUpdates: %s, again in %.2f s", outcome.reason, seconds)
    return seconds


async def _end(scope: asyncio.Timeout, stop: asyncio.Event) -> None:
    await stop.wait()
    scope.reschedule(asyncio.get_running_loop().time())
