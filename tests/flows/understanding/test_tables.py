"""The tables of all languages have one form."""

from pathlib import Path

import pytest

from flows.understanding.calendar.lexicon import FILE, lexicon
from flows.understanding.calendar.signs import SECTIONS
from flows.understanding.ordinary import ordinary
from flows.understanding.spelling import Speller, one_error
from flows.wording.folding import fold
from flows.wording.neighbours import Neighbours
from tests.training.calendar_tables import LANGUAGES, phrases, spelled_out, table
from tests.training.lexicon import written


def test_the_lexicon_is_of_todays_tables() -> None:
    assert FILE.read_text("utf-8") == written(), "run make train"


def test_a_lexicon_of_another_format_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.understanding.calendar.lexicon.FILE", tmp_path / "calendar.json")
    (tmp_path / "calendar.json").write_text('{"format": 0}', "utf-8")
    with pytest.raises(ValueError, match=r"calendar\.json has format 0, not 1"):
        lexicon.__wrapped__()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_the_same_keys(language: str) -> None:
    def keys(of: str) -> dict[str, list[str]]:
        return {name: sorted(held) for name, held in table(of).items() if name != "spelled"}

    assert keys(language) == keys("nl")


def test_every_key_is_used() -> None:
    used = {(name, key) for name, keys in SECTIONS.items() for key in keys}
    for name, held in table("nl").items():
        for key in held:
            assert (name, key) in used or name in {"glued", "numbers", "spelled", "word", "clock"}


def test_short_forms_are_spelled_out() -> None:
    assert list(spelled_out("a(b|c) d")) == ["ab d", "ac d"]
    assert list(spelled_out("(x|y)(|z)")) == ["x", "xz", "y", "yz"]
    assert list(phrases("a, -, b(|c)")) == ["a", "b", "bc"]
    assert list(phrases("")) == []


def test_phrases_are_words_with_single_spaces() -> None:
    for phrase in lexicon().meanings:
        assert phrase == " ".join(phrase.split())
        assert phrase.replace(" ", "").isalnum(), phrase


def test_words_of_every_day_are_folded() -> None:
    assert all(word == fold(word).replace("'", "") for word in ordinary())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("maandg", ["maandag"]),
        ("maanndag", ["maandag"]),
        ("maamdag", ["maandag"]),
        ("maadnag", ["maandag"]),
        ("maandah", ["maandag"]),
        ("maandag", ["maandag"]),
        ("aandag", ["maandag"]),
        ("amandag", ["maandag"]),
        ("naandag", ["maandag"]),
        ("автра", ["завтра"]),
        ("фавтра", ["завтра"]),
        ("jumi", ["juni", "juli"]),
        ("zuni", []),
        ("mndg", []),
        ("zaandag", []),
        ("", []),
        ("m" * 500, []),
    ],
)
def test_one_error_is_forgiven_and_in_the_first_letter_a_likely_one(
    typed: str, meant: list[str]
) -> None:
    known = Speller(4, Neighbours.among(["maandag", "завтра", "kort", "juni", "juli"]))
    assert list(known.meant(typed)) == meant


def test_one_error_and_no_more() -> None:
    assert one_error("abcd", "abdc")
    assert one_error("abcd", "abcd")
    assert not one_error("abcd", "badc")
    assert not one_error("abcd", "ab")
