"""What a pupil can do without reading anything first."""

import re

from flows.model import Mode
from flows.programme import ref_of
from flows.steps import Times
from tests.town import Town


def without_code(card: str) -> str:
    """A card without its line of two pictures, which must be there once."""
    lines = card.splitlines()
    [code] = [each for each in lines if re.fullmatch(r"[🔵🟡⚪⚫]\S+ \w+ \w+", each)]
    return "\n".join(each for each in lines if each != code)


async def test_three_taps_from_start_to_a_talk(town: Town) -> None:
    noor = await town.person("Noor")

    await noor.scans("linde")
    assert await noor.keys() == ["🎒 Leerling", "👪 Ouder", "🏫 Ik werk op school"]

    await noor.taps("Leerling")
    assert "Fatima is er volgens plan tot 12 uur. B2." in await noor.sees()
    assert "Jeroen komt om 12:30 uur, tot 15:30 uur. B2." in await noor.sees()

    await noor.taps("Eerste vrije tijd")
    assert (await noor.keys())[:3] == [
        "🕐 di 24 nov, 9:40 uur – Fatima",
        "🕐 di 24 nov, 10 uur – Fatima",
        "🕐 di 24 nov, 10:20 uur – Fatima",
    ]

    await noor.taps("9:40")
    assert without_code(await noor.sees()) == (
        "Je afspraak\n📅 dinsdag 24 november, 9:40 uur\n🏫 Met Fatima, De Linde, B2\n"
        "ℹ️ Meld je bij de balie. Lokaal B2 is op de eerste verdieping."
    )
    assert await noor.keys() == ["🔁 Andere tijd", "❌ Afzeggen", "💭 Waarover?"]


async def test_cancelling_frees_the_time_and_can_be_taken_back(town: Town) -> None:
    noor, sam = await town.pupil("Noor"), await town.pupil("Sam")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("9:40")
    await sam.taps("Eerste vrije tijd")
    assert not any("9:40" in key for key in await sam.keys())

    await noor.taps("Afzeggen")
    assert (await noor.sees()).startswith("Deze afspraak is afgezegd.")
    await sam.taps("Terug")
    await sam.taps("Eerste vrije tijd")
    assert any("9:40" in key for key in await sam.keys())

    await noor.taps("Toch niet afzeggen")
    assert "Je afspraak staat weer." in await noor.sees()
    await sam.taps("9:40")
    assert (await sam.sees()).startswith("Deze tijd is net weg. Kies een andere tijd.")


async def test_moving_leaves_one_card_with_the_new_time(town: Town) -> None:
    noor = await town.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("9:40")

    await noor.taps("Andere tijd")
    await noor.taps("10:20")

    cards = [text for text in await noor.texts() if "Je afspraak" in text]
    assert list(map(without_code, cards)) == [
        "Gelukt. Je afspraak is verzet.\n\n"
        "Je afspraak\n📅 dinsdag 24 november, 10:20 uur\n🏫 Met Fatima, De Linde, B2\n"
        "ℹ️ Meld je bij de balie. Lokaal B2 is op de eerste verdieping."
    ]


async def test_second_pupil_learns_that_the_slot_is_gone(town: Town) -> None:
    noor, sam = await town.pupil("Noor"), await town.pupil("Sam")
    await noor.taps("Eerste vrije tijd")
    await sam.taps("Eerste vrije tijd")
    await noor.taps("9:40")

    await sam.taps("9:40")

    assert (await sam.sees()).startswith("Deze tijd is net weg. Kies een andere tijd.")
    assert (await sam.keys())[0] == "🕐 di 24 nov, 10 uur – Fatima"


async def test_after_the_last_hours_the_next_ones_and_others_to_ask_are_named(town: Town) -> None:
    noor = await town.pupil("Noor")

    await town.clock("2026-11-24T16:00")
    await noor.sends("/today")

    assert "Vandaag is er niemand meer." in await noor.sees()
    assert "is er weer op woensdag 25 november" in await noor.sees()
    assert "Nu iemand spreken? Vraag het hier:" in await noor.sees()


async def test_a_topic_is_thanked_for_and_asked_once(town: Town) -> None:
    noor = await town.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("9:40")

    await noor.taps("Waarover?")
    assert len(await noor.keys()) == 8
    await noor.taps("Gevoel")

    assert (await noor.sees()).startswith("Dank je.")
    assert await noor.keys() == ["🔁 Andere tijd", "❌ Afzeggen"]


async def test_the_week_names_days_people_and_rooms(town: Town) -> None:
    noor = await town.pupil("Noor")

    await noor.taps("Deze week")

    assert "di 24 nov – Jeroen, 12:30 uur tot 15:30 uur. B2." in await noor.sees()
    await noor.taps("Week later")
    assert "di 1 dec – " in await noor.sees()


async def test_a_chosen_day_that_is_full_is_said_and_later_is_not(town: Town) -> None:
    noor = await town.pupil("Noor")
    await noor.taps("Kies met wie")
    await noor.taps("👤 Fatima")
    while "di 24 nov" in (await noor.keys())[0]:
        await noor.taps("➡️ Later")
    assert "niets vrij" not in await noor.sees()

    await town.clock("2026-11-24T11:45")
    await noor.taps("Andere dag")
    await noor.taps("dinsdag 24 november")
    assert "Op dinsdag 24 november is niets vrij." in await noor.sees()


async def test_who_finds_nothing_free_can_say_what_that_is_like(town: Town) -> None:
    noor = await town.pupil("Noor")

    await noor.forges(Times(ref_of("jeroen"), Mode.VIDEO).pack())
    assert (await noor.sees()).startswith("Er is nu niets vrij op De Linde.")
    await noor.taps("Wat vind je?")
    assert (await noor.sees()).splitlines()[1] in {
        "Kon je genoeg kiezen?",
        "Was het duidelijk welke hulp er is?",
    }
    await noor.taps("🙁 Nee")

    assert await noor.sees() == "Dank je. Het is geteld."
    await noor.taps("Terug")
    assert "👤 Kies met wie" in await noor.keys()
