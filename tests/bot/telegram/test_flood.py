"""A flood from one chat: whoever comes behind it waits for as little as the lanes allow."""

from functools import partial

import pytest
from telegram import Update

from bot.telegram.intake import Intake
from bot.telegram.lanes import Lanes
from tests.bot.phones import Phone, Switchboard

FLOOD = 200
CAP = 10
"""Updates of one chat that may wait behind the one in hand, in each of its two lanes."""


async def taken_in(board: Switchboard, updates: list[Update]) -> list[int]:
    """Let all of them in at once, with one slot; whose they are, in the order of the answers."""
    answered: list[int] = []

    def done(whose: int, at: int) -> None:
        if board.core.log.next > at or whose != updates[0].effective_user.id:  # type: ignore[union-attr]
            answered.append(whose)

    async with Lanes(lambda *_: None, slots=1, cap=CAP) as lanes:
        intake = Intake(lanes, board.handling, board.dispatch)
        for update in updates:
            user = update.effective_user
            assert user is not None
            intake.polled(update, partial(done, user.id, board.core.log.next))
        assert len(lanes) <= 2 * (CAP + 1) + 1, "the rest was let go at once"
    return answered


@pytest.fixture
async def mallory(board: Switchboard) -> Phone:
    """A stranger who is new here."""
    phone = board.phone("Mallory")
    await phone.sends("/start")
    return phone


@pytest.mark.parametrize("kind", ["texts", "presses", "links"])
async def test_who_comes_behind_a_flood_waits_for_two_of_its_updates_at_most(
    board: Switchboard, mallory: Phone, kind: str
) -> None:
    noor = await board.pupil("Noor")
    people, shown = board.core.people, mallory.newest()["message_id"]
    for n in range(FLOOD):
        if kind == "presses":
            people.press_data(mallory.user.id, shown, "a")
        else:
            people.type(mallory.user.id, "hoi" if kind == "texts" else f"/start s_linde_{n:08}")
    people.press_data(noor.user.id, noor.newest()["message_id"], "w")

    answered = await taken_in(board, board.waiting())

    assert answered.index(noor.user.id) <= 2
    assert answered.count(noor.user.id) == 1
    assert answered.count(mallory.user.id) <= 2 * (CAP + 1)
    assert noor.newest()["text"].startswith("De Linde: wie is er?")
