"""The presence screen where the programme is large, and where office hours just changed."""

import time
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from statistics import median

from flows.model import Span, WorkerId
from flows.steps import Home
from tests.bench.figures import Better, Figure, Target
from tests.bench.flowing import Flowing, flowing
from tests.bench.plan import Plan

MANY = 60
PEOPLE, ASKED, CHANGED = 100, 60, 5
SIZE = Target(
    "size",
    f"presence screen, {MANY} workers at {MANY} schools",
    "the same with one worker at one",
    Better.LESS,
    1.3,
    1.1,
)
CHANGE = Target(
    "change",
    f"first presence screen after a change, {MANY} workers",
    "the next one",
    Better.LESS,
    60.0,
    30.0,
)
_HALF_A_DAY = timedelta(hours=12)


async def size(target: Target, plan: Plan, folder: Path) -> list[Figure]:
    """Different people ask the large and the small programme in turn; medians of each round."""
    async with AsyncExitStack() as stack:
        large = await stack.enter_async_context(flowing(folder / "large", MANY, MANY))
        small = await stack.enter_async_context(flowing(folder / "small", 1))
        for town in (large, small):
            await town.add_people(PEOPLE)
        pairs = [await _side_by_side(large, small) for _ in range(plan.rounds + 1)]
    return [Figure(target, pairs[1:], "ms")]


async def change(target: Target, plan: Plan, folder: Path) -> list[Figure]:
    """A worker will be away one day; then two people ask, and only the first waits for it."""
    async with flowing(folder / "town", MANY) as town:
        await town.add_people(PEOPLE)
        pairs = [await _after_changes(town, n) for n in range(plan.rounds + 1)]
    return [Figure(target, pairs[1:], "ms")]


async def _side_by_side(large: Flowing, small: Flowing) -> tuple[float, float]:
    took = [(await _asked(large, n), await _asked(small, n)) for n in range(ASKED)]
    return _medians(took)


async def _after_changes(town: Flowing, turn: int) -> tuple[float, float]:
    took = []
    for n in range(CHANGED):
        await _change(town, days=1 + turn * CHANGED + n)
        took.append((await _asked(town, 2 * n), await _asked(town, 2 * n + 1)))
    return _medians(took)


def _medians(took: list[tuple[float, float]]) -> tuple[float, float]:
    ours, others = zip(*took, strict=True)
    return median(ours), median(others)


async def _change(town: Flowing, days: int) -> None:
    now = town.router.ports.clock()
    start = now + timedelta(days=days)
    async with town.store.work() as work:
        await work.hours.add_absence(WorkerId("w0"), Span(start, start + _HALF_A_DAY), now)
        await work.commit()


async def _asked(town: Flowing, person: int) -> float:
    """How long one person waits for the screen, in ms."""
    began = time.perf_counter()
    await town.presses(person % PEOPLE, Home(), 0)
    return 1000 * (time.perf_counter() - began)
