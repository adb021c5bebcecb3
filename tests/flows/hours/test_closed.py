"""Days without office hours."""

from datetime import date

import pytest

from flows.hours.closed import Region, closed_on, known_until


@pytest.mark.parametrize(
    ("on", "name"),
    [
        (date(2026, 12, 25), "Eerste kerstdag"),
        (date(2027, 1, 1), "Nieuwjaarsdag"),
        (date(2027, 3, 26), "Goede vrijdag"),
        (date(2027, 4, 27), "Koningsdag"),
        (date(2027, 5, 6), "Hemelvaartsdag"),
        (date(2030, 5, 5), "Bevrijdingsdag"),
    ],
)
def test_public_holidays_are_closed_in_every_region(on: date, name: str) -> None:
    for region in ("Noord", "Midden", "Zuid"):
        assert closed_on(region, on, on) == {on: name}


def test_an_ordinary_day_is_open_and_an_empty_window_closes_nothing() -> None:
    assert closed_on("Noord", date(2026, 11, 23), date(2026, 12, 4)) == {}
    assert closed_on("Noord", date(2026, 12, 26), date(2026, 12, 25)) == {}


def test_closed_days_ascend_across_the_turn_of_the_year() -> None:
    found = list(closed_on("Noord", date(2026, 12, 1), date(2027, 1, 31)))
    assert found == sorted(found)
    assert {date(2026, 12, 25), date(2027, 1, 1)} <= set(found)


@pytest.mark.parametrize(
    ("region", "first_on", "last_on"),
    [
        ("Noord", date(2027, 7, 12), date(2027, 8, 20)),
        ("Midden", date(2027, 7, 19), date(2027, 8, 27)),
        ("Zuid", date(2027, 7, 26), date(2027, 9, 3)),
    ],
)
def test_each_region_has_its_own_summer(region: Region, first_on: date, last_on: date) -> None:
    summer = [
        on
        for on, name in closed_on(region, date(2027, 7, 1), date(2027, 9, 30)).items()
        if name == "Zomervakantie" and on.weekday() < 5
    ]
    assert (summer[0], summer[-1]) == (first_on, last_on)


def test_a_public_holiday_within_a_break_keeps_its_own_name() -> None:
    found = closed_on("Noord", date(2026, 12, 24), date(2026, 12, 26))
    assert list(found.values()) == ["Kerstvakantie", "Eerste kerstdag", "Tweede kerstdag"]


def test_what_is_known_ends_with_the_last_whole_school_year() -> None:
    until = known_until("Noord")
    assert closed_on("Noord", until, until) == {until: "Zomervakantie"}
