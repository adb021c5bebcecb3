"""From a claimed notice to a message that was sent, once.

A claim commits "sending" before the channel is called, in the transaction that writes down how
the notice before it ended. What the channel's answer means is decided beside each channel
(`bot.telegram.errors`, `bot.mail.errors`); what to do when no answer came is written down per kind
(`flows.reminding.manners`).
"""

import asyncio
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from bot.delivery.carrier import Carried, Carrier, Fate
from bot.delivery.gate import Gate
from flows.model import Claimed, MessageId, NoticeState, Pacing
from flows.notices import Later, Moot, Ready, Removal, prepare
from flows.ports import Work
from flows.reminding.manners import MANNERS
from flows.router import Router

LEASE = timedelta(minutes=2)
"""Longer than any call takes: a claim that is older belongs to a process that died."""
RETRY = timedelta(seconds=30)
PACING = Pacing(apart=timedelta(milliseconds=41), rest=timedelta(seconds=1))
"""At most 25 in any second, one a second to a chat; Telegram asks for 30."""
MOST_DEATHS = 5
"""Senders that may die at a notice that may be repeated, before it is given up."""
LOOK_AGAIN = 0.1
"""Seconds until a paced sender looks whether somebody due may be told something again."""
_ENDS = {
    Fate.SENT: NoticeState.SENT,
    Fate.DROPPED: NoticeState.DROPPED,
    Fate.REFUSED: NoticeState.FAILED,
}

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ending:
    """How a claimed notice ended, to be written down.

    Attributes:
        wait: Until it is tried again.
        unsent: It surely never arrived, so the try does not count.
        unanswered: Nobody said whether it arrived.
        hold_off: So long nothing else is sent either.
        message: What it became in the person's chat.
    """

    claimed: int
    state: NoticeState
    reason: str
    wait: timedelta | None = None
    unsent: bool = False
    unanswered: bool = False
    hold_off: timedelta | None = None
    message: MessageId | None = None


class Sender:
    """Claims due notices and sends them; any number may run beside each other."""

    def __init__(
        self,
        router: Router,
        carriers: Mapping[str, Carrier],
        pacing: Pacing | None = None,
        gate: Gate | None = None,
    ) -> None:
        """Nothing is sent yet.

        Args:
            router: Renders a notice as things stand when it is sent.
            carriers: One a channel of `flows.model.Address`.
            pacing: How fast, all replicas together; None for as fast as it goes.
            gate: Lets answers to taps go first.
        """
        self._router = router
        self._carriers = carriers
        self._pacing = pacing
        self._gate = gate or Gate()
        self._halted = False
        self._ended: Ending | None = None  # not yet written down
        self.has_more = False
        """Whether the last `drain` ended before everything was sent."""

    async def drain(self, seconds: float | None = None) -> int:
        """Send everything that is due now, one by one: whatever happens to one harms no other.

        Args:
            seconds: After which to stop behind the notice in hand.

        Returns:
            How many notices were settled.
        """
        until = None if seconds is None else time.monotonic() + seconds
        settled = 0
        while not (self._halted or (until is not None and time.monotonic() > until)):
            await self._gate.passed()
            claimed = await self._turn()
            if claimed is not None:
                self._ended = await self._deliver(claimed)
                settled += 1
            elif self._pacing is None or not await self._anybody_is_due():
                self.has_more = False
                return settled
            else:
                await asyncio.sleep(LOOK_AGAIN)
        await self._turn(claim=False)
        self.has_more = True
        return settled

    def halt(self) -> None:
        """Stop behind the notice in hand."""
        self._halted = True

    async def _turn(self, *, claim: bool = True) -> Claimed | None:
        """Write down how the last one ended and take the next: one transaction, then its turn.

        Where the database is away for a moment, how it ended is kept for the next time.
        """
        ports, ended = self._router.ports, self._ended
        async with ports.work() as work:
            if ended is not None:
                await self._settle(ended, work)
            claimed = (
                await work.outbox.claim(ports.clock(), LEASE, 1, self._pacing) if claim else []
            )
            if ended is not None or claimed:
                await work.commit()
        self._ended = None
        if not claimed:
            return None
        if claimed[0].not_before is not None:
            early = claimed[0].not_before - ports.clock()
            await asyncio.sleep(max(0.0, early.total_seconds()))
        return claimed[0]

    async def _settle(self, ended: Ending, work: Work) -> None:
        now = self._router.now()
        await work.outbox.settle(
            ended.claimed,
            ended.state,
            ended.reason,
            retry_at=None if ended.wait is None else now + ended.wait,
            unsent=ended.unsent,
            unanswered=ended.unanswered,
            sent_as=ended.message,
        )
        if ended.hold_off is not None:
            await work.outbox.hold_off(now + ended.hold_off)

    async def _anybody_is_due(self) -> bool:
        ports = self._router.ports
        async with ports.reading() as work:
            due = await work.outbox.next_due()
        return due is not None and due <= ports.clock()

    async def _deliver(self, claimed: Claimed) -> Ending:
        deaths = claimed.attempts - claimed.unanswered
        if deaths >= (MOST_DEATHS if MANNERS[claimed.notice.kind].repeat else 1):
            return Ending(claimed.id, NoticeState.UNKNOWN, "no-answer")
        try:
            prepared = await prepare(claimed, self._router)
        except Exception as fault:  # noqa: BLE001  our own, whatever it is; the next one goes out
            return _spoilt(claimed, fault)
        if isinstance(prepared, Moot):
            return Ending(claimed.id, NoticeState.DROPPED, prepared.reason)
        if isinstance(prepared, Later):
            wait = prepared.until - self._router.now()
            return Ending(claimed.id, NoticeState.PENDING, "quiet", wait, unsent=True)
        try:
            carrier = self._carriers[prepared.address.channel]
            if isinstance(prepared, Removal):
                carried = await carrier.take_away(prepared)
            else:
                carried = await carrier.carry(claimed, prepared)
        except Exception as fault:  # noqa: BLE001  no such channel, no words for it, no picture
            return _spoilt(claimed, fault)
        return await self._carried(claimed, prepared, carried)

    async def _carried(self, claimed: Claimed, ready: Ready | Removal, carried: Carried) -> Ending:
        if carried.fate not in {Fate.SENT, Fate.DROPPED}:
            kind = claimed.notice.kind.value
            _log.warning("notice %s %s: %s", claimed.id, kind, carried.reason)
        if carried.fate in _ENDS:
            state = _ENDS[carried.fate]
            return Ending(claimed.id, state, carried.reason, message=carried.message)
        if carried.fate is Fate.GONE:
            await self._router.reach(ready.address, reachable=False)
            return Ending(claimed.id, NoticeState.FAILED, carried.reason)
        unsent = carried.fate is Fate.NOT_SENT
        if not unsent and (claimed.unanswered or not MANNERS[claimed.notice.kind].repeat):
            return Ending(claimed.id, NoticeState.UNKNOWN, carried.reason)
        wait, hold_off = carried.retry_after or RETRY, None
        if carried.all_wait and carried.retry_after and self._pacing:
            hold_off = min(carried.retry_after, self._pacing.longest)
        return Ending(
            claimed.id,
            NoticeState.PENDING,
            carried.reason,
            wait,
            unsent=unsent,
            unanswered=not unsent,
            hold_off=hold_off,
        )


def _spoilt(claimed: Claimed, fault: Exception) -> Ending:
    """Our own fault, before anything was sent: once more a little later, then never."""
    _log.error("notice %s %s", claimed.id, claimed.notice.kind.value, exc_info=fault)
    if claimed.attempts:
        return Ending(claimed.id, NoticeState.FAILED, "fault")
    return Ending(claimed.id, NoticeState.PENDING, "fault", RETRY)
