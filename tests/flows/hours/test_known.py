"""Whether hours are entered: not known is not the same as nobody."""

from datetime import date
from typing import Any

import pytest

from flows.hours.known import first_unknown, known_until, knows, reach, school_days
from flows.model import SchoolId
from flows.programme import Programme
from tests.flows.hours.build import AMSTERDAM, hours, programme, schedule

LINDE, VUURKEVER = SchoolId("linde"), SchoolId("vuurkever")
JULY = "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270708T215959Z"
"""Until the end of Thursday 8 July 2027."""


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, None),
        ({"rrule": "FREQ=MONTHLY;BYDAY=1MO"}, None),
        ({"rrule": JULY}, date(2027, 7, 8)),
        ({"rrule": JULY, "rdates": ["2027-07-14"]}, date(2027, 7, 14)),
        ({"rrule": JULY, "rdates": ["2027-01-14"]}, date(2027, 7, 8)),
        ({"rrule": "FREQ=WEEKLY;BYDAY=TU;COUNT=3"}, date(2026, 9, 15)),
        ({"rrule": "FREQ=WEEKLY;BYDAY=TU;COUNT=3", "rdates": ["2026-12-01"]}, date(2026, 12, 1)),
        ({"rrule": "FREQ=WEEKLY;BYDAY=TU;COUNT=3", "exdates": ["2026-09-15"]}, date(2026, 9, 15)),
        ({"rrule": "FREQ=DAILY;COUNT=9999"}, None),
        ({"rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}, date.min),
        ({"rrule": "FREQ=WEEKLY;UNTIL=20200101T000000Z"}, date.min),
        (
            {"rrule": "FREQ=WEEKLY;UNTIL=20200101T000000Z", "rdates": ["2026-12-01"]},
            date(2026, 12, 1),
        ),
    ],
)
def test_a_schedule_reaches_as_far_as_it_was_entered(
    changes: dict[str, Any], expected: date | None
) -> None:
    assert reach(schedule(**changes), AMSTERDAM) == expected


def until_july(**changes: Any) -> Programme:
    return programme(schedules=[hours(rrule=JULY)], **changes)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2020, 1, 1), True),
        (date(2027, 7, 6), True),
        (date(2027, 7, 9), True),
        (date(2027, 7, 11), True),
        (date(2027, 7, 12), False),
        (date(2028, 7, 12), False),
    ],
)
def test_hours_are_known_up_to_the_end_of_the_week_they_reach(on: date, expected: bool) -> None:
    assert knows(until_july(), LINDE, on) is expected


def test_one_schedule_that_goes_on_is_enough_and_another_school_s_is_not() -> None:
    held = programme(schedules=[hours(rrule=JULY), hours(id="b", start="14:00")])
    assert known_until(held, LINDE) is None
    assert knows(held, LINDE, date(2030, 1, 1))
    assert not knows(held, VUURKEVER, date(2026, 11, 24))


def test_hours_entered_for_later_make_the_weeks_between_known() -> None:
    later = hours(id="b", first_on="2027-09-06")
    assert knows(programme(schedules=[hours(rrule=JULY), later]), LINDE, date(2027, 8, 24))


@pytest.mark.parametrize(
    ("closed", "until", "expected"),
    [
        (None, date(2026, 11, 29), None),
        (None, date(2026, 11, 30), date(2026, 11, 30)),
        (("2026-11-30", "2026-12-04"), date(2026, 12, 6), None),
        (("2026-11-30", "2026-12-04"), date(2026, 12, 7), date(2026, 12, 7)),
        (("2026-11-30", "2026-12-01"), date(2026, 12, 7), date(2026, 12, 2)),
        (("2026-12-02", "2026-12-04"), date(2026, 12, 7), date(2026, 11, 30)),
    ],
)
def test_the_first_unknown_day_is_a_school_day_that_is_not_closed(
    closed: tuple[str, str] | None, until: date, expected: date | None
) -> None:
    name = {"nl": "studieweek"}
    closures = [{"first_on": closed[0], "last_on": closed[1], "name": name}] if closed else []
    november = hours(rrule="FREQ=WEEKLY;BYDAY=TU;UNTIL=20261126T225959Z")
    held = programme(schedules=[november], closures=closures)
    assert first_unknown(held, LINDE, until) == expected


def test_where_nothing_is_entered_nothing_ends() -> None:
    assert first_unknown(programme(), VUURKEVER, date(2030, 1, 1)) is None
    assert first_unknown(programme(), LINDE, date(2030, 1, 1)) is None
    assert first_unknown(until_july(), LINDE, date(2026, 11, 24)) is None


def test_school_days_are_mondays_to_fridays() -> None:
    found = school_days(date(2026, 11, 27), date(2026, 12, 1))
    assert found == [date(2026, 11, 27), date(2026, 11, 30), date(2026, 12, 1)]
    assert school_days(date(2026, 11, 28), date(2026, 11, 27)) == []
