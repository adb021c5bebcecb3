"""On a phone that others look at, a talk leaves the chat when it was read."""

from tests.town import Chat, Town


async def _watched(town: Town) -> Chat:
    noor = await town.pupil("Noor")
    noor.shares = None
    await noor.taps("Eerste vrije tijd")
    await noor.taps("Andere dag")
    await noor.taps("woensdag 25")
    await noor.taps((await noor.keys())[0])
    return noor


async def test_noor_is_asked_once_and_her_card_goes_after_a_while(town: Town) -> None:
    noor = await _watched(town)
    assert "Kijkt er nog iemand op deze telefoon?" in await noor.sees()

    await noor.taps("Ja")
    assert "Je afspraak" in await noor.sees()
    await town.clock("2026-11-24T09:44")
    assert any("Je afspraak" in text for text in await noor.texts())
    await town.clock("2026-11-24T09:45")
    assert not any("Je afspraak" in text for text in await noor.texts())

    await town.clock("2026-11-25T20:00")
    assert not any(text.startswith("Herinnering") for text in await noor.texts())


async def test_nobody_else_looks_and_the_card_stays(town: Town) -> None:
    noor = await _watched(town)

    await noor.taps("Nee")
    await town.clock("2026-11-24T20:00")

    assert any("Je afspraak" in text for text in await noor.texts())
    assert any(text.startswith("Herinnering") for text in await noor.texts())
