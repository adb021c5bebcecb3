"""After weeks of real life nothing that anybody said, or is called by, can be read anywhere.

Three weeks of 60 people in the suite; `LONG=1` lives through a school year of 500.
"""

import logging
import os
import random
from base64 import b64encode
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest

from bot.backup import copied
from bot.delivery.gate import Gate
from bot.demo.faults import Fault
from bot.figures import Figures
from bot.forgetting import Forgetting
from bot.jobs import Jobs
from bot.logs import set_up
from bot.telegram.handling import Handling
from bot.trouble import Alarm
from flows.model import Role
from storage.releasing import Releasing
from tests.bot.marked import Marked, forms, forms_of_number, weekdays
from tests.bot.phones import Switchboard, switchboard
from tests.flows.place import rows
from tests.town import ZONE

LONG = bool(os.environ.get("LONG"))
PEOPLE, WEEKS, A_DAY = (500, 40, 30) if LONG else (60, 3, 6)
MONDAY = datetime(2026, 11, 2, 3, 0, tzinfo=ZONE)


@pytest.fixture
def log() -> Iterator[StringIO]:
    """The log as the running bot writes it."""
    root, stream = logging.getLogger(), StringIO()
    handlers, level = root.handlers[:], root.level
    set_up(stream)
    yield stream
    root.handlers[:], root.level = handlers, level


def jobs_of(board: Switchboard, figures: Figures) -> Jobs:
    ports, alarm = board.router.ports, Alarm(counted=figures.met)
    forgetting = Forgetting(board.store.engine, ports, alarm)
    board.handling = Handling(board.dispatch, board.application, ports, alarm, figures, Gate())
    releasing = Releasing(board.store.engine)
    return Jobs(ports, releasing, board.sender, (), alarm, figures.ticked, nights=(forgetting,))


async def lived(board: Switchboard, people: Marked, jobs: Jobs) -> None:
    """Weeks in which people come, workers answer, things fail, and nights pass."""
    workers = [await board.desk(each, Role.WORKER, each) for each in ("fatima", "jeroen")]
    for morning in weekdays(MONDAY, WEEKS):
        for at in (morning - timedelta(hours=5), morning):
            board.core.clock.move(at)
            await jobs.run_due()
        for _ in range(A_DAY):
            await people.comes(people.random.randrange(PEOPLE))
        board.core.faults.add("sendMessage", Fault("5xx"))
        board.core.faults.add("editMessageText", Fault("dropped"))
        for hours in (4, 11):
            board.core.clock.move(morning + timedelta(hours=hours))
            await jobs.run_due()
            for each in workers:
                await each.sends("/today")
                await each.sends(people.word())


async def test_nothing_that_anybody_said_or_is_called_by_can_be_read_anywhere(
    tmp_path: Path, log: StringIO
) -> None:
    figures = Figures()
    async with switchboard(tmp_path, MONDAY) as board:
        people = Marked(board, random.Random(7))
        await lived(board, people, jobs_of(board, figures))
        backup = tmp_path / "a.backup"
        await copied(board.store.engine, tmp_path / "inloop.db", backup)
        held = files(tmp_path)
        talks = await rows(board.url, "participant")
    held |= {"the log": log.getvalue().encode(), "the figures": figures.text()}

    assert {"inloop.db", "inloop.db-wal", "keys.db", "a.backup"} <= held.keys()
    assert people.done == {"booked", "Hoe heet je", "Nummer geven"}, "they told what they should"
    assert any(each["phone"] for each in talks)
    assert any(each["nickname"] for each in talks)
    assert found(people, held) == []


def files(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def found(people: Marked, held: dict[str, bytes]) -> list[tuple[str, str]]:
    """Where which marker can be read."""
    return [
        (name, what)
        for what, form in people.forms()
        for name, content in held.items()
        if form in content
    ]


@pytest.mark.parametrize("around", [b"", b"x", b"xy", b"xyz"])
def test_the_search_finds_what_is_there(around: bytes) -> None:
    word, number = "bcdfghjkmnpq", 7_100_000_123
    texts = [around + word.encode() + around, around + word.encode("utf-16-le")]
    texts += [b64encode(texts[0]), texts[0].hex().encode(), texts[0].hex().upper().encode()]
    for each in texts:
        assert any(form in each for form in forms(word)), each
    for size in (6, 8):
        assert any(form in number.to_bytes(size) for form in forms_of_number(number))
