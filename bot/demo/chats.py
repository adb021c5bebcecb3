"""People, their chat with the bot, and the messages in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from bot.demo.files import Stored
from bot.demo.keyboards import Markup
from bot.demo.replies import Json
from bot.demo.texts import Rich


@dataclass(frozen=True, slots=True)
class Content:
    """All of a message that an edit can change.

    Attributes:
        rich: Text, or the caption of media.
        options: Further fields as the Bot API reports them.
    """

    rich: Rich
    media: Stored | None = None
    markup: Markup = field(default_factory=Markup)
    options: tuple[tuple[str, object], ...] = ()


@dataclass(slots=True)
class Message:
    """A message in one chat; `born` and `changed` are numbers of the chats' own counter."""

    message_id: int
    user_id: int
    from_bot: bool
    date: datetime
    content: Content
    born: int
    changed: int
    edited_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Toast:
    """The answer to a press, as it pops up."""

    text: str
    show_alert: bool
    at: int

    def json(self) -> Json:
        """As the user side shows it."""
        return {"text": self.text, "show_alert": self.show_alert}


@dataclass(slots=True)
class User:
    """A person with the app; the private chat has the same number."""

    id: int
    first_name: str
    language_code: str
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    touched: int = 0  # the latest change in this chat
    messages: dict[int, Message] = field(default_factory=dict)
    deleted: list[tuple[int, int]] = field(default_factory=list)  # (when, message_id)
    toasts: list[Toast] = field(default_factory=list)

    def json(self) -> Json:
        """As a `User` of the Bot API."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        return {**user, "language_code": self.language_code} if self.language_code else user

    def chat(self) -> Json:
        """The private chat, as a `Chat` of the Bot API."""
        return {"id": self.id, "type": "private", "first_name": self.first_name}


class Chats:
    """Everybody, and one counter that numbers every change in any chat."""

    def __init__(self, first_message: int) -> None:
        self._users: dict[int, User] = {}
        self._next_message = first_message
        self.changes = 0

    def __iter__(self) -> Iterator[User]:
        return iter(self._users.values())

    def user(self, user_id: int) -> User | None:
        """The person with this number."""
        return self._users.get(user_id)

    def free_id(self) -> int:
        """The number after the highest; the first is 1001."""
        return max(self._users, default=1000) + 1

    def add_user(self, user: User) -> None:
        """Somebody new."""
        self._users[user.id] = user

    def change(self, user: User) -> int:
        """The number of one more change in somebody's chat."""
        self.changes += 1
        user.touched = self.changes
        return self.changes

    def add(self, user: User, content: Content, *, at: datetime, from_bot: bool) -> Message:
        """Put a message at the end of a chat."""
        number = self.change(user)
        message = Message(self._next_message, user.id, from_bot, at, content, number, number)
        self._next_message += 1
        user.messages[message.message_id] = message
        return message

    def edit(self, user: User, message: Message, content: Content, at: datetime) -> None:
        """Give a message another content."""
        message.content = content
        message.edited_at = at
        message.changed = self.change(user)

    def delete(self, user: User, message_id: int) -> None:
        """Take a message out of a chat."""
        del user.messages[message_id]
        user.deleted.append((self.change(user), message_id))
