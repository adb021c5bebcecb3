"""Faults on order, over both transports."""

from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import Forbidden, NetworkError, RetryAfter, TimedOut

from bot.demo.chats import User
from bot.demo.core import Core
from bot.demo.faults import Fault


def texts(core: Core, user: User) -> list[str]:
    seen = core.people.sees(user.id).messages
    return [message["text"] for message in seen if message["from"] == "bot"]


async def test_too_many_requests_name_their_wait(bot: Bot, core: Core, noor: User) -> None:
    core.faults.add("sendMessage", Fault("429", times=2, seconds=7))

    for _ in range(2):
        with pytest.raises(RetryAfter) as refused:
            await bot.send_message(noor.id, "Hoi")
        assert refused.value.retry_after == timedelta(seconds=7)
    await bot.send_message(noor.id, "Hoi")

    assert texts(core, noor) == ["Hoi"]


async def test_a_broken_server_answers_html(bot: Bot, core: Core, noor: User) -> None:
    core.faults.add("sendmessage", Fault("5xx"))

    with pytest.raises(NetworkError, match=r"Bad Gateway \(502\)"):
        await bot.send_message(noor.id, "Hoi")

    assert texts(core, noor) == []


async def test_a_dropped_answer_has_taken_effect(bot: Bot, core: Core, noor: User) -> None:
    core.faults.add("sendMessage", Fault("dropped"))

    with pytest.raises(NetworkError) as lost:
        await bot.send_message(noor.id, "Hoi")
    await bot.send_message(noor.id, "Nog eens")

    assert type(lost.value) is NetworkError
    assert texts(core, noor) == ["Hoi", "Nog eens"]


async def test_a_slow_answer_arrives(bot: Bot, core: Core, noor: User) -> None:
    core.faults.add("sendMessage", Fault("slow", seconds=0.05))

    assert (await bot.send_message(noor.id, "Hoi")).text == "Hoi"


async def test_who_does_not_wait_has_sent_all_the_same(bot: Bot, core: Core, noor: User) -> None:
    core.faults.add("sendMessage", Fault("slow", seconds=5))

    with pytest.raises(TimedOut):
        await bot.send_message(noor.id, "Hoi", read_timeout=0.05)

    assert texts(core, noor) == ["Hoi"]


async def test_blocked_for_once(bot: Bot, core: Core, noor: User) -> None:
    core.faults.add("sendMessage", Fault("blocked"))

    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(noor.id, "Hoi")

    assert (await bot.send_message(noor.id, "Hoi")).text == "Hoi"


async def test_faults_come_in_the_order_of_their_order(bot: Bot, core: Core, noor: User) -> None:
    core.faults.add("sendMessage", Fault("429"))
    core.faults.add("sendMessage", Fault("blocked"))

    with pytest.raises(RetryAfter):
        await bot.send_message(noor.id, "Hoi")
    with pytest.raises(Forbidden):
        await bot.send_message(noor.id, "Hoi")


async def test_a_fault_for_everything_spares_the_polling(bot: Bot, core: Core, noor: User) -> None:
    core.faults.add("*", Fault("5xx"))

    assert await bot.get_updates() == ()
    with pytest.raises(NetworkError):
        await bot.get_me()


async def test_no_update_is_lost_with_a_dropped_answer(bot: Bot, core: Core, noor: User) -> None:
    core.people.type(noor.id, "Hoi")
    core.faults.add("getUpdates", Fault("dropped"))

    with pytest.raises(NetworkError):
        await bot.get_updates()

    assert len(await bot.get_updates()) == 1


async def test_faults_are_cleared(bot: Bot, core: Core) -> None:
    core.faults.add("getMe", Fault("5xx", times=99))
    core.faults.clear()

    assert (await bot.get_me()).is_bot
