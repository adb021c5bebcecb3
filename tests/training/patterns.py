"""Phrases with choices, such as `(is|komt) {name} (vandaag|morgen|)`: some of what they say."""

import random
import re
from itertools import product

SEED = 20261125
MOST = 14
"""Phrases that are made of one pattern."""
NAMES = ("fatima", "jeroen", "samira", "mike", "anouk")
NUMBERS = ("3", "7", "8", "12", "25", "64")
_CHOICE = re.compile(r"\(([^()]*)\)")


def is_pattern(text: str) -> bool:
    """Whether a phrase has a choice in it."""
    return "(" in text or "{" in text


def spoken(pattern: str) -> list[str]:
    """Some of the phrases of a pattern, the same every time, in the order of its choices."""
    dice = random.Random(f"{SEED} {pattern}")
    parts = _CHOICE.split(pattern)
    choices = [each.split("|") if n % 2 else [each] for n, each in enumerate(parts)]
    made = [" ".join("".join(each).split()) for each in product(*choices)]
    chosen = sorted(dice.sample(range(len(made)), min(MOST, len(made))))
    return [_filled(made[n], dice) for n in chosen]


def _filled(text: str, dice: random.Random) -> str:
    while "{name}" in text:
        text = text.replace("{name}", dice.choice(NAMES), 1)
    while "{n}" in text:
        text = text.replace("{n}", dice.choice(NUMBERS), 1)
    return text
