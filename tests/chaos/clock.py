"""A clock that runs fast and shows the same to every process."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.demo.clock import DemoClock

SPEED = 15
"""So many seconds in one: a lease of two minutes is over after eight seconds."""


@dataclass(frozen=True, slots=True)
class Fast:
    """Shows `start` at `began` seconds of the machine's clock, and runs from there."""

    start: datetime
    began: float

    def __call__(self) -> datetime:
        """The moment, aware UTC."""
        return self.start + timedelta(seconds=SPEED * (time.time() - self.began))

    def pack(self) -> str:
        """For the environment of another process."""
        return f"{self.start.isoformat()} {self.began}"

    @classmethod
    def unpack(cls, text: str) -> "Fast":
        """What `pack` wrote."""
        start, began = text.split()
        return cls(datetime.fromisoformat(start).astimezone(UTC), float(began))


class FastDemoClock(DemoClock):
    """The server's clock, at the same pace."""

    def __init__(self, fast: Fast) -> None:
        """Runs from now on."""
        super().__init__(fast.start)
        self.fast = fast

    def now(self) -> datetime:
        """The moment, aware UTC."""
        return self.fast()
