"""One update, as often as it takes: a trouble that passes is waited for, a mistake is set aside.

A trouble (the database is away, Telegram takes no call) is tried again for as long as Telegram
would keep a press; its person is told once. A mistake of ours is tried three times, then its
number and the class of the error are kept, never what was in it. A cry for help is answered past
all this, and when that fails with the numbers alone.
"""

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from telegram import Update
from telegram.error import TelegramError

from bot.delivery.gate import Gate
from bot.figures import Figures
from bot.telegram.dispatch import App, Dispatch
from bot.telegram.errors import Kind, classify
from bot.telegram.words import KEEP
from bot.trouble import Alarm, passing
from flows.front import carries_out
from flows.ports import Ports

TRIES = 3
BETWEEN = 0.2
"""Seconds between the tries of a mistake."""
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 15.0
"""Seconds until a trouble is tried again, doubling."""
PATIENCE = 150.0
"""Seconds after which an update in trouble is given up; Telegram keeps a press so long."""
COMMAND_PATIENCE, SHORT_PATIENCE = 20.0, 5.0
"""The same where Telegram keeps back what a person does next, perhaps a cry for help."""
MOST_CASES = 10_000

_log = logging.getLogger(__name__)
_AGAIN = {Kind.NOT_SENT, Kind.TOO_FAST}
Patience = Callable[[Update], float]
Attempt = Callable[[Update], Awaitable[BaseException | None]]
Failed = Callable[[Update, BaseException], Awaitable[float | None]]


def patient(_update: Update) -> float:
    """Seconds of trouble for an update that was fetched: it keeps back nothing but a lane."""
    return PATIENCE


@dataclass(slots=True)
class _Case:
    """An update that met a trouble: since when, and how long until the next try."""

    since: float
    pause: float = FIRST_PAUSE


class Handling:
    """Hands updates to the dispatch, and knows which are worth another try."""

    def __init__(
        self,
        dispatch: Dispatch,
        application: App,
        ports: Ports,
        alarm: Alarm,
        figures: Figures,
        gate: Gate,
        done: Callable[[], None] = lambda: None,
        clock: Callable[[], float] = time.monotonic,
        patience: Patience = patient,
    ) -> None:
        """Nothing is handled yet.

        Args:
            dispatch: Handles an update, and speaks where that failed.
            application: Its application.
            ports: Where what is set aside is kept.
            alarm: Tells the operator of troubles.
            figures: Counts.
            gate: What is said unasked waits for it.
            done: Called after each update that was handled.
            clock: Seconds that never go back.
            patience: Seconds after which an update in trouble is given up; a cry for help never
                sooner than after `PATIENCE`.
        """
        self._patience = patience
        self._dispatch = dispatch
        self._application = application
        self._ports = ports
        self._alarm = alarm
        self._figures = figures
        self._gate = gate
        self._done = done
        self._clock = clock
        self._cases: OrderedDict[int, _Case] = OrderedDict()

    async def once(self, update: Update) -> float | None:
        """Handle an update; seconds until it should come again, or None when it need not."""
        attempt = partial(self._dispatch.attempt, self._application)
        return await self._handled(update, attempt, self._failed)

    async def cry(self, update: Update) -> float | None:
        """Answer a cry for help, which needs no database; seconds or None as for `once`."""
        return await self._handled(update, self._dispatch.attempt_cry, self._cry_failed)

    async def _handled(self, update: Update, attempt: Attempt, failed: Failed) -> float | None:
        began = self._clock()
        with self._gate:
            error = await _tried(update, attempt)
            pause = None if error is None else await failed(update, error)
        if pause is None:
            self._cases.pop(update.update_id, None)
            self._done()
        outcome = "again" if pause is not None else "done" if error is None else "failed"
        self._figures.handled(kind_of(update), outcome, self._clock() - began)
        return pause

    async def _failed(self, update: Update, error: BaseException) -> float | None:
        if self._alarm.met(error):
            return await self._later(update)
        if not isinstance(error, TelegramError):
            await self._set_aside(update, error)
            return None
        outcome = classify(error)
        _log.warning("update %s: %s", update.update_id, outcome.reason)
        if outcome.kind not in _AGAIN:
            return None
        return await self._later(update, outcome.retry_after or timedelta())

    async def _cry_failed(self, update: Update, error: BaseException) -> float | None:
        """Again once Telegram takes calls; else the numbers alone, rather twice than never.

        Nothing of it is set aside: no row tells of a cry.
        """
        self._alarm.met(error)
        outcome = classify(error)
        if outcome.kind in _AGAIN:
            _log.warning("update %s: %s", update.update_id, outcome.reason)
            return self._pause(update, outcome.retry_after or timedelta(), PATIENCE)
        await self._dispatch.sorry(update)
        return None

    async def _later(self, update: Update, advice: timedelta = timedelta()) -> float | None:
        is_first = update.update_id not in self._cases
        pause = self._pause(update, advice, self._patience(update))
        if is_first:
            await self._dispatch.sorry(update)
        return pause

    def _pause(self, update: Update, advice: timedelta, patience: float) -> float | None:
        """Seconds until the next try, at least those of an advice; None when it is given up."""
        now, case = self._clock(), self._cases.get(update.update_id)
        if case is None:
            case = self._cases[update.update_id] = _Case(now)
            while len(self._cases) > MOST_CASES:
                self._cases.popitem(last=False)
        pause, case.pause = case.pause, min(2 * case.pause, LONGEST_PAUSE)
        if now + pause - case.since > patience:
            _log.error("update %s given up", update.update_id)
            return None
        return max(pause, advice.total_seconds())

    async def _set_aside(self, update: Update, error: BaseException) -> None:
        _log.error("update %s set aside: %s", update.update_id, type(error).__name__)
        try:
            async with self._ports.work() as work:
                now = self._ports.clock()
                await work.inbox.set_aside(update.update_id, type(error).__name__, now)
                await work.commit()
        except Exception as fault:  # noqa: BLE001  the log has it; the person is told all the same
            _log.error("update %s is not written down", update.update_id, exc_info=fault)
        await self._dispatch.apologise(update)


async def _tried(update: Update, attempt: Attempt) -> BaseException | None:
    """What went wrong at last: a mistake is given a few tries, a trouble one."""
    error = None
    for _ in range(TRIES):
        error = await attempt(update)
        if error is None or isinstance(error, TelegramError) or passing(error) is not None:
            break
        await asyncio.sleep(BETWEEN)
    return error


def brought_patience(update: Update) -> float:
    """Seconds of trouble for an update that Telegram brings.

    Until it is answered Telegram keeps back the next message of the same person, or the next press.
    So what is given up soon is what a person may simply do again, as they were told. That
    somebody blocked the bot comes in a queue of its own.

    Source: tdlib/telegram-bot-api, Client.cpp (the queues of updates), WebhookActor.cpp.
    """
    if update.my_chat_member is not None:
        return PATIENCE
    query = update.callback_query
    is_command = query is not None and carries_out((query.data or "").removeprefix(KEEP))
    return COMMAND_PATIENCE if is_command else SHORT_PATIENCE


def kind_of(update: Update) -> str:
    """What an update is, in one of six words; a cry for help is what it came as."""
    if update.callback_query is not None:
        return "press"
    if update.my_chat_member is not None:
        return "membership"
    if update.message is None:
        return "other"
    if update.message.text is None:
        return "media"
    return "command" if update.message.text.startswith("/") else "text"
