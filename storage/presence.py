"""Whether an embedded database is still the file that was opened."""

from enum import Enum
from pathlib import Path


class Sight(Enum):
    """What a look shows."""

    SAME = "same"
    OTHER = "other"  # another file has its place: a backup was restored
    GONE = "gone"


class FileSeen:
    """Remembers which file it was, from the first look at which there is one."""

    __slots__ = ("_path", "_seen")

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int] | None = None

    def look(self) -> Sight:
        """Compare what is there now; what cannot be told is left to the database."""
        try:
            stat = self._path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return Sight.SAME if self._seen is None else Sight.GONE
        except OSError:
            return Sight.SAME
        before, self._seen = self._seen, (stat.st_dev, stat.st_ino)
        return Sight.SAME if before in {None, self._seen} else Sight.OTHER
