"""A table of hours: what its rows say, what is wrong with it, what it changes."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.changes import Changes, Departure
from flows.hours.almanac import Almanac
from flows.model import Origin, ScheduleId, WorkerId
from flows.planning.importing import Entry, Plan, misfits, plan_of, provisional_id, up_to
from flows.planning.sheets import COLUMNS, Row, Sheet, Trouble, read
from flows.programme import Programme, Schedule
from tests.flows.hours.build import AMSTERDAM, TODAY, hours, programme, schedule

HEADER = "worker,school,room,weekday,first_on,start,end"
PLAIN = "fatima,linde,B2,di,2026-12-01,09:00,12:00"
TUESDAYS = "FREQ=WEEKLY;BYDAY=TU"
VALUES = {
    "worker": "fatima",
    "school": "linde",
    "room": "B2",
    "rrule": TUESDAYS,
    "first_on": date(2026, 12, 1),
    "start": time(9),
    "duration_minutes": 180,
}


def only(text: str) -> Row:
    sheet = read(text)
    assert sheet.troubles == ()
    [row] = sheet.rows
    return row


def with_column(name: str, cell: str) -> Sheet:
    """The plain table with one column more, or another value in one it has."""
    names, cells = HEADER.split(","), PLAIN.split(",")
    if name in names:
        cells[names.index(name)] = cell
    else:
        names, cells = [*names, name], [*cells, cell]
    return read(f"{','.join(names)}\n{','.join(cells)}\n")


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADER}\n{PLAIN}\n",
        f"{HEADER}\n{PLAIN}",
        f"{HEADER}\r\n{PLAIN}\r\n\r\n,,,,,,\r\n",
        f"\n{HEADER.upper()}\n\n{PLAIN}\n",
        f"{HEADER}\n{PLAIN}\n".replace(",", ";"),
        f"{HEADER}\n{PLAIN}\n".replace(",", " ; "),
        "end,start,first_on,weekday,room,school,worker\n"
        "12:00,09:00,2026-12-01,Tuesday,B2,linde,fatima\n",
        f'{HEADER}\nfatima,linde,"B2",DINSDAG,1-12-2026,9:00,12:00:00\n',
        f"{HEADER},modes,slot_minutes\n{PLAIN},,\n",
    ],
    ids=[
        "comma",
        "no end of line",
        "crlf",
        "capitals",
        "semicolon",
        "spaces",
        "order",
        "dutch",
        "empty",
    ],
)
def test_the_same_hours_in_all_the_ways_spreadsheets_write_them(text: str) -> None:
    row = only(text)
    assert (row.values, row.last_on, row.sound) == (VALUES, None, True)


@pytest.mark.parametrize(
    ("names", "day"),
    [
        ("mo ma Monday maandag", "MO"),
        ("tu di tuesday Dinsdag", "TU"),
        ("we wo wednesday woensdag", "WE"),
        ("th do thursday DONDERDAG", "TH"),
        ("fr vr friday vrijdag", "FR"),
        ("sa za saturday zaterdag", "SA"),
        ("su zo sunday zondag", "SU"),
    ],
)
def test_weekdays_in_two_languages(names: str, day: str) -> None:
    for name in names.split():
        [row] = with_column("weekday", name).rows
        assert row.values["rrule"] == f"FREQ=WEEKLY;BYDAY={day}"


def test_a_rule_in_place_of_a_weekday() -> None:
    text = f"{HEADER}\n{PLAIN}\n".replace("weekday", "rrule").replace(
        "di", "FREQ=MONTHLY;BYDAY=2TU"
    )
    assert only(text).values["rrule"] == "FREQ=MONTHLY;BYDAY=2TU"
    both = f"{HEADER},rrule\n{PLAIN},\nfatima,linde,B2,,2026-12-01,13:00,14:00,FREQ=DAILY\n"
    assert [each.values["rrule"] for each in read(both).rows] == [TUESDAYS, "FREQ=DAILY"]


@pytest.mark.parametrize(
    ("name", "cell", "value"),
    [
        ("slot_minutes", "25", "25"),
        ("modes", "school phone", ["school", "phone"]),
        ("modes", "School|phone | video", ["school", "phone", "video"]),
        ("bookable", "nee", False),
        ("walk_in", "WAAR", True),
        ("walk_in_share", "50", "50"),
    ],
)
def test_what_need_not_be_said(name: str, cell: str, value: Any) -> None:
    [row] = with_column(name, cell).rows
    assert row.values == {**VALUES, name: value}


def test_a_last_date_is_kept_beside_the_rule() -> None:
    [row] = with_column("last_on", "9-7-2027").rows
    assert (row.values, row.last_on) == (VALUES, date(2027, 7, 9))


@pytest.mark.parametrize(
    ("name", "cell", "what"),
    [
        ("worker", "", "is missing"),
        ("room", " ", "is missing"),
        ("weekday", "", "is missing"),
        ("weekday", "dimanche", "is no weekday"),
        ("rrule", "FREQ=DAILY", "stands beside a weekday"),
        ("first_on", "12/01/2026", "is no date of this century"),
        ("first_on", "20261201", "is no date of this century"),
        ("first_on", "31-2-2027", "is no date of this century"),
        ("first_on", "1970-01-01", "is no date of this century"),
        ("last_on", "9999-12-31", "is no date of this century"),
        ("last_on", "2026-11-30", "lies before first_on"),
        ("start", "32400", "is no time on the five minutes"),
        ("start", "9", "is no time on the five minutes"),
        ("start", "9:03", "is no time on the five minutes"),
        ("end", "24:00", "is no time on the five minutes"),
        ("end", "9:00", "is not later than start"),
        ("end", "17:05", "is more than eight hours after start"),
        ("bookable", "maybe", "is neither yes nor no"),
        ("colour", "", "unknown column"),
    ],
)
def test_a_cell_that_cannot_be_used_is_told_with_its_line(name: str, cell: str, what: str) -> None:
    [trouble] = with_column(name, cell).troubles
    assert (trouble.line, trouble.column, trouble.what) == (
        1 if what == "unknown column" else 2,
        name,
        what,
    )
    assert trouble.remedy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(1, "", "there is no header line")]),
        (" \n;;\n", [(1, "", "there is no header line")]),
        (f"\n{HEADER}\n", [(2, "", "no hours follow")]),
        (f"{HEADER},room\n{PLAIN},\n", [(1, "room", "this column stands there twice")]),
        (f"{HEADER}\n{PLAIN},x\n", [(2, "", "has more cells than the header")]),
        (f"{HEADER}\n{PLAIN}\0\n", [(2, "", "is no text")]),
        (
            "worker,school\nfatima,linde\nsam,\n",
            [
                *((1, each, "this column is missing") for each in ("room", "first_on", "start")),
                *((1, each, "this column is missing") for each in ("end", "weekday")),
                (3, "school", "is missing"),
            ],
        ),
        (
            f'{HEADER}\n"fatima,linde\n{PLAIN}\n',
            [(2, name, "is missing") for name in ("school", "room", "first_on", "start", "end")]
            + [(2, "weekday", "is missing")],
        ),
    ],
)  # fmt: skip
def test_a_table_that_is_none(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert [each[:3] for each in read(text).troubles] == expected


def test_lines_are_counted_past_cells_of_several_lines() -> None:
    text = f'{HEADER}\nfatima,linde,"B2\nleft",di,2026-12-01,09:00,12:00\n\nfatima,linde\n'
    sheet = read(text)
    assert [each.line for each in sheet.rows] == [2, 5]
    assert {each.line for each in sheet.troubles} == {5}


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    sheet = read(text)
    assert sheet.troubles or all(each.sound for each in sheet.rows)


@given(st.lists(st.dictionaries(st.sampled_from(COLUMNS), st.text(max_size=12)), max_size=3))
def test_no_cell_is_too_odd(lines: list[dict[str, str]]) -> None:
    rows = [";".join(each.get(name, "") for name in COLUMNS) for each in lines]
    sheet = read("\n".join([";".join(COLUMNS), *rows]))
    told = {each.line for each in sheet.troubles}
    assert all(each.sound or each.line in told for each in sheet.rows)


def entry(line: int = 2, **changes: Any) -> Entry:
    return Entry(line, schedule(**{"first_on": date(2026, 12, 1), **changes, "id": f"line-{line}"}))


def almanac(*imported: Schedule, plan: Programme | None = None, **changes: Any) -> Almanac:
    """The small programme, and hours that an earlier import brought."""
    origins = {each.id: Origin.IMPORT for each in imported}
    kept = Changes(schedules=imported, origins=origins, **changes)
    return Almanac(plan or programme(), 28, kept)


def told(plan: Plan) -> tuple[list[tuple[str, date]], list[int], list[int]]:
    return (
        [(schedule.id, last_on) for schedule, last_on in plan.ends],
        [each.line for each in plan.begins],
        [each.line for each in plan.stands],
    )


EVE = date(2026, 11, 30)
BROUGHT = schedule(id="i-1", first_on=date(2026, 12, 1))
OTHERS = schedule(id="i-2", first_on=date(2026, 12, 1), start="13:00", duration_minutes=60)


def test_hours_so_far_end_the_day_before_the_first_of_worker_and_school() -> None:
    rows = [
        entry(2, first_on=date(2027, 1, 5), start="13:00"),
        entry(3),
        entry(4, first_on=date(2027, 2, 2), start="15:00"),
    ]
    assert told(plan_of(rows, almanac())) == ([("fatima-di", EVE)], [2, 3, 4], [])


def test_hours_elsewhere_and_of_others_stay() -> None:
    rows = [entry(2, school="vuurkever", start="13:00"), entry(3, worker="jeroen")]
    assert told(plan_of(rows, almanac())) == ([], [2, 3], [])


def test_groups_stay_for_a_table_holds_none() -> None:
    group = hours(id="rust", start="14:00", group={"title": {"nl": "Rust"}, "seats": 6})
    with_group = programme(schedules=[hours(), group])
    assert told(plan_of([entry()], almanac(plan=with_group))) == ([("fatima-di", EVE)], [2], [])


def test_what_an_import_brought_stays_where_it_stands_just_so() -> None:
    ends = {ScheduleId("fatima-di"): EVE}
    assert told(plan_of([entry()], almanac(BROUGHT, ends=ends))) == ([], [], [2])
    assert told(
        plan_of([entry(), entry(3, room="C3", start="13:00")], almanac(BROUGHT, ends=ends))
    ) == (
        [],
        [3],
        [2],
    )


@pytest.mark.parametrize(
    "change",
    [
        {"room": "C3"},
        {"start": "09:30"},
        {"rrule": "FREQ=WEEKLY;BYDAY=WE"},
        {"duration_minutes": 120},
        {"bookable": False},
        {"first_on": date(2026, 12, 8)},
    ],
)
def test_what_changed_in_the_table_takes_the_place_of_what_was(change: dict[str, Any]) -> None:
    ends = {ScheduleId("fatima-di"): EVE}
    row = entry(**change)
    plan = plan_of([row], almanac(BROUGHT, ends=ends))
    eve = date.fromordinal(row.schedule.first_on.toordinal() - 1)
    assert told(plan) == ([("i-1", eve)], [2], [])


def test_what_is_no_longer_in_the_table_ends() -> None:
    ends = {ScheduleId("fatima-di"): EVE}
    assert told(plan_of([entry()], almanac(BROUGHT, OTHERS, ends=ends))) == (
        [("i-2", EVE)],
        [],
        [2],
    )


def test_an_end_that_was_said_earlier_is_not_put_off() -> None:
    earlier = {ScheduleId("fatima-di"): date(2026, 11, 24)}
    assert told(plan_of([entry()], almanac(ends=earlier))) == ([], [2], [])


def test_what_the_chat_ended_since_comes_again() -> None:
    ends = {ScheduleId("fatima-di"): EVE, ScheduleId("i-1"): date(2027, 1, 31)}
    assert told(plan_of([entry()], almanac(BROUGHT, ends=ends))) == ([("i-1", EVE)], [2], [])


def test_hours_of_the_config_that_say_the_same_give_way() -> None:
    same = programme(schedules=[hours(first_on=date(2026, 12, 1))])
    assert told(plan_of([entry()], almanac(plan=same))) == ([("fatima-di", EVE)], [2], [])


def test_hours_of_the_chat_that_say_the_same_give_way() -> None:
    said = Changes(
        schedules=(BROUGHT,),
        origins={BROUGHT.id: Origin.CHAT},
        ends={ScheduleId("fatima-di"): EVE},
    )
    assert told(plan_of([entry()], Almanac(programme(), 28, said))) == ([("i-1", EVE)], [2], [])


def test_what_overlaps_without_the_table_is_not_its_fault() -> None:
    there = hours(school="vuurkever"), hours(id="too", school="vuurkever", start="10:00")
    plan = programme(schedules=list(there))
    assert misfits([entry(start="14:00")], almanac(plan=plan), TODAY) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([entry()], []),
        ([entry(worker="samira")], [(2, "worker", 'none of the workers has the id "samira"')]),
        ([entry(start="13:00", school="eik")], [(2, "school", "none of the schools has the id")]),
        ([entry(rrule="FREQ=HOURLY")], [(2, "rrule", "FREQ=HOURLY is not one of")]),
        ([entry(slot_minutes=240)], [(2, "slot_minutes", "longer than the 180 minutes")]),
        ([entry(modes=["phone"])], [(2, "modes", 'fatima does not talk by "phone"')]),
        (
            [entry(2), entry(4, start="11:00")],
            [(4, "start", 'overlaps "line-2" of the same worker on 2026-12-01')],
        ),
        ([entry(2), entry(3, start="12:00")], []),
        (
            [entry(school="vuurkever", start="10:00")],
            [(2, "start", 'overlaps "fatima-di" of the same worker on 2026-12-01')],
        ),
        ([Entry(2, entry(school="vuurkever").schedule, sound=False)], []),
        (
            [entry(3, school="eik"), entry(2, worker="samira")],
            [(2, "worker", "none of"), (3, "school", "none of"), (3, "start", "overlaps")],
        ),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_by_line(
    rows: list[Entry], expected: list[tuple[int, str, str]]
) -> None:
    found = misfits(rows, almanac(), TODAY)
    assert [(each.line, each.column) for each in found] == [each[:2] for each in expected]
    assert all(
        each.what.startswith(what) for each, (_, _, what) in zip(found, expected, strict=True)
    )


def test_who_left_gets_no_hours() -> None:
    left = (Departure(WorkerId("fatima"), "Fatima"),)
    [trouble] = misfits([entry()], almanac(departures=left), TODAY)
    assert (trouble.column, trouble.what) == ("worker", "no longer works here (inloop reassign)")


@pytest.mark.parametrize(
    ("rrule", "last_on", "expected"),
    [
        (TUESDAYS, None, TUESDAYS),
        (TUESDAYS, date(2027, 7, 9), f"{TUESDAYS};UNTIL=20270709T215959Z"),
        (f"{TUESDAYS};COUNT=2", date(2027, 7, 9), f"{TUESDAYS};COUNT=2"),
        ("FREQ=NEVER", date(2027, 7, 9), "FREQ=NEVER"),
        ("FREQ=WEEKLY;BYDAY=TH", date(2026, 12, 2), None),
        (f"FREQ=YEARLY;BYYEARDAY={','.join(['300'] * 40)}", date(2027, 12, 31), None),
    ],
)
def test_the_last_date_becomes_the_rule_s(
    rrule: str, last_on: date | None, expected: str | None
) -> None:
    row = Row(2, VALUES, last_on, sound=True)
    held = schedule(id=provisional_id(2), first_on=date(2026, 12, 1), rrule=rrule)
    made = up_to(row, held, AMSTERDAM)
    if expected is None:
        assert isinstance(made, Trouble)
        assert made.column == "last_on"
    else:
        assert isinstance(made, Schedule)
        assert made.rrule == expected
