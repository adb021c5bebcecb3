"""The methods of the Bot API this server knows, by their names in small letters."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import TypeAlias

from bot.demo import editing, polling, profile, sending
from bot.demo.calls import Call
from bot.demo.chats import Toast
from bot.demo.replies import QUERY_TOO_OLD, Json, bad_request
from bot.demo.world import World

Method: TypeAlias = Callable[[World, Call], object | Awaitable[object]]

TOAST_LENGTH = 200
_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


def get_me(world: World, _call: Call) -> Json:
    """GetMe."""
    return {
        **world.settings.bot(),
        "first_name": world.profile.text("name", ""),
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def answer_callback_query(world: World, call: Call) -> bool:
    """answerCallbackQuery: once for each press, within the window."""
    text = call.text("text")
    if len(text) > TOAST_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    query = world.queries.pop(call.text("callback_query_id"), None)
    if query is None or world.monotonic() - query.opened > world.settings.answer_window:
        raise bad_request(QUERY_TOO_OLD)
    user = world.chats.user(query.user_id)
    if user and text:
        user.toasts.append(Toast(text, call.flag("show_alert"), world.chats.change(user)))
    return True


def send_chat_action(world: World, call: Call) -> bool:
    """SendChatAction."""
    if call.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.reachable(call.text("chat_id"))
    return True


def get_chat(world: World, call: Call) -> Json:
    """GetChat."""
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    return {
        **world.user_of(call.text("chat_id")).chat(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            **dict.fromkeys(gifts, False),
            "gifts_from_channels": False,
        },
    }


def get_file(world: World, call: Call) -> Json:
    """GetFile."""
    stored = world.files.with_id(call.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique(),
        "file_size": len(stored.content),
        "file_path": stored.path,
    }


METHODS: Mapping[str, Method] = {
    "getme": get_me,
    "getupdates": polling.get_updates,
    "setwebhook": polling.set_webhook,
    "deletewebhook": polling.delete_webhook,
    "getwebhookinfo": polling.webhook_info,
    "sendmessage": sending.send_message,
    "sendphoto": sending.send_photo,
    "senddocument": sending.send_document,
    "sendchataction": send_chat_action,
    "editmessagetext": editing.edit_text,
    "editmessagecaption": editing.edit_caption,
    "editmessagereplymarkup": editing.edit_markup,
    "editmessagemedia": editing.edit_media,
    "deletemessage": editing.delete_message,
    "deletemessages": editing.delete_messages,
    "answercallbackquery": answer_callback_query,
    "setmycommands": profile.set_commands,
    "getmycommands": profile.get_commands,
    "deletemycommands": profile.delete_commands,
    "setmyname": partial(profile.set_text, what="name"),
    "getmyname": partial(profile.get_text, what="name"),
    "setmydescription": partial(profile.set_text, what="description"),
    "getmydescription": partial(profile.get_text, what="description"),
    "setmyshortdescription": partial(profile.set_text, what="short_description"),
    "getmyshortdescription": partial(profile.get_text, what="short_description"),
    "setchatmenubutton": profile.set_menu_button,
    "getchatmenubutton": profile.get_menu_button,
    "getchat": get_chat,
    "getfile": get_file,
}
