"""What is said unasked: rendered and sent against a bare loop, and claimed from a long history."""

import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from itertools import count, islice
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import insert
from telegram import Bot

from bot.delivery.sender import LEASE, PACING, Sender
from bot.telegram.carrier import TelegramCarrier
from bot.telegram.dispatch import CHANNEL
from bot.telegram.presenter import Presenter
from bot.telegram.requests import make_request
from flows.model import (
    Address,
    AppointmentId,
    Audience,
    Mode,
    Notice,
    NoticeKind,
    NoticeState,
    Person,
    PersonId,
    Status,
)
from flows.programme import code_digest
from flows.steps import Reminder
from flows.texts import Texts
from storage.columns import new_id
from storage.tables import appointment, notice, participant
from tests.bench.figures import Better, Figure, Target
from tests.bench.flowing import Flowing, flowing
from tests.bench.plan import Plan, rounds
from tests.bench.stage import Server, server

SENT, CLAIM = (
    Target(
        "notices",
        "10,000 due notices over all rounds, no pace",
        "a bare loop that sends fixed texts",
        Better.LESS,
        2.5,
        1.6,
    ),
    Target(
        "claim",
        "claiming a notice, 1,000,000 old ones",
        "the same with 1,000",
        Better.LESS,
        1.5,
        1.1,
    ),
)
EACH_ROUND, PEOPLE, CONNECTIONS = 1500, 200, 64
OLD, FEW, CHUNK = 1_000_000, 1_000, 20_000
CLAIMS, BATCH = 60, 1
_HOUR = timedelta(hours=1)
_FIXED = "Herinnering voor straks\n📅 dinsdag 24 november, 10 uur\n🏫 Met Fatima, De Linde, B2"


async def sent(target: Target, plan: Plan, folder: Path) -> list[Figure]:
    """The same number of messages by the outbox, and by a loop over `Bot.send_message`."""
    async with AsyncExitStack() as stack:
        at = await stack.enter_async_context(server(folder))
        await at.tell("started", count=PEOPLE)
        town = await stack.enter_async_context(flowing(folder / "town", 4))
        bot = await stack.enter_async_context(_bot(at))
        people = await _people(town)
        texts = Texts(("nl",), town.router.ports.programme.zone)
        carrier = TelegramCarrier(town.router, Presenter(bot, texts), texts)
        sender, numbers = Sender(town.router, {CHANNEL: carrier}), count()

        async def ours(_round: int) -> float:
            await _queue(town, people, islice(numbers, EACH_ROUND))
            began = time.perf_counter()
            settled = await sender.drain()
            if settled != EACH_ROUND:
                raise RuntimeError(f"{settled} were sent")
            return time.perf_counter() - began

        async def theirs(_round: int) -> float:
            began = time.perf_counter()
            for n in range(EACH_ROUND):
                await bot.send_message(n % PEOPLE + 1, _FIXED)
            return time.perf_counter() - began

        pairs = await rounds(plan, ours, theirs)
    return [Figure(target, pairs, "s")]


def _bot(at: Server) -> Bot:
    request = make_request("aiohttp", CONNECTIONS)
    return Bot(at.token, base_url=f"{at.address}/bot", request=request)


async def _people(town: Flowing) -> list[tuple[PersonId, AppointmentId]]:
    """Parents of the school, each with a talk the day after tomorrow."""
    ports = town.router.ports
    school, now, found = ports.programme.schools[0], ports.clock(), list[Any]()
    wishes = town.wishes(36)
    new = Person(
        PersonId(0), "nl", Audience.PARENT, school.id, code_digest(school.code), shared=False
    )
    async with town.store.work() as work:
        people = [
            await work.people.add(Address(CHANNEL, str(n + 1)), new, now) for n in range(PEOPLE)
        ]
        await work.commit()
    for n, person in enumerate(people):
        wish, talk = wishes[n % len(wishes)], new_id()
        worker = ports.programme.worker(wish.worker)
        if worker is None:
            raise RuntimeError("nobody has these hours")
        found.append((person.id, talk, worker.id, wish.start))
    async with town.store.engine.writing() as tx:
        await tx.run(
            insert(appointment),
            [_talk(talk, worker, start, school.id, now) for _, talk, worker, start in found],
        )
        seats = [
            {"id": talk, "appointment": talk, "seat": 0, "person": person}
            for person, talk, *_ in found
        ]
        await tx.run(insert(participant), seats)
        await tx.commit()
    return [(person, AppointmentId(talk)) for person, talk, *_ in found]


def _talk(talk: int, worker: str, start: datetime, school: str, at: datetime) -> dict[str, Any]:
    return {
        "id": talk, "worker": worker, "school": school, "start_at": start,
        "end_at": start + timedelta(minutes=20), "mode": Mode.SCHOOL,
        "audience": Audience.PARENT, "status": Status.BOOKED, "version": 1,
        "created_at": at, "changed_at": at, "code": 7,
    }  # fmt: skip


async def _queue(
    town: Flowing, people: Sequence[tuple[PersonId, AppointmentId]], numbers: "islice[int]"
) -> None:
    """Reminders that are due now, one person after the other."""
    now = town.router.ports.clock()
    due = [
        Notice(
            f"bench:{n}", NoticeKind.HOUR, person, Reminder(talk, NoticeKind.HOUR).pack(),
            now, now + _HOUR, talk, 1,
        )
        for n in numbers
        for person, talk in (people[n % len(people)],)
    ]  # fmt: skip
    async with town.store.work() as work:
        await work.outbox.add(due)
        await work.commit()


async def claim(target: Target, plan: Plan, folder: Path) -> list[Figure]:
    """One due notice after the other is claimed in both databases in turn, at the usual pace."""
    async with AsyncExitStack() as stack:
        towns = [
            await stack.enter_async_context(flowing(folder / name, 1)) for name in ("full", "small")
        ]
        for town, old in zip(towns, (OLD, FEW), strict=True):
            people = await town.add_people(PEOPLE)
            await _history(town, people, old)
            await _history(town, people, CLAIMS * (plan.rounds + 1), due=True)
        pairs = [await _claims(towns, n) for n in range(plan.rounds + 1)]
    return [Figure(target, pairs[1:], "ms")]


async def _history(
    town: Flowing, people: Sequence[PersonId], rows: int, *, due: bool = False
) -> None:
    """Notices that were sent long ago, or that are due now."""
    now = town.router.ports.clock()
    at = now if due else now - timedelta(days=90)
    async with town.store.engine.writing() as tx:
        for first in range(0, rows, CHUNK):
            await tx.run(
                insert(notice),
                [
                    {
                        "dedup_key": f"{'due' if due else 'old'}:{n}", "kind": NoticeKind.HOUR,
                        "person": people[n % len(people)], "step": "h", "due_at": at,
                        "expires_at": at + _HOUR, "attempts": int(not due),
                        "state": NoticeState.PENDING if due else NoticeState.SENT,
                        "wake_at": at if due else None, "claimed_at": None if due else at,
                    }
                    for n in range(first, min(rows, first + CHUNK))
                ],
            )  # fmt: skip
        await tx.commit()


async def _claims(towns: Sequence[Flowing], turn: int) -> tuple[float, float]:
    """The median time of a claim in ms in both databases."""
    took: tuple[list[float], list[float]] = ([], [])
    for n in range(CLAIMS):
        for town, times in zip(towns, took, strict=True):
            now = town.router.ports.clock() + timedelta(seconds=2 * (turn * CLAIMS + n))
            began = time.perf_counter()
            async with town.store.work() as work:
                if len(await work.outbox.claim(now, 100 * LEASE, BATCH, PACING)) != BATCH:
                    raise RuntimeError("nothing was claimed")
                await work.commit()
            times.append(1000 * (time.perf_counter() - began))
    return median(took[0]), median(took[1])
