"""What of long polling is in hand, what Telegram may forget, and when it last answered."""

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress

from telegram import Update


class PollState:
    """What is in hand, what Telegram may forget, and when it last answered.

    Attributes:
        last_round_trip: When getUpdates last succeeded, in seconds of the clock; None before.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.last_round_trip: float | None = None
        self._clock = clock
        self._began: float | None = None
        self._unfinished: set[int] = set()
        self._finished: set[int] = set()  # but not confirmed, so they may come again
        self._after: int | None = None  # one past the last update seen
        self._asked: int | None = None  # the offset of the last question
        self._idle = True  # whether nothing was in hand then
        self._freed = 0  # works finished since then
        self._confirmed: int | None = None  # the offset of the last answer
        self._worth_asking = asyncio.Event()

    @property
    def unfinished(self) -> int:
        """Updates handed out and not finished."""
        return len(self._unfinished)

    @property
    def offset(self) -> int | None:
        """The lowest unfinished update, else one past the last; None before the first."""
        return min(self._unfinished) if self._unfinished else self._after

    @property
    def confirmed(self) -> bool:
        """Whether Telegram knows of all that is finished."""
        return self.offset == self._confirmed

    @property
    def silent_for(self) -> float:
        """Seconds since Telegram last answered, or since this was first asked without one."""
        now = self._clock()
        if self._began is None:
            self._began = now
        return now - (self._began if self.last_round_trip is None else self.last_round_trip)

    def knows(self, update_id: int) -> bool:
        """Whether it is in hand, or finished and not yet confirmed."""
        return update_id in self._unfinished or update_id in self._finished

    def take(self, updates: Sequence[Update]) -> list[Update]:
        """Those of an answer that are new; from now on they are unfinished.

        The last of them sets what to ask for next, even when its id is lower than earlier
        ones: after a week of silence Telegram starts anywhere.
        """
        new = [update for update in updates if not self.knows(update.update_id)]
        if new:
            self._unfinished.update(update.update_id for update in new)
            self._after = max(update.update_id for update in updates) + 1
        return new

    def finish(self, update_id: int) -> None:
        """It need not come again; a second call changes nothing."""
        if update_id in self._unfinished:
            self._unfinished.remove(update_id)
            self._finished.add(update_id)
            self._freed += 1
            if self._freed >= len(self._unfinished):
                self._worth_asking.set()

    def ask(self) -> int | None:
        """What to ask for now. What finishes later may bring updates this answer lacks."""
        self._freed = 0
        self._idle = not self._unfinished
        self._asked = self.offset
        return self._asked

    def answered(self) -> None:
        """Telegram has forgotten all below what it was asked for; all, when none was in hand."""
        self.last_round_trip = self._clock()
        self._confirmed = self._asked
        if self._idle:
            self._finished.clear()
        elif self._asked is not None:
            self._finished = {one for one in self._finished if one >= self._asked}

    async def pause(self, seconds: float) -> None:
        """Wait until half of what was in hand is finished, or for `seconds`.

        Asking sooner repeats more than it brings; asking only when all is finished lets
        everybody wait for the slowest.
        """
        if self._freed >= len(self._unfinished):
            return
        self._worth_asking.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._worth_asking.wait()
