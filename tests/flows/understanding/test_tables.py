"""The tables of all languages have one form."""

import tomllib

import pytest

from flows.understanding.calendar.lexicon import lexicon
from flows.understanding.calendar.signs import SECTIONS
from flows.understanding.calendar.tables import (
    LANGUAGES,
    folded,
    phrases,
    read,
    source,
    spelled_out,
    table,
)
from flows.understanding.ordinary import ordinary
from flows.understanding.spelling import Speller, one_error
from flows.wording.folding import fold


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_is_read_as_toml_is(language: str) -> None:
    assert read(source(language)) == tomllib.loads(source(language))


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_letter_by_letter_a_table_is_folded_as_messages_are(language: str) -> None:
    held = table(language)
    for name, keys in folded(held).items():
        for key, words in keys.items():
            if name != "spelled":
                for plain, written in zip(
                    words.split(","), held[name][key].split(","), strict=True
                ):
                    assert plain.strip() == fold(written).replace("'", "").strip()


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
    known = Speller.of(["maandag", "завтра", "kort", "juni", "juli"], shortest=4)
    assert list(known.meant(typed)) == meant


def test_one_error_and_no_more() -> None:
    assert one_error("abcd", "abdc")
    assert one_error("abcd", "abcd")
    assert not one_error("abcd", "badc")
    assert not one_error("abcd", "ab")
