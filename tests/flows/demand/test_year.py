"""A simulated year through the real actions: its tables, released 500 times, err as predicted.

The short form is a block of nine schools. `INLOOP_LONG=1` runs 42 weeks of 50 schools and 6,000
pupils, about 150 requests a week; that takes minutes.
"""

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from bot.invitations import invite
from flows.demand.job import release_due
from flows.demand.laying import read, written
from flows.demand.release import noise
from flows.model import Role
from flows.router import Router
from storage.releasing import Releasing
from tests.databases import fresh_sqlite, opened
from tests.flows.demand.quiet import quiet
from tests.flows.demand.year import FIRST, Town, almanacs, mondays, town, untold
from tests.flows.place import rows
from tests.ports import Account, Ticker, make_ports

LONG = bool(os.environ.get("INLOOP_LONG"))
SCHOOLS, PUPILS, WEEKS, REQUESTS = (50, 6000, 42, 160) if LONG else (9, 300, 6, 16)
RELEASES = 500
DRAWS = 12_000
"""At most so many draws a table in the short form; the year draws them all."""


async def test_every_table_of_a_year_errs_as_its_alpha_says(tmp_path: Path) -> None:
    programme, clock = town(SCHOOLS), Ticker(FIRST)
    url = fresh_sqlite(tmp_path)
    async with opened(url) as store:
        ports = replace(make_ports(store, clock), programme=programme, almanacs=almanacs(programme))
        router, releasing = Router(ports), quiet(Releasing(store.engine))
        workers = [Account(router, each.id) for each in programme.workers]
        for account, worker in zip(workers, programme.workers, strict=True):
            await account.starts(await invite(store, Role.WORKER, worker.id, clock()))
        people = Town(router, clock, programme, workers, Random(2026), PUPILS)
        await release_due(releasing, ports, Random(1))
        for monday in mondays(WEEKS):
            await people.week(monday, REQUESTS)
            clock.now = monday + timedelta(days=7, hours=2)
            await untold(ports)
            await release_due(releasing, ports, Random(1))
    true = {
        (each["table"], each["period"], each["cell"]): each["value"]
        for each in await rows(url, "demand_released")
    }
    assert people.done["booked"] > 0.8 * WEEKS * REQUESTS
    _adds_up(true, people)

    plan = read("2026-W36", written(programme)).plan
    for table in plan.tables:
        cells = [n for (name, _, _), n in true.items() if name == table.name]
        assert cells
        draws = len(cells) * RELEASES
        if not LONG:
            draws = min(draws, DRAWS)
        bits = Random(f"year {table.name}")
        published = [cells[n % len(cells)] + noise(table.alpha, bits) for n in range(draws)]
        error = sum(abs(n - cells[k % len(cells)]) for k, n in enumerate(published)) / draws
        assert error == pytest.approx(float(table.error()), rel=0.1), table.name


def _adds_up(true: dict[tuple[str, str, str], int], people: Town) -> None:
    """The tables count the same requests: topics, audiences, schools and groups alike."""
    sums = {name: sum(n for (of, _, _), n in true.items() if of == name) for name in TABLES}
    assert sums["W1"] == sums["W2"] == sums["B1"] == sums["B2"]
    assert sums["W1"] <= people.done["booked"] + people.done["nothing"]
    assert sums["W1"] > 0.8 * people.done["booked"]
    assert 0 < sums["B3"] <= sums["W1"]
    assert sums["B4"] <= sums["W1"]
    assert 0 < sums["B5"] < sums["W1"]
    assert min(true.values()) >= 0


TABLES = ("W1", "W2", "B1", "B2", "B3", "B4", "B5")
