"""getUpdates, over both transports."""

import asyncio
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import BadRequest, Conflict

from bot.demo.chats import User
from bot.demo.core import Core


async def test_an_update_stays_until_a_higher_offset_confirms_it(
    bot: Bot, core: Core, noor: User
) -> None:
    core.people.type(noor.id, "een")
    core.people.type(noor.id, "twee")
    first, second = await bot.get_updates()

    assert await bot.get_updates() == (first, second)
    assert await bot.get_updates(offset=first.update_id) == (first, second)
    assert await bot.get_updates(offset=second.update_id) == (second,)
    assert await bot.get_updates() == (second,)
    assert await bot.get_updates(offset=second.update_id + 1) == ()
    assert core.world.idle()


async def test_a_negative_offset_keeps_the_last_ones(bot: Bot, core: Core, noor: User) -> None:
    for text in ("een", "twee", "drie"):
        core.people.type(noor.id, text)

    kept = await bot.get_updates(offset=-2)

    assert [update.message and update.message.text for update in kept] == ["twee", "drie"]
    assert len(await bot.get_updates(offset=-9)) == 2


async def test_the_limit_gives_the_oldest_first(bot: Bot, core: Core, noor: User) -> None:
    for text in ("een", "twee", "drie"):
        core.people.type(noor.id, text)

    (update,) = await bot.get_updates(limit=1)

    assert update.message is not None
    assert update.message.text == "een"


async def test_a_long_poll_wakes_when_somebody_writes(bot: Bot, core: Core, noor: User) -> None:
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(bot.get_updates(timeout=5))
        await core.world.signal.wait_until(lambda: core.world.updates.poller > 0, 5)
        core.people.type(noor.id, "Is Fatima er?")

    (update,) = poll.result()
    assert update.message is not None
    assert update.message.text == "Is Fatima er?"


async def test_a_long_poll_ends_by_itself(bot: Bot) -> None:
    assert await bot.get_updates(timeout=1) == ()


async def test_a_second_poller_ends_the_first(bot: Bot, core: Core) -> None:
    async def poll_first() -> str:
        with pytest.raises(Conflict) as refused:
            await bot.get_updates(timeout=5)
        return refused.value.message

    async with asyncio.TaskGroup() as group:
        first = group.create_task(poll_first())
        await core.world.signal.wait_until(lambda: core.world.updates.poller > 0, 5)
        reply = await core.call(core.token, "getUpdates")

    assert reply.status == 200
    assert first.result() == (
        "Conflict: terminated by other getUpdates request;"
        " make sure that only one bot instance is running"
    )


async def test_no_polling_while_a_webhook_is_set(bot: Bot) -> None:
    await bot.set_webhook("https://example.nl/hook")

    with pytest.raises(Conflict) as refused:
        await bot.get_updates()

    assert refused.value.message == (
        "Conflict: can't use getUpdates method while webhook is active;"
        " use deleteWebhook to delete the webhook first"
    )
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_a_webhook_ends_a_poll_under_way(bot: Bot, core: Core) -> None:
    async def poll() -> None:
        with pytest.raises(Conflict, match="terminated by setWebhook request"):
            await bot.get_updates(timeout=5)

    async with asyncio.TaskGroup() as group:
        group.create_task(poll())
        await core.world.signal.wait_until(lambda: core.world.updates.poller > 0, 5)
        await core.call(core.token, "setWebhook", {"url": "https://example.nl/hook"})


async def test_only_kinds_that_were_asked_for_are_kept_and_the_choice_stays(
    bot: Bot, core: Core, noor: User
) -> None:
    await bot.get_updates(allowed_updates=["my_chat_member"])
    core.people.type(noor.id, "Hoi")
    core.people.block(noor.id)

    (update,) = await bot.get_updates()

    assert update.my_chat_member is not None
    assert update.my_chat_member.old_chat_member.status == "member"
    assert update.my_chat_member.new_chat_member.status == "kicked"


async def test_an_empty_list_brings_the_usual_kinds_back(bot: Bot, core: Core, noor: User) -> None:
    await bot.get_updates(allowed_updates=["my_chat_member"])
    await bot.get_updates(allowed_updates=[])
    core.people.type(noor.id, "Hoi")

    assert len(await bot.get_updates()) == 1


async def test_after_a_day_a_message_is_no_longer_delivered(
    bot: Bot, core: Core, noor: User
) -> None:
    core.people.type(noor.id, "Is Fatima er vandaag?")
    core.clock.move(core.clock.now() + timedelta(hours=24))

    assert await bot.get_updates() == ()


async def test_blocking_twice_is_told_once(bot: Bot, core: Core, noor: User) -> None:
    core.people.block(noor.id)
    core.people.block(noor.id)
    core.people.unblock(noor.id)

    kinds = [update.my_chat_member for update in await bot.get_updates()]

    assert [kind and kind.new_chat_member.status for kind in kinds] == ["kicked", "member"]


async def test_pictures_and_voices_arrive_with_a_file(bot: Bot, core: Core, noor: User) -> None:
    for kind in ("photo", "voice", "sticker"):
        core.people.send(noor.id, kind)

    photo, voice, sticker = (update.message for update in await bot.get_updates())

    assert photo is not None
    assert photo.photo
    assert sticker is not None
    assert sticker.sticker is not None
    assert voice is not None
    assert voice.voice is not None
    file = await bot.get_file(voice.voice.file_id)
    assert await file.download_as_bytearray() == b"a made-up voice"


async def test_broken_kinds_are_refused(core: Core) -> None:
    reply = await core.call(core.token, "getUpdates", {"allowed_updates": "["})

    assert reply.status == 400


async def test_an_update_never_gets_a_number_twice(core: Core, noor: User) -> None:
    assert core.world.settings.first_update is None
    core.people.type(noor.id, "een")
    core.people.type(noor.id, "twee")

    one, two = core.world.updates.pending()

    assert two.update_id == one.update_id + 1 > 10**8


async def test_a_webhook_needs_a_good_address_and_secret(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Bad webhook: an https url must be provided"):
        await bot.set_webhook("http://example.nl/hook")
    with pytest.raises(BadRequest, match="Bad webhook: url host is empty"):
        await bot.set_webhook("https:///hook")
    with pytest.raises(BadRequest, match="Secret token contains unallowed characters"):
        await bot.set_webhook("https://example.nl/hook", secret_token="geheim!")
    with pytest.raises(BadRequest, match="Secret token is too long"):
        await bot.set_webhook("https://example.nl/hook", secret_token="x" * 257)


async def test_a_webhook_is_described(bot: Bot, core: Core, noor: User) -> None:
    await bot.set_webhook(
        "https://example.nl/hook", max_connections=400, allowed_updates=["message"]
    )
    core.people.type(noor.id, "Hoi")

    info = await bot.get_webhook_info()

    assert (info.url, info.pending_update_count) == ("https://example.nl/hook", 1)
    assert (info.max_connections, info.allowed_updates) == (100, ("message",))


async def test_pending_updates_are_dropped_on_request(bot: Bot, core: Core, noor: User) -> None:
    core.people.type(noor.id, "Hoi")

    await bot.delete_webhook(drop_pending_updates=True)

    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_an_empty_address_takes_the_webhook_away(bot: Bot) -> None:
    await bot.set_webhook("https://example.nl/hook")

    await bot.set_webhook("")

    assert (await bot.get_webhook_info()).url == ""
