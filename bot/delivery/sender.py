"""From claimed notices to messages that were sent, once.

A claim commits "sending" before the channel is called, in the transaction that writes down how
what was claimed before it ended. It takes as many as may be said at this moment: one where the
pace gives turns, else a handful, which are looked at together and sent side by side; what may not
be repeated is taken by itself, so that a sender that dies leaves no more than that one unsaid.
What the channel's answer means is decided beside each channel (`bot.telegram.errors`,
`bot.mail.errors`); what to do when no answer came is written down per kind
(`flows.reminding.manners`).
"""

import asyncio
import logging
import time
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.delivery.carrier import Carried, Carrier, Fate
from bot.delivery.gate import Gate
from flows.model import Claimed, NoticeState, Pacing, PersonId, Settled
from flows.notices import Later, Moot, Prepared, Ready, Removal, prepare
from flows.reminding.manners import REPEATED
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
HANDFUL = 16
"""Notices that are in hand at once, where nothing paces them."""
_ENDS = {
    Fate.SENT: NoticeState.SENT,
    Fate.DROPPED: NoticeState.DROPPED,
    Fate.REFUSED: NoticeState.FAILED,
}

_log = logging.getLogger(__name__)


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
        self._ended: list[Settled] = []  # not yet written down
        self._rest_until: datetime | None = None  # the same: Telegram wants nothing at all before
        self.has_more = False
        """Whether the last `drain` ended before everything was sent."""

    async def drain(self, seconds: float | None = None) -> int:
        """Send everything that is due now: whatever happens to one notice harms no other.

        Args:
            seconds: After which to stop behind what is in hand.

        Returns:
            How many notices were settled.
        """
        until = None if seconds is None else time.monotonic() + seconds
        settled = 0
        while not (self._halted or (until is not None and time.monotonic() > until)):
            await self._gate.passed()
            claimed = await self._turn(1 if self._pacing else HANDFUL)
            if claimed:
                await self._deliver_all(claimed)
                settled += len(claimed)
            elif self._pacing is None or not await self._anybody_is_due():
                self.has_more = False
                return settled
            else:
                await asyncio.sleep(LOOK_AGAIN)
        await self._turn(0)
        self.has_more = True
        return settled

    def halt(self) -> None:
        """Stop behind what is in hand."""
        self._halted = True

    async def _turn(self, most: int) -> list[Claimed]:
        """Write down how the last ones ended and take the next: one transaction, then their turn.

        Where the database is away for a moment, how they ended is kept for the next time.
        """
        ports, ended = self._router.ports, tuple(self._ended)
        async with ports.work() as work:
            await work.outbox.settle(ended)
            if self._rest_until is not None:
                await work.outbox.hold_off(self._rest_until)
            claimed: list[Claimed] = []
            if most:
                now = ports.clock()
                claimed = await work.outbox.claim(now, LEASE, most, self._pacing, REPEATED)
            if ended or claimed:
                await work.commit()
        self._ended.clear()
        self._rest_until = None
        if claimed and claimed[0].not_before is not None:
            early = claimed[0].not_before - ports.clock()
            await asyncio.sleep(max(0.0, early.total_seconds()))
        return claimed

    async def _anybody_is_due(self) -> bool:
        ports = self._router.ports
        async with ports.reading() as work:
            due = await work.outbox.next_due()
        return due is not None and due <= ports.clock()

    async def _deliver_all(self, claimed: Sequence[Claimed]) -> None:
        """Deliver what was claimed together, keeping how each ended as it does.

        What was in hand too often when a sender died is not even looked at. Those to one person
        go one after the other; only the first is prepared before, for it may change the others.
        """
        rows: dict[PersonId, list[Claimed]] = {}
        for each in claimed:
            if _is_given_up(each):
                self._ended.append(Settled(each.id, NoticeState.UNKNOWN, "no-answer"))
            else:
                rows.setdefault(each.notice.person, []).append(each)
        first = await self._prepared([each for each, *_ in rows.values()])
        await asyncio.gather(*map(self._deliver_in_turn, rows.values(), first))

    async def _deliver_in_turn(
        self, claimed: Sequence[Claimed], first: Prepared | Exception
    ) -> None:
        self._ended.append(await self._deliver(claimed[0], first))
        for each in claimed[1:]:
            [found] = await self._prepared([each])
            self._ended.append(await self._deliver(each, found))

    async def _prepared(self, claimed: Sequence[Claimed]) -> list[Prepared | Exception]:
        """What to send of each; all together, and each by itself where one of them is at fault."""
        if not claimed:
            return []
        try:
            return list(await prepare(claimed, self._router))
        except Exception as fault:  # noqa: BLE001  our own, whatever it is; the next one goes out
            if len(claimed) == 1:
                return [fault]
        return [found for each in claimed for found in await self._prepared([each])]

    async def _deliver(self, claimed: Claimed, prepared: Prepared | Exception) -> Settled:
        if isinstance(prepared, Exception):
            return self._spoilt(claimed, prepared)
        if isinstance(prepared, Moot):
            return Settled(claimed.id, NoticeState.DROPPED, prepared.reason)
        if isinstance(prepared, Later):
            until = prepared.until
            return Settled(claimed.id, NoticeState.PENDING, "quiet", until, unsent=True)
        try:
            carrier = self._carriers[prepared.address.channel]
            if isinstance(prepared, Removal):
                carried = await carrier.take_away(prepared)
            else:
                carried = await carrier.carry(claimed, prepared)
            return await self._carried(claimed, prepared, carried)
        except Exception as fault:  # noqa: BLE001  no such channel, no words for it, no picture
            return self._spoilt(claimed, fault)

    async def _carried(self, claimed: Claimed, ready: Ready | Removal, carried: Carried) -> Settled:
        if carried.fate not in {Fate.SENT, Fate.DROPPED}:
            kind = claimed.notice.kind.value
            _log.warning("notice %s %s: %s", claimed.id, kind, carried.reason)
        if carried.fate in _ENDS:
            state = _ENDS[carried.fate]
            return Settled(claimed.id, state, carried.reason, sent_as=carried.message)
        if carried.fate is Fate.GONE:
            await self._router.reach(ready.address, reachable=False)
            return Settled(claimed.id, NoticeState.FAILED, carried.reason)
        unsent = carried.fate is Fate.NOT_SENT
        if not unsent and (claimed.unanswered or claimed.notice.kind not in REPEATED):
            return Settled(claimed.id, NoticeState.UNKNOWN, carried.reason)
        now = self._router.now()
        if carried.all_wait and carried.retry_after and self._pacing:
            rest_until = now + min(carried.retry_after, self._pacing.longest)
            self._rest_until = max(rest_until, self._rest_until or rest_until)
        return Settled(
            claimed.id,
            NoticeState.PENDING,
            carried.reason,
            now + (carried.retry_after or RETRY),
            unsent=unsent,
            unanswered=not unsent,
        )

    def _spoilt(self, claimed: Claimed, fault: Exception) -> Settled:
        """Our own fault, before anything was sent: once more a little later, then never."""
        _log.error("notice %s %s", claimed.id, claimed.notice.kind.value, exc_info=fault)
        if claimed.attempts:
            return Settled(claimed.id, NoticeState.FAILED, "fault")
        return Settled(claimed.id, NoticeState.PENDING, "fault", self._router.now() + RETRY)


def _is_given_up(claimed: Claimed) -> bool:
    """Whether too many senders died with it in hand: one, where it may not be repeated."""
    deaths = claimed.attempts - claimed.unanswered
    return deaths >= (MOST_DEATHS if claimed.notice.kind in REPEATED else 1)
