"""`inloop hours`: a week as the bot would tell it."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from bot.config import Config, load
from bot.demo.run import PROGRAMME
from bot.errors import OperatorError
from bot.hours import Form, week_of_hours

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def config() -> Config:
    return load(PROGRAMME, {}, fill={"telegram": {"token": "1:demo"}})


def told(config: Config, school: str, week: str, form: Form = "text") -> str:
    return week_of_hours(config, school, week, form, NOW).decode()


def values(config: Config, school: str, week: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told(config, school, week, "json"))
    return found


def test_an_ordinary_week_in_words_with_what_only_the_operator_needs(config: Config) -> None:
    assert told(config, "vuurkever", "2026-W48").splitlines() == [
        "De Vuurkever: wie is er?",
        "ma 23 nov – Fatima, 9 uur tot 13 uur. Kamer 4."
        " [school, phone; bookable and walk-in; schedule vuurkever-ma-fatima]",
        "wo 25 nov – Daan, 9 uur tot 12 uur. Kamer 4."
        " [school; bookable and walk-in; schedule vuurkever-wo-daan]",
        "vr 27 nov – Lotte, 10 uur tot 13 uur. Kamer 4."
        " [school, video; bookable and walk-in; schedule vuurkever-vr-lotte]",
    ]


def test_a_closed_day_stands_there_with_its_name(config: Config) -> None:
    lines = told(config, "vuurkever", "2027-W05").splitlines()
    assert lines[1] == "🔒 ma 1 feb – dicht: studiedag."
    assert len(lines) == 4


def test_with_the_building_closed_only_the_phone_is_left(config: Config) -> None:
    lines = told(config, "linde", "2027-W03").splitlines()
    assert "🔒 di 19 jan tot en met do 21 jan – gebouw dicht: nieuwe vloer." in lines
    assert (
        "di 19 jan – Fatima, alleen bellen, 9 uur tot 12 uur."
        " [phone; bookable; schedule linde-di-fatima]"
    ) in lines
    assert not any("Jeroen" in each for each in lines if each.startswith("di"))


def test_what_is_not_entered_is_not_nobody(config: Config) -> None:
    assert told(config, "windkant", "2027-W36") == (
        "De Windkant: wie is er?\nWe weten nog niet wie er deze week is.\n"
    )
    assert values(config, "windkant", "2027-W36")["known"] is False


def test_a_week_before_the_first_office_hours_has_nobody(config: Config) -> None:
    assert told(config, "windkant", "2025-W20").endswith("Deze week is er niemand.\n")


def test_as_json_every_opening_says_all_there_is(config: Config) -> None:
    week = values(config, "linde", "2027-W03")
    assert (week["school"], week["week"], week["known"]) == ("linde", "2027-W03", True)
    assert week["closed"][0] == {"on": "2027-01-19", "closes": "building", "name": "nieuwe vloer"}
    assert week["openings"][0] == {
        "on": "2027-01-18",
        "from": "09:00",
        "until": "12:00",
        "start": "2027-01-18T08:00:00+00:00",
        "end": "2027-01-18T11:00:00+00:00",
        "worker": "samira",
        "name": "Samira",
        "room": "B2",
        "modes": ["school", "phone", "video"],
        "bookable": True,
        "walk_in": True,
        "origin": "schedule",
        "schedule": "linde-ma-samira",
    }
    by_phone = next(each for each in week["openings"] if each["on"] == "2027-01-19")
    assert (by_phone["room"], by_phone["walk_in"]) == (None, False)


def test_a_holiday_is_named_in_the_first_language(config: Config) -> None:
    closed = values(config, "linde", "2026-W52")["closed"]
    assert {"on": "2026-12-25", "closes": "all", "name": "eerste kerstdag"} in closed


def test_hours_that_can_only_be_walked_in_say_so(config: Config) -> None:
    assert "[school; walk-in; schedule linde-do-samira]" in told(config, "linde", "2026-W48")


def test_the_calendar_is_read_back_by_another_reader(config: Config) -> None:
    raw = week_of_hours(config, "linde", "2027-W03", "ics", NOW)
    assert all(line.endswith(b"\r") for line in raw.split(b"\n")[:-1])
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    calendar = Calendar.from_ical(raw)
    assert isinstance(calendar, Calendar)
    assert (calendar["version"], bool(calendar["prodid"])) == ("2.0", True)
    events = calendar.walk("VEVENT")
    week = values(config, "linde", "2027-W03")
    assert len({str(each["uid"]) for each in events}) == len(events)
    assert all(each.decoded("dtstamp") == NOW for each in events)
    openings = [each for each in events if isinstance(each.decoded("dtstart"), datetime)]
    assert [(each.decoded("dtstart"), each.decoded("dtend")) for each in openings] == [
        (datetime.fromisoformat(each["start"]), datetime.fromisoformat(each["end"]))
        for each in week["openings"]
    ]
    assert openings[0]["summary"] == "Samira, De Linde"
    assert openings[0]["location"] == "B2, Lindekade 12, Waterstad"
    closed = [each for each in events if not isinstance(each.decoded("dtstart"), datetime)]
    assert [each.decoded("dtstart") for each in closed] == [
        date.fromisoformat(each["on"]) for each in week["closed"]
    ]
    assert {str(each["transp"]) for each in closed} == {"TRANSPARENT"}
    assert closed[0]["summary"] == "De Linde: gebouw dicht: nieuwe vloer"


def test_the_clocks_change_and_nine_stays_nine(config: Config) -> None:
    hours = [values(config, "linde", week)["openings"] for week in ("2027-W12", "2027-W13")]
    assert {each[1]["from"] for each in hours} <= {"09:00", "12:30"}
    starts = [next(x for x in each if x["schedule"] == "linde-di-fatima") for each in hours]
    assert [each["from"] for each in starts] == ["09:00", "09:00"]
    assert [each["start"][11:13] for each in starts] == ["08", "07"]


@pytest.mark.parametrize(
    ("school", "week", "sentence"),
    [
        ("eik", "2026-W48", "There is no school eik: the config lists linde, vuurkever,"),
        ("linde", "2026-W54", "2026-W54 is no week: write it as 2026-W47."),
        ("linde", "november", "november is no week"),
        ("linde", "", "is no week"),
    ],
)
def test_a_school_or_week_that_is_none_is_one_sentence(
    config: Config, school: str, week: str, sentence: str
) -> None:
    with pytest.raises(OperatorError) as refused:
        told(config, school, week)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)
