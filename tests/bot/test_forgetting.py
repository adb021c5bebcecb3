"""The night takes out what may not stay, before the backup, and no screen breaks of it."""

import logging
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.forgetting import Forgetting
from bot.jobs import Jobs
from bot.trouble import Alarm
from flows.model import Role
from flows.staff_steps import Day
from storage.releasing import Releasing
from tests.bot.phones import Phone, Switchboard
from tests.bot.telegram.test_dispatch import breaks
from tests.flows.place import rows
from tests.town import TUESDAY, ZONE

DAY = timedelta(days=1)
NIGHT = datetime(2026, 11, 25, 3, 45, tzinfo=ZONE)


def forgetting(board: Switchboard) -> Forgetting:
    """The work of one more process."""
    ports = board.router.ports
    return Forgetting(board.store.engine, ports, Alarm())


async def nights(board: Switchboard, count: int) -> None:
    """So many nights pass, each with all that it makes due."""
    sender, releasing = board.sender, Releasing(board.store.engine)
    jobs = Jobs(board.router.ports, releasing, sender, nights=(forgetting(board),))
    for n in range(count):
        board.core.clock.move(max(board.now(), NIGHT + n * DAY))
        await jobs.run_due()


async def called(board: Switchboard) -> Phone:
    """Noor, with a talk by phone this morning, her number and a nickname."""
    noor = await board.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    await noor.taps("Andere manier")
    await noor.taps("Bellen")
    await noor.taps("9:40")
    await noor.sends("06 12345678")
    return noor


async def test_every_button_of_a_talk_that_is_gone_leads_kindly_on(board: Switchboard) -> None:
    fatima = await board.desk("Fatima", Role.WORKER, "fatima")
    noor = await called(board)
    pressed = 0
    for passed in (3, 9):
        await nights(board, passed)
        for phone in (noor, fatima):
            for message in phone.messages():
                for key in (key for row in message["keyboard"] or [] for key in row):
                    await phone.presses(message["message_id"], key["data"])
                    assert "ging iets mis" not in phone.newest()["text"]
                    pressed += 1
        await noor.sends("/appointments")
        assert "Je hebt geen afspraken." in noor.newest()["text"]
        await fatima.presses(fatima.newest()["message_id"], Day(TUESDAY.date()).pack())
    assert pressed > 40
    assert await rows(board.url, "appointment") == []
    assert await rows(board.url, "aside") == []


async def test_a_talk_is_counted_before_it_goes(board: Switchboard) -> None:
    await called(board)
    await nights(board, 3)
    [talk] = await rows(board.url, "appointment")
    assert talk["ended_in"] is not None


async def test_who_comes_once_a_week_stays_and_who_went_begins_anew(board: Switchboard) -> None:
    noor, sam = await board.pupil("Noor"), await board.pupil("Sam")
    for _ in range(14):
        board.core.clock.move(board.now() + 7 * DAY)
        await noor.sends("/today")
        await forgetting(board).run(board.now())
    assert len(await rows(board.url, "person")) == 1

    await sam.sends("/today")

    assert "Wie ben je?" in sam.newest()["text"]
    assert "De Linde" in noor.newest()["text"]


async def test_once_a_week_somebody_is_written_down_and_not_more(board: Switchboard) -> None:
    noor = await board.pupil("Noor")
    for at, monday in ((TUESDAY + 2 * DAY, 23), (TUESDAY + 6 * DAY, 30), (TUESDAY + 9 * DAY, 30)):
        board.core.clock.move(at)
        await noor.sends("/today")
        [person] = await rows(board.url, "person")
        assert person["seen_on"].day == monday


async def test_once_a_night_the_log_has_numbers_of_rows_and_nothing_else(
    board: Switchboard, caplog: pytest.LogCaptureFixture
) -> None:
    await called(board)
    board.core.clock.move(TUESDAY + 3 * DAY)
    job = forgetting(board)
    with caplog.at_level(logging.INFO, "bot.forgetting"):
        for _ in range(3):
            await job.run(board.now())
    said = [each.getMessage() for each in caplog.records if each.name == "bot.forgetting"]
    (told,) = said
    assert re.fullmatch(
        r"forgotten in the night of 2026-11-27: 1 numbers, 1 links, \d messages", told
    )
    assert job.next_at(board.now()) == datetime(2026, 11, 28, 3, 45, tzinfo=ZONE)


async def test_a_number_cannot_be_read_in_the_files_after_the_night(
    board: Switchboard, tmp_path: Path
) -> None:
    """Not even sealed: the key may leak some day."""
    await called(board)
    [sealed] = [each["phone"] for each in await rows(board.url, "participant")]
    assert sealed in held(tmp_path)

    await nights(board, 1)

    assert sealed not in held(tmp_path)
    assert [each["phone"] for each in await rows(board.url, "participant")] == [None]


def held(folder: Path) -> bytes:
    """All bytes of the database and what lies beside it."""
    return b"".join(each.read_bytes() for each in folder.glob("inloop.db*"))


async def test_what_fails_is_told_and_tried_again_after_a_while(
    board: Switchboard, caplog: pytest.LogCaptureFixture
) -> None:
    await called(board)
    board.core.clock.move(TUESDAY + DAY)
    job = forgetting(board)
    await breaks(board, "invitation")

    with pytest.raises(Exception, match="invitation"):
        await job.run(board.now())

    assert job.next_at(board.now()) == board.now() + timedelta(minutes=10)
    await job.run(board.now())
    assert job.next_at(board.now()) == board.now() + timedelta(minutes=10)
