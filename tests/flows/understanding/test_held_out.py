"""A set of sentences written before the parser, on which it was not tuned: a floor, no promise.

Asked as written, and with one typing error each.

Read the first time by the parser as it was then: 75 of 80 right, no date in 40 of 40 without one.
One person wrote both, so the number flatters.
"""

import tomllib
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from flows.understanding.dates import find_when
from tests.flows.understanding.slips import slip

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


@pytest.mark.parametrize("seed", range(1, 7))
def test_one_typing_error_makes_few_dates_missed_and_hardly_one_wrong(seed: int) -> None:
    found = [(said(slip(text, seed)), (on, at)) for text, on, at in DATED]

    assert sum(told == meant for told, meant in found) >= 68
    assert sum(_is_wrong(told, meant) for told, meant in found) <= 2


def _is_wrong(told: tuple[str, str], meant: tuple[str, str]) -> bool:
    """Whether a day or a time is said that is not meant."""
    return any(each not in {"", other} for each, other in zip(told, meant, strict=True))
