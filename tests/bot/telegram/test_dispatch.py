"""From an update to what is on the phone: one card a talk, an apology for our faults, no words."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from telegram import Update

from bot.demo.faults import Fault
from bot.logs import Formatter
from bot.telegram.profile import introduce
from flows.front import COMMANDS
from tests.bot.phones import Phone, Switchboard
from tests.flows.place import rows

SECRET = "mijn geheim is 0612345678"


@pytest.fixture
def log() -> Iterator[StringIO]:
    """What would be written to standard error."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Formatter("%(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    yield stream
    root.removeHandler(handler)


async def anchors(board: Switchboard) -> list[int | None]:
    """Which message shows each talk, as the database knows it."""
    return [each["card"] for each in await rows(board.url, "participant")]


def cards(phone: Phone) -> list[int]:
    """The messages on a phone that show a talk."""
    return [m["message_id"] for m in phone.messages() if "📅 dinsdag 24" in m["text"]]


async def breaks(board: Switchboard, table: str) -> None:
    """A fault of our own: a table that is not there."""
    engine = create_async_engine(board.url)
    async with engine.begin() as connection:
        await connection.execute(text(f"ALTER TABLE {table} RENAME TO away"))
    await engine.dispose()


# Where an answer is shown


async def test_a_press_is_answered_in_its_message_and_its_spinner_stops(
    board: Switchboard,
) -> None:
    noor = await board.pupil("Noor")
    before, number = board.core.log.next, len(noor.messages())

    await noor.taps("Deze week")

    assert board.calls(before) == ["editMessageText", "answerCallbackQuery"]
    assert len(noor.messages()) == number


async def test_a_command_is_answered_below(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    before = board.core.log.next

    await noor.sends("/WEEK@inloop_demo_bot")

    assert board.calls(before) == ["sendMessage"]
    assert noor.newest()["text"].startswith("De Linde: wie is er?")


async def test_what_is_booked_becomes_the_card_in_the_pressed_message(board: Switchboard) -> None:
    noor = await board.pupil("Noor")

    card = await noor.books()

    assert cards(noor) == [card]
    assert await anchors(board) == [card]


async def test_a_card_shown_again_below_is_the_only_one(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    old = await noor.books()

    await noor.sends("/appointments")

    (new,) = cards(noor)
    assert new != old
    assert await anchors(board) == [new]


async def test_what_is_done_on_a_card_is_shown_on_it(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    card = await noor.books()
    before = board.core.log.next

    await noor.taps("Afzeggen")
    await noor.taps("Toch niet afzeggen")

    assert cards(noor) == [card]
    assert await anchors(board) == [card]
    assert "deleteMessage" not in board.calls(before)


async def test_after_a_move_the_card_stands_where_the_time_was_chosen(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    old = await noor.books()
    await noor.taps("Andere tijd")
    assert len(noor.messages()) > 1

    await noor.taps("10:20")

    (new,) = cards(noor)
    assert new != old
    assert await anchors(board) == [new]


async def test_a_card_too_old_to_be_deleted_stays_and_the_new_one_counts(
    board: Switchboard,
) -> None:
    noor = await board.pupil("Noor")
    old = await noor.books("maandag 30", "9 uur")
    board.core.clock.move(board.now().replace(day=27))

    await noor.sends("/appointments")

    assert [m["message_id"] for m in noor.messages()][0:1] == [old]
    assert await anchors(board) == [noor.newest()["message_id"]]


async def test_a_press_on_a_message_that_was_deleted_is_answered_below(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    gone = noor.newest()["message_id"]
    board.core.people.delete(noor.user.id, gone)

    await noor.presses(gone, "w")

    assert noor.newest()["text"].startswith("De Linde: wie is er?")
    assert noor.newest()["message_id"] != gone


async def test_a_booking_whose_message_vanished_meanwhile_is_shown_below(
    board: Switchboard,
) -> None:
    """The press still carries its message; the edit finds it gone."""
    noor = await board.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    times = noor.newest()
    board.core.people.press_data(noor.user.id, times["message_id"], times["keyboard"][0][0]["data"])
    (press,) = board.waiting()
    board.core.people.delete(noor.user.id, times["message_id"])

    await board.application.process_update(press)

    assert await anchors(board) == cards(noor) == [noor.newest()["message_id"]]


# Delivered again, answered badly, not answered at all


async def test_a_press_handled_twice_books_once_and_shows_one_card(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    times = noor.newest()
    board.core.people.press_data(noor.user.id, times["message_id"], times["keyboard"][0][0]["data"])
    (press,) = board.waiting()

    await board.application.process_update(press)
    await board.application.process_update(press)

    assert len(await rows(board.url, "appointment")) == 1
    assert cards(noor) == [times["message_id"]]


@pytest.mark.parametrize("kind", ["dropped", "5xx", "429"])
async def test_a_booking_is_shown_although_telegram_stumbles(board: Switchboard, kind: str) -> None:
    noor = await board.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    board.core.faults.add("editMessageText", Fault(kind, seconds=1))
    before = board.core.log.next

    await noor.taps("9:40")

    assert len(cards(noor)) == 1
    assert board.calls(before) == ["editMessageText"] * 2 + ["answerCallbackQuery"]


async def test_when_telegram_fails_the_talk_stands_and_nobody_is_apologised_to(
    board: Switchboard, log: StringIO
) -> None:
    noor = await board.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    number = len(noor.messages())
    board.core.faults.add("editMessageText", Fault("5xx", times=3))

    await noor.taps("9:40")

    assert len(await rows(board.url, "appointment")) == 1
    assert len(noor.messages()) == number
    assert "update" in log.getvalue()
    await noor.sends("/appointments")
    assert len(cards(noor)) == 1


async def test_an_answer_whose_arrival_is_unknown_is_not_sent_twice(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    board.core.faults.add("sendMessage", Fault("dropped"))

    await noor.sends("/week")

    assert [each[:8] for each in noor.texts()].count("De Linde") == 2


async def test_whoever_blocked_the_bot_meanwhile_is_reached_no_more(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    board.core.people.type(noor.user.id, "/week")
    board.core.people.block(noor.user.id)
    week, membership = board.waiting()

    await board.application.process_update(week)

    (person,) = await rows(board.url, "person")
    assert person["reachable"] is False
    await board.application.process_update(membership)


@pytest.mark.parametrize("known", [True, False])
async def test_blocking_and_coming_back_is_noted_of_known_people(
    board: Switchboard, *, known: bool
) -> None:
    noor = await board.pupil("Noor") if known else board.phone("Noor")
    before = await rows(board.url, "person")

    board.core.people.block(noor.user.id)
    await board.handle()
    assert [each["reachable"] for each in await rows(board.url, "person")] == [False] * known
    board.core.people.unblock(noor.user.id)
    await board.handle()

    assert await rows(board.url, "person") == before


# Erasing everything


async def test_what_is_known_of_the_chat_goes_first_and_once_each(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    card = await noor.books()
    await noor.sends("/mydata")
    await noor.sends("/wis")
    sure, before = noor.newest()["message_id"], board.core.log.next

    await noor.taps("Ja, wis alles")

    assert board.calls(before) == ["deleteMessages", "editMessageText", "answerCallbackQuery"]
    assert [each["message_id"] for each in noor.messages()] == [sure]
    assert card not in [each["message_id"] for each in noor.messages()]
    assert await rows(board.url, "person") == []
    assert await rows(board.url, "notice") == []


@pytest.mark.parametrize(
    "fault", [Fault("5xx"), Fault("429", seconds=60)], ids=["away", "too fast"]
)
async def test_what_telegram_does_not_take_away_holds_nothing_up(
    board: Switchboard, fault: Fault
) -> None:
    """One call is enough to know that there is nothing to be had."""
    noor = await board.pupil("Noor")
    await noor.books()
    await noor.sends("/wis")
    before = board.core.log.next
    board.core.faults.add("deleteMessages", fault)

    await noor.taps("Ja, wis alles")

    assert "deleteMessage" not in board.calls(before)
    assert noor.texts()[-1].startswith("Alles is gewist.")
    assert await rows(board.url, "person") == []


async def test_one_message_that_is_too_old_keeps_no_other_in_the_chat(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    card = await noor.books("maandag 30")
    board.core.clock.move(board.now() + timedelta(hours=49))
    await noor.sends("hallo")
    await noor.sends("/wis")

    await noor.taps("Ja, wis alles")

    left = [each["message_id"] for each in noor.messages()]
    assert left == [card, max(left)]
    assert noor.texts()[-1].startswith("Alles is gewist.")


async def test_nothing_of_two_days_stays_in_the_chat_of_who_is_erased(board: Switchboard) -> None:
    """Neither the screen before anybody was known, nor what was typed, nor its answers."""
    noor = board.phone("Noor")
    await noor.sends("/start")
    await noor.taps("Leerling")
    for said in ("wie is er vandaag", "hallo", "/privacy", "/start"):
        await noor.sends(said)
    board.core.people.send(noor.user.id, "sticker")
    await board.handle()
    await noor.sends("/wis")

    await noor.taps("Ja, wis alles")

    begun, left = board.core.people.sees(noor.user.id).messages
    assert (begun["from"], begun["text"]) == ("user", "/start"), "of a stranger nothing is known"
    assert left["text"].startswith("Alles is gewist.")
    assert await rows(board.url, "shown") == []


async def test_of_a_stranger_no_message_is_remembered(board: Switchboard) -> None:
    await board.phone("Mallory").sends("/start")

    assert await rows(board.url, "shown") == []


async def test_where_it_cannot_be_remembered_the_answer_is_shown_once(
    board: Switchboard, log: StringIO
) -> None:
    noor = await board.pupil("Noor")
    await breaks(board, "shown")
    before = board.core.log.next

    await noor.sends("/privacy")

    assert board.calls(before) == ["sendMessage"]
    assert "could not be kept" in log.getvalue()


async def test_what_fails_halfway_has_erased_nothing(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    await noor.books()
    await noor.sends("/wis")
    before = [await rows(board.url, each) for each in ("person", "appointment", "occupancy")]
    await breaks(board, "invitation")

    await noor.taps("Ja, wis alles")

    kept = [await rows(board.url, each) for each in ("person", "appointment", "occupancy")]
    assert kept == before
    assert "pd" not in [each["outcome"] for each in await rows(board.url, "inbox")]


async def test_whoever_blocked_the_bot_while_erasing_leaves_no_row(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    await noor.books()
    await noor.sends("/wis")
    board.core.faults.add("editMessageText", Fault("blocked"))

    await noor.taps("Ja, wis alles")

    assert await rows(board.url, "person") == []


async def test_a_phone_number_vanishes_from_the_chat(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("Andere manier")
    await noor.taps("Bellen")
    await noor.taps(noor.keys()[0])

    await noor.sends("06 12 34 56 78")

    assert "We hebben je nummer." in noor.newest()["text"]
    everything = board.core.people.sees(noor.user.id).messages
    assert not [each for each in everything if "06 12" in each["text"]]


# What is no press and no text


@pytest.mark.parametrize("kind", ["voice", "photo", "sticker"])
async def test_what_nobody_can_hear_or_see_is_said_to_be_so(board: Switchboard, kind: str) -> None:
    noor = await board.pupil("Noor")

    board.core.people.send(noor.user.id, kind)
    await board.handle()

    assert noor.newest()["text"].startswith("Dit kan ik niet horen of zien.")


def _message(**more: Any) -> dict[str, Any]:
    private = {"id": 1001, "type": "private", "first_name": "Noor"}
    sender = {"id": 1001, "is_bot": False, "first_name": "Noor"}
    return {"message_id": 5, "date": 0, "chat": private, "from": sender, **more}


GROUP = {"id": -5, "type": "group", "title": "Klas 2B"}


@pytest.mark.parametrize(
    "update",
    [
        pytest.param({"message": _message(text="/start", chat=GROUP)}, id="a group"),
        pytest.param({"edited_message": _message(text="hoi", edit_date=1)}, id="an edit"),
        pytest.param({"message": _message(group_chat_created=True)}, id="a service message"),
        pytest.param({"channel_post": _message(text="hoi")}, id="a channel"),
    ],
)
async def test_whatever_else_happens_is_none_of_the_bots_business(
    board: Switchboard, update: dict[str, Any]
) -> None:
    await board.pupil("Noor")
    before = board.core.log.next

    await board.application.process_update(Update.de_json({"update_id": 9, **update}, board.bot))

    assert board.calls(before) == []


async def test_a_press_without_data_shows_the_start_screen(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    query = {
        "id": "1", "from": {"id": noor.user.id, "is_bot": False, "first_name": "Noor"},
        "chat_instance": "1", "game_short_name": "x",
    }  # fmt: skip

    await board.application.process_update(
        Update.de_json({"update_id": 9, "callback_query": query}, board.bot)
    )

    assert noor.newest()["text"].startswith("Deze knop is oud.")


# Too much at once


async def test_too_many_presses_get_one_word_each(board: Switchboard) -> None:
    noor = board.phone("Noor", "en")
    await noor.sends("/start")
    board.core.people.press_data(noor.user.id, noor.newest()["message_id"], "w")
    (press,) = board.waiting()

    await board.dispatch.overflow(press)

    (toast,) = board.core.people.sees(noor.user.id).toasts
    assert toast["text"] == "One moment. I am still busy."


@pytest.mark.parametrize(("said", "calls"), [("hoi", []), ("help!", ["sendMessage"])])
async def test_of_too_many_texts_only_a_cry_for_help_is_answered(
    board: Switchboard, said: str, calls: list[str]
) -> None:
    noor = await board.pupil("Noor")
    board.core.people.type(noor.user.id, said)
    (typed,) = board.waiting()
    before = board.core.log.next

    await board.dispatch.overflow(typed)

    assert board.calls(before) == calls


async def test_too_many_of_anything_else_is_passed_over(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    board.core.people.block(noor.user.id)
    (blocked,) = board.waiting()
    before = board.core.log.next

    await board.dispatch.overflow(blocked)

    assert board.calls(before) == []


# Our own faults


def _silent_about(phone: Phone, board: Switchboard, written: str) -> None:
    for words in (SECRET, "0612345678", str(phone.user.id), board.core.token, "Noor"):
        assert words not in written, words


async def test_a_fault_of_ours_is_apologised_for_and_logged_without_words(
    board: Switchboard, log: StringIO
) -> None:
    noor = await board.pupil("Noor")
    await breaks(board, "awaiting")

    await noor.sends(SECRET)

    assert noor.newest()["text"].startswith("Er ging iets mis. Probeer het nog een keer.")
    assert "🕐 Eerste vrije tijd" in list(noor.keys())
    written = log.getvalue()
    assert "ERROR bot.telegram.dispatch update " in written
    assert "OperationalError" in written or "StatementError" in written
    _silent_about(noor, board, written)


async def test_after_a_fault_of_ours_the_spinner_stops_too(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await breaks(board, "inbox")
    before = board.core.log.next

    await noor.taps("9:40")

    assert "answerCallbackQuery" in board.calls(before)
    assert noor.newest()["text"].startswith("Er ging iets mis.")
    assert await rows(board.url, "appointment") == []


async def test_where_even_the_start_screen_fails_the_word_alone_is_said(
    board: Switchboard, log: StringIO
) -> None:
    noor = await board.pupil("Noor")
    await breaks(board, "person")

    await noor.sends(SECRET)

    assert noor.texts()[-1] == "Er ging iets mis. Probeer het nog een keer."
    _silent_about(noor, board, log.getvalue())


async def test_an_update_of_nobody_is_a_fault_and_ends_there(
    board: Switchboard, log: StringIO
) -> None:
    """A press always has a sender; a message of a private chat has one too, but for a fault."""
    odd = Update.de_json({"update_id": 9, "message": _message(text="hoi")}, board.bot)
    assert odd.message is not None
    with odd.message._unfrozen():  # noqa: SLF001
        odd.message.from_user = None

    assert await board.handling.once(odd) is None

    assert "ValueError" in log.getvalue()


# What Telegram shows of the bot


async def test_the_bot_introduces_itself_in_every_language_and_only_once(
    board: Switchboard,
) -> None:
    await introduce(board.bot, board.texts, ("nl", "en"))
    before = board.core.log.next
    await introduce(board.bot, board.texts, ("nl", "en"))

    assert not [each for each in board.calls(before) if each.startswith("set")]
    for code, word in ((None, "Begin"), ("nl", "Begin"), ("en", "Start")):
        listed = await board.bot.get_my_commands(language_code=code)
        assert [each.command for each in listed] == list(COMMANDS)
        assert listed[0].description == word


async def test_a_changed_text_is_set_again(board: Switchboard) -> None:
    await introduce(board.bot, board.texts, ("nl",))
    await board.bot.set_my_description("Oud", language_code="nl")
    before = board.core.log.next

    await introduce(board.bot, board.texts, ("nl",))

    assert [each for each in board.calls(before) if each.startswith("set")] == ["setMyDescription"]


async def test_a_refused_introduction_is_logged_and_no_more(
    board: Switchboard, log: StringIO
) -> None:
    board.core.faults.add("setMyCommands", Fault("5xx"))

    await introduce(board.bot, board.texts, ("nl",))

    assert "commands and descriptions not set: foreign-answer" in log.getvalue()
