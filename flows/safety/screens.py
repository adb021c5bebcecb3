"""The card with who to call. It asks the database nothing and never closes the way on."""

from collections.abc import Sequence

from flows.safety.lines import HelpLine
from flows.screen import Line, Screen
from flows.steps import Home

CRY_WORDS = frozenset({"112", "113", "sos", "help", "hulp", "hulp nodig", "help me"})
"""Whole messages that ask for this card in so many words; `flows.understanding` will know more."""


def is_cry(text: str) -> bool:
    """Tell whether a message asks for the card in so many words."""
    return " ".join(text.lower().split()).strip("!?. ") in CRY_WORDS


def help_card(lines: Sequence[HelpLine]) -> Screen:
    """Somebody near first, then who to call, with numbers a phone can dial."""
    numbers = tuple(Line(f"line-{each.id}", {"number": each.number}, item=True) for each in lines)
    return Screen(
        (Line("help-near"), *numbers, Line("help-computer")),
        back=Home(),
    )
