"""Flows on a real database without a channel: a router, people, and times to book."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite

from bot.pace import Pace
from flows.booking.rules import free_slots
from flows.hours.almanac import Almanac
from flows.hours.current import Almanacs
from flows.model import Address, Audience, MessageId, Mode, Person, PersonId, Slot
from flows.packing import Do, Step
from flows.policy import Limits, PrivacyLimits
from flows.ports import Ports
from flows.programme import code_digest, ref_of
from flows.router import Answer, Incoming, Router
from flows.steps import Book
from flows.visit import Outcome
from storage.columns import UtcDateTime
from storage.sealing import Sealer
from storage.unit import Store
from tests.bench.town import config_of
from tests.databases import SEALER, fresh_sqlite, opened
from tests.ports import Ticker

CHANNEL = "bench"
MESSAGE = MessageId(1)
SQLITE = SQLiteDialect_aiosqlite()


def _incoming(person: int, update: int) -> Incoming:
    return Incoming(Address(CHANNEL, str(person)), "nl", update, MESSAGE)


@dataclass(frozen=True, slots=True)
class Flowing:
    """A router on a database of its own."""

    router: Router
    store: Store
    path: Path

    async def presses(self, person: int, step: Step, update: int) -> Answer:
        """One press of a person, the router's whole work."""
        return await self.router.press(_incoming(person, update), step.pack())

    async def carries_out(self, person: int, step: Do, update: int) -> Outcome:
        """The transaction of a press alone, without the screen that comes of it."""
        return await self.router.once(_incoming(person, update), self.router.command(step))

    async def add_people(self, count: int) -> list[PersonId]:
        """Pupils of the school, in one transaction."""
        ports = self.router.ports
        school = ports.programme.schools[0]
        code = code_digest(school.code)
        new = Person(PersonId(0), "nl", Audience.PUPIL, school.id, code, shared=False)
        async with self.store.work() as work:
            added = [
                await work.people.add(Address(CHANNEL, str(n)), new, ports.clock())
                for n in range(count)
            ]
            await work.commit()
        return [each.id for each in added]

    def wishes(self, count: int) -> list[Book]:
        """As many different free times, two days ahead and later, the nearest first."""
        return [_book(each) for each in self._free()[:count]]

    @staticmethod
    def stored(at: datetime) -> int:
        """A moment as SQLite keeps it."""
        kept: int = UtcDateTime().process_bind_param(at, SQLITE)
        return kept

    def _free(self) -> Sequence[Slot]:
        ports = self.router.ports
        on = ports.clock().date()
        school = ports.programme.schools[0].id
        openings = Almanac(ports.programme, 28).at_school(
            school, on + timedelta(2), on + timedelta(14)
        )
        return free_slots(openings, {}, Mode.SCHOOL, ports.clock())


def _book(slot: Slot) -> Book:
    return Book(ref_of(slot.worker), ref_of(slot.school), slot.span.start, Mode.SCHOOL)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


@asynccontextmanager
async def flowing(
    folder: Path, workers: int, schools: int = 1, sealer: Sealer = SEALER
) -> AsyncIterator[Flowing]:
    """A fresh database in a folder, and a programme with so many workers at so many schools."""
    programme, limits = config_of(_made(folder), workers, schools).programme, Limits()
    url = fresh_sqlite(folder)
    async with opened(url, sealer) as store:
        ports = Ports(
            work=store.work,
            reading=store.reading,
            clock=Ticker(),
            almanacs=Almanacs(programme, limits.booking.horizon_days),
            programme=programme,
            limits=limits,
            link="https://t.me/inloop_test_bot?start={}".format,
            privacy=PrivacyLimits(),
            pace=Pace(),
        )
        yield Flowing(Router(ports), store, Path(url.removeprefix("sqlite+aiosqlite:///")))
