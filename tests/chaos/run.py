"""Kills and faults while reminders fall due and people book; then everything is counted."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from time import time
from typing import Any

from sqlalchemy import func, select

from bot.demo.chats import User
from bot.demo.faults import Fault
from bot.demo.http import make_app, serve
from bot.demo.replies import Json
from bot.store import opened
from flows.model import AppointmentId, Audience, NoticeKind, NoticeState, Status
from storage.tables import appointment, notice
from storage.unit import Store
from tests.chaos.clock import CALM, FAST, SLOW, Shown, ShownDemoClock
from tests.chaos.figures import Figures
from tests.chaos.place import APART, FIRST, LEAD, START, Place, Talk, wish, write_config
from tests.chaos.replica import Replica
from tests.chaos.world import ChaosCore

CARD = "Je afspraak"
FAULTS = (
    Fault("429", seconds=1),
    Fault("5xx"),
    Fault("dropped"),
    Fault("slow", seconds=0.5),
)
PATIENCE = 3600.0
"""Seconds that the bot may take to say what is left: whoever needs them hangs."""
TODAY = timedelta(hours=12)
ROUND = 6
"""After so many kills of each bot it lives until what is due is said, as one does in between."""
AT_ONCE = 4
"""So many book at the same time."""
BEHIND = timedelta(minutes=5)
"""What is due so long tells that the bot cannot follow: time goes slowly then."""
LONG_IN_HAND = 1.0
"""Seconds after which a call takes so long that the lease would be over by a fast clock."""
_ANSWERED = 15.0
"""Seconds that somebody waits for an answer before pressing again."""


def _is_ours(message: Json) -> bool:
    return bool(message["from"] == "bot")


class Chaos:
    """One run."""

    def __init__(
        self,
        core: ChaosCore,
        store: Store,
        talks: Sequence[Talk],
        bots: Sequence[Replica],
        random: Random,
    ) -> None:
        """Nothing has happened yet."""
        self.core = core
        self.store = store
        self.talks = talks
        self.bots = bots
        self.random = random
        self.figures = Figures()
        self.fastest = FAST
        self.until: datetime | None = None
        self._booked: list[datetime] = []

    async def keep_time(self, shown: Shown) -> None:
        """Let time pass as fast as the bot can follow, and not at all while none is there."""
        speed = 0.0
        while True:
            wanted = await self._speed(shown())
            if wanted != speed:
                shown.runs(wanted)
                speed = wanted
            await asyncio.sleep(0.1)

    async def _speed(self, now: datetime) -> float:
        if not any(each.is_up for each in self.bots):
            return 0
        if max(each.holds() for each in self.bots) > LONG_IN_HAND:
            return SLOW
        async with self.store.engine.reading() as tx:
            row = await tx.first(select(func.min(notice.c.wake_at)))
        due = row[0]
        is_behind = due is not None and due < now - BEHIND
        is_ahead = self.until is not None and now > self.until
        return SLOW if is_behind or is_ahead else self.fastest

    def hurry_until(self, share: float) -> None:
        """Let time go fast only so far as this share of the talks is due: all are for the kills."""
        moments = len({each.start for each in self.talks})
        self.until = FIRST - LEAD + share * moments * APART

    async def disturb(self) -> None:
        """Faults, one at a time."""
        while True:
            await asyncio.sleep(self.random.uniform(0.5, 2.0))
            if self.core.wrong is None:
                self.core.wrong = self.random.choice(FAULTS)

    async def book(self, place: Place, people: int) -> None:
        """Some at a time book a time of tomorrow, and press again where nothing comes."""
        users = [await place.person(f"B{n}", Audience.PARENT) for n in range(people)]
        numbered = iter(enumerate(users))

        async def one_after_the_other() -> None:
            for n, user in numbered:
                await self._books(n, user)

        await asyncio.gather(*(one_after_the_other() for _ in range(AT_ONCE)))

    async def _books(self, n: int, user: User) -> None:
        self.core.people.type(user.id, "/start")
        if not await self._comes(user.id, ""):
            return
        for turn in range(3):
            step = wish(3 * n + turn)
            said = [each for each in self.core.people.sees(user.id).messages if _is_ours(each)]
            self.core.people.press_data(user.id, said[-1]["message_id"], step.pack())
            if await self._comes(user.id, CARD):
                self._booked.append(step.start)
                self.figures.confirmed += 1
                return

    async def _comes(self, user: int, words: str) -> bool:
        """Whether it comes while a bot is there for so long."""
        left = _ANSWERED
        while left > 0:
            seen = self.core.people.sees(user).messages
            if any(words in each["text"] for each in seen if _is_ours(each)):
                return True
            await asyncio.sleep(0.05)
            left -= 0.05 * any(each.is_up for each in self.bots)
        return False

    async def settled(self, *, due_only: bool = False) -> None:
        """Wait until nothing of today is on its way; with `due_only` nothing that is due."""
        open_states = (NoticeState.PENDING, NoticeState.SENDING)
        until = self.core.clock.now() if due_only else START + TODAY
        asked = select(notice.c.id).where(
            notice.c.kind == NoticeKind.HOUR,
            notice.c.due_at < until,
            notice.c.state.in_(open_states),
        )
        async with asyncio.timeout(PATIENCE):
            while True:
                async with self.store.engine.reading() as tx:
                    if not await tx.run(asked):
                        return
                await asyncio.sleep(0.2)

    async def count(self, blocked: set[int]) -> Figures:
        """Everything, at the end."""
        figures, rows = self.figures, await self._rows()
        hits = sum((each.hits for each in self.bots), Counter[int]())
        for talk in self.talks:
            if talk.user.id in blocked:
                continue
            row, told = rows[talk.appointment], self.core.told[talk.user.id]
            figures.reminded(talk, told, hits[row.id], self.core.silenced[talk.user.id])
            if not told:
                figures.ends[f"{row.state} {row.reason}"] += 1
        figures.hits, figures.faults = hits.total(), self.core.faults_met
        figures.deaths = sum((each.deaths for each in self.bots), Counter[str]())
        figures.missing = (Counter(self._booked) - await self._starts()).total()
        return figures

    async def _rows(self) -> dict[AppointmentId, Any]:
        """The reminder of each talk, as it ended."""
        asked = select(notice).where(notice.c.kind == NoticeKind.HOUR)
        async with self.store.engine.reading() as tx:
            return {row.appointment: row for row in await tx.run(asked)}

    async def _starts(self) -> Counter[datetime]:
        asked = select(appointment.c.start_at).where(appointment.c.status == Status.BOOKED)
        async with self.store.engine.reading() as tx:
            return Counter(row.start_at for row in await tx.run(asked))


async def chaos(folder: Path, database: str, kills: int, replicas: int, seed: int) -> Figures:
    """So many kills of a bot, or of one that polls and one that only sends beside it.

    Args:
        folder: For config, key and clock.
        database: Its address.
        kills: Over all replicas.
        replicas: 1 or 2.
        seed: Of everything that is left to chance.
    """
    random, began = Random(seed), time()
    shown = Shown(folder / "clock")
    core = ChaosCore(ShownDemoClock(START, shown))
    async with serve(make_app(core)) as address:
        config = write_config(folder, core.token, address, database)
        async with opened(config) as present:
            place = Place(core, config, present.store)
            talks = await place.talks(max(2, kills // (ROUND * replicas)))
            roles = ("poll", "send")[:replicas]
            bots = [Replica(role, folder, core, shown, random) for role in roles]
            run = Chaos(core, present.store, talks, bots, random)
            core.people.block(talks[1].user.id)
            try:
                async with beside(run.keep_time(shown)):
                    await _storm(run, place, kills)
                    run.fastest = CALM
                    await run.settled()
            finally:
                for each in bots:
                    await each.end()
            figures = await run.count({talks[1].user.id})
    figures.seconds = time() - began
    return figures


@asynccontextmanager
async def beside(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Do a work that never ends beside the block."""
    async with asyncio.TaskGroup() as group:
        task = group.create_task(work)
        yield
        task.cancel()


async def _storm(run: Chaos, place: Place, kills: int) -> None:
    async def dying(bot: Replica, first: int, last: int) -> None:
        for n in range(first, last):
            run.hurry_until(n / each_dies)
            await bot.dies_once(n)

    each_dies = kills // len(run.bots)
    async with beside(run.disturb()), asyncio.TaskGroup() as group:
        group.create_task(run.book(place, max(4, kills // 4)))
        for first in range(0, each_dies, ROUND):
            last = min(first + ROUND, each_dies)
            await asyncio.gather(*(dying(each, first, last) for each in run.bots))
            run.until = None
            for each in run.bots:
                await each.lives()
            if last < each_dies:
                await run.settled(due_only=True)
                for each in run.bots:
                    await each.end()
    run.core.wrong = None
    run.core.faults.clear()
