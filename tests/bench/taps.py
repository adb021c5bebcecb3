"""Taps a second of the whole bot, against a bare echo bot on the same kind of server."""

from contextlib import AsyncExitStack
from pathlib import Path

from tests.bench.figures import Better, Figure, Target
from tests.bench.plan import Plan, rounds
from tests.bench.stage import bot, echo, inloop, link_of, server

AT_ONCE = 32
PRESENCE = Target(
    "presence",
    f"presence screens, whole bot, {AT_ONCE} at once",
    "bare echo bot, default transport",
    Better.MORE,
    1.0,
    1.5,
)
BOOKING = Target(
    "taps",
    f"booking taps, whole bot, {AT_ONCE} at once",
    "bare echo bot, default transport",
    Better.MORE,
    0.4,
    0.7,
)
TARGETS = {PRESENCE: "home", BOOKING: "book"}


async def measure(target: Target, plan: Plan, folder: Path) -> list[Figure]:
    """Rounds of the same load in turn, the other bot idle meanwhile."""
    kind = TARGETS[target]
    async with AsyncExitStack() as stack:
        ours = await stack.enter_async_context(server(folder))
        other = await stack.enter_async_context(server(folder))
        await stack.enter_async_context(bot(inloop(ours, folder), ours, folder))
        await stack.enter_async_context(bot(echo(other), other, folder))
        await ours.people(AT_ONCE, link_of(folder), booked=kind == "book")
        await other.people(AT_ONCE)
        pairs = await rounds(
            plan,
            lambda _: ours.run(kind, plan.seconds),
            lambda _: other.run("texts", plan.seconds),
        )
    return [Figure(target, pairs, "a second")]
