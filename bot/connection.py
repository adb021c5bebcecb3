"""The bot's connection to Telegram: made from the config, kept trying until it answers."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from telegram import Bot
from telegram.error import TelegramError

from bot.config import Config
from bot.errors import OperatorError
from bot.stopping import until
from bot.telegram.errors import Kind, Outcome, classify
from bot.telegram.pollstate import PollState
from bot.telegram.requests import AiohttpRequest, HttpxRequest, make_request

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
"""Seconds between two attempts to reach Telegram, doubling."""
REFUSED = (
    "Telegram refuses the token: take the one that BotFather shows for this bot and set"
    " telegram.token or INLOOP_TELEGRAM__TOKEN."
)
_SECOND = (
    "Another program asks Telegram for this bot's updates: stop it and start this one again, for"
    " only one may run."
)
_WEBHOOK = (
    "Telegram sends this bot's updates to a webhook: stop the program behind it and run inloop"
    " unhook, or write [webhook] into config.toml; then start this one again."
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Connection:
    """The bot, and its long polling: what is in hand, and connections that can be made anew."""

    bot: Bot
    state: PollState
    polling: AiohttpRequest | HttpxRequest
    calls: AiohttpRequest | HttpxRequest

    def silence(self) -> float | None:
        """Seconds since Telegram answered any call; None when it never did."""
        moments = (self.polling.last_round_trip, self.calls.last_round_trip)
        last = max((each for each in moments if each is not None), default=None)
        return None if last is None else time.monotonic() - last

    async def renew(self) -> None:
        """Close the connections for long polling and open others."""
        await self.polling.shutdown()
        await self.polling.initialize()


def connection(config: Config) -> Connection:
    """The bot of a config, with connections of its own for long polling."""
    state = PollState()
    kind, connections = config.telegram.transport, config.telegram.connections
    polling, calls = make_request(kind, 2, known=state.knows), make_request(kind, connections)
    bot = Bot(
        config.telegram.token.get_secret_value(),
        base_url=config.telegram.base_url,
        request=calls,
        get_updates_request=polling,
    )
    return Connection(bot, state, polling, calls)


@asynccontextmanager
async def connected(bot: Bot, stop: asyncio.Event, *, polls: bool = True) -> AsyncIterator[None]:
    """Ask Telegram who we are, again and again while it cannot be reached and `stop` is not set.

    Args:
        bot: Not initialized yet.
        stop: Set it to give up.
        polls: Whether updates are to be fetched, which Telegram refuses beside a webhook.

    Raises:
        OperatorError: Telegram refuses the token, or sends the updates elsewhere.
    """
    try:
        async with until(stop):
            await insist(bot.initialize, "Telegram cannot be reached")
            if polls and await _has_webhook(bot):
                raise OperatorError(_WEBHOOK)
        yield
    finally:
        await bot.shutdown()


async def insist(
    call: Callable[[], Awaitable[object]], trouble: str, refusal: str | None = None
) -> None:
    """Ask Telegram again and again until it answers.

    Args:
        call: What is asked.
        trouble: What is not so as long as it does not answer, for the log.
        refusal: The operator's sentence where it refuses this for good; None to ask on.

    Raises:
        OperatorError: Telegram refuses the token, or this.
    """
    pause = FIRST_PAUSE
    while True:
        try:
            await call()
        except TelegramError as error:
            outcome = classify(error)
        else:
            return
        if outcome.kind is Kind.REFUSED_TOKEN:
            raise OperatorError(REFUSED)
        if outcome.kind is Kind.REFUSED and refusal is not None:
            raise OperatorError(refusal)
        _log.warning("%s (%s), again soon", trouble, outcome.reason)
        advice = outcome.retry_after.total_seconds() if outcome.retry_after else 0.0
        await asyncio.sleep(max(pause, advice))
        pause = min(2 * pause, LONGEST_PAUSE)


def away(outcome: Outcome) -> str:
    """What it means that Telegram gives no updates, and what to do; they wait for us there."""
    if outcome.reason == "certificate":
        return (
            "Telegram's certificate is not trusted here: see that the machine's clock is right, and"
            " that its list of authorities (ca-certificates) is new."
        )
    return (
        f"Telegram cannot be reached ({outcome.reason}): see that this machine reaches"
        " api.telegram.org over HTTPS. It is tried again, and what people write waits there."
    )


async def why_ended(bot: Bot, outcome: Outcome) -> str:
    """Why Telegram gives no more updates, and what to do about it."""
    if outcome.kind is not Kind.CONFLICT:
        return REFUSED
    return _WEBHOOK if await _has_webhook(bot) else _SECOND


async def _has_webhook(bot: Bot) -> bool:
    try:
        return bool((await bot.get_webhook_info()).url)
    except TelegramError:
        return False  # getUpdates will tell
