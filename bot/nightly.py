"""The nightly backups: one file a day, the oldest ones go."""

import logging
import re
from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from bot.nights import Nights
from bot.trouble import Alarm
from storage.errors import DatabaseError

DATABASE, KEYS = "backup", "keys"
"""What the names of the files end in."""
_WHAT = {DATABASE: "backup", KEYS: "backup of the keys"}

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
        nights: Nights,
        alarm: Alarm,
        kind: str = DATABASE,
    ) -> None:
        """Nothing is made yet.

        Args:
            make: Writes a copy into a file that is not there.
            folder: Where the files lie; made when it is missing.
            keep: How many days they stay.
            nights: When.
            alarm: Tells the operator of what went wrong.
            kind: `DATABASE` or `KEYS`.
        """
        self._make = make
        self._folder = folder
        self._keep = keep
        self._nights = nights
        self._alarm = alarm
        self._kind = kind
        self._name = re.compile(rf"inloop-(\d{{4}}-\d{{2}}-\d{{2}})\.{kind}")

    async def run(self, now: datetime) -> None:
        """Make the newest backup that is due, unless it is there."""
        await self._nights.once(now, self._back_up)

    def next_at(self, now: datetime) -> datetime:
        """When the next one is due."""
        return self._nights.next_at(now)

    async def _back_up(self, night: date) -> bool:
        file = self._folder / f"inloop-{night}.{self._kind}"
        try:
            if not _is_there(file):
                await self._make(file)
                _log.info("%s of %s made", _WHAT[self._kind], night)
            self._turn_over(night)
        except (DatabaseError, OSError) as fault:
            self._alarm.raised(f"No {_WHAT[self._kind]} was made: {self._words(fault)}")
            return False
        return True

    def _turn_over(self, night: date) -> None:
        """Take away what is too old, however few are left; other files are left alone."""
        oldest = str(night - timedelta(days=self._keep - 1))
        for each in self._folder.iterdir():
            ours = self._name.fullmatch(each.name)
            if ours and ours[1] < oldest:
                each.unlink(missing_ok=True)

    def _words(self, fault: Exception) -> str:
        if isinstance(fault, OSError):
            key = "keys_folder" if self._kind == KEYS else "folder"
            return (
                f"its folder cannot be used ({fault.strerror}): make [backup] {key} one that the"
                " bot may write to."
            )
        return str(fault)


def _is_there(file: Path) -> bool:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return file.exists()
