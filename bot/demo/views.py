"""A message as the Bot API reports it, and as the person sees it."""

from bot.demo.chats import Message, User
from bot.demo.files import Stored, described
from bot.demo.replies import Json
from bot.demo.world import World

FILES = "/sim/files/"
_KINDS = ("callback_data", "url", "copy_text")


def reported(world: World, user: User, message: Message) -> Json:
    """A `Message` of the Bot API."""
    content = message.content
    view: Json = {
        "message_id": message.message_id,
        "from": world.settings.bot() if message.from_bot else user.json(),
        "chat": user.chat(),
        "date": int(message.date.timestamp()),
    }
    if message.edited_at:
        view["edit_date"] = int(message.edited_at.timestamp())
    words, marks = ("caption", "caption_entities") if content.media else ("text", "entities")
    if content.media:
        part = described(content.media)
        view[content.media.kind] = [part] if content.media.kind == "photo" else part
    if content.rich.text:
        view[words] = content.rich.text
    if content.rich.entities:
        view[marks] = list(content.rich.entities)
    if content.markup.rows:
        view["reply_markup"] = content.markup.json()
    return {**view, **dict(content.options)}


def inaccessible(user: User, message_id: int) -> Json:
    """What a press on a deleted message carries instead of it."""
    return {"chat": user.chat(), "message_id": message_id, "date": 0}


def seen(message: Message) -> Json:
    """A message as the person sees it; a caption is a text too."""
    content = message.content
    view: Json = {
        "message_id": message.message_id,
        "from": "bot" if message.from_bot else "user",
        "date": message.date.isoformat(),
        "edited": message.edited_at is not None,
        "text": content.rich.text,
        "entities": list(content.rich.entities),
        "keyboard": [[_button(button) for button in row] for row in content.markup.rows],
    }
    if content.media:
        view[content.media.kind] = _file(content.media)
    if ("show_caption_above_media", True) in content.options:
        view["show_caption_above_media"] = True
    return view


def _button(button: Json) -> Json:
    shown: Json = {"text": button["text"]}
    if "callback_data" in button:
        shown["data"] = button["callback_data"]
    elif "url" in button:
        shown["url"] = button["url"]
    else:
        shown["copy_text"] = button["copy_text"]["text"]
    return {**shown, "style": button["style"]} if "style" in button else shown


def _file(stored: Stored) -> Json:
    address: Json = {"file_name": stored.name, "url": FILES + stored.path}
    if stored.kind != "photo":
        return address
    return {**address, "width": stored.size[0], "height": stored.size[1]}
