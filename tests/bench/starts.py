"""How long it takes to be ready, and how much memory stays."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from tests.bench.figures import Better, Figure, Target
from tests.bench.plan import Plan, rounds
from tests.bench.stage import Server, Started, bot, echo, environment, inloop, server

READY = Target("ready", "inloop run: ready", "bare echo bot", Better.LESS, 2.5, 1.8)
MEMORY = Target("memory", "inloop run: resident memory", "bare echo bot", Better.LESS, 2.5, 2.0)
HELP = Target("help", "inloop --help", "python -c pass", Better.LESS, 20.0, 10.0)


async def starts(_target: Target, plan: Plan, folder: Path) -> list[Figure]:
    """Both bots come up in turn; the database and the compiled modules are there already."""
    async with AsyncExitStack() as stack:
        ours = await stack.enter_async_context(server(folder))
        other = await stack.enter_async_context(server(folder))
        started = []
        for _ in range(plan.rounds + 1):
            one = await _start(inloop(ours, folder), ours, folder)
            started.append((one, await _start(echo(other), other, folder)))
    counted = started[1:]
    return [
        Figure(READY, [(one.seconds, two.seconds) for one, two in counted], "s"),
        Figure(MEMORY, [(one.megabytes, two.megabytes) for one, two in counted], "MB"),
    ]


async def _start(arguments: Sequence[str], at: Server, folder: Path) -> Started:
    async with bot(arguments, at, folder) as started:
        return started


async def help_page(target: Target, plan: Plan, folder: Path) -> list[Figure]:
    """The command line's page, against an interpreter that does nothing."""
    pairs = await rounds(
        plan,
        lambda _: _took(["-m", "bot", "--help"], folder),
        lambda _: _took(["-c", "pass"], folder),
    )
    return [Figure(target, pairs, "s")]


async def _took(arguments: Sequence[str], folder: Path) -> float:
    began = time.monotonic()
    await asyncio.to_thread(
        subprocess.run,
        [sys.executable, *arguments],
        env=environment(folder),
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.monotonic() - began
