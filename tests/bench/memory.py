"""Whether a bot that goes on keeps no more than it did: resident memory over many updates."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from tests.bench.figures import Better, Figure, Target
from tests.bench.plan import Plan
from tests.bench.stage import SETTLES, Server, Started, bot, inloop, link_of, server

AT_ONCE = 32
WARM = 10
"""After one part in so many the memory is what it should stay."""
SECONDS = 5.0
FLAT = Target(
    "flat", "memory after 100,000 updates", "after the first 10,000", Better.LESS, 1.1, 1.03
)


async def flat(target: Target, plan: Plan, folder: Path) -> list[Figure]:
    """One bot on one server; three of four updates only look, the others book and cancel."""
    async with AsyncExitStack() as stack:
        at = await stack.enter_async_context(server(folder))
        started = await stack.enter_async_context(bot(inloop(at, folder), at, folder))
        await at.people(AT_ONCE, link_of(folder), booked=True)
        await _handled(at, plan.updates // WARM)
        before = await _settled(started)
        await _handled(at, plan.updates - plan.updates // WARM)
        after = await _settled(started)
    return [Figure(target, [(after, before)], "MB")]


async def _handled(at: Server, wanted: int) -> None:
    """Let people press until so many updates were handled."""
    done = 0.0
    while done < wanted:
        done += await at.run("home", 3 * SECONDS) * 3 * SECONDS
        done += await at.run("book", SECONDS) * SECONDS


async def _settled(started: Started) -> float:
    await asyncio.sleep(SETTLES)
    return started.resident()
