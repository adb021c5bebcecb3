"""Every way in which tables that are valid alone do not fit together."""

from typing import Any

import pytest

from flows.hours.advice import notes, warnings
from flows.hours.faults import faults, standing
from flows.hours.finding import Finding, Loc
from flows.programme import ref_of
from tests.flows.hours.build import TODAY, hours, programme, tables, with_hours

LINDE = {"id": "linde", "name": "De Linde", "address": "Kade 1", "code": "h4VqT9mZ"}
GROUP = {"title": {"nl": "Rust"}, "seats": 6}
FATIMA = {"id": "fatima", "name": "Fatima", "provider": "zeilvast", "modes": ["school"]}
TWINS = ("school-94398", "school-33168")


def closure(**changes: Any) -> dict[str, Any]:
    study_day = {"first_on": "2026-11-24", "last_on": "2026-11-24", "name": {"nl": "studiedag"}}
    return {**study_day, **changes}


def with_school(**changes: Any) -> dict[str, Any]:
    return {
        "schools": [*tables()["schools"], {**LINDE, "id": "derde", "code": "x9YbQ4tR", **changes}]
    }


def test_a_sound_programme_has_no_faults_and_no_advice_but_the_holidays() -> None:
    sound = with_hours(
        hours(), hours(worker="jeroen", school="vuurkever", modes=["phone"], start="12:00")
    )
    assert faults(sound, TODAY) == []
    assert notes(sound) == []
    assert {each.loc for each in warnings(sound, TODAY, 28)} <= {("programme", "region")}


CASES: list[tuple[str, dict[str, Any], Loc, str, str]] = [
    (
        "twice",
        {"providers": [{"id": "zeilvast", "name": "A"}, {"id": "zeilvast", "name": "B"}]},
        ("providers", 1, "id"),
        '"zeilvast" stands there twice',
        "rename",
    ),
    ("twice", with_school(id="linde"), ("schools", 2, "id"), "twice", "rename"),
    (
        "twice",
        {"schedules": [hours(), hours(start="14:00")]},
        ("schedules", 1, "id"),
        "twice",
        "rename",
    ),
    (
        "same number",
        {
            "schools": [
                *tables()["schools"],
                {**LINDE, "id": TWINS[0], "code": "x9YbQ4tR"},
                {**LINDE, "id": TWINS[1], "code": "y9YbQ4tR"},
            ]
        },
        ("schools", 3, "id"),
        "same number in buttons",
        "another id",
    ),
    ("code", with_school(code="h4VqT9mZ"), ("schools", 2, "code"), "same link code", "its own"),
    ("code", with_school(code="aaaaaaaa"), ("schools", 2, "code"), "guess", "random"),
    ("code", with_school(code="121212"), ("schools", 2, "code"), "guess", "random"),
    ("code", with_school(code="345678"), ("schools", 2, "code"), "guess", "random"),
    ("code", with_school(code="DERDE1"), ("schools", 2, "code"), "guess", "random"),
    (
        "code",
        with_school(id="de-lange-naam", code="delangenaam"),
        ("schools", 2, "code"),
        "guess",
        "random",
    ),
    *(
        ("staff code", with_school(staff_code=each), ("schools", 2, "staff_code"), "guess", "other")
        for each in ("aaaaaaaa", "DERDE1")
    ),
    (
        "staff code is the link's",
        with_school(code="q8LmZ3wR", staff_code="Q8lmz3wr"),
        ("schools", 2, "staff_code"),
        "with the link",
        "other",
    ),
    (
        "phone-free",
        with_school(phone_free=[{"start": "14:00", "end": "09:00"}]),
        ("schools", 2, "phone_free", 0, "end"),
        "before it starts",
        "swap",
    ),
    (
        "dangling",
        {"workers": [{**FATIMA, "provider": "niemand"}]},
        ("workers", 0, "provider"),
        'none of the providers has the id "niemand"',
        "zeilvast",
    ),
    (
        "dangling",
        {"schedules": [hours(worker="niemand")]},
        ("schedules", 0, "worker"),
        'none of the workers has the id "niemand"',
        "fatima, jeroen",
    ),
    (
        "dangling",
        {"schedules": [hours(school="nergens")]},
        ("schedules", 0, "school"),
        'none of the schools has the id "nergens"',
        "linde, vuurkever",
    ),
    (
        "dangling",
        {"coordinators": [{"id": "sanne", "name": "Sanne", "scope": "provider:weg"}]},
        ("coordinators", 0, "scope"),
        'none of the providers has the id "weg"',
        "zeilvast",
    ),
    (
        "dangling",
        {"coordinators": [{"id": "sanne", "name": "Sanne", "scope": "school:weg"}]},
        ("coordinators", 0, "scope"),
        'none of the schools has the id "weg"',
        "linde",
    ),
    (
        "closure of no school",
        {"closures": [closure(school="nergens")]},
        ("closures", 0, "school"),
        'none of the schools has the id "nergens"',
        "linde, vuurkever",
    ),
    (
        "closure that ends before it begins",
        {"closures": [closure(), closure(last_on="2026-11-23")]},
        ("closures", 1, "last_on"),
        "ends on 2026-11-23, before it begins on 2026-11-24",
        "swap",
    ),
    (
        "rule",
        {"schedules": [hours(rrule="FREQ=HOURLY")]},
        ("schedules", 0, "rrule"),
        "HOURLY",
        "duration_minutes",
    ),
    (
        "rule",
        {"schedules": [hours(rrule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]},
        ("schedules", 0, "rrule"),
        "gives no date",
        "BYMONTHDAY",
    ),
    (
        "rule",
        {"schedules": [hours(rrule="FREQ=WEEKLY;UNTIL=20260101T000000Z")]},
        ("schedules", 0, "rrule"),
        "gives no date",
        "UNTIL",
    ),
    (
        "slot",
        {"schedules": [hours(duration_minutes=15)]},
        ("schedules", 0, "slot_minutes"),
        "longer than the 15 minutes",
        "at most 15",
    ),
    (
        "mode",
        {"schedules": [hours(modes=["school", "video"])]},
        ("schedules", 0, "modes", 1),
        'fatima does not talk by "video"',
        "fatima",
    ),
    (
        "home",
        {
            "workers": [{**FATIMA, "modes": ["school", "home"]}],
            "schedules": [hours(modes=["school", "home"])],
        },
        ("schedules", 0, "modes"),
        "visits at home",
        "of its own",
    ),
    (
        "group by phone",
        {
            "workers": [{**FATIMA, "modes": ["school", "phone"]}],
            "schedules": [hours(modes=["school", "phone"], group=GROUP)],
        },
        ("schedules", 0, "group"),
        "a group that cannot be booked at school",
        '["school"]',
    ),
    (
        "group without booking",
        {"schedules": [hours(bookable=False, group=GROUP)]},
        ("schedules", 0, "group"),
        "a group that cannot be booked at school",
        "leave bookable out",
    ),
    (
        "overlap",
        {"schedules": [hours(), hours(id="b", start="11:55", school="vuurkever")]},
        ("schedules", 1, "start"),
        'overlaps "fatima-di" of the same worker on 2026-11-24',
        "move",
    ),
    (
        "overlap across midnight",
        {
            "schedules": [
                hours(start="22:00", duration_minutes=240),
                hours(id="b", rrule="FREQ=WEEKLY;BYDAY=WE", start="01:30"),
            ]
        },
        ("schedules", 1, "start"),
        "on 2026-11-25",
        "move",
    ),
    (
        "overlap of rules",
        {
            "schedules": [
                hours(),
                hours(id="b", rrule="FREQ=MONTHLY;BYMONTHDAY=15", start="10:00"),
            ]
        },
        ("schedules", 1, "start"),
        "on 2026-12-15",
        "move",
    ),
    (
        "overlap next year",
        {
            "schedules": [
                hours(id="b", first_on="2028-01-03"),
                hours(rrule="FREQ=MONTHLY;BYDAY=1TU"),
            ]
        },
        ("schedules", 1, "start"),
        "on 2028-01-04",
        "move",
    ),
]


@pytest.mark.parametrize(("name", "changes", "loc", "what", "remedy"), CASES)
def test_each_fault_is_found_alone_with_its_place_and_remedy(
    name: str, changes: dict[str, Any], loc: Loc, what: str, remedy: str
) -> None:
    found = faults(programme(**changes), TODAY)
    hits = [each for each in found if each.loc == loc]
    assert len(hits) == 1, (name, found)
    assert what in hits[0].what
    assert remedy in hits[0].remedy
    assert all(each.loc[0] != loc[0] or each.loc == loc for each in found), found


@pytest.mark.parametrize(
    "other",
    [
        hours(id="b", start="12:00"),
        hours(id="b", worker="jeroen", modes=["phone"]),
        hours(id="b", rrule="FREQ=WEEKLY;BYDAY=WE"),
        hours(id="b", rrule="FREQ=DAILY;COUNT=1", first_on="2026-09-01"),
    ],
)
def test_hours_that_never_meet_again_are_no_overlap(other: dict[str, Any]) -> None:
    assert faults(programme(schedules=[hours(), other]), TODAY) == []


def test_every_other_week_in_turn_is_no_overlap() -> None:
    even = hours(id="a", rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
    odd = hours(id="b", rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", first_on="2026-09-07")
    assert faults(programme(schedules=[even, odd]), TODAY) == []


def test_two_that_meet_each_week_are_told_once() -> None:
    three = [hours(), hours(id="b", start="10:00"), hours(id="c", start="13:00")]
    found = faults(programme(schedules=three), TODAY)
    assert [each.loc for each in found] == [("schedules", 1, "start")]


def test_three_that_meet_are_told_as_three_pairs() -> None:
    three = [hours(), hours(id="b", start="10:00"), hours(id="c", start="11:00")]
    found = faults(programme(schedules=three), TODAY)
    assert [each.loc[1] for each in found] == [1, 2, 2]


def test_a_date_added_by_hand_is_enough_for_a_rule_that_gives_none() -> None:
    lone = hours(rrule="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", rdates=["2026-12-01"])
    assert faults(programme(schedules=[lone]), TODAY) == []


def test_the_twins_have_one_number() -> None:
    assert ref_of(TWINS[0]) == ref_of(TWINS[1])


def test_an_id_of_a_table_that_could_not_be_read_is_neither_missing_nor_free() -> None:
    unread = {"schools": frozenset({"nergens", "linde"})}
    found = standing(programme(schedules=[hours(school="nergens")]), unread)
    assert [each.loc for each in found] == [("schools", 0, "id")]


def test_all_faults_are_told_at_once() -> None:
    broken = programme(
        **with_school(code="aaaaaa"),
        workers=[{**FATIMA, "provider": "weg"}],
        schedules=[hours(rrule="nonsense", worker="weg", duration_minutes=10)],
    )
    kinds = [each.loc for each in faults(broken, TODAY)]
    assert kinds == [
        ("schools", 2, "code"),
        ("workers", 0, "provider"),
        ("schedules", 0, "worker"),
        ("schedules", 0, "rrule"),
        ("schedules", 0, "rrule"),
        ("schedules", 0, "slot_minutes"),
    ]


def places(found: list[Finding]) -> set[Loc]:
    return {each.loc for each in found} - {("programme", "region")}


def test_what_is_seldom_meant_is_a_warning() -> None:
    odd = programme(
        schedules=[
            hours(start="06:55"),
            hours(id="b", start="20:00"),
            hours(id="c", start="19:00", rrule="FREQ=WEEKLY;BYDAY=WE"),
        ],
        coordinators=[],
    )
    assert places(warnings(odd, TODAY, 28)) == {
        ("schools", 1, "id"),
        ("workers", 1, "id"),
        ("schedules", 0, "start"),
        ("schedules", 1, "start"),
        ("coordinators",),
    }


def test_holidays_that_end_soon_or_are_unknown_are_a_warning() -> None:
    found = warnings(programme(), TODAY.replace(year=2060), 28)
    assert [each.loc for each in found if each.loc[0] == "programme"] == [("programme", "region")]
    assert "holidays" in found[0].what


def test_a_group_is_whole_so_it_has_no_rest() -> None:
    plan = programme(schedules=[hours(duration_minutes=70, group=GROUP)])
    assert faults(plan, TODAY) == []
    assert notes(plan) == []


def test_a_rest_that_is_no_slot_is_only_a_note() -> None:
    [note] = notes(programme(schedules=[hours(duration_minutes=50)]))
    assert note.loc == ("schedules", 0, "slot_minutes")
    assert note.what == "the last 10 minutes cannot be booked"
    assert "40" in note.remedy
    assert notes(programme(schedules=[hours(duration_minutes=50, bookable=False)])) == []


@pytest.mark.parametrize(
    ("changes", "rest"),
    [
        ({"duration_minutes": 60}, None),
        ({"duration_minutes": 60, "buffer_minutes": 10}, None),
        ({"duration_minutes": 75, "buffer_minutes": 5}, None),
        ({"duration_minutes": 70, "buffer_minutes": 5}, None),
        ({"duration_minutes": 85, "buffer_minutes": 5}, 10),
    ],
)
def test_a_buffer_behind_the_last_talk_is_no_rest(
    changes: dict[str, Any], rest: int | None
) -> None:
    found = [each.what for each in notes(programme(schedules=[hours(**changes)]))]
    assert found == ([f"the last {rest} minutes cannot be booked"] if rest else [])


@pytest.mark.parametrize(
    ("changes", "what", "remedy"),
    [
        ({"walk_in_share": 5}, "5 percent of 9 talks is none", "write more"),
        ({"walk_in_share": 100}, "all of the 9 talks are held back", "bookable = false"),
        ({"walk_in_share": 98}, "all of the 9 talks are held back", "bookable = false"),
        ({"walk_in_share": 25, "walk_in": False}, "nobody can walk in", "leave it out"),
        (
            {"walk_in_share": 25, "worker": "jeroen", "modes": ["phone"]},
            "nobody can walk in",
            "leave it out",
        ),
    ],
)
def test_a_share_that_means_nothing_is_a_warning(
    changes: dict[str, Any], what: str, remedy: str
) -> None:
    odd = programme(schedules=[hours(**changes)])
    [found] = [each for each in warnings(odd, TODAY, 28) if each.loc[-1] == "walk_in_share"]
    assert found.loc == ("schedules", 0, "walk_in_share")
    assert what in found.what
    assert remedy in found.remedy


@pytest.mark.parametrize(
    "changes", [{}, {"walk_in_share": 25}, {"walk_in_share": 5, "bookable": False}]
)
def test_a_share_that_means_something_is_none(changes: dict[str, Any]) -> None:
    found = warnings(programme(schedules=[hours(**changes)]), TODAY, 28)
    assert not [each for each in found if each.loc[-1] == "walk_in_share"]


def test_hours_that_end_within_the_horizon_are_a_warning_for_that_school() -> None:
    ending = programme(
        schedules=[
            hours(rrule="FREQ=WEEKLY;BYDAY=TU;UNTIL=20261203T225959Z"),
            hours(id="b", worker="jeroen", school="vuurkever", modes=["phone"]),
        ]
    )
    near = [each for each in warnings(ending, TODAY, 28) if each.loc[0] == "schools"]
    assert [each.loc for each in near] == [("schools", 0, "id")]
    assert near[0].what == 'no office hours at "linde" are entered from 2026-12-07 on'
    assert "[[schedules]]" in near[0].remedy
    assert places(warnings(ending, TODAY, 13)) == set()
    assert places(warnings(ending, TODAY, 14)) == {("schools", 0, "id")}
