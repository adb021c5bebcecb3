"""Dates and times, as people type them in six languages."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from flows.understanding.dates import When, find_when
from tests.flows.understanding.date_cases import CASES, WITHOUT

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WEDNESDAY = datetime(2026, 11, 25, 10, 0, tzinfo=AMSTERDAM)


def when(text: str, now: datetime = WEDNESDAY) -> When:
    return find_when(text, now, AMSTERDAM)


def said(found: When) -> tuple[str, str]:
    return (
        found.date.isoformat() if found.date else "",
        found.time.strftime("%H:%M") if found.time else "",
    )


@pytest.mark.parametrize(
    ("text", "on", "at"), [case for language in CASES.values() for case in language]
)
def test_what_is_typed_is_that_day_and_time(text: str, on: str, at: str) -> None:
    assert said(when(text)) == (on, at)


@pytest.mark.parametrize("text", WITHOUT)
def test_no_date_is_made_of_a_sentence_without_one(text: str) -> None:
    assert said(when(text)) == ("", "")
