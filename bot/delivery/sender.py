"""From a claimed notice to a message that was sent, once.

A claim commits "sending" before the channel is called. What its answer means is decided beside
each channel (`bot.telegram.errors`, `bot.mail.errors`); what to do when no answer came is decided
here, per kind: a reminder, or that nobody is there, may come twice rather than never; a digest or
that a talk was booked may not.
"""

import asyncio
import logging
import time
from collections.abc import Mapping
from datetime import timedelta

from bot.delivery.carrier import Carried, Carrier, Fate
from flows.model import Claimed, NoticeKind, NoticeState
from flows.notices import Moot, Ready, Removal, prepare
from flows.router import Router

RATE = 25
"""Notices a second at most, under the 30 that Telegram asks for."""
LEASE = timedelta(minutes=2)
RETRY = timedelta(seconds=30)
TWICE_RATHER_THAN_NEVER = {
    NoticeKind.VANISH,
    NoticeKind.EVENING,
    NoticeKind.MORNING,
    NoticeKind.HOUR,
    NoticeKind.CARD,
    NoticeKind.DAYLIST,
    NoticeKind.AWAY,
    NoticeKind.BACK,
}
_ENDS = {
    Fate.SENT: NoticeState.SENT,
    Fate.DROPPED: NoticeState.DROPPED,
    Fate.REFUSED: NoticeState.FAILED,
}

_log = logging.getLogger(__name__)


class Sender:
    """Claims due notices and sends them; any number may run beside each other."""

    def __init__(self, router: Router, carriers: Mapping[str, Carrier]) -> None:
        """Nothing is sent yet.

        Args:
            router: Renders a notice as things stand when it is sent.
            carriers: One a channel of `flows.model.Address`.
        """
        self._router = router
        self._carriers = carriers

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
            carrier = self._carriers[prepared.address.channel]
            if isinstance(prepared, Removal):
                carried = await carrier.take_away(prepared)
            else:
                carried = await carrier.carry(claimed, prepared)
        except Exception as fault:  # noqa: BLE001  no such channel, no words for it, no picture
            await self._spoilt(claimed, fault)
        else:
            await self._carried(claimed, prepared, carried)

    async def _spoilt(self, claimed: Claimed, fault: Exception) -> None:
        """Our own fault, before anything was sent: once more a little later, then never."""
        _log.error("notice %s %s", claimed.id, claimed.notice.kind.value, exc_info=fault)
        if claimed.attempts:
            await self._settle(claimed, NoticeState.FAILED, "fault")
        else:
            await self._settle(claimed, NoticeState.PENDING, "fault", wait=RETRY)

    async def _carried(self, claimed: Claimed, ready: Ready | Removal, carried: Carried) -> None:
        if carried.fate not in {Fate.SENT, Fate.DROPPED}:
            kind = claimed.notice.kind.value
            _log.warning("notice %s %s: %s", claimed.id, kind, carried.reason)
        match carried.fate:
            case Fate.SENT | Fate.DROPPED | Fate.REFUSED:
                await self._settle(claimed, _ENDS[carried.fate], carried.reason)
            case Fate.GONE:
                await self._settle(claimed, NoticeState.FAILED, carried.reason)
                await self._router.reach(ready.address, reachable=False)
            case Fate.UNKNOWN if not self._may_repeat(claimed):
                await self._settle(claimed, NoticeState.UNKNOWN, carried.reason)
            case fate:
                wait, unsent = carried.retry_after or RETRY, fate is Fate.NOT_SENT
                await self._settle(
                    claimed, NoticeState.PENDING, carried.reason, wait=wait, unsent=unsent
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
