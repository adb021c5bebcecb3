"""A set of sentences written before the parser, on which it was not tuned: a floor, no promise.

Read the first time by the parser as it was then: 75 of 80 right, no date in 40 of 40 without one.
One person wrote both, so the number flatters.
"""

import tomllib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from flows.understanding.dates import find_when

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WEDNESDAY = datetime(2026, 11, 25, 10, 0, tzinfo=AMSTERDAM)
SET = tomllib.loads(Path(__file__).with_name("held_out_dates.toml").read_text(encoding="utf-8"))
DATED: list[tuple[str, str, str]] = [
    (text, on, at) for name, rows in SET.items() if name != "without" for text, on, at in rows
]


def said(text: str) -> tuple[str, str]:
    found = find_when(text, WEDNESDAY, AMSTERDAM)
    return (
        found.date.isoformat() if found.date else "",
        found.time.strftime("%H:%M") if found.time else "",
    )


def test_at_least_nine_of_ten_are_right() -> None:
    assert len(DATED) == 80
    right = [text for text, on, at in DATED if said(text) == (on, at)]
    assert len(right) >= 72


def test_a_sentence_without_a_date_gives_none() -> None:
    assert [text for text in SET["without"] if said(text) != ("", "")] == []
