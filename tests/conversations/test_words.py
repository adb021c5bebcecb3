"""What people may type for a talk, and the file for their calendar."""

from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from tests.town import Chat, Town


async def books(chat: Chat, language: str = "nl") -> None:
    """The first free time."""
    await chat.taps("Eerste vrije tijd" if language == "nl" else "First free time")
    await chat.taps((await chat.keys())[0])


async def test_a_nickname_is_seen_by_the_worker_and_the_message_is_gone(town: Town) -> None:
    fatima, noor = await town.worker("Fatima", "fatima"), await town.pupil("Noor")
    await books(noor)
    await noor.taps("Meer")
    await noor.taps("Hoe heet je")
    assert "Typ nu hoe je wilt heten." in await noor.sees()
    await noor.sends("  Su\u202eper\u0000  man <b>\n")

    assert "Gelukt. Je bericht is weg." in await noor.sees()
    assert "man" not in "".join(
        each["text"] for each in await noor.messages() if each["from"] == "user"
    )
    await fatima.sends("/start")
    await fatima.taps("Vandaag")
    await fatima.taps("🎒 9:40")
    assert "🙂 Super man <b>" in await fatima.sees()


@pytest.mark.parametrize("words", ["x" * 4000, "\u202e\u200b\u0007", "   "])
async def test_words_that_are_none_are_refused_kindly_and_nothing_changes(
    town: Town, words: str
) -> None:
    noor = await town.pupil("Noor")
    await books(noor)
    card = await noor.sees()
    await noor.taps("Meer")
    await noor.taps("Hoe heet je")
    try:
        await noor.sends(words)
    except AssertionError:
        return  # no app sends nothing
    assert "Dat kan ik niet bewaren. Typ het korter." in await noor.sees()
    assert card.splitlines()[1] in await noor.sees()


async def test_a_parent_of_two_children_holds_so_many_talks_for_each(town: Town) -> None:
    olena = await town.person("Olena", "en")
    await olena.scans()
    await olena.taps("Parent")
    for label in ("D", "D", "Maks"):
        await olena.sends("/book")
        await olena.taps((await olena.keys())[0])
        assert "Your talk" in await olena.sees()
        await olena.taps("More")
        await olena.taps("Which child")
        await olena.sends(label)
        assert f"🏷️ {label}" in await olena.sees()

    await olena.sends("/book")
    await olena.taps((await olena.keys())[0])
    await olena.taps("More")
    await olena.taps("Which child")
    await olena.sends("d")
    assert "You have enough talks" in await olena.sees()


async def test_the_file_for_a_calendar_tells_nothing_and_a_move_updates_it(town: Town) -> None:
    noor = await town.pupil("Noor")
    await books(noor)

    async def file(key: str) -> Calendar:
        await noor.sends("/appointments")
        await noor.taps("Meer")
        await noor.taps(key)
        [*_, newest] = [each for each in await noor.messages() if each.get("document")]
        content = await town.content(newest["document"]["url"])
        found = Calendar.from_ical(content)
        assert isinstance(found, Calendar)
        assert b"Fatima" not in content
        assert b"Linde" not in content
        return found

    first = await file("In mijn agenda")
    await noor.sends("/appointments")
    await noor.taps("Andere tijd")
    await noor.taps("10:20")
    second = await file("In mijn agenda")
    [one], [two] = first.events, second.events
    assert one.uid == two.uid
    assert (one.sequence, two.sequence) == (1, 2)
    assert two.start == datetime(2026, 11, 24, 9, 20, tzinfo=UTC)


async def test_staff_of_a_school_with_a_code_type_it_once(town: Town) -> None:
    joris = await town.person("Joris")
    await joris.scans("sluishuis")
    await joris.taps("Ik werk op school")
    assert "Typ nu de code voor medewerkers." in await joris.sees()
    await joris.sends("fout")
    assert "Deze code klopt niet." in await joris.sees()
    await joris.taps("Ik werk op school")
    await joris.sends("k5RwT8nB")
    assert "Het Sluishuis," in await joris.sees()

    await joris.taps("Eerste vrije tijd")
    await joris.taps((await joris.keys())[0])
    await joris.taps("Meer")
    await joris.taps("Waarover")
    assert "Noem geen naam van een leerling." in await joris.sees()
    await joris.taps("Een klas")
    assert "👥 Over een klas." in await joris.sees()
