"""What somebody may ask of us: to see what is kept, and to have it deleted."""

import json

from tests.town import Chat, Town


async def booked(town: Town) -> tuple[Chat, Chat]:
    """Fatima at her desk, and Noor with a talk at twenty to ten."""
    fatima = await town.worker("Fatima", "fatima")
    noor = await town.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("9:40")
    return fatima, noor


async def test_noor_erases_everything_and_her_chat_is_empty(town: Town) -> None:
    fatima, noor = await booked(town)
    assert any("Je afspraak" in text for text in await noor.texts())

    await noor.sends("/wis")
    assert (await noor.sees()).splitlines() == [
        "Wil je alles wissen?",
        "We zeggen dan je afspraken af.",
        "We wissen je taal, je school en je nummer.",
        "Onze laatste berichten gaan ook weg.",
        "Je krijgt het niet terug.",
    ]
    await noor.taps("Ja, wis alles")

    assert (await noor.sees()).startswith("Alles is gewist.")
    assert not any("Je afspraak" in text for text in await noor.texts())
    assert "afgezegd" in await fatima.sees()
    await noor.taps("Opnieuw beginnen")
    assert await noor.keys() == ["🎒 Leerling", "👪 Ouder", "🏫 Ik werk op school"]


async def test_what_the_bot_said_unasked_goes_too(town: Town) -> None:
    noor = await town.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("Andere dag")
    await noor.taps("woensdag 25")
    await noor.taps((await noor.keys())[0])
    await town.clock("2026-11-24T19:05")
    assert any(text.startswith("Herinnering") for text in await noor.texts())

    await noor.sends("/erase")
    await noor.taps("Ja, wis alles")

    assert not any(text.startswith("Herinnering") for text in await noor.texts())
    await town.clock("2026-11-25T12:00")
    assert (await noor.sees()).startswith("Alles is gewist.")


async def test_an_old_button_is_a_strangers_afterwards(town: Town) -> None:
    _, noor = await booked(town)
    await noor.sends("/today")
    await noor.sends("/wis")
    await noor.taps("Ja, wis alles")

    await noor.forges("a")

    assert "Deze knop is oud." in await noor.sees()
    assert "Wie ben je?" in await noor.sees()


async def test_noor_sees_what_is_kept_and_gets_it_as_a_file(town: Town) -> None:
    _, noor = await booked(town)

    await noor.sends("/mijngegevens")
    said = await noor.sees()
    assert said.startswith("Dit weten we van jou.")
    for row in (
        "🎒 Leerling",
        "🌐 Taal: Nederlands",
        "🏫 School: De Linde",
        "📅 dinsdag 24 november, 9:40 uur, met Fatima",
        f"✈️ telegram: {noor.id}",
    ):
        assert row in said.splitlines(), row

    await noor.taps("Als bestand")
    [message] = [each for each in await noor.messages() if each.get("document")]
    kept = json.loads(await town.content(message["document"]["url"]))["kept"]
    assert kept["person"][0]["school"] == "linde"
    assert [each["worker"] for each in kept["appointment"]] == ["fatima"]

    await noor.sends("/wis")
    await noor.taps("Ja, wis alles")
    left = [each for each in await noor.messages() if each["from"] == "bot"]
    assert [each["text"].splitlines()[0] for each in left if "document" not in each] == [
        "Alles is gewist."
    ]
    assert not [each for each in left if each.get("document")]


async def test_the_notice_is_short_and_has_pages(town: Town) -> None:
    noor = await town.person("Noor")

    await noor.sends("/privacy")
    assert (await noor.sees()).splitlines() == [
        "We bewaren je taal, school, afspraak en soms je nummer.",
        "We vragen geen naam en geen reden.",
        "Na 2 dagen weten we niet meer wie er kwam.",
        "Alleen je hulpverlener ziet je afspraak.",
        "Telegram ziet dat je hier bent.",
    ]
    await noor.taps("Wie zijn we")
    assert "✉️ privacy@waterstad.example" in await noor.sees()
    await noor.taps("Terug")
    await noor.taps("Wat mag ik")
    assert "Je mag alles laten wissen." in await noor.sees()


async def test_who_lost_the_phone_has_the_talk_cancelled_by_its_worker(town: Town) -> None:
    fatima, noor = await booked(town)
    card = next(text for text in await noor.texts() if "Je afspraak" in text)
    code = next(each for each in card.splitlines() if each[0] in "🔵🟡⚪⚫")

    await fatima.sends("/start")
    await fatima.taps("Vandaag")
    assert code.partition(" ")[2] in await fatima.sees()
    await fatima.taps("9:40")
    await fatima.taps("Afzeggen")
    assert (await fatima.sees()).splitlines()[0] == "Zeg je deze afspraak af?"
    assert code in await fatima.sees()
    await fatima.taps("Ja, afzeggen")

    assert "Afgezegd door Fatima." in await noor.sees()
