"""The bot without sockets: the server's core, the real application, and people with phones."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from telegram import Bot, Update
from telegram.ext import Application

from bot.delivery.gate import Gate
from bot.delivery.sender import Sender
from bot.demo.chats import User
from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.wire import wire_bot
from bot.figures import Figures
from bot.invitations import invite
from bot.pace import Pace
from bot.telegram.carrier import TelegramCarrier
from bot.telegram.dispatch import CHANNEL, Dispatch
from bot.telegram.handling import Handling
from bot.telegram.presenter import Presenter
from bot.trouble import Alarm
from flows.hours.current import Almanacs
from flows.model import Role
from flows.policy import Limits, PrivacyLimits
from flows.ports import Ports
from flows.router import Router
from flows.steps import Home, Share
from flows.texts import Texts
from storage.unit import Store
from tests.databases import fresh_sqlite, opened
from tests.flows.place import rows
from tests.ports import demo_programme, front
from tests.town import TUESDAY


@dataclass
class Switchboard:
    """One bot process in miniature: updates are handed to it one at a time."""

    core: Core
    bot: Bot
    store: Store
    url: str
    router: Router
    texts: Texts
    presenter: Presenter
    dispatch: Dispatch
    application: Application[Any, Any, Any, Any, Any, Any]
    handling: Handling

    @property
    def sender(self) -> Sender:
        """A sender of its own, as every process has one."""
        return Sender(
            self.router, {CHANNEL: TelegramCarrier(self.router, self.presenter, self.texts)}
        )

    def phone(self, name: str, language: str = "nl") -> "Phone":
        """Somebody new with the app."""
        return Phone(self, self.core.people.add(name, language))

    async def pupil(self, name: str) -> "Phone":
        """A pupil who came by the poster of De Linde, and on whose phone nobody else looks."""
        phone = self.phone(name)
        await phone.sends(f"/start {demo_programme().schools[0].link}")
        await phone.taps("Leerling")
        for step in (Share(0), Home()):
            await phone.presses(phone.newest()["message_id"], step.pack())
        return phone

    async def desk(self, name: str, role: Role, subject: str) -> "Phone":
        """A worker or coordinator at the own desk."""
        phone = self.phone(name)
        await phone.sends(f"/start {await invite(self.store, role, subject, self.now())}")
        return phone

    def now(self) -> datetime:
        """The moment by the server's clock, which is the bot's too."""
        return self.core.clock.now()

    def waiting(self) -> list[Update]:
        """Updates that are not handled yet; they are taken off the server."""
        waiting = self.core.world.updates.pending()
        self.core.world.updates.clear()
        return [Update.de_json(each.json(), self.bot) for each in waiting]

    async def handle(self) -> list[Update]:
        """Hand everything that waits to the bot, in order."""
        updates = self.waiting()
        for each in updates:
            cries = self.dispatch.is_cry(each)
            await (self.handling.cry(each) if cries else self.handling.once(each))
        return updates

    def calls(self, since: int = 0) -> list[str]:
        """The methods called, in order; `since` is the number of the first."""
        return [each.method for each in self.core.log.since(since)]

    async def notices(self) -> list[dict[str, Any]]:
        """The rows of the outbox, in the order in which they were written."""
        return await rows(self.url, "notice")


@dataclass
class Phone:
    """One person's phone, on which everything is handled at once."""

    at: Switchboard
    user: User

    async def sends(self, text: str) -> None:
        """Type a message."""
        self.at.core.people.type(self.user.id, text)
        await self.at.handle()

    async def taps(self, words: str) -> None:
        """Press the newest button whose label holds these words."""
        for message in reversed(self.messages()):
            for key in (key for row in message["keyboard"] or [] for key in row):
                if words in key["text"]:
                    await self.presses(message["message_id"], key["data"])
                    return
        raise AssertionError(f"no button {words!r}: {self.keys()}")

    async def presses(self, message: int, data: str) -> None:
        """Send data as a button would."""
        self.at.core.people.press_data(self.user.id, message, data)
        await self.at.handle()

    def messages(self) -> list[dict[str, Any]]:
        """What the bot said and is still there."""
        said = self.at.core.people.sees(self.user.id).messages
        return [each for each in said if each["from"] == "bot"]

    def texts(self) -> list[str]:
        """The same, words only."""
        return [each["text"] for each in self.messages()]

    def newest(self) -> dict[str, Any]:
        """The last message in the chat."""
        return self.messages()[-1]

    def keys(self) -> list[str]:
        """The buttons of the newest message, without the footer."""
        return [key["text"] for row in self.newest()["keyboard"][:-1] for key in row]

    async def books(self, day: str = "", time: str = "9:40") -> int:
        """Book with Fatima; the message that shows the card."""
        await self.taps("Eerste vrije tijd")
        if day:
            await self.taps("Andere dag")
            await self.taps(day)
        await self.taps(next(key for key in self.keys() if re.search(rf"\b{time}\b", key)))
        return int(self.newest()["message_id"])


@asynccontextmanager
async def switchboard(folder: Path, start: datetime = TUESDAY) -> AsyncIterator[Switchboard]:
    """Everything but the network, on a database in a folder."""
    url, core, programme = fresh_sqlite(folder), Core(DemoClock(start)), demo_programme()
    limits = Limits()
    async with opened(url) as store, wire_bot(core) as bot:
        ports = Ports(
            work=store.work,
            reading=store.reading,
            clock=core.clock.now,
            almanacs=Almanacs(programme, limits.booking.horizon_days),
            programme=programme,
            limits=limits,
            link="https://t.me/inloop_test_bot?start={}".format,
            privacy=PrivacyLimits(),
            pace=Pace(),
        )
        router, texts = Router(ports), Texts(programme.about.languages, programme.zone)
        presenter = Presenter(bot, texts)
        dispatch = Dispatch(front(router), texts, presenter)
        application = dispatch.application(bot)
        async with application:
            handling = Handling(dispatch, application, ports, Alarm(), Figures(), Gate())
            yield Switchboard(
                core, bot, store, url, router, texts, presenter, dispatch, application, handling
            )
