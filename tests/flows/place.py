"""What tests of flows share: people at De Linde, the state of the database, a talk or two."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import create_async_engine

from bot.invitations import invite
from flows.model import Appointment, AppointmentId, Audience, Claimed, Mode, Ref, Role
from flows.notices import Prepared, prepare
from flows.policy import Limits
from flows.programme import ref_of
from flows.router import Answer, Router
from flows.steps import Book, Enter
from storage.tables import metadata
from storage.unit import Store
from tests.databases import fresh, opened
from tests.ports import Account, Ticker, demo_programme, make_ports
from tests.town import TUESDAY

FATIMA, JEROEN, LINDE = ref_of("fatima"), ref_of("jeroen"), ref_of("linde")
TEN = TUESDAY.replace(hour=10, minute=0)
"""Fatima's fourth slot of the morning, half an hour ahead."""
HALF_PAST_TWELVE = TUESDAY.replace(hour=12, minute=30)
"""Jeroen's first."""


@dataclass
class Place:
    """A router on a database of its own, and everybody who comes by."""

    store: Store
    clock: Ticker
    router: Router
    url: str

    def person(self, name: str, language: str = "nl") -> Account:
        """Somebody who has not said anything yet."""
        return Account(self.router, name, language)

    async def visitor(
        self, name: str, audience: Audience = Audience.PUPIL, school: str = "linde"
    ) -> Account:
        """Somebody who came by the school's link."""
        account = self.person(name)
        known = next(each for each in demo_programme().schools if each.id == school)
        await account.starts(known.link)
        await account.presses(Enter(audience))
        return account

    async def staff(self, name: str, role: Role, subject: str) -> Account:
        """A worker or coordinator at the own desk."""
        account = self.person(name)
        await account.starts(await invite(self.store, role, subject, self.clock()))
        return account

    async def booked(
        self,
        account: Account,
        start: datetime = TEN,
        worker: Ref = FATIMA,
        mode: Mode = Mode.SCHOOL,
    ) -> AppointmentId:
        """A talk of this person."""
        answer = await account.presses(Book(worker, LINDE, start, mode))
        assert answer.screen.card is not None, answer.note
        return answer.screen.card

    async def talk(self, appointment: AppointmentId) -> Appointment:
        """A talk as it stands."""
        async with self.store.reading() as work:
            found = await work.appointments.get(appointment)
        assert found is not None
        return found

    async def rows(self, table: str) -> list[dict[str, Any]]:
        """Every row of a table."""
        return await rows(self.url, table)

    async def everything(self) -> dict[str, list[dict[str, Any]]]:
        """The whole database, to see whether anything changed."""
        return {table.name: await self.rows(table.name) for table in metadata.sorted_tables}

    async def others(self, account: Account) -> dict[str, list[dict[str, Any]]]:
        """The whole database without what an account may say of itself, or count."""
        async with self.store.reading() as work:
            known = await work.people.find(account.incoming().address)
        found = await self.everything()
        for own in (
            "inbox",
            "audit",
            "revision",
            "demand_counter",
            "demand_week",
            "demand_seen",
            "demand_plan",
        ):
            del found[own]
        if known and known.worker:
            found = {
                table: [each for each in held if each.get("worker") != known.worker]
                for table, held in found.items()
            }
        mine = known.id if known else None
        found["person"] = [each for each in found["person"] if each["id"] != mine]
        return found


async def rows(url: str, table: str) -> list[dict[str, Any]]:
    """Every row of a table, in order of its first column."""
    engine, wanted = create_async_engine(url), metadata.tables[table]
    async with engine.connect() as connection:
        order = next(iter(wanted.columns))
        found = (await connection.execute(select(wanted).order_by(order))).mappings().all()
    await engine.dispose()
    return [dict(each) for each in found]


@asynccontextmanager
async def place(
    folder: Path, limits: Limits | None = None, backend: str = "sqlite"
) -> AsyncIterator[Place]:
    """A Tuesday morning at half past nine, on one of `tests.databases.BACKENDS`."""
    url = fresh(backend, folder)
    async with opened(url) as store:
        clock = Ticker()
        yield Place(store, clock, Router(make_ports(store, clock, limits)), url)


def note(answer: Answer) -> str | None:
    """The word above an answer."""
    return answer.note.id if answer.note else None


def title(answer: Answer) -> str:
    """Which screen it is, by its first text."""
    return answer.screen.lines[0].id


def texts_of(answer: Answer) -> list[str]:
    """The ids of all texts of a screen."""
    return [each.id for each in answer.screen.lines]


async def prepared(claimed: Claimed, router: Router) -> Prepared:
    """One notice by itself, as it would be sent now."""
    [found] = await prepare([claimed], router)
    return found
