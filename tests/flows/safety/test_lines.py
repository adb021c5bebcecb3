"""Who to call: the numbers, and the words that ask for them."""

import re
from datetime import date

import pytest

from flows.safety.lines import help_lines
from flows.safety.screens import help_card, is_cry
from flows.steps import Home
from flows.texts import Texts
from tests.ports import demo_programme

TEXTS = Texts(("nl", "en"), demo_programme().zone)


@pytest.mark.parametrize(
    "text",
    [
        "112",
        "113",
        "SOS",
        "sos!!",
        "Help",
        "help me",
        "HULP",
        " hulp  nodig? ",
        "hulp\nnodig",
        "112.",
    ],
)
def test_these_words_alone_ask_for_help(text: str) -> None:
    assert is_cry(text)


@pytest.mark.parametrize(
    "text", ["", "?", "helpdesk", "help mij met rekenen", "1 1 2", "hoi", "lokaal 112"]
)
def test_other_words_do_not(text: str) -> None:
    assert not is_cry(text)


def test_112_comes_first_and_every_number_can_be_dialled_and_checked() -> None:
    lines = help_lines()

    assert [each.number for each in lines][:2] == ["112", "113"]
    for each in lines:
        assert re.fullmatch(r"[0-9 -]{3,12}", each.number), each
        assert each.source, each
        assert date(2025, 1, 1) < each.checked_on < date(2100, 1, 1), each


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_card_says_who_is_near_who_to_call_and_that_nobody_reads(language: str) -> None:
    card = help_card(help_lines())
    said = [TEXTS.say(language, each) for each in card.lines]

    assert card.lines[0].id == "help-near"
    assert card.lines[-1].id == "help-computer"
    assert all(any(line.number in each for each in said) for line in help_lines())
    assert card.back == Home()
