"""`python -m tests.chaos [--long]`: the figures of docs/reliability.md."""

import argparse
import asyncio
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.chaos.figures import Figures
from tests.chaos.run import chaos
from tests.databases import fresh_postgres

SHORT, LONG = 10, 200


def _row(name: str, held: Figures) -> str:
    steps = ", ".join(f"{step} {times}" for step, times in sorted(held.deaths.items()))
    faults = ", ".join(f"{kind} {times}" for kind, times in sorted(held.faults.items()))
    return (
        f"{name}: {held.kills} kills ({steps}), {held.hits} hit a send\n"
        f"  faults: {faults or 'none'}\n"
        f"  reminders due {held.due}, lost {held.lost}, given up {held.given_up}, after the start"
        f" {held.late}; once more by a kill {held.twice}, after silence {held.repeated},"
        f" without a reason {held.too_often}; longest on its way {held.longest}\n"
        f"  bookings confirmed {held.confirmed}, not in the database {held.missing};"
        f" {held.seconds:.0f} s\n"
    )


RUNS = {"sqlite": ("SQLite, one bot", 1), "postgres": ("PostgreSQL, two replicas", 2)}


async def _main(kills: int, backends: Sequence[str], seed: int) -> int:
    wrong = list[str]()
    for backend in backends:
        name, replicas = RUNS[backend]
        with TemporaryDirectory(prefix="inloop-chaos-") as folder:
            place = Path(folder)
            url = "sqlite+aiosqlite:///inloop.db" if backend == "sqlite" else fresh_postgres()
            figures = await chaos(place, url, kills, replicas, seed)
        sys.stdout.write(_row(name, figures))
        sys.stdout.flush()
        wrong += figures.faulty()
    sys.stdout.write("".join(f"NOT HELD: {each}\n" for each in wrong))
    return bool(wrong)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--long", action="store_true", help=f"{LONG} kills, and two replicas too")
    parser.add_argument("--kills", type=int, help="another number")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--only", choices=RUNS, nargs="+", help="one of the two runs")
    asked = parser.parse_args()
    kills = asked.kills or (LONG if asked.long else SHORT)
    chosen = asked.only or (list(RUNS) if asked.long else ["sqlite"])
    logging.basicConfig(format="%(asctime)s %(message)s")
    logging.getLogger("tests.chaos").setLevel(logging.INFO)
    sys.exit(asyncio.run(_main(kills, chosen, asked.seed)))
