"""What Telegram shows of the bot itself: commands and descriptions, in every language."""

import logging
from collections.abc import Iterable

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.telegram.errors import classify
from flows.front import COMMANDS
from flows.screen import Line
from flows.texts import Texts

_log = logging.getLogger(__name__)


async def introduce(bot: Bot, texts: Texts, languages: Iterable[str]) -> None:
    """Set commands and descriptions; the first language stands in for all others.

    A refusal is logged and changes nothing else: the bot works without.
    """
    spoken = list(languages)
    try:
        for code, language in [(None, spoken[0]), *((each, each) for each in spoken)]:
            await _set(bot, texts, code, language)
    except TelegramError as error:
        _log.warning("commands and descriptions not set: %s", classify(error).reason)


async def _set(bot: Bot, texts: Texts, code: str | None, language: str) -> None:
    def say(text_id: str) -> str:
        return texts.say(language, Line(text_id))

    listed = [BotCommand(name, say(f"command-{name}")) for name in COMMANDS]
    if tuple(await bot.get_my_commands(language_code=code)) != tuple(listed):
        await bot.set_my_commands(listed, language_code=code)
    if (await bot.get_my_description(language_code=code)).description != say("bot-about"):
        await bot.set_my_description(say("bot-about"), language_code=code)
    if (await bot.get_my_short_description(language_code=code)).short_description != say(
        "bot-short"
    ):
        await bot.set_my_short_description(say("bot-short"), language_code=code)
