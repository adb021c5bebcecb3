"""A press, its one answer, and the message it came from."""

from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest

from bot.demo.chats import User
from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.labels import find_button, words
from bot.demo.people import PeopleError
from bot.demo.wire import wire_bot
from bot.demo.world import Settings

BOOK = InlineKeyboardMarkup([[InlineKeyboardButton("📅 Boek", callback_data="b:1")]])
MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)
TOO_OLD = "Query is too old and response timeout expired or query id is invalid"


async def test_the_bot_learns_what_was_pressed_and_where(bot: Bot, core: Core, noor: User) -> None:
    sent = await bot.send_message(noor.id, "Kies", reply_markup=BOOK)

    core.people.press(noor.id, sent.message_id, "Boek")

    (update,) = await bot.get_updates()
    query = update.callback_query
    assert query is not None
    assert isinstance(query.message, Message)
    assert (query.data, query.from_user.id, query.message.text) == ("b:1", noor.id, "Kies")


async def test_a_press_is_answered_once(bot: Bot, core: Core, noor: User) -> None:
    sent = await bot.send_message(noor.id, "Kies", reply_markup=BOOK)
    query = core.people.press_data(noor.id, sent.message_id, "b:1")

    assert await bot.answer_callback_query(query, "Geboekt", show_alert=True)
    with pytest.raises(BadRequest) as refused:
        await bot.answer_callback_query(query)

    assert refused.value.message == TOO_OLD
    assert core.people.sees(noor.id).toasts == [{"text": "Geboekt", "show_alert": True}]


async def test_an_answer_without_text_shows_nothing(bot: Bot, core: Core, noor: User) -> None:
    sent = await bot.send_message(noor.id, "Kies", reply_markup=BOOK)

    assert await bot.answer_callback_query(core.people.press_data(noor.id, sent.message_id, "x"))
    assert core.people.sees(noor.id).toasts == []


async def test_a_press_nobody_made_has_no_answer(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=TOO_OLD):
        await bot.answer_callback_query("1")


async def test_a_toast_has_200_characters(bot: Bot, core: Core, noor: User) -> None:
    sent = await bot.send_message(noor.id, "Kies", reply_markup=BOOK)
    query = core.people.press_data(noor.id, sent.message_id, "b:1")

    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query(query, "é" * 201)
    assert await bot.answer_callback_query(query, "é" * 200)


async def test_the_answer_comes_within_the_window() -> None:
    core = Core(DemoClock(MONDAY), Settings(answer_window=0.0))
    noor = core.people.add("Noor")
    core.people.type(noor.id, "/start")
    async with wire_bot(core) as bot:
        sent = await bot.send_message(noor.id, "Kies", reply_markup=BOOK)
        query = core.people.press_data(noor.id, sent.message_id, "b:1")

        with pytest.raises(BadRequest, match=TOO_OLD):
            await bot.answer_callback_query(query)


async def test_the_message_of_an_old_press_is_out_of_reach(
    bot: Bot, core: Core, noor: User
) -> None:
    sent = await bot.send_message(noor.id, "Kies", reply_markup=BOOK)
    await bot.delete_message(noor.id, sent.message_id)

    core.people.press_data(noor.id, sent.message_id, "b:1")

    (update,) = await bot.get_updates()
    assert update.callback_query is not None
    message = update.callback_query.message
    assert message is not None
    assert not message.is_accessible
    assert (message.message_id, message.chat.id) == (sent.message_id, noor.id)


async def test_a_press_lives_150_seconds(bot: Bot, core: Core, noor: User) -> None:
    sent = await bot.send_message(noor.id, "Kies", reply_markup=BOOK)
    core.people.press(noor.id, sent.message_id, "Boek")
    core.people.type(noor.id, "Is Fatima er?")

    core.clock.move(core.clock.now() + timedelta(seconds=150))

    (update,) = await bot.get_updates()
    assert update.message is not None


async def test_only_what_stands_there_now_can_be_pressed(bot: Bot, core: Core, noor: User) -> None:
    sent = await bot.send_message(noor.id, "Kies", reply_markup=BOOK)
    await bot.edit_message_text("Klaar", noor.id, sent.message_id)

    with pytest.raises(PeopleError) as refused:
        core.people.press(noor.id, sent.message_id, "Boek")

    assert refused.value.status == 404
    assert core.people.press_data(noor.id, sent.message_id, "b:1")


async def test_a_link_is_opened_by_the_app(bot: Bot, core: Core, noor: User) -> None:
    link = InlineKeyboardButton("🌐 Site", url="https://example.nl/")
    sent = await bot.send_message(noor.id, "Kies", reply_markup=InlineKeyboardMarkup([[link]]))

    assert core.people.press(noor.id, sent.message_id, "Site") == {"url": "https://example.nl/"}
    assert core.world.idle()


@pytest.mark.parametrize(
    ("label", "plain"),
    [
        ("📅 Boek", "Boek"),
        ("◀️ Terug", "Terug"),
        ("👩‍🏫 \u2068Fatima\u2069", "Fatima"),
        ("1️⃣ Een", "Een"),
        ("🇳🇱 Nederlands", "Nederlands"),
        ("✅", ""),
        ("14:00", "14:00"),
        ("العربية", "العربية"),
        ("💬 ትግርኛ", "ትግርኛ"),
    ],
)
def test_the_words_of_a_button_stand_behind_its_pictogram(label: str, plain: str) -> None:
    assert words(label) == plain


@pytest.mark.parametrize(
    ("wanted", "data"),
    [
        ("📅 Boek", "1"),
        ("Boek", "1"),
        ("boek", "2"),
        ("BOEK", "2"),
        ("Ja", "5"),
        ("👍 ja", "5"),
        ("Fatima, 14:00", "3"),
        ("✅", "4"),
        ("Weg", None),
        ("", None),
        ("❌", None),
    ],
)
def test_a_button_is_found_by_label_or_words(wanted: str, data: str | None) -> None:
    texts = ["📅 Boek", "boek", "👩‍🏫 \u2068Fatima\u2069, 14:00", "✅", "👍 Ja"]
    rows = [[{"text": text, "callback_data": str(n)}] for n, text in enumerate(texts, 1)]

    found = find_button(rows, wanted)

    assert (found and found["callback_data"]) == data
