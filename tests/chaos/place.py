"""Who is there when things go wrong: a school with many workers, and people with talks today."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from bot.config import Config, load
from bot.demo.chats import User
from bot.ports import ports_of
from bot.telegram.dispatch import CHANNEL
from flows.model import Address, AppointmentId, Audience, Mode
from flows.packing import Step
from flows.programme import ref_of
from flows.router import Answer, Incoming, Router
from flows.steps import Book, Enter, Share
from storage.unit import Store
from tests.chaos.world import ChaosCore
from tests.ports import front
from tests.town import ZONE

START = datetime(2026, 11, 24, 7, 59, tzinfo=ZONE).astimezone(UTC)
"""Where the fast clock begins."""
FIRST = datetime(2026, 11, 24, 9, 0, tzinfo=ZONE).astimezone(UTC)
"""The first talk; its reminder is due an hour before, so after one minute."""
LEAD = timedelta(hours=1)
APART = timedelta(minutes=5)
WORKERS, ROUNDS = 60, 4
"""A worker of four has a slot that begins every five minutes: fifteen talks each time."""
_LINDE = ref_of("linde")
_HEAD = """
[programme]
name = "Proefstad"
region = "Noord"
languages = ["nl"]

[[providers]]
id = "zeilvast"
name = "Zeilvast"

[[schools]]
id = "linde"
name = "De Linde"
address = "Lindekade 12"
code = "h4VqT9mZ"
"""


def write_config(folder: Path, token: str, base_url: str, database: str) -> Config:
    """A config in a folder, with its key beside it; `database` is an address."""
    tables = (
        f'\n[telegram]\ntoken = "{token}"\nbase_url = "{base_url}/bot"\n'
        f'\n[database]\nurl = "{database}"\n'
    )
    path = folder / "config.toml"
    path.write_text(_HEAD + "".join(map(_worker, range(WORKERS))) + tables, encoding="utf-8")
    return load(path, {})


def _worker(n: int) -> str:
    start = f"08:{5 * (n % ROUNDS):02}:00"
    return (
        f'\n[[workers]]\nid = "w{n}"\nname = "W{n}"\nprovider = "zeilvast"\n'
        f'\n[[schedules]]\nid = "s{n}"\nworker = "w{n}"\nschool = "linde"\nroom = "B{n}"\n'
        f'first_on = 2026-08-31\nrrule = "FREQ=DAILY"\nstart = {start}\nduration_minutes = 480\n'
    )


@dataclass(frozen=True, slots=True)
class Talk:
    """Of somebody with a phone, when it begins, and its number."""

    user: User
    start: datetime
    appointment: AppointmentId


@dataclass
class Place:
    """Makes people and talks by the real router, two hours before the bot is there."""

    core: ChaosCore
    config: Config
    store: Store
    _updates: "count[int]" = field(default_factory=lambda: count(10**9))

    def __post_init__(self) -> None:
        """One router, by a clock that stands still."""
        before = START - timedelta(hours=2)
        self._router = Router(ports_of(self.config, self.store, lambda: before, "test_bot"))

    async def person(self, name: str, audience: Audience) -> User:
        """Somebody who came by the school's link, and on whose phone nobody else looks."""
        user = self.core.people.add(name, "nl")
        self.core.people.type(user.id, "/start")
        self.core.world.updates.clear()
        link = self.config.programme.schools[0].link
        await front(self._router).command(self._incoming(user), "start", link)
        await self.presses(user, Enter(audience))
        await self.presses(user, Share(0))
        return user

    async def talks(self, moments: int) -> list[Talk]:
        """Fifteen parents with a talk at each of so many moments, five minutes apart."""
        found: list[Talk] = []
        for moment in range(moments):
            start = FIRST + moment * APART
            for n in range(moment % ROUNDS, WORKERS, ROUNDS):
                user = await self.person(f"P{moment}-{n}", Audience.PARENT)
                step = Book(ref_of(f"w{n}"), _LINDE, start, Mode.SCHOOL)
                answer = await self.presses(user, step)
                if answer.screen.card is None:
                    raise AssertionError(answer)
                found.append(Talk(user, start, answer.screen.card))
        return found

    async def presses(self, user: User, step: Step) -> Answer:
        """A press that the bot never sees."""
        return await self._router.press(self._incoming(user), step.pack())

    def _incoming(self, user: User) -> Incoming:
        return Incoming(Address(CHANNEL, str(user.id)), "nl", next(self._updates))


def wish(n: int) -> Book:
    """The nth free time of tomorrow, no two the same."""
    slot, worker = divmod(n, WORKERS)
    tomorrow = FIRST + timedelta(days=1, minutes=5 * (worker % ROUNDS) + 20 * slot)
    return Book(ref_of(f"w{worker}"), _LINDE, tomorrow, Mode.SCHOOL)
