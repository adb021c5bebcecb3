"""Ports on a database: for the running bot, and for a command beside it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial

from bot.clock import system_clock
from bot.config import Config
from bot.errors import OperatorError
from bot.pace import Pace
from bot.store import found
from bot.telegram.links import deep_link
from flows.changes import NO_CHANGES, Changes
from flows.hours.current import Almanacs
from flows.ports import Ports
from storage.unit import Store


def ports_of(config: Config, store: Store, clock: Callable[[], datetime], username: str) -> Ports:
    """Everything that an action may use.

    Args:
        config: The programme and its limits.
        store: Where it is kept.
        clock: Aware UTC.
        username: The bot's name in links, without the @; a command that makes none has none.
    """
    return Ports(
        work=store.work,
        reading=store.reading,
        clock=clock,
        almanacs=Almanacs(config.programme, config.limits.booking.horizon_days),
        programme=config.programme,
        limits=config.limits,
        link=partial(deep_link, username),
        privacy=config.privacy,
        pace=Pace(),
    )


@asynccontextmanager
async def beside(config: Config) -> AsyncIterator[Ports]:
    """Ports on the database of a bot that runs, or ran: what is queued there, the bot says.

    Raises:
        OperatorError: There is nothing yet, or it cannot be used.
    """
    async with found(config) as present:
        yield ports_of(config, await present.as_it_is(), system_clock, "")


async def stored_changes(config: Config, since: datetime) -> Changes | None:
    """What was changed about office hours; only read, and nothing is made.

    Returns:
        None as long as the database holds nothing.

    Raises:
        OperatorError: The database cannot be used.
    """
    async with found(config) as present:
        if present.holds_nothing:
            return None
        store = await present.as_it_is()
        async with store.reading() as work:
            return await work.hours.changes(since)


async def changes_of(config: Config, since: datetime) -> tuple[Changes, str]:
    """What the database says was changed, as far as it can be asked.

    Returns:
        Changes, and nothing; or no changes, and a sentence on why only the config counts.
    """
    try:
        changes = await stored_changes(config, since)
    except OperatorError as fault:
        return NO_CHANGES, f"{fault} Told is what the config says."
    if changes is None:
        return NO_CHANGES, "The database holds nothing yet: told is what the config says."
    return changes, ""
