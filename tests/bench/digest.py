"""The digest: a block of fifty schools released, and a digest written with its chart."""

import asyncio
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

from flows.demand.job import release_due
from flows.demand.laying import read, written
from flows.demand.periods import monday_of, week_name
from flows.demand.plan import DEFAULT
from flows.demand.views import digest_of
from flows.ports import Ports
from flows.texts import Texts
from storage.releasing import Releasing
from storage.unit import Store
from tests.bench.figures import Better, Figure, Target
from tests.bench.plan import Plan
from tests.databases import fresh_sqlite, opened
from tests.flows.demand.year import FIRST, almanacs, town
from tests.ports import Ticker, make_ports
from tests.town import ZONE

RELEASE = Target("release", "a block of 50 schools released", "1 second", Better.LESS, 1.0, 0.2)
DIGEST = Target("digest", "a digest with its chart", "2 seconds", Better.LESS, 1.0, 0.6)
DRAWING = Target("drawing", "memory of who draws", "200 MB", Better.LESS, 1.0, 0.7)
FIFTY = 50
_DRAW = """
import asyncio, resource, sys
from bot.chart import draw
rows = [(f"Onderwerp {n}", 10 * n, 7) for n in range(50)]
asyncio.run(draw("Cijfers", rows))
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""


async def measure(_target: Target, plan: Plan, folder: Path) -> list[Figure]:
    """Each round on a database of its own, against a fixed time."""
    released, told, drawn = [], [], []
    for n in range(plan.rounds + 1):
        place = folder / str(n)
        place.mkdir()
        one, two = await _round(place)
        released.append((one, 1.0))
        told.append((two, 2.0))
        drawn.append((await _memory(), 200.0))
    return [
        Figure(RELEASE, released[1:], "s"),
        Figure(DIGEST, told[1:], "s"),
        Figure(DRAWING, drawn[1:], "MB"),
    ]


async def _round(folder: Path) -> tuple[float, float]:
    """Seconds of the release, and of the digest after it."""
    clock = Ticker(FIRST)
    async with opened(fresh_sqlite(folder)) as store:
        programme = town(FIFTY)
        ports = make_ports(store, clock)
        ports = replace(ports, programme=programme, almanacs=almanacs(programme))
        await _counted(store, ports)
        clock.now = FIRST + timedelta(weeks=DEFAULT.weeks, hours=2)
        began = time.perf_counter()
        await release_due(Releasing(store.engine), ports, Random(1))
        released = time.perf_counter() - began
        began = time.perf_counter()
        await _digest(store, ports)
        return released, time.perf_counter() - began


async def _counted(store: Store, ports: Ports) -> None:
    """Something in every cell of the block."""
    first = week_name(FIRST.date())
    async with store.work() as work:
        await work.tally.set_plan(first, written(ports.programme))
        for table in read(first, written(ports.programme)).plan.tables:
            for cell in table.cells:
                await work.tally.add(table.name, first, cell, 9)
        await work.commit()


async def _digest(store: Store, ports: Ports) -> None:
    from bot.chart import painted  # noqa: PLC0415  as the presenter does

    monday = monday_of("2026-W41")
    async with store.reading() as work:
        screen = await digest_of(monday, "programme", work, ports.programme)
    texts = Texts(["nl"], ZONE)
    said = [texts.say("nl", each) for each in screen.lines]
    if screen.picture is None or not said:
        raise AssertionError("the digest has no picture")
    await painted(screen.picture, texts, "nl")


async def _memory() -> float:
    """Megabytes that the process which draws had at its peak."""
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _DRAW, stdout=asyncio.subprocess.PIPE
    )
    out, _ = await child.communicate()
    return float(out)
