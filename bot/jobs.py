"""What the clock makes due: weeks, day lists, notices. The database decides, the clock ticks."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import datetime, timedelta
from functools import partial
from random import SystemRandom
from typing import Protocol

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.clock import Leaps
from bot.delivery.sender import Sender
from bot.trouble import Alarm
from flows.demand.job import next_release, release_due
from flows.desk.job import desks_due
from flows.door.job import ends_due
from flows.ports import OpenRelease, Ports
from flows.reminding.daylist import list_days, next_day_list
from flows.waiting.job import offer_due

TICK = timedelta(seconds=5)
SENDING = 5.0
"""Seconds of sending after which the other jobs have their turn."""
LEAP = timedelta(minutes=5)
"""A clock that moves so far at once is wrong now, or was."""
GRACE = 60.0
"""Seconds that it has to be set right again, before anything is done by it."""

_log = logging.getLogger(__name__)
Job = Callable[[], Awaitable[object]]


class Night(Protocol):
    """What is done once a night."""

    async def run(self, now: datetime) -> None:
        """Do it, if its hour has come and it was not done yet."""

    def next_at(self, now: datetime) -> datetime:
        """When it is due next."""


class Jobs:
    """Carries out what is due; any number of replicas may tick."""

    def __init__(
        self,
        ports: Ports,
        releasing: OpenRelease,
        sender: Sender,
        listed: Collection[str] = (),
        alarm: Alarm | None = None,
        ticked: Callable[[float], None] = lambda _seconds: None,
        nights: Sequence[Night] = (),
    ) -> None:
        """Nothing is carried out yet.

        Args:
            ports: For time and database.
            releasing: Opens the work of a release.
            sender: Sends what is due.
            listed: Channels by which workers get their day list every morning.
            alarm: Tells the operator of troubles.
            ticked: Called with the seconds that each look took.
            nights: What is done once a night, in this order.
        """
        self._ports = ports
        self._releasing = releasing
        self._sender = sender
        self._wake = asyncio.Event()
        self._listed = listed
        self._alarm = alarm or Alarm()
        self._ticked = ticked
        self._nights = nights
        self._released_until: datetime | None = None
        self._listed_until: datetime | None = None
        self._desks_until: datetime | None = None
        self._desks_revision: int | None = None
        self._offers_until: datetime | None = None
        self._at_work = asyncio.Lock()

    async def run_due(self, sending: float | None = None) -> None:
        """Publish weeks, list days, ask desks, offer times, send; no fault holds up the others.

        Args:
            sending: Seconds after which sending stops for now; None to send all that is due.
        """
        due: list[Job] = [self._release, self._list_days, self._desks, self._offers]
        due.append(partial(self._sender.drain, sending))
        due += [partial(self._night, each) for each in self._nights]  # last: they take a while
        async with self._at_work:
            began = time.monotonic()
            for job in due:
                try:
                    await job()
                except Exception as fault:  # noqa: BLE001  whatever it is, the next tick tries again
                    if not self._alarm.met(fault):
                        _log.error("a tick failed", exc_info=fault)
            self._alarm.look()
            self._ticked(time.monotonic() - began)

    @asynccontextmanager
    async def between(self, patience: float) -> AsyncIterator[None]:
        """A moment at which nothing is in hand; after `patience` seconds any moment.

        Nothing more is sent from now on but the notice in hand.
        """
        self._sender.halt()
        async with AsyncExitStack() as stack:
            with suppress(TimeoutError):
                async with asyncio.timeout(patience):
                    await stack.enter_async_context(self._at_work)
            yield

    async def _release(self) -> None:
        if self._released_until is not None and self._ports.clock() < self._released_until:
            return
        await ends_due(self._ports)
        for week in await release_due(self._releasing, self._ports, SystemRandom()):
            _log.info("published %s", week)
        self._released_until = next_release(self._ports)

    async def _list_days(self) -> None:
        now = self._ports.clock()
        if not self._listed or (self._listed_until is not None and now < self._listed_until):
            return
        await list_days(self._ports, self._listed)
        self._listed_until = next_day_list(self._ports)

    async def _desks(self) -> None:
        """Only when hours begin or end, or changed: what is due then was not due before."""
        now = self._ports.clock()
        async with self._ports.reading() as work:
            revision = await work.hours.revision()
        is_same = revision == self._desks_revision
        if is_same and (self._desks_until is None or now < self._desks_until):
            return
        self._desks_until = await desks_due(self._ports)
        self._desks_revision = revision

    async def _offers(self) -> None:
        """Every time: whatever happened may have freed something that somebody waits for."""
        self._offers_until = await offer_due(self._ports)

    async def _night(self, work: Night) -> None:
        await work.run(self._ports.clock())

    async def next_due(self) -> datetime | None:
        """The earliest moment at which something is due."""
        async with self._ports.reading() as work:
            notice = await work.outbox.next_due()
        moments = [next_release(self._ports)]
        told = (notice, self._desks_until, self._offers_until)
        moments += [each for each in told if each is not None]
        if self._listed:
            moments.append(next_day_list(self._ports))
        moments += [each.next_at(self._ports.clock()) for each in self._nights]
        return min(moments)

    def wake(self) -> None:
        """Look at once: something may have been queued."""
        self._wake.set()

    async def tick(self, stop: asyncio.Event) -> None:
        """Run by the system's clock until `stop`: every few seconds, and when woken."""
        scheduler = AsyncIOScheduler()
        every = IntervalTrigger(seconds=int(TICK.total_seconds()))
        scheduler.add_job(self.wake, every, misfire_grace_time=None, coalesce=True)
        scheduler.start()
        leaps = Leaps(self._ports.clock)
        try:
            while not stop.is_set():
                self._wake.clear()
                if await self._steady(leaps, stop):
                    await self.run_due(SENDING)
                    if self._sender.has_more:
                        continue
                await self._woken()
        finally:
            scheduler.shutdown(wait=False)

    async def _woken(self) -> None:
        """Wait for a tick; when the clock was set back, the scheduler would wait for its hour."""
        with suppress(TimeoutError):
            async with asyncio.timeout(2 * TICK.total_seconds()):
                await self._wake.wait()

    async def _steady(self, leaps: Leaps, stop: asyncio.Event) -> bool:
        """Whether things may be done by the clock; after a leap it has a moment to come right.

        What would be done by a clock that is wrong cannot be undone: weeks published, reminders
        dropped as too late.
        """
        leap = leaps.since_last()
        if abs(leap) < LEAP:
            return True
        how = "ahead" if leap > timedelta() else "back"
        self._alarm.raised(
            f"The machine's clock leapt {abs(leap) / timedelta(minutes=1):.0f} minutes {how}: see"
            f" that it is right (timedatectl). Nothing is sent for {GRACE:.0f} seconds."
        )
        self._released_until = self._listed_until = self._desks_until = self._offers_until = None
        self._desks_revision = None
        with suppress(TimeoutError):
            async with asyncio.timeout(GRACE):
                await stop.wait()
        return not stop.is_set() and abs(leaps.since_last()) < LEAP
