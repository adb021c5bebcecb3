"""Consistent copies of an embedded database, while the bot runs; and how one is put in its place.

A copy leaves out what must never be there twice: true counters, and the sets of a week with
their keys. All of this is synchronous: call it in a thread.
"""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy.engine import URL

from storage.errors import DatabaseError
from storage.refusals import refusal_of

LEFT_OUT = ("demand_seen", "demand_week", "demand_counter")
"""Tables of which a copy has no row; in an order in which they can be emptied."""
_MAGIC = b"SQLite format 3\x00"
_PATIENCE = 30.0
"""Seconds to wait for a writer."""
_IN_USE = 1.0


def copy(database: Path, file: Path) -> None:
    """Write a copy that stands by itself, whole or not at all, readable by its owner only.

    Raises:
        DatabaseError: There is no such database, or no file can be written.
    """
    if not database.exists():
        raise DatabaseError(f"The database {database} is not there: nothing can be backed up.")
    with drafted(file) as draft:
        with told(database), closing(read(database)) as source:
            _copied(source, draft, file)
        with told(file), closing(_write(draft)) as made:
            _emptied(made)
            require_sound(made, database)


def load(file: Path, draft: Path) -> None:
    """Copy a backup to where it can be looked at and worked on; the backup is left as it is.

    Raises:
        DatabaseError: It is no database, or damaged.
    """
    require_sqlite(file)
    with told(file), closing(read(file)) as source:
        require_sound(source, file)
        _copied(source, draft, file)


def put(draft: Path, database: Path, kept: Path) -> bool:
    """Put a database that nobody has open in place of another; what was there goes to `kept`.

    Returns:
        Whether anything was there.

    Raises:
        DatabaseError: Somebody has the database open, or the folder cannot be written.
    """
    with told(draft), closing(_write(draft)):
        pass  # nothing is left beside it
    try:
        had = database.exists()
        if had:
            _require_nobody(database)
            database.rename(kept)
            for beside in ("-wal", "-shm"):
                database.with_name(database.name + beside).unlink(missing_ok=True)
        draft.replace(database)
        synced(database.parent)
    except OSError as refused:
        raise DatabaseError(
            f"{database} cannot be replaced ({refused.strerror}): give this user the right to"
            " write its folder."
        ) from None
    return had


@contextmanager
def told(file: Path) -> Iterator[None]:
    """Turn what SQLite says of a file into the operator's sentence."""
    try:
        yield
    except (sqlite3.Error, OSError) as failure:
        raise refusal_of(failure, URL.create("sqlite", database=str(file))) from None


def require_sqlite(file: Path) -> None:
    """Do nothing when a file can be a backup of an embedded database.

    Raises:
        DatabaseError: It cannot.
    """
    require_begin(
        file,
        _MAGIC,
        f"{file} is no backup of an SQLite database: name a file that inloop backup made from"
        " one, or set database.url to the PostgreSQL server it came from.",
    )


def require_begin(file: Path, magic: bytes, otherwise: str) -> None:
    """Do nothing when a file begins with these bytes.

    Raises:
        DatabaseError: It begins with others, and that is `otherwise`; or it cannot be read.
    """
    try:
        with file.open("rb") as opened:
            begin = opened.read(len(magic))
    except OSError as refused:
        raise DatabaseError(
            f"{file} cannot be read ({refused.strerror}): name a file that inloop backup made."
        ) from None
    if begin != magic:
        raise DatabaseError(otherwise)


def require_sound(connection: sqlite3.Connection, file: Path) -> None:
    """Do nothing when every page and every reference is as it should be.

    Raises:
        DatabaseError: The database is damaged.
    """
    said = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if said != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise DatabaseError(f"{file} is damaged: take another backup.")


@contextmanager
def drafted(file: Path) -> Iterator[Path]:
    """A file beside another, which takes its place at the end if nothing went wrong.

    Raises:
        DatabaseError: The file exists, or none can be written there.
    """
    draft = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    try:
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            yield draft
            with draft.open("rb") as written:
                os.fsync(written.fileno())
            os.link(draft, file)
        finally:
            draft.unlink()
            for beside in ("-journal", "-wal", "-shm"):
                draft.with_name(draft.name + beside).unlink(missing_ok=True)
        synced(file.parent)
    except FileExistsError:
        raise DatabaseError(f"{file} exists already: name another file.") from None
    except OSError as refused:
        raise DatabaseError(
            f"{file} cannot be written ({refused.strerror}): name a file in a folder that is"
            " there, may be written and has room."
        ) from None


def read(file: Path) -> sqlite3.Connection:
    """A connection that changes nothing."""
    uri = f"{file.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(uri, uri=True, timeout=_PATIENCE, isolation_level=None)


def _write(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA secure_delete = ON")
    return connection


def _copied(source: sqlite3.Connection, draft: Path, file: Path) -> None:
    with told(file), closing(sqlite3.connect(draft, isolation_level=None)) as target:
        source.backup(target)


def _emptied(made: sqlite3.Connection) -> None:
    """Take the counters out, and out of what is left of their pages."""
    there = {name for (name,) in made.execute("SELECT name FROM sqlite_master WHERE type='table'")}
    for table in LEFT_OUT:
        if table in there:
            made.execute(f"DELETE FROM {table}")  # noqa: S608  our own names
    made.execute("VACUUM")


def _require_nobody(database: Path) -> None:
    """Do nothing when nobody has the database open: only then can it leave its mode.

    Raises:
        DatabaseError: Somebody has.
    """
    with suppress(sqlite3.DatabaseError):
        with closing(sqlite3.connect(database, timeout=_IN_USE, isolation_level=None)) as one:
            try:
                one.execute("PRAGMA journal_mode = DELETE")
            except sqlite3.OperationalError as held:
                if held.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    return
            else:
                return
        raise DatabaseError(f"{database} is in use: stop the bot, then restore.")


def synced(folder: Path) -> None:
    """See that a new name in a folder survives a power cut."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
