"""Whatever is sent, by whomever: an answer, no fault, and nothing of anybody else changes.

Updates come in as Telegram brings them, by the webhook. `LONG=1` sends 100,000.
"""

import asyncio
import json
import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.demo.http import serve
from bot.telegram.dispatch import CHANNEL
from bot.telegram.hook import SECRET_HEADER, Hook
from bot.telegram.intake import Intake
from bot.telegram.lanes import Lanes
from flows.model import Address, AppointmentId, Role
from tests.bot.phones import Phone, Switchboard, switchboard
from tests.flows.place import rows
from tests.properties.hostile import (
    JSON,
    KINDS,
    Update,
    aimed,
    bent,
    pressed,
    presses,
    texts,
    typed,
)

AT_ONCE = 10
"""Updates between two looks at the database."""
TRIES = (100_000 if os.environ.get("LONG") else 5_000) // AT_ONCE
UNREADABLE = "an update cannot be read"
SECRET = "abcdefghijklmnop"
WHO = ("stranger", "pupil", "parent", "worker", "coordinator")
MAY_CHANGE = {
    "worker": {"notice", "hours_closing", "absence"},
    "coordinator": {"notice", "hours_closing", "absence", "invitation", "staff"},
}
"""Both close the own school and say that a colleague is not there, a coordinator invites for it,
and people hear of it."""
OWN_OF_NOBODY = {"inbox", "aside", "revision", "rate", "worker", "meta", "alembic_version"}
COUNTED = {"demand_counter", "demand_week", "demand_seen", "demand_plan", "demand_closed"}

Rows = frozenset[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Sent:
    """One thing that is sent: a button of one's own, any data, or a text; perhaps bent."""

    button: int | None = None
    data: str | None = None
    text: str = ""
    message: int | None = None
    bend: tuple[list[int], Any, str] | None = None


MESSAGES = st.none() | st.integers(1, 40)
BENDS = st.tuples(
    st.lists(st.integers(0, 20), min_size=1, max_size=4), JSON, st.sampled_from(KINDS)
)
PRESSED = st.builds(Sent, data=presses(), message=MESSAGES)
TAPPED = st.builds(Sent, button=st.integers(0, 40))
TYPED = st.builds(Sent, text=texts())
BENT = st.builds(Sent, data=st.none() | st.sampled_from(["h", "t"]), text=texts(), bend=BENDS)
SENT = st.one_of(TAPPED, TAPPED, PRESSED, PRESSED, PRESSED, TYPED, BENT)

STAFF = {"worker": "jeroen", "coordinator": "lotte"}


@dataclass
class Street:
    """The bot behind its webhook, people with talks, and five who try everything."""

    board: Switchboard
    session: aiohttp.ClientSession
    hostile: dict[str, Phone]
    talks: list[AppointmentId]
    numbers: Iterator[int] = field(default_factory=lambda: count(50_000_000))

    async def tries(self, who: str, sent: list[Sent]) -> None:
        """One of the five sends some updates; what all others have stays as it is."""
        self.board.core.clock.move(self.board.now() + timedelta(seconds=10))
        before = await self.found(who)
        talks = [*self.talks, *map(AppointmentId, sorted(before.talks))]
        for each in sent:
            await self.bring(self._update(self.hostile[who], each, talks))
        after = await self.found(who)
        own = before.talks | after.talks
        left, now = before.others(own), after.others(own)
        changed = {name: left[name] ^ now[name] for name in left if left[name] != now[name]}
        assert not changed, (changed, who, sent)
        assert await rows(self.board.url, "aside") == [], (who, sent)

    def _update(self, phone: Phone, sent: Sent, talks: list[AppointmentId]) -> Update:
        number, user = next(self.numbers), phone.user
        account = {
            "id": user.id,
            "is_bot": False,
            "first_name": user.first_name,
            "language_code": user.language_code,
        }
        keys = buttons(phone)
        if sent.button is not None and keys:
            message, data = keys[sent.button % len(keys)]
            update = pressed(account, number, message, data)
        elif sent.data is not None:
            message = keys[-1][0] if keys and sent.message is None else sent.message or 1
            update = pressed(account, number, message, aimed(sent.data, talks))
        else:
            update = typed(account, number, sent.text)
        return update if sent.bend is None else bent(update, *sent.bend)

    async def bring(self, update: Update) -> None:
        """Post an update as Telegram does; only what it did is of interest."""
        headers = {SECRET_HEADER: SECRET}
        body = json.dumps(update).encode()
        async with self.session.post("/hook", data=body, headers=headers) as answer:
            assert answer.status == 200, update

    async def found(self, who: str) -> "Found":
        """The database as it is, and what of it is the own of one of the five."""
        file = self.board.url.removeprefix("sqlite+aiosqlite:///")
        with closing(sqlite3.connect(file)) as connection:
            connection.row_factory = sqlite3.Row
            names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            tables = {
                name: [dict(row) for row in connection.execute(f"SELECT * FROM {name}")]  # noqa: S608
                for (name,) in names
                if name not in OWN_OF_NOBODY | COUNTED
            }
        address = Address(CHANNEL, str(self.hostile[who].user.id))
        async with self.board.store.reading() as work:
            person = await work.people.find(address)
        return Found(tables, person.id if person else None, who)


def buttons(phone: Phone) -> list[tuple[int, str]]:
    """The newest buttons in a chat: the number of the message, and what each says."""
    newest = list(phone.user.messages.items())[-4:]
    return [
        (number, key["callback_data"])
        for number, message in newest
        for row in message.content.markup.rows
        for key in row
        if "callback_data" in key
    ]


@dataclass(frozen=True)
class Found:
    """All rows of a database, and who is looked at."""

    tables: dict[str, list[dict[str, Any]]]
    me: int | None
    who: str

    @property
    def talks(self) -> set[int]:
        """Talks that are one's own: booked, or held as the worker."""
        own = {row["appointment"] for row in self.tables["participant"] if self._is_me(row)}
        held = {row["id"] for row in self.tables["appointment"] if self._is_worker(row)}
        return own | held

    def others(self, talks: set[int]) -> dict[str, Rows]:
        """The rows that are nobody's business of mine, by table."""
        return {
            name: frozenset(tuple(row.items()) for row in rows if not self._own(name, row, talks))
            for name, rows in self.tables.items()
            if name not in MAY_CHANGE.get(self.who, set())
        }

    def _own(self, table: str, row: dict[str, Any], talks: set[int]) -> bool:
        if table == "person":
            return bool(row["id"] == self.me)
        if table == "audit":
            return self.who in STAFF and bool(row["agent"] == f"{self.who} {STAFF[self.who]}")
        if table == "invitation" and row["role"] == "guest":
            return int(row["subject"]) in talks
        talk = row["id"] if table == "appointment" else row.get("appointment")
        return talk in talks or self._is_me(row) or self._is_worker(row)

    def _is_me(self, row: dict[str, Any]) -> bool:
        return self.me is not None and bool(row.get("person") == self.me)

    def _is_worker(self, row: dict[str, Any]) -> bool:
        return self.who == "worker" and bool(row.get("worker") == STAFF[self.who])


async def built(stack: AsyncExitStack, folder: Path) -> Street:
    """De Linde on a Tuesday, with talks of others and of one's own."""
    board = await stack.enter_async_context(switchboard(folder))
    await board.desk("Fatima", Role.WORKER, "fatima")
    noor = await board.pupil("Noor")
    await noor.books()
    for key in ("Meer", "Hoe heet je"):
        await noor.taps(key)
    await noor.sends("blauwe vis")
    sam = await board.pupil("Sam")
    await sam.books(time="10 uur")
    hostile = {
        "stranger": board.phone("Mallory"),
        "pupil": await board.pupil("Mona"),
        "parent": await board.pupil("Mats"),
        "worker": await board.desk("Jeroen", Role.WORKER, STAFF["worker"]),
        "coordinator": await board.desk("Lotte", Role.COORDINATOR, STAFF["coordinator"]),
    }
    await hostile["pupil"].books(time="10:20")
    talks = [each["id"] for each in await rows(board.url, "appointment")]
    lanes = await stack.enter_async_context(Lanes(_report))
    intake = Intake(lanes, board.handling, board.dispatch)
    hook = Hook(board.bot, SECRET, intake.brought).application("/hook")
    address = await stack.enter_async_context(serve(hook))
    session = await stack.enter_async_context(aiohttp.ClientSession(address))
    return Street(board, session, hostile, [*talks, AppointmentId(1)])


def _report(_key: int, error: BaseException) -> None:
    logging.getLogger("bot").error("a work failed", exc_info=error)


async def test_nothing_that_is_sent_is_a_fault_or_changes_what_others_have(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with AsyncExitStack() as stack:
        street = await built(stack, tmp_path)
        await asyncio.to_thread(_try_all, street, asyncio.get_running_loop())
    mistakes = [each.getMessage() for each in caplog.records if each.levelno >= logging.ERROR]
    assert [each for each in mistakes if not each.startswith(UNREADABLE)] == []


def _try_all(street: Street, loop: asyncio.AbstractEventLoop) -> None:
    """Called in a thread, for hypothesis waits for each try."""

    @given(st.sampled_from(WHO), st.lists(SENT, min_size=AT_ONCE, max_size=AT_ONCE))
    @settings(
        max_examples=TRIES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],  # what was sent before matters, so nothing is made smaller
        suppress_health_check=list(HealthCheck),
    )
    def tries(who: str, sent: list[Sent]) -> None:
        asyncio.run_coroutine_threadsafe(street.tries(who, sent), loop).result()

    tries()
