"""One-time links by which workers and coordinators take up their desk."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from telegram.error import TelegramError

from bot.clock import system_clock
from bot.config import Config
from bot.connection import REFUSED, connection
from bot.errors import OperatorError
from bot.listed import ids_of, role_of, unknown
from bot.store import opened
from bot.telegram.errors import Kind, classify
from bot.telegram.links import deep_link
from flows.audit import by_operator
from flows.booking.together import INVITED, TOKEN_BYTES
from flows.desk.actions import VALID_FOR
from flows.model import Role
from storage.unit import Store


async def invite(store: Store, role: Role, subject: str, now: datetime) -> str:
    """Make an invitation.

    Returns:
        The payload of its deep link, valid for 24 hours and once.
    """
    [payload] = await invite_all(store, [(role, subject)], now)
    return payload


async def invite_all(store: Store, desks: Iterable[tuple[Role, str]], now: datetime) -> list[str]:
    """Make an invitation for each desk, in one transaction.

    Returns:
        Their payloads, in the order of the desks.
    """
    payloads = []
    async with store.work() as work:
        for role, subject in desks:
            token = secrets.token_urlsafe(TOKEN_BYTES)
            await work.invitations.add(token, role, subject, now + VALID_FOR)
            await work.audit.add(by_operator("invite", f"{role.value} {subject}", now))
            payloads.append(f"{INVITED}{token}")
        await work.commit()
    return payloads


async def invitation_link(config: Config, role: str, subject: str) -> str:
    """Make an invitation for a listed worker or coordinator, as a link.

    Raises:
        OperatorError: No such role or id, the bot's name is not known, or the database cannot
            be used.
    """
    kind = role_of(role)
    listed = ids_of(kind, config.programme)
    if subject not in listed:
        raise unknown(role, subject, listed)
    name = await username_of(config)
    async with opened(config) as database:
        payload = await invite(database.store, kind, subject, system_clock())
    return deep_link(name, payload)


async def username_of(config: Config) -> str:
    """The bot's name, as configured or as Telegram tells it.

    Raises:
        OperatorError: Neither tells it.
    """
    if config.telegram.username is not None:
        return config.telegram.username
    bot = connection(config).bot
    try:
        await bot.initialize()
        return str(bot.username)
    except TelegramError as error:
        outcome = classify(error)
    finally:
        await bot.shutdown()
    if outcome.kind is Kind.REFUSED_TOKEN:
        raise OperatorError(REFUSED)
    raise OperatorError(
        f"Telegram does not tell the bot's name ({outcome.reason}): set telegram.username, or try"
        " again."
    )
