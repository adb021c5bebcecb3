"""From a claimed notice to a message that was sent, once.

A claim commits "sending" before Telegram is called. What Telegram's answer means is decided in
`bot.telegram.errors`; what to do when no answer came is decided here, per kind: a reminder may
come twice rather than never, a digest or a piece of news may not.
"""

import asyncio
import logging
import time
from datetime import timedelta

from telegram.error import TelegramError

from bot.telegram.errors import Kind, classify
from bot.telegram.presenter import Presenter
from bot.telegram.words import message
from flows.model import Claimed, NoticeKind, NoticeState
from flows.notices import Moot, Ready, prepare
from flows.router import Router
from flows.texts import Texts

RATE = 25
"""Notices a second at most, under the 30 that Telegram asks for."""
LEASE = timedelta(minutes=2)
RETRY = timedelta(seconds=30)
TWICE_RATHER_THAN_NEVER = {NoticeKind.EVENING, NoticeKind.MORNING, NoticeKind.HOUR, NoticeKind.CARD}

_log = logging.getLogger(__name__)


class Sender:
    """Claims due notices and sends them; any number may run beside each other."""

    def __init__(self, router: Router, texts: Texts, presenter: Presenter) -> None:
        self._router = router
        self._texts = texts
        self._presenter = presenter

    async def drain(self) -> int:
        """Send everything that is due now, one by one: whatever happens to one harms no other.

        Returns:
            How many notices were settled.
        """
        settled, began = 0, time.monotonic()
        while (claimed := await self._claim()) is not None:
            await self._deliver(claimed)
            settled += 1
            if settled % RATE == 0:
                await asyncio.sleep(max(0.0, 1 - (time.monotonic() - began)))
                began = time.monotonic()
        return settled

    async def _claim(self) -> Claimed | None:
        ports = self._router.ports
        async with ports.work() as work:
            claimed = await work.outbox.claim(ports.clock(), LEASE, 1)
            if claimed:
                await work.commit()
        return claimed[0] if claimed else None

    async def _deliver(self, claimed: Claimed) -> None:
        if claimed.attempts > (claimed.notice.kind in TWICE_RATHER_THAN_NEVER):
            await self._settle(claimed, NoticeState.UNKNOWN, "no-answer")
            return
        try:
            prepared = await prepare(claimed, self._router)
        except Exception as fault:  # noqa: BLE001  our own, whatever it is; the next one goes out
            await self._spoilt(claimed, fault)
            return
        if isinstance(prepared, Moot):
            await self._settle(claimed, NoticeState.DROPPED, prepared.reason)
            return
        try:
            state, reason = await self._send(prepared)
        except TelegramError as error:
            await self._failed(claimed, prepared, error)
        except Exception as fault:  # noqa: BLE001  it could not be put into words or drawn
            await self._spoilt(claimed, fault)
        else:
            await self._settle(claimed, state, reason)

    async def _spoilt(self, claimed: Claimed, fault: Exception) -> None:
        """Our own fault, before anything was sent: once more a little later, then never."""
        _log.error("notice %s %s", claimed.id, claimed.notice.kind.value, exc_info=fault)
        if claimed.attempts:
            await self._settle(claimed, NoticeState.FAILED, "fault")
        else:
            await self._settle(claimed, NoticeState.PENDING, "fault", wait=RETRY)

    async def _send(self, ready: Ready) -> tuple[NoticeState, str]:
        chat, shown = int(ready.address.id), message(ready.answer, self._texts)
        if ready.edit is None:
            await self._presenter.send(chat, shown)
            return NoticeState.SENT, "sent"
        if await self._presenter.edit(chat, ready.edit, shown):
            return NoticeState.SENT, "edited"
        return NoticeState.DROPPED, "message-gone"

    async def _failed(self, claimed: Claimed, ready: Ready, error: TelegramError) -> None:
        outcome = classify(error)
        _log.warning("notice %s %s: %s", claimed.id, claimed.notice.kind.value, outcome.reason)
        match outcome.kind:
            case Kind.GONE:
                await self._settle(claimed, NoticeState.FAILED, outcome.reason)
                await self._router.reach(ready.address, reachable=False)
            case Kind.UNKNOWN if not self._may_repeat(claimed):
                await self._settle(claimed, NoticeState.UNKNOWN, outcome.reason)
            case Kind.REFUSED | Kind.MESSAGE_GONE | Kind.NO_CHANGE:
                await self._settle(claimed, NoticeState.FAILED, outcome.reason)
            case kind:
                wait, unsent = outcome.retry_after or RETRY, kind is not Kind.UNKNOWN
                await self._settle(
                    claimed, NoticeState.PENDING, outcome.reason, wait=wait, unsent=unsent
                )

    def _may_repeat(self, claimed: Claimed) -> bool:
        return claimed.notice.kind in TWICE_RATHER_THAN_NEVER and not claimed.attempts

    async def _settle(
        self,
        claimed: Claimed,
        state: NoticeState,
        reason: str,
        *,
        wait: timedelta | None = None,
        unsent: bool = False,
    ) -> None:
        ports = self._router.ports
        retry_at = None if wait is None else ports.clock() + wait
        async with ports.work() as work:
            await work.outbox.settle(claimed.id, state, reason, retry_at=retry_at, unsent=unsent)
            await work.commit()
