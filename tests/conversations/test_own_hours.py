"""A worker changes the own hours in the chat: extra, weekly, dropped, a meeting; and who booked."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from tests.town import ZONE, Chat, Town, town

Build = Callable[[datetime], AbstractAsyncContextManager[Town]]


@pytest.fixture
def town_on(tmp_path: Path) -> Build:
    """A town at another moment."""
    return partial(town, tmp_path)


async def opens(worker: Chat, *keys: str) -> None:
    """Go to the weekly hours and press on from there."""
    await is_here(worker)
    await worker.taps("Meer")
    await worker.taps("Vaste uren")
    for each in keys:
        await worker.taps(each)


async def is_here(worker: Chat) -> None:
    """Go to the start screen, and say so where that is still asked."""
    await worker.sends("/start")
    if "✅ Ik ben er" in await worker.keys():
        await worker.taps("Ik ben er")


async def book_thursday(pupil: Chat) -> None:
    """Fatima's first time of Thursday."""
    await pupil.taps("Kies met wie")
    await pupil.taps("👤 Fatima")
    await pupil.taps("Andere dag")
    await pupil.taps("donderdag 26 november")
    await pupil.taps("9 uur")


async def test_extra_hours_on_a_closed_day_can_be_booked_at_once(town_on: Build) -> None:
    async with town_on(datetime(2027, 1, 19, 8, 30, tzinfo=ZONE)) as there:
        fatima, noor = await there.worker("Fatima", "fatima"), await there.pupil("Noor")
        assert "Het gebouw is vandaag dicht: nieuwe vloer." in await noor.sees()

        await opens(
            fatima, "Extra uren", "De Linde", "dinsdag 19 januari", "Meer", "13 uur", "Tot 14 uur"
        )
        assert (await fatima.sees()).splitlines() == [
            "Dit komt erbij:",
            "• di 19 jan, 13 uur tot 14 uur",
            "🏫 De Linde",
            "Wie een afspraak heeft, krijgt bericht.",
        ]
        await fatima.taps("Ja, dat klopt")
        assert "Gelukt. Er vielen geen afspraken weg." in await fatima.sees()

        await noor.sends("/today")
        assert "✅ Fatima is er van 13 uur tot 14 uur. B2." in await noor.sees()
        await noor.taps("Eerste vrije tijd")
        assert "🕐 di 19 jan, 13 uur – Fatima" in await noor.keys()
        await noor.taps("13 uur")
        assert "Je afspraak" in await noor.sees()


async def test_hours_of_one_worker_never_overlap(town: Town) -> None:
    fatima = await town.worker("Fatima", "fatima")
    await opens(
        fatima, "Extra uren", "De Linde", "woensdag 25 november", "8 uur", "Tot 9 uur", "Ja, dat"
    )
    await opens(
        fatima, "Extra uren", "De Linde", "woensdag 25 november", "8:30 uur", "Tot 9 uur", "Ja, dat"
    )
    assert "Je hebt dan al spreekuur. Kies een andere tijd." in await fatima.sees()

    await opens(
        fatima, "Vast uur erbij", "De Linde", "maandag 30 november", "donderdag", "10 uur", "Tot 11"
    )
    await fatima.taps("Ja, dat klopt")
    assert "Je hebt dan al spreekuur." in await fatima.sees()


async def test_a_single_opening_is_dropped_with_care_and_can_be_taken_back(town: Town) -> None:
    fatima, noor = await town.worker("Fatima", "fatima"), await town.pupil("Noor")
    await book_thursday(noor)
    await is_here(fatima)
    await fatima.taps("Meer")
    await fatima.taps("Mijn week")
    assert (await fatima.keys())[:2] == [
        "🗓️ di 24 nov, 9 uur – De Linde (0)",
        "🗓️ do 26 nov, 9 uur – De Linde (1)",
    ]
    await fatima.taps("do 26 nov")
    assert "Er is 1 afspraak." in await fatima.sees()
    await fatima.taps("Gaat niet door")

    assert "Gelukt. 1 afspraak viel weg. Die persoon krijgt bericht." in await fatima.sees()
    assert "Fatima is er dan niet." in await noor.sees()
    assert "di 1 dec" in "".join(await noor.keys())


async def test_another_weekday_from_a_date_on_tells_those_of_the_old_one(town: Town) -> None:
    fatima, noor, sam = (
        await town.worker("Fatima", "fatima"),
        await town.pupil("Noor"),
        await town.pupil("Sam"),
    )
    await book_thursday(noor)
    await sam.taps("Kies met wie")
    await sam.taps("👤 Fatima")
    await sam.taps("Andere dag")
    await sam.taps("donderdag 3 december")
    await sam.taps("9 uur")
    await opens(fatima)
    await fatima.taps("donderdag, 9 uur")
    await fatima.taps("Veranderen")
    await fatima.taps("maandag 30 november")
    await fatima.taps("vrijdag")
    await fatima.taps("9 uur")
    await fatima.taps("Tot 11 uur")
    assert "• elke vrijdag, 9 uur tot 11 uur, vanaf ma 30 nov" in await fatima.sees()
    await fatima.taps("Ja, dat klopt")

    assert "Gelukt. 1 afspraak viel weg." in await fatima.sees()
    assert "🕘 vrijdag, 9 uur – De Linde" in await fatima.keys()
    assert "Fatima is er dan niet." in await sam.sees()
    assert "Je afspraak" in await noor.sees()
    await noor.sends("/week")
    assert "do 26 nov – Fatima" in await noor.sees()
    await noor.taps("Week later")
    assert "vr 4 dec – Fatima, 9 uur tot 11 uur. B2." in await noor.sees()
    assert "do 3 dec – Fatima" not in await noor.sees()


async def test_weekly_hours_end_from_a_date_on(town: Town) -> None:
    fatima, noor = await town.worker("Fatima", "fatima"), await town.pupil("Noor")
    await book_thursday(noor)
    await opens(fatima)
    await fatima.taps("donderdag, 9 uur")
    await fatima.taps("Stoppen")
    await fatima.taps("dinsdag 24 november")
    assert "• eerste dag zonder: di 24 nov" in await fatima.sees()
    await fatima.taps("Ja, dat klopt")

    assert "1 afspraak viel weg." in await fatima.sees()
    assert "Fatima is er dan niet." in await noor.sees()
    assert not [key for key in await fatima.keys() if "donderdag, 9 uur" in key]


async def test_a_weekly_meeting_closes_time_and_ends_again(town: Town) -> None:
    fatima, noor = await town.worker("Fatima", "fatima"), await town.pupil("Noor")
    await book_thursday(noor)
    await opens(
        fatima, "Vast overleg", "dinsdag 24 november", "donderdag", "8:30 uur", "Tot 10 uur"
    )
    await fatima.taps("Ja, dat klopt")
    assert "1 afspraak viel weg." in await fatima.sees()
    assert "Fatima is er dan niet." in await noor.sees()
    await town.clock("2026-11-24T15:00")
    await noor.sends("/week")
    assert "do 26 nov – Fatima, 10 uur tot" in await noor.sees()

    await fatima.taps("⛔ donderdag, 8:30 uur")
    await fatima.taps("Stoppen")
    assert "Je afspraak gaat toch door." in "".join(await noor.texts())
    await noor.sends("/week")
    assert "do 26 nov – Fatima, 9 uur tot" in await noor.sees()


async def test_a_coordinator_invites_and_removes_a_worker_of_the_own_scope(town: Town) -> None:
    esra, fatima, old = (
        await town.person("Esra"),
        await town.person("Fatima"),
        await town.worker("Fatima", "fatima"),
    )
    await esra.joins("coordinators", "esra")
    await esra.taps("Hulpverleners")
    assert "👤 Fatima" in await esra.keys()
    assert "👤 Yusuf" not in await esra.keys()
    await esra.taps("👤 Fatima")
    assert "Deze hulpverlener heeft een chat." in await esra.sees()
    await esra.taps("Chat sluiten")
    assert "Gelukt. De chat van Fatima is gesloten." in await esra.sees()
    await old.sends("/start")
    assert "Dag Fatima." not in await old.sees()

    await esra.taps("Nieuwe link")
    link = (await esra.sees()).split("start=")[1].split()[0]
    await fatima.sends(f"/start {link}")
    assert "Deze chat hoort nu bij jou." in await fatima.sees()
    await old.sends(f"/start {link}")
    assert "Deze uitnodiging werkt niet meer." in await old.sees()


async def test_a_coordinator_can_say_that_somebody_is_not_there_and_sees_no_talk(
    town: Town,
) -> None:
    esra, noor = await town.person("Esra"), await town.pupil("Noor")
    await esra.joins("coordinators", "esra")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("10 uur")
    await esra.taps("Collega er niet")
    await esra.taps("✖️ Fatima")
    await esra.taps("Ja, dat klopt")

    assert "Wie een afspraak heeft, krijgt bericht." in await esra.sees()
    assert "10 uur" not in "".join(await esra.texts())
    assert "Je afspraak kan niet doorgaan." in await noor.sees()
