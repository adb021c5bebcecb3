"""A second set of messages, kept apart from phrases and rules: a floor, no promise.

What it says of itself stands at its top; what was measured, in docs/crisis.md.
"""

import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

from flows.safety.detecting import detect
from flows.wording.folding import fold
from tests.flows.understanding.phrases import learned
from tests.flows.understanding.slips import slip

SET = tomllib.loads(Path(__file__).with_name("second_set.toml").read_text("utf-8"))
CRIES = [text for each in SET.values() for _, text in each["cries"]]
ORDINARY = [text for each in SET.values() for text in each["ordinary"]]
NEAR = [text for each in SET.values() for text in each["near"]]


def share(texts: Iterable[str], level: int) -> float:
    """How many of a hundred texts reach a level."""
    found = [detect(each).level >= level for each in texts]
    return 100 * sum(found) / len(found)


def test_six_languages_cry_and_ask_and_none_of_it_was_learned() -> None:
    known = learned()

    assert set(SET) == {"nl", "en", "tr", "ar", "pl", "uk"}
    assert len(CRIES) == len(ORDINARY) + len(NEAR) == 200
    assert [each for each in (*CRIES, *ORDINARY, *NEAR) if fold(each) in known] == []


def test_cries_are_found() -> None:
    assert share(CRIES, 1) >= 98


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_cries_with_a_typing_error_are_found(seed: int) -> None:
    assert share((slip(each, seed) for each in CRIES), 1) >= 95


def test_ordinary_messages_raise_no_alarm() -> None:
    assert share(ORDINARY, 1) < 8
    assert share(ORDINARY, 2) < 1
