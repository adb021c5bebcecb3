"""`inloop` as a process of its own, as an operator starts and ends it."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL

from bot.demo.core import Core

PATIENCE = 120.0
"""Seconds after which a test gives up; no test is decided by less."""


@dataclass(frozen=True, slots=True)
class Ended:
    """What a process left."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The only thing it said, of what it refused."""
        assert self.code == 1, self
        assert self.out == "", self
        assert self.err.endswith("\n"), self
        assert self.err.count("\n") == 1, self.err
        return self.err.rstrip("\n")


class Inloop:
    """A process under way."""

    def __init__(self, process: Process) -> None:
        self.process = process

    async def line(self) -> str:
        """The next line on its standard output."""
        assert self.process.stdout is not None
        async with asyncio.timeout(PATIENCE):
            return (await self.process.stdout.readline()).decode()

    async def ended(self, with_signal: signal.Signals | None = None) -> Ended:
        """Wait for its end, after a signal or without."""
        if with_signal is not None:
            self.process.send_signal(with_signal)
        async with asyncio.timeout(PATIENCE):
            out, err = await self.process.communicate()
        assert self.process.returncode is not None
        return Ended(self.process.returncode, out.decode(), err.decode())


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """The machine's environment with these settings of Inloop only."""
    others = {key: each for key, each in os.environ.items() if not key.startswith("INLOOP_")}
    return {**others, **settings}


def settings_for(core: Core, address: str) -> dict[str, str]:
    """What points a bot at the local server."""
    return {
        "INLOOP_TELEGRAM__TOKEN": core.token,
        "INLOOP_TELEGRAM__BASE_URL": f"{address}/bot",
    }


@asynccontextmanager
async def inloop(
    *words: str, folder: Path, settings: Mapping[str, str] | None = None
) -> AsyncIterator[Inloop]:
    """Start a command in a folder; it is gone at the end of the block."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", *words),
        cwd=folder,
        env={**environment(settings or {}), "PYTHONPATH": str(Path(__file__).parents[2])},
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=PIPE,
    )
    try:
        yield Inloop(process)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def told(*words: str, folder: Path, settings: Mapping[str, str] | None = None) -> Ended:
    """Run a command to its end."""
    async with inloop(*words, folder=folder, settings=settings) as process:
        return await process.ended()


async def comes_true(what: Callable[[], bool | Awaitable[bool]]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(PATIENCE):
        while True:
            found = what()
            if found if isinstance(found, bool) else await found:
                return
            await asyncio.sleep(0.02)
