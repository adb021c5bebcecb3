"""A small bot with one part for everything the chat page has to show, on a real local server."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.http import make_app, serve
from bot.demo.page import page_routes
from bot.demo.replies import Upload
from tests.bot.demo.pictures import png

MORNING = datetime(2026, 11, 25, 8, 30, tzinfo=UTC)  # half past nine in Amsterdam, a Wednesday
HOSTILE = "<img src=x onerror=\"document.title='gekraakt'\"> & <b>niet vet</b>"
Screen = tuple[str, list[list[dict[str, Any]]]]


def keys(*rows: str) -> list[list[dict[str, Any]]]:
    """Rows of buttons whose data is what is written on them, "|" between two in a row."""
    return [[{"text": one, "callback_data": one} for one in row.split("|")] for row in rows]


SCREENS: dict[str, Screen] = {
    "Tijd": ("<b>Kies</b> een tijd.\n\U0001f550 <i>Vandaag</i>", keys("10:15|10:30", "Terug")),
    "10:15": ("Je afspraak staat: 10:15.", keys("Afzeggen")),
    "Terug": ("Hoi! Wat wil je?", keys("Tijd", "Hulp")),
    "Hulp": (
        'Bel <b>112</b>. Lokaal 112.\nOf 0800-0432, <a href="tel:113">honderddertien</a>.\n'
        "Geheim: <tg-spoiler>Olifant</tg-spoiler>\n"
        '<a href="https://t.me/inloop_demo_bot?start=s-es">Naar De Es</a>',
        [
            [{"text": "Site", "url": "https://example.org/"}],
            [{"text": "Code", "copy_text": {"text": "INLOOP-7"}}],
        ],
    ),
}


@dataclass
class Demo:
    """A running server with its bot.

    Attributes:
        gate: The part "wacht" goes on when it is set.
        invited: How often the programme was asked for; it is part of each invitation.
    """

    core: Core
    address: str = ""
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    invited: int = 0

    async def call(self, method: str, files: dict[str, Upload] | None = None, **rest: Any) -> Any:
        """Call a method of the Bot API and give its result."""
        params = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in rest.items()
        }
        reply = await self.core.call(self.core.token, method, params, files)
        assert isinstance(reply.body, dict)
        return reply.body.get("result")

    async def say(self, chat: int, text: str, rows: Any = ()) -> int:
        """A message of the bot; its number."""
        sent = await self.call(
            "sendMessage",
            chat_id=chat,
            text=text,
            parse_mode="HTML",
            reply_markup={"inline_keyboard": list(rows)},
        )
        return int(sent["message_id"])

    def typed(self, person: int) -> list[str]:
        """All a person has sent, oldest first."""
        seen = self.core.people.sees(person).messages
        return [message["text"] for message in seen if message["from"] == "user"]

    async def programme(self) -> dict[str, Any]:
        """As the real demo tells it."""
        self.invited += 1
        fresh = f"-{self.invited}"
        return {
            "programme": "Proefstad",
            "zone": "Europe/Amsterdam",
            "schools": [
                {"id": "linde", "name": "De Linde", "payload": "s-linde"},
                {"id": "es", "name": "De Es", "payload": "s-es"},
            ],
            "workers": [{"id": "fatima", "name": "Fatima", "payload": f"w-fatima{fresh}"}],
            "coordinators": [
                {"id": "sanne", "name": "Sanne", "scope": "programme", "payload": f"c-sanne{fresh}"}
            ],
        }


@asynccontextmanager
async def running() -> AsyncIterator[Demo]:
    """A server on a free port with its bot, until the end of the block."""
    demo = Demo(Core(DemoClock(MORNING)))
    await demo.call("setMyDescription", description="Loop binnen bij iemand van school.")
    await demo.call("setMyCommands", commands=[{"command": "help", "description": "Hulp"}])
    app = make_app(demo.core, programme=demo.programme, extra_routes=page_routes())
    async with serve(app) as demo.address, asyncio.TaskGroup() as group:
        bot = group.create_task(_play(demo))
        yield demo
        bot.cancel()


async def _play(demo: Demo) -> None:
    offset = 0
    while True:
        updates = await demo.call("getUpdates", timeout=30, offset=offset)
        for update in updates or ():
            await _answer(demo, update)
            offset = update["update_id"] + 1
        await asyncio.sleep(0)


async def _answer(demo: Demo, update: dict[str, Any]) -> None:
    if query := update.get("callback_query"):
        await _pressed(demo, query)
    elif message := update.get("message"):
        await _heard(demo, message["chat"]["id"], message.get("text", ""), message["message_id"])


async def _pressed(demo: Demo, query: dict[str, Any]) -> None:
    chat, message, data = query["from"]["id"], query["message"]["message_id"], query["data"]
    where = {"chat_id": chat, "message_id": message}
    if data == "Wacht":
        await demo.gate.wait()
    if data == "Weg":
        await demo.call("deleteMessage", **where)
    elif data in SCREENS:
        text, rows = SCREENS[data]
        markup = {"inline_keyboard": rows}
        await demo.call(
            "editMessageText", **where, text=text, parse_mode="HTML", reply_markup=markup
        )
    loud = data == "Let op"
    said = {"text": f"Gedaan: {data}", "show_alert": loud} if data not in SCREENS else {}
    await demo.call("answerCallbackQuery", callback_query_id=query["id"], **said)


async def _heard(demo: Demo, chat: int, text: str, message: int) -> None:
    if text.startswith("/start"):
        await demo.say(chat, *SCREENS["Terug"])
    elif text == "kwaad":
        await demo.say(chat, HOSTILE.replace("&", "&amp;").replace("<", "&lt;"))
    elif text == "plaat":
        photo = {"photo": Upload("week.png", png(), "image/png")}
        await demo.call(
            "sendPhoto", photo, chat_id=chat, photo="attach://photo", caption="Week 47\n34 vragen"
        )
        document = {"document": Upload("week-47.csv", b"school;vragen\n", "text/csv")}
        await demo.call("sendDocument", document, chat_id=chat, document="attach://document")
    elif text == "knoppen":
        await demo.say(chat, "Knoppen", keys("Wacht", "Weg", "Klaar", "Let op"))
    elif text == "lang":
        for number in range(12):
            await demo.say(chat, f"Regel {number}\n\n\neinde", keys("Tijd"))
    else:
        await demo.say(chat, f"Ik hoor: bericht {message}")
