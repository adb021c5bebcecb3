"""Name, descriptions, commands and menu button, over both transports."""

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    MenuButtonCommands,
    MenuButtonDefault,
)
from telegram.error import BadRequest, InvalidToken

from bot.demo.chats import User
from bot.demo.core import Core
from bot.demo.profile import shown_to
from bot.demo.wire import wire_bot

START, HELP = BotCommand("start", "Begin"), BotCommand("hulp", "Wat kan ik hier?")


async def test_the_bot_knows_itself(bot: Bot, core: Core) -> None:
    me = await bot.get_me()

    assert (me.id, me.is_bot, me.username) == (700000001, True, core.world.settings.username)


async def test_texts_are_kept_per_language(bot: Bot) -> None:
    await bot.set_my_name("Inloop")
    await bot.set_my_name("Inloop PL", language_code="pl")
    await bot.set_my_description("Wie is er vandaag?")
    await bot.set_my_short_description("Inloop op school", language_code="ti")

    assert (await bot.get_my_name("pl")).name == "Inloop PL"
    assert (await bot.get_my_name("ar")).name == "Inloop"
    assert (await bot.get_my_description("nl")).description == "Wie is er vandaag?"
    assert (await bot.get_my_short_description()).short_description == ""
    assert (await bot.get_my_short_description("ti")).short_description == "Inloop op school"


async def test_an_empty_text_takes_it_away(bot: Bot) -> None:
    await bot.set_my_description("Wie is er?", language_code="nl")
    await bot.set_my_description("", language_code="nl")

    assert (await bot.get_my_description("nl")).description == ""


@pytest.mark.parametrize("code", ["zh-hans", "NL", "n", "nld"])
async def test_a_language_has_two_letters(bot: Bot, code: str) -> None:
    with pytest.raises(BadRequest, match="Invalid language code specified"):
        await bot.set_my_commands([START], language_code=code)


async def test_texts_have_their_limits(bot: Bot) -> None:
    assert await bot.set_my_description("é" * 512)
    with pytest.raises(BadRequest):
        await bot.set_my_description("é" * 513)
    with pytest.raises(BadRequest):
        await bot.set_my_short_description("é" * 121)
    with pytest.raises(BadRequest):
        await bot.set_my_name("é" * 65)


async def test_commands_are_kept_per_scope_and_language(bot: Bot, noor: User) -> None:
    chat = BotCommandScopeChat(noor.id)
    await bot.set_my_commands([START])
    await bot.set_my_commands([START, HELP], language_code="nl")
    await bot.set_my_commands([HELP], scope=chat)

    assert await bot.get_my_commands() == (START,)
    assert await bot.get_my_commands(language_code="nl") == (START, HELP)
    assert await bot.get_my_commands(scope=chat) == (HELP,)
    assert await bot.get_my_commands(scope=BotCommandScopeAllPrivateChats()) == ()
    await bot.delete_my_commands(scope=chat)
    assert await bot.get_my_commands(scope=chat) == ()


async def test_the_app_shows_the_narrowest_list(bot: Bot, core: Core, noor: User) -> None:
    await bot.set_my_commands([START])
    assert shown_to(core.world, noor)["commands"] == [START.to_dict()]

    await bot.set_my_commands([START, HELP], language_code="nl")
    assert len(shown_to(core.world, noor)["commands"]) == 2

    await bot.set_my_commands([HELP], scope=BotCommandScopeChat(noor.id))
    assert shown_to(core.world, noor)["commands"] == [HELP.to_dict()]


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (BotCommand("Start", "Begin"), "Bot_command_invalid"),
        (BotCommand("a" * 33, "Begin"), "Bot_command_invalid"),
        (BotCommand("start", " "), "Bot_command_description_invalid"),
        (BotCommand("start", "a" * 257), "Bot_command_description_invalid"),
    ],
)
async def test_a_command_has_its_form(bot: Bot, command: BotCommand, sentence: str) -> None:
    with pytest.raises(BadRequest, match=sentence):
        await bot.set_my_commands([command])


async def test_at_most_100_commands(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Bot_commands_too_much"):
        await bot.set_my_commands([BotCommand(f"c{n}", "x") for n in range(101)])


async def test_commands_for_nobody_are_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.set_my_commands([START], scope=BotCommandScopeChat(4711))


async def test_the_menu_button_is_set_for_all_or_for_one(bot: Bot, noor: User) -> None:
    await bot.set_chat_menu_button(menu_button=MenuButtonDefault())
    await bot.set_chat_menu_button(noor.id, MenuButtonCommands())

    assert await bot.get_chat_menu_button() == MenuButtonDefault()
    assert await bot.get_chat_menu_button(noor.id) == MenuButtonCommands()


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("setMyCommands", {"commands": "["}),
        ("setMyCommands", {"commands": "{}"}),
        ("setMyCommands", {"commands": "[1]"}),
        ("setMyCommands", {"commands": "[]", "scope": '{"type": "everybody"}'}),
        ("setMyCommands", {"commands": "[]", "scope": "[]"}),
        ("setChatMenuButton", {"menu_button": '{"type": "x"}'}),
        ("setChatMenuButton", {"menu_button": "[]"}),
        ("editMessageMedia", {"media": '{"type": "video"}'}),
        ("editMessageMedia", {"media": "[]"}),
    ],
)
async def test_wrong_json_is_refused(core: Core, method: str, params: dict[str, str]) -> None:
    assert (await core.call(core.token, method, params)).status == 400


async def test_a_wrong_token_is_refused(core: Core) -> None:
    wrong = await core.call("1:wrong", "getMe")
    malformed = await core.call("wrong", "getMe")

    assert (wrong.status, wrong.body) == (
        401,
        {"ok": False, "error_code": 401, "description": "Unauthorized"},
    )
    assert isinstance(malformed.body, dict)
    assert malformed.body["description"] == "Unauthorized: invalid token specified"


async def test_an_unknown_method_is_not_found(core: Core) -> None:
    reply = await core.call(core.token, "sendPizza")

    assert (reply.status, reply.body) == (
        404,
        {"ok": False, "error_code": 404, "description": "Not Found: method not found"},
    )


async def test_a_bot_with_a_wrong_token_stops(bot: Bot, core: Core) -> None:
    other = wire_bot(core)
    core.world.settings = type(core.world.settings)(token="700000001:other")

    with pytest.raises(InvalidToken):
        await other.initialize()
    await other.shutdown()
