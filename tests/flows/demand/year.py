"""A made-up town that lives through the real actions: people ask, book, come, cancel."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from flows.demand.periods import WEEK
from flows.door.job import ends_due
from flows.hours.current import Almanacs
from flows.model import AppointmentId, Audience, End, Question, Smile, Topic
from flows.ports import Ports
from flows.programme import Programme
from flows.router import Router
from flows.staff_steps import Came, Conclude
from flows.steps import Book, Cancel, Enter, Rate, Tell, Times
from tests.ports import Account, Ticker, buttons

FIRST = datetime(2026, 8, 31, 6, tzinfo=UTC)
GROUP = 3


def town(schools: int) -> Programme:
    """Schools with a worker each, there every weekday morning; groups of three or four."""
    ids = [f"school{n}" for n in range(schools)]
    groups = [ids[n : n + GROUP] for n in range(0, schools, GROUP)]
    if len(groups) > 1 and len(groups[-1]) < GROUP:
        last = groups.pop()
        groups[-1] += last
    return Programme.model_validate(
        {
            "about": {"name": "Stad", "region": "Noord", "holidays_close": "building"},
            "providers": [{"id": "zeilvast", "name": "Zeilvast"}],
            "schools": [
                {"id": each, "name": f"School {n}", "address": f"Kade {n}", "code": f"q7Xw{n:04}"}
                for n, each in enumerate(ids)
            ],
            "workers": [
                {"id": f"w{n}", "name": f"Werker {n}", "provider": "zeilvast", "modes": ["school"]}
                for n in range(schools)
            ],
            "schedules": [
                {
                    "id": f"s{n}", "worker": f"w{n}", "school": each, "room": "B2",
                    "first_on": "2026-08-31", "rrule": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
                    "start": "09:00:00", "duration_minutes": 240, "slot_minutes": 20,
                    "modes": ["school"],
                }
                for n, each in enumerate(ids)
            ],
            "digest": {
                "groups": [
                    {"id": f"g{n}", "name": f"Groep {n}", "schools": held}
                    for n, held in enumerate(groups)
                    if schools >= 2 * GROUP
                ]
            },
        }
    )  # fmt: skip


@dataclass
class Town:
    """Everybody, and what they do; seeded."""

    router: Router
    clock: Ticker
    programme: Programme
    workers: list[Account]
    random: Random
    pupils: int
    accounts: dict[int, Account] = field(default_factory=dict)
    done: Counter[str] = field(default_factory=Counter)
    open: list[tuple[datetime, Account, int, AppointmentId]] = field(default_factory=list)

    async def week(self, monday: datetime, requests: int) -> None:
        """So many requests on weekday mornings, each with what comes of it."""
        moments = sorted(
            monday + timedelta(days=self.random.randrange(5), minutes=self.random.randrange(90))
            for _ in range(requests)
        )
        for at in moments:
            await self._ends(at)
            self.clock.now = at
            await self._asks(self.random.randrange(self.pupils))
        await self._ends(monday + timedelta(days=6))

    async def _asks(self, number: int) -> None:
        school = number % len(self.programme.schools)
        account = self.accounts.get(number)
        if account is None:
            account = Account(self.router, f"pupil{number}")
            self.accounts[number] = account
            await account.starts(self.programme.schools[school].link)
            await account.presses(Enter(self.random.choice([*[Audience.PUPIL] * 4, *Audience])))
        offered = await account.presses(Times())
        steps = [each.step for each in buttons(offered) if isinstance(each.step, Book)]
        if not steps:
            self.done["nothing"] += 1
            return
        step = self.random.choice(steps)
        card = (await account.presses(step)).screen.card
        if card is None:
            self.done["refused"] += 1
            return
        self.done["booked"] += 1
        if self.random.random() < 0.6:
            await account.presses(Tell(card, self.random.choice(list(Topic))))
        if self.random.random() < 0.1:
            await account.presses(Cancel(card, 1))
        else:
            self.open.append((step.start, account, school, card))

    async def _ends(self, until: datetime) -> None:
        """Talks that are over: the worker says how they went, some people what they thought."""
        over = sorted((each for each in self.open if each[0] < until), key=lambda each: each[0])
        self.open = [each for each in self.open if each[0] >= until]
        for start, account, school, card in over:
            self.clock.now = max(self.clock.now, start + timedelta(minutes=25))
            worker, chance = self.workers[school], self.random.random()
            if chance < 0.15:
                await worker.presses(Came(card, 0))
                continue
            if chance < 0.85:
                await worker.presses(Came(card, 1))
                await worker.presses(Conclude(card, self.random.choice(list(End))))
            if self.random.random() < 0.3:
                question, smile = self.random.choice(list(Question)), self.random.choice([*Smile])
                await account.presses(Rate(question, smile, card))


def mondays(weeks: int) -> Iterator[datetime]:
    """Six o'clock UTC on Mondays, from the first school week on."""
    return (FIRST + n * WEEK for n in range(weeks))


async def untold(ports: Ports) -> None:
    """Ends that nobody told."""
    await ends_due(ports)


def almanacs(programme: Programme) -> Almanacs:
    """Its office hours."""
    return Almanacs(programme, 28)
