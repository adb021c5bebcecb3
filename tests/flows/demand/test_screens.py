"""The digest's words: a number when there is one, more and most only when noise cannot be it."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from flows.demand import labels, words
from flows.demand.block_screens import block
from flows.demand.figures import Figures
from flows.demand.plan import AUDIENCE, CELLS, DEFAULT, END, NOT_SAID, SCHOOL, TOPIC, Table
from flows.demand.screens import digest, trend
from flows.model import Page, Topic
from flows.screen import Line, Screen, Short
from flows.staff_steps import Block, Sheet, Trend
from tests.ports import demo_programme

MONDAY = date(2026, 11, 16)
LEAD = 10
"""What a difference of two topics must exceed."""
W1, W2 = DEFAULT.tables[:2]
FEW = Line("digest-few", {"floor": 5})


def topics(before: Mapping[str, int] | None = None, **values: int) -> Figures:
    """A published week; cells not named are nought."""
    shown = {each: values.get(each, 0) for each in W1.cells}
    return Figures(W1, "2026-W47", shown, before)


def people(**values: int) -> Figures:
    return Figures(W2, "2026-W47", {each: values.get(each, 0) for each in CELLS[AUDIENCE]})


def shown(figures: Figures) -> Screen:
    return digest(MONDAY, [figures, people(pupil=60)], None)


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
def test_a_total_below_five_is_said_in_words(values: dict[str, Any], line: Line) -> None:
    assert shown(topics(**values)).lines[1] == line


@pytest.mark.parametrize(
    ("home", "before", "said"),
    [
        (100, None, "digest-first"),
        (100, 71, "digest-about"),
        (100, 70, "digest-more"),
        (70, 99, "digest-about"),
        (70, 100, "digest-fewer"),
    ],
)
def test_more_and_fewer_are_said_beyond_29_only(home: int, before: int | None, said: str) -> None:
    """29 is what 95 % of the noise of a difference of two totals of nine cells stays within."""
    earlier = None if before is None else {"home": before}
    assert shown(topics(earlier, home=home)).lines[2] == Line(said)


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
    values: dict[str, Any], line: Line
) -> None:
    assert shown(topics(**values)).lines[3] == line


def test_every_digest_says_what_the_noise_is_and_which_differences_say_nothing() -> None:
    said = {each.id: each.args for each in shown(topics()).lines}

    assert said["digest-title"] == {"on": MONDAY}
    assert said["digest-audience"] == {"pupil": 60, "parent": FEW, "staff": FEW, "spread": 13}
    assert said["digest-noise"] == {"spread": 7}
    assert said["digest-differences-total"] == {"least": LEAD, "total": 29}
    assert "digest-same" in said


def test_an_empty_week_has_the_shape_of_a_full_one() -> None:
    """T9: the same lines, bars and buttons, whatever was counted."""
    empty, full = shown(topics()), shown(topics(home=50, money=30, feelings=20))
    assert len(empty.lines) == len(full.lines)
    assert empty.actions == full.actions
    assert empty.picture is not None
    assert full.picture is not None
    assert len(empty.picture.cells) == len(full.picture.cells)


def test_the_picture_has_a_bar_a_cell_and_none_below_nought() -> None:
    screen = shown(topics(home=-4, money=7))

    assert screen.keep
    assert screen.picture is not None
    assert [each.id for each, _, _ in screen.picture.cells] == [
        *(f"topic-{each.value}" for each in Topic),
        "topic-not-said",
    ]
    assert [value for _, value, _ in screen.picture.cells] == [0, 0, 0, 0, 0, 7, 0, 0, 0]
    assert {spread for _, _, spread in screen.picture.cells} == {7}
    assert screen.lines[-1].id == "digest-alt"


def test_its_buttons_lead_to_table_time_and_longer_periods() -> None:
    longer = Block(MONDAY, Page.SCHOOL)
    screen = digest(MONDAY, [topics(), people()], longer)
    assert [each.step for each in screen.actions] == [Sheet(MONDAY), Trend(MONDAY), longer]


def test_a_digest_without_topics_draws_the_audience() -> None:
    total = Table("S1", (), Fraction(3, 5), 6, ("all",))
    found = Figures(total, "2026-W42", {"all": 80}, {"all": 60})
    screen = digest(MONDAY, [found, people(pupil=60)], None)
    assert [each.id for each in screen.lines[:4]] == [
        "digest-title", "digest-total", "digest-more", "digest-audience",
    ]  # fmt: skip
    assert screen.picture is not None
    assert [each.id for each, _, _ in screen.picture.cells] == [
        "bar-pupil", "bar-parent", "bar-staff",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sums", "said"),
    [
        ([100], "digest-first"),
        ([100, 100, 100, 100, 123], "trend-about"),
        ([100, 100, 100, 100, 130], "trend-more"),
        ([100, 100, 100, 100, 70], "trend-fewer"),
    ],
)
def test_time_is_compared_with_the_mean_of_what_was_released(sums: list[int], said: str) -> None:
    weeks = {f"2026-W{43 + n}": each for n, each in enumerate(sums)}
    screen = trend(MONDAY, W1, weeks)
    assert screen.lines[2] == Line(said)
    assert screen.picture is not None
    assert [n for _, n, _ in screen.picture.cells] == sums


# Longer periods


def ends(before: Mapping[str, int] | None = None, **values: int) -> Figures:
    table = next(each for each in DEFAULT.tables if each.by == END)
    held = {each: values.get(each, 0) for each in table.cells}
    return Figures(table, "2026-W42", held, before)


def page(figures: Figures, **more: object) -> Screen:
    label = labels.label_of(figures.table.by, demo_programme())
    given = {"spread": figures.table.within(), "least": figures.table.difference(), **more}
    return block(MONDAY, Page.END, figures, label, [Page.WAIT], **given)  # type: ignore[arg-type]


def test_a_longer_period_says_from_when_to_when() -> None:
    title = page(ends()).lines[0]
    assert title.args == {"from": Short(date(2026, 10, 12)), "until": Short(date(2026, 11, 22))}


def test_what_changed_is_named_beyond_what_noise_can_do() -> None:
    screen = page(ends({"enough": 76, "no_show": 60, "cancelled": 40}, enough=100, cancelled=16))
    assert screen.lines[2:4] == (
        Line("block-up", {"cell": Line("end-enough")}),
        Line(
            "block-down",
            {
                "cell": Line(
                    "digest-bars",
                    {"first": Line("bar-no_show"), "rest": Line("bar-cancelled")},
                )
            },
        ),
    )
    small = page(ends({"enough": 77}, enough=100))
    assert small.lines[2] == Line("digest-about")
    assert page(ends()).lines[2] == Line("digest-first")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (
            18,
            Line("block-own", {"school": labels.together(["De Linde"]), "value": 18, "spread": 4}),
        ),
        (-2, Line("digest-total-few", {"floor": 5})),
    ],
)
def test_a_school_reads_its_own_number(value: int, said: Line) -> None:
    table = Table("B1", SCHOOL, Fraction(1, 2), 6, ("linde",))
    screen = page(Figures(table, "2026-W42", {"linde": value}), own=labels.together(["De Linde"]))
    assert screen.lines[1] == said


def test_many_bars_are_told_by_the_table_alone() -> None:
    table = Table("B1", SCHOOL, Fraction(1, 2), 6, tuple(f"s{n}" for n in range(50)))
    screen = page(Figures(table, "2026-W42", dict.fromkeys(table.cells, 9)))
    assert "digest-alt" not in [each.id for each in screen.lines]
    assert screen.picture is not None
    assert len(screen.picture.cells) == 50


def test_every_cell_of_every_table_has_a_name() -> None:
    programme = demo_programme()
    for by, cells in CELLS.items():
        if by not in {(), SCHOOL}:
            for cell in cells or ("all:home",):
                assert labels.label_of(by, programme)(cell).id
    named = labels.label_of(SCHOOL, programme)
    assert named("linde") == Line("digest-name", {"name": "De Linde"})
    both = Line("digest-name", {"name": "De Vuurkever"})
    assert named("linde+vuurkever") == Line("digest-together", {"first": "De Linde", "rest": both})
    assert named("gone") == Line("digest-name", {"name": "gone"})
    assert labels.topic_of_group("all:not_said") == Line("topic-not-said")


def test_most_needs_two_cells() -> None:
    assert words.most({"a": 90}, 5, labels.topic, "block-most", "block-even") == Line("block-even")
    assert TOPIC in CELLS
