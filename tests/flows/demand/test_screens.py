"""The digest's words: a number when there is one, a topic when it stands out."""

from datetime import date

import pytest

from flows.demand.plan import NOT_SAID
from flows.demand.screens import TOPICS, digest
from flows.demand.views import in_order
from flows.model import Released, Topic
from flows.screen import Line

MONDAY = date(2026, 11, 16)
LEAD = 10
"""The spread of two numbers' difference: seven times root two, rounded up."""


def cells(**values: int) -> list[Released]:
    """A published week; cells not named are nought."""
    return [Released("W1", "2026-W47", each, values.get(each, 0)) for each in TOPICS.cells]


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({}, Line("digest-total-few", {"floor": 5})),
        ({"home": 4}, Line("digest-total-few", {"floor": 5})),
        ({"home": 5}, Line("digest-total", {"value": 5, "spread": 21})),
        ({"home": 40, "money": -3}, Line("digest-total", {"value": 37, "spread": 21})),
        ({"home": -30}, Line("digest-total-few", {"floor": 5})),
        ({NOT_SAID: 12}, Line("digest-total", {"value": 12, "spread": 21})),
    ],
    ids=["nobody", "four", "five", "with negative noise", "below nought", "topics not said"],
)
def test_a_total_below_five_is_said_in_words(values: dict[str, int], line: Line) -> None:
    assert digest(MONDAY, cells(**values)).lines[1] == line


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({}, Line("digest-even")),
        ({"home": LEAD}, Line("digest-even")),
        ({"home": LEAD + 1}, Line("digest-most", {"topic": Line("topic-home")})),
        ({"home": 30, "money": 20}, Line("digest-even")),
        ({"home": 30, "money": 19}, Line("digest-most", {"topic": Line("topic-home")})),
        ({"other": 12, "home": 1}, Line("digest-most", {"topic": Line("topic-other")})),
        ({NOT_SAID: 90}, Line("digest-even")),
        ({NOT_SAID: 90, "money": 11}, Line("digest-most", {"topic": Line("topic-money")})),
        ({"home": 2, "money": -20}, Line("digest-even")),
    ],
    ids=[
        "nobody", "a lead that noise can make", "a lead it cannot", "two, near each other",
        "two, apart", "the last cell", "not said is no topic", "a topic beside it",
        "all others low",
    ],
)  # fmt: skip
def test_a_topic_is_named_only_when_its_lead_says_something(
    values: dict[str, int], line: Line
) -> None:
    assert digest(MONDAY, cells(**values)).lines[2] == line


def test_every_digest_says_what_the_noise_is_and_which_differences_say_nothing() -> None:
    said = {each.id: each.args for each in digest(MONDAY, cells()).lines}

    assert said["digest-title"] == {"on": MONDAY}
    assert said["digest-noise"] == {"spread": 7}
    assert said["digest-differences"] == {"least": LEAD}
    assert "digest-same" in said


def test_the_picture_has_a_bar_a_cell_and_none_below_nought() -> None:
    screen = digest(MONDAY, cells(home=-4, money=7))

    assert screen.keep
    assert screen.picture is not None
    assert [each.id for each, _, _ in screen.picture.cells] == [
        *(f"topic-{each.value}" for each in Topic),
        "topic-not-said",
    ]
    assert [value for _, value, _ in screen.picture.cells] == [0, 0, 0, 0, 0, 7, 0, 0, 0]
    assert {spread for _, _, spread in screen.picture.cells} == {7}


def test_cells_come_in_the_order_of_the_plan() -> None:
    assert in_order(list(reversed(cells(home=1)))) == cells(home=1)
