"""`inloop digest`: the published numbers in four forms, the same bytes whenever asked."""

import csv
import json
from io import StringIO
from pathlib import Path
from random import Random

import pytest

from bot.config import Config
from bot.demo.run import demo_config
from bot.digest import Form, written
from bot.errors import OperatorError
from flows.demand.job import close_without_figures, release_due
from flows.demand.plan import AUDIENCE, CELLS, DEFAULT, NOT_SAID, TOPIC
from flows.model import Audience, Topic
from storage.releasing import Releasing
from tests.databases import fresh_sqlite, opened
from tests.flows.demand.quiet import quiet
from tests.ports import Ticker, make_ports
from tests.town import TUESDAY, write_key

WEEK = "2026-W48"
MONDAY = TUESDAY.replace(day=30, hour=8, minute=0)


@pytest.fixture
async def config(tmp_path: Path) -> Config:
    """A programme with one published week: twelve about home, one about money, two not said."""
    url = fresh_sqlite(tmp_path)
    async with opened(url) as store:
        clock = Ticker()
        releasing = Releasing(store.engine)
        await release_due(quiet(releasing), make_ports(store, clock), Random(1))
        async with store.work() as work:
            await work.tally.add(DEFAULT.tables[0].name, WEEK, "home", 12)
            await work.tally.add(DEFAULT.tables[0].name, WEEK, "money", 1)
            await work.tally.add(DEFAULT.tables[0].name, WEEK, NOT_SAID, 2)
            await work.commit()
        clock.now = MONDAY
        await release_due(quiet(releasing), make_ports(store, clock), Random(1))
    (tmp_path / "inloop.db").rename(tmp_path / "demo.db")
    write_key(tmp_path / "keys" / "demo.key")
    return demo_config(tmp_path, "http://127.0.0.1:9", "1:x")


async def test_as_text_it_says_what_the_coordinator_reads(config: Config) -> None:
    text = (await written(config, WEEK, "programme", "text")).decode()

    assert text.splitlines()[:3] == [
        "Cijfers van de week van maandag 23 november",
        "Ongeveer 15 vragen (± 21).",
        "Er zijn nog geen eerdere cijfers.",
    ]


async def test_as_json_it_states_plan_factor_and_every_cell(config: Config) -> None:
    content = json.loads(await written(config, WEEK, "programme", "json"))

    assert content["week"] == WEEK
    assert content["factor"] == "315/32"
    assert [each["table"] for each in content["plan"]] == [each.name for each in DEFAULT.tables]
    assert {each["table"]: each["alpha"] for each in content["plan"]}["B4"] == "20/21"
    assert {each["cell"]: each["value"] for each in content["cells"] if each["value"]} == {
        "home": 12, "money": 1, "not_said": 2,
    }  # fmt: skip
    assert [each["cell"] for each in content["cells"]] == [*CELLS[TOPIC], *CELLS[AUDIENCE]]
    assert {(each["table"], each["spread"], each["alpha"]) for each in content["cells"]} == {
        ("W1", 7, "2/3"),
        ("W2", 13, "4/5"),
    }


async def test_as_csv_it_has_a_row_a_cell(config: Config) -> None:
    rows = list(csv.reader(StringIO((await written(config, WEEK, "programme", "csv")).decode())))

    assert rows[0] == ["week", "table", "period", "cell", "value", "spread"]
    assert rows[1] == [WEEK, "W1", WEEK, "home", "12", "7"]
    assert rows[-2:] == [
        [WEEK, "supply", WEEK, "minutes", "4800", "0"],
        [WEEK, "supply", WEEK, "workers", "10", "0"],
    ]
    assert len(rows) == 1 + len(Topic) + 1 + len(Audience) + 2


async def test_as_a_picture_it_is_a_png(config: Config) -> None:
    assert (await written(config, WEEK, "programme", "png")).startswith(b"\x89PNG")


@pytest.mark.parametrize("form", ["text", "json", "csv"])
async def test_whenever_it_is_asked_for_the_bytes_are_the_same(config: Config, form: Form) -> None:
    for scope in ("programme", "provider:zeilvast", "school:linde"):
        first = await written(config, WEEK, scope, form)
        assert await written(config, WEEK, scope, form) == first


@pytest.mark.parametrize("form", ["text", "csv"])
async def test_whoever_asks_all_that_differs_is_what_was_on_offer(
    config: Config, form: Form
) -> None:
    scopes = ("programme", "provider:zeilvast", "school:linde")
    told = [(await written(config, WEEK, each, form)).splitlines() for each in scopes]
    names = [b"supply", b"Aanbod"]
    shared = {tuple(e for e in one if not any(n in e for n in names)) for one in told}
    assert len({tuple(each) for each in told}) == 3
    assert len(shared) == 1


async def test_a_week_that_was_lost_is_no_nought(tmp_path: Path) -> None:
    url = fresh_sqlite(tmp_path)
    async with opened(url) as store:
        clock = Ticker()
        ports, releasing = make_ports(store, clock), Releasing(store.engine)
        await close_without_figures(releasing, ports)
        clock.now = MONDAY
        await release_due(releasing, ports, Random(1))
    (tmp_path / "inloop.db").rename(tmp_path / "demo.db")
    write_key(tmp_path / "keys" / "demo.key")
    config = demo_config(tmp_path, "http://127.0.0.1:9", "1:x")

    text = (await written(config, WEEK, "programme", "text")).decode()
    assert text.splitlines()[1] == "Over deze tijd zijn er geen cijfers."
    content = json.loads(await written(config, WEEK, "programme", "json"))
    assert (content["cells"], content["supply"]) == ([], None)
    assert content["without_figures"] == ["W1", "W2"]
    assert (await written(config, WEEK, "programme", "csv")).count(b"\n") == 1
    with pytest.raises(OperatorError, match="no picture"):
        await written(config, WEEK, "programme", "png")


@pytest.mark.parametrize(
    ("week", "scope", "said"),
    [
        ("2026-W49", "programme", "Week 2026-W49 is not published"),
        ("2026-W47", "programme", "Week 2026-W47 is not published"),
        ("2026-11-23", "programme", "2026-11-23 is no week"),
        ("2026-W54", "programme", "2026-W54 is no week"),
        (WEEK, "linde", "There is no scope linde"),
        (WEEK, "school:gone", "There is no scope school:gone"),
        (WEEK, "provider:linde", "There is no scope provider:linde"),
    ],
)
async def test_what_cannot_be_told_is_one_sentence(
    config: Config, week: str, scope: str, said: str
) -> None:
    with pytest.raises(OperatorError, match=said):
        await written(config, week, scope, "text")
