"""What an RRULE may say."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.hours.recurrence import first_start, local_until, problems
from flows.hours.rules import occurrences
from flows.programme import Rrule
from tests.flows.hours.build import AMSTERDAM, TODAY, schedule


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;BYDAY=TU",
        "freq=weekly;byday=tu,th",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;WKST=SU",
        "FREQ=MONTHLY;BYDAY=1MO",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=-1",
        "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1,15",
        "FREQ=YEARLY;BYDAY=53MO",
        "FREQ=DAILY;COUNT=10",
        "FREQ=DAILY;UNTIL=20270709T215959Z",
    ],
)
def test_a_sound_rule_has_no_problem(rule: Rrule) -> None:
    assert problems(rule, AMSTERDAM) == []


@pytest.mark.parametrize(
    ("rule", "what", "remedy"),
    [
        ("", "FREQ is missing", "FREQ=WEEKLY;BYDAY=TU"),
        ("every Tuesday", "EVERY TUESDAY", "FREQ=WEEKLY;BYDAY=TU"),
        ("BYDAY=TU", "FREQ is missing", "FREQ=WEEKLY;BYDAY=TU"),
        ("RRULE:FREQ=DAILY", "RRULE:FREQ", "FREQ=WEEKLY;BYDAY=TU"),
        ("FREQ=HOURLY", "FREQ=HOURLY is not one of", "duration_minutes"),
        ("FREQ=MINUTELY;COUNT=3", "FREQ=MINUTELY is not one of", "duration_minutes"),
        ("FREQ=WEEKLY;BYHOUR=9", '"BYHOUR" is no part', "FREQ=WEEKLY;BYDAY=TU"),
        ("FREQ=WEEKLY;BYDAY=DI", "BYDAY=DI", "FREQ=WEEKLY;BYDAY=TU"),
        ("FREQ=WEEKLY;INTERVAL=0", "INTERVAL=0", "FREQ=WEEKLY;BYDAY=TU"),
        ("FREQ=WEEKLY;COUNT=0", "COUNT=0", "FREQ=WEEKLY;BYDAY=TU"),
        ("FREQ=YEARLY;BYMONTH=13", "BYMONTH=13", "FREQ=WEEKLY;BYDAY=TU"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY=0", "FREQ=WEEKLY;BYDAY=TU"),
        ("FREQ=WEEKLY;FREQ=DAILY", "twice", "keep one"),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20270709T215959Z", "exclude each other", "keep one"),
        ("FREQ=WEEKLY;UNTIL=20270709", "not a moment in UTC", "UNTIL=20270709T215959Z"),
        ("FREQ=WEEKLY;UNTIL=20270109T120000", "not a moment in UTC", "UNTIL=20270109T110000Z"),
        ("FREQ=WEEKLY;UNTIL=20271399T120000Z", "not a moment in UTC", "UNTIL=20270709T215959Z"),
        ("FREQ=WEEKLY;UNTIL=summer", "not a moment in UTC", "UNTIL=20270709T215959Z"),
        ("FREQ=WEEKLY;BYDAY=1MO", "needs months or years", "FREQ=MONTHLY;BYDAY=1MO"),
        ("FREQ=MONTHLY;BYDAY=6MO", "no weekday of that number", "1 to 5"),
        ("FREQ=YEARLY;BYMONTH=12;BYDAY=53MO", "no weekday of that number", "1 to 5"),
        ("FREQ=YEARLY;BYDAY=60MO", "no weekday of that number", "1 to 53"),
        ("FREQ=YEARLY;BYSETPOS=1", "picks out of nothing", "add BYDAY"),
    ],
)
def test_a_bad_rule_is_told_with_a_remedy(rule: Rrule, what: str, remedy: str) -> None:
    found = problems(rule, AMSTERDAM)
    assert any(what in each.what and remedy in each.remedy for each in found), found


def test_all_problems_of_a_rule_are_told_at_once() -> None:
    found = problems(Rrule("FREQ=HOURLY;BYHOUR=9;COUNT=2;UNTIL=x"), AMSTERDAM)
    assert len(found) == 4


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "2026-09-01T09:00:00"),
        ({"rrule": "FREQ=WEEKLY"}, "2026-08-31T09:00:00"),
        ({"rrule": "FREQ=DAILY;UNTIL=20260830T215959Z"}, None),
        ({"rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"}, "2028-02-29T09:00:00"),
        ({"rrule": "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"}, None),
        ({"rrule": "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5"}, None),
    ],
)
def test_the_first_start_is_found_or_given_up_soon(
    changes: dict[str, str], expected: str | None
) -> None:
    found = first_start(schedule(**changes), AMSTERDAM)
    assert (found and found.isoformat()) == expected


def test_until_is_read_on_the_clocks_of_the_zone() -> None:
    until = local_until(Rrule("FREQ=DAILY;UNTIL=20270709T215959Z"), AMSTERDAM)
    assert until is not None
    assert until.isoformat() == "2027-07-09T23:59:59"
    assert local_until(Rrule("FREQ=DAILY"), AMSTERDAM) is None


PARTS = {
    "INTERVAL": st.integers(1, 999).map(str),
    "COUNT": st.integers(1, 9999).map(str),
    "UNTIL": st.just("20270709T215959Z"),
    "WKST": st.sampled_from(["MO", "SU"]),
    "BYDAY": st.builds("{}{}".format, st.integers(-60, 60) | st.just(""), st.just("MO")),
    "BYMONTHDAY": st.integers(-40, 40).map(str),
    "BYYEARDAY": st.integers(-400, 400).map(str),
    "BYWEEKNO": st.integers(-60, 60).map(str),
    "BYMONTH": st.integers(0, 14).map(str),
    "BYSETPOS": st.integers(-400, 400).map(str),
}
FREQUENCIES = st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])


@settings(max_examples=150)
@given(FREQUENCIES, st.fixed_dictionaries({}, optional=PARTS))
def test_what_is_found_sound_can_always_be_expanded(freq: str, parts: dict[str, str]) -> None:
    rule = ";".join([f"FREQ={freq}", *(f"{name}={value}" for name, value in parts.items())])
    if not problems(Rrule(rule), AMSTERDAM):
        first = first_start(schedule(rrule=rule), AMSTERDAM)
        days = occurrences(schedule(rrule=rule), AMSTERDAM, TODAY, TODAY + timedelta(days=400))
        assert first is not None or days == []
