"""A server and a bot on it, each in a process of its own."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from tests.bench.town import config_of, write_config

PATIENCE = 120.0
SETTLES = 1.0
"""Seconds between a bot's first question for updates and a look at its memory."""


def environment(folder: Path) -> dict[str, str]:
    """For child processes: compiled modules are kept, in a folder that goes away."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHONDONT", "INLOOP_"))}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "pycache")}


@contextmanager
def process(arguments: Sequence[str], folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run Python with arguments beside the block, then stop it."""
    with subprocess.Popen(
        [sys.executable, *arguments],
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as child:
        try:
            yield child
        finally:
            child.terminate()
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()


@dataclass(frozen=True, slots=True)
class Server:
    """The local Bot API server of one bot."""

    address: str
    token: str
    session: aiohttp.ClientSession

    async def tell(self, what: str, **asked: Any) -> float:
        """An order; its figure, 0 when it has none."""
        async with self.session.post(f"{self.address}/bench/{what}", json=asked) as answer:
            answer.raise_for_status()
            return float((await answer.json()).get("figure", 0.0))

    async def people(self, count: int, link: str = "", *, booked: bool = False) -> None:
        """Let people come, by a link if one is given."""
        await self.tell("people", count=count, link=link, booked=booked)

    async def run(self, kind: str, seconds: float) -> float:
        """How often a second people do something."""
        return await self.tell("run", kind=kind, seconds=seconds)


@asynccontextmanager
async def server(folder: Path) -> AsyncIterator[Server]:
    """A server of its own beside the block."""
    timeout = aiohttp.ClientTimeout(total=PATIENCE)
    with process(["-m", "tests.bench.server"], folder) as child:
        if child.stdout is None:
            raise RuntimeError("a pipe was asked for")
        address, token = (await asyncio.to_thread(child.stdout.readline)).split()
        async with aiohttp.ClientSession(timeout=timeout, trust_env=False) as session:
            yield Server(address, token, session)


@dataclass(frozen=True, slots=True)
class Started:
    """How a bot came up: seconds until it asked for updates, and MB it then kept."""

    seconds: float
    megabytes: float
    pid: int = 0

    def resident(self) -> float:
        """MB it keeps now."""
        return _resident(self.pid)


@asynccontextmanager
async def bot(arguments: Sequence[str], at: Server, folder: Path) -> AsyncIterator[Started]:
    """A bot on a server beside the block, once it asks for updates."""
    await at.tell("forget")
    began = time.monotonic()
    with process(arguments, folder) as child:
        ready = await _asked(at, child)
        await asyncio.sleep(SETTLES)
        yield Started(ready - began, _resident(child.pid), child.pid)


async def _asked(at: Server, child: subprocess.Popen[str]) -> float:
    """When the bot first asked for updates.

    Raises:
        RuntimeError: It ended before it did.
    """
    async with asyncio.TaskGroup() as group:
        asked = group.create_task(at.tell("asked"))
        while not asked.done():
            if child.poll() is not None:
                raise RuntimeError("a bot ended before it was ready")
            await asyncio.wait([asked], timeout=0.2)
    return asked.result()


def _resident(pid: int) -> float:
    """Resident memory in MB, as Linux counts it."""
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(each for each in status.splitlines() if each.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def echo(at: Server) -> list[str]:
    """How the bare echo bot is started."""
    return ["-m", "tests.bench.echo", f"{at.address}/bot", at.token]


def inloop(at: Server, folder: Path) -> list[str]:
    """How Inloop is started, with its database and key in a folder."""
    config = write_config(folder, at.address, at.token)
    return ["-m", "bot", "run", "--config", str(config)]


def link_of(folder: Path) -> str:
    """The payload by which people come to the school."""
    return config_of(folder).programme.schools[0].link
