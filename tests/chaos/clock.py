"""A clock that runs fast, slowly or not at all, and shows the same to every process."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.demo.clock import DemoClock

FAST, SLOW, CALM = 30.0, 1.0, 60.0
"""So many seconds in one: when the bot keeps up, when it is behind, when nothing dies any more."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a file says of the clock: a moment, a second of the machine's, and a speed."""

    file: Path

    def __call__(self) -> datetime:
        """The moment, aware UTC."""
        start, began, speed = self.file.read_text(encoding="ascii").split()
        passed = timedelta(seconds=float(speed) * (time.monotonic() - float(began)))
        return datetime.fromisoformat(start).astimezone(UTC) + passed

    def runs(self, speed: float, start: datetime | None = None) -> None:
        """Run on at another speed, or from another moment: at once, for everybody who looks."""
        start, draft = start or self(), self.file.with_suffix(".draft")
        draft.write_text(f"{start.isoformat()} {time.monotonic()} {speed}", encoding="ascii")
        draft.replace(self.file)


class ShownDemoClock(DemoClock):
    """The server's clock, which shows the same."""

    def __init__(self, start: datetime, shown: Shown) -> None:
        """Stands at `start`."""
        super().__init__(start)
        shown.runs(0, start)
        self.shown = shown

    def now(self) -> datetime:
        """The moment, aware UTC."""
        return self.shown()
