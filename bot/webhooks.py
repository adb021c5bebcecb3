"""Telling Telegram where to bring updates, and seeing that it does."""

import asyncio
import time
from functools import partial

from telegram import Bot, WebhookInfo
from telegram.error import TelegramError

from bot.config import Config
from bot.config_serving import Webhook
from bot.connection import REFUSED, connection, insist
from bot.errors import OperatorError
from bot.telegram.dispatch import ALLOWED_UPDATES
from bot.telegram.errors import Kind, classify
from bot.trouble import Alarm

BETWEEN_LOOKS = 60.0
"""Seconds between two questions whether Telegram can bring updates."""
RECENT = 300
"""Seconds for which a failed attempt of Telegram counts."""
_REFUSED_ADDRESS = (
    "Telegram refuses the webhook: see that webhook.url is an https address that"
    " everybody can reach, with a certificate of a known authority."
)


async def announce(bot: Bot, hook: Webhook) -> None:
    """Tell Telegram the address and the secret, again and again until it knows.

    Every replica does when it starts: that is harmless, and a changed secret cannot be seen.

    Raises:
        OperatorError: Telegram refuses the address.
    """
    told = partial(
        bot.set_webhook,
        hook.url,
        secret_token=hook.secret.get_secret_value(),
        max_connections=hook.connections,
        allowed_updates=ALLOWED_UPDATES,
        drop_pending_updates=False,
    )
    await insist(told, "the webhook is not set yet", _REFUSED_ADDRESS)


async def watched(bot: Bot, hook: Webhook, alarm: Alarm) -> None:
    """Ask every minute whether Telegram can bring updates here; never ends by itself."""
    while True:
        await asyncio.sleep(BETWEEN_LOOKS)
        try:
            sentence = wrong_with(await bot.get_webhook_info(), hook.url, time.time())
        except TelegramError:
            continue  # whoever answers people tells of that
        if sentence is not None:
            alarm.raised(sentence)


def wrong_with(info: WebhookInfo, url: str, now: float) -> str | None:
    """What keeps Telegram from bringing updates here, and what to do; None when nothing does.

    Args:
        info: What Telegram says.
        url: Where it should bring them.
        now: Seconds since 1970.
    """
    if info.url != url:
        return (
            "Telegram does not bring updates to webhook.url any more, for another program changed"
            " that: stop it, and start this one again."
        )
    failed = info.last_error_date
    if failed is None or now - failed.timestamp() > RECENT:
        return None
    return _failure(info.last_error_message or "")


def _failure(said: str) -> str:
    said = said.lower()
    if "certificate" in said or "ssl" in said:
        return (
            "Telegram does not trust the certificate of webhook.url, perhaps it expired: renew it"
            " where the proxy has it."
        )
    if "wrong response" in said:
        return (
            "Telegram gets a refusal from webhook.url: see that the proxy hands its path on to"
            " this server, and that webhook.secret is the same everywhere."
        )
    return (
        "Telegram cannot reach webhook.url: see that its name leads to the proxy, and that the"
        " proxy runs."
    )


async def deleted(config: Config) -> bool:
    """Take the webhook of a bot away, so that updates can be fetched; whether there was one.

    What was not brought yet waits at Telegram.

    Raises:
        OperatorError: Telegram refuses, or cannot be reached.
    """
    bot = connection(config).bot
    try:
        await bot.initialize()
        had = bool((await bot.get_webhook_info()).url)
        await bot.delete_webhook(drop_pending_updates=False)
    except TelegramError as error:
        outcome = classify(error)
    else:
        return had
    finally:
        await bot.shutdown()
    if outcome.kind is Kind.REFUSED_TOKEN:
        raise OperatorError(REFUSED)
    raise OperatorError(f"Telegram cannot be reached ({outcome.reason}): try again.")
