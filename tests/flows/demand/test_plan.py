"""What is published, how strong its noise is, and when a week is over."""

from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from flows.demand.plan import (
    AUDIENCES,
    ENDS,
    NOT_SAID,
    PLAN,
    RATINGS,
    TOPICS,
    Plan,
    Table,
    last_whole_period,
    last_whole_week,
    monday_of,
    period_of,
    publishing_moment,
    week_name,
    week_of,
)
from flows.model import Topic

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
EIGHT = time(8)


def at(wall: str) -> datetime:
    """A moment by Amsterdam's clocks, in UTC."""
    return datetime.fromisoformat(wall).replace(tzinfo=AMSTERDAM).astimezone(UTC)


def test_the_topics_have_a_cell_each_and_one_for_not_said() -> None:
    assert PLAN.tables == (TOPICS, AUDIENCES, ENDS, RATINGS)
    assert TOPICS.cells == (*(each.value for each in Topic), NOT_SAID)
    assert len(set(TOPICS.cells)) == len(TOPICS.cells)


def test_all_that_is_published_moves_the_odds_about_a_person_by_at_most_a_factor() -> None:
    assert PLAN.factor() == Fraction(3, 2) * Fraction(5, 4) ** 2 * Fraction(6, 5)
    twice = Plan((TOPICS, Table("W2", ("a",), Fraction(1, 2))))
    assert twice.factor() == 3
    assert Plan(()).factor() == 1


@pytest.mark.parametrize(
    ("alpha", "n"),
    [(Fraction(2, 3), 7), (Fraction(1, 2), 4), (Fraction(1, 100), 0), (Fraction(9, 10), 28)],
)
def test_95_percent_of_the_noise_lies_within_and_less_would_not_do(alpha: Fraction, n: int) -> None:
    table = Table("T", ("a",), alpha)

    assert table.within() == n
    assert _mass(alpha, n) >= Fraction(95, 100)
    assert n == 0 or _mass(alpha, n - 1) < Fraction(95, 100)


def _mass(alpha: Fraction, n: int) -> Fraction:
    """P(-n <= Z <= n), summed cell by cell."""
    at_zero = (1 - alpha) / (1 + alpha)
    return at_zero + 2 * sum((at_zero * alpha**z for z in range(1, n + 1)), start=Fraction(0))


def test_the_sum_of_all_cells_spreads_less_than_the_sum_of_their_spreads() -> None:
    assert TOPICS.total_within() == 21
    assert TOPICS.within() < TOPICS.total_within() < len(TOPICS.cells) * TOPICS.within()


@pytest.mark.parametrize(
    ("wall", "week"),
    [
        ("2026-11-23 00:00", "2026-W48"),
        ("2026-11-22 23:59", "2026-W47"),
        ("2026-12-31 12:00", "2026-W53"),
        ("2027-01-03 23:59", "2026-W53"),
        ("2027-01-04 00:00", "2027-W01"),
        ("2029-12-31 00:00", "2030-W01"),
        ("2026-03-29 03:30", "2026-W13"),
        ("2026-03-30 00:30", "2026-W14"),
        ("2026-10-26 00:30", "2026-W44"),
    ],
)
def test_a_moment_belongs_to_the_week_on_the_wall(wall: str, week: str) -> None:
    assert week_of(at(wall), AMSTERDAM) == week


@pytest.mark.parametrize(
    ("week", "monday"),
    [
        ("2026-W48", date(2026, 11, 23)),
        ("2026-W53", date(2026, 12, 28)),
        ("2027-W01", date(2027, 1, 4)),
        ("2030-W01", date(2029, 12, 31)),
    ],
)
def test_a_week_begins_on_its_monday(week: str, monday: date) -> None:
    assert monday_of(week) == monday
    assert {week_name(monday + timedelta(days=n)) for n in range(7)} == {week}


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-48", "2026-W00", "2026-W54", "2027-W53", "2026-W5", "W47"]
)
def test_what_is_no_week_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        monday_of(text)


@pytest.mark.parametrize(
    ("wall", "week"),
    [
        pytest.param("2026-11-23 07:59:59", "2026-W46", id="Monday, a second before eight"),
        pytest.param("2026-11-23 08:00", "2026-W47", id="Monday at eight"),
        pytest.param("2026-11-23 00:00", "2026-W46", id="Monday at midnight"),
        pytest.param("2026-11-24 00:00", "2026-W47", id="Tuesday at midnight"),
        pytest.param("2026-11-29 23:59", "2026-W47", id="Sunday night"),
        pytest.param("2027-01-04 08:00", "2026-W53", id="the last week of a year of 53"),
        pytest.param("2028-01-03 07:59", "2027-W51", id="before the first of a year"),
        pytest.param("2026-03-30 08:00", "2026-W13", id="after the clocks went forward"),
        pytest.param("2026-10-26 07:59", "2026-W42", id="after the clocks went back"),
    ],
)
def test_the_newest_week_is_whole_once_the_monday_after_it_reached_the_hour(
    wall: str, week: str
) -> None:
    assert last_whole_week(at(wall), EIGHT, AMSTERDAM) == week


@pytest.mark.parametrize("week", ["2026-W12", "2026-W13", "2026-W43", "2026-W53"])
def test_from_its_publishing_moment_on_a_week_is_the_newest(week: str) -> None:
    moment = publishing_moment(TOPICS, week, EIGHT, AMSTERDAM)
    before = moment.astimezone(UTC) - timedelta(seconds=1)

    assert moment.astimezone(AMSTERDAM).time() == EIGHT
    assert last_whole_week(moment, EIGHT, AMSTERDAM) == week
    assert last_whole_week(before, EIGHT, AMSTERDAM) < week


@pytest.mark.parametrize(
    ("wall", "block", "newest"),
    [
        ("2026-08-31T00:00", "2026-W36", "2026-W24"),
        ("2026-08-31T08:00", "2026-W36", "2026-W30"),
        ("2026-10-11T23:59", "2026-W36", "2026-W30"),
        ("2026-10-12T07:59", "2026-W42", "2026-W30"),
        ("2026-10-12T08:00", "2026-W42", "2026-W36"),
        ("2027-01-03T12:00", "2026-W48", "2026-W42"),
        ("2026-08-30T12:00", "2026-W30", "2026-W24"),
    ],
)
def test_a_block_is_six_weeks_named_by_its_first(wall: str, block: str, newest: str) -> None:
    assert period_of(ENDS, at(wall), AMSTERDAM) == block
    assert last_whole_period(ENDS, at(wall), EIGHT, AMSTERDAM) == newest
    end = publishing_moment(ENDS, newest, EIGHT, AMSTERDAM)
    assert end <= at(wall) < end + timedelta(weeks=6)
