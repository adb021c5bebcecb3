"""Kills and faults while reminders fall due and people book; then everything is counted."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from time import time

from sqlalchemy import select

from bot.demo.chats import User
from bot.demo.faults import Fault
from bot.demo.http import make_app, serve
from bot.demo.replies import Json
from bot.store import opened
from flows.model import Audience, NoticeKind, NoticeState, Status
from storage.tables import appointment, notice
from storage.unit import Store
from tests.chaos.clock import Fast
from tests.chaos.place import START, Place, Talk, wish, write_config
from tests.chaos.replica import Replica
from tests.chaos.world import ChaosCore

CARD = "Je afspraak"
FAULTS = (
    Fault("429", seconds=1),
    Fault("5xx"),
    Fault("dropped"),
    Fault("slow", seconds=0.5),
)
PATIENCE = 120.0
TODAY = timedelta(hours=12)
ROUND = 6
"""After so many kills of each bot it lives until what is due is said, as one does in between."""
AT_ONCE = 4
"""So many book at the same time."""
_ANSWERED = 15.0
"""Seconds that somebody waits for an answer before pressing again."""


def _is_ours(message: Json) -> bool:
    return bool(message["from"] == "bot")


@dataclass
class Figures:
    """What came of it.

    Attributes:
        deaths: Kills by step.
        hits: Kills that left a notice on its way.
        faults: By kind.
        due: Reminders of people who can be reached; `lost` never arrived, `late` after the start.
        twice: Reminders that came once more than once, over all.
        confirmed: Bookings that a person saw; `missing` are not in the database.
    """

    deaths: Counter[str] = field(default_factory=Counter)
    hits: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    due: int = 0
    lost: int = 0
    late: int = 0
    twice: int = 0
    confirmed: int = 0
    missing: int = 0
    seconds: float = 0.0

    @property
    def kills(self) -> int:
        """All of them."""
        return self.deaths.total()

    def faulty(self) -> list[str]:
        """What was promised and did not hold."""
        most = self.hits + self.faults["dropped"]
        held = {
            f"{self.lost} reminders lost": not self.lost,
            f"{self.late} reminders after the start": not self.late,
            f"{self.twice} reminders twice, {most} allowed": self.twice <= most,
            f"{self.missing} bookings lost": not self.missing,
            "nothing was due": self.due > 0,
        }
        return [said for said, holds in held.items() if not holds]


class Chaos:
    """One run."""

    def __init__(
        self, core: ChaosCore, store: Store, talks: Sequence[Talk], random: Random
    ) -> None:
        """Nothing has happened yet."""
        self.core = core
        self.store = store
        self.talks = talks
        self.random = random
        self.figures = Figures()
        self._seen: set[tuple[int, int]] = set()
        self._booked: list[datetime] = []

    async def in_hand(self) -> set[tuple[int, int]]:
        """Notices that a sender has, with how often they were taken."""
        asked = select(notice.c.id, notice.c.attempts).where(notice.c.state == NoticeState.SENDING)
        async with self.store.engine.reading() as tx:
            return {(row.id, row.attempts) for row in await tx.run(asked)}

    async def count_hits(self) -> None:
        """After a kill: whatever is on its way now and was not before."""
        found = await self.in_hand()
        self.figures.hits += bool(found - self._seen)
        self._seen |= found

    async def disturb(self) -> None:
        """Faults, one at a time: the next one when nothing waits for an answer any more."""
        unanswered = select(notice.c.id).where(
            notice.c.unanswered > 0, notice.c.state.in_((NoticeState.PENDING, NoticeState.SENDING))
        )
        while True:
            await asyncio.sleep(self.random.uniform(0.5, 2.0))
            async with self.store.engine.reading() as tx:
                busy = await tx.first(unanswered)
            if busy is None:
                fault = self.random.choice(FAULTS)
                self.core.faults.add("sendMessage", fault)
                self.figures.faults[fault.kind] += 1

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
        with suppress(TimeoutError):
            async with asyncio.timeout(_ANSWERED):
                while True:
                    seen = self.core.people.sees(user).messages
                    if any(words in each["text"] for each in seen if _is_ours(each)):
                        return True
                    await asyncio.sleep(0.05)
        return False

    async def settled(self, *, due_only: bool = False) -> None:
        """Wait until nothing of today is on its way; with `due_only` nothing that is due."""
        open_states = (NoticeState.PENDING, NoticeState.SENDING)
        asked = select(notice.c.id).where(
            notice.c.kind == NoticeKind.HOUR,
            notice.c.due_at < (self.core.clock.now() if due_only else START + TODAY),
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
        figures = self.figures
        for each in self.talks:
            if each.user.id in blocked:
                continue
            told = self.core.told[each.user.id]
            figures.due += 1
            figures.lost += not told
            figures.late += sum(at >= each.start for at in told)
            figures.twice += max(0, len(told) - 1)
        asked = select(appointment.c.start_at).where(appointment.c.status == Status.BOOKED)
        async with self.store.engine.reading() as tx:
            starts = Counter(row.start_at for row in await tx.run(asked))
        wanted = Counter(self._booked)
        figures.missing = (wanted - starts).total()
        return figures


async def chaos(folder: Path, database: str, kills: int, replicas: int, seed: int) -> Figures:
    """So many kills of a bot, or of one that polls and one that only sends beside it.

    Args:
        folder: For config and key.
        database: Its address.
        kills: Over all replicas.
        replicas: 1 or 2.
        seed: Of everything that is left to chance.
    """
    random, began = Random(seed), time()
    core = ChaosCore(Fast(START, began))
    async with serve(make_app(core)) as address:
        config = write_config(folder, core.token, address, database)
        async with opened(config) as present:
            place = Place(core, config, present.store)
            talks = await place.talks(max(2, kills // 10))
            fast = Fast(START, time())
            core.restart(fast)
            run = Chaos(core, present.store, talks, random)
            roles = ("poll", "send")[:replicas]
            bots = [Replica(role, folder, core, fast, random) for role in roles]
            blocked = {talks[1].user.id}
            core.people.block(talks[1].user.id)
            await _storm(run, place, bots, kills)
            await run.settled()
            for each in bots:
                run.figures.deaths += each.deaths
                await each.end()
            figures = await run.count(blocked)
    figures.seconds = time() - began
    return figures


async def _storm(run: Chaos, place: Place, bots: Sequence[Replica], kills: int) -> None:
    async def dying(bot: Replica, first: int, last: int) -> None:
        for n in range(first, last):
            await bot.dies_once(n)
            await run.count_hits()

    each_dies = kills // len(bots)
    async with asyncio.TaskGroup() as group:
        faults = group.create_task(run.disturb())
        booking = group.create_task(run.book(place, max(4, kills // 4)))
        for first in range(0, each_dies, ROUND):
            last = min(first + ROUND, each_dies)
            await asyncio.gather(*(dying(each, first, last) for each in bots))
            for each in bots:
                await each.lives()
            if last < each_dies:
                await run.settled(due_only=True)
                for each in bots:
                    await each.end()
        faults.cancel()
        run.core.faults.clear()
        await booking
