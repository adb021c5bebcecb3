"""Whether the work of a night was done: once a night, or as soon as the bot is there again."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

AGAIN = timedelta(minutes=10)
"""After which what failed is tried once more."""


class Nights:
    """Remembers which night was the last; a process that begins has done none."""

    def __init__(self, at: time, zone: ZoneInfo) -> None:
        """Nothing is done yet.

        Args:
            at: Local wall time from which a night's work is due.
            zone: Of that wall.
        """
        self._at = at
        self._zone = zone
        self._done: date | None = None
        self._not_before: datetime | None = None

    def due(self, now: datetime) -> date | None:
        """The night whose work should be done now; None when it is, or failed just now."""
        night = self._newest(now)
        waits = self._not_before is not None and now < self._not_before
        return None if self._done == night or waits else night

    def done(self, night: date) -> None:
        """It is done."""
        self._done, self._not_before = night, None

    def failed(self, now: datetime) -> None:
        """It is to be tried again after a while."""
        self._not_before = now + AGAIN

    def next_at(self, now: datetime) -> datetime:
        """When there is something to do."""
        night = self._newest(now)
        if self._done != night:
            return self._not_before or now
        return datetime.combine(night + timedelta(days=1), self._at, self._zone)

    def _newest(self, now: datetime) -> date:
        """The date of the newest night whose work should be done."""
        wall = now.astimezone(self._zone)
        return wall.date() if wall.time() >= self._at else wall.date() - timedelta(days=1)
