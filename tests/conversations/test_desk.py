"""A worker's day from the first question to the last list, with one minute between talks."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from tests.town import ZONE, Town, town

Build = Callable[[datetime], AbstractAsyncContextManager[Town]]
EARLY = datetime(2026, 11, 24, 8, 30, tzinfo=ZONE)


@pytest.fixture
def town_on(tmp_path: Path) -> Build:
    """A town at another moment."""
    return partial(town, tmp_path)


async def test_is_asked_once_when_the_hours_begin_and_one_tap_tells_everybody(
    town_on: Build,
) -> None:
    async with town_on(EARLY) as there:
        fatima, noor = await there.worker("Fatima", "fatima"), await there.pupil("Noor")
        before = len(await fatima.texts())
        await there.clock("2026-11-24T08:59")
        assert len(await fatima.texts()) == before

        await there.clock("2026-11-24T09:00")
        assert await fatima.sees() == "Ben je er, op De Linde?"
        assert await fatima.keys() == ["✅ Ik ben er", "⏳ Later of niet", "✖️ Ik ben er niet"]
        await noor.sends("/today")
        assert "Fatima is er volgens plan" in await noor.sees()

        await fatima.taps("Ik ben er")
        await noor.sends("/today")
        assert "✅ Fatima is er nu, tot 12 uur. B2." in await noor.sees()
        told = len(await fatima.texts())
        await there.clock("2026-11-24T11:59")
        assert len(await fatima.texts()) == told


async def test_who_does_not_answer_stays_expected_and_is_not_asked_again(town_on: Build) -> None:
    async with town_on(EARLY) as there:
        fatima, noor = await there.worker("Fatima", "fatima"), await there.pupil("Noor")
        await there.clock("2026-11-24T11:00")
        assert [text for text in await fatima.texts() if "Ben je er" in text] == [
            "Ben je er, op De Linde?"
        ]
        await noor.sends("/today")
        assert "🕐 Fatima is er volgens plan tot 12 uur. B2." in await noor.sees()


async def test_who_said_so_before_the_hours_is_not_asked(town_on: Build) -> None:
    async with town_on(EARLY) as there:
        fatima = await there.worker("Fatima", "fatima")
        await fatima.taps("Ik ben er")
        await there.clock("2026-11-24T10:00")
        assert "Ben je er" not in "".join(await fatima.texts())


async def test_counting_a_visitor_says_that_the_worker_is_there(town: Town) -> None:
    fatima, noor = await town.worker("Fatima", "fatima"), await town.pupil("Noor")
    await fatima.taps("Ik ben er")
    await fatima.taps("Inloop")
    assert await fatima.keys() == ["🎒 Leerling", "👪 Ouder", "🏫 Ik werk op school"]
    await fatima.taps("Leerling")
    await fatima.taps("Thuis")
    assert "Gelukt. Geteld." in await fatima.sees()

    mike = await town.worker("Samira", "jeroen")
    await mike.sends("/start")
    await noor.sends("/today")
    assert "✅ Fatima is er nu" in await noor.sees()


async def test_the_list_at_the_end_is_optional_and_a_referral_asks_first(town: Town) -> None:
    fatima, noor, sam = (
        await town.worker("Fatima", "fatima"),
        await town.pupil("Noor"),
        await town.pupil("Sam"),
    )
    for pupil, time in ((noor, "9:40"), (sam, "10 uur")):
        await pupil.taps("Eerste vrije tijd")
        await pupil.taps(time)
    await town.clock("2026-11-24T12:00")

    assert (await fatima.sees()).splitlines() == [
        "Je spreekuur is klaar.",
        "Hoe ging het? Dit hoeft niet.",
    ]
    assert [key[:12] for key in (await fatima.keys())[:2]] == ["◻️ 9:40 uur ", "◻️ 10 uur – "]

    await fatima.taps("◻️ 9:40 uur")
    assert (await fatima.sees()).startswith("Kwam deze persoon?")
    await fatima.taps("✅ Kwam")
    assert await fatima.keys() == [
        "👍 Zo genoeg",
        "🔁 Nog een gesprek",
        "👥 Zorgteam",
        "➡️ Hulp buiten school",
        "✖️ Kwam niet",
    ]
    await fatima.taps("Hulp buiten school")
    assert (await fatima.sees()).splitlines() == [
        "Vond de leerling dit goed?",
        "Is een ouder nodig volgens de wet? Vraag die ook.",
        "De bot geeft niets door.",
    ]
    await fatima.taps("Ja, gevraagd")
    assert "Gelukt. Geteld." in await fatima.sees()

    await fatima.taps("◻️ 10 uur")
    await fatima.taps("✖️ Kwam niet")
    await noor.sends("/start")
    assert "Kwam" not in "".join([*await noor.texts(), *await sam.texts()])

    await town.clock("2026-11-26T10:30")
    await fatima.taps("◻️ 9:40 uur")
    assert "Deze knop is oud." in await fatima.sees()


async def test_another_talk_opens_the_next_free_times_and_the_pupil_gets_a_card(
    town: Town,
) -> None:
    fatima, noor = await town.worker("Fatima", "fatima"), await town.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("9:40")
    await town.clock("2026-11-24T09:58")
    await fatima.sends("/start")
    await fatima.taps("Vandaag")
    await fatima.taps("🎒 9:40")
    await fatima.taps("Hoe ging het?")
    await fatima.taps("✅ Kwam")
    await fatima.taps("Nog een gesprek")

    assert (await fatima.sees()).startswith("Kies een tijd.")
    await fatima.taps("di 24 nov, 10:20")
    assert "Gelukt. Die persoon krijgt bericht." in await fatima.sees()
    assert (await noor.sees()).startswith("Er is iets veranderd.\nJe hebt een nieuwe afspraak.")
    assert "10:20 uur" in await noor.sees()


async def test_somebody_without_the_bot_gets_a_slip_with_time_and_code(town: Town) -> None:
    fatima, noor = await town.worker("Fatima", "fatima"), await town.pupil("Noor")
    await fatima.taps("Meer")
    await fatima.taps("Aan de deur")
    await fatima.taps("Leerling")
    await fatima.taps("9:40")
    slip = (await fatima.sees()).splitlines()
    assert slip[0] == "Gelukt. Laat dit zien, of schrijf het op."
    assert "📅 dinsdag 24 november, 9:40 uur" in slip
    assert any(line[0] in "🔵🟡⚪⚫" for line in slip if line)
    await noor.taps("Eerste vrije tijd")
    assert not [key for key in await noor.keys() if "9:40" in key]

    await fatima.taps("Andere tijd")
    await fatima.taps("10:20")
    assert "10:20 uur" in await fatima.sees()
    await fatima.taps("Afzeggen")
    assert "Deze afspraak is afgezegd." in await fatima.sees()
    await noor.sends("/book")
    assert any("10:20" in key for key in await noor.keys())


async def test_the_place_of_today_is_one_tap_and_who_is_still_to_come_hears_it(
    town: Town,
) -> None:
    fatima, noor, sam = (
        await town.worker("Fatima", "fatima"),
        await town.pupil("Noor"),
        await town.pupil("Sam"),
    )
    await noor.taps("Eerste vrije tijd")
    await noor.taps("10 uur")
    await fatima.taps("Meer")
    await fatima.taps("Plek van vandaag")
    assert (await fatima.keys())[-1] == "🛎️ Ik haal op"
    await fatima.taps("Aula")

    assert "Gelukt. Iedereen ziet de nieuwe plek." in await fatima.sees()
    assert (await noor.sees()).startswith("Er is iets veranderd.\nJe praat op een andere plek.")
    assert "Met Fatima, De Linde, Aula" in await noor.sees()
    await sam.sends("/today")
    assert "✅ Fatima is er nu, tot 12 uur. Aula." in await sam.sees()

    await fatima.taps("Meer")
    await fatima.taps("Plek van vandaag")
    await fatima.taps("Ik haal op")
    await noor.sends("/appointments")
    assert "Kom naar de balie. Je wordt gehaald." in await noor.sees()
    await sam.sends("/today")
    assert "Fatima is er nu, tot 12 uur. balie." in await sam.sees()


async def test_an_interpreter_is_one_tap_and_stands_on_the_worker_s_day(town: Town) -> None:
    anouk = await town.worker("Anouk", "anouk")
    olena = await town.person("Olena", "en")
    await olena.scans()
    await olena.taps("Parent")
    await olena.taps("Choose a person")
    await olena.taps("👤 Anouk")
    await olena.taps((await olena.keys())[0])
    assert "🗣️ Need interpreter" in await olena.keys()
    await olena.taps("Need interpreter")
    assert "An interpreter was asked for." in await olena.sees()

    await town.clock("2026-11-25T09:00")
    await anouk.sends("/start")
    await anouk.taps("Vandaag")
    assert "🗣️ tolk: Engels" in await anouk.sees()
    assert "Olena" not in await anouk.sees()


async def test_bookings_days_ahead_come_once_a_day_when_the_worker_wants_that(
    town: Town,
) -> None:
    fatima, noor, sam = (
        await town.worker("Fatima", "fatima"),
        await town.pupil("Noor"),
        await town.pupil("Sam"),
    )
    await fatima.taps("Meer")
    await fatima.taps("Instellingen")
    await fatima.taps("Eens per dag")
    assert "Afspraken van later hoor je eens per dag." in await fatima.sees()
    before = len(await fatima.texts())

    for pupil in (noor, sam):
        await pupil.taps("Kies met wie")
        await pupil.taps("👤 Fatima")
        await pupil.taps("Andere dag")
        await pupil.taps((await pupil.keys())[1])
        await pupil.taps((await pupil.keys())[0])
    await sam.taps("Afzeggen")
    assert len(await fatima.texts()) == before

    await town.clock("2026-11-24T16:30")
    assert (await fatima.sees()).splitlines()[0] == "Dit veranderde er voor later."
    assert "afgezegd" in await fatima.sees()
    told = len(await fatima.texts())

    await noor.taps("Andere tijd")
    await town.clock("2026-11-25T16:30")
    assert len(await fatima.texts()) == told


async def test_a_booking_for_tomorrow_is_told_at_once_whatever_was_chosen(town_on: Build) -> None:
    async with town_on(datetime(2026, 11, 25, 12, 0, tzinfo=ZONE)) as there:
        fatima, noor = await there.worker("Fatima", "fatima"), await there.pupil("Noor")
        await fatima.taps("Meer")
        await fatima.taps("Instellingen")
        await fatima.taps("Eens per dag")
        await noor.taps("Kies met wie")
        await noor.taps("👤 Fatima")
        await noor.taps((await noor.keys())[0])
        assert "donderdag 26 november" in await noor.sees()
        assert (await fatima.sees()).startswith("Nieuwe afspraak")


async def test_the_same_account_is_worker_and_parent(town: Town) -> None:
    fatima = await town.worker("Fatima", "fatima")
    await fatima.taps("Meer")
    await fatima.taps("Instellingen")
    await fatima.taps("Ik ben ook ouder")
    assert "Wie ben je?" in await fatima.sees()
    await fatima.scans("vuurkever")
    await fatima.taps("Ouder")
    assert "De Vuurkever, dinsdag 24 november." in await fatima.sees()
    await fatima.taps("Eerste vrije tijd")
    await fatima.taps((await fatima.keys())[0])
    assert "Je afspraak" in await fatima.sees()

    await fatima.taps("Meer")
    await fatima.taps("Alles")
    await fatima.taps("Mijn spreekuur")
    assert "Dag Fatima." in await fatima.sees()
