"""Showing: edited where it can be, sent where it must be, nothing twice."""

import time

import pytest
from telegram.error import RetryAfter, TelegramError

from bot.demo.faults import Fault
from bot.telegram.errors import Kind, classify
from bot.telegram.presenter import LONGEST_WAIT, TRIES
from bot.telegram.words import Message, message
from flows.model import MessageId
from flows.router import Answer
from flows.screen import Line, Picture, Screen
from tests.bot.phones import Phone, Switchboard

GONE = MessageId(999_999)


def words(board: Switchboard, text_id: str = "mine-none", *, silent: bool = False) -> Message:
    return message(Answer(Screen((Line(text_id),), silent=silent), "nl"), board.texts)


async def noor(board: Switchboard) -> tuple[Phone, MessageId]:
    """Noor, and the message on her phone."""
    phone = board.phone("Noor")
    await phone.sends("/start")
    return phone, MessageId(phone.newest()["message_id"])


async def test_a_message_is_changed_in_its_place(board: Switchboard) -> None:
    phone, shown = await noor(board)

    assert await board.presenter.replace(phone.user.id, shown, words(board)) == shown

    assert phone.texts() == ["Je hebt geen afspraken."]


@pytest.mark.parametrize("how", ["deleted", "never there"])
async def test_where_there_is_nothing_to_change_a_new_message_comes(
    board: Switchboard, how: str
) -> None:
    phone, shown = await noor(board)
    if how == "deleted":
        board.core.people.delete(phone.user.id, shown)
    old = shown if how == "deleted" else GONE

    at = await board.presenter.replace(phone.user.id, old, words(board))

    assert at != old
    assert phone.texts()[-1] == "Je hebt geen afspraken."


async def test_a_message_that_says_it_already_is_left_alone(board: Switchboard) -> None:
    phone, shown = await noor(board)
    await board.presenter.replace(phone.user.id, shown, words(board))
    before = board.core.log.next

    assert await board.presenter.replace(phone.user.id, shown, words(board)) == shown

    assert board.calls(before) == ["editMessageText"]


@pytest.mark.parametrize("kind", ["5xx", "dropped"])
async def test_an_edit_without_an_answer_is_made_again(board: Switchboard, kind: str) -> None:
    phone, shown = await noor(board)
    board.core.faults.add("editMessageText", Fault(kind, times=TRIES - 1))

    assert await board.presenter.replace(phone.user.id, shown, words(board)) == shown

    assert phone.texts() == ["Je hebt geen afspraken."]


async def test_an_edit_is_given_up_after_three_tries_and_nothing_is_sent(
    board: Switchboard,
) -> None:
    phone, shown = await noor(board)
    board.core.faults.add("editMessageText", Fault("5xx", times=TRIES))
    before = board.core.log.next

    with pytest.raises(TelegramError):
        await board.presenter.replace(phone.user.id, shown, words(board))

    assert board.calls(before) == ["editMessageText"] * TRIES
    assert len(phone.texts()) == 1


@pytest.mark.parametrize(("kind", "seen"), [("dropped", 1), ("5xx", 0)])
async def test_a_new_message_without_an_answer_is_not_sent_again(
    board: Switchboard, kind: str, seen: int
) -> None:
    phone, _ = await noor(board)
    board.core.faults.add("sendMessage", Fault(kind))

    with pytest.raises(TelegramError):
        await board.presenter.below(phone.user.id, words(board))

    assert phone.texts().count("Je hebt geen afspraken.") == seen


async def test_too_fast_is_waited_out_when_it_is_short(board: Switchboard) -> None:
    phone, _ = await noor(board)
    board.core.faults.add("sendMessage", Fault("429", seconds=1))
    began = time.monotonic()

    await board.presenter.below(phone.user.id, words(board))

    assert time.monotonic() - began >= 1
    assert phone.texts().count("Je hebt geen afspraken.") == 1


async def test_too_fast_for_longer_than_anybody_waits_is_given_up_at_once(
    board: Switchboard,
) -> None:
    phone, _ = await noor(board)
    board.core.faults.add("sendMessage", Fault("429", seconds=LONGEST_WAIT + 1))

    with pytest.raises(RetryAfter):
        await board.presenter.below(phone.user.id, words(board))


async def test_sending_for_the_outbox_never_insists(board: Switchboard) -> None:
    phone, _ = await noor(board)
    board.core.faults.add("sendMessage", Fault("429", seconds=1))
    before = board.core.log.next

    with pytest.raises(RetryAfter):
        await board.presenter.send(phone.user.id, words(board))

    assert board.calls(before) == ["sendMessage"]


async def test_a_silent_message_makes_no_sound(board: Switchboard) -> None:
    phone, _ = await noor(board)
    before = board.core.log.next

    await board.presenter.send(phone.user.id, words(board, silent=True))
    await board.presenter.send(phone.user.id, words(board))

    flags = [each.params.get("disable_notification") for each in board.core.log.since(before)]
    assert flags == ["true", "false"]


async def test_a_picture_comes_below_even_where_a_message_could_be_changed(
    board: Switchboard,
) -> None:
    phone, shown = await noor(board)
    picture = Picture(Line("digest-even"), ((Line("topic-home"), 3, 7),))
    told = message(Answer(Screen((Line("mine-none"),), picture=picture), "nl"), board.texts)

    at = await board.presenter.replace(phone.user.id, shown, told)

    assert at != shown
    assert phone.newest()["photo"]["file_name"] == "inloop.png"
    assert phone.newest()["text"] == "Je hebt geen afspraken."


@pytest.mark.parametrize("fault", [Fault("5xx"), Fault("blocked"), Fault("429")])
async def test_tidying_up_and_stopping_the_spinner_may_fail(
    board: Switchboard, fault: Fault
) -> None:
    phone, shown = await noor(board)
    for method in ("deleteMessage", "answerCallbackQuery"):
        board.core.faults.add(method, Fault(fault.kind, times=2))

    await board.presenter.remove(phone.user.id, shown)
    await board.presenter.answered("1")
    await board.presenter.toast("1", "Even wachten.")

    assert len(phone.texts()) == 1


async def test_a_message_is_taken_away(board: Switchboard) -> None:
    phone, shown = await noor(board)

    await board.presenter.remove(phone.user.id, shown)
    await board.presenter.remove(phone.user.id, shown)

    assert phone.texts() == []


async def test_a_refusal_that_is_our_fault_is_not_hidden(board: Switchboard) -> None:
    phone, shown = await noor(board)
    empty = Message("", words(board).keyboard, None, None, "nl", silent=False)

    with pytest.raises(TelegramError) as refused:
        await board.presenter.replace(phone.user.id, shown, empty)

    assert classify(refused.value).kind is Kind.REFUSED
