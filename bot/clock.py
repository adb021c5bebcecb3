"""The one clock, passed in: the system's, or that of the demo server."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import aiohttp

LONG_POLL = 25
"""Seconds the demo server may keep a beat waiting."""
AGAIN_AFTER = 0.5

_log = logging.getLogger(__name__)


def system_clock() -> datetime:
    """This moment, aware UTC."""
    return datetime.now(UTC)  # noqa: TID251  the one place that asks the machine


class FollowedClock:
    """The clock of the demo server: it stands still, and moves when a visitor moves it.

    The server counts beats. Each beat says what time it is; what is due then is carried out
    before the next beat is asked for, so the server knows when all of it has happened.
    """

    def __init__(self, url: str, now: datetime) -> None:
        self._url = f"{url.rstrip('/')}/sim/clock/beat"
        self._now = now

    def __call__(self) -> datetime:
        """The moment of the last beat, aware UTC."""
        return self._now

    @classmethod
    async def attach(cls, url: str) -> "FollowedClock":
        """Read the server's clock.

        Raises:
            ClockError: Nobody there tells the time.
        """
        async with aiohttp.ClientSession(trust_env=False) as session:
            try:
                async with session.get(f"{url.rstrip('/')}/sim/clock") as answer:
                    moment = datetime.fromisoformat((await answer.json())["now"])
            except (aiohttp.ClientError, KeyError, TypeError, ValueError, OSError):
                raise ClockError(
                    f"Nobody tells the time at {url}: start the demo first, or leave --clock out."
                ) from None
        return cls(url, moment.astimezone(UTC))

    async def follow(
        self,
        run_due: Callable[[], Awaitable[None]],
        next_due: Callable[[], Awaitable[datetime | None]],
        stop: asyncio.Event,
    ) -> None:
        """Carry out what each beat makes due, until `stop`."""
        done: int | None = None
        async with aiohttp.ClientSession(trust_env=False) as session:
            while not stop.is_set():
                try:
                    due = await next_due()
                except Exception as fault:  # noqa: BLE001  whatever it is, the next one tries again
                    _log.error("what is due cannot be read", exc_info=fault)
                    await _pause(stop)
                    continue
                asked = {"done": done, "next": due and due.isoformat(), "wait": LONG_POLL}
                beat = await self._beat(session, asked, stop)
                if beat is not None and beat != done:
                    await run_due()
                    done = beat

    async def _beat(
        self, session: aiohttp.ClientSession, asked: object, stop: asyncio.Event
    ) -> int | None:
        """The number of the next beat, whose moment it is from now on; None without an answer."""
        try:
            async with session.post(self._url, json=asked) as answer:
                answer.raise_for_status()
                beat = await answer.json()
                self._now = datetime.fromisoformat(beat["now"]).astimezone(UTC)
                return int(beat["beat"])
        except (aiohttp.ClientError, OSError):
            await _pause(stop)
            return None


async def _pause(stop: asyncio.Event) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(AGAIN_AFTER):
            await stop.wait()


class Leaps:
    """Tells by how much the clock on the wall moved otherwise than time passed."""

    def __init__(
        self, wall: Callable[[], datetime], passed: Callable[[], float] = time.monotonic
    ) -> None:
        self._wall = wall
        self._passed = passed
        self._last = (wall(), passed())

    def since_last(self) -> timedelta:
        """How far it leapt since the last question; below zero: back."""
        (wall, passed), self._last = self._last, (self._wall(), self._passed())
        return (self._last[0] - wall) - timedelta(seconds=self._last[1] - passed)


class ClockError(Exception):
    """The clock cannot be followed; the message says why."""
