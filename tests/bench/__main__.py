"""`python -m tests.bench [--quick] [--only NAME ...]`: one table of targets and figures."""

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import uvloop

from tests.bench import (
    bookings,
    digest,
    hours,
    memory,
    notices,
    queries,
    starts,
    taps,
    understanding,
)
from tests.bench.figures import Figure, Target, table
from tests.bench.plan import QUICK, WHOLE, Plan

Measure = Callable[[Target, Plan, Path], Awaitable[list[Figure]]]
ROWS: Mapping[Target, Measure] = {
    **dict.fromkeys(taps.TARGETS, taps.measure),
    bookings.SPEED: bookings.speed,
    bookings.EVEN: bookings.even,
    bookings.SEALED: bookings.sealed,
    **dict.fromkeys(queries.TARGETS, queries.measure),
    notices.SENT: notices.sent,
    notices.CLAIM: notices.claim,
    hours.SIZE: hours.size,
    hours.CHANGE: hours.change,
    starts.READY: starts.starts,
    starts.HELP: starts.help_page,
    **dict.fromkeys(understanding.TARGETS, understanding.measure),
    digest.RELEASE: digest.measure,
    memory.FLAT: memory.flat,
}
"""`ready` tells of memory, too, `release` of the digest."""


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    names = [each.name for each in ROWS]
    parser.add_argument("--quick", action="store_true", help="fewer and shorter rounds")
    parser.add_argument("--only", nargs="+", choices=names, default=names, metavar="NAME")
    return parser.parse_args()


async def _main(arguments: argparse.Namespace) -> None:
    plan = QUICK if arguments.quick else WHOLE
    figures: list[Figure] = []
    for target, measure in ROWS.items():
        if target.name not in arguments.only:
            continue
        sys.stderr.write(f"measuring {target.what}\n")
        with TemporaryDirectory(prefix="inloop-bench-") as folder:
            figures += await measure(target, plan, Path(folder))
    sys.stdout.write(table(figures) + "\n")


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_main(_arguments()))
