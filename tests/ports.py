"""Flows without a channel: real storage, a clock that tests move, people without phones."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path

from bot.config import load
from bot.demo.run import PROGRAMME
from bot.pace import Pace
from flows.front import Front
from flows.hours.current import Almanacs
from flows.model import Address, MessageId, PersonId
from flows.packing import Step
from flows.policy import Limits, PrivacyLimits
from flows.ports import Ports
from flows.programme import Programme
from flows.router import Answer, Incoming, Router
from flows.screen import Button
from flows.understanding.intents import Intents
from storage.unit import Store
from tests.town import TUESDAY

_FILL = {
    "telegram": {"token": "1:test"},
    "database": {"url": "sqlite+aiosqlite:///unused.db"},
    "keys": {"file": "keys/unused.key"},
}


@cache
def demo_programme() -> Programme:
    """The made-up programme of the demo."""
    return load(PROGRAMME, {}, _FILL).programme


class Ticker:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: datetime = TUESDAY) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, span: timedelta) -> None:
        """Move on."""
        self.now += span


def make_ports(store: Store, clock: Ticker, limits: Limits | None = None) -> Ports:
    """Ports on a store, with the demo's programme."""
    limits = limits or Limits()
    programme = demo_programme()
    return Ports(
        work=store.work,
        reading=store.reading,
        clock=clock,
        almanacs=Almanacs(programme, limits.booking.horizon_days),
        programme=programme,
        limits=limits,
        link="https://t.me/inloop_test_bot?start={}".format,
        privacy=PrivacyLimits(),
        pace=Pace(),
    )


@dataclass
class Account:
    """Somebody who presses and types; every update gets a number of its own.

    Asked whether others look at the phone, it says `shares` at once; None leaves it open.
    """

    router: Router
    name: str
    language: str = "nl"
    last: Answer | None = None
    shares: bool | None = False
    _updates: "count[int]" = field(default_factory=lambda: count(1))

    def incoming(self, update: int | None = None, message: MessageId | None = None) -> Incoming:
        """An update of this account."""
        number = update or abs(hash((self.name, next(self._updates)))) % (1 << 50)
        return Incoming(Address("test", self.name), self.language, number, message)

    async def presses(self, step: Step | str, update: int | None = None) -> Answer:
        """Press a button that says this."""
        data = step if isinstance(step, str) else step.pack()
        self.last = await self.router.press(self.incoming(update), data)
        if self.shares is not None and self.last.screen.lines[-1].id == "shared-ask":
            key = self.last.screen.actions[0 if self.shares else 1]
            number = None if update is None else update + 1
            self.last = await self.router.press(self.incoming(number), key.step.pack())
        return self.last

    async def starts(self, payload: str = "") -> Answer:
        """Open the bot, perhaps by a link."""
        self.last = await front(self.router).command(self.incoming(), "start", payload)
        return self.last

    async def types(self, text: str) -> Answer:
        """Type a message."""
        self.last = await front(self.router).text(self.incoming(), text)
        return self.last

    async def person(self) -> PersonId:
        """The id that the database gave this account."""
        async with self.router.ports.reading() as work:
            found = await work.people.find(Address("test", self.name))
        assert found is not None
        return found.id


def link_in(answer: Answer) -> str:
    """The payload of the link in the word above an answer."""
    assert answer.note is not None
    return str(answer.note.args["link"]).partition("start=")[2]


@cache
def intents() -> Intents:
    """The models, read once for all tests."""
    return Intents.load()


def front(router: Router) -> Front:
    """Where commands and texts are answered."""
    return Front(router, intents())


def buttons(answer: Answer) -> list[Button]:
    """Every button of an answer but the footer's."""
    return [*answer.screen.choices, *answer.screen.actions]


def folder_of_locales() -> Path:
    """Where the texts are."""
    return Path(__file__).parents[1] / "flows" / "locales"
