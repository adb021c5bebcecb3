"""Ten kills in the suite; `make chaos LONG=1` has the full number."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.delivery.sender import MOST_DEATHS
from bot.demo.chats import User
from flows.model import AppointmentId
from tests.chaos.__main__ import SHORT
from tests.chaos.clock import Shown
from tests.chaos.figures import Figures
from tests.chaos.place import FIRST, LEAD, Talk
from tests.chaos.run import chaos


async def test_ten_kills_lose_nothing_and_repeat_at_most_what_they_hit(tmp_path: Path) -> None:
    figures = await chaos(tmp_path, "sqlite+aiosqlite:///inloop.db", SHORT, replicas=1, seed=2026)

    assert figures.faulty() == []
    assert figures.kills == SHORT
    assert figures.confirmed > 0


TALK = Talk(User(7, "Noor", "nl"), FIRST, AppointmentId(1))
DUE = FIRST - LEAD
SOON = [DUE + timedelta(seconds=n) for n in range(5)]


def counted(told: list[datetime], hits: int = 0, silenced: int = 0) -> Figures:
    figures = Figures(hits=hits)
    figures.reminded(TALK, told, hits, silenced)
    return figures


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        (counted(SOON[:1]), []),
        (counted(SOON[:2], hits=1), []),
        (counted(SOON[:3], hits=1, silenced=1), []),
        (counted([], hits=MOST_DEATHS), []),
        (counted([], hits=MOST_DEATHS - 1), ["1 reminders lost: "]),
        (counted(SOON[:2]), ["1 reminders twice without a reason", "1 reminders twice by 0 kills"]),
        (counted(SOON[:4], hits=1, silenced=1), ["1 reminders twice without a reason"]),
        (counted([FIRST]), ["1 reminders after the start"]),
        (Figures(due=1, missing=1), ["1 bookings lost"]),
        (Figures(), ["nothing was due"]),
    ],
)
def test_what_was_promised_and_did_not_hold_is_named(figures: Figures, said: list[str]) -> None:
    assert figures.faulty()[: len(said)] == said
    assert bool(figures.faulty()) is bool(said)


def test_a_kill_that_hit_one_reminder_explains_no_other() -> None:
    figures = counted(SOON[:1], hits=1)
    figures.reminded(TALK, SOON[:2], 0, 0)

    assert figures.faulty() == ["1 reminders twice without a reason"]


def test_an_answer_that_was_dropped_is_no_excuse_for_a_kill() -> None:
    figures = counted(SOON[:2], silenced=1)

    assert (figures.twice, figures.repeated) == (0, 1)
    assert figures.faulty() == []


def test_the_clock_goes_at_its_speed_and_stands_still(tmp_path: Path) -> None:
    shown = Shown(tmp_path / "clock")
    shown.runs(0, FIRST)
    assert shown() == shown() == FIRST

    shown.runs(10**6)
    assert Shown(shown.file)() > FIRST
