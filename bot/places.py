"""Where files may lie: looked at without leaving anything behind."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile

from bot.config_tables import Config, file_of
from flows.hours.finding import Finding

_APART = "name another folder"


def unfit(file: Path, *, makes_folder: bool = False) -> str | None:
    """Why no file can be made at this path, and why it cannot be one; None when it can.

    Args:
        file: Where it is to be.
        makes_folder: Whoever makes it makes its folder, too, in one that is there.
    """
    if file.is_dir():
        return f"{file} is a folder, not a file"
    folder = file.parent
    if makes_folder and not folder.exists():
        folder = folder.parent
    if not folder.is_dir():
        return f"there is no folder {folder}"
    try:
        with TemporaryFile(dir=folder):
            return None
    except OSError as error:
        return f"nothing can be written into {folder} ({error.strerror})"


def mixed(config: Config) -> Iterator[Finding]:
    """Folders that would hold keys and what they open: who copies one could read everything."""
    key, database = _folder(config.keys.file), _folder(config.database.file)
    store, copies = _folder(file_of(config.key_store)), config.backup
    if key == database:
        yield Finding(("keys", "file"), "lies beside the database", _APART)
    if store is not None and store == database:
        yield Finding(("keys", "url"), "lies beside the database", _APART)
    if copies is None:
        return
    folder = copies.folder.resolve()
    if folder in {key, store}:
        yield Finding(("backup", "folder"), "holds the keys", _APART)
    loc = ("backup", "keys_folder")
    if copies.keys_folder is not None and copies.keys_folder.resolve() == folder:
        yield Finding(loc, "holds the copies of the database", _APART)
    elif copies.keys_folder is not None and copies.keys_folder.resolve() == database:
        yield Finding(loc, "holds the database", _APART)


def _folder(file: Path | None) -> Path | None:
    return None if file is None else file.parent.resolve()
