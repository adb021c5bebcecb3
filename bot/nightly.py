"""The nightly backup: one file a day, the oldest ones go."""

import logging
import re
from collections.abc import Awaitable, Callable
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.nights import Nights
from bot.trouble import Alarm
from storage.errors import DatabaseError

_NAME = re.compile(r"inloop-(\d{4}-\d{2}-\d{2})\.backup")

_log = logging.getLogger(__name__)


class Nightly:
    """Makes the backup of a night when its hour has come, or as soon as the bot is there again.

    Replicas with one folder make one file together; with folders of their own, one each.
    """

    def __init__(
        self,
        make: Callable[[Path], Awaitable[None]],
        folder: Path,
        keep: int,
        at: time,
        zone: ZoneInfo,
        alarm: Alarm,
    ) -> None:
        """Nothing is made yet.

        Args:
            make: Writes a copy of the database into a file that is not there.
            folder: Where the files lie; made when it is missing.
            keep: How many of them stay.
            at: Local wall time.
            zone: Of that wall.
            alarm: Tells the operator of what went wrong.
        """
        self._make = make
        self._folder = folder
        self._keep = keep
        self._nights = Nights(at, zone)
        self._alarm = alarm

    async def run(self, now: datetime) -> None:
        """Make the newest backup that is due, unless it is there."""
        night = self._nights.due(now)
        if night is None:
            return
        file = self._folder / f"inloop-{night}.backup"
        try:
            if not _is_there(file):
                await self._make(file)
                _log.info("backup of %s made", night)
            self._turn_over()
        except (DatabaseError, OSError) as fault:
            self._nights.failed(now)
            self._alarm.raised(f"No backup was made: {_words(fault)}")
            return
        self._nights.done(night)

    def next_at(self, now: datetime) -> datetime:
        """When the next one is due."""
        return self._nights.next_at(now)

    def _turn_over(self) -> None:
        """Take away all but the newest; other files in the folder are left alone."""
        ours = sorted(each for each in self._folder.iterdir() if _NAME.fullmatch(each.name))
        for old in ours[: -self._keep]:
            old.unlink(missing_ok=True)


def _is_there(file: Path) -> bool:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return file.exists()


def _words(fault: Exception) -> str:
    if isinstance(fault, OSError):
        return (
            f"its folder cannot be used ({fault.strerror}): make [backup] folder one that the bot"
            " may write to."
        )
    return str(fault)
