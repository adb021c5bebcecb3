"""Each person in order, many people at once."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.telegram.lanes import Lanes

NOOR, SAM, FATIMA = 1, 2, 3


def fails(key: int, error: BaseException) -> None:
    raise AssertionError(key) from error


def says(told: list[str], word: str) -> Callable[[], Awaitable[None]]:
    async def work() -> None:
        await asyncio.sleep(0)
        told.append(word)

    return work


async def settle() -> None:
    """Let everything run that can run."""
    for _ in range(50):
        await asyncio.sleep(0)


async def test_one_persons_works_run_in_order_and_one_at_a_time() -> None:
    running, most, told = 0, 0, list[int]()

    def step(number: int) -> Callable[[], Awaitable[None]]:
        async def work() -> None:
            nonlocal running, most
            running += 1
            most = max(most, running)
            for _ in range(10 - number):
                await asyncio.sleep(0)
            told.append(number)
            running -= 1

        return work

    async with Lanes(fails) as lanes:
        for number in range(10):
            assert lanes.submit(NOOR, step(number))
    assert told == list(range(10))
    assert most == 1


async def test_an_impatient_person_slows_nobody_even_with_two_slots() -> None:
    gate, told = asyncio.Event(), list[str]()

    async def slow() -> None:
        await gate.wait()

    async with Lanes(fails, slots=2) as lanes:
        for _ in range(10):
            lanes.submit(NOOR, slow)
        await settle()
        for word in ("een", "twee", "drie"):
            lanes.submit(SAM, says(told, word))
        await settle()
        assert told == ["een", "twee", "drie"]
        gate.set()


async def test_no_more_works_run_at_once_than_there_are_slots() -> None:
    running, most, gate = 0, 0, asyncio.Event()

    async def work() -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await gate.wait()
        running -= 1

    async with Lanes(fails, slots=3) as lanes:
        for key in range(20):
            lanes.submit(key, work)
        await settle()
        assert running == 3
        assert len(lanes) == 20
        gate.set()
    assert most == 3


async def test_waiting_people_get_a_slot_in_the_order_they_came() -> None:
    told: list[str] = []
    async with Lanes(fails, slots=1) as lanes:
        lanes.submit(NOOR, says(told, "noor 1"))
        lanes.submit(NOOR, says(told, "noor 2"))
        lanes.submit(SAM, says(told, "sam"))
        lanes.submit(FATIMA, says(told, "fatima"))
    assert told == ["noor 1", "sam", "fatima", "noor 2"]


@pytest.mark.parametrize("started", [False, True])
async def test_beyond_the_cap_a_person_is_asked_to_wait(started: bool) -> None:
    gate, told = asyncio.Event(), list[str]()

    async def slow() -> None:
        await gate.wait()

    async with Lanes(fails, cap=2) as lanes:
        assert lanes.submit(NOOR, slow)
        if started:
            await settle()
        assert lanes.submit(NOOR, says(told, "een"))
        assert lanes.submit(NOOR, says(told, "twee"))
        assert not lanes.submit(NOOR, says(told, "drie"))
        assert lanes.submit(SAM, says(told, "sam"))
        gate.set()
        await settle()
        assert lanes.submit(NOOR, says(told, "vier"))
    assert [word for word in told if word != "sam"] == ["een", "twee", "vier"]


async def test_a_work_that_fails_is_reported_and_stops_nobody() -> None:
    told, failures = list[str](), list[tuple[int, str]]()

    async def breaks() -> None:
        raise ValueError

    async def gives_up() -> None:
        raise asyncio.CancelledError

    async with Lanes(lambda key, error: failures.append((key, type(error).__name__))) as lanes:
        lanes.submit(NOOR, breaks)
        lanes.submit(NOOR, gives_up)
        lanes.submit(NOOR, says(told, "noor"))
        lanes.submit(SAM, says(told, "sam"))
    assert failures == [(NOOR, "ValueError"), (NOOR, "CancelledError")]
    assert sorted(told) == ["noor", "sam"]


async def test_nobody_who_is_done_stays_in_memory() -> None:
    told: list[str] = []
    async with Lanes(fails) as lanes:
        for key in range(200):
            lanes.submit(key, says(told, "x"))
        await settle()
        assert len(told) == 200
        assert len(lanes) == 0
        assert not lanes._lanes  # noqa: SLF001 the promise is about memory
        assert not lanes._tasks  # noqa: SLF001


async def test_drain_waits_for_what_runs_and_what_waits() -> None:
    told: list[str] = []
    async with Lanes(fails, slots=1) as lanes:
        assert await lanes.drain(60), "nothing to wait for"
        for word in ("een", "twee", "drie"):
            lanes.submit(NOOR, says(told, word))
        assert await lanes.drain(60)
        assert told == ["een", "twee", "drie"]


async def test_drain_cancels_what_takes_too_long_and_what_waits_behind_it() -> None:
    told, ended = list[str](), list[str]()

    async def endless() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("cancelled")

    async with Lanes(fails) as lanes:
        lanes.submit(NOOR, endless)
        lanes.submit(NOOR, says(told, "never"))
        lanes.submit(SAM, says(told, "sam"))
        assert not await lanes.drain(0.05)
        assert (told, ended, len(lanes)) == (["sam"], ["cancelled"], 0)
        assert lanes.submit(NOOR, says(told, "noor")), "a cancelled lane leaves nothing behind"
    assert told == ["sam", "noor"]


@pytest.mark.parametrize("started", [False, True])
async def test_an_error_of_the_caller_cancels_and_comes_out_as_it_is(started: bool) -> None:
    lanes = Lanes(fails)

    async def endless() -> None:
        await asyncio.Event().wait()

    async def caller() -> None:
        async with lanes:
            lanes.submit(NOOR, endless)
            if started:
                await settle()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await caller()
    await settle()
    assert not lanes._lanes, "also when it was cancelled before its first step"  # noqa: SLF001


async def test_cancelling_the_caller_cancels_the_works() -> None:
    ended, lanes = list[str](), Lanes(fails)

    async def endless() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("cancelled")

    async def caller() -> None:
        async with lanes:
            lanes.submit(NOOR, endless)
            await asyncio.Event().wait()

    async with asyncio.TaskGroup() as group:
        task = group.create_task(caller())
        await settle()
        task.cancel()
    assert ended == ["cancelled"]


async def test_a_work_that_wants_another_turn_goes_before_those_behind_it_and_holds_no_slot() -> (
    None
):
    done, turns = list[str](), iter([0.05, 0.05, None])

    async def again() -> float | None:
        done.append("again")
        return next(turns)

    async with Lanes(fails, slots=1) as lanes:
        lanes.submit(1, again)
        lanes.submit(1, says(done, "behind"))
        lanes.submit(2, says(done, "beside"))

    assert done == ["again", "beside", "again", "again", "behind"]


async def test_a_work_that_waits_for_another_turn_is_cut_off_at_the_end() -> None:
    async def never() -> float | None:
        return 3600.0

    async with Lanes(fails) as lanes:
        lanes.submit(1, never)
        assert not await lanes.drain(0.05)
    assert len(lanes) == 0
