"""The real bot with a fast clock; it may be told to die at a step between claim and sent.

It is a process of its own, forked from one that has read all modules and done nothing else: so a
life begins within a second, on a machine that is at work too.
"""

import asyncio
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import bot.app
import bot.delivery.sender
import bot.jobs
from bot.app import assemble, run
from bot.config import load
from bot.connection import connection
from bot.delivery.sender import PACING, Sender
from bot.store import found
from bot.telegram.carrier import TelegramCarrier
from tests.chaos.clock import Shown

STEPS = ("claimed", "rendered", "answered", "settled")
"""Where a bot dies by itself; the server kills it between the effect of a call and its answer."""


class Dies:
    """Dies at a step, at the nth time that it is passed."""

    def __init__(self, wanted: str) -> None:
        step, _, times = wanted.partition(":")
        self._step, self._times, self._passed = step, int(times or 0), count(1)

    def __call__(self, step: str) -> None:
        """A step is passed."""
        if step == self._step and next(self._passed) >= self._times:
            os.kill(os.getpid(), signal.SIGKILL)


def arm(dies: Dies, hand: Path) -> None:
    """Put the steps into the sender, and what it has in hand into a file; no more of it changes."""
    inside: Any = Sender
    note = partial(hand.write_text, encoding="ascii")
    turn, deliver, carry = inside._turn, inside._deliver, TelegramCarrier.carry  # noqa: SLF001

    async def turning(self: Any, *given: Any, **more: Any) -> Any:
        had = bool(self._ended)
        claimed = await turn(self, *given, **more)
        note(" ".join(str(each.id) for each in claimed))
        if had:
            dies("settled")
        if claimed:
            dies("claimed")
        return claimed

    async def delivering(self: Sender, *given: Any) -> Any:
        ended = await deliver(self, *given)
        dies("answered")
        return ended

    async def carrying(self: TelegramCarrier, *given: Any) -> Any:
        dies("rendered")
        return await carry(self, *given)

    inside._turn, inside._deliver = turning, delivering  # noqa: SLF001
    TelegramCarrier.carry = carrying  # type: ignore[method-assign, assignment]


@dataclass(frozen=True, slots=True)
class Life:
    """How a bot is to live.

    Attributes:
        role: `poll`; or `send`, which neither asks for updates nor answers any: it ticks and sends.
        clock: The file of the clock.
        hand: The file in which the number of the notice in hand stands.
        ready: The file that is there once the bot is.
        dies: A step and how often it is passed before, such as `claimed:2`; empty for never.
    """

    config: Path
    role: str
    clock: Path
    hand: Path
    ready: Path
    dies: str


def live(life: Life) -> None:
    """Live until killed, or until told to end."""
    os.chdir(life.config.parent)
    if not os.environ.get("CHAOS_SAYS"):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    asyncio.run(_live(life))


async def _live(life: Life) -> None:
    clock, stop = Shown(life.clock), asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    vars(bot.app)["system_clock"] = clock
    bot.jobs.TICK = timedelta(seconds=1)
    bot.jobs.LEAP = timedelta(days=1)  # this clock does nothing but leap
    arm(Dies(life.dies), life.hand)
    if life.role == "send":
        await _send_only(life, clock, stop, life.ready.touch)
    else:
        await run(load(life.config, {}), stop, ready=life.ready.touch)


async def _send_only(
    life: Life, clock: Shown, stop: asyncio.Event, ready: Callable[[], None]
) -> None:
    """Tick and send beside the one that polls."""
    config = load(life.config, {})
    async with found(config) as present:
        link = connection(config)
        async with link.bot:
            parts = assemble(config, await present.ready(), link.bot, clock, PACING)
            ready()
            await parts.jobs.tick(stop)
