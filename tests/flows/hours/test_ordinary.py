"""What a poster can promise."""

from datetime import date, time
from typing import Any

import pytest

from flows.hours.ordinary import Hour, ordinary_week
from flows.model import SchoolId
from tests.flows.hours.build import hours, programme, with_hours

LINDE = SchoolId("linde")
NOVEMBER = date(2026, 11, 24)


def week(*schedules: dict[str, Any], on: date = NOVEMBER) -> tuple[list[str], bool]:
    """The hours as "1 09:00 fatima", every other week with a tilde, and whether there are more."""
    found = ordinary_week(with_hours(*schedules), LINDE, on)
    return [
        f"{each.weekday} {each.start:%H:%M} {'+'.join(each.workers)}"
        + ("~" if each.every_other_week else "")
        for each in found.hours
    ], found.has_more


@pytest.mark.parametrize(
    ("changes", "expected", "has_more"),
    [
        ({}, ["1 09:00 Fatima"], False),
        ({"rrule": "FREQ=WEEKLY;BYDAY=TH,MO"}, ["0 09:00 Fatima", "3 09:00 Fatima"], False),
        ({"rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"}, ["1 09:00 Fatima~"], False),
        ({"rrule": "FREQ=MONTHLY;BYDAY=1MO"}, [], True),
        ({"rrule": "FREQ=WEEKLY;BYDAY=TU;COUNT=14"}, ["1 09:00 Fatima"], False),
        ({"rrule": "FREQ=WEEKLY;BYDAY=TU;COUNT=3"}, [], False),
        ({"rrule": "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261126T000000Z"}, ["1 09:00 Fatima"], False),
        ({"exdates": ["2026-12-01", "2026-12-08"]}, ["1 09:00 Fatima"], False),
        ({"rdates": ["2026-12-03"]}, ["1 09:00 Fatima"], False),
        ({"worker": "jeroen", "modes": ["phone"]}, [], False),
        ({"school": "vuurkever"}, [], False),
    ],
)
def test_a_rule_in_an_ordinary_week(
    changes: dict[str, Any], expected: list[str], has_more: bool
) -> None:
    assert week(hours(**changes)) == (expected, has_more)


def test_holidays_do_not_make_a_week_less_ordinary() -> None:
    assert week(hours(), on=date(2026, 12, 14)) == (["1 09:00 Fatima"], False)


def test_hours_come_by_day_and_start() -> None:
    found, _ = week(
        hours(start="13:00"), hours(rrule="FREQ=WEEKLY;BYDAY=MO", start="14:00"), hours()
    )
    assert found == ["0 14:00 Fatima", "1 09:00 Fatima", "1 13:00 Fatima"]


def test_two_in_one_room_are_one_row_and_in_two_rooms_two() -> None:
    together = hours(), hours(worker="jeroen")
    assert week(*together)[0] == ["1 09:00 Fatima+Jeroen"]
    assert week(hours(), hours(worker="jeroen", room="Aula"))[0] == [
        "1 09:00 Jeroen",
        "1 09:00 Fatima",
    ]


def test_before_the_school_year_the_first_week_of_it_counts() -> None:
    first, later = hours(), hours(first_on="2027-02-01", start="14:00")
    assert week(first, later, on=date(2026, 7, 1))[0] == ["1 09:00 Fatima"]
    assert week(first, later, on=date(2027, 2, 3))[0] == ["1 09:00 Fatima", "1 14:00 Fatima"]


def test_a_row_says_until_when_where_and_whether_one_can_walk_in() -> None:
    [found] = ordinary_week(programme(schedules=[hours(walk_in=False)]), LINDE, NOVEMBER).hours
    assert found == Hour(1, time(9), time(12), "B2", ("Fatima",), False, False)
