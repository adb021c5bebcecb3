"""Where files may lie: looked at without leaving anything behind."""

from pathlib import Path
from tempfile import TemporaryFile


def unfit(file: Path) -> str | None:
    """Why no file can be made at this path, and why it cannot be one; None when it can."""
    if file.is_dir():
        return f"{file} is a folder, not a file"
    if not file.parent.is_dir():
        return f"there is no folder {file.parent}"
    try:
        with TemporaryFile(dir=file.parent):
            return None
    except OSError as error:
        return f"nothing can be written into {file.parent} ({error.strerror})"
