"""How updates reach the bot: it fetches them, or Telegram brings them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from telegram import Bot

from bot.config_serving import Webhook
from bot.connection import Connection, away
from bot.serving import served
from bot.stopping import until
from bot.telegram.dispatch import ALLOWED_UPDATES
from bot.telegram.hook import Hook
from bot.telegram.intake import Intake
from bot.telegram.lanes import Lanes
from bot.telegram.polling import PollingStoppedError, confirm, poll
from bot.trouble import Alarm
from bot.webhooks import announce, watched

LAST_WORKS = 5.0
"""Seconds that what is in hand may take after the bot was told to stop."""


async def listen(
    intake: Intake, lanes: Lanes, link: Connection, alarm: Alarm, stop: asyncio.Event
) -> PollingStoppedError | None:
    """Fetch updates until `stop`, finish what is in hand, and tell Telegram.

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
            failed=lambda outcome: alarm.raised(away(outcome)),
        )
    except PollingStoppedError as ended:
        return ended
    await lanes.drain(LAST_WORKS)
    await confirm(link.bot, link.state)
    return None


@asynccontextmanager
async def hooked(
    bot: Bot,
    hook: Webhook,
    intake: Intake,
    alarm: Alarm,
    stop: asyncio.Event,
    ready: Callable[[], None],
) -> AsyncIterator[None]:
    """Handle what Telegram brings until `stop`, then answer what is in hand beside the block.

    The webhook stays, for whoever listens next.
    """
    server = Hook(bot, hook.secret.get_secret_value(), intake.brought).application(hook.path)
    async with served(server, hook, "webhook"):
        async with until(stop):
            await announce(bot, hook)
            ready()
            await watched(bot, hook, alarm)
        yield
