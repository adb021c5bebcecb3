"""Long polling against a stand-in that keeps and forgets updates as Telegram does."""

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

import pytest
from telegram import Bot, Update
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.telegram import polling
from bot.telegram.errors import Kind
from bot.telegram.polling import PollingStoppedError, confirm, poll
from bot.telegram.pollstate import PollState
from bot.telegram.requests import make_request
from tests.bot.telegram.scripted import TOKEN, Scripted, Transport, fails, says

PATIENCE = 120  # seconds; reached only when something is broken
NEVER = 3600.0


@dataclass
class Telegram:
    """getUpdates of one bot, in memory."""

    waiting: list[int] = field(default_factory=list)
    calls: list[tuple[int | None, float]] = field(default_factory=list)  # offset, timeout
    faults: deque[Exception] = field(default_factory=deque)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def get_updates(
        self,
        offset: int | None = None,
        limit: int | None = None,
        timeout: int | timedelta | None = None,  # noqa: ASYNC109
        allowed_updates: Sequence[str] | None = None,  # noqa: ARG002
        *,
        read_timeout: float | None = None,  # noqa: ARG002
    ) -> tuple[Update, ...]:
        seconds = timeout.total_seconds() if isinstance(timeout, timedelta) else timeout or 0
        async with self.changed:
            self.calls.append((offset, seconds))
            self.changed.notify_all()
            if self.faults:
                raise self.faults.popleft()
            self._forget_below(offset)
            if seconds:
                await self.changed.wait_for(lambda: self.waiting)
            return tuple(Update(one) for one in self.waiting[: limit or 100])

    def _forget_below(self, offset: int | None) -> None:
        if offset is not None and self.waiting and offset <= self.waiting[-1] + 1:
            self.waiting = [one for one in self.waiting if one >= offset]

    async def gets(self, *ids: int) -> None:
        async with self.changed:
            self.waiting.extend(ids)
            self.changed.notify_all()

    async def calls_more(self, count: int) -> None:
        wanted = len(self.calls) + count
        await until(lambda: len(self.calls) >= wanted)


@dataclass
class Desk:
    """Notes what is handed out; a test says when it is finished."""

    state: PollState = field(default_factory=PollState)
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    handed: list[int] = field(default_factory=list)
    open: dict[int, Callable[[], None]] = field(default_factory=dict)
    at_once: bool = False

    def handle(self, update: Update, done: Callable[[], None]) -> None:
        self.handed.append(update.update_id)
        self.open[update.update_id] = done
        if self.at_once:
            done()

    def finish(self, *ids: int) -> None:
        for one in ids:
            self.open.pop(one)()


async def until(true: Callable[[], bool]) -> None:
    """Wait for something another task does."""
    async with asyncio.timeout(PATIENCE):
        while not true():  # noqa: ASYNC110 what is waited for differs from test to test
            await asyncio.sleep(0.001)


async def run(telegram: Telegram, desk: Desk) -> None:
    await poll(telegram, desk.handle, allowed_updates=["message"], stop=desk.stop, state=desk.state)


@asynccontextmanager
async def polled(telegram: Telegram, desk: Desk) -> AsyncIterator[None]:
    async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as group:
        group.create_task(run(telegram, desk))
        yield
        desk.stop.set()


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what finishes makes the loop ask again: a pause would never end."""
    monkeypatch.setattr(polling, "FIRST_PAUSE", NEVER)
    monkeypatch.setattr(polling, "LONGEST_PAUSE", NEVER)


async def settle() -> None:
    for _ in range(50):
        await asyncio.sleep(0)


async def test_nothing_from_the_lowest_unfinished_on_is_ever_confirmed(
    telegram: Telegram, desk: Desk
) -> None:
    await telegram.gets(11, 12, 13)
    async with polled(telegram, desk):
        await until(lambda: len(desk.handed) == 3)
        desk.finish(12, 13)
        await telegram.calls_more(3)
        assert {offset for offset, _ in telegram.calls} == {None, 11}
        assert telegram.waiting == [11, 12, 13]
        desk.finish(11)
        await until(lambda: not telegram.waiting)
    assert telegram.calls[-1] == (14, 30.0)


async def test_a_crash_loses_nothing_and_repeats_only_what_is_not_confirmed(
    telegram: Telegram, desk: Desk
) -> None:
    await telegram.gets(11, 12, 13)
    async with asyncio.TaskGroup() as group:
        process = group.create_task(run(telegram, desk))
        await until(lambda: len(desk.handed) == 3)
        desk.finish(11)
        await until(lambda: telegram.waiting == [12, 13])
        process.cancel()
    again = Desk()
    async with polled(telegram, again):
        await until(lambda: len(again.handed) == 2)
    assert again.handed == [12, 13]


async def test_what_comes_again_is_handed_out_once(telegram: Telegram, desk: Desk) -> None:
    await telegram.gets(11, 12)
    async with polled(telegram, desk):
        await until(lambda: len(desk.handed) == 2)
        desk.finish(12)
        await telegram.calls_more(3)
        await telegram.gets(13)
        await telegram.calls_more(3)
    assert desk.handed == [11, 12, 13]


async def test_finishing_twice_changes_nothing(telegram: Telegram, desk: Desk) -> None:
    await telegram.gets(11, 12)
    async with polled(telegram, desk):
        await until(lambda: len(desk.handed) == 2)
        done = desk.open[12]
        done()
        done()
        assert desk.state.unfinished == 1
        desk.finish(11)
        await until(lambda: not telegram.waiting)
        done()
        assert desk.state.unfinished == 0
        assert desk.state.knows(12), "Telegram has not answered yet"
        await telegram.gets(13)
        await until(lambda: desk.handed == [11, 12, 13])
        assert not desk.state.knows(12)


async def test_while_one_is_in_hand_the_loop_does_not_spin(telegram: Telegram, desk: Desk) -> None:
    await telegram.gets(11)
    async with polled(telegram, desk):
        await until(lambda: len(desk.handed) == 1)
        await asyncio.sleep(0.6)  # a slow machine asks less often, never more
        assert len(telegram.calls) <= 8
        assert all(seconds == 0 for _, seconds in telegram.calls[1:])


async def test_somebody_elses_update_is_taken_while_one_is_in_hand(
    telegram: Telegram, desk: Desk
) -> None:
    await telegram.gets(11)
    async with polled(telegram, desk):
        await until(lambda: len(desk.handed) == 1)
        await telegram.calls_more(2)
        await telegram.gets(12)
        await until(lambda: desk.handed == [11, 12])


@pytest.mark.usefixtures("no_pauses")
async def test_when_all_is_finished_it_is_confirmed_at_once(telegram: Telegram, desk: Desk) -> None:
    async with polled(telegram, desk):
        for number in range(11, 31):
            await telegram.gets(number)
            await until(partial(desk.open.__contains__, number))
            desk.finish(number)
            await until(lambda: not telegram.waiting)


@pytest.mark.usefixtures("no_pauses")
async def test_the_loop_asks_again_when_half_is_finished_and_not_before(
    telegram: Telegram, desk: Desk
) -> None:
    await telegram.gets(*range(11, 19))
    async with polled(telegram, desk):
        await until(lambda: len(desk.handed) == 8)
        asked = len(telegram.calls)
        for number in (18, 11, 17):
            desk.finish(number)
            await settle()
            assert len(telegram.calls) == asked
        desk.finish(16)
        await telegram.calls_more(1)
        assert telegram.calls[-1] == (12, 0)


@pytest.mark.usefixtures("no_pauses")
async def test_works_that_finish_at_once_are_never_waited_for(
    telegram: Telegram, desk: Desk
) -> None:
    desk.at_once = True
    async with polled(telegram, desk):
        await telegram.gets(*range(11, 300))
        await until(lambda: not telegram.waiting)
    assert desk.handed == list(range(11, 300))
    assert len(telegram.calls) <= 6, "a hundred at a time"


async def test_after_a_week_of_silence_lower_numbers_are_handled_too(
    telegram: Telegram, desk: Desk
) -> None:
    await telegram.gets(900_000, 900_001)
    async with polled(telegram, desk):
        await until(lambda: len(desk.handed) == 2)
        desk.finish(900_001, 900_000)
        await until(lambda: not telegram.waiting)
        await telegram.gets(500)
        await until(lambda: desk.handed[2:] == [500])
        desk.finish(500)
        await until(lambda: telegram.calls[-1] == (501, 30.0))
        await telegram.gets(501)
        await until(lambda: desk.handed[3:] == [501])


async def test_a_number_that_was_confirmed_may_come_back_as_another_update(
    telegram: Telegram, desk: Desk
) -> None:
    desk.at_once = True
    async with polled(telegram, desk):
        await telegram.gets(7, 8)
        await until(lambda: telegram.calls[-1:] == [(9, 30.0)])
        await telegram.gets(7)
        await until(lambda: desk.handed == [7, 8, 7])


async def test_network_errors_back_off_and_double(
    telegram: Telegram,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(polling, "FIRST_BACKOFF", 0.01)
    monkeypatch.setattr(polling, "LONGEST_BACKOFF", 0.04)
    telegram.faults.extend(
        [NetworkError("Bad Gateway"), TimedOut(), ValueError("Noor"), TimedOut()]
    )
    await telegram.gets(11)
    with caplog.at_level(logging.WARNING):
        async with polled(telegram, desk):
            await until(lambda: len(desk.handed) == 1)
            telegram.faults.append(BadRequest("Bad Request: x"))
            await telegram.calls_more(2)
    assert [record.getMessage() for record in caplog.records] == [
        "getUpdates: server-error, again in 0.01 s",
        "getUpdates: server-error, again in 0.02 s",
        "getUpdates: unexpected, again in 0.04 s",
        "getUpdates: server-error, again in 0.04 s",
        "getUpdates: bad-request, again in 0.01 s",
    ]


async def test_telegram_says_how_long_to_wait(
    telegram: Telegram, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "FIRST_BACKOFF", NEVER)
    telegram.faults.append(RetryAfter(timedelta(milliseconds=1)))
    await telegram.gets(11)
    async with polled(telegram, desk):
        await until(lambda: len(desk.handed) == 1)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (Conflict("Conflict: terminated by other getUpdates request"), Kind.CONFLICT),
        (InvalidToken("Unauthorized"), Kind.REFUSED_TOKEN),
    ],
)
async def test_a_second_poller_and_a_refused_token_end_it(
    telegram: Telegram, desk: Desk, error: Exception, kind: Kind
) -> None:
    telegram.faults.extend([TimedOut(), error])
    with pytest.raises(PollingStoppedError) as caught:
        await asyncio.wait_for(run(telegram, desk), PATIENCE)
    assert caught.value.outcome.kind is kind
    assert str(caught.value) == caught.value.outcome.reason


@pytest.mark.parametrize("where", ["long poll", "backoff", "pause", "before"])
async def test_stop_is_honoured_wherever_the_loop_is(
    telegram: Telegram, desk: Desk, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("FIRST_BACKOFF", "FIRST_PAUSE", "LONGEST_PAUSE"):
        monkeypatch.setattr(polling, name, NEVER)
    if where == "before":
        desk.stop.set()
    if where == "backoff":
        telegram.faults.append(TimedOut())
    if where == "pause":
        await telegram.gets(11)
    async with polled(telegram, desk):
        if where != "before":
            await until(lambda: len(telegram.calls) == 1)
            await settle()
    assert desk.handed == ([11] if where == "pause" else [])


async def test_a_handler_that_raises_ends_it_and_confirms_nothing(
    telegram: Telegram, desk: Desk
) -> None:
    await telegram.gets(11)

    def breaks(_: Update, __: Callable[[], None]) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await poll(telegram, breaks, allowed_updates=[], stop=desk.stop, state=desk.state)
    assert await confirm(telegram, desk.state)
    assert telegram.waiting == [11]


async def test_after_the_end_what_was_finished_is_confirmed(telegram: Telegram, desk: Desk) -> None:
    await telegram.gets(11, 12, 13, 14)
    async with polled(telegram, desk):
        await until(lambda: len(desk.handed) == 4)
    desk.finish(11, 12, 14)
    assert not desk.state.confirmed
    assert await confirm(telegram, desk.state)
    assert telegram.calls[-1] == (13, 0)
    assert telegram.waiting == [13, 14]
    asked = len(telegram.calls)
    assert await confirm(telegram, desk.state)
    assert len(telegram.calls) == asked, "it knows already"


async def test_a_last_call_that_fails_is_no_disaster(telegram: Telegram, desk: Desk) -> None:
    await telegram.gets(11)
    async with polled(telegram, desk):
        await until(lambda: len(desk.handed) == 1)
    desk.finish(11)
    telegram.faults.append(TimedOut())
    assert not await confirm(telegram, desk.state)
    assert telegram.waiting == [11]


async def test_nothing_seen_needs_no_last_call(telegram: Telegram) -> None:
    assert await confirm(telegram, PollState())
    assert telegram.calls == []


async def test_liveness_is_the_moment_of_the_last_answer(telegram: Telegram) -> None:
    hands = iter([100.0, 200.0])
    desk = Desk(state=PollState(clock=lambda: next(hands, 300.0)), at_once=True)
    assert desk.state.last_round_trip is None
    await telegram.gets(11)
    async with polled(telegram, desk):
        await until(lambda: len(telegram.calls) == 2)
        assert desk.state.last_round_trip == 100.0
        await telegram.gets(12)
        await until(lambda: len(telegram.calls) == 3)
        assert desk.state.last_round_trip == 200.0


async def test_over_http_what_is_in_hand_is_not_parsed_again(
    transport: Transport, server: Scripted
) -> None:
    fresh, desk = {"update_id": 12}, Desk()
    server.script.extend(
        [
            says([{"update_id": 11}]),
            fails(502, "Bad Gateway"),
            says([{"update_id": 11, "message": "cannot be parsed"}, fresh]),
            fails(409, "Conflict: terminated by other getUpdates request"),
        ]
    )
    request = make_request(transport, 2, known=desk.state.knows)
    bot = Bot(TOKEN, base_url=server.base_url, get_updates_request=request)
    async with request:
        with pytest.raises(PollingStoppedError):
            await poll(
                bot, desk.handle, allowed_updates=["message"], stop=desk.stop, state=desk.state
            )
    assert desk.handed == [11, 12]
    assert [asked.fields.get("offset") for asked in server.asked] == [None, "11", "11", "11"]
    assert server.asked[0].fields["timeout"] == "30"
    assert server.asked[0].fields["allowed_updates"] == '["message"]'


async def test_connections_are_made_anew_when_telegram_was_silent_for_two_minutes(
    telegram: Telegram, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "FIRST_BACKOFF", 0.0)
    moments = iter([0.0])
    state, calls = PollState(lambda: next(moments, 130.0)), 0

    async def renew() -> None:
        nonlocal calls
        calls = len(telegram.calls)
        desk.stop.set()

    telegram.faults.extend([TimedOut(), TimedOut()])
    await poll(telegram, desk.handle, allowed_updates=[], stop=desk.stop, state=state, renew=renew)

    assert calls == 2
