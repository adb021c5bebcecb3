"""Updates whose parts are of another kind than Telegram says: nobody has to expect them."""

from typing import Any

import pytest
from telegram import Update

from bot.telegram.shapes import is_sound

USER = {"id": 5, "is_bot": False, "first_name": "Noor", "language_code": "nl"}
CHAT = {"id": 5, "type": "private"}
SAID = {"message_id": 1, "date": 1_795_000_000, "chat": CHAT, "from": USER, "text": "hoi"}
PRESSED = {"id": "7", "from": USER, "chat_instance": "1", "data": "h", "message": SAID}
MEMBER = {"status": "member", "user": USER}
CHANGE = {
    "chat": CHAT, "from": USER, "date": 1_795_000_000,
    "old_chat_member": MEMBER, "new_chat_member": MEMBER,
}  # fmt: skip


def read(**parts: Any) -> Update:
    return Update.de_json({"update_id": 1, **parts}, None)


def test_what_telegram_brings_is_sound() -> None:
    assert is_sound(read(message=SAID))
    assert is_sound(read(message={**SAID, "text": None, "caption": "hoi"}))
    assert is_sound(read(callback_query=PRESSED))
    assert is_sound(read(callback_query={**PRESSED, "message": None}))
    assert is_sound(read(my_chat_member=CHANGE))
    assert is_sound(read())


@pytest.mark.parametrize(
    "parts",
    [
        {"update_id": "1"},
        {"message": {**SAID, "text": ["hoi"]}},
        {"message": {**SAID, "caption": {"a": 1}}},
        {"message": {**SAID, "from": {**USER, "id": "5"}}},
        {"message": {**SAID, "from": {**USER, "language_code": 7}}},
        {"message": {**SAID, "message_id": None}},
        {"message": {**SAID, "chat": {**CHAT, "type": 3}}},
        {"callback_query": {**PRESSED, "data": 5}},
        {"callback_query": {**PRESSED, "id": 7}},
        {"my_chat_member": {**CHANGE, "new_chat_member": {**MEMBER, "status": 4}}},
    ],
)
def test_a_part_of_another_kind_is_not(parts: dict[str, Any]) -> None:
    assert not is_sound(read(**parts))
