"""The database of a bot that ran, with people who booked: what an operator's command meets."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.config import Config, load
from flows.hours.almanac import Almanac
from flows.hours.current import Almanacs
from flows.hours.presence import local_date
from flows.model import (
    Address,
    Appointment,
    Audience,
    Mode,
    NoticeKind,
    NoticeState,
    Opening,
    Person,
    PersonId,
    SchoolId,
    Settled,
    Span,
    Wish,
    WorkerId,
)
from flows.ports import Work
from storage.unit import Store
from tests.bot.config_text import GOOD, write
from tests.databases import fresh_sqlite, opened
from tests.flows.place import rows
from tests.town import TUESDAY, write_key

FATIMA, JEROEN, LINDE = WorkerId("fatima"), WorkerId("jeroen"), SchoolId("linde")
JEROEN_TOO = """
[[workers]]
id = "jeroen"
name = "Jeroen"
provider = "zeilvast"
modes = ["school", "phone"]

[[schedules]]
id = "jeroen-di"
worker = "jeroen"
school = "linde"
room = "C1"
first_on = 2026-08-31
rrule = "FREQ=WEEKLY;BYDAY=TU"
start = 13:00:00
duration_minutes = 120
modes = ["school", "phone"]
"""
TEXT = GOOD + JEROEN_TOO
TEN = TUESDAY.replace(hour=10, minute=0)
"""Within Fatima's hours of today, half an hour ahead."""
TWENTY = timedelta(minutes=20)


class Office:
    """A folder with config, key and database; the bot may run elsewhere."""

    def __init__(self, folder: Path, text: str = TEXT) -> None:
        self.folder = folder
        self.url = fresh_sqlite(folder)
        write_key(folder / "keys" / "inloop.key")
        self.writes(text)

    def writes(self, text: str) -> None:
        """Change the config."""
        write(self.folder, text)

    @property
    def config(self) -> Config:
        """The config as it stands."""
        return load(self.folder / "config.toml", {})

    async def books(
        self,
        name: str | None,
        start: datetime = TEN,
        worker: WorkerId = FATIMA,
        mode: Mode = Mode.SCHOOL,
        code: int = 0,
    ) -> Appointment:
        """A talk of somebody with a chat, or of somebody at the door (None)."""
        wish = Wish(worker, LINDE, Span(start, start + TWENTY), mode)
        async with opened(self.url) as store, store.work() as work:
            person = None
            if name is not None:
                new = Person(PersonId(0), "nl", Audience.PUPIL, LINDE)
                person = (await work.people.add(Address("telegram", name), new, TUESDAY)).id
            made = await work.appointments.book(person, wish, Audience.PUPIL, TUESDAY, code=code)
            await work.commit()
        return made

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """One transaction, as the running bot would have it."""
        async with opened(self.url) as store, store.work() as work:
            yield work

    async def posts(self) -> None:
        """Everything that is due reaches whom it is for."""
        async with opened(self.url) as store, store.work() as work:
            for each in await work.outbox.claim(TUESDAY, TWENTY, 100):
                await work.outbox.settle([Settled(each.id, NoticeState.SENT, "posted")])
            await work.commit()

    async def told(self, kind: NoticeKind = NoticeKind.AWAY) -> list[int]:
        """The talks of which something waits to be told, in order of saying so."""
        waiting = [e for e in await self.rows("notice") if e["state"] is NoticeState.PENDING]
        found = [each for each in waiting if each["kind"] is kind]
        return [each["appointment"] for each in sorted(found, key=lambda each: int(each["id"]))]

    async def rows(self, table: str) -> list[dict[str, Any]]:
        """Every row of a table."""
        return await rows(self.url, table)

    async def almanac(self, now: datetime = TUESDAY) -> Almanac:
        """The office hours as the running bot sees them."""
        async with opened(self.url) as store:
            return await almanac_of(self.config, store, now)

    def ahead(self, now: datetime, days: int) -> Opening:
        """Fatima's first opening so many days ahead, whatever today is."""
        first = local_date(now, self.config.programme.zone) + timedelta(days=days)
        almanac = Almanac(self.config.programme, 28)
        return almanac.of_worker(FATIMA, first, first + timedelta(days=100))[0]


async def almanac_of(config: Config, store: Store, now: datetime) -> Almanac:
    """The office hours of a database."""
    async with store.reading() as work:
        return await Almanacs(config.programme, 28).current(work, now)
