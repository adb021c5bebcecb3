"""What a parent can do in another language."""

from tests.town import Town


async def test_books_in_english_with_a_chosen_worker_on_another_day_by_phone(town: Town) -> None:
    fatima = await town.worker("Fatima", "fatima")
    olena = await town.person("Olena", "en")
    await olena.scans("linde")
    await olena.taps("Parent")
    assert "Fatima should be there until 12:00. B2." in await olena.sees()

    await olena.taps("Choose a person")
    await olena.taps("👤 Fatima")
    await olena.taps("Phone or video")
    await olena.taps("By phone")
    await olena.taps("Another day")
    day = (await olena.keys())[1]
    await olena.taps(day)
    await olena.taps((await olena.keys())[0])

    assert "📞 Fatima calls you." in await olena.sees()
    assert (await olena.sees()).startswith("Type your phone number now.")
    assert (await fatima.sees()).startswith("Nieuwe afspraak")
    assert "📞 Je belt (De Linde)." in await fatima.sees()

    await olena.sends("my number is secret")
    assert (await olena.sees()).startswith("This is not a phone number.")
    await olena.sends("06 12 34 56 78")
    assert "We have your number." in await olena.sees()
    assert not any("06 12 34" in each["text"] for each in await olena.messages())


async def test_a_number_can_be_given_later_too(town: Town) -> None:
    olena = await town.person("Olena", "en")
    await olena.scans("linde")
    await olena.taps("Parent")
    await olena.taps("First free")
    await olena.taps("Another way")
    await olena.taps("By phone")
    await olena.taps("➡️ Later")
    await olena.taps((await olena.keys())[2])
    await town.clock("2026-11-24T10:00")

    await olena.sends("0612345678")
    assert "Do you mean this?" in await olena.sees()
    await olena.taps("Give number")
    await olena.sends("0612345678")

    assert (await olena.sees()).startswith("Done. We keep your number.")


async def test_the_worker_sees_the_number_shortly_before_and_not_earlier(town: Town) -> None:
    fatima = await town.worker("Fatima", "fatima")
    olena = await town.person("Olena", "en")
    await olena.scans("linde")
    await olena.taps("Parent")
    await olena.taps("First free")
    await olena.taps("Another way")
    await olena.taps("By phone")
    await olena.taps((await olena.keys())[2])
    await olena.sends("+31 6 12345678")

    await fatima.taps("Die dag")
    await fatima.taps("Bellen")
    assert "Het nummer zie je vanaf 15 minuten ervoor." in await fatima.sees()
    assert "+31612345678" not in await fatima.sees()

    await town.clock("2026-11-24T10:10")
    await fatima.sends("/start")
    await fatima.taps("Vandaag")
    await fatima.taps("Bellen")
    await fatima.taps("Toon nummer")
    assert "+31612345678" in await fatima.sees()
    await fatima.taps("Terug")
    assert "Een afspraak" in await fatima.sees()

    await town.clock("2026-11-24T11:09")
    assert "+31612345678" in "".join(await fatima.texts())
    await town.clock("2026-11-24T11:10")
    assert "+31612345678" not in "".join(await fatima.texts())


async def test_a_language_is_two_taps_away_and_stays(town: Town) -> None:
    olena = await town.person("Olena", "de")
    await olena.scans("linde")
    assert "Hoi!" in await olena.sees()

    await olena.taps("Meer")
    await olena.taps("Taal")
    await olena.taps("English")

    assert "Hi! You are at De Linde." in await olena.sees()
    await olena.sends("/start")
    assert "Hi! You are at De Linde." in await olena.sees()


async def test_more_says_that_a_computer_translated_and_the_other_languages_do_not(
    town: Town,
) -> None:
    yasmin, olena = await town.person("Yasmin", "tr"), await town.person("Olena", "nl")
    for each, told in ((yasmin, True), (olena, False)):
        await each.sends("/start")
        await each.taps("☰")
        assert ("Bu metinleri bir bilgisayar çevirdi." in await each.sees()) is told
        assert ("computer" in await each.sees()) is False


async def test_a_parent_books_in_arabic(town: Town) -> None:
    yasmin = await town.person("Yasmin", "ar")
    await yasmin.scans("linde")
    await yasmin.taps("👪")
    await yasmin.taps("🕐")
    await yasmin.taps((await yasmin.keys())[0])

    assert "موعدك" in await yasmin.sees()
    assert "الثلاثاء 24 نوفمبر" in await yasmin.sees()
