"""What the operator's machines are told: alive, ready, figures; and never of anybody."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.app import run
from bot.config import load
from bot.delivery.gate import Gate
from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.faults import Fault
from bot.demo.http import make_app, serve
from bot.figures import Figures
from bot.telegram.handling import Handling
from bot.trouble import Alarm
from bot.vital import LATE, Vital
from flows.model import Notice, NoticeKind
from flows.steps import Home
from storage.errors import DatabaseError
from tests.bot.config_text import GOOD, write
from tests.bot.phones import Switchboard
from tests.bot.processes import settings_for
from tests.bot.test_run import made
from tests.flows.place import rows
from tests.town import TUESDAY

LABELS = {
    "kind",
    "outcome",
    "error",
    "le",
    "major",
    "minor",
    "patchlevel",
    "version",
    "implementation",
}


@asynccontextmanager
async def asked(vital: Vital) -> AsyncIterator[aiohttp.ClientSession]:
    async with serve(vital.application()) as address, aiohttp.ClientSession(address) as session:
        yield session


def vital_of(board: Switchboard, figures: Figures, silence: float | None = 0.0) -> Vital:
    vital = Vital(board.bot, figures, board.now, lambda: silence)
    vital.engine = board.store.engine
    return vital


async def metrics(session: aiohttp.ClientSession) -> dict[str, float]:
    async with session.get("/metrics") as answer:
        assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        lines = (await answer.text()).splitlines()
    pairs = (line.rpartition(" ") for line in lines if not line.startswith("#"))
    return {name: float(value) for name, _, value in pairs}


async def queued(board: Switchboard, person: int, late: timedelta) -> None:
    async with board.store.work() as work:
        due = board.now() - late
        row = Notice(
            dedup_key=f"x{late}", kind=NoticeKind.EVENING, person=person,  # type: ignore[arg-type]
            step=Home().pack(), due_at=due, expires_at=due + timedelta(days=1),
        )  # fmt: skip
        await work.outbox.add([row])
        await work.commit()


async def test_all_is_well(board: Switchboard) -> None:
    async with asked(vital_of(board, Figures())) as session:
        for path in ("/healthz", "/readyz"):
            async with session.get(path) as answer:
                assert answer.status == 200
        async with session.get("/readyz") as answer:
            told = await answer.json()
    assert told == {"ready": True, "database": "ok", "telegram": "ok", "outbox": "ok"}


async def test_telegram_is_asked_when_it_was_silent_and_told_of_when_it_is_away(
    board: Switchboard,
) -> None:
    vital, before = vital_of(board, Figures(), silence=None), board.core.log.next
    assert (await vital.look()).ready
    assert board.calls(before) == ["getMe"]
    board.core.faults.add("getMe", Fault("5xx"))
    async with asked(vital) as session, session.get("/readyz") as answer:
        assert answer.status == 503
        assert "Telegram cannot be reached" in (await answer.json())["telegram"]


async def test_a_notice_that_waits_too_long_is_told(board: Switchboard) -> None:
    await board.pupil("Noor")
    (noor,) = await rows(board.url, "person")
    vital, figures = vital_of(board, Figures()), Figures()
    await queued(board, noor["id"], LATE - timedelta(minutes=1))
    await queued(board, noor["id"], -timedelta(hours=1))
    assert (await vital.look()).ready
    await queued(board, noor["id"], LATE + timedelta(minutes=5))
    found = await vital.look()
    assert found.outbox == "The oldest notice waits for 15 minutes: see the log for the reason."
    async with asked(vital_of(board, figures)) as session:
        told = await metrics(session)
    assert told["inloop_outbox_waiting"] == 3
    assert told["inloop_outbox_due"] == 2
    assert told["inloop_outbox_age_seconds"] == 900


async def test_before_the_database_is_open_it_is_alive_and_not_ready(board: Switchboard) -> None:
    vital = Vital(board.bot, Figures(), board.now, lambda: 0.0)
    async with asked(vital) as session:
        async with session.get("/healthz") as answer:
            assert answer.status == 200
        async with session.get("/readyz") as answer:
            assert (await answer.json())["database"] == "The bot is starting."
        assert (await metrics(session))["inloop_database_up"] == 0


async def test_figures_of_updates_and_errors_name_kinds_and_classes_only(
    board: Switchboard,
) -> None:
    figures = Figures()
    ports = board.router.ports
    alarm = Alarm(counted=figures.met)
    board.handling = Handling(board.dispatch, board.application, ports, alarm, figures, Gate())
    noor = await board.pupil("Noor")
    await noor.sends("mijn geheim")
    await noor.taps("Deze week")
    alarm.met(DatabaseError("The disk is full."))
    figures.ticked(0.1)
    async with asked(vital_of(board, figures)) as session:
        told = await metrics(session)
        async with session.get("/metrics") as answer:
            text = await answer.text()
    assert told['inloop_updates_total{kind="press",outcome="done"}'] == 4
    assert told['inloop_updates_total{kind="command",outcome="done"}'] == 1
    assert told['inloop_updates_total{kind="text",outcome="done"}'] == 1
    assert told["inloop_update_seconds_count"] == 6
    assert told['inloop_errors_total{error="DatabaseError"}'] == 1
    assert set(re.findall(r"[{,](\w+)=", text)) <= LABELS
    for word in ("linde", "Noor", "geheim", "fatima", str(noor.user.id)):
        assert word not in text


async def test_while_telegram_is_away_a_starting_bot_is_alive_and_says_why_it_is_not_ready(
    tmp_path: Path, unused_tcp_port_factory: Callable[[], int]
) -> None:
    write(tmp_path, GOOD)
    here, there = unused_tcp_port_factory(), unused_tcp_port_factory()
    core, stop = Core(DemoClock(TUESDAY)), asyncio.Event()
    settings = settings_for(core, f"http://127.0.0.1:{there}") | {"INLOOP_HEALTH__PORT": str(here)}
    config = load(tmp_path / "config.toml", settings)
    ready = asyncio.Event()
    async with (
        aiohttp.ClientSession(f"http://127.0.0.1:{here}") as session,
        asyncio.TaskGroup() as group,
    ):
        group.create_task(run(config, stop, ready=ready.set))
        told = await until_answered(session)
        assert told["ready"] is False
        assert made(tmp_path) == [], "looking makes nothing"
        async with serve(make_app(core), there):
            await asyncio.wait_for(ready.wait(), 60)
            async with session.get("/readyz") as answer:
                assert (await answer.json())["ready"] is True
            stop.set()


async def until_answered(session: aiohttp.ClientSession) -> dict[str, object]:
    async with asyncio.timeout(30):
        while True:
            try:
                async with session.get("/readyz") as answer:
                    found: dict[str, object] = await answer.json()
                    return found
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0.05)


@pytest.mark.parametrize("path", ["/", "/l/x", "/telegram"])
async def test_nothing_else_is_there(board: Switchboard, path: str) -> None:
    async with asked(vital_of(board, Figures())) as session, session.get(path) as answer:
        assert answer.status == 404
