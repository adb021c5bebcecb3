"""What the bot changes and takes back, over both transports."""

from datetime import timedelta

import pytest
from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    Message,
    ReplyKeyboardMarkup,
)
from telegram.error import BadRequest, Forbidden

from bot.demo.chats import User
from bot.demo.core import Core

YES = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="j")]])
NO = InlineKeyboardMarkup([[InlineKeyboardButton("Nee", callback_data="n")]])
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x09\x00\x00\x00\x09"


async def test_a_text_changes_in_place(bot: Bot, core: Core, noor: User) -> None:
    sent = await bot.send_message(noor.id, "Kies", reply_markup=YES)
    core.clock.move(core.clock.now() + timedelta(days=30))

    edited = await bot.edit_message_text(
        "<i>Klaar</i>", noor.id, sent.message_id, parse_mode="HTML"
    )

    assert isinstance(edited, Message)
    assert (edited.text_html, edited.reply_markup) == ("<i>Klaar</i>", None)
    assert edited.edit_date == core.clock.now()
    seen = core.people.sees(noor.id).messages[-1]
    assert (seen["text"], seen["edited"], seen["keyboard"]) == ("Klaar", True, [])


@pytest.mark.parametrize("text", ["Kies", " Kies\r\n", "K\u202eies", "<b></b>Kies"])
async def test_the_same_again_is_not_modified(bot: Bot, noor: User, text: str) -> None:
    sent = await bot.send_message(noor.id, "Kies", reply_markup=YES)

    with pytest.raises(BadRequest) as refused:
        await bot.edit_message_text(
            text, noor.id, sent.message_id, parse_mode="HTML", reply_markup=YES
        )

    assert refused.value.message == (
        "Message is not modified: specified new message content and reply markup are exactly"
        " the same as a current content and reply markup of the message"
    )


async def test_another_keyboard_or_other_entities_are_a_change(bot: Bot, noor: User) -> None:
    sent = await bot.send_message(noor.id, "Kies", reply_markup=YES)

    assert await bot.edit_message_text("Kies", noor.id, sent.message_id, reply_markup=NO)
    assert await bot.edit_message_text(
        "<b>Kies</b>", noor.id, sent.message_id, parse_mode="HTML", reply_markup=NO
    )


async def test_a_keyboard_changes_alone(bot: Bot, noor: User) -> None:
    sent = await bot.send_message(noor.id, "Kies", reply_markup=YES)

    edited = await bot.edit_message_reply_markup(noor.id, sent.message_id, reply_markup=NO)

    assert isinstance(edited, Message)
    assert (edited.text, edited.reply_markup) == ("Kies", NO)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_reply_markup(noor.id, sent.message_id, reply_markup=NO)


async def test_a_message_that_is_gone_cannot_be_edited(bot: Bot, noor: User) -> None:
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("Kies", noor.id, 99)


async def test_a_message_without_number_cannot_be_edited(bot: Bot, noor: User) -> None:
    with pytest.raises(BadRequest, match="Message identifier is not specified"):
        await bot.edit_message_text("Kies", noor.id)


@pytest.mark.parametrize("markup", [ForceReply(), ReplyKeyboardMarkup([["Ja"]])])
async def test_a_message_with_a_reply_keyboard_cannot_be_edited(
    bot: Bot, noor: User, markup: ForceReply | ReplyKeyboardMarkup
) -> None:
    sent = await bot.send_message(noor.id, "Hoe heet je?", reply_markup=markup)

    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("Klaar", noor.id, sent.message_id)


async def test_what_a_person_wrote_cannot_be_edited(bot: Bot, noor: User) -> None:
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("Klaar", noor.id, min(noor.messages))


async def test_the_text_of_a_photo_is_a_caption(bot: Bot, noor: User) -> None:
    sent = await bot.send_photo(noor.id, PICTURE, caption="Week 47")

    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("Week 48", noor.id, sent.message_id)
    edited = await bot.edit_message_caption(noor.id, sent.message_id, caption="Week 48")
    assert isinstance(edited, Message)
    assert (edited.caption, edited.photo) == ("Week 48", sent.photo)


async def test_a_text_has_no_caption(bot: Bot, noor: User) -> None:
    sent = await bot.send_message(noor.id, "Kies")

    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await bot.edit_message_caption(noor.id, sent.message_id, caption="Week 48")


async def test_a_photo_becomes_a_document(bot: Bot, noor: User) -> None:
    sent = await bot.send_photo(noor.id, PICTURE, caption="Week 47")
    media = InputMediaDocument(b"uren;3", filename="week.csv", caption="Cijfers")

    edited = await bot.edit_message_media(media, noor.id, sent.message_id, reply_markup=YES)

    assert isinstance(edited, Message)
    assert edited.document is not None
    assert (edited.document.file_name, edited.caption, edited.photo) == ("week.csv", "Cijfers", ())
    assert edited.reply_markup == YES


async def test_a_text_becomes_a_photo(bot: Bot, noor: User) -> None:
    sent = await bot.send_message(noor.id, "Een ogenblik")

    edited = await bot.edit_message_media(InputMediaPhoto(PICTURE), noor.id, sent.message_id)

    assert isinstance(edited, Message)
    assert (edited.text, len(edited.photo)) == (None, 1)


async def test_an_edit_keeps_what_may_not_be_copied(bot: Bot, noor: User) -> None:
    sent = await bot.send_message(noor.id, "Kies", protect_content=True)

    edited = await bot.edit_message_text("Klaar", noor.id, sent.message_id)

    assert isinstance(edited, Message)
    assert edited.has_protected_content


async def test_who_blocked_the_bot_sees_no_edit(bot: Bot, core: Core, noor: User) -> None:
    sent = await bot.send_message(noor.id, "Kies")
    core.people.block(noor.id)

    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.edit_message_text("Klaar", noor.id, sent.message_id)


async def test_a_message_is_deleted_once(bot: Bot, core: Core, noor: User) -> None:
    sent = await bot.send_message(noor.id, "Kies")

    assert await bot.delete_message(noor.id, sent.message_id)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(noor.id, sent.message_id)
    assert core.people.sees(noor.id).deleted == [sent.message_id]


async def test_what_a_person_wrote_can_be_deleted_too(bot: Bot, core: Core, noor: User) -> None:
    assert await bot.delete_message(noor.id, min(noor.messages))
    assert core.people.sees(noor.id).messages == []


async def test_after_48_hours_nothing_can_be_deleted(bot: Bot, core: Core, noor: User) -> None:
    sent = await bot.send_message(noor.id, "Kies")
    core.clock.move(core.clock.now() + timedelta(hours=48, seconds=1))

    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await bot.delete_message(noor.id, sent.message_id)
    with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
        await bot.delete_messages(noor.id, [sent.message_id])


async def test_many_are_deleted_at_once_and_those_gone_are_skipped(
    bot: Bot, core: Core, noor: User
) -> None:
    numbers = [(await bot.send_message(noor.id, text)).message_id for text in ("a", "b")]

    assert await bot.delete_messages(noor.id, [*numbers, numbers[0], 99])
    assert core.people.sees(noor.id).deleted == numbers


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        ([], "Message identifiers are not specified"),
        (list(range(101)), "Too many message identifiers specified"),
    ],
)
async def test_from_1_to_100_messages_are_deleted(
    bot: Bot, noor: User, numbers: list[int], sentence: str
) -> None:
    with pytest.raises(BadRequest, match=sentence):
        await bot.delete_messages(noor.id, numbers)
