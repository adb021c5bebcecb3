"""Who is near whom, against every pair tried, and numbers that come back as they went."""

import json
import sys
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.wording import neighbours, packed
from flows.wording.neighbours import Neighbours, remainders
from flows.wording.packed import unpacked

WORDS = st.lists(st.text("abcш", min_size=1, max_size=5), max_size=12)


@given(WORDS, st.text("abcш", max_size=6))
def test_near_are_those_that_leave_the_same(words: list[str], typed: str) -> None:
    left = remainders(typed)
    expected = [each for each in dict.fromkeys(words) if left & remainders(each)]

    made = Neighbours.among(words)
    assert made.near(typed) == expected
    assert Neighbours.read(json.loads(json.dumps(made.written()))).near(typed) == expected


def test_what_is_left_is_the_word_and_each_that_is_one_sign_shorter() -> None:
    assert remainders("aab") == {"aab", "ab", "aa"}
    assert remainders("") == {""}


def test_another_word_with_the_same_key_is_not_near(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbours, "crc32", len)

    assert Neighbours.among(["abcd", "wxyz"]).near("abc") == ["abcd"]


def test_keys_that_do_not_fit_their_words_are_refused() -> None:
    data = {**Neighbours.among(["een", "twee"]).written(), "of": packed.packed("H", [0])}
    with pytest.raises(ValueError, match="do not fit together"):
        Neighbours.read(data)


@pytest.mark.parametrize(
    ("code", "numbers"), [("b", [-128, 127]), ("H", [0, 65_535]), ("I", [1, 2**32 - 1])]
)
def test_numbers_come_back_whatever_the_machine(
    code: str, numbers: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = packed.packed(code, numbers)
    assert list(unpacked(code, text)) == numbers
    assert packed.packed("H", [1]) == "AQA="
    monkeypatch.setattr(sys, "byteorder", "big")
    turned = array("H", [1])
    turned.byteswap()
    assert packed.packed("H", turned) == "AQA="
    assert unpacked("H", "AQA=") == turned
    with pytest.raises(ValueError, match="multiple"):
        unpacked("H", "AQ==")
