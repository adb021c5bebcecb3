"""People whose every word, name, number and id is a marker, and a search for them in bytes."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from random import Random

from flows.model import AppointmentId, Mode
from flows.steps import Card, Home, Share, Ways
from tests.bot.phones import Phone, Switchboard
from tests.ports import demo_programme

SIGNS = "bcdfghjkmnpqrstvwxz"
FIRST_ID = 7_100_000_000
"""Ids of ten digits, as Telegram gives them today: never found by chance."""


def forms(marker: str) -> Iterator[bytes]:
    """A text as bytes: plain, in UTF-16, as hexadecimal digits, in base64 wherever it begins."""
    plain = marker.encode()
    yield from (plain, marker.encode("utf-16-le"), marker.encode("utf-16-be"))
    yield from (plain.hex().encode(), plain.hex().upper().encode())
    for shift in range(3):
        held = b64encode(b"\0" * shift + plain + b"\0" * (-(shift + len(plain)) % 3))
        yield held[4 if shift else 0 : -4]  # without the signs that depend on what lies beside


def forms_of_number(number: int) -> Iterator[bytes]:
    """A number as bytes: its digits in all forms of a text, and as databases write it."""
    yield from forms(str(number))
    for size in (5, 6, 8):
        yield number.to_bytes(size)
        yield number.to_bytes(size, "little")


@dataclass
class Marked:
    """Who is there, what they said, and how they go on; seeded."""

    board: Switchboard
    random: Random
    texts: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    phones: dict[int, Phone] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)
    _sent: "count[int]" = field(default_factory=count)

    def word(self) -> str:
        """A word that stands nowhere else."""
        made = "".join(self.random.choice(SIGNS) for _ in range(12))
        self.texts.append(made)
        return made

    def digits(self) -> str:
        """A Dutch mobile number that nobody else has; it is looked for without its zero."""
        number = 610_000_000 + self.random.randrange(80_000_000)
        self.numbers.append(number)
        return f"0{number}"

    def forms(self) -> Iterator[tuple[str, bytes]]:
        """Everything that may be found nowhere: what it is, and its bytes."""
        for each in self.texts:
            yield from ((each, form) for form in forms(each))
        for number in self.numbers:
            yield from ((str(number), form) for form in forms_of_number(number))

    async def comes(self, who: int) -> None:
        """Somebody asks, says something, and perhaps books and tells more than is asked."""
        phone = self.phones.get(who) or await self._new(who)
        await phone.sends(self.word() if self.random.random() < 0.5 else f"hoi {self.word()}")
        await self._press(phone, f"~{self.word()}")
        mode = self.random.choice([Mode.SCHOOL, Mode.PHONE])
        await self._press(phone, Ways().pack())
        await self._tap(phone, "Bellen" if mode is Mode.PHONE else "Op school")
        if not await self._tap(phone, " uur"):
            return
        self.done.add("booked")
        if "nummer" in phone.newest()["text"]:
            await self._says(phone, "Nummer geven", f"{self.digits()} {self.word()}")
            await self._says(phone, "Nummer geven", self.digits())
        await self._tap(phone, "Meer")
        await self._says(phone, "Hoe heet je", self.word())
        await self._press(phone, Card(AppointmentId(1)).pack())

    async def _new(self, who: int) -> Phone:
        board, number = self.board, FIRST_ID + self.random.randrange(800_000_000)
        self.numbers.append(number)
        school = self.random.choice(demo_programme().schools[:3])
        phone = Phone(board, board.core.people.add(self.word(), "nl", number))
        self.phones[who] = phone
        await phone.sends(f"/start {school.link}")
        await self._tap(phone, self.random.choice(["Leerling", "Leerling", "Ouder"]))
        for step in (Share(self.random.choice([0, 0, 1])), Home()):
            await self._press(phone, step.pack())
        return phone

    async def _tap(self, phone: Phone, words: str) -> bool:
        """Press a button of the newest message, if it is there."""
        newest = phone.newest()
        for key in (key for row in newest["keyboard"] or [] for key in row):
            if words in key["text"]:
                await phone.presses(newest["message_id"], key["data"])
                return True
        return False

    async def _press(self, phone: Phone, data: str) -> None:
        await phone.presses(phone.newest()["message_id"], data)

    async def _says(self, phone: Phone, key: str, words: str) -> None:
        """Answer what the bot asks for after a button."""
        if await self._tap(phone, key):
            self.done.add(key)
            await phone.sends(words)


def weekdays(first: datetime, weeks: int) -> Iterator[datetime]:
    """Half past eight on every weekday."""
    for n in range(7 * weeks):
        day = first.replace(hour=8, minute=30) + timedelta(days=n)
        if day.weekday() < 5:
            yield day
