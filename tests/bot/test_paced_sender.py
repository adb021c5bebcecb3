"""The pace of a sender: turns, taps before it, rests that Telegram asks for, and a halt."""

import asyncio
import time
from dataclasses import replace
from datetime import timedelta

from bot.clock import system_clock
from bot.delivery.gate import Gate
from bot.delivery.sender import PACING, Sender
from bot.demo.faults import Fault
from bot.telegram.carrier import TelegramCarrier
from bot.telegram.dispatch import CHANNEL
from flows.model import Address, Notice, NoticeKind, NoticeState
from flows.router import Router
from flows.steps import Help
from tests.bot.phones import Phone, Switchboard

HOUR = timedelta(hours=1)


def paced(board: Switchboard, gate: Gate | None = None) -> Sender:
    """A sender by the machine's clock, as one in use."""
    router = Router(replace(board.router.ports, clock=system_clock))
    carrier = TelegramCarrier(router, board.presenter, board.texts)
    return Sender(router, {CHANNEL: carrier}, PACING, gate)


async def due(board: Switchboard, *phones: Phone) -> None:
    """Something that cannot wait, for each."""
    now = system_clock()
    async with board.store.work() as work:
        for n, phone in enumerate(phones):
            person = await work.people.find(Address("telegram", str(phone.user.id)))
            assert person is not None
            told = Notice(f"{n}", NoticeKind.VANISH, person.id, Help().pack(), now, now + HOUR)
            await work.outbox.add([told])
        await work.commit()


async def phones(board: Switchboard, count: int) -> list[Phone]:
    found = [board.phone(f"person {n}") for n in range(count)]
    for each in found:
        await each.sends("/start")
        await each.taps("Ouder")
    return found


async def test_two_things_for_one_person_come_a_second_apart(board: Switchboard) -> None:
    noor, sam = await phones(board, 2)
    await due(board, noor, noor, sam)
    began = time.monotonic()

    assert await paced(board).drain() == 3

    assert 0.9 < time.monotonic() - began < 5


async def test_many_people_are_told_at_the_rate_and_no_faster(board: Switchboard) -> None:
    everybody = await phones(board, 13)
    await due(board, *everybody)
    began = time.monotonic()

    assert await paced(board).drain() == len(everybody)

    assert time.monotonic() - began >= 12 * PACING.apart.total_seconds()


async def test_when_telegram_asks_for_rest_nobody_is_told_anything(board: Switchboard) -> None:
    noor, sam = await phones(board, 2)
    await due(board, noor, sam)
    board.core.faults.add("sendMessage", Fault("429", seconds=60))
    sender = paced(board)

    assert await sender.drain(0.5) == 1

    assert sender.has_more
    assert [each["state"] for each in await board.notices()] == [NoticeState.PENDING] * 2
    assert await paced(board).drain(0.2) == 0, "another replica knows of it"


async def test_answers_to_taps_go_first(board: Switchboard) -> None:
    (noor,) = await phones(board, 1)
    await due(board, noor)
    gate = Gate()
    sender = paced(board, gate)
    with gate, gate:
        task = asyncio.create_task(sender.drain())  # noqa: TID251
        await asyncio.sleep(0.2)
        assert not task.done()
    assert await task == 1


async def test_but_an_answer_that_takes_for_ever_holds_nothing_up(board: Switchboard) -> None:
    (noor,) = await phones(board, 1)
    await due(board, noor)
    gate = Gate()
    with gate:
        assert await paced(board, gate).drain() == 1


async def test_a_halted_sender_finishes_the_notice_in_hand_and_no_other(
    board: Switchboard,
) -> None:
    noor, sam = await phones(board, 2)
    await due(board, noor, sam)
    board.core.faults.add("sendMessage", Fault("slow", seconds=1))
    sender = paced(board)
    task = asyncio.create_task(sender.drain())  # noqa: TID251
    await asyncio.sleep(0.3)

    sender.halt()

    assert await task == 1
    states = [each["state"] for each in await board.notices()]
    assert states == [NoticeState.SENT, NoticeState.PENDING]
