"""People who press as fast as they are answered; they live in the server's process."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.demo.chats import Message
from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.replies import Reply, Upload
from bot.demo.texts import Rich
from flows.model import Audience
from flows.packing import Step, UnknownStepError
from flows.steps import Book, Cancel, Enter, Home, Share, Times, unpack

PATIENCE = 60.0
_QUERY_IDS = 10**9
"""A query's number is its user's number times this, and a serial number."""
TOMORROW = timedelta(hours=20)


class WatchedCore(Core):
    """The local server; tells when the bot first asks for updates, and when it answers whom."""

    def __init__(self, clock: DemoClock) -> None:
        super().__init__(clock)
        self.asked = asyncio.Event()
        self.asked_at = 0.0
        self.waiting: dict[int, Waiting] = {}

    async def call(
        self,
        token: str,
        method: str,
        params: Mapping[str, str] | None = None,
        files: Mapping[str, Upload] | None = None,
    ) -> Reply:
        """Answer, and note it."""
        if method == "getUpdates" and not self.asked.is_set():
            self.asked_at = time.monotonic()
            self.asked.set()
        reply = await super().call(token, method, params, files)
        person = _person(method, params or {})
        if person in self.waiting:
            self.waiting[person].hears(method)
        return reply


def _person(method: str, params: Mapping[str, str]) -> int:
    if method == "answerCallbackQuery":
        return int(params["callback_query_id"]) // _QUERY_IDS
    return int(params.get("chat_id", 0))


@dataclass
class Waiting:
    """One person, until everything that belongs to an answer has come."""

    missing: set[str]
    over: asyncio.Event = field(default_factory=asyncio.Event)

    def hears(self, method: str) -> None:
        """One call about this person."""
        self.missing.discard(method)
        if not self.missing:
            self.over.set()


@dataclass
class Person:
    """Somebody with a phone in one hand."""

    core: WatchedCore
    id: int
    book: str = ""

    async def types(self, text: str) -> None:
        """Send a text and wait for the reply."""
        await self._until({"sendMessage"}, lambda: self.core.people.type(self.id, text))

    async def presses(self, data: str) -> None:
        """Press a button and wait until the message has changed and the press is answered."""
        at = self._message().message_id
        wanted = {"editMessageText", "answerCallbackQuery"}
        await self._until(wanted, lambda: self.core.people.press_data(self.id, at, data))

    async def arrives(self, link: str) -> None:
        """Come by the school's link, as a pupil."""
        await self.types(f"/start {link}")
        await self.presses(Enter(Audience.PUPIL).pack())
        await self.presses(Share(0).pack())

    async def looks_home(self) -> None:
        """Press Home on another screen."""
        message = self._message()
        message.content = replace(message.content, rich=Rich("Iets anders."))
        await self.presses(Home().pack())

    async def finds_a_time(self) -> None:
        """Choose the first time of tomorrow; it is taken, so the next person gets another."""
        after = self.core.clock.now() + TOMORROW
        await self.presses(Times(after=after.replace(minute=0, second=0, microsecond=0)).pack())
        self.book = self._button(Book)
        await self.presses(self.book)

    async def books_or_cancels(self) -> None:
        """Cancel the talk that was booked, or book the same time again."""
        await self.presses(self._button(Cancel) or self.book)

    def _button(self, kind: type[Step]) -> str:
        """What the first button with a step of this kind says; empty when there is none."""
        rows = self._message().content.markup.rows
        found = (key.get("callback_data", "") for row in rows for key in row)
        return next((data for data in found if _is(kind, data)), "")

    def _message(self) -> Message:
        """The bot's newest."""
        messages = self.core.people.get(self.id).messages.values()
        return next(each for each in reversed(messages) if each.from_bot)

    async def _until(self, methods: set[str], does: Callable[[], object]) -> None:
        waiting = self.core.waiting[self.id] = Waiting(methods)
        does()
        async with asyncio.timeout(PATIENCE):
            await waiting.over.wait()


def _is(kind: type[Step], data: str) -> bool:
    try:
        return isinstance(unpack(data.removeprefix("+")), kind)
    except UnknownStepError:
        return False


class Load:
    """A number of people at one bot."""

    def __init__(self, core: WatchedCore, count: int) -> None:
        self._people = [Person(core, core.people.add(f"P{n}").id) for n in range(count)]

    async def enter(self, link: str, *, booked: bool) -> None:
        """Everybody comes by a link; with `booked`, everybody has a time of the own."""
        for each in self._people:
            await each.arrives(link)
            if booked:
                await each.finds_a_time()

    async def run(self, kind: str, seconds: float) -> float:
        """Everybody does the same again and again; how often a second over all."""
        began = time.monotonic()
        end = began + seconds
        done = await asyncio.gather(*(_again(_DEEDS[kind], each, end) for each in self._people))
        return sum(done) / (time.monotonic() - began)


async def _again(deed: Callable[[Person], Awaitable[None]], person: Person, end: float) -> int:
    count = 0
    while time.monotonic() < end:
        await deed(person)
        count += 1
    return count


_DEEDS: Mapping[str, Callable[[Person], Awaitable[None]]] = {
    "texts": lambda person: person.types("hallo"),
    "home": Person.looks_home,
    "book": Person.books_or_cancels,
}
