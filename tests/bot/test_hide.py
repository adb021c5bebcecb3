"""What "Hide this" under More takes out of the chat; how to clear the rest is told."""

from datetime import timedelta

from tests.bot.phones import Phone, Switchboard
from tests.bot.telegram.test_dispatch import breaks
from tests.flows.place import rows
from tests.town import TUESDAY

HOW = "Wil je de hele chat wissen?\nDruk boven op de naam.\nKies daar: Chat wissen."


def cards(phone: Phone) -> int:
    return len([each for each in phone.texts() if "Je afspraak" in each])


async def hides(phone: Phone) -> None:
    await phone.sends("/start")
    await phone.taps("Meer")
    await phone.taps("Verberg dit")


async def test_the_cards_of_all_talks_go(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    await noor.books("woensdag 25", "9 uur")
    await noor.sends("/start")
    await noor.books("donderdag 26", "9 uur")
    assert cards(noor) == 2

    await hides(noor)

    assert cards(noor) == 0
    assert noor.newest()["text"] == HOW
    await noor.sends("/appointments")
    assert len(noor.keys()) == 2


async def test_what_should_go_later_goes_now(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    await noor.sends("/week")
    week, at = noor.newest(), TUESDAY + timedelta(hours=3)
    (person,) = await rows(board.url, "person")
    await board.router.take_away_later(person["id"], week["message_id"], at)

    await hides(noor)

    assert week["text"] not in noor.texts()


async def test_a_card_that_telegram_keeps_stays_and_the_others_go(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    await noor.books("vrijdag 27", "9 uur")
    board.core.clock.move(TUESDAY + timedelta(hours=49))
    await noor.sends("/start")
    await noor.books("maandag 30", "9 uur")

    await hides(noor)

    assert [each for each in noor.texts() if "Je afspraak" in each and "maandag 30" in each] == []
    assert cards(noor) == 1
    assert noor.newest()["text"] == HOW


async def test_hiding_a_card_with_who_to_call_leaves_the_talks(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    await noor.books("woensdag 25", "9 uur")
    await noor.sends("/help")

    await noor.taps("Verberg dit")

    assert cards(noor) == 1


async def test_without_the_database_it_is_told_how_to_clear_the_chat(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    await noor.sends("/start")
    await noor.taps("Meer")
    await breaks(board, "participant")

    await noor.taps("Verberg dit")

    assert noor.newest()["text"] == HOW


async def test_a_reminder_that_was_said_goes_too(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    await noor.books("woensdag 25", "9 uur")
    board.core.clock.move(TUESDAY.replace(hour=19, minute=0))
    await board.sender.drain()
    assert any(each.startswith("Herinnering") for each in noor.texts())

    await hides(noor)

    assert not any(each.startswith("Herinnering") for each in noor.texts())
