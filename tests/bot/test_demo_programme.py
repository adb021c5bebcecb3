"""The demo's programme shows every feature on any weekday."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.config import Config, load
from flows.hours.advice import notes, warnings
from flows.hours.faults import faults
from flows.hours.rules import openings, slots
from flows.model import Mode, Opening, SchoolId
from flows.texts import known_languages

FILE = Path(__file__).parents[2] / "bot" / "demo" / "programme.toml"
LINDE = SchoolId("linde")
MONDAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def config() -> Config:
    return load(FILE, {}, fill={"telegram": {"token": "1:demo"}})


def at_linde(config: Config, on: date) -> list[Opening]:
    return [each for each in openings(config.programme, on, on) if each.school == LINDE]


def test_it_is_sound(config: Config) -> None:
    assert faults(config.programme, MONDAY) == []
    assert notes(config.programme) == []
    found = warnings(config.programme, MONDAY, 28)
    assert {each.loc for each in found} <= {("programme", "region")}


def test_it_speaks_every_language_there_is(config: Config) -> None:
    assert set(config.programme.about.languages) == set(known_languages())


def test_it_leaves_to_the_demo_what_the_demo_fills_in() -> None:
    text = FILE.read_text("utf-8")
    assert not any(table in text for table in ("\n[telegram]", "\n[database]", "\n[keys]"))


def test_it_has_the_people_and_places_that_the_demo_shows(config: Config) -> None:
    programme = config.programme
    assert programme.about.name == "Inloop Waterstad"
    assert programme.about.languages[:2] == ("nl", "en")
    assert programme.schools[0].id == LINDE
    assert len(programme.schools) >= 6
    assert len(programme.providers) >= 7
    there = [each.id for each in programme.workers_at(LINDE)]
    assert there == ["fatima", "jeroen", "samira", "mike", "anouk"]
    assert len(programme.workers) > len(there)
    assert {each.scope.partition(":")[0] for each in programme.coordinators} == {
        "programme",
        "provider",
        "school",
    }
    assert programme.coordinators[0].id == "sanne"


def test_every_table_is_filled_as_people_would_see_it(config: Config) -> None:
    programme = config.programme
    for school in programme.schools:
        assert school.phone_free, school.id
        assert school.contacts, school.id
        assert programme.workers_at(school.id), school.id
    for worker in programme.workers:
        assert worker.expertise.keys() >= {"nl", "en"}, worker.id
    assert {each.provider for each in programme.workers} == {
        each.id for each in programme.providers
    }
    assert programme.about.contacts


@pytest.mark.parametrize("weeks", [0, 1, 2, 30])
def test_somebody_is_at_linde_every_school_day_and_mostly_two(config: Config, weeks: int) -> None:
    days = [MONDAY + timedelta(weeks=weeks, days=n) for n in range(5)]
    workers = [len({each.worker for each in at_linde(config, on)}) for on in days]
    assert min(workers) >= 1
    assert sum(count >= 2 for count in workers) >= 4


def test_the_hours_of_a_day_reach_from_morning_to_afternoon(config: Config) -> None:
    for n in range(5):
        held = at_linde(config, MONDAY + timedelta(days=n))
        zone = config.programme.zone
        assert min(each.span.start for each in held).astimezone(zone).hour <= 9
        last = max(each.span.end for each in held).astimezone(zone)
        assert last.hour >= 13, last


def test_on_tuesday_fatima_has_the_morning_and_jeroen_the_afternoon(config: Config) -> None:
    held = at_linde(config, MONDAY + timedelta(days=1))
    zone = config.programme.zone
    assert [
        (each.worker, f"{each.span.start.astimezone(zone):%H:%M}", each.slot_minutes)
        for each in held
    ] == [("fatima", "09:00", 20), ("jeroen", "12:30", 20)]
    assert len(slots(held[0], [], held[0].span.start)) == 9


def test_every_sort_of_office_hours_is_there(config: Config) -> None:
    schedules = [each for each in config.programme.schedules if each.school == LINDE]
    rules = [each.rrule for each in schedules]
    assert any("INTERVAL=2" in rule for rule in rules)
    assert any("BYDAY=1MO" in rule for rule in rules)
    assert Counter(each.bookable for each in schedules)[False] == 1
    assert all(each.walk_in for each in schedules if not each.bookable)
    assert any({Mode.PHONE, Mode.VIDEO} <= set(each.modes) for each in schedules)


def test_a_parent_can_book_by_phone_on_another_day_of_the_week(config: Config) -> None:
    by_phone = {
        (MONDAY + timedelta(days=n)).weekday()
        for n in range(5)
        for each in at_linde(config, MONDAY + timedelta(days=n))
        if each.bookable and Mode.PHONE in each.modes
    }
    assert by_phone == {0, 1, 2, 3, 4}
