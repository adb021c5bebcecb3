"""`inloop demo` as a process: one line, one address, nothing left behind."""

import signal
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.demo.http import serve
from bot.demo.start import moment, school_morning
from bot.errors import OperatorError
from flows.hours.closed import closed_on
from tests.bot.processes import Inloop, inloop, told

MARKERS = ("Zonnebloemzaad", "Xanthippe", "871236549", "700000001", "demo:")
START = ("demo", "--port", "0", "--now", "2026-11-24T09:30")


class Visitor:
    """Somebody at the page of a demo."""

    def __init__(self, line: str) -> None:
        start, _, rest = line.partition("http://")
        address, _, end = rest.partition("/ ")
        assert (start, end) == ("The demo is at ", "(Ctrl+C ends it)\n"), line
        self.session = aiohttp.ClientSession(f"http://{address}")

    async def __aenter__(self) -> "Visitor":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.session.close()

    async def get(self, path: str) -> Any:
        async with self.session.get(path) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def post(self, path: str, **body: object) -> Any:
        async with self.session.post(path, json=body) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def joins(self, person: int, name: str, payload: str) -> None:
        await self.post("/sim/users", id=person, first_name=name, language_code="nl")
        await self.says(person, f"/start {payload}")

    async def says(self, person: int, text: str) -> None:
        assert (await self.post(f"/sim/users/{person}/text", text=text))["idle"]

    async def newest(self, person: int) -> Any:
        return (await self.get(f"/sim/users/{person}/messages"))["messages"][-1]

    async def taps(self, person: int, words: str) -> None:
        shown = await self.newest(person)
        key = next(k for row in shown["keyboard"] for k in row if words in k["text"])
        body = {"message_id": shown["message_id"], "data": key["data"]}
        assert (await self.post(f"/sim/users/{person}/press", **body))["idle"]


async def visitor(demo: Inloop) -> Visitor:
    return Visitor(await demo.line())


def names(folder: Path) -> list[str]:
    """What stands in a folder."""
    return sorted(each.name for each in folder.iterdir())


def temporary(folder: Path) -> Mapping[str, str]:
    """Where a demo makes its own folder."""
    return {"TMPDIR": str(folder)}


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
async def test_it_says_one_line_and_leaves_nothing_behind(
    tmp_path: Path, ending: signal.Signals
) -> None:
    async with inloop(*START, folder=tmp_path, settings=temporary(tmp_path)) as demo:
        async with await visitor(demo) as page:
            assert [each.startswith("inloop-demo-") for each in names(tmp_path)] == [True]
            async with page.session.get("/") as answer:
                assert "text/html" in answer.headers["Content-Type"]
        ended = await demo.ended(ending)
    assert ended.code == 0, ended.err
    assert (ended.out, ended.err) == ("", "")
    assert names(tmp_path) == []


async def test_nobody_is_in_its_logs(tmp_path: Path) -> None:
    async with inloop(*START, folder=tmp_path, settings=temporary(tmp_path)) as demo:
        async with await visitor(demo) as page:
            programme = await page.get("/sim/programme")
            link = programme["schools"][0]["payload"]
            await page.joins(871236549, "Xanthippe", link)
            await page.taps(871236549, "Leerling")
            await page.says(871236549, "Zonnebloemzaad")
            await page.post("/sim/faults", method="sendMessage", kind="dropped", times=2)
            await page.post("/sim/faults", method="editMessageText", kind="5xx", times=1)
            await page.says(871236549, "Zonnebloemzaad 06 1234 5678")
            await page.post("/sim/users/871236549/press", message_id=2, data="~Zonnebloemzaad")
            await page.post("/sim/users/871236549/block")
            await page.post("/sim/clock", advance="P7D")
        ended = await demo.ended(signal.SIGTERM)
    assert ended.code == 0
    assert [each for each in (*MARKERS, link) if each in ended.out + ended.err] == []
    assert "failed" in ended.err, "there was something to log"


async def test_a_port_in_use_is_one_sentence(tmp_path: Path) -> None:
    async with serve(web.Application()) as address:
        port = address.rpartition(":")[2]
        ended = await told("demo", "--port", port, folder=tmp_path, settings=temporary(tmp_path))
    assert ended.sentence == (
        f"Port {port} is in use by another program: stop it, or choose another with --port."
    )
    assert names(tmp_path) == []


async def test_data_that_is_kept_goes_on_with_the_same_people(tmp_path: Path) -> None:
    data = tmp_path / "deep" / "data"
    words = (*START, "--data", str(data))
    async with inloop(*words, folder=tmp_path) as demo:
        async with await visitor(demo) as page:
            programme = await page.get("/sim/programme")
            await page.joins(5, "Noor", programme["schools"][0]["payload"])
            for key in ("Leerling", "Eerste vrije tijd", "9:40", "Nee"):
                await page.taps(5, key)
            card = await page.newest(5)
        assert (await demo.ended(signal.SIGTERM)).code == 0
    assert names(data) == ["demo.db", "keys"]

    async with inloop(*words, folder=tmp_path) as demo:
        async with await visitor(demo) as page:
            await page.post("/sim/users", id=5, first_name="Noor", language_code="nl")
            await page.says(5, "/start")
            greeting = await page.newest(5)
            assert greeting["message_id"] > card["message_id"] + 1000
            await page.taps(5, "afspra")
            assert "9:40 uur" in (await page.newest(5))["text"]
            await page.taps(5, "Afzeggen")
            assert "afgezegd" in (await page.newest(5))["text"]
        ended = await demo.ended(signal.SIGTERM)
    assert (ended.code, ended.err) == (0, "")


async def welcomed(page: Visitor, user: int) -> bool:
    """Whether a desk was opened for somebody."""
    told = (await page.get(f"/sim/users/{user}/messages"))["messages"]
    return any(each["text"].startswith("Gelukt. Deze chat hoort nu bij jou.") for each in told)


async def test_the_programme_shows_links_that_work_once_and_are_fresh_each_time(
    tmp_path: Path,
) -> None:
    async with inloop(*START, folder=tmp_path, settings=temporary(tmp_path)) as demo:
        async with await visitor(demo) as page:
            first, second = await page.get("/sim/programme"), await page.get("/sim/programme")
            assert first.keys() == {
                "programme", "zone", "schools", "workers", "coordinators", "clock",
            }  # fmt: skip
            assert first["zone"] == "Europe/Amsterdam"
            assert datetime.fromisoformat(first["clock"]) == datetime(
                2026, 11, 24, 8, 30, tzinfo=UTC
            )
            for kind in ("schools", "workers", "coordinators"):
                more = {"scope"} if kind == "coordinators" else set()
                assert all(each.keys() == {"id", "name", "payload"} | more for each in first[kind])
            assert first["schools"] == second["schools"]
            assert first["workers"][0]["payload"] != second["workers"][0]["payload"]

            await page.joins(1, "Fatima", first["workers"][0]["payload"])
            assert await welcomed(page, 1)
            await page.joins(2, "Sam", first["workers"][0]["payload"])
            assert not await welcomed(page, 2)
            await page.joins(3, "Fatima", second["workers"][0]["payload"])
            assert await welcomed(page, 3)
        await demo.ended(signal.SIGTERM)


async def test_it_keeps_off_the_operators_own_token_and_database(tmp_path: Path) -> None:
    settings = {
        **temporary(tmp_path),
        "INLOOP_TELEGRAM__TOKEN": "123:real",
        "INLOOP_DATABASE__URL": f"sqlite+aiosqlite:///{tmp_path}/real.db",
        "INLOOP_PROGRAMME__NAME": "Onze proef",
    }
    async with inloop(*START, folder=tmp_path, settings=settings) as demo:
        async with await visitor(demo) as page:
            assert (await page.get("/sim/programme"))["programme"] == "Onze proef"
        assert (await demo.ended(signal.SIGHUP)).code == 0
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-11-25T09:30", datetime(2026, 11, 25, 8, 30, tzinfo=UTC)),
        ("2026-07-01T09:30", datetime(2026, 7, 1, 7, 30, tzinfo=UTC)),
        ("2026-11-25 09:30+00:00", datetime(2026, 11, 25, 9, 30, tzinfo=UTC)),
        ("2026-11-25T09:30Z", datetime(2026, 11, 25, 9, 30, tzinfo=UTC)),
        ("2026-11-25", datetime(2026, 11, 24, 23, 0, tzinfo=UTC)),
    ],
)
def test_a_moment_is_in_dutch_time_unless_it_says_otherwise(written: str, meant: datetime) -> None:
    assert moment(written) == meant


@pytest.mark.parametrize("written", ["", "morgen", "2026-13-01", "1999-01-01", "9999-12-31T23:59"])
def test_what_is_no_moment_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(OperatorError, match=r"is no moment for --now.*2026-11-25T09:30"):
        moment(written)


@pytest.mark.parametrize("first", [date(2026, 11, 23), date(2027, 1, 4)])
def test_the_demo_begins_on_the_tuesday_of_the_week_on_whatever_day_it_is_started(
    first: date,
) -> None:
    for n in range(7):
        day = datetime(first.year, first.month, first.day, 12, tzinfo=UTC) + timedelta(days=n)
        begins = school_morning(day)
        assert begins.date() == first + timedelta(days=1)
        assert f"{begins:%H:%M %Z}" == "09:30 CET"


def test_the_demo_never_begins_on_a_day_without_school() -> None:
    for n in range(0, 3 * 365, 3):
        begins = school_morning(datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=n))
        assert begins.weekday() == 1
        assert begins.date() not in closed_on("Noord", begins.date(), begins.date())
