"""What people with the app do: type, press, block, delete; each as an update for the bot."""

from dataclasses import dataclass
from datetime import timedelta

from bot.demo.chats import Content, Message, User
from bot.demo.labels import find_button
from bot.demo.replies import Json, Upload
from bot.demo.sending import TEXT_LENGTH
from bot.demo.texts import Rich, cleaned, with_links
from bot.demo.views import inaccessible, reported, seen
from bot.demo.world import Query, World

PRESS_LIVES = timedelta(seconds=150)
UPDATE_LIVES = timedelta(hours=24)
LONGEST_DATA = 64
_PRESS_KEY = 3 << 33
_MEMBER_KEY = 5 << 33
_SENT = {
    "photo": ("photo.png", "image/png"),
    "voice": ("voice.ogg", "audio/ogg"),
    "sticker": ("sticker.webp", "image/webp"),
}


class PeopleError(Exception):
    """Something a person cannot do; `status` as HTTP has it."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


@dataclass(frozen=True, slots=True)
class Seen:
    """What came into a chat, oldest first, and what went out of it."""

    messages: list[Json]
    toasts: list[Json]
    deleted: list[int]


class People:
    """The user side of a world."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add(self, first_name: str, language_code: str = "nl", user_id: int | None = None) -> User:
        """Somebody with the app; a number that exists gets the new name and language."""
        chats = self._world.chats
        user = chats.user(user_id) if user_id is not None else None
        if user is None:
            number = chats.free_id() if user_id is None else user_id
            user = User(number, first_name, language_code)
            chats.add_user(user)
        user.first_name, user.language_code = first_name, language_code
        self._touch(user)
        return user

    def get(self, user_id: int) -> User:
        """The person with this number.

        Raises:
            PeopleError: 404, nobody has it.
        """
        user = self._world.chats.user(user_id)
        if user is None:
            raise PeopleError(404, f"nobody has the number {user_id}")
        return user

    def type(self, user_id: int, text: str) -> Message:
        """Send the bot a text; `/start payload` too.

        Raises:
            PeopleError: 400 for nothing or too much, 409 while the bot is blocked.
        """
        rich = with_links(cleaned(Rich(text)))
        if not 0 < len(rich.text) <= TEXT_LENGTH:
            raise PeopleError(400, f"a text has 1 to {TEXT_LENGTH} characters")
        return self._send(user_id, Content(rich))

    def send(self, user_id: int, kind: str) -> Message:
        """Send the bot a made-up photo, voice message or sticker."""
        name, mime = _SENT[kind]
        upload = Upload(name, f"a made-up {kind}".encode(), mime)
        return self._send(user_id, Content(Rich(), self._world.files.invent(kind, upload)))

    def press(self, user_id: int, message_id: int, button: str) -> Json | None:
        """Press a button that stands under a message now.

        Returns:
            None when the bot learns of it; else what the app itself does: `{"url"}` or
            `{"copy_text"}`.

        Raises:
            PeopleError: 404 for no such message or button.
        """
        message = self.get(user_id).messages.get(message_id)
        if message is None:
            raise PeopleError(404, f"there is no message {message_id}")
        found = find_button(message.content.markup.rows, button)
        if found is None:
            raise PeopleError(404, f"message {message_id} has no button {button!r}")
        if "callback_data" not in found:
            view = seen(message)["keyboard"]
            shown = next(shown for row in view for shown in row if shown["text"] == found["text"])
            return {key: value for key, value in shown.items() if key in {"url", "copy_text"}}
        self.press_data(user_id, message_id, found["callback_data"])
        return None

    def press_data(self, user_id: int, message_id: int, data: str) -> str:
        """Send any callback data, as a changed app could; the id of the query.

        Raises:
            PeopleError: 404 for a message that never was, 400 for data no server takes.
        """
        user = self._able(user_id)
        message = user.messages.get(message_id)
        if message is None and message_id not in {number for _, number in user.deleted}:
            raise PeopleError(404, f"there never was a message {message_id}")
        if len(data.encode()) > LONGEST_DATA:
            raise PeopleError(400, f"data has at most {LONGEST_DATA} bytes")
        return self._query(user, message_id, message, data)

    def block(self, user_id: int) -> None:
        """Block the bot; what it sends is refused from now on."""
        self._change_membership(self.get(user_id), blocked=True)

    def unblock(self, user_id: int) -> None:
        """Let the bot write again."""
        self._change_membership(self.get(user_id), blocked=False)

    def deactivate(self, user_id: int) -> None:
        """Delete the account; the bot is told nothing."""
        user = self.get(user_id)
        user.deactivated = True
        self._touch(user)

    def delete(self, user_id: int, message_id: int) -> None:
        """Delete a message on both sides; the bot is told nothing."""
        user = self.get(user_id)
        if message_id not in user.messages:
            raise PeopleError(404, f"there is no message {message_id}")
        self._world.chats.delete(user, message_id)
        self._world.signal.fire()

    def sees(self, user_id: int, since: int = 0) -> Seen:
        """The chat as the person sees it; with `since`, what changed after that change."""
        user = self.get(user_id)
        messages = [seen(one) for one in user.messages.values() if one.changed > since]
        toasts = [toast.json() for toast in user.toasts if toast.at > since]
        return Seen(messages, toasts, [number for at, number in user.deleted if at > since])

    def _able(self, user_id: int) -> User:
        user = self.get(user_id)
        if user.blocked or user.deactivated:
            raise PeopleError(409, "this person has blocked the bot or is gone")
        user.started = True
        return user

    def _send(self, user_id: int, content: Content) -> Message:
        world, user = self._world, self._able(user_id)
        message = world.chats.add(user, content, at=world.clock.now(), from_bot=False)
        self._update("message", reported(world, user, message), user.id, UPDATE_LIVES)
        return message

    def _query(self, user: User, message_id: int, message: Message | None, data: str) -> str:
        world = self._world
        query_id = str(user.id * 10**9 + world.next_query())
        world.queries[query_id] = Query(user.id, world.monotonic())
        shown = reported(world, user, message) if message else inaccessible(user, message_id)
        payload: Json = {
            "id": query_id,
            "from": user.json(),
            "message": shown,
            "chat_instance": str(-user.id),
            "data": data,
        }
        self._update("callback_query", payload, user.id + _PRESS_KEY, PRESS_LIVES)
        return query_id

    def _change_membership(self, user: User, *, blocked: bool) -> None:
        if user.blocked == blocked:
            return
        user.blocked = blocked
        self._touch(user)
        free: Json = {"user": self._world.settings.bot(), "status": "member"}
        kicked: Json = {**free, "status": "kicked", "until_date": 0}
        payload: Json = {
            "chat": user.chat(),
            "from": user.json(),
            "date": self._world.unix(),
            "old_chat_member": free if blocked else kicked,
            "new_chat_member": kicked if blocked else free,
        }
        self._update("my_chat_member", payload, user.id + _MEMBER_KEY, UPDATE_LIVES)

    def _update(self, kind: str, payload: Json, key: int, lives: timedelta) -> None:
        world = self._world
        world.updates.add(kind, payload, key, world.clock.now() + lives)
        world.signal.fire()

    def _touch(self, user: User) -> None:
        self._world.chats.change(user)
        self._world.signal.fire()
