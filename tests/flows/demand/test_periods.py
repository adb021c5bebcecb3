"""When a week or a block is over, and which one a date falls into."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from flows.demand.periods import (
    WEEK,
    begin_of,
    is_end,
    last_end,
    last_whole_week,
    monday_of,
    next_end,
    week_name,
    week_of,
)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
EIGHT = time(8)


def at(wall: str) -> datetime:
    """A moment by Amsterdam's clocks, in UTC."""
    return datetime.fromisoformat(wall).replace(tzinfo=AMSTERDAM).astimezone(UTC)


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
    noon = datetime.combine(monday_of(week), time(12), AMSTERDAM)
    moment = next_end(noon, EIGHT, AMSTERDAM)
    before = moment.astimezone(UTC) - timedelta(seconds=1)

    assert moment.astimezone(AMSTERDAM).time() == EIGHT
    assert last_whole_week(moment, EIGHT, AMSTERDAM) == week
    assert last_whole_week(before, EIGHT, AMSTERDAM) < week
    assert last_end(moment, EIGHT, AMSTERDAM) == monday_of(week) + WEEK


@pytest.mark.parametrize(
    ("on", "block", "half"),
    [
        (date(2026, 8, 31), "2026-W36", "2026-W36"),
        (date(2026, 10, 11), "2026-W36", "2026-W36"),
        (date(2026, 10, 12), "2026-W42", "2026-W36"),
        (date(2027, 1, 3), "2026-W48", "2026-W36"),
        (date(2027, 2, 15), "2027-W07", "2027-W07"),
        (date(2026, 8, 30), "2026-W30", "2026-W12"),
    ],
)
def test_blocks_and_half_years_are_counted_from_one_monday(on: date, block: str, half: str) -> None:
    assert week_name(begin_of(on, 6)) == block
    assert week_name(begin_of(on, 24)) == half


def test_a_half_year_ends_with_a_block() -> None:
    mondays = [date(2026, 8, 31) + n * WEEK for n in range(49)]

    assert [n for n, each in enumerate(mondays) if is_end(each, 24)] == [0, 24, 48]
    assert all(is_end(each, 6) for each in mondays if is_end(each, 24))
