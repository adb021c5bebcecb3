"""What the bot sends, over both transports."""

import struct
from datetime import UTC, datetime

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, Forbidden, RetryAfter

from bot.demo.chats import User
from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.wire import wire_bot
from bot.demo.world import Settings

NOBODY = 4711
MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)


def png(width: int, height: int) -> bytes:
    """The head of a PNG, which is all the server looks at."""
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR"
    return head + struct.pack(">II", width, height) + b"\x08\x02\x00\x00\x00"


def jpeg(width: int, height: int) -> bytes:
    """The head of a JPEG up to its first frame."""
    return b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width)


async def test_a_text_arrives_without_tags_and_with_its_keyboard(bot: Bot, noor: User) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("📅 Boek", callback_data="b")]])

    sent = await bot.send_message(
        noor.id, "<b>Hoi</b> 👋 é", parse_mode=ParseMode.HTML, reply_markup=keyboard
    )

    assert (sent.text, sent.text_html) == ("Hoi 👋 é", "<b>Hoi</b> 👋 é")
    assert sent.reply_markup == keyboard
    assert sent.from_user is not None
    assert sent.from_user.is_bot


async def test_the_person_sees_what_was_sent(bot: Bot, core: Core, noor: User) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("📅 Boek", callback_data="b")]])
    sent = await bot.send_message(noor.id, "Hoi", reply_markup=keyboard)

    assert core.people.sees(noor.id).messages[-1] == {
        "message_id": sent.message_id,
        "from": "bot",
        "date": "2026-11-23T08:00:00+00:00",
        "edited": False,
        "text": "Hoi",
        "entities": [],
        "keyboard": [[{"text": "📅 Boek", "data": "b"}]],
    }


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Message text is empty"),
        (" \n ", "Text must be non-empty"),
        ("é" * 4097, "Message is too long"),
        ("é" * 16385, "Text is too long"),
    ],
)
async def test_a_text_has_its_limits(bot: Bot, noor: User, text: str, sentence: str) -> None:
    with pytest.raises(BadRequest) as refused:
        await bot.send_message(noor.id, text)

    assert refused.value.message == sentence


async def test_4096_characters_count_after_the_tags_are_read(bot: Bot, noor: User) -> None:
    sent = await bot.send_message(noor.id, f"<b>{'👋' * 4096}</b>", parse_mode="HTML")

    assert sent.text == "👋" * 4096


async def test_tags_without_words_are_no_text(bot: Bot, noor: User) -> None:
    with pytest.raises(BadRequest, match="Text must be non-empty"):
        await bot.send_message(noor.id, "<b> </b>", parse_mode="HTML")


async def test_an_unknown_parse_mode_is_refused(bot: Bot, noor: User) -> None:
    with pytest.raises(BadRequest, match="Unsupported parse_mode"):
        await bot.send_message(noor.id, "Hoi", parse_mode="Textile")


async def test_nobody_has_the_number(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(NOBODY, "Hoi")


@pytest.mark.parametrize("chat", ["@school", "-100", "²", "x"])
async def test_what_is_no_private_chat_is_not_found(bot: Bot, chat: str) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(chat, "Hoi")


async def test_an_empty_chat_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Chat_id is empty"):
        await bot.send_message("", "Hoi")


async def test_the_bot_cannot_begin(bot: Bot, core: Core) -> None:
    sam = core.people.add("Sam")

    with pytest.raises(Forbidden) as refused:
        await bot.send_message(sam.id, "Hoi")

    assert refused.value.message == "Forbidden: bot can't initiate conversation with a user"


async def test_who_blocked_the_bot_gets_nothing(bot: Bot, core: Core, noor: User) -> None:
    core.people.block(noor.id)

    with pytest.raises(Forbidden) as refused:
        await bot.send_message(noor.id, "Hoi")

    assert refused.value.message == "Forbidden: bot was blocked by the user"
    assert [message["from"] for message in core.people.sees(noor.id).messages] == ["user"]


async def test_who_unblocked_the_bot_hears_again(bot: Bot, core: Core, noor: User) -> None:
    core.people.block(noor.id)
    core.people.unblock(noor.id)

    assert (await bot.send_message(noor.id, "Hoi")).text == "Hoi"


async def test_who_is_gone_gets_nothing(bot: Bot, core: Core, noor: User) -> None:
    core.people.deactivate(noor.id)

    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(noor.id, "Hoi")


async def test_a_button_with_65_bytes_is_refused(bot: Bot, noor: User) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data="é" * 32 + "x")]])

    with pytest.raises(BadRequest) as refused:
        await bot.send_message(noor.id, "Hoi", reply_markup=keyboard)

    assert refused.value.message == "Button_data_invalid"


@pytest.mark.parametrize("picture", [png(800, 400), jpeg(800, 400)])
async def test_a_photo_arrives_with_its_caption(
    bot: Bot, core: Core, noor: User, picture: bytes
) -> None:
    sent = await bot.send_photo(
        noor.id,
        picture,
        caption="<b>Grafiek</b>",
        parse_mode="HTML",
        show_caption_above_media=True,
        filename="chart.png",
    )

    assert (sent.caption, sent.photo[0].width, sent.photo[0].height) == ("Grafiek", 800, 400)
    assert sent.show_caption_above_media
    seen = core.people.sees(noor.id).messages[-1]
    assert (seen["text"], seen["show_caption_above_media"]) == ("Grafiek", True)
    assert seen["photo"]["url"].startswith("/sim/files/photos/")


@pytest.mark.parametrize(
    ("picture", "sentence"),
    [
        (b"no picture", "Image_process_failed"),
        (b"\xff\xd8\xff", "Image_process_failed"),
        (png(9000, 1001), "Photo_invalid_dimensions"),
        (png(210, 10), "Photo_invalid_dimensions"),
        (png(10, 10) + bytes(10 * 1024 * 1024), "File is too big for a photo"),
    ],
)
async def test_not_everything_is_a_photo(
    bot: Bot, noor: User, picture: bytes, sentence: str
) -> None:
    with pytest.raises(BadRequest) as refused:
        await bot.send_photo(noor.id, picture)

    assert refused.value.message == sentence


async def test_a_caption_has_1024_characters(bot: Bot, noor: User) -> None:
    assert (await bot.send_photo(noor.id, png(9, 9), caption="é" * 1024)).caption == "é" * 1024
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(noor.id, png(9, 9), caption="é" * 1025)


async def test_a_document_can_be_fetched_again(bot: Bot, noor: User) -> None:
    sent = await bot.send_document(noor.id, b"uren;3", filename="week 47.csv", caption="Cijfers")
    assert sent.document is not None

    file = await bot.get_file(sent.document.file_id)

    assert (sent.document.file_name, sent.caption) == ("week 47.csv", "Cijfers")
    assert bytes(await file.download_as_bytearray()) == b"uren;3"


async def test_a_file_may_hang_on_a_reference(bot: Bot, noor: User) -> None:
    sent = await bot.send_document(noor.id, InputFile(b"x", filename="x.txt", attach=True))

    assert sent.document is not None
    assert sent.document.file_size == 1


async def test_a_file_is_sent_again_by_its_id(bot: Bot, noor: User) -> None:
    first = await bot.send_photo(noor.id, png(9, 9))

    again = await bot.send_photo(noor.id, first.photo[0].file_id)

    assert again.photo == first.photo
    with pytest.raises(BadRequest, match="Can't use file of type photo as document"):
        await bot.send_document(noor.id, first.photo[0].file_id)


async def test_a_file_nobody_sent_is_refused(bot: Bot, noor: User) -> None:
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await bot.send_photo(noor.id, "made-up")
    with pytest.raises(BadRequest, match="Failed to get http url content"):
        await bot.send_photo(noor.id, "https://example.nl/a.png")
    with pytest.raises(BadRequest, match="Invalid file_id"):
        await bot.get_file("made-up")


async def test_typing_is_shown_to_those_who_can_be_reached(bot: Bot, noor: User) -> None:
    assert await bot.send_chat_action(noor.id, ChatAction.TYPING)
    with pytest.raises(BadRequest, match="Wrong parameter action in request"):
        await bot.send_chat_action(noor.id, "dancing")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_chat_action(NOBODY, ChatAction.TYPING)


async def test_a_chat_can_be_looked_up(bot: Bot, noor: User) -> None:
    chat = await bot.get_chat(noor.id)

    assert (chat.id, chat.type, chat.first_name) == (noor.id, "private", "Noor")


async def test_what_may_not_be_copied_says_so(bot: Bot, noor: User) -> None:
    sent = await bot.send_message(noor.id, "Hoi", protect_content=True)

    assert sent.has_protected_content


async def test_an_answer_to_nothing_is_refused(bot: Bot, noor: User) -> None:
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(noor.id, "Hoi", reply_parameters=ReplyParameters(99))
    lenient = ReplyParameters(99, allow_sending_without_reply=True)
    assert (await bot.send_message(noor.id, "Hoi", reply_parameters=lenient)).text == "Hoi"


async def test_sending_too_fast_is_refused_when_that_is_switched_on() -> None:
    core = Core(DemoClock(MONDAY), Settings(flood=True))
    noor, sam = core.people.add("Noor"), core.people.add("Sam")
    for user in (noor, sam):
        core.people.type(user.id, "/start")
    async with wire_bot(core) as bot:
        for _ in range(5):
            await bot.send_message(noor.id, "Hoi")
        with pytest.raises(RetryAfter):
            await bot.send_message(noor.id, "Hoi")

        assert (await bot.send_message(sam.id, "Hoi")).text == "Hoi"
