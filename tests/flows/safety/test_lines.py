"""Who to call: the numbers, and the words that ask for them."""

import re
import time
from datetime import UTC, date, datetime, timedelta

import pytest

from flows.model import Audience, Crisis
from flows.safety.lines import help_lines, lines_for
from flows.safety.screens import card, is_cry
from flows.screen import Line
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


def test_no_number_is_older_than_half_a_year() -> None:
    """Whoever sees this fail: hold every number and its hours against its source, then date it."""
    today = datetime.fromtimestamp(time.time(), UTC).date()
    for each in help_lines():
        assert timedelta(days=-1) <= today - each.checked_on <= timedelta(days=180), each.id


def test_hours_are_printed_only_where_they_are_confirmed() -> None:
    assert {each.id for each in help_lines() if each.hours} == {"112", "113", "csg", "veiligthuis"}
    for language in ("nl", "en"):
        said = TEXTS.say(language, Line("line-kindertelefoon", {"number": "x"}))
        assert not re.search(r"\d|altijd|always", said)


@pytest.mark.parametrize(
    ("kind", "audience", "ids"),
    [
        (Crisis.SUICIDE, Audience.PUPIL, ["113", "112", "kindertelefoon"]),
        (Crisis.SUICIDE, Audience.PARENT, ["113", "112"]),
        (Crisis.ABUSE, Audience.PUPIL, ["veiligthuis", "112", "csg", "kindertelefoon"]),
        (Crisis.ABUSE, Audience.STAFF, ["veiligthuis", "112", "csg"]),
        (Crisis.VIOLENCE, Audience.PUPIL, ["112", "kindertelefoon", "veiligthuis"]),
        (Crisis.MEDICAL, Audience.PUPIL, ["112"]),
        (Crisis.EXPLOITATION, Audience.PARENT, ["112", "csg", "veiligthuis"]),
        (Crisis.RUNAWAY, Audience.PUPIL, ["112", "kindertelefoon", "veiligthuis"]),
        (Crisis.FORCED_MARRIAGE, Audience.PUPIL, ["veiligthuis", "112", "kindertelefoon"]),
        (None, Audience.PUPIL, ["112", "113", "kindertelefoon", "veiligthuis"]),
    ],
)
def test_who_is_called_first_depends_on_the_need(
    kind: Crisis | None, audience: Audience, ids: list[str]
) -> None:
    assert [each.id for each in lines_for(kind, audience)] == ids


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_card_says_who_is_near_who_to_call_and_that_nobody_reads(language: str) -> None:
    lines = lines_for(None, Audience.PUPIL)
    shown = card(None, Audience.PUPIL, lines, language)
    said = [TEXTS.say(language, each) for each in shown.lines]

    assert shown.lines[0].id == "help-near"
    assert shown.lines[-1].id == "help-computer"
    assert all(any(line.number in each for each in said) for line in lines)
    assert shown.back == Home()
