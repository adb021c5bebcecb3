"""The bot's own face: name, descriptions, commands, menu button, per language and scope."""

import json
import re

from bot.demo.calls import Call, object_of
from bot.demo.chats import User
from bot.demo.replies import Json, bad_request
from bot.demo.world import World

LIMITS = {"name": 64, "description": 512, "short_description": 120}
MOST_COMMANDS = 100
DESCRIPTION_LENGTH = 256
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
_MENU_TYPES = {"default", "commands", "web_app"}


def set_text(world: World, call: Call, what: str) -> bool:
    """setMyName, setMyDescription, setMyShortDescription; an empty text removes it."""
    language, text = _language(call), call.text(what)
    if len(text) > LIMITS[what]:
        raise bad_request(f"bot {what.replace('_', ' ')} is too long")
    if text:
        world.profile.texts[what, language] = text
    else:
        world.profile.texts.pop((what, language), None)
    return True


def get_text(world: World, call: Call, what: str) -> Json:
    """GetMyName and its sisters; what has no text in a language shows the one for all."""
    return {what: world.profile.text(what, _language(call))}


def set_commands(world: World, call: Call) -> bool:
    """SetMyCommands."""
    given = call.parsed("commands", "commands")
    if not isinstance(given, list):
        raise bad_request("can't parse commands JSON array")
    if len(given) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    commands = [_command(command) for command in given]
    world.profile.commands[_scope(world, call), _language(call)] = commands
    return True


def get_commands(world: World, call: Call) -> list[Json]:
    """getMyCommands: exactly this scope and language, without falling back."""
    return world.profile.commands.get((_scope(world, call), _language(call)), [])


def delete_commands(world: World, call: Call) -> bool:
    """DeleteMyCommands."""
    world.profile.commands.pop((_scope(world, call), _language(call)), None)
    return True


def set_menu_button(world: World, call: Call) -> bool:
    """setChatMenuButton, for one chat or for all."""
    given = call.parsed("menu_button", "menu button")
    button = {"type": "default"} if given is None else given
    button = object_of(button, bad_request("MenuButton must be an Object"))
    if button.get("type") not in _MENU_TYPES:
        raise bad_request("MenuButton has unsupported type")
    world.profile.menu_buttons[_menu_chat(world, call)] = button
    return True


def get_menu_button(world: World, call: Call) -> Json:
    """getChatMenuButton; a chat without its own shows the one of all chats."""
    buttons = world.profile.menu_buttons
    everywhere = buttons.get(None, {"type": "commands"})
    return buttons.get(_menu_chat(world, call), everywhere)


def shown_to(world: World, user: User) -> Json:
    """What a person's app shows of the bot before and beside the chat."""
    language = user.language_code
    scopes = (f"chat:{user.id}", "all_private_chats", "default")
    lists = (
        world.profile.commands.get((scope, code)) for scope in scopes for code in (language, "")
    )
    return {
        **{what: world.profile.text(what, language) for what in LIMITS},
        "username": world.settings.username,
        "commands": next((commands for commands in lists if commands), []),
    }


def _command(given: object) -> Json:
    command = object_of(given, bad_request("expected an Array of BotCommand"))
    name = str(command.get("command", "")).removeprefix("/")
    description = str(command.get("description", "")).strip()
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 0 < len(description) <= DESCRIPTION_LENGTH:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _language(call: Call) -> str:
    code = call.text("language_code")
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return code


def _scope(world: World, call: Call) -> str:
    """A scope as one word; a chat in it has to exist."""
    given = call.parsed("scope", "BotCommandScope")
    scope = {"type": "default"} if given is None else given
    scope = object_of(scope, bad_request("BotCommandScope must be an Object"))
    kind = str(scope.get("type", ""))
    if kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    numbers = [str(scope.get(name, "")) for name in _SCOPES[kind]]
    if numbers:
        world.user_of(json.dumps(scope.get("chat_id", "")).strip('"'))
    return ":".join([kind, *numbers])


def _menu_chat(world: World, call: Call) -> int | None:
    chat_id = call.text("chat_id")
    return world.user_of(chat_id).id if chat_id else None
