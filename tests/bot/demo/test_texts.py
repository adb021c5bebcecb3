"""Text as Telegram keeps it."""

import pytest

from bot.demo.texts import Rich, cleaned, units, with_links


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("  Hoi \n", "Hoi"),
        ("a\r\nb", "a\nb"),
        ("a\tb\x00c", "a b c"),
        ("a\u202eb\u2028c", "abc"),
        ("\u2068Fatima\u2069", "\u2068Fatima\u2069"),
        ("a\u200e\u200f\u200eb", "a\u200c\u200c\u200eb"),
        ("\u200fمرحبا", "\u200fمرحبا"),
    ],
)
def test_text_is_cleaned_before_it_is_kept(given: str, kept: str) -> None:
    assert cleaned(Rich(given)).text == kept


def test_entities_move_along_when_characters_go() -> None:
    bold = {"type": "bold", "offset": 5, "length": 3}

    rich = cleaned(Rich(" \r👋 Hoi\r ", (bold,)))

    assert rich == Rich("👋 Hoi", ({"type": "bold", "offset": 3, "length": 3},))


def test_an_entity_of_nothing_but_blanks_at_the_end_goes() -> None:
    assert cleaned(Rich("Hoi  ", ({"type": "bold", "offset": 3, "length": 2},))) == Rich("Hoi")


def test_offsets_count_utf16_units() -> None:
    assert units("👋é") == 3


@pytest.mark.parametrize(
    ("text", "kind", "span"),
    [
        ("/start linde", "bot_command", (0, 6)),
        ("👋 /hulp", "bot_command", (3, 5)),
        ("zie https://example.nl/a.", "url", (4, 20)),
        ("zie example.nl", "url", (4, 10)),
        ("mail noor@example.nl", "email", (5, 15)),
        ("vraag @fatima", "mention", (6, 7)),
        ("#hulp", "hashtag", (0, 5)),
    ],
)
def test_telegram_finds_links_by_itself(text: str, kind: str, span: tuple[int, int]) -> None:
    offset, length = span

    found = with_links(Rich(text)).entities

    assert found == ({"type": kind, "offset": offset, "length": length},)


@pytest.mark.parametrize("text", ["10/2", "en/of", "http", "a@b", "14:00", "3#4"])
def test_plain_words_are_no_links(text: str) -> None:
    assert with_links(Rich(text)).entities == ()


def test_no_link_inside_a_link() -> None:
    link = {"type": "text_link", "offset": 0, "length": 10, "url": "http://example.nl/"}

    assert with_links(Rich("example.nl", (link,))).entities == (link,)
