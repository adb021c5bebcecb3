"""Many people at the same time, each person in order."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from functools import partial
from types import TracebackType
from typing import Self

Work = Callable[[], Awaitable[float | None]]
"""Gives seconds after which to do it once more, before those behind it; None when it is done."""


class Lanes:
    """Runs works: those of one key one after another, those of different keys side by side.

    An async context manager; leaving it waits for what is accepted, leaving it with an error
    cancels. A work that waits behind another of its key holds no slot, so an impatient person
    slows nobody else; neither does one that waits to be done once more. A key without work costs
    nothing.
    """

    def __init__(
        self, on_error: Callable[[int, BaseException], None], *, slots: int = 64, cap: int = 10
    ) -> None:
        """Nothing runs yet.

        Args:
            on_error: Called with the key and what a work raised; must not raise itself.
            slots: Works in hand at once, over all keys.
            cap: Works of one key that may wait behind the one in hand.
        """
        self._on_error = on_error
        self._cap = cap
        self._slots = asyncio.Semaphore(slots)
        self._lanes: dict[int, deque[Work]] = {}  # the first of each is in hand, or the next to be
        self._tasks: set[asyncio.Task[None]] = set()
        self._group = asyncio.TaskGroup()

    def __len__(self) -> int:
        """Works in hand and waiting."""
        return sum(map(len, self._lanes.values()))

    async def __aenter__(self) -> Self:
        await self._group.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None or isinstance(error, asyncio.CancelledError):
            await self._group.__aexit__(kind, error, trace)
            return
        for task in self._tasks:  # by ourselves: the group would wrap the error into another
            task.cancel()
        await self._group.__aexit__(None, None, None)

    def submit(self, key: int, work: Work, *, at_once: bool = False) -> bool:
        """Accept a work, to run after the earlier ones of its key.

        Args:
            key: Whose it is.
            work: What to do.
            at_once: Needs no slot; the same for all works of a key.

        Returns:
            False, and nothing is accepted, when `cap` works of this key wait already.

        Raises:
            RuntimeError: The lanes are not open.
        """
        lane = self._lanes.get(key)
        if lane is None:
            lane = deque((work,))
            task = self._group.create_task(
                self._run(key, lane, nullcontext() if at_once else self._slots)
            )
            self._lanes[key] = lane
            self._tasks.add(task)
            task.add_done_callback(partial(self._forget, key, lane))
            return True
        if len(lane) > self._cap:
            return False
        lane.append(work)
        return True

    async def drain(self, timeout: float) -> bool:  # noqa: ASYNC109 for all, not for one await
        """Wait for all that was accepted; after `timeout` seconds cancel what is left.

        Returns:
            Whether everything was done; False when works in hand or waiting were cancelled.
        """
        if not self._tasks:
            return True
        _, late = await asyncio.wait(self._tasks, timeout=timeout)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)
        return not late

    async def _run(
        self, key: int, lane: deque[Work], slots: AbstractAsyncContextManager[None]
    ) -> None:
        try:
            while lane:
                async with slots:
                    pause = await self._one(key, lane[0])
                if pause is None:
                    lane.popleft()
                else:
                    await asyncio.sleep(pause)
        finally:
            del self._lanes[key]  # no await since `while`: nothing can have been appended

    async def _one(self, key: int, work: Work) -> float | None:
        task = asyncio.current_task()
        try:
            return await work()
        except asyncio.CancelledError as error:
            if task is None or task.cancelling():
                raise
            self._on_error(key, error)  # the work cancelled itself, nobody cancelled the lane
        except Exception as error:  # noqa: BLE001 whatever it is, the next person is served
            self._on_error(key, error)
        return None

    def _forget(self, key: int, lane: deque[Work], task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if self._lanes.get(key) is lane:  # cancelled before its first step
            del self._lanes[key]
