"""Somebody comes along to a talk, in the chats of everybody concerned."""

from tests.conversations.test_absence import books
from tests.town import Town


async def test_noor_takes_her_mother_along_and_later_goes_alone(town: Town) -> None:
    fatima = await town.worker("Fatima", "fatima")
    noor, mother = await town.pupil("Noor"), await town.person("Noor's mother", "en")
    await books(noor, "10 uur")
    await noor.taps("Meer")
    await noor.taps("Samen komen")
    await noor.taps("Maak een link")
    said = await noor.sees()
    assert said.startswith("Stuur deze link naar die persoon:")
    link = said.split("start=")[1].split()[0]

    await mother.sends(f"/start {link}")
    shown = await mother.sees()
    assert "Done. You come along." in shown
    assert "With Fatima, De Linde, B2" in shown
    assert await mother.keys() == ["🚪 I do not come"]
    await fatima.taps("Die dag")
    await fatima.taps("10 uur")
    assert "Er komt iemand mee" in await fatima.sees()

    await noor.taps("Terug")
    await noor.taps("Meer")
    await noor.taps("Samen komen")
    assert "Je link is gebruikt." in await noor.sees()
    await noor.taps("Niet meer samen")
    assert (await mother.sees()).startswith("You do not come along any more.")
    assert not any("With Fatima" in text for text in await mother.texts())
