"""`inloop erase`: everything of the person who has a talk goes, for who lost the phone.

The talk is named by what its person knows: school, day and the two pictures. Nobody is named.
"""

from collections.abc import Sequence
from datetime import date, datetime

from telegram import Bot
from telegram.error import TelegramError

from bot.away import date_of
from bot.config import Config
from bot.connection import connection
from bot.errors import OperatorError
from bot.listed import known_school
from bot.ports import beside
from bot.telegram.dispatch import CHANNEL
from bot.telegram.errors import Kind, classify
from bot.telegram.presenter import at_once
from flows.audit import by_operator
from flows.booking.typed import code_named
from flows.errors import FlowError
from flows.hours.presence import day_span
from flows.model import CAN_BE_TAKEN_AWAY, Address, Appointment, MessageId, Person, PersonId
from flows.ports import Ports, Work
from flows.programme import School
from flows.rights.actions import erase_person
from flows.visit import Visit

_ERASED = (
    "Everything of the person with that talk is erased. Talks ahead are cancelled, and the bot"
    " tells whom it concerns."
)
_TAKEN = "The bot's known messages are gone from the chat."
_NOT_TAKEN = (
    "Telegram took not all of the bot's messages out of the chat: whoever has the phone may still"
    " read some."
)
_NO_GUEST = "Nobody comes along to that talk: leave --guest out."
_AT_DOOR = "Nobody has that talk in a chat: it was booked at the door, and its worker cancels it."
_NOT_ASKED = {Kind.NOT_SENT, Kind.TOO_FAST, Kind.UNKNOWN, Kind.REFUSED_TOKEN}


async def erased(
    config: Config, school: str, code: str, on: str, now: datetime, *, guest: bool = False
) -> list[str]:
    """Take the bot's messages out of the chat, then erase whoever has the talk.

    Args:
        config: Where the database is.
        school: The id of the school where the talk is, or was.
        code: The two pictures in words of any language, or as a number.
        on: Its local date.
        now: What begins later is called off.
        guest: Whether who was asked along is meant, instead of who booked.

    Returns:
        Sentences on what was done, without who it was.

    Raises:
        OperatorError: No such school, date, code or talk, nobody to erase, or the database
            cannot be used.
    """
    place, day = known_school(config.programme, school), date_of(on)
    if day is None:
        raise OperatorError(f"{on} is no date: write it as 2026-11-25.")
    number = code_named(code)
    if number is None:
        raise OperatorError(
            f"{code} is no code: write the two pictures in words, such as blauwe vis."
        )
    async with beside(config) as ports:
        async with ports.reading() as work:
            who = await _who(place, number, day, work, ports, guest=guest)
            address = await work.people.address(who)
            messages = await work.people.messages(who, now - CAN_BE_TAKEN_AWAY)
        taken = await _taken_away(config, address, messages)
        async with ports.work() as work:
            await _erase(who, now, work, ports)
            await work.audit.add(by_operator("erase", f"person {place.id}", now))
            await work.commit()
    return [_ERASED, _TAKEN if taken else _NOT_TAKEN]


async def _who(
    school: School, code: int, on: date, work: Work, ports: Ports, *, guest: bool
) -> PersonId:
    """Who booked the talk, or comes along.

    Raises:
        OperatorError: No such talk, more than one, or nobody with a chat has it.
    """
    day = day_span(on, ports.programme.zone)
    talk = _one(await work.appointments.coded(school.id, day, code), school, on)
    for each in await work.appointments.held_by(talk.id):
        if each.guest is guest:
            return each.person
    raise OperatorError(_NO_GUEST if guest else _AT_DOOR)


def _one(found: list[Appointment], school: School, on: date) -> Appointment:
    if not found:
        raise OperatorError(
            f"No talk at {school.name} has that code on {on}: ask for school, day and pictures once"
            " more."
        )
    if len(found) > 1:
        raise OperatorError(
            f"More than one talk at {school.name} has that code on {on}: its worker cancels it."
        )
    return found[0]


async def _taken_away(config: Config, address: Address | None, messages: list[MessageId]) -> bool:
    """Whether none is left that Telegram could have taken."""
    if address is None or address.channel != CHANNEL or not messages:
        return True
    bot = connection(config).bot
    try:
        await bot.initialize()
        chat = int(address.id)
        return all([await _all_gone(bot, chat, each) for each in at_once(messages)])
    except TelegramError:
        return False
    finally:
        await bot.shutdown()


async def _all_gone(bot: Bot, chat: int, messages: Sequence[MessageId]) -> bool:
    """Take messages away at once, or each by itself where one of them cannot go.

    Raises:
        TelegramError: It takes no call, so the next one would wait for nothing.
    """
    try:
        await bot.delete_messages(chat, messages)
    except TelegramError as error:
        if classify(error).kind in _NOT_ASKED:
            raise
        return all([await _gone(bot, chat, each) for each in messages])
    return True


async def _gone(bot: Bot, chat: int, message: MessageId) -> bool:
    """Whether a message is gone, or Telegram says that there is none.

    Raises:
        TelegramError: It takes no call, so the next one would wait for nothing.
    """
    try:
        await bot.delete_message(chat, message)
    except TelegramError as error:
        outcome = classify(error)
        if outcome.kind in _NOT_ASKED:
            raise
        return outcome.reason == "message-not-found"
    return True


async def _erase(who: PersonId, now: datetime, work: Work, ports: Ports) -> None:
    """The way of the chat, as if the person had asked for it.

    Raises:
        OperatorError: It changed at this very moment.
    """
    person: Person | None = await work.people.get(who)
    address = await work.people.address(who)
    if person is None or address is None:
        raise OperatorError("That person was erased at this very moment.")
    almanac = await ports.almanacs.current(work, now)
    try:
        await erase_person(Visit(address, person.language, person, now, almanac), work, ports)
    except FlowError:
        raise OperatorError("One of the talks changed at this moment: give it again.") from None
