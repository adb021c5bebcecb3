"""The composition root: the only place that builds engine, ports, texts, Telegram and jobs."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from telegram import Bot
from telegram.ext import Application

from bot.backup import copied
from bot.clock import ClockError, FollowedClock, system_clock
from bot.config import Config
from bot.connection import Connection, connected, connection, why_ended
from bot.delivery.carrier import Carrier
from bot.delivery.gate import Gate
from bot.delivery.sender import PACING, Sender
from bot.errors import OperatorError
from bot.figures import Figures
from bot.forgetting import Forgetting
from bot.health import unspoken
from bot.jobs import Jobs, Night
from bot.key_copies import keys_copied
from bot.listening import LAST_WORKS, hooked, listen
from bot.mail import CHANNEL as EMAIL
from bot.mail.desks import settle_desks
from bot.mail.links import Links
from bot.mail.mailer import Mailer
from bot.mail.page import Pages
from bot.names import telling_word
from bot.nightly import KEYS, Nightly
from bot.nights import Nights
from bot.ports import ports_of
from bot.serving import served
from bot.stopping import until
from bot.store import Opened, found
from bot.sweeping import Sweep
from bot.telegram.carrier import TelegramCarrier
from bot.telegram.dispatch import CHANNEL, Dispatch
from bot.telegram.handling import Handling, brought_patience, patient
from bot.telegram.intake import Intake
from bot.telegram.lanes import Lanes
from bot.telegram.polling import PollingStoppedError
from bot.telegram.presenter import Presenter
from bot.telegram.profile import introduce
from bot.trouble import Alarm
from bot.vital import Vital
from flows.front import Front
from flows.model import Pacing
from flows.ports import Ports
from flows.router import Router
from flows.texts import Texts
from flows.understanding.intents import Intents

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


def assemble(
    config: Config,
    database: Opened,
    bot: Bot,
    clock: Callable[[], datetime],
    pacing: Pacing | None = PACING,
    figures: Figures | None = None,
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
    figures, gate = figures or Figures(), Gate()
    alarm, listed = Alarm(counted=figures.met), carriers.keys() - {CHANNEL}
    sender = Sender(router, carriers, pacing, gate)
    nights = list(_nights(config, database, ports, alarm))
    jobs = Jobs(ports, database.releasing, sender, listed, alarm, figures.ticked, nights)
    pages = None if links is None else Pages(router, texts, links, jobs.wake)
    application = dispatch.application(bot)
    handling = Handling(
        dispatch,
        application,
        ports,
        alarm,
        figures,
        gate,
        jobs.wake,
        patience=patient if config.webhook is None else brought_patience,
    )
    return Parts(ports, texts, bot, dispatch, application, jobs, pages, handling, alarm)


def _nights(config: Config, database: Opened, ports: Ports, alarm: Alarm) -> Iterator[Night]:
    """The work of a night; the keys are copied after the database, so they are never fewer."""
    store, zone, plan = database.store, config.programme.zone, config.backup
    yield Forgetting(store.engine, ports, alarm)
    yield Sweep(store, Nights(config.privacy.at, zone), alarm)
    if plan is None:
        return
    make = partial(copied, store.engine, config.database.file)
    yield Nightly(make, plan.folder, plan.keep, Nights(plan.at, zone), alarm)
    if plan.keys_folder is not None:
        make = partial(keys_copied, store.keys.store)
        yield Nightly(make, plan.keys_folder, plan.keep, Nights(plan.at, zone), alarm, KEYS)


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
        clock, figures = followed or system_clock, Figures()
        vital = Vital(link.bot, figures, clock, link.silence)
        if config.health is not None:
            await stack.enter_async_context(served(vital.application(), config.health, "health"))
        await stack.enter_async_context(connected(link.bot, stop, polls=config.webhook is None))
        if stop.is_set():
            return
        if telling_word(f"{link.bot.first_name} {link.bot.username}") is not None:
            _log.warning("the bot's name shows on lock screens: give it a neutral one at BotFather")
        database, pacing = await present.ready(), None if followed else PACING
        parts = assemble(config, database, link.bot, clock, pacing, figures)
        vital.engine = database.store.engine
        await settle_desks(parts.ports)
        if parts.pages is not None and config.web is not None:
            await stack.enter_async_context(served(parts.pages.application(), config.web, "web"))
        await stack.enter_async_context(parts.application)
        async with until(stop):
            await introduce(link.bot, parts.texts, config.programme.about.languages)
        await _serve(config, parts, link, stop, followed, ready)


async def _attached(url: str) -> FollowedClock:
    try:
        return await FollowedClock.attach(url)
    except ClockError as fault:
        raise OperatorError(str(fault)) from None


async def _serve(
    config: Config,
    parts: Parts,
    link: Connection,
    stop: asyncio.Event,
    followed: FollowedClock | None,
    ready: Callable[[], None],
) -> None:
    ended: PollingStoppedError | None = None
    async with Lanes(_report) as lanes, asyncio.TaskGroup() as group:
        ticking = group.create_task(_tick(parts.jobs, stop, followed))
        group.create_task(_rest(parts.jobs, ticking, stop))
        intake = Intake(lanes, parts.handling, parts.dispatch)
        try:
            if config.webhook is None:
                ready()
                ended = await listen(intake, lanes, link, parts.alarm, stop)
            else:
                async with hooked(link.bot, config.webhook, intake, parts.alarm, stop, ready):
                    intake.close()
                    await lanes.drain(LAST_WORKS)
        finally:
            stop.set()  # whatever ended it, the jobs end too
    if ended is not None:
        raise OperatorError(await why_ended(link.bot, ended.outcome))


async def _rest(jobs: Jobs, ticking: asyncio.Task[None], stop: asyncio.Event) -> None:
    """End the jobs behind what they have in hand, while people are still answered."""
    await stop.wait()
    async with jobs.between(LAST_WORKS):
        ticking.cancel()


async def _tick(jobs: Jobs, stop: asyncio.Event, followed: FollowedClock | None) -> None:
    if followed is None:
        await jobs.tick(stop)
    else:
        await followed.follow(jobs.run_due, jobs.next_due, stop)


def _report(_key: int, error: BaseException) -> None:
    _log.error("a work failed", exc_info=error)
