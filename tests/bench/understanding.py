"""What typed text costs: until it is ready, each message, the worst one, and memory.

Held against the bounds of docs/understanding.md, which are no other program's figures. Each round
is a process of its own, which prints `Cost` as JSON.
"""

import asyncio
import datetime as dt
import json
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import quantiles
from zoneinfo import ZoneInfo

from flows.model import WorkerId
from tests.bench.figures import Better, Figure, Target
from tests.bench.plan import Plan
from tests.bench.stage import environment


def _bound(name: str, what: str, bound: str) -> Target:
    return Target(name, f"typed text: {what}", bound, Better.LESS, 1.0, 0.5)


BOUNDS = {
    "ready": (_bound("text-ready", "ready to read", "100 ms"), 100.0, "ms"),
    "median": (_bound("text-median", "a message, median", "2 ms"), 2.0, "ms"),
    "p99": (_bound("text-p99", "a message, p99", "10 ms"), 10.0, "ms"),
    "worst": (_bound("text-worst", "the worst hostile message", "50 ms"), 50.0, "ms"),
    "memory": (_bound("text-memory", "more memory", "25 MB"), 25.0, "MB"),
}
TARGETS = tuple(target for target, _, _ in BOUNDS.values())
NAMES = ("Fatima", "Jeroen", "Samira", "Mike", "Anouk")
HOSTILE = (
    "a" * 4096, "ab " * 1365, "niet " * 819, "12:30 " * 682, "مرحبا " * 682, "\u202e" * 4096,
    "🙏" * 4096, "ik wil niet meer " * 240, "fatma " * 682, "".join(map(chr, range(32, 4128))),
    " ".join(f"w{n}rd" for n in range(800)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one process: milliseconds, and megabytes that it grew by."""

    ready: float
    median: float
    p99: float
    worst: float
    memory: float


async def measure(target: Target, plan: Plan, folder: Path) -> list[Figure]:
    """All rows, when the first of them is asked for."""
    if target is not TARGETS[0]:
        return []
    costs = [await _cost(folder) for _ in range(plan.rounds + 1)]
    return [
        Figure(row, [(float(asdict(cost)[name]), bound) for cost in costs[1:]], unit)
        for name, (row, bound, unit) in BOUNDS.items()
    ]


async def _cost(folder: Path) -> Cost:
    ended = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "tests.bench.understanding"],
        env=environment(folder),
        stdout=subprocess.PIPE,
        check=True,
    )
    return Cost(**json.loads(ended.stdout))


def _measured() -> Cost:
    """In this process, which must have loaded nothing of it before."""
    before, began = _resident(), time.perf_counter()
    from flows.understanding.intents import Intents  # noqa: PLC0415
    from flows.understanding.reading import understand  # noqa: PLC0415

    intents, zone = Intents.load(), ZoneInfo("Europe/Amsterdam")
    roster = [(WorkerId(each.lower()), each, ()) for each in NAMES]
    now = dt.datetime(2026, 11, 25, 10, tzinfo=zone)

    def took(text: str) -> float:
        start = time.perf_counter()
        understand(text, now, zone, roster, intents)
        return 1000 * (time.perf_counter() - start)

    took("is fatima er vandaag?")
    ready = 1000 * (time.perf_counter() - began)
    grown = _resident() - before
    from tests.training.phrases import phrases  # noqa: PLC0415

    shares = quantiles((took(each.text) for each in phrases()[::7]), n=100)
    worst = max(min(took(each) for _ in range(3)) for each in HOSTILE)
    return Cost(ready, shares[49], shares[98], worst, grown)


def _resident() -> float:
    """Megabytes of this process that are in memory."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 1e6


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(_measured())))
