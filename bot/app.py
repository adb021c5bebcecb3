"""The composition root: the only place that builds engine, ports, texts, Telegram and jobs."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from telegram import Bot, Update
from telegram.ext import Application

from bot.clock import ClockError, FollowedClock, system_clock
from bot.config import Config
from bot.connection import Connection, connected, connection, why_ended
from bot.delivery.carrier import Carrier
from bot.delivery.gate import Gate
from bot.delivery.sender import PACING, Sender
from bot.errors import OperatorError
from bot.health import unspoken
from bot.jobs import Jobs
from bot.mail import CHANNEL as EMAIL
from bot.mail.desks import settle_desks
from bot.mail.links import Links
from bot.mail.mailer import Mailer
from bot.mail.page import Pages
from bot.mail.serving import served
from bot.ports import ports_of
from bot.stopping import until
from bot.store import Opened, found
from bot.telegram.carrier import TelegramCarrier
from bot.telegram.dispatch import ALLOWED_UPDATES, CHANNEL, Dispatch
from bot.telegram.lanes import Lanes
from bot.telegram.polling import Done, PollingStoppedError, confirm, poll
from bot.telegram.presenter import Presenter
from bot.telegram.profile import introduce
from flows.front import Front
from flows.model import Pacing
from flows.ports import Ports
from flows.router import Router
from flows.texts import Texts
from flows.understanding.intents import Intents

SLOTS = 64
LAST_WORKS = 8.0
"""Seconds that what is in hand may take after the bot was told to stop."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parts:
    """The running bot, for those who drive it: the loop below, and tests."""

    ports: Ports
    texts: Texts
    bot: Bot
    dispatch: Dispatch
    application: Application[Any, Any, Any, Any, Any, Any]
    jobs: Jobs
    pages: Pages | None
    gate: Gate


def assemble(
    config: Config,
    database: Opened,
    bot: Bot,
    clock: Callable[[], datetime],
    pacing: Pacing | None = PACING,
) -> Parts:
    """Put the parts together; nothing runs yet.

    `pacing` is None where the clock stands still: nobody could wait for a turn.
    """
    programme = config.programme
    ports = ports_of(config, database.store, clock, bot.username)
    texts = Texts(programme.about.languages, programme.zone)
    router, presenter = Router(ports), Presenter(bot, texts)
    dispatch = Dispatch(Front(router, Intents.load()), texts, presenter)
    carriers: dict[str, Carrier] = {CHANNEL: TelegramCarrier(router, presenter, texts)}
    links = _links(config, database)
    if config.mail is not None:
        carriers[EMAIL] = Mailer(config.mail, router, texts, links, database.sealer)
    gate = Gate()
    sender = Sender(router, carriers, pacing, gate)
    jobs = Jobs(ports, database.releasing, sender, carriers.keys() - {CHANNEL})
    pages = None if links is None else Pages(router, texts, links, jobs.wake)
    return Parts(ports, texts, bot, dispatch, dispatch.application(bot), jobs, pages, gate)


def _links(config: Config, database: Opened) -> Links | None:
    if config.web is None:
        return None
    return Links(database.sealer, config.web.public_url, config.programme.zone)


async def run(
    config: Config,
    stop: asyncio.Event,
    *,
    clock_url: str | None = None,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Run the bot until `stop`: long polling, jobs, everything.

    Args:
        config: Checked.
        stop: Set it to end; what is in hand is finished first.
        clock_url: The demo server whose clock to follow; None for the system's.
        ready: Called once when the bot answers.

    Raises:
        OperatorError: It cannot start, or must not go on.
    """
    async with AsyncExitStack() as stack:
        for sentence in unspoken(config):
            raise OperatorError(sentence)
        present = await stack.enter_async_context(found(config))
        link, followed = connection(config), None
        async with until(stop):
            followed = await _attached(clock_url) if clock_url else None
        await stack.enter_async_context(connected(link.bot, stop))
        if stop.is_set():
            return
        clock, pacing = (followed, None) if followed else (system_clock, PACING)
        parts = assemble(config, await present.ready(), link.bot, clock, pacing)
        await settle_desks(parts.ports)
        if parts.pages is not None and config.web is not None:
            await stack.enter_async_context(served(parts.pages.application(), config.web))
        await stack.enter_async_context(parts.application)
        async with until(stop):
            await introduce(link.bot, parts.texts, config.programme.about.languages)
            ready()
        await _serve(parts, link, stop, followed)


async def _attached(url: str) -> FollowedClock:
    try:
        return await FollowedClock.attach(url)
    except ClockError as fault:
        raise OperatorError(str(fault)) from None


async def _serve(
    parts: Parts, link: Connection, stop: asyncio.Event, followed: FollowedClock | None
) -> None:
    ended: PollingStoppedError | None = None
    async with Lanes(_report) as lanes, asyncio.TaskGroup() as group:
        beside = group.create_task(_tick(parts.jobs, stop, followed))
        try:
            ended = await _listen(parts, lanes, link, stop)
        finally:
            async with parts.jobs.between(LAST_WORKS):
                beside.cancel()
    if ended is not None:
        raise OperatorError(await why_ended(link.bot, ended.outcome))


async def _listen(
    parts: Parts, lanes: Lanes, link: Connection, stop: asyncio.Event
) -> PollingStoppedError | None:
    """Handle updates until `stop`, finish what is in hand, and tell Telegram.

    Returns:
        Why Telegram gives no more; None when we were told to stop.
    """
    handle, kinds = _handler(parts, lanes), ALLOWED_UPDATES
    try:
        await poll(
            link.bot,
            handle,
            allowed_updates=kinds,
            stop=stop,
            state=link.state,
            renew=link.renew,
        )
    except PollingStoppedError as ended:
        return ended
    await lanes.drain(LAST_WORKS)
    await confirm(link.bot, link.state)
    return None


async def _tick(jobs: Jobs, stop: asyncio.Event, followed: FollowedClock | None) -> None:
    if followed is None:
        await jobs.tick(stop)
    else:
        await followed.follow(jobs.run_due, jobs.next_due, stop)


def _handler(parts: Parts, lanes: Lanes) -> Callable[[Update, Done], None]:
    def handle(update: Update, done: Done) -> None:
        async def whole() -> None:
            with parts.gate:
                await parts.application.process_update(update)
            parts.jobs.wake()

        async def cry() -> None:
            await parts.dispatch.cry(update)

        async def brief() -> None:
            await parts.dispatch.overflow(update)

        user = update.effective_user
        key = user.id if user else 0
        if parts.dispatch.is_cry(update) and lanes.submit(-key - 1, partial(_finished, cry, done)):
            return
        accepted = lanes.submit(key, partial(_finished, whole, done))
        if not accepted and not lanes.submit(-key - 1, partial(_finished, brief, done)):
            done()

    return handle


async def _finished(work: Callable[[], Awaitable[None]], done: Done) -> None:
    """Do a work; it need not come again unless it was cut off."""
    try:
        await work()
    except Exception:
        done()
        raise
    done()


def _report(_key: int, error: BaseException) -> None:
    _log.error("a work failed", exc_info=error)
