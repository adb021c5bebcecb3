"""Whether somebody is there, on days that are not like others."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from tests.town import ZONE, Town, town

Build = Callable[[datetime], AbstractAsyncContextManager[Town]]


@pytest.fixture
def town_on(tmp_path: Path) -> Build:
    """A town on another day."""
    return partial(town, tmp_path)


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=ZONE)


async def test_with_the_building_closed_the_phone_goes_on_and_nobody_can_walk_in(
    town_on: Build,
) -> None:
    async with town_on(at("2027-01-19T08:30")) as there:
        noor = await there.pupil("Noor")

        assert (await noor.sees()).splitlines() == [
            "De Linde, dinsdag 19 januari.",
            "Het gebouw is vandaag dicht: nieuwe vloer.",
            "📞 Fatima: alleen bellen, 9 uur tot 12 uur.",
        ]

        await noor.taps("Eerste vrije tijd")
        assert "vr 22 jan" in (await noor.keys())[0]
        await noor.taps("Andere manier")
        await noor.taps("Bellen")
        assert "di 19 jan, 9 uur" in (await noor.keys())[0]
        await noor.taps("9 uur")
        assert "📞 Fatima belt je." in await noor.sees()


async def test_after_the_last_call_of_such_a_day_the_next_one_is_named(town_on: Build) -> None:
    async with town_on(at("2027-01-19T12:10")) as there:
        noor = await there.pupil("Noor")

        assert (await noor.sees()).splitlines() == [
            "De Linde, dinsdag 19 januari.",
            "Vandaag is de school dicht: nieuwe vloer.",
            "Anouk, alleen bellen: woensdag 20 januari, 9 uur.",
            "Nu iemand spreken? Vraag het hier:",
            "• Balie De Linde: +31 20 000 0001",
            "• Wijkteam Waterstad: +31 20 000 0100",
        ]


async def test_a_study_day_is_named_with_the_next_time_and_whom_to_ask(town_on: Build) -> None:
    async with town_on(at("2027-02-01T09:30")) as there:
        sam = await there.pupil("Sam", "vuurkever")

        assert (await sam.sees()).splitlines() == [
            "De Vuurkever, maandag 1 februari.",
            "Vandaag is de school dicht: studiedag.",
            "Daan is er weer op woensdag 3 februari, 9 uur.",
            "Nu iemand spreken? Vraag het hier:",
            "• Balie De Vuurkever: +31 20 000 0002",
            "• Wijkteam Waterstad: +31 20 000 0100",
        ]

        noor = await there.pupil("Noor", "linde")
        assert "Samira is er" in await noor.sees()


async def test_a_holiday_has_its_name_in_the_person_s_language(town_on: Build) -> None:
    async with town_on(at("2027-05-06T10:00")) as there:
        olena = await there.person("Olena", "en")
        await olena.scans("linde")
        await olena.taps("Parent")

        assert "The school is closed today: Ascension Day." in await olena.sees()
        assert "is there again on Friday 7 May, 9:00." in await olena.sees()
        assert "Balie De Linde" in await olena.sees()

        await olena.taps("This week")
        assert "🔒 Thu 6 May – closed: Ascension Day." in await olena.sees()
        assert "Fri 7 May – Jeroen" in await olena.sees()


async def test_hours_that_nobody_entered_yet_are_not_known_rather_than_nobody(
    town_on: Build,
) -> None:
    async with town_on(at("2027-09-07T09:30")) as there:
        noor = await there.pupil("Noor", "windkant")

        assert (await noor.sees()).splitlines() == [
            "De Windkant, dinsdag 7 september.",
            "We weten nog niet wie er vandaag is.",
            "Nu iemand spreken? Vraag het hier:",
            "• Balie De Windkant: +31 20 000 0007",
            "• Wijkteam Waterstad: +31 20 000 0100",
        ]

        await noor.taps("Deze week")
        assert "We weten nog niet wie er deze week is." in await noor.sees()
        assert "niemand" not in await noor.sees()
        assert "Balie De Windkant" in await noor.sees()


async def test_the_last_day_of_known_hours_says_that_what_follows_is_not_known(
    town_on: Build,
) -> None:
    async with town_on(at("2027-07-09T13:00")) as there:
        noor = await there.pupil("Noor", "windkant")

        assert "Vandaag is er niemand meer." in await noor.sees()
        assert "We weten nog niet wanneer er weer iemand is." in await noor.sees()


async def test_on_a_saturday_nobody_is_there_and_the_week_begins_with_monday(
    town_on: Build,
) -> None:
    async with town_on(at("2026-11-28T11:00")) as there:
        noor = await there.pupil("Noor")

        assert "Vandaag is er niemand.\nSamira is er weer op maandag 30 november, 9 uur." in (
            await noor.sees()
        )
