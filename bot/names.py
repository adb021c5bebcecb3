"""A bot's name stands on lock screens, where others read it: it tells nothing about help."""

import re
from collections.abc import Iterator

from bot.config import Config
from flows.hours.finding import Finding

_TELLING = (
    "help", "hulp", "pomoc", "yardim", "yardım", "допомог", "مساعد", "care", "zorg", "youth",
    "jeugd", "opvoed", "therap", "psych", "ggz", "mental", "crisis", "suicid", "zelfmoord",
    "trauma", "problem", "probleem", "abuse", "mishandel",
)  # fmt: skip


def telling_word(name: str) -> str | None:
    """A word in a bot's name by which somebody who looks on would know what it is for."""
    plain = re.sub(r"[\W_]", "", name.casefold())
    return next((each for each in _TELLING if each in plain), None)


def telling(config: Config) -> Iterator[Finding]:
    """The name that the config gives, where it tells."""
    word = telling_word(config.telegram.username or "")
    if word is not None:
        what = f'has "{word}" in it, and shows on lock screens'
        yield Finding(("telegram", "username"), what, "give the bot a neutral name at BotFather")
