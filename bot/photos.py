"""Photos of workers that could not be shown."""

from collections.abc import Iterator
from pathlib import Path

from flows.hours.finding import Finding
from flows.programme import Programme

MOST_BYTES = 5 * 1024 * 1024
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
"""JPEG and PNG, whatever the file is called."""


def unshowable(programme: Programme) -> Iterator[Finding]:
    """Every photo that is not there, is another sort of file, or is too large.

    Args:
        programme: Its tables, each valid by itself.
    """
    for n, worker in enumerate(programme.workers):
        found = _wrong(worker.photo) if worker.photo else None
        if found:
            yield Finding(("workers", n, "photo"), *found)


def _wrong(file: Path) -> tuple[str, str] | None:
    """What is wrong with a file, and the remedy."""
    try:
        size = file.stat().st_size
        with file.open("rb") as opened:
            beginning = opened.read(8)
    except FileNotFoundError:
        return f"there is no file {file}", "put the photo there, or leave photo out"
    except OSError as error:
        what = f"{file} cannot be read ({error.strerror})"
        return what, "make it a file that this account may read, or leave photo out"
    if not beginning.startswith(_BEGINNINGS):
        return f"{file} is neither JPEG nor PNG", "save it as JPEG or PNG"
    if size > MOST_BYTES:
        return f"{file} is larger than 5 MB", "make it smaller: 800 dots wide is enough"
    return None
