"""Screens that read, with a database full of old talks and with an almost empty one."""

import time
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from sqlalchemy import insert

from flows.model import Audience, Mode, PersonId, Status
from flows.packing import Show
from flows.steps import Home, Times
from storage.columns import new_id
from storage.tables import appointment, participant
from tests.bench.figures import Better, Figure, Target
from tests.bench.flowing import Flowing, flowing
from tests.bench.plan import Plan
from tests.bench.town import SCHOOL

PEOPLE, WORKERS = 4000, 4
AHEAD = 100
"""Talks ahead, the same number in both databases; all the others are over."""
ASKED = 60
PRESENCE = Target(
    "presence-query",
    "presence screen's queries, 100,000 appointments",
    f"the same with {AHEAD}",
    Better.LESS,
    1.3,
    1.1,
)
FIRST_FREE = Target(
    "free-query",
    "first-free queries, 100,000 appointments",
    f"the same with {AHEAD}",
    Better.LESS,
    1.3,
    1.1,
)
TARGETS: dict[Target, Show] = {PRESENCE: Home(), FIRST_FREE: Times()}
_STATES = (Status.BOOKED, Status.FULFILLED, Status.FULFILLED, Status.CANCELLED, Status.NOSHOW)


async def measure(target: Target, plan: Plan, folder: Path) -> list[Figure]:
    """Different people ask both databases in turn; the median of each round."""
    async with AsyncExitStack() as stack:
        full = await stack.enter_async_context(flowing(folder / "full", WORKERS))
        small = await stack.enter_async_context(flowing(folder / "small", WORKERS))
        for town, old in ((full, plan.old - AHEAD), (small, 0)):
            await _fill(town, old)
        step = TARGETS[target]
        pairs = [await _round(full, small, step, n) for n in range(plan.rounds + 1)]
    return [Figure(target, pairs[1:], "ms")]


async def _round(full: Flowing, small: Flowing, step: Show, turn: int) -> tuple[float, float]:
    """The median time of a screen in ms on both, a different person each time."""
    took: tuple[list[float], list[float]] = ([], [])
    for n in range(ASKED):
        for town, times in zip((full, small), took, strict=True):
            began = time.perf_counter()
            await town.presses((turn * ASKED + n) % PEOPLE, step, 0)
            times.append(1000 * (time.perf_counter() - began))
    return median(took[0]), median(took[1])


async def _fill(town: Flowing, old: int) -> None:
    people = await town.add_people(PEOPLE)
    now = town.router.ports.clock()
    talks = [*_ahead(town, now), *_past(old, now)]
    seats = [
        {"id": each["id"], "appointment": each["id"], "seat": 0, "person": person}
        for each, person in zip(talks, _again(people, len(talks)), strict=True)
    ]
    async with town.store.engine.writing() as tx:
        await tx.run(insert(appointment), talks)
        await tx.run(insert(participant), seats)
        await tx.commit()


def _again(people: Sequence[PersonId], count: int) -> Iterator[PersonId]:
    return (people[n % len(people)] for n in range(count))


def _ahead(town: Flowing, now: datetime) -> Iterator[dict[str, Any]]:
    for wish in town.wishes(AHEAD):
        worker = town.router.ports.programme.worker(wish.worker)
        if worker is not None:
            yield _talk(worker.id, wish.start, Status.BOOKED, now)


def _past(count: int, now: datetime) -> Iterator[dict[str, Any]]:
    """Three years of talks; a fifth was never given an outcome and stands as booked."""
    chance = Random(2026)
    for n in range(count):
        start = now - timedelta(days=1 + chance.randrange(1000), minutes=20 * chance.randrange(9))
        yield _talk(f"w{n % WORKERS}", start, chance.choice(_STATES), start - timedelta(days=3))


def _talk(worker: str, start: datetime, status: Status, at: datetime) -> dict[str, Any]:
    return {
        "id": new_id(),
        "worker": worker,
        "school": SCHOOL,
        "start_at": start,
        "end_at": start + timedelta(minutes=20),
        "mode": Mode.SCHOOL,
        "audience": Audience.PUPIL,
        "status": status,
        "version": 1,
        "created_at": at,
        "changed_at": at,
    }
