"""A booking's transaction: how many a second, and how evenly."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from statistics import quantiles

import aiosqlite

from flows.model import PersonId
from flows.steps import Book
from storage.sealing import Sealer
from tests.bench import raw
from tests.bench.figures import Better, Figure, Target
from tests.bench.flowing import Flowing, flowing
from tests.bench.plain import Plain
from tests.bench.plan import Plan, rounds
from tests.databases import RING, SEALER

TASKS, CROWD, BURSTS = 8, 50, 8
WORKERS = 30
SPEED = Target(
    "booking",
    f"booking, router and SQLite, {TASKS} tasks",
    "same rows, aiosqlite alone, one task",
    Better.MORE,
    0.25,
    0.4,
)
EVEN = Target(
    "p99",
    f"its p99 with {CROWD} people at once",
    "its p50",
    Better.LESS,
    4.0,
    2.5,
)
SEALED = Target(
    "sealed",
    "a booking, sealed and looked up by keyed hash",
    "the same with keys that do nothing",
    Better.LESS,
    1.1,
    1.03,
)


async def sealed(target: Target, plan: Plan, folder: Path) -> list[Figure]:
    """What keys add to a booking: both sides are ours, one with keys that do nothing."""

    async def by(sealer: Sealer, name: str) -> float:
        async with flowing(folder / name, WORKERS, sealer=sealer) as town:
            return 1000 / await _ours(town, plan.bookings)

    pairs = await rounds(
        plan, lambda n: by(SEALER, f"sealed{n}"), lambda n: by(Plain(RING), f"plain{n}")
    )
    return [Figure(target, pairs, "ms")]


async def speed(target: Target, plan: Plan, folder: Path) -> list[Figure]:
    """As many bookings on both sides in turn, each round on fresh databases."""
    counts: list[dict[str, int]] = []

    async def ours(n: int) -> float:
        async with flowing(folder / f"ours{n}", WORKERS) as town:
            figure = await _ours(town, plan.bookings)
            counts.append(await _counts(town.path))
            return figure

    async def by_hand(n: int) -> float:
        async with flowing(folder / f"raw{n}", WORKERS) as town:
            figure = await _raw(town, plan.bookings)
            counts.append(await _counts(town.path))
            return figure

    pairs = await rounds(plan, ours, by_hand)
    if any(each != counts[0] for each in counts):
        raise RuntimeError(f"not the same rows: {counts}")
    return [Figure(target, pairs, "a second")]


async def even(target: Target, plan: Plan, folder: Path) -> list[Figure]:
    """Crowds of people who all press at the same moment; p99 and p50 of how long each waits."""
    pairs = []
    for n in range(plan.rounds + 1):
        async with flowing(folder / f"crowd{n}", WORKERS) as town:
            await town.add_people(CROWD * BURSTS)
            waits = await _bursts(town)
        percentiles = quantiles(waits, n=100)
        pairs += [(1000 * percentiles[98], 1000 * percentiles[49])] if n else []
    return [Figure(target, pairs, "ms")]


async def _ours(town: Flowing, bookings: int) -> float:
    await town.add_people(bookings)
    todo = iter(enumerate(town.wishes(bookings)))

    async def some() -> None:
        for n, wish in todo:
            await _book(town, n, wish)

    began = time.monotonic()
    await asyncio.gather(*(some() for _ in range(TASKS)))
    return bookings / (time.monotonic() - began)


async def _bursts(town: Flowing) -> list[float]:
    waits: list[float] = []

    async def one(n: int, wish: Book) -> None:
        began = time.monotonic()
        await _book(town, n, wish)
        waits.append(time.monotonic() - began)

    numbered = list(enumerate(town.wishes(CROWD * BURSTS)))
    for first in range(0, len(numbered), CROWD):
        await asyncio.gather(*(one(*each) for each in numbered[first : first + CROWD]))
    return waits


async def _book(town: Flowing, n: int, wish: Book) -> None:
    """Book; a refusal is raised, for then the figures would mean nothing."""
    await town.carries_out(n, wish, n + 1)


async def _raw(town: Flowing, bookings: int) -> float:
    people = await town.add_people(bookings)
    todo = list(_by_hand(town, people, town.wishes(bookings)))
    connection = await raw.opened(town.path)
    try:
        began = time.monotonic()
        for each in todo:
            await raw.book(connection, each)
        return bookings / (time.monotonic() - began)
    finally:
        await connection.close()


def _by_hand(
    town: Flowing, people: Sequence[PersonId], wishes: Sequence[Book]
) -> Iterator[raw.Booking]:
    ports = town.router.ports
    now = town.stored(ports.clock())
    for number, person, wish in zip(count(1), people, wishes, strict=False):
        worker = ports.programme.worker(wish.worker)
        if worker is not None:
            start = town.stored(wish.start)
            yield raw.Booking(number, person, worker.id, start, start // raw.TICK, now)


async def _counts(path: Path) -> dict[str, int]:
    """Rows by table."""
    connection = await aiosqlite.connect(path)
    try:
        return {
            table: next(iter(await connection.execute_fetchall(f"SELECT count(*) FROM {table}")))[0]  # noqa: S608 ours
            for table in raw.TABLES
        }
    finally:
        await connection.close()
