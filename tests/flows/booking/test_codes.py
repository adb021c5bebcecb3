"""The two pictures, as somebody who has only them says or writes them."""

import pytest

from flows.booking.codes import COUNT, code_line
from flows.booking.typed import code_named
from flows.texts import Texts, known_languages
from tests.ports import demo_programme

LANGUAGES = known_languages()
TEXTS = Texts(LANGUAGES, demo_programme().zone)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_read_from_its_words_in_any_language(language: str) -> None:
    for code in range(COUNT):
        said = TEXTS.say(language, code_line(code))
        pictures, _, words = said.partition(" ")
        assert [code_named(each) for each in (said, words, words.upper(), pictures)] == [
            code
        ] * 4, said


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("  Blauwe   VIS ", 0),
        ("🔵 🐟", 0),
        ("0", 0),
        ("95", 95),
        ("96", None),
        ("-1", None),
        ("9" * 400, None),
        ("blauwe", None),
        ("vis", None),
        ("blauwe vis en meer", None),
        ("", None),
        ("🔵", None),
    ],
)
def test_it_is_one_code_or_none(text: str, code: int | None) -> None:
    assert code_named(text) == code


def test_who_erased_everything_has_no_pictures() -> None:
    assert TEXTS.say("nl", code_line(None)) == "zonder plaatje"
