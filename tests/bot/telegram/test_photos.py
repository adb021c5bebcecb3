"""A worker's photo: one screen of it at a time, one upload, and words where it cannot be had."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from telegram.error import TelegramError

from bot.demo.faults import Fault
from bot.demo.files import Files
from bot.telegram.words import Message, message
from flows.model import MessageId
from flows.programme import Programme
from flows.router import Answer
from flows.screen import Line, Screen
from tests.bot.demo.pictures import png
from tests.bot.phones import Phone, Switchboard


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "fatima.png"
    file.write_bytes(png(80, 80))
    return file


def vars_of(programme: Programme) -> dict[str, Any]:
    """What a programme is made of."""
    return {name: getattr(programme, name) for name in Programme.model_fields}


def lost(photo: Path, content: bytes | None = None) -> None:
    """The file is gone, or holds something else."""
    photo.unlink()
    if content is not None:
        photo.write_bytes(content)


def words(board: Switchboard, photo: Path | None = None) -> Message:
    return message(Answer(Screen((Line("mine-none"),), photo=photo), "nl"), board.texts)


async def noor(board: Switchboard) -> tuple[Phone, MessageId]:
    phone = await board.pupil("Noor")
    return phone, MessageId(phone.newest()["message_id"])


async def test_a_photo_takes_the_place_of_words_and_is_uploaded_once(
    board: Switchboard, photo: Path
) -> None:
    phone, shown = await noor(board)
    before = board.core.log.next

    assert await board.presenter.replace(phone.user.id, shown, words(board, photo)) == shown
    assert len(phone.messages()) == 1
    assert (phone.newest()["photo"]["width"], phone.texts()) == (80, ["Je hebt geen afspraken."])

    lost(photo)
    await board.presenter.below(phone.user.id, words(board, photo))
    assert [each["photo"]["width"] for each in phone.messages()] == [80, 80]
    assert board.calls(before) == ["editMessageMedia", "sendPhoto"]


async def test_words_after_a_photo_come_anew_and_the_photo_goes(
    board: Switchboard, photo: Path
) -> None:
    phone, shown = await noor(board)
    await board.presenter.replace(phone.user.id, shown, words(board, photo))

    at = await board.presenter.replace(phone.user.id, shown, words(board))

    assert at != shown
    assert [(each["message_id"], each.get("photo")) for each in phone.messages()] == [(at, None)]


async def test_a_photo_whose_message_is_gone_comes_anew(board: Switchboard, photo: Path) -> None:
    phone, shown = await noor(board)
    board.core.people.delete(phone.user.id, shown)

    at = await board.presenter.replace(phone.user.id, shown, words(board, photo))

    assert [each["message_id"] for each in phone.messages()] == [at]
    assert phone.newest()["photo"]


@pytest.mark.parametrize("content", [None, b"no picture"])
@pytest.mark.parametrize("how", ["replace", "below"])
async def test_where_a_photo_cannot_be_had_the_words_are_shown(
    board: Switchboard,
    photo: Path,
    content: bytes | None,
    how: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    phone, shown = await noor(board)
    lost(photo, content)

    with caplog.at_level(logging.WARNING):
        if how == "replace":
            await board.presenter.replace(phone.user.id, shown, words(board, photo))
        else:
            await board.presenter.below(phone.user.id, words(board, photo))

    assert phone.texts()[-1] == "Je hebt geen afspraken."
    assert not phone.newest().get("photo")
    assert "fatima" not in caplog.text


async def test_a_refused_photo_is_uploaded_anew_the_next_time(
    board: Switchboard, photo: Path
) -> None:
    phone, _ = await noor(board)
    await board.presenter.below(phone.user.id, words(board, photo))
    board.core.world.files = Files()

    await board.presenter.below(phone.user.id, words(board, photo))
    await board.presenter.below(phone.user.id, words(board, photo))

    assert [bool(each.get("photo")) for each in phone.messages()[-2:]] == [False, True]


async def test_an_outage_is_not_taken_for_a_refused_photo(board: Switchboard, photo: Path) -> None:
    phone, shown = await noor(board)
    board.core.faults.add("editMessageMedia", Fault("5xx", times=3))

    with pytest.raises(TelegramError):
        await board.presenter.replace(phone.user.id, shown, words(board, photo))

    assert not phone.newest().get("photo")


async def test_a_talk_booked_below_a_photo_has_one_card(board: Switchboard, photo: Path) -> None:
    programme = board.router.ports.programme
    workers = tuple(
        each.model_copy(update={"photo": photo}) if each.id == "fatima" else each
        for each in programme.workers
    )
    given = Programme.model_construct(**{**vars_of(programme), "workers": workers})
    board.router.ports = replace(board.router.ports, programme=given)
    phone = await board.pupil("Noor")

    await phone.taps("Kies met wie")
    await phone.taps("👤 Fatima")
    assert phone.newest()["photo"]
    assert "• Fatima (vrouw): Thuis, ruzie, verdriet." in phone.newest()["text"]
    await phone.taps("9:40")

    assert [each["text"].splitlines()[0] for each in phone.messages()] == ["Je afspraak"]
    before = board.core.log.next
    await phone.taps("Afzeggen")
    assert board.calls(before) == ["editMessageText", "answerCallbackQuery"]
