"""A bot that is killed and started again and again."""

import asyncio
import logging
import time
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random

from tests.chaos.bot import STEPS, Life, live
from tests.chaos.clock import Shown
from tests.chaos.world import ChaosCore

_log = logging.getLogger(__name__)
PATIENCE = 600.0
"""Seconds for a start or an end: far more than either takes on a machine that is at work."""
KILLED = -9
LONGEST_LIFE = 5.0
"""Seconds after which a bot that was to die at a step is killed as it is."""
MOST_PASSED = 2
"""At the first or second notice of a life, while there are any."""
ARRIVED, ANYWHERE = "arrived", "anywhere"
_LOOKS = 0.02
"""Seconds between two looks whether a process began or ended."""
_PROCESSES = get_context("forkserver")
_PROCESSES.set_forkserver_preload(["tests.chaos.bot", "pytest"])


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
    _process: BaseProcess | None = None

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

    async def lives(self) -> None:
        """A process that nobody kills."""
        await self._start("")

    async def end(self) -> None:
        """Stop it as an operator would.

        Raises:
            AssertionError: It did not end by itself.
        """
        process = self._process
        if process is None or process.exitcode is not None:
            return
        process.terminate()
        await _ended(process, PATIENCE)
        self.is_up = False
        if process.exitcode != 0:
            raise AssertionError(f"the bot did not end as it should: {process.exitcode}")

    async def _life(self, step: str) -> None:
        dies = f"{step}:{self.random.randint(1, MOST_PASSED)}" if step in STEPS else ""
        process = await self._start(dies)
        if step == ARRIVED:
            self.core.traps[self.role] = self._killed_in_hand
        longest = self.random.uniform(0.2, 2.0) if step == ANYWHERE else LONGEST_LIFE
        if not await _ended(process, longest):
            step = ANYWHERE
            process.kill()
            await _ended(process, PATIENCE)
        self.is_up = False
        self.core.traps.pop(self.role, None)
        if process.exitcode != KILLED:
            raise AssertionError(f"the bot ended by itself: {process.exitcode}")
        self.deaths[step] += 1
        held = _read(self._hand)
        if held:
            self.hits[int(held)] += 1
        _log.info("died: %s%s", step, f", {held} in hand" if held else "")

    def _killed_in_hand(self) -> bool:
        """Kill it if it has a notice in hand; whether it did."""
        if self._process is None or not _read(self._hand):
            return False
        self._process.kill()
        return True

    async def _start(self, dies: str) -> BaseProcess:
        """Begin a life; it may be over when it is returned."""
        ready = self.folder / f"ready-{self.role}"
        ready.unlink(missing_ok=True)
        self._hand.write_text("", encoding="ascii")
        config = self.folder / "config.toml"
        life = Life(config, self.role, self.shown.file, self._hand, ready, dies)
        process = _PROCESSES.Process(target=live, args=(life,), daemon=True)
        process.start()  # in no thread: it looks after the other processes, as this one does
        self._process = process
        async with asyncio.timeout(PATIENCE):
            while process.exitcode is None and not ready.exists():  # noqa: ASYNC110  nobody tells
                await asyncio.sleep(_LOOKS)
        if process.exitcode not in {None, KILLED}:
            raise AssertionError(f"the bot did not start: {process.exitcode}")
        self.is_up = process.exitcode is None
        return process


async def _ended(process: BaseProcess, patience: float) -> bool:
    """Whether it ended within so many seconds."""
    until = time.monotonic() + patience
    while process.exitcode is None and time.monotonic() < until:  # noqa: ASYNC110  nobody tells
        await asyncio.sleep(_LOOKS)
    return process.exitcode is not None


def _read(hand: Path) -> str:
    return hand.read_text(encoding="ascii")
