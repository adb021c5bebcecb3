"""Messages the bot sends: text, photo, document."""

from bot.demo.calls import Call, number_of, object_of
from bot.demo.chats import Content, User
from bot.demo.entities import parse_html
from bot.demo.files import Stored
from bot.demo.keyboards import read_markup
from bot.demo.replies import Json, bad_request
from bot.demo.texts import Rich, cleaned, in_order, with_links
from bot.demo.views import reported
from bot.demo.world import World

TEXT_LENGTH = 4096
CAPTION_LENGTH = 1024
RAW_BYTES = 32768
_ATTACHED = "attach://"


def send_message(world: World, call: Call) -> Json:
    """SendMessage."""
    rich, markup = read_text(call), read_markup(call)
    user = _addressee(world, call)
    content = Content(with_links(checked_text(rich)), None, markup, text_options(call))
    return reported(world, user, world.say(user, content))


def send_photo(world: World, call: Call) -> Json:
    """SendPhoto."""
    return _send_media(world, call, "photo")


def send_document(world: World, call: Call) -> Json:
    """SendDocument."""
    return _send_media(world, call, "document")


def _send_media(world: World, call: Call, kind: str) -> Json:
    rich, markup = read_caption(call), read_markup(call)
    user = _addressee(world, call)
    media = read_media(world, call, kind, call.text(kind) or _ATTACHED + kind)
    content = Content(with_links(checked_caption(rich)), media, markup, media_options(call))
    return reported(world, user, world.say(user, content))


def _addressee(world: World, call: Call) -> User:
    """Who a message goes to; what it answers has to be there."""
    user = world.reachable(call.text("chat_id"))
    if world.settings.flood:
        world.flood.check(call.text("chat_id"), world.monotonic())
    given = call.parsed("reply_parameters", "reply parameters")
    reply = given if isinstance(given, dict) else {"allow_sending_without_reply": True}
    known = number_of(str(reply.get("message_id"))) in user.messages
    if not known and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return user


def read_text(call: Call) -> Rich:
    """The text of a call, its markup read.

    Raises:
        ApiError: Empty, too large before parsing, or wrong markup.
    """
    if not call.text("text"):
        raise bad_request("message text is empty")
    return _read_rich(call, call.text("text"), "entities")


def read_caption(call: Call) -> Rich:
    """The caption of a call; empty when there is none."""
    return _read_rich(call, call.text("caption"), "caption_entities")


def checked_text(rich: Rich) -> Rich:
    """A text as it is kept.

    Raises:
        ApiError: Nothing is left of it, or too much.
    """
    rich = cleaned(rich)
    if not rich.text:
        raise bad_request("text must be non-empty")
    if len(rich.text) > TEXT_LENGTH:
        raise bad_request("message is too long")
    return rich


def checked_caption(rich: Rich) -> Rich:
    """A caption as it is kept.

    Raises:
        ApiError: It is too long.
    """
    rich = cleaned(rich)
    if len(rich.text) > CAPTION_LENGTH:
        raise bad_request("message caption is too long")
    return rich


def read_media(world: World, call: Call, kind: str, source: str) -> Stored:
    """A file of the request (`attach://name`), or one the server has already.

    Raises:
        ApiError: There is none, or it is no picture where one has to be.
    """
    if source.startswith(_ATTACHED):
        upload = call.files.get(source.removeprefix(_ATTACHED))
        if upload is None or not upload.content:
            raise bad_request(f"there is no {kind} in the request")
        return world.files.keep(kind, upload)
    if source.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    stored = world.files.with_id(source)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if stored.kind != kind:
        raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
    return stored


def text_options(call: Call) -> tuple[tuple[str, object], ...]:
    """Further fields of a text message that its `Message` reports."""
    preview = call.parsed("link_preview_options", "link preview options")
    shown = (("link_preview_options", preview),) if preview else ()
    return (*shown, *_protection(call))


def media_options(call: Call) -> tuple[tuple[str, object], ...]:
    """Further fields of a photo or document that its `Message` reports."""
    above = call.flag("show_caption_above_media")
    return (*((("show_caption_above_media", True),) if above else ()), *_protection(call))


def _protection(call: Call) -> tuple[tuple[str, object], ...]:
    return (("has_protected_content", True),) if call.flag("protect_content") else ()


def _read_rich(call: Call, text: str, entities: str) -> Rich:
    if len(text.encode()) > RAW_BYTES:
        raise bad_request("text is too long")
    mode = call.text("parse_mode").lower()
    if mode == "html":
        return parse_html(text)
    if mode not in {"", "none"}:
        raise bad_request("unsupported parse_mode")
    return Rich(text, _given_entities(call, entities))


def _given_entities(call: Call, name: str) -> tuple[Json, ...]:
    given = call.parsed(name, "entities")
    found = given if isinstance(given, list) else []
    for entity in found:
        parts = object_of(entity, bad_request("expected an Array of MessageEntity"))
        whole = [isinstance(parts.get(part), int) for part in ("offset", "length")]
        if not all(whole) or not isinstance(parts.get("type"), str):
            raise bad_request("can't parse MessageEntity")
    return in_order(found)
