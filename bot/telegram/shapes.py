"""Whether what was brought as an update is what Telegram's documents say it is.

python-telegram-bot reads any JSON and looks at no type, so a list may stand where a text is
expected. Only what the bot uses is looked at.
"""

from collections.abc import Callable
from datetime import datetime

from telegram import CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update, User


def is_sound(update: Update) -> bool:
    """Tell whether every part that is used has the type it should have."""
    parts = (
        _none_or(update.message, _is_message),
        _none_or(update.callback_query, _is_press),
        _none_or(update.my_chat_member, _is_change),
    )
    return isinstance(update.update_id, int) and all(parts)


def _none_or(part: object, is_sound: Callable[[object], bool]) -> bool:
    return part is None or is_sound(part)


def _is_message(said: object) -> bool:
    return (
        isinstance(said, Message)
        and isinstance(said.message_id, int)
        and _is_chat(said.chat)
        and _none_or(said.from_user, _is_user)
        and _none_or(said.text, _is_text)
        and _none_or(said.caption, _is_text)
        and isinstance(said.date, datetime)
    )


def _is_press(query: object) -> bool:
    return (
        isinstance(query, CallbackQuery)
        and _is_user(query.from_user)
        and _is_text(query.id)
        and _none_or(query.data, _is_text)
        and (query.message is None or isinstance(query.message.message_id, int))
    )


def _is_change(change: object) -> bool:
    return (
        isinstance(change, ChatMemberUpdated)
        and _is_chat(change.chat)
        and _is_user(change.from_user)
        and isinstance(change.new_chat_member, ChatMember)
        and _is_text(change.new_chat_member.status)
    )


def _is_chat(chat: object) -> bool:
    return isinstance(chat, Chat) and isinstance(chat.id, int) and _is_text(chat.type)


def _is_user(user: object) -> bool:
    return (
        isinstance(user, User)
        and isinstance(user.id, int)
        and _none_or(user.language_code, _is_text)
    )


def _is_text(part: object) -> bool:
    return isinstance(part, str)
