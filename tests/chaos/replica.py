"""A bot that is killed and started again and again."""

import asyncio
import logging
import os
import signal
import sys
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from tests.bench.stage import environment
from tests.chaos.bot import STEPS
from tests.chaos.clock import Shown
from tests.chaos.world import ChaosCore

_log = logging.getLogger(__name__)
PATIENCE = 600.0
"""Seconds for a start or an end: far more than either takes on a machine that is at work."""
KILLED = -9
LONGEST_LIFE = 5.0
"""Seconds after which a bot that was to die at a step is killed as it is."""
ARRIVED, ANYWHERE = "arrived", "anywhere"


@dataclass
class Replica:
    """Keeps one process alive, and ends it as often as it is told.

    Attributes:
        role: `poll` or `send`.
        deaths: By step.
        hits: The notice that was in hand, for each kill that hit one.
        is_up: It is there, so time may pass.
    """

    role: str
    folder: Path
    core: ChaosCore
    shown: Shown
    random: Random
    deaths: Counter[str] = field(default_factory=Counter)
    hits: Counter[int] = field(default_factory=Counter)
    is_up: bool = False
    _process: Process | None = None

    @property
    def _hand(self) -> Path:
        return self.folder / f"hand-{self.role}"

    def holds(self) -> float:
        """Seconds for which it has had the same notice in hand; 0 for none."""
        if not self.is_up or not _read(self._hand):
            return 0.0
        return time.time() - self._hand.stat().st_mtime

    async def dies_once(self, n: int) -> None:
        """A life ended by a kill: the nth of them at one of the steps in turn, or anywhere."""
        steps = (*STEPS, ARRIVED, ANYWHERE)
        await self._life(steps[n % len(steps)])

    async def lives(self) -> Process:
        """A process that nobody kills."""
        return await self._start("")

    async def end(self) -> None:
        """Stop it as an operator would."""
        if self._process is not None:
            self.is_up = False
            _signal(self._process, signal.SIGTERM)
            async with asyncio.timeout(PATIENCE):
                await self._process.wait()

    async def _life(self, step: str) -> None:
        dies = f"{step}:{self.random.randint(1, 4)}" if step in STEPS else ""
        process = await self._start(dies)
        if step == ARRIVED:
            self.core.on_arrival = partial(_signal, process, signal.SIGKILL)
        longest = self.random.uniform(0.2, 2.0) if step == ANYWHERE else LONGEST_LIFE
        try:
            async with asyncio.timeout(longest):
                await process.wait()
        except TimeoutError:
            step = ANYWHERE
            _signal(process, signal.SIGKILL)
            await process.wait()
        self.is_up, self.core.on_arrival = False, None
        if process.returncode != KILLED:
            raise AssertionError(f"the bot ended by itself: {process.returncode}")
        self.deaths[step] += 1
        held = _read(self._hand)
        if held:
            self.hits[int(held)] += 1
        _log.info("died: %s%s", step, f", {held} in hand" if held else "")

    async def _start(self, dies: str) -> Process:
        self._hand.write_text("", encoding="ascii")
        settings = {
            **environment(self.folder),
            "CHAOS_CLOCK": str(self.shown.file),
            "CHAOS_DIES": dies,
            "CHAOS_HAND": str(self._hand),
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }
        process = self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "tests.chaos.bot", str(self.folder / "config.toml"), self.role),
            cwd=self.folder,
            env=settings,
            stdin=DEVNULL,
            stdout=PIPE,
            stderr=None if os.environ.get("CHAOS_SAYS") else DEVNULL,
        )
        if process.stdout is None:
            raise AssertionError("a pipe was asked for")
        async with asyncio.timeout(PATIENCE):
            line = await process.stdout.readline()
        if line != b"ready\n" and process.returncode != KILLED:
            await process.wait()
            if process.returncode != KILLED:
                raise AssertionError(f"the bot did not start: {process.returncode}")
        self.is_up = process.returncode is None
        return process


def _signal(process: Process, sign: int) -> None:
    """Not by its own methods: those may take the status of a child that just ended from asyncio."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            os.kill(process.pid, sign)


def _read(hand: Path) -> str:
    return hand.read_text(encoding="ascii")
