"""An earlier time that frees: offered to the first in line, held for a while, then to the next."""

from tests.conversations.test_absence import books, notes
from tests.town import Chat, Town

OFFERED = "Het kan eerder."
TEN = ["📅 dinsdag 24 november, 10 uur", "🏫 Met Fatima, De Linde, B2"]


async def waits(pupil: Chat) -> None:
    """Come into line for an earlier time."""
    await pupil.taps("Andere tijd")
    await pupil.taps("Eerder als het kan")
    assert "Gelukt. Je hoort het als het eerder kan." in await pupil.sees()


async def in_line(town: Town) -> tuple[Chat, list[Chat]]:
    """Mike talks at ten; Noor, Sam and Yusuf wait in this order, and nothing earlier is free."""
    eva, mike = await town.pupil("Eva"), await town.pupil("Mike")
    await books(eva, "9:40")
    await books(mike, "10 uur")
    line = [await town.pupil(name) for name in ("Noor", "Sam", "Yusuf")]
    for each, time in zip(line, ("10:20", "10:40", "11 uur"), strict=True):
        await books(each, time)
    for each in line:
        await waits(each)
    return mike, line


async def offers(pupil: Chat) -> int:
    return notes(await pupil.texts(), OFFERED)


async def test_a_time_that_frees_is_offered_to_the_first_in_line_who_takes_it(town: Town) -> None:
    mike, (noor, sam, yusuf) = await in_line(town)

    await mike.taps("Afzeggen")

    assert (await noor.sees()).splitlines() == [
        OFFERED,
        *TEN,
        "We houden deze tijd vast tot 9:35 uur.",
        "Wil je deze tijd?",
    ]
    assert await noor.keys() == ["✅ Ja, graag", "👎 Nee, dank je", "🔕 Niet meer wachten"]
    assert (await offers(sam), await offers(yusuf)) == (0, 0)

    await noor.taps("Ja, graag")
    assert "Gelukt. Je afspraak is verzet." in await noor.sees()
    assert TEN[0] in await noor.sees()
    assert "In de rij" not in await noor.sees()
    assert "📅 dinsdag 24 november, 10:20 uur" in await sam.sees()
    assert await offers(sam) == 1
    assert await offers(yusuf) == 0


async def test_who_does_not_answer_keeps_the_place_and_the_time_goes_to_the_next(
    town: Town,
) -> None:
    mike, (noor, sam, yusuf) = await in_line(town)
    await mike.taps("Afzeggen")

    await town.clock("2026-11-24T09:34")
    assert (await offers(noor), await offers(sam)) == (1, 0)
    await town.clock("2026-11-24T09:36")
    assert (await offers(noor), await offers(sam)) == (1, 1)
    assert "We houden deze tijd vast tot 9:40 uur." in await sam.sees()

    await noor.taps("Ja, graag")
    assert "Deze tijd is net weg." in await noor.sees()
    await sam.taps("Ja, graag")
    assert TEN[0] in await sam.sees()
    assert await offers(noor) == 0
    assert await offers(yusuf) == 1
    assert "10:40 uur" in await yusuf.sees()


async def test_a_held_time_is_shown_to_nobody_else_and_no_longer_than_it_is_held(
    town: Town,
) -> None:
    mike, (noor, sam, yusuf) = await in_line(town)
    for each in (sam, yusuf):
        await each.taps("Andere tijd")
        await each.taps("Niet meer wachten")
        assert "Gelukt. Je wacht niet meer op eerder." in await each.sees()
    await mike.taps("Afzeggen")
    olena = await town.pupil("Olena")

    await olena.taps("Eerste vrije tijd")
    assert not [key for key in await olena.keys() if ", 10 uur" in key]
    await noor.taps("Nee, dank je")
    assert "Goed. Je houdt je tijd. Je staat nog in de rij." in await noor.sees()

    await olena.sends("/start")
    await books(olena, "10 uur")
    assert TEN[0] in await olena.sees()
    assert await offers(noor) == 0


async def on_thursday(town: Town) -> tuple[Chat, Chat]:
    """Mike has Fatima's first time of Thursday; Noor has the second, and waits."""
    mike, noor = await town.pupil("Mike"), await town.pupil("Noor")
    for each in (mike, noor):
        await each.taps("Kies met wie")
        await each.taps("👤 Fatima")
        await each.taps("Andere dag")
        await each.taps("donderdag 26")
        await each.taps("🕐")
    await waits(noor)
    return mike, noor


async def test_nothing_is_offered_at_night_and_the_time_stays_bookable(town: Town) -> None:
    mike, noor = await on_thursday(town)
    await town.clock("2026-11-24T21:30")

    await mike.sends("/appointments")
    await mike.taps("Afzeggen")
    assert await offers(noor) == 0
    await town.clock("2026-11-25T07:29")
    assert await offers(noor) == 0

    await town.clock("2026-11-25T07:31")
    assert await offers(noor) == 1
    assert "We houden deze tijd vast tot 7:40 uur." in await noor.sees()


async def test_a_pupil_whose_phone_is_put_away_has_until_after_it_comes_out(town: Town) -> None:
    mike, noor = await on_thursday(town)

    await mike.taps("Afzeggen")
    assert "We houden deze tijd vast" not in await noor.sees()

    await town.clock("2026-11-24T15:00")
    assert "We houden deze tijd vast tot 15:15 uur." in await noor.sees()
    await town.clock("2026-11-24T15:14")
    await noor.taps("Ja, graag")
    assert "Gelukt. Je afspraak is verzet." in await noor.sees()


async def test_who_says_stop_is_offered_nothing_and_the_next_is(town: Town) -> None:
    mike, (noor, sam, _) = await in_line(town)
    await noor.sends("/stop")

    await mike.taps("Afzeggen")

    assert (await offers(noor), await offers(sam)) == (0, 1)


async def test_what_was_held_for_who_says_stop_goes_to_the_next(town: Town) -> None:
    mike, (noor, sam, _) = await in_line(town)
    await mike.taps("Afzeggen")
    assert (await offers(noor), await offers(sam)) == (1, 0)

    await noor.sends("/stop")

    assert await offers(sam) == 1
    await noor.taps("Ja, graag")
    assert any("Deze tijd is net weg." in text for text in await noor.texts())
