"""Messages the bot changes or takes back."""

from dataclasses import replace
from datetime import timedelta

from bot.demo.calls import Call, as_params, number_of, object_of
from bot.demo.chats import Content, Message, User
from bot.demo.keyboards import read_markup
from bot.demo.replies import NOT_MODIFIED, Json, bad_request
from bot.demo.sending import (
    checked_caption,
    checked_text,
    media_options,
    read_caption,
    read_media,
    read_text,
    text_options,
)
from bot.demo.texts import with_links
from bot.demo.views import reported
from bot.demo.world import World

DELETABLE = timedelta(hours=48)
MOST_DELETED = 100
_MEDIA = {"photo", "document"}


def edit_text(world: World, call: Call) -> Json:
    """editMessageText; a keyboard that is not sent along goes away."""
    rich, markup = read_text(call), read_markup(call)
    user, message = _editable(world, call)
    if message.content.media:
        raise bad_request("there is no text in the message to edit")
    content = Content(with_links(checked_text(rich)), None, markup, text_options(call))
    return _edited(world, user, message, content)


def edit_caption(world: World, call: Call) -> Json:
    """EditMessageCaption."""
    rich, markup = read_caption(call), read_markup(call)
    user, message = _editable(world, call)
    if not message.content.media:
        raise bad_request("there is no caption in the message to edit")
    caption = with_links(checked_caption(rich))
    content = Content(caption, message.content.media, markup, media_options(call))
    return _edited(world, user, message, content)


def edit_markup(world: World, call: Call) -> Json:
    """EditMessageReplyMarkup."""
    markup = read_markup(call)
    user, message = _editable(world, call)
    return _edited(world, user, message, replace(message.content, markup=markup))


def edit_media(world: World, call: Call) -> Json:
    """editMessageMedia; also gives media to a text message."""
    given = object_of(call.parsed("media", "input media"), bad_request("media must be an Object"))
    kind = str(given.get("type", ""))
    if kind not in _MEDIA:
        raise bad_request("can't parse InputMedia: type of the media is unsupported")
    inner = Call(call.method, as_params(given), call.files)
    rich, markup = read_caption(inner), read_markup(call)
    user, message = _editable(world, call)
    media = read_media(world, inner, kind, inner.text("media"))
    caption = with_links(checked_caption(rich))
    return _edited(world, user, message, Content(caption, media, markup, media_options(inner)))


def delete_message(world: World, call: Call) -> bool:
    """deleteMessage, of either side, up to 48 hours old."""
    user = world.user_of(call.text("chat_id"))
    message = user.messages.get(number_of(call.text("message_id")))
    if message is None:
        raise bad_request("message to delete not found")
    _check_deletable(world, message)
    world.chats.delete(user, message.message_id)
    return True


def delete_messages(world: World, call: Call) -> bool:
    """deleteMessages; those that are gone are skipped."""
    user = world.user_of(call.text("chat_id"))
    given = call.parsed("message_ids", "message identifiers")
    if not isinstance(given, list) or not given:
        raise bad_request("message identifiers are not specified")
    if len(given) > MOST_DELETED:
        raise bad_request("too many message identifiers specified")
    numbers = dict.fromkeys(number_of(str(number)) for number in given)
    found = [user.messages[number] for number in numbers if number in user.messages]
    for message in found:
        _check_deletable(world, message)
    for message in found:
        world.chats.delete(user, message.message_id)
    return True


def _editable(world: World, call: Call) -> tuple[User, Message]:
    user = world.reachable(call.text("chat_id"))
    number = call.text("message_id")
    if not number:
        raise bad_request("message identifier is not specified")
    message = user.messages.get(number_of(number))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot or message.content.markup.fixed:
        raise bad_request("message can't be edited")
    return user, message


def _edited(world: World, user: User, message: Message, content: Content) -> Json:
    kept = [option for option in message.content.options if option[0] == "has_protected_content"]
    changed = [option for option in content.options if option[0] != "has_protected_content"]
    content = replace(content, options=(*changed, *kept))
    if content == message.content:
        raise bad_request(NOT_MODIFIED)
    world.chats.edit(user, message, content, world.clock.now())
    return reported(world, user, message)


def _check_deletable(world: World, message: Message) -> None:
    if world.clock.now() - message.date > DELETABLE:
        raise bad_request("message can't be deleted for everyone")
