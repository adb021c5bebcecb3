"""Rules become openings, openings become slots."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from flows.hours.rules import first_free, occurrences, openings, slots
from flows.model import Mode, Opening, Slot, Span, WorkerId
from tests.flows.hours.build import AMSTERDAM, hours, programme, schedule, wall, with_hours

FATIMA, JEROEN = WorkerId("fatima"), WorkerId("jeroen")


def starts(first_on: str, last_on: str, /, **changes: Any) -> list[str]:
    found = occurrences(
        schedule(**changes), AMSTERDAM, date.fromisoformat(first_on), date.fromisoformat(last_on)
    )
    return [wall(each.start) for each in found]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM).astimezone(UTC)


def span(start: str, end: str) -> Span:
    return Span(at(f"2026-11-24 {start}"), at(f"2026-11-24 {end}"))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["2026-12-01 09:00", "2026-12-08 09:00", "2026-12-15 09:00"]),
        ({"rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"}, ["2026-12-08 09:00"]),
        ({"rrule": "FREQ=MONTHLY;BYDAY=1MO"}, ["2026-12-07 09:00"]),
        ({"rrule": "FREQ=MONTHLY;BYDAY=-1TU"}, []),
        ({"rrule": "FREQ=MONTHLY;BYMONTHDAY=15"}, ["2026-12-15 09:00"]),
        (
            {"rrule": "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261208T080000Z"},
            ["2026-12-01 09:00", "2026-12-08 09:00"],
        ),
        ({"rrule": "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261208T075959Z"}, ["2026-12-01 09:00"]),
        ({"rrule": "FREQ=WEEKLY;BYDAY=TU;COUNT=14"}, ["2026-12-01 09:00"]),
        ({"exdates": ["2026-12-08"]}, ["2026-12-01 09:00", "2026-12-15 09:00"]),
        (
            {"rrule": "FREQ=MONTHLY;BYDAY=1MO", "rdates": ["2026-12-03"]},
            ["2026-12-03 09:00", "2026-12-07 09:00"],
        ),
        (
            {"rdates": ["2026-12-03"], "exdates": ["2026-12-03", "2026-12-08"]},
            ["2026-12-01 09:00", "2026-12-15 09:00"],
        ),
        (
            {"rdates": ["2026-12-01"], "rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"},
            ["2026-12-01 09:00"],
        ),
        ({"rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}, []),
        ({"first_on": "2026-12-09"}, ["2026-12-15 09:00"]),
        ({"first_on": "2027-01-04"}, []),
    ],
)
def test_a_rule_gives_its_dates(changes: dict[str, Any], expected: list[str]) -> None:
    assert starts("2026-12-01", "2026-12-20", **changes) == expected


def test_both_ends_of_the_window_count_and_an_empty_window_holds_nothing() -> None:
    assert starts("2026-12-01", "2026-12-08") == ["2026-12-01 09:00", "2026-12-08 09:00"]
    assert starts("2026-12-02", "2026-12-07") == []
    assert starts("2026-12-08", "2026-12-01") == []


def test_the_first_day_is_no_office_hour_unless_the_rule_says_so() -> None:
    assert starts("2026-08-31", "2026-09-01") == ["2026-09-01 09:00"]


def test_every_other_week_counts_from_the_week_of_the_first_day() -> None:
    rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"
    assert starts("2026-08-31", "2026-09-20", rrule=rule, first_on="2026-09-02") == [
        "2026-09-14 09:00"
    ]


@pytest.mark.parametrize(
    ("first_on", "last_on", "utc_hours"),
    [("2026-10-20", "2026-10-27", [7, 8]), ("2027-03-23", "2027-03-30", [8, 7])],
)
def test_nine_stays_nine_when_the_clocks_change(
    first_on: str, last_on: str, utc_hours: list[int]
) -> None:
    found = occurrences(
        schedule(), AMSTERDAM, date.fromisoformat(first_on), date.fromisoformat(last_on)
    )
    assert [each.start.hour for each in found] == utc_hours
    assert all(each.start.tzinfo is UTC for each in found)
    assert [f"{each.start.astimezone(AMSTERDAM):%H:%M}" for each in found] == ["09:00", "09:00"]
    assert {each.end - each.start for each in found} == {timedelta(hours=3)}


@pytest.mark.parametrize(
    ("on", "utc"),
    [("2027-03-28", "2027-03-28T01:30:00+00:00"), ("2026-10-25", "2026-10-25T00:30:00+00:00")],
)
def test_a_start_that_is_skipped_or_comes_twice_is_read_as_the_standard_says(
    on: str, utc: str
) -> None:
    nightly = schedule(rrule="FREQ=DAILY", start="02:30", duration_minutes=60)
    day = date.fromisoformat(on)
    assert [each.start.isoformat() for each in occurrences(nightly, AMSTERDAM, day, day)] == [utc]


def test_hours_past_midnight_belong_to_the_day_they_start_on() -> None:
    late = {"start": "22:00", "duration_minutes": 240}
    assert starts("2026-12-01", "2026-12-01", **late) == ["2026-12-01 22:00"]
    assert starts("2026-12-02", "2026-12-02", **late) == []


def test_a_zone_behind_utc_keeps_its_own_dates() -> None:
    paramaribo = ZoneInfo("America/Paramaribo")
    day = date(2026, 12, 1)
    found = occurrences(schedule(start="22:00"), paramaribo, day, day)
    assert [each.start.isoformat() for each in found] == ["2026-12-02T01:00:00+00:00"]


def test_openings_come_by_start_then_by_the_order_of_the_workers() -> None:
    both = with_hours(
        hours(id="later", worker="jeroen", modes=["phone"]),
        hours(id="first", start="08:30", duration_minutes=30, slot_minutes=10),
        hours(id="equal"),
    )
    found = openings(both, date(2026, 11, 24), date(2026, 11, 24))
    assert [each.schedule for each in found] == ["first", "equal", "later"]


def test_an_opening_says_what_its_schedule_says() -> None:
    one = with_hours(hours(id="walk", bookable=False, modes=["school", "phone"], room="Aula"))
    [found] = openings(one, date(2026, 11, 24), date(2026, 11, 24))
    assert found == Opening(
        worker=FATIMA,
        school=one.schools[0].id,
        schedule=one.schedules[0].id,
        room="Aula",
        span=span("09:00", "12:00"),
        slot_minutes=20,
        modes=(Mode.SCHOOL, Mode.PHONE),
        bookable=False,
        walk_in=True,
    )


def opening(**changes: Any) -> Opening:
    [found] = openings(with_hours(hours(**changes)), date(2026, 11, 24), date(2026, 11, 24))
    return found


LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "busy", "earliest", "expected"),
    [
        ({"duration_minutes": 60}, [], LONG_AGO, ["09:00", "09:20", "09:40"]),
        ({"duration_minutes": 55}, [], LONG_AGO, ["09:00", "09:20"]),
        ({"duration_minutes": 60, "slot_minutes": 25}, [], LONG_AGO, ["09:00", "09:25"]),
        ({"duration_minutes": 60}, [span("09:20", "09:40")], LONG_AGO, ["09:00", "09:40"]),
        ({"duration_minutes": 60}, [span("09:15", "09:25")], LONG_AGO, ["09:40"]),
        ({"duration_minutes": 60}, [span("08:00", "13:00")], LONG_AGO, []),
        (
            {"duration_minutes": 60},
            [span("09:55", "10:30"), span("08:40", "09:05")],
            LONG_AGO,
            ["09:20"],
        ),
        ({"duration_minutes": 60}, [], at("2026-11-24 09:20"), ["09:20", "09:40"]),
        ({"duration_minutes": 60}, [], at("2026-11-24 09:21"), ["09:40"]),
        ({"duration_minutes": 60, "bookable": False}, [], LONG_AGO, []),
    ],
)
def test_slots_are_cut_from_the_start_minus_what_is_taken(
    changes: dict[str, Any], busy: list[Span], earliest: datetime, expected: list[str]
) -> None:
    found = slots(opening(**changes), busy, earliest)
    assert [wall(each.span.start)[11:] for each in found] == expected


def test_a_slot_knows_with_whom_where_and_how() -> None:
    [first, *_] = slots(opening(modes=["school"]), [], LONG_AGO)
    assert (first.worker, first.school, first.room) == ("fatima", "linde", "B2")
    assert first.modes == (Mode.SCHOOL,)
    assert first.span.end - first.span.start == timedelta(minutes=20)


def free(worker: WorkerId, start: str) -> Slot:
    begin = at(f"2026-11-24 {start}")
    school = programme().schools[0].id
    return Slot(worker, school, "B2", Span(begin, begin + timedelta(minutes=20)), (Mode.SCHOOL,))


def told(found: list[Slot]) -> list[tuple[str, str]]:
    return [(wall(each.span.start)[11:], each.worker) for each in found]


def test_first_free_takes_one_slot_a_moment_in_order() -> None:
    given = [free(FATIMA, "10:00"), free(JEROEN, "09:00"), free(FATIMA, "09:00")]
    assert told(first_free(given, 3, LONG_AGO)) == [("09:00", "jeroen"), ("10:00", "fatima")]
    assert told(first_free(given, 1, LONG_AGO)) == [("09:00", "jeroen")]


def test_first_free_begins_at_the_moment_asked_for() -> None:
    given = [free(FATIMA, "09:00"), free(FATIMA, "09:20"), free(FATIMA, "09:40")]
    assert told(first_free(given, 3, at("2026-11-24 09:20"))) == [
        ("09:20", "fatima"),
        ("09:40", "fatima"),
    ]


def test_at_the_same_start_the_worker_with_less_that_day_is_preferred() -> None:
    given = [free(FATIMA, "09:00"), free(JEROEN, "09:00")]
    busy = {FATIMA: [span("11:00", "11:20")], JEROEN: []}
    assert told(first_free(given, 1, LONG_AGO, busy, AMSTERDAM)) == [("09:00", "jeroen")]


def test_what_is_taken_on_another_local_day_does_not_count() -> None:
    given = [free(FATIMA, "09:00"), free(JEROEN, "09:00")]
    night = Span(at("2026-11-25 00:10"), at("2026-11-25 00:30"))
    assert told(first_free(given, 1, LONG_AGO, {FATIMA: [night]}, AMSTERDAM)) == [
        ("09:00", "fatima")
    ]
    assert told(first_free(given, 1, LONG_AGO, {FATIMA: [night]}, UTC)) == [("09:00", "jeroen")]
