"""Closed days of a school: holidays and [[closures]], what they close and why."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from flows.hours.almanac import Almanac
from flows.hours.closed import Region, closed_on
from flows.hours.closures import Closed, closed_days
from flows.hours.reasons import HOLIDAYS, why
from flows.model import Mode, SchoolId
from flows.programme import Programme
from flows.screen import Line
from tests.flows.hours.build import hours, programme, tables

LINDE, VUURKEVER = SchoolId("linde"), SchoolId("vuurkever")
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
CHRISTMAS = date(2026, 12, 25)
STUDY = {"nl": "studiedag", "en": "study day"}


def closure(**changes: Any) -> dict[str, Any]:
    return {"first_on": TUESDAY, "last_on": TUESDAY, "name": STUDY, **changes}


def closing(*closures: dict[str, Any], **about: Any) -> Programme:
    return programme(closures=list(closures), about={"name": "Inloop", "region": "Noord", **about})


def test_without_closures_only_holidays_are_closed() -> None:
    assert closed_days(programme(), LINDE, TUESDAY, TUESDAY) == {}
    assert closed_days(programme(), LINDE, CHRISTMAS, CHRISTMAS) == {
        CHRISTMAS: Closed("all", holiday="Eerste kerstdag")
    }


def test_a_closure_is_of_one_school_or_of_all() -> None:
    one, every = closing(closure(school="linde")), closing(closure())
    shut = {TUESDAY: Closed("all", names=STUDY)}
    assert closed_days(one, LINDE, TUESDAY, TUESDAY) == shut
    assert closed_days(one, VUURKEVER, TUESDAY, TUESDAY) == {}
    assert closed_days(every, VUURKEVER, TUESDAY, TUESDAY) == shut


@pytest.mark.parametrize(
    ("first_on", "last_on", "expected"),
    [
        (date(2026, 11, 1), date(2026, 11, 23), 0),
        (date(2026, 11, 1), date(2026, 11, 24), 1),
        (date(2026, 11, 25), date(2026, 11, 26), 2),
        (date(2026, 11, 27), date(2026, 12, 1), 1),
        (date(2026, 11, 28), date(2026, 12, 1), 0),
        (date(2026, 12, 1), date(2026, 11, 1), 0),
    ],
)
def test_both_dates_of_a_closure_are_closed(first_on: date, last_on: date, expected: int) -> None:
    held = closing(closure(last_on=date(2026, 11, 27)))
    assert len(closed_days(held, LINDE, first_on, last_on)) == expected


@pytest.mark.parametrize(
    ("closures", "about", "expected"),
    [
        ([closure(school="linde", name={"nl": "hier"}), closure()], {}, "hier"),
        ([closure(), closure(school="linde", name={"nl": "hier"})], {}, "hier"),
        (
            [closure(school="linde", closes="building", name={"nl": "hier"}), closure()],
            {},
            "studiedag",
        ),
        ([closure(), closure(closes="building", name={"nl": "vloer"})], {}, "studiedag"),
        ([closure(closes="building", name={"nl": "vloer"}), closure()], {}, "studiedag"),
    ],
)
def test_what_closes_all_comes_first_then_what_is_nearest(
    closures: list[dict[str, Any]], about: dict[str, Any], expected: str
) -> None:
    found = closed_days(closing(*closures, **about), LINDE, TUESDAY, TUESDAY)
    assert found[TUESDAY].closes == "all"
    assert why(found[TUESDAY], "nl") == expected


def test_a_closure_goes_before_a_holiday_unless_the_holiday_closes_more() -> None:
    shut = closure(first_on=CHRISTMAS, last_on=CHRISTMAS)
    [by_name] = closed_days(closing(shut), LINDE, CHRISTMAS, CHRISTMAS).values()
    assert by_name.names == STUDY
    building = closing({**shut, "closes": "building"})
    [by_holiday] = closed_days(building, LINDE, CHRISTMAS, CHRISTMAS).values()
    assert by_holiday == Closed("all", holiday="Eerste kerstdag")


def test_holidays_may_close_the_building_only() -> None:
    held = programme(
        about={"name": "Inloop", "region": "Noord", "holidays_close": "building"},
        workers=[
            {"id": "fatima", "name": "F", "provider": "zeilvast", "modes": ["school", "phone"]}
        ],
        schedules=[
            hours(rrule="FREQ=DAILY", modes=["school", "phone"]),
            hours(id="b", rrule="FREQ=DAILY", start="13:00"),
        ],
        coordinators=[],
    )
    [left] = Almanac(held, 28).at_school(LINDE, CHRISTMAS, CHRISTMAS)
    assert (left.modes, left.walk_in) == ((Mode.PHONE,), False)


def test_the_almanac_leaves_out_what_is_closed_at_that_school_only() -> None:
    both = [hours(), hours(id="b", worker="jeroen", school="vuurkever", modes=["phone"])]
    held = Programme.model_validate(
        tables(schedules=both, closures=[closure(school="linde", closes="building")])
    )
    almanac = Almanac(held, 28)
    assert almanac.at_school(LINDE, TUESDAY, TUESDAY) == []
    assert len(almanac.at_school(VUURKEVER, TUESDAY, TUESDAY)) == 1


@pytest.mark.parametrize(
    ("names", "language", "expected"),
    [
        (STUDY, "nl", "studiedag"),
        (STUDY, "en", "study day"),
        (STUDY, "tr", "studiedag"),
        ({"en": "study day"}, "tr", "study day"),
    ],
)
def test_a_closure_is_called_as_the_config_says(
    names: Mapping[str, str], language: str, expected: str
) -> None:
    assert why(Closed("all", names=names), language) == expected


def test_a_holiday_is_said_in_every_language_and_a_new_one_in_dutch() -> None:
    assert why(Closed("all", holiday="Koningsdag"), "en") == Line("holiday-king")
    assert why(Closed("all", holiday="Vrije dag"), "en") == "Vrije dag"


@pytest.mark.parametrize("region", ["Noord", "Midden", "Zuid"])
def test_every_name_that_the_library_gives_is_known(region: Region) -> None:
    given = set(closed_on(region, date(2026, 1, 1), date(2031, 12, 31)).values())
    assert given == HOLIDAYS.keys()
