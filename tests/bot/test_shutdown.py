"""How the bot ends: behind what is in hand, in less than ten seconds, and nothing is lost."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.faults import Fault
from bot.demo.http import make_app, serve
from bot.errors import OperatorError
from bot.invitations import invite
from bot.loop import until_told
from flows.model import NoticeKind, NoticeState, Role
from flows.steps import Home, Share
from tests.bot.config_text import GOOD, write
from tests.bot.processes import Ended, Inloop, comes_true, inloop, settings_for
from tests.bot.test_webhook import key
from tests.databases import fresh_sqlite, opened
from tests.flows.place import rows
from tests.town import TUESDAY, write_key

MOST = 10.0


@asynccontextmanager
async def started(folder: Path) -> AsyncIterator[tuple[Core, Inloop, str, int]]:
    """A bot on the demo's clock; Fatima is at her desk, and Noor is about to book with her."""
    write(folder, GOOD)
    write_key(folder / "keys" / "inloop.key")
    url, core = fresh_sqlite(folder), Core(DemoClock(TUESDAY))
    async with opened(url) as store:
        payload = await invite(store, Role.WORKER, "fatima", TUESDAY)
    async with serve(make_app(core)) as address:
        words = ("run", "--clock", address)
        async with inloop(*words, folder=folder, settings=settings_for(core, address)) as bot:
            await bot.line()
            fatima, noor = core.people.add("Fatima", "nl"), core.people.add("Noor", "nl")
            core.people.type(fatima.id, f"/start {payload}")
            core.people.type(noor.id, "/start s_linde_h4VqT9mZ")
            await core.settle()
            for step in ("Leerling", Share(0), Home(), "Eerste vrije tijd"):
                message, data = key(core, noor.id, step if isinstance(step, str) else "")
                data = data if isinstance(step, str) else step.pack()
                core.people.press_data(noor.id, message, data)
                await core.settle()
            yield core, bot, url, noor.id


def books(core: Core, noor: int) -> None:
    """Noor takes the first time; Fatima is to be told."""
    core.people.press_data(noor, *key(core, noor, "di 24 nov"))


async def ended(bot: Inloop) -> tuple[Ended, float]:
    clock = asyncio.get_running_loop().time
    began = clock()
    return await bot.ended(signal.SIGTERM), clock() - began


async def news(url: str) -> dict[str, object]:
    (row,) = [each for each in await rows(url, "notice") if each["kind"] is NoticeKind.BOOKED]
    return row


async def test_the_notice_in_hand_is_finished_and_written_down(tmp_path: Path) -> None:
    async with started(tmp_path) as (core, bot, url, noor):
        before = core.log.next
        core.faults.add("sendMessage", Fault("slow", seconds=2))
        books(core, noor)
        async with asyncio.TaskGroup() as group:
            walk = group.create_task(core.advance(timedelta(minutes=1), 60))
            await comes_true(lambda: any(c.method == "sendMessage" for c in core.log.since(before)))
            left, took = await ended(bot)
            walk.cancel()
        assert (left.code, left.err) == (0, "")
        assert took < MOST
        assert (await news(url))["state"] is NoticeState.SENT


async def test_a_telegram_that_does_not_answer_holds_nobody_up_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    async with started(tmp_path) as (core, bot, url, noor):
        before = core.log.next
        core.faults.add("sendMessage", Fault("slow", seconds=60))
        core.faults.add("editMessageText", Fault("slow", times=3, seconds=60))
        books(core, noor)
        await comes_true(lambda: len(core.log.since(before)) > 0)
        left, took = await ended(bot)
        assert left.code == 0
        assert took < MOST
        assert len(await rows(url, "appointment")) == 1
        assert len(await rows(url, "inbox")) > 0
        assert (await news(url))["state"] in {NoticeState.PENDING, NoticeState.SENDING}
        assert len(core.world.updates) == 1, "the press comes again, and shows the card"


def test_a_body_that_does_not_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.loop.LONGEST_END", 0.1)

    async def body(stop: asyncio.Event) -> None:
        signal.raise_signal(signal.SIGTERM)
        await stop.wait()
        await asyncio.sleep(60)

    with pytest.raises(OperatorError, match="did not end in time"):
        until_told(body)


def test_a_time_out_of_the_body_itself_is_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    async def body(_stop: asyncio.Event) -> None:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        until_told(body)
