"""Markup under a message and what Telegram says of wrong markup."""

import json

import pytest

from bot.demo.calls import Call
from bot.demo.keyboards import Markup, read_markup
from bot.demo.replies import ApiError, Json


def read(markup: object) -> Markup:
    raw = markup if isinstance(markup, str) else json.dumps(markup)
    return read_markup(Call("sendMessage", {"reply_markup": raw}))


def inline(button: Json) -> Json:
    return {"inline_keyboard": [[button]]}


@pytest.mark.parametrize(
    "button",
    [
        {"text": "📅 Boek", "callback_data": "b:1"},
        {"text": "Boek", "callback_data": "é" * 32},
        {"text": "Site", "url": "https://example.nl/"},
        {"text": "Bel", "copy_text": {"text": "020 123 45 67"}},
        {"text": "Ja", "callback_data": "j", "style": "success"},
    ],
)
def test_a_good_button_is_reported_as_it_was_sent(button: Json) -> None:
    assert read(inline(button)).json() == inline(button)


def test_what_nobody_knows_of_a_button_is_left_out() -> None:
    assert read(inline({"text": "Ja", "callback_data": "j", "later": 1})).rows == (
        ({"text": "Ja", "callback_data": "j"},),
    )


@pytest.mark.parametrize(
    ("markup", "sentence"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ([], "object expected as reply markup"),
        ({"inline_keyboard": [{}]}, "can't parse inline keyboard: Array of Arrays expected"),
        (inline({"text": "x", "callback_data": "é" * 33}), "BUTTON_DATA_INVALID"),
        (
            inline({"text": "x", "callback_data": ""}),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            inline({"text": "x", "callback_data": "a", "url": "https://example.nl"}),
            "can't parse inline keyboard button: exactly one of callback_data, url must be used",
        ),
        (
            inline({"text": " ", "callback_data": "a"}),
            "inline keyboard button text must be non-empty",
        ),
        (
            inline({"text": "x", "callback_data": "a", "style": "pink"}),
            "can't parse inline keyboard button: invalid button style specified",
        ),
        (inline({"text": "x", "copy_text": {"text": "a" * 257}}), "BUTTON_COPY_TEXT_INVALID"),
        (
            inline({"text": "x", "url": "tel:112"}),
            "inline keyboard button URL 'tel:112' is invalid: Unsupported URL protocol",
        ),
        (
            inline({"text": "x", "url": "https://linde"}),
            "inline keyboard button URL 'https://linde' is invalid: Wrong HTTP URL",
        ),
        (
            {"inline_keyboard": [[{"text": "x", "callback_data": "a"}]] * 101},
            "reply markup is too long",
        ),
    ],
)
def test_wrong_markup_is_refused_in_telegrams_words(markup: object, sentence: str) -> None:
    with pytest.raises(ApiError) as refused:
        read(markup)

    assert refused.value.description == f"Bad Request: {sentence}"


@pytest.mark.parametrize(
    "markup", [{"remove_keyboard": True}, {"force_reply": True}, {"keyboard": [["Ja"]]}]
)
def test_a_reply_keyboard_fixes_the_message(markup: Json) -> None:
    assert read(markup) == Markup(fixed=True)


@pytest.mark.parametrize("markup", ["", "null", {"inline_keyboard": []}, {"inline_keyboard": [[]]}])
def test_no_buttons_are_no_keyboard(markup: object) -> None:
    assert read(markup) == Markup()
