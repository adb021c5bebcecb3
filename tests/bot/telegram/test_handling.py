"""What becomes of an update that fails: a trouble is waited for, a mistake is set aside."""

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from telegram import Update

from bot.delivery.gate import Gate
from bot.demo.faults import Fault
from bot.figures import Figures
from bot.logs import Formatter
from bot.telegram import handling
from bot.telegram.handling import PATIENCE, Handling, brought_patience, patient
from bot.telegram.words import KEEP
from bot.trouble import Alarm
from flows.model import Mode
from flows.programme import ref_of
from flows.steps import Book, Week
from tests.bot.phones import Phone, Switchboard
from tests.bot.telegram.test_dispatch import SECRET, breaks
from tests.flows.place import rows
from tests.town import TUESDAY

SORRY = "Er ging iets mis. Probeer het nog een keer."


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handling, "BETWEEN", 0.0)
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


class Hands:
    """Seconds that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def handling_of(
    board: Switchboard, clock: Hands, patience: Callable[[Update], float] = patient
) -> Handling:
    return Handling(
        board.dispatch,
        board.application,
        board.router.ports,
        Alarm(clock),
        Figures(),
        Gate(),
        clock=clock,
        patience=patience,
    )


@asynccontextmanager
async def away(board: Switchboard) -> AsyncIterator[None]:
    """A database that cannot be opened meanwhile: nobody may write or read its file."""
    await board.store.engine.dispose()
    path = board.store.engine.sql.url.database
    assert path is not None
    original = board.store.engine.sql.url
    broken = create_async_engine("sqlite+aiosqlite:////nowhere/at/all.db")
    kept, board.store.engine.sql = board.store.engine.sql, broken
    reading = board.store.engine._reading  # noqa: SLF001
    board.store.engine._reading = broken  # noqa: SLF001
    try:
        yield
    finally:
        board.store.engine.sql, board.store.engine._reading = kept, reading  # noqa: SLF001
        assert board.store.engine.sql.url == original
        await broken.dispose()
        for each in threading.enumerate():  # they tell the loop of their end, which must be there
            if "_connection_worker_thread" in each.name:
                await asyncio.to_thread(each.join, 5)


async def typed(board: Switchboard, phone: Phone, words: str) -> Update:
    board.core.people.type(phone.user.id, words)
    (update,) = board.waiting()
    return update


async def test_while_the_database_is_away_the_person_is_told_once_and_then_answered(
    board: Switchboard, caplog: pytest.LogCaptureFixture
) -> None:
    noor = await board.pupil("Noor")
    clock, before = Hands(), len(noor.texts())
    hands = handling_of(board, clock)
    update = await typed(board, noor, "/week")

    with caplog.at_level(logging.INFO):
        async with away(board):
            pauses = [await hands.once(update) for _ in range(4)]
        assert await hands.once(update) is None

    assert pauses == [1.0, 2.0, 4.0, 8.0]
    assert [each.partition("\n")[0] for each in noor.texts()[before:]] == [
        SORRY,
        "De Linde: wie is er?",
    ]
    told = [each.getMessage() for each in caplog.records if each.name == "bot.trouble"]
    assert len(told) == 1
    assert "cannot be opened" in told[0]
    assert await rows(board.url, "aside") == []


@pytest.mark.parametrize("way", ["cry", "once"])
async def test_a_cry_for_help_is_answered_without_a_database(board: Switchboard, way: str) -> None:
    noor = await board.pupil("Noor")
    update = await typed(board, noor, "help me")

    async with away(board):
        assert await getattr(handling_of(board, Hands()), way)(update) is None

    assert "112" in noor.newest()["text"]


async def test_a_cry_for_help_is_answered_as_soon_as_telegram_takes_it(board: Switchboard) -> None:
    noor, number = await board.pupil("Noor"), len(board.core.people.sees(1001).messages)
    update = await typed(board, noor, "help me")
    board.core.faults.add("sendMessage", Fault("429", times=2, seconds=60))
    hands = handling_of(board, Hands())

    assert [await hands.cry(update) for _ in range(3)] == [60.0, 60.0, None]

    assert "112" in noor.newest()["text"]
    assert len(board.core.people.sees(noor.user.id).messages) == number + 2, "one cry, one card"


async def test_a_card_that_telegram_may_not_have_shown_is_followed_by_the_numbers(
    board: Switchboard,
) -> None:
    noor = await board.pupil("Noor")
    update = await typed(board, noor, "help me")
    board.core.faults.add("sendMessage", Fault("5xx"))

    assert await handling_of(board, Hands()).cry(update) is None

    assert "112" in noor.newest()["text"]


@pytest.mark.parametrize("way", ["cry", "once"])
async def test_a_cry_for_help_that_a_mistake_of_ours_met_is_answered_with_the_numbers(
    board: Switchboard, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    noor = await board.pupil("Noor")
    monkeypatch.setattr(board.dispatch, "_front", None)

    assert await getattr(board.handling, way)(await typed(board, noor, "help me")) is None

    assert "112" in noor.newest()["text"]
    assert "Ik ben een computer. Er leest nu niemand mee." in noor.newest()["text"]


async def test_what_is_said_unasked_waits_while_an_update_is_handled(
    board: Switchboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    noor, gate, shut = await board.pupil("Noor"), Gate(), list[bool]()

    async def looks(*_: object) -> None:
        shut.append(not gate._open.is_set())  # noqa: SLF001

    monkeypatch.setattr(board.dispatch, "attempt", looks)
    monkeypatch.setattr(board.dispatch, "attempt_cry", looks)
    ports = board.router.ports
    hands = Handling(board.dispatch, board.application, ports, Alarm(), Figures(), gate)
    for way in (hands.once, hands.cry):
        await way(await typed(board, noor, "hoi"))

    assert shut == [True, True]
    assert gate._open.is_set()  # noqa: SLF001


async def test_after_as_long_as_telegram_keeps_a_press_it_is_given_up(board: Switchboard) -> None:
    noor, clock = await board.pupil("Noor"), Hands()
    hands, update = handling_of(board, clock), await typed(board, noor, "/week")

    async with away(board):
        while (pause := await hands.once(update)) is not None:
            clock.now += pause

    assert 130 < clock.now <= handling.PATIENCE


BOOK = Book(ref_of("fatima"), ref_of("linde"), TUESDAY, Mode.SCHOOL).pack()
LET_GO = [
    ("/week", 5),
    ("is Fatima er vandaag?", 5),
    (Week().pack(), 5),
    (KEEP + Week().pack(), 5),
    ("of no version", 5),
    (BOOK, 20),
    (KEEP + BOOK, 20),
]


@pytest.mark.parametrize(("said", "seconds"), LET_GO)
async def test_an_update_that_holds_back_the_next_one_is_given_up_soon(
    board: Switchboard, said: str, seconds: float
) -> None:
    noor, clock = await board.pupil("Noor"), Hands()
    shown = noor.newest()["message_id"]
    if (said, 5) in LET_GO[:2]:
        update = await typed(board, noor, said)
    else:
        board.core.people.press_data(noor.user.id, shown, said)
        (update,) = board.waiting()
    hands, before = handling_of(board, clock, brought_patience), len(noor.texts())

    async with away(board):
        while (pause := await hands.once(update)) is not None:
            clock.now += pause

    assert 0.5 * seconds < clock.now <= seconds
    assert [each.partition("\n")[0] for each in noor.texts()[before:]] == [SORRY]


async def test_who_blocked_the_bot_and_a_cry_for_help_are_not_given_up_soon(
    board: Switchboard,
) -> None:
    noor, clock = await board.pupil("Noor"), Hands()
    hands = handling_of(board, clock, brought_patience)
    cry = await typed(board, noor, "help me")
    board.core.faults.add("sendMessage", Fault("429", times=99, seconds=10))
    while (pause := await hands.cry(cry)) is not None:
        clock.now += pause
    assert clock.now > 130

    board.core.people.block(noor.user.id)
    (blocked,) = board.waiting()
    assert brought_patience(blocked) == PATIENCE


async def test_a_booking_whose_answer_could_not_be_sent_is_made_once_and_shown(
    board: Switchboard,
) -> None:
    noor = await board.pupil("Noor")
    await noor.taps("Eerste vrije tijd")
    (key,) = [k for row in noor.newest()["keyboard"] for k in row if "9:40" in k["text"]]
    board.core.people.press_data(noor.user.id, noor.newest()["message_id"], key["data"])
    (update,) = board.waiting()
    for method in ("editMessageText", "sendMessage"):
        board.core.faults.add(method, Fault("429", times=1, seconds=60))
    hands = handling_of(board, Hands())

    assert await hands.once(update) == 60.0
    assert await hands.once(update) is None

    assert len(await rows(board.url, "appointment")) == 1
    assert "dinsdag 24 november" in noor.newest()["text"]


async def test_a_mistake_is_tried_three_times_and_set_aside_by_number_and_class(
    board: Switchboard, caplog: pytest.LogCaptureFixture
) -> None:
    noor = await board.pupil("Noor")
    await breaks(board, "awaiting")
    update = await typed(board, noor, SECRET)

    assert await board.handling.once(update) is None

    assert noor.newest()["text"].startswith(SORRY)
    failed = [each for each in caplog.records if each.getMessage().endswith(" failed")]
    assert len(failed) == 3
    (kept,) = await rows(board.url, "aside")
    assert kept["update"] == update.update_id
    assert kept["error"] == "StatementError"
    assert set(kept) == {"update", "error", "done_at"}
    written = [Formatter("%(message)s").format(each) for each in caplog.records]
    assert "0612345678" not in "".join(written) + str(kept)


async def test_a_mistake_that_passes_is_none(
    board: Switchboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    noor, asked, show = await board.pupil("Noor"), list[int](), board.router.show

    async def broken(*given: Any, **more: Any) -> Any:
        asked.append(1)
        if len(asked) <= 2:
            raise LookupError(SECRET)
        return await show(*given, **more)

    monkeypatch.setattr(board.router, "show", broken)

    await noor.sends("/week")

    assert len(asked) == 3
    assert await rows(board.url, "aside") == []
    assert not noor.newest()["text"].startswith(SORRY)


async def test_a_mistake_that_cannot_be_written_down_is_told_all_the_same(
    board: Switchboard, caplog: pytest.LogCaptureFixture
) -> None:
    noor = await board.pupil("Noor")
    await breaks(board, "awaiting")
    engine = create_async_engine(board.url)
    async with engine.begin() as connection:
        await connection.execute(text("DROP TABLE aside"))
    await engine.dispose()

    await noor.sends("hoi")

    assert noor.newest()["text"].startswith(SORRY)
    assert any("is not written down" in each.getMessage() for each in caplog.records)


async def test_an_answer_that_telegram_may_have_shown_is_not_shown_again(
    board: Switchboard,
) -> None:
    noor = await board.pupil("Noor")
    board.core.faults.add("sendMessage", Fault("dropped"))
    number = len(noor.texts())

    await noor.sends("/week")

    assert len(noor.texts()) == number + 1


def test_a_trouble_is_told_again_while_it_lasts_and_when_it_is_over(
    caplog: pytest.LogCaptureFixture,
) -> None:
    clock = Hands()
    alarm = Alarm(clock)
    with caplog.at_level(logging.INFO):
        for second in range(0, 400, 5):
            clock.now = second
            alarm.raised("The disk is full: make room.")
            alarm.look()
        clock.now = 500
        alarm.look()
        alarm.look()
    assert [each.getMessage() for each in caplog.records] == [
        "The disk is full: make room.",
        "The disk is full: make room.",
        "over after 395 s: The disk is full: make room.",
    ]
