"""`inloop hours`: a week as the bot would tell it."""

import asyncio
import json
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from bot.clock import system_clock
from bot.config import Config, load
from bot.demo.run import PROGRAMME
from bot.errors import OperatorError
from bot.hours import Form, week_of_hours
from flows.changes import NO_CHANGES, Changes, Closing, Departure
from flows.model import Absence, Mode, Opening, Origin, ScheduleId, SchoolId, Span, WorkerId
from flows.programme import Rrule
from tests.bot.office import Office
from tests.bot.shell import Shell
from tests.databases import opened

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def config() -> Config:
    return load(PROGRAMME, {}, fill={"telegram": {"token": "1:demo"}})


def told(
    config: Config, school: str, week: str, form: Form = "text", changes: Changes = NO_CHANGES
) -> str:
    return week_of_hours(config, school, week, form, NOW, changes).decode()


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
        "group": None,
        "origin": "schedule",
        "schedule": "linde-ma-samira",
    }
    by_phone = next(each for each in week["openings"] if each["on"] == "2027-01-19")
    assert (by_phone["room"], by_phone["walk_in"]) == (None, False)


def test_a_group_is_told_with_its_title_and_its_seats(config: Config) -> None:
    week = values(config, "linde", "2026-W48")
    [held] = [each for each in week["openings"] if each["group"]]
    assert held["group"] == {"title": "Rust in je hoofd", "seats": 6, "audiences": ["pupil"]}
    assert (held["bookable"], held["walk_in"]) == (True, False)
    said = told(config, "linde", "2026-W48")
    assert "👥 do 26 nov – Rust in je hoofd, 12:15 uur tot 13:15 uur, met Fatima." in said
    assert "[school; a group of 6; schedule linde-do-groep]" in said


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


def local(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=ZoneInfo("Europe/Amsterdam")).astimezone(UTC)


def test_every_origin_and_who_is_away_stand_there(config: Config) -> None:
    fatima, monday = WorkerId("fatima"), date(2026, 11, 23)
    [like] = [each for each in config.programme.schedules if each.id == "vuurkever-ma-fatima"]
    brought = like.model_copy(update={"id": ScheduleId("i-1"), "room": "Kamer 5"})
    said = like.model_copy(
        update={"id": ScheduleId("c-1"), "rrule": Rrule("FREQ=WEEKLY;BYDAY=TH"), "room": "Kamer 6"}
    )
    once = Opening(
        worker=fatima,
        school=SchoolId("vuurkever"),
        schedule=None,
        room="Aula",
        span=Span(local(27, 14), local(27, 15)),
        slot_minutes=20,
        modes=(Mode.SCHOOL,),
        bookable=True,
        walk_in=True,
        origin=Origin.EXTRA,
    )
    changes = Changes(
        schedules=(brought, said),
        origins={brought.id: Origin.IMPORT, said.id: Origin.CHAT},
        ends={like.id: monday - timedelta(days=1)},
        extras=(once,),
        absences=(Absence(WorkerId("daan"), Span(local(25, 0), local(26, 0))),),
    )
    assert told(config, "vuurkever", "2026-W48", changes=changes).splitlines() == [
        "De Vuurkever: wie is er?",
        "ma 23 nov – Fatima, 9 uur tot 13 uur. Kamer 5."
        " [school, phone; bookable and walk-in; import i-1]",
        "do 26 nov – Fatima, 9 uur tot 13 uur. Kamer 6."
        " [school, phone; bookable and walk-in; chat c-1]",
        "vr 27 nov – Lotte, 10 uur tot 13 uur. Kamer 4."
        " [school, video; bookable and walk-in; schedule vuurkever-vr-lotte]",
        "vr 27 nov – Fatima, 14 uur tot 15 uur. Aula. [school; bookable and walk-in; extra]",
        "Daan is er niet op woensdag 25 november."
        " [school; bookable and walk-in; schedule vuurkever-wo-daan]",
    ]
    week = json.loads(told(config, "vuurkever", "2026-W48", "json", changes))
    assert [each["origin"] for each in week["openings"]] == ["import", "chat", "schedule", "extra"]
    assert [(each["worker"], each["from"]) for each in week["away"]] == [("daan", "09:00")]


def test_a_storm_closes_the_week_and_who_left_is_gone(config: Config) -> None:
    storm = Closing(SchoolId("vuurkever"), date(2026, 11, 23), date(2026, 11, 24), "all", NOW)
    left = (Departure(WorkerId("daan"), "Daan"),)
    lines = told(
        config, "vuurkever", "2026-W48", changes=Changes(closings=(storm,), departures=left)
    ).splitlines()
    assert lines[1].startswith("🔒 ma 23 nov tot en met di 24 nov – dicht")
    assert [each[:6] for each in lines[2:]] == ["vr 27 "]


def test_the_command_tells_what_stands_in_the_database(shell: Shell) -> None:
    office = Office(shell.folder)
    opening = office.ahead(system_clock(), 3)
    on = opening.span.start.date()
    words = ("hours", "--school", "linde", "--week", f"{on:%G-W%V}")
    before = shell(*words)
    assert (before.code, before.err) == (0, "")
    assert "Fatima, 9 uur" in before.out

    assert shell("away", "fatima", "--from", f"{on}", "--until", f"{on}").code == 0

    assert "Fatima is er niet op" in shell(*words).out
    assert "Fatima, 9 uur" not in shell(*words).out


def test_of_a_past_week_the_database_still_knows(shell: Shell) -> None:
    office = Office(shell.folder)

    async def closes() -> None:
        async with opened(office.url) as store, store.work() as work:
            week = date(2026, 9, 14)
            await work.hours.add_closing(Closing(SchoolId("linde"), week, week, "all", NOW))
            await work.commit()

    asyncio.run(closes())
    assert "🔒 ma 14 sep – dicht" in shell("hours", "--school", "linde", "--week", "2026-W38").out


def test_without_a_usable_database_the_config_is_told_and_it_is_said(shell: Shell) -> None:
    words = ("hours", "--school", "linde", "--week", "2026-W48")
    nothing = shell(*words)
    assert (nothing.code, nothing.err) == (
        0,
        "The database holds nothing yet: told is what the config says.\n",
    )
    assert list(shell.content()) == ["config.toml"]

    office = Office(shell.folder)
    with closing(sqlite3.connect(office.folder / "inloop.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    newer = shell(*words)
    assert newer.err.startswith("The database is of a newer Inloop: install that version")
    assert newer.err.endswith("Told is what the config says.\n")
    assert "Fatima, 9 uur" in newer.out
    assert newer.code == 0
