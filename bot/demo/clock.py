"""The demo's clock, which stands still unless moved, and the beat by which a bot follows it."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.demo.waiting import Signal


class PastError(ValueError):
    """The clock goes forward only."""


@dataclass(frozen=True, slots=True)
class Beat:
    """What a follower is told: the number of the beat and the moment it belongs to."""

    number: int
    now: datetime


class DemoClock:
    """Stands still until it is moved; counts beats for the one bot process that follows it.

    A beat asks the follower to carry out everything due at `now`. Beats are numbered from 0;
    the follower reports each number it is done with, and its next due moment.

    Attributes:
        beat: The number of the latest beat.
        done: The highest number reported as done; -1 before the first report.
        next: When the follower has something due again; None for nothing.
        followed: Whether anybody ever asked for a beat.
    """

    def __init__(self, start: datetime, signal: Signal | None = None) -> None:
        self._now = _in_utc(start)
        self.signal = signal or Signal()
        self.beat = 0
        self.done = -1
        self.next: datetime | None = None
        self.followed = False

    def now(self) -> datetime:
        """The moment the clock shows, aware UTC."""
        return self._now

    def move(self, to: datetime) -> None:
        """Set the clock without walking through what is due between; `walking.advance` walks.

        Raises:
            PastError: `to` lies before the present moment.
        """
        if to < self._now:
            raise PastError(f"the clock shows {self._now.isoformat()} and goes forward only")
        self._now = _in_utc(to)
        self.signal.fire()

    def bump(self) -> int:
        """Begin a new beat; its number."""
        self.beat += 1
        self.signal.fire()
        return self.beat

    async def follow(self, done: int | None, due_at: datetime | None, seconds: float) -> Beat:
        """One turn of the follower: report, then wait for a later beat.

        Args:
            done: The beat that was carried out; None from a follower that has just begun, who
                is answered at once.
            due_at: The follower's next due moment; None for nothing.
            seconds: Longest wait in real time.

        Returns:
            The present beat; the same number again when the wait passed without a new one.
        """
        self.followed = True
        self.next = due_at
        if done is not None:
            self.done = max(self.done, done)
        self.signal.fire()
        seen = -1 if done is None else done
        await self.signal.wait_until(lambda: self.beat > seen, seconds)
        return Beat(self.beat, self._now)


def _in_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC)
