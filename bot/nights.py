"""Which night's work is due, and whether it was done."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

AGAIN = timedelta(minutes=10)
"""After which what failed is tried once more."""


class Nights:
    """Once a night at an hour, or as soon as the bot is there again after it."""

    def __init__(self, at: time, zone: ZoneInfo) -> None:
        """Nothing was done yet.

        Args:
            at: Local wall time.
            zone: Of that wall.
        """
        self._at = at
        self._zone = zone
        self._done: date | None = None
        self._not_before: datetime | None = None

    async def once(self, now: datetime, work: Callable[[date], Awaitable[bool]]) -> None:
        """Do the work of a night, where it is due; what was not done has to wait a little.

        Args:
            now: Aware.
            work: Tells whether it was done; whatever it raises goes on, and it was not.
        """
        night = self._night(now)
        waits = self._not_before is not None and now < self._not_before
        if self._done == night or waits:
            return
        self._not_before = now + AGAIN
        if await work(night):
            self._done, self._not_before = night, None

    def next_at(self, now: datetime) -> datetime:
        """When the next is due."""
        night = self._night(now)
        if self._done != night:
            return self._not_before or now
        return datetime.combine(night + timedelta(days=1), self._at, self._zone)

    def _night(self, now: datetime) -> date:
        """The date of the newest night whose hour has come."""
        wall = now.astimezone(self._zone)
        return wall.date() if wall.time() >= self._at else wall.date() - timedelta(days=1)
