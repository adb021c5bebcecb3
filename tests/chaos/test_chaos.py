"""Ten kills in the suite; `make chaos LONG=1` has the full number."""

from pathlib import Path

from tests.chaos.__main__ import SHORT
from tests.chaos.run import Figures, chaos


async def test_ten_kills_lose_nothing_and_repeat_at_most_what_they_hit(tmp_path: Path) -> None:
    figures = await chaos(tmp_path, "sqlite+aiosqlite:///inloop.db", SHORT, replicas=1, seed=2026)

    assert figures.faulty() == []
    assert figures.kills == SHORT
    assert figures.confirmed > 0


def test_what_was_promised_and_did_not_hold_is_named() -> None:
    held = Figures(due=3, hits=1, twice=1)
    assert held.faulty() == []
    held.twice, held.lost, held.late, held.missing = 2, 1, 1, 1
    assert len(held.faulty()) == 4
    assert Figures().faulty() == ["nothing was due"]
