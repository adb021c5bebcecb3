"""What is let in, and what is nothing to the bot."""

import logging

import pytest
from telegram import Update

from bot.telegram.intake import Intake
from bot.telegram.lanes import Lanes
from tests.bot.phones import Switchboard
from tests.flows.place import rows

SAID = {
    "message_id": 1,
    "date": 1_795_000_000,
    "chat": {"id": 5, "type": "private"},
    "text": "hoi",
}


@pytest.mark.parametrize("part", ["message", "channel_post"])
async def test_what_nobody_sent_is_done_with_and_leaves_nothing(
    board: Switchboard, caplog: pytest.LogCaptureFixture, part: str
) -> None:
    update = Update.de_json({"update_id": 9, part: SAID}, board.bot)
    done: list[bool] = []

    async with Lanes(lambda *_: None) as lanes:
        intake = Intake(lanes, board.handling, board.dispatch)
        assert await intake.brought(update) is None
        intake.polled(update, lambda: done.append(True))
        assert (len(lanes), done) == (0, [True])

    assert await rows(board.url, "aside") == []
    assert [each for each in caplog.records if each.levelno >= logging.WARNING] == []
