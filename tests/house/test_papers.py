"""What the papers for operators and privacy officers say of how long things stay."""

from pathlib import Path

import pytest

from flows.policy import PrivacyLimits

DOCS = Path(__file__).parents[2] / "docs"
SETTINGS = [name for name in PrivacyLimits.model_fields if name != "at"]


@pytest.mark.parametrize("paper", ["dpia.md", "operations.md"])
def test_every_setting_of_how_long_things_stay_is_named(paper: str) -> None:
    text = (DOCS / paper).read_text("utf-8")
    assert [name for name in SETTINGS if f"`{name}`" not in text] == []


@pytest.mark.parametrize("paper", ["dpia.md", "operations.md"])
def test_the_spans_are_those_of_the_defaults(paper: str) -> None:
    text, limits = (DOCS / paper).read_text("utf-8"), PrivacyLimits()
    spans = [
        f"{limits.link_hours} hours after", f"{limits.talk_days} days after",
        f"{limits.idle_days} days after", f"{limits.notice_days} days",
        f"{limits.hours_days} days after",
    ]  # fmt: skip
    assert [each for each in spans if each not in text] == []
