"""The composition root: the only place that builds engine, ports, texts, Telegram and jobs."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram import Bot
from telegram.ext import Application

from bot.clock import ClockError, FollowedClock, system_clock
from bot.config import Config
from bot.config_tables import Webhook
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
from bot.ports import ports_of
from bot.serving import served
from bot.stopping import until
from bot.store import Opened, found
from bot.telegram.carrier import TelegramCarrier
from bot.telegram.dispatch import ALLOWED_UPDATES, CHANNEL, Dispatch
from bot.telegram.handling import Handling
from bot.telegram.hook import Hook
from bot.telegram.intake import Intake
from bot.telegram.lanes import Lanes
from bot.telegram.polling import PollingStoppedError, confirm, poll
from bot.telegram.presenter import Presenter
from bot.telegram.profile import introduce
from bot.trouble import Alarm
from bot.webhooks import announce, watched
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
    handling: Handling
    alarm: Alarm


@dataclass(frozen=True, slots=True)
class Running:
    """A bot under way, and by which config and connection."""

    config: Config
    parts: Parts
    link: Connection


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
    application, alarm = dispatch.application(bot), Alarm()
    handling = Handling(dispatch, application, ports, alarm, gate, jobs.wake)
    return Parts(ports, texts, bot, dispatch, application, jobs, pages, handling, alarm)


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
    """Run the bot until `stop`: long polling or webhook, jobs, everything.

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
        await stack.enter_async_context(connected(link.bot, stop, polls=config.webhook is None))
        if stop.is_set():
            return
        clock, pacing = (followed, None) if followed else (system_clock, PACING)
        parts = assemble(config, await present.ready(), link.bot, clock, pacing)
        await settle_desks(parts.ports)
        if parts.pages is not None and config.web is not None:
            await stack.enter_async_context(served(parts.pages.application(), config.web, "web"))
        await stack.enter_async_context(parts.application)
        async with until(stop):
            await introduce(link.bot, parts.texts, config.programme.about.languages)
        await _serve(Running(config, parts, link), stop, followed, ready)


async def _attached(url: str) -> FollowedClock:
    try:
        return await FollowedClock.attach(url)
    except ClockError as fault:
        raise OperatorError(str(fault)) from None


async def _serve(
    running: Running, stop: asyncio.Event, followed: FollowedClock | None, ready: Callable[[], None]
) -> None:
    parts, ended = running.parts, None
    async with Lanes(_report) as lanes, asyncio.TaskGroup() as group:
        beside = group.create_task(_tick(parts.jobs, stop, followed))
        intake = Intake(lanes, parts.handling, parts.dispatch)
        try:
            if running.config.webhook is None:
                ready()
                ended = await _listen(intake, lanes, running.link, stop)
            else:
                async with _hooked(running, running.config.webhook, intake, stop, ready):
                    intake.close()
                    await lanes.drain(LAST_WORKS)
        finally:
            async with parts.jobs.between(LAST_WORKS):
                beside.cancel()
    if ended is not None:
        raise OperatorError(await why_ended(running.link.bot, ended.outcome))


async def _listen(
    intake: Intake, lanes: Lanes, link: Connection, stop: asyncio.Event
) -> PollingStoppedError | None:
    """Handle updates until `stop`, finish what is in hand, and tell Telegram.

    Returns:
        Why Telegram gives no more; None when we were told to stop.
    """
    try:
        await poll(
            link.bot,
            intake.polled,
            allowed_updates=ALLOWED_UPDATES,
            stop=stop,
            state=link.state,
            renew=link.renew,
        )
    except PollingStoppedError as ended:
        return ended
    await lanes.drain(LAST_WORKS)
    await confirm(link.bot, link.state)
    return None


@asynccontextmanager
async def _hooked(
    running: Running,
    hook: Webhook,
    intake: Intake,
    stop: asyncio.Event,
    ready: Callable[[], None],
) -> AsyncIterator[None]:
    """Handle what Telegram brings until `stop`, then answer what is in hand beside the block.

    The webhook stays, for whoever listens next.
    """
    bot = running.link.bot
    server = Hook(bot, hook.secret.get_secret_value(), intake.brought).application(hook.path)
    async with served(server, hook, "webhook"):
        async with until(stop):
            await announce(bot, hook)
            ready()
            await watched(bot, hook, running.parts.alarm)
        yield


async def _tick(jobs: Jobs, stop: asyncio.Event, followed: FollowedClock | None) -> None:
    if followed is None:
        await jobs.tick(stop)
    else:
        await followed.follow(jobs.run_due, jobs.next_due, stop)


def _report(_key: int, error: BaseException) -> None:
    _log.error("a work failed", exc_info=error)
