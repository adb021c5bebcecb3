"""The whole bot with [mail] and [web]: from a booking over Telegram to a press in a browser."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.app import run
from bot.config import Config
from bot.config_serving import Web
from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.http import make_app, serve
from bot.demo.run import demo_config
from bot.errors import OperatorError
from tests.bot.mail.desk import FATIMAS, mail_to, with_mail
from tests.bot.mail.postoffice import PostOffice, post_office
from tests.databases import fresh_sqlite
from tests.town import TUESDAY, Town, running, write_key


async def free_port() -> int:
    async with serve(web.Application()) as address:
        return int(address.rpartition(":")[2])


@asynccontextmanager
async def hung_up(town: Town) -> AsyncIterator[Town]:
    """A town whose connections are closed at the end."""
    try:
        yield town
    finally:
        await town.close()


def config_for(folder: Path, address: str, core: Core, office: PostOffice, port: int) -> Config:
    """The demo's programme with Fatima reached by mail."""
    config = demo_config(folder, address, core.token)
    changed = {
        "workers": with_mail({"fatima": FATIMAS}).workers,
        "mail": mail_to(office.port),
        "web": Web(public_url=f"http://127.0.0.1:{port}", port=port),
    }
    return config.model_copy(update=changed)


async def test_a_booking_is_mailed_and_its_link_changes_the_pupils_card(tmp_path: Path) -> None:
    fresh_sqlite(tmp_path)
    (tmp_path / "inloop.db").rename(tmp_path / "demo.db")
    write_key(tmp_path / "keys" / "demo.key")
    core = Core(DemoClock(TUESDAY))
    async with post_office() as office, serve(make_app(core)) as address:
        config = config_for(tmp_path, address, core, office, await free_port())
        async with running(config, address), hung_up(Town(address, core, config)) as town:
            noor = await town.pupil("Noor")
            await noor.taps("Eerste vrije tijd")
            await noor.taps("di 24 nov")
            await town.clock("2026-11-24T09:31")
            subjects = [each["Subject"] for each in office.letters]
            assert subjects.count("Geen afspraken op dinsdag 24 november.") == 1
            assert subjects[-1] == "Nieuwe afspraak"
            link = next(word for word in office.texts()[-1].split() if "/l/" in word)

            async with aiohttp.ClientSession() as browser, browser.post(link) as answer:
                assert "Iedereen ziet dat je er bent op De Linde." in await answer.text()

            await town.clock("2026-11-24T09:32")
            assert "Fatima is er" in await noor.sees()


async def test_a_port_in_use_is_one_sentence(tmp_path: Path) -> None:
    core = Core(DemoClock(TUESDAY))
    async with post_office() as office, serve(make_app(core)) as address:
        config = config_for(tmp_path, address, core, office, int(address.rpartition(":")[2]))
        with pytest.raises(OperatorError, match=r"Port \d+ of 127.0.0.1 cannot be had .* \[web\]"):
            await run(config, asyncio.Event())
