"""The real bot with a fast clock; it may be told to die at a step between claim and sent.

python -m tests.chaos.bot CONFIG (poll|send)

`CHAOS_CLOCK` is the file of the clock, `CHAOS_DIES` a step and how often it is passed before, and
in `CHAOS_HAND` stands the number of the notice in hand. `send` neither asks for updates nor answers
any: a second replica that ticks and sends.
"""

import asyncio
import os
import signal
import sys
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
        had = self._ended
        claimed = await turn(self, *given, **more)
        note("" if claimed is None else str(claimed.id))
        if had is not None:
            dies("settled")
        if claimed is not None:
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


async def send_only(path: Path, clock: Shown, stop: asyncio.Event) -> None:
    """Tick and send beside the one that polls."""
    config = load(path, os.environ)
    async with found(config) as present:
        link = connection(config)
        async with link.bot:
            parts = assemble(config, await present.ready(), link.bot, clock, PACING)
            sys.stdout.write("ready\n")
            sys.stdout.flush()
            await parts.jobs.tick(stop)


async def main() -> None:
    """Run until killed."""
    path, role = Path(sys.argv[1]), sys.argv[2]
    clock, stop = Shown(Path(os.environ["CHAOS_CLOCK"])), asyncio.Event()
    vars(bot.app)["system_clock"] = clock
    bot.jobs.TICK = timedelta(seconds=1)
    bot.jobs.LEAP = timedelta(days=1)  # this clock does nothing but leap
    arm(Dies(os.environ.get("CHAOS_DIES", "")), Path(os.environ["CHAOS_HAND"]))
    if role == "send":
        await send_only(path, clock, stop)
    else:
        await run(load(path, os.environ), stop, ready=lambda: print("ready", flush=True))  # noqa: T201


if __name__ == "__main__":
    asyncio.run(main())
