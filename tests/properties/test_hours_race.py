"""Hours that change at the very moment people book in them: whoever holds a talk knows of it."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.invitations import invite
from flows.attendance.rules import rest_of_day
from flows.booking.rules import free_slots
from flows.hours.almanac import Almanac
from flows.model import Appointment, Audience, Mode, NoticeKind, Role, SchoolId, Slot, Span
from flows.programme import ref_of
from flows.router import Answer, Router
from flows.staff_steps import Leave, Shut
from flows.steps import Book, Enter
from storage.tables import notice
from storage.unit import Store
from tests.databases import opened
from tests.flows.place import LINDE
from tests.ports import Account, Ticker, demo_programme, make_ports
from tests.town import TUESDAY, ZONE

PEOPLE = 20
TURNS = (0, PEOPLE // 4, PEOPLE - 1)
"""How many people press before the hours change."""


@dataclass(frozen=True, slots=True)
class Replicas:
    """Two bots on one database, each with office hours of its own in mind, and who uses them."""

    store: Store
    routers: tuple[Router, Router]

    async def pupils(self) -> list[Account]:
        """As many as there are, by turns at the one and the other."""
        made = [Account(self.routers[n % 2], f"pupil-{n}") for n in range(PEOPLE)]
        for each in made:
            await each.starts(demo_programme().schools[0].link)
            await each.presses(Enter(Audience.PUPIL))
        return made

    async def worker(self, name: str, replica: int) -> Account:
        """A worker at the own desk."""
        account = Account(self.routers[replica], name)
        await account.starts(await invite(self.store, Role.WORKER, name, TUESDAY))
        return account

    async def talks(self) -> list[Appointment]:
        """The booked talks of today."""
        day = Span(TUESDAY, rest_of_day(TUESDAY, ZONE).end)
        async with self.store.reading() as work:
            workers = [each.id for each in demo_programme().workers]
            return [t for each in workers for t in await work.appointments.of_worker(each, day)]

    async def called_off(self) -> Counter[int]:
        """How often each talk's person is told that it is off."""
        wanted = select(notice.c.appointment).where(notice.c.kind == NoticeKind.AWAY)
        async with self.store.engine.sql.connect() as connection:
            return Counter((await connection.scalars(wanted)).all())


@asynccontextmanager
async def replicas(store: Store, url: str) -> AsyncIterator[Replicas]:
    """On PostgreSQL each has connections of its own; an SQLite file has one process."""
    clock = Ticker()
    if store.engine.sql.dialect.name == "sqlite":
        yield Replicas(store, (Router(make_ports(store, clock)), Router(make_ports(store, clock))))
        return
    async with opened(url) as other:
        yield Replicas(store, (Router(make_ports(store, clock)), Router(make_ports(other, clock))))


def _slots() -> list[Slot]:
    """Everything that can be booked at De Linde today."""
    on = TUESDAY.date()
    openings = Almanac(demo_programme(), 28).at_school(SchoolId("linde"), on, on)
    return free_slots(openings, {}, Mode.SCHOOL, TUESDAY + timedelta(minutes=10))


def _bookings(
    people: Sequence[Account], slots: Sequence[Slot], modes: Sequence[Mode]
) -> list[Awaitable[Answer]]:
    wishes = [(slot, mode) for slot in slots for mode in modes if mode in slot.modes]
    return [
        person.presses(Book(ref_of(slot.worker), LINDE, slot.span.start, mode))
        for person, (slot, mode) in zip(people, wishes * PEOPLE, strict=False)
    ]


@pytest.mark.parametrize("turn", TURNS)
async def test_who_booked_while_the_worker_reported_away_is_told_once(
    store: Store, database_url: str, turn: int
) -> None:
    rest = rest_of_day(TUESDAY, ZONE)
    async with replicas(store, database_url) as town:
        people = await town.pupils()
        fatima, jeroen = await town.worker("fatima", 0), await town.worker("jeroen", 1)
        slots = [each for each in _slots() if each.worker == "fatima"]
        presses = _bookings(people, slots, (Mode.SCHOOL,))
        presses.insert(turn, jeroen.presses(Leave(rest.start, rest.end, ref_of("fatima"))))
        presses.insert(turn, fatima.presses(Leave(rest.start, rest.end)))

        await asyncio.gather(*presses)

        assert await town.called_off() == Counter({each.id: 1 for each in await town.talks()})


@pytest.mark.parametrize("turn", TURNS)
async def test_who_booked_at_school_while_it_closed_is_told_and_who_is_called_is_not(
    store: Store, database_url: str, turn: int
) -> None:
    async with replicas(store, database_url) as town:
        people = await town.pupils()
        fatima, jeroen = await town.worker("fatima", 0), await town.worker("jeroen", 1)
        presses = _bookings(people, _slots()[::2], (Mode.SCHOOL, Mode.PHONE))
        for by in (fatima, jeroen):
            presses.insert(turn, by.presses(Shut(LINDE, TUESDAY.date())))

        await asyncio.gather(*presses)

        at_school = [each for each in await town.talks() if each.mode is Mode.SCHOOL]
        assert await town.called_off() == Counter({each.id: 1 for each in at_school})
