"""Delivery: what each answer of Telegram makes of a notice, and nothing twice that may not be."""

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import update

from bot.delivery.sender import LEASE, MOST_DEATHS, RETRY, Sender
from bot.demo.faults import Fault
from flows.demand.job import release_due
from flows.errors import BusyError
from flows.model import (
    Address,
    Audience,
    MessageId,
    Notice,
    NoticeKind,
    NoticeState,
    PersonId,
    Role,
)
from flows.reminding.removal import removal
from flows.steps import Enter, Help
from storage.releasing import Releasing
from storage.tables import person as people
from tests.bot.phones import Phone, Switchboard
from tests.flows.demand.quiet import quiet
from tests.ports import Account
from tests.town import TUESDAY

SOON = timedelta(hours=1)
"""Too near to wait for anything."""
EVENING = TUESDAY.replace(hour=19, minute=0)
"""When the reminder of Wednesday's talk is due."""
MONDAY = TUESDAY.replace(day=30, hour=8, minute=0)

Row = dict[str, Any]


async def reminded(board: Switchboard, name: str = "Noor", time: str = "9 uur") -> Phone:
    """Somebody with a talk tomorrow, whose evening reminder is due now."""
    phone = await board.pupil(name)
    await phone.books("woensdag 25", time)
    return phone


async def evening(board: Switchboard) -> None:
    board.core.clock.move(EVENING)


async def row(board: Switchboard, kind: NoticeKind = NoticeKind.EVENING) -> Row:
    """The one notice of a kind."""
    (found,) = [each for each in await board.notices() if each["kind"] is kind]
    return found


async def person_of(board: Switchboard, phone: Phone) -> PersonId:
    async with board.store.reading() as work:
        person = await work.people.find(Address("telegram", str(phone.user.id)))
    assert person is not None
    return person.id


async def sealed_wrong(board: Switchboard, phone: Phone) -> None:
    """Somebody's address was changed behind the bot's back."""
    whose = await person_of(board, phone)
    async with board.store.engine.writing() as tx:
        await tx.run(update(people).where(people.c.id == whose).values(address=b"x" * 40))
        await tx.commit()


def reminders(phone: Phone) -> list[str]:
    return [text for text in phone.texts() if text.startswith("Herinnering")]


async def test_a_due_reminder_is_sent_once_and_an_undue_one_stays(board: Switchboard) -> None:
    noor = await reminded(board)
    await evening(board)

    assert await board.sender.drain() == 1
    assert await board.sender.drain() == 0

    assert len(reminders(noor)) == 1
    sent, morning = await row(board), await row(board, NoticeKind.MORNING)
    assert (sent["state"], sent["reason"]) == (NoticeState.SENT, "sent")
    assert (morning["state"], morning["attempts"]) == (NoticeState.PENDING, 0)


@pytest.mark.parametrize(
    ("fault", "state", "reason", "seen"),
    [
        pytest.param(Fault("429", seconds=20), NoticeState.PENDING, "flood", 0, id="too fast"),
        pytest.param(Fault("5xx"), NoticeState.PENDING, "foreign-answer", 0, id="a bad gateway"),
        pytest.param(Fault("dropped"), NoticeState.PENDING, "server-error", 1, id="dropped"),
        pytest.param(Fault("blocked"), NoticeState.FAILED, "blocked", 0, id="blocked"),
    ],
)
async def test_what_telegram_says_to_a_reminder_decides_its_state(
    board: Switchboard, fault: Fault, state: NoticeState, reason: str, seen: int
) -> None:
    noor = await reminded(board)
    await evening(board)
    board.core.faults.add("sendMessage", fault)

    await board.sender.drain()

    found = await row(board)
    assert (found["state"], found["reason"]) == (state, reason)
    assert len(reminders(noor)) == seen


async def test_too_fast_waits_as_long_as_telegram_asks(board: Switchboard) -> None:
    noor = await reminded(board)
    await evening(board)
    board.core.faults.add("sendMessage", Fault("429", seconds=20))
    await board.sender.drain()

    board.core.clock.move(EVENING + timedelta(seconds=19))
    assert await board.sender.drain() == 0
    board.core.clock.move(EVENING + timedelta(seconds=20))
    assert await board.sender.drain() == 1

    assert len(reminders(noor)) == 1


async def test_a_reminder_without_an_answer_is_sent_once_more_and_then_no_more(
    board: Switchboard,
) -> None:
    noor = await reminded(board)
    await evening(board)
    board.core.faults.add("sendMessage", Fault("dropped", times=5))

    for _ in range(4):
        await board.sender.drain()
        board.core.clock.move(board.now() + RETRY)

    assert len(reminders(noor)) == 2
    assert (await row(board))["state"] is NoticeState.UNKNOWN


async def booked_news(board: Switchboard) -> Phone:
    """A worker to whom a booking is to be told now."""
    fatima = await board.desk("Fatima", Role.WORKER, "fatima")
    noor = await board.pupil("Noor")
    await noor.books()
    return fatima


async def digested(board: Switchboard) -> Phone:
    """A coordinator to whom the digest is to be sent now."""
    sanne = await board.desk("Sanne", Role.COORDINATOR, "sanne")
    releasing = Releasing(board.store.engine)
    await release_due(quiet(releasing), board.router.ports, Random(1))
    board.core.clock.move(MONDAY)
    await release_due(quiet(releasing), board.router.ports, Random(1))
    return sanne


async def test_news_without_an_answer_is_not_told_twice(board: Switchboard) -> None:
    fatima = await booked_news(board)
    board.core.faults.add("sendMessage", Fault("dropped"))

    await board.sender.drain()
    board.core.clock.move(board.now() + RETRY)
    await board.sender.drain()

    assert len([text for text in fatima.texts() if "Nieuwe afspraak" in text]) == 1
    assert (await row(board, NoticeKind.BOOKED))["state"] is NoticeState.UNKNOWN


async def test_news_that_surely_did_not_arrive_is_told_later(board: Switchboard) -> None:
    fatima = await booked_news(board)
    board.core.faults.add("sendMessage", Fault("429", seconds=20))

    await board.sender.drain()
    board.core.clock.move(board.now() + RETRY)
    await board.sender.drain()

    assert len([text for text in fatima.texts() if "Nieuwe afspraak" in text]) == 1


async def _dies(board: Switchboard) -> None:
    """A sender claims what is due, and its machine is switched off."""
    async with board.store.work() as work:
        assert await work.outbox.claim(board.now(), LEASE, 100)
        await work.commit()


async def cut_off(sender: Sender) -> None:
    """Stop a sender while Telegram is slow to answer."""
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.5):
            await sender.drain()


async def takes_up(board: Switchboard, sender: Sender) -> None:
    """Telegram answers again, the leases are over, and a sender goes on."""
    board.core.faults.clear()
    board.core.clock.move(board.now() + LEASE)
    await sender.drain()


async def test_after_a_crash_a_reminder_is_sent_when_its_lease_is_over(board: Switchboard) -> None:
    noor = await reminded(board)
    await evening(board)
    await _dies(board)

    assert await board.sender.drain() == 0
    board.core.clock.move(EVENING + LEASE)
    assert await board.sender.drain() == 1

    assert len(reminders(noor)) == 1
    assert (await row(board))["state"] is NoticeState.SENT


async def test_a_reminder_at_which_every_sender_dies_is_given_up(
    board: Switchboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even looked at: that may be what they died of."""
    noor = await reminded(board)
    await evening(board)
    for _ in range(MOST_DEATHS):
        await _dies(board)
        board.core.clock.move(board.now() + LEASE)

    async def dies(*_given: object) -> None:
        raise asyncio.CancelledError

    monkeypatch.setattr("bot.delivery.sender.prepare", dies)
    await board.sender.drain()

    assert reminders(noor) == []
    assert (await row(board))["state"] is NoticeState.UNKNOWN


async def test_after_a_crash_a_digest_is_not_sent_for_it_may_have_been(board: Switchboard) -> None:
    sanne = await digested(board)
    await _dies(board)
    board.core.clock.move(MONDAY + LEASE)

    assert await board.sender.drain() == 2

    found = await row(board, NoticeKind.DIGEST)
    assert (found["state"], found["reason"]) == (NoticeState.UNKNOWN, "no-answer")
    assert not any("Cijfers van de week" in text for text in sanne.texts())


async def test_a_crash_with_many_due_leaves_the_others_untouched(board: Switchboard) -> None:
    """One is in hand at a time, so news that nobody tried to send is not given up."""
    fatima = await booked_news(board)
    sam = await board.pupil("Sam")
    await sam.books(time="10")
    board.core.faults.add("sendMessage", Fault("slow", seconds=60))

    await cut_off(board.sender)
    await takes_up(board, board.sender)

    states = [each["state"] for each in await board.notices() if each["kind"] is NoticeKind.BOOKED]
    assert states == [NoticeState.UNKNOWN, NoticeState.SENT]
    assert len([text for text in fatima.texts() if "Nieuwe afspraak" in text]) == 2


async def test_a_crash_with_a_handful_in_hand_loses_none_that_may_be_repeated(
    board: Switchboard,
) -> None:
    phones = [await reminded(board, "Noor"), await reminded(board, "Sam", "9:20")]
    await evening(board)
    board.core.faults.add("sendMessage", Fault("slow", seconds=60, times=4))

    await cut_off(board.sender)
    held = [each["state"] for each in await board.notices()]
    assert held.count(NoticeState.SENDING) == 2
    await takes_up(board, board.sender)

    assert [len(reminders(each)) for each in phones] == [2, 2]  # the slow calls arrived, too


async def test_a_notice_that_cannot_be_read_harms_none_of_those_taken_with_it(
    board: Switchboard,
) -> None:
    phones = [await reminded(board, "Noor"), await reminded(board, "Sam", "9:20")]
    await evening(board)
    await sealed_wrong(board, phones[0])

    assert await board.sender.drain() == 2

    found = [each for each in await board.notices() if each["kind"] is NoticeKind.EVENING]
    assert {each["state"] for each in found} == {NoticeState.PENDING, NoticeState.SENT}
    assert [len(reminders(each)) for each in phones] == [0, 1]


async def test_what_fails_after_one_was_sent_forgets_no_other(
    board: Switchboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    noor, sam = await reminded(board, "Noor"), await reminded(board, "Sam", "9:20")
    board.core.people.block(noor.user.id)
    board.waiting()
    await evening(board)

    async def busy(*_given: object, **_more: object) -> None:
        raise BusyError

    monkeypatch.setattr(type(board.router), "reach", busy)
    assert await board.sender.drain() == 2

    found = [each for each in await board.notices() if each["kind"] is NoticeKind.EVENING]
    assert {each["state"] for each in found} == {NoticeState.PENDING, NoticeState.SENT}
    assert len(reminders(sam)) == 1


async def test_when_it_is_cut_off_what_was_sent_is_written_down_the_next_time(
    board: Switchboard,
) -> None:
    phones = [await reminded(board, "Noor"), await reminded(board, "Sam", "9:20")]
    await evening(board)
    board.core.faults.add("sendMessage", Fault("slow", seconds=60, times=1))
    sender = board.sender

    await cut_off(sender)
    await takes_up(board, sender)

    assert sorted(len(reminders(each)) for each in phones) == [1, 2]


async def test_two_to_one_person_come_in_order_and_the_second_sees_what_the_first_did(
    board: Switchboard,
) -> None:
    noor = await reminded(board)
    await evening(board)
    later, gone = EVENING + timedelta(seconds=1), MessageId(noor.newest()["message_id"])
    whose = await person_of(board, noor)
    async with board.store.work() as work:
        await work.outbox.add([removal(whose, gone, later)])
        await work.commit()
    board.core.clock.move(EVENING + timedelta(seconds=2))
    board.core.faults.add("sendMessage", Fault("blocked"))

    assert await board.sender.drain() == 2

    found = {each["kind"]: (each["state"], each["reason"]) for each in await board.notices()}
    assert found[NoticeKind.EVENING] == (NoticeState.FAILED, "blocked")
    assert found[NoticeKind.VANISH] == (NoticeState.DROPPED, "unreachable")


async def test_two_senders_at_once_send_once(board: Switchboard) -> None:
    phones = [await reminded(board, "Noor"), await reminded(board, "Sam", "9:20")]
    await evening(board)

    counts = await asyncio.gather(board.sender.drain(), board.sender.drain())

    assert sum(counts) == 2
    assert [len(reminders(each)) for each in phones] == [1, 1]


async def test_whoever_blocked_the_bot_loses_the_own_notices_only(board: Switchboard) -> None:
    noor, sam = await reminded(board, "Noor"), await reminded(board, "Sam", "9:20")
    board.core.people.block(noor.user.id)
    board.waiting()
    await evening(board)

    await board.sender.drain()

    states = {
        (each["person"], each["kind"]): (each["state"], each["reason"])
        for each in await board.notices()
    }
    assert sorted(states.values(), key=str) == sorted(
        [
            (NoticeState.FAILED, "blocked"),
            (NoticeState.DROPPED, "unreachable"),
            (NoticeState.SENT, "sent"),
            (NoticeState.PENDING, None),
            (NoticeState.DROPPED, "unreachable"),  # how was it? of both, after their talks
            (NoticeState.PENDING, None),
        ],
        key=str,
    )
    assert len(reminders(sam)) == 1


async def test_what_no_longer_holds_is_dropped_with_its_reason(board: Switchboard) -> None:
    await reminded(board)
    await evening(board)
    board.core.clock.move(EVENING + timedelta(hours=5))

    assert await board.sender.drain() == 1

    found = await row(board)
    assert (found["state"], found["reason"]) == (NoticeState.DROPPED, "expired")


async def _card(board: Switchboard) -> tuple[Phone, int]:
    """Noor's card of today, which Fatima's "I am here" is about to change."""
    fatima = await board.desk("Fatima", Role.WORKER, "fatima")
    noor = await board.pupil("Noor")
    card = await noor.books()
    await board.sender.drain()
    await fatima.sends("/start")
    await fatima.taps("Ik ben er")
    return noor, card


async def test_a_card_changes_in_its_place_without_a_sound(board: Switchboard) -> None:
    noor, card = await _card(board)
    before = board.core.log.next

    await board.sender.drain()

    found = await row(board, NoticeKind.CARD)
    assert (found["state"], found["reason"]) == (NoticeState.SENT, "edited")
    assert board.calls(before) == ["editMessageText"]
    assert noor.newest()["message_id"] == card
    assert "Fatima is er." in noor.newest()["text"]


async def test_a_card_that_was_deleted_is_not_sent_anew(board: Switchboard) -> None:
    noor, card = await _card(board)
    board.core.people.delete(noor.user.id, card)
    before = board.core.log.next

    await board.sender.drain()

    found = await row(board, NoticeKind.CARD)
    assert (found["state"], found["reason"]) == (NoticeState.DROPPED, "message-gone")
    assert board.calls(before) == ["editMessageText"]


async def test_a_card_that_says_it_already_counts_as_sent(board: Switchboard) -> None:
    """The answer to the first edit was lost; the second changes nothing any more."""
    await _card(board)
    board.core.faults.add("editMessageText", Fault("dropped"))

    await board.sender.drain()

    assert (await row(board, NoticeKind.CARD))["state"] is NoticeState.SENT


async def test_a_digest_comes_as_a_picture_with_its_words(board: Switchboard) -> None:
    sanne = await digested(board)

    await board.sender.drain()

    assert (await row(board, NoticeKind.DIGEST))["state"] is NoticeState.SENT
    words, table = sanne.messages()[-2:]
    assert words["text"].startswith("Cijfers van de week van maandag 23 november")
    assert words["photo"]["url"]
    assert table["document"]["file_name"] == "inloop-2026-W48.csv"


async def test_a_notice_that_cannot_be_rendered_holds_up_no_other(
    board: Switchboard, caplog: pytest.LogCaptureFixture
) -> None:
    """One person came by a channel that this sender cannot write to: our own fault."""
    elsewhere, sam = Account(board.router, "web-4711"), await board.pupil("Sam")
    await elsewhere.presses(Enter(Audience.PUPIL))
    people = [await elsewhere.person(), await _known(board, sam)]
    notices = [
        Notice(key, NoticeKind.HOUR, person, Help().pack(), TUESDAY, TUESDAY + SOON)
        for key, person in zip("ab", people, strict=True)
    ]
    async with board.store.work() as work:
        await work.outbox.add(notices)
        await work.commit()

    with caplog.at_level(logging.ERROR):
        assert await board.sender.drain() == 2
    first = {each["dedup_key"]: each["state"] for each in await board.notices()}
    board.core.clock.move(board.now() + RETRY)
    await board.sender.drain()
    last = {each["dedup_key"]: (each["state"], each["reason"]) for each in await board.notices()}

    assert first == {"a": NoticeState.PENDING, "b": NoticeState.SENT}
    assert last["a"] == (NoticeState.FAILED, "fault")
    assert "🚨 112" in sam.newest()["text"]
    assert all("web-4711" not in each.getMessage() for each in caplog.records)


async def _known(board: Switchboard, phone: Phone) -> PersonId:
    async with board.store.reading() as work:
        found = await work.people.find(Address("telegram", str(phone.user.id)))
    assert found is not None
    return found.id


async def test_a_notice_of_another_version_is_dropped_and_the_next_one_sent(
    board: Switchboard,
) -> None:
    sam = await board.pupil("Sam")
    person = await _known(board, sam)
    until = TUESDAY + SOON
    async with board.store.work() as work:
        old = Notice("a", NoticeKind.HOUR, person, "zz.1", TUESDAY, until)
        await work.outbox.add([old, replace(old, dedup_key="b", step=Help().pack())])
        await work.commit()

    await board.sender.drain()

    found = {each["dedup_key"]: (each["state"], each["reason"]) for each in await board.notices()}
    assert found == {
        "a": (NoticeState.DROPPED, "unknown-step"),
        "b": (NoticeState.SENT, "sent"),
    }


async def test_a_refusal_of_telegram_ends_a_notice(board: Switchboard) -> None:
    """Nobody has that number any more."""
    noor = await reminded(board)
    await evening(board)
    board.core.people.deactivate(noor.user.id)

    await board.sender.drain()

    found = await row(board)
    assert (found["state"], found["reason"]) == (NoticeState.FAILED, "deactivated")
