"""The one classifier of what a database says when it refuses, on both databases.

What comes out never holds a value, a password or what the driver said: PostgreSQL's messages
quote whole rows.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from flows.errors import BusyError, CrossedError
from storage.errors import DatabaseError, StatementError

FAILURES = (SQLAlchemyError, OSError)
"""What a driver, or the way to its server, may raise."""

_SQLITE = {
    8: "{db} cannot be written: give the bot's user the right to write it and its folder.",
    10: "{db} cannot be read or written (disk error): check the disk, or restore a backup.",
    11: "{db} is damaged: restore a backup.",
    13: "{db} cannot grow, the disk is full: make room.",
    14: "{db} cannot be opened: check that the folder exists and the bot's user may write to it.",
    23: "{db} may not be opened: give the bot's user the right to write it and its folder.",
    26: "{db} is not a database: choose another path in config.toml, or restore a backup.",
}
"""By SQLite's primary result code. Source: sqlite.org/rescode.html."""
_POSTGRES = {
    "28P01": "{db} refuses the password: correct it in config.toml.",
    "28000": "{db} refuses the user: correct it in config.toml, or allow it in pg_hba.conf.",
    "3D000": "{db} does not exist: create it, or correct its name in config.toml.",
    "42501": "{db} gives too few rights: make the bot's user its owner.",
    "53100": "{db} cannot grow, the disk is full: make room.",
    "53300": "{db} has no connection left: raise max_connections, or run fewer replicas.",
    "57P03": "{db} is starting or stopping: try again in a moment.",
}
"""By SQLSTATE. Source: the appendix on error codes of PostgreSQL's manual."""
BUSY = "{db} is held by another program: stop that one, or try again in a moment."
GONE = "{db} is gone: put it back, or restore a backup; nothing is kept meanwhile."
_UNREACHABLE = "{db} cannot be reached: check that it runs and the address in config.toml."

_SQLITE_BUSY, _SQLITE_LOCKED = 5, 6
_LOCK_NOT_AVAILABLE, _DEADLOCK, _SERIALIZATION = "55P03", "40P01", "40001"
_CROSSED = {_DEADLOCK, _SERIALIZATION}


@contextmanager
def refusing(url: URL) -> Iterator[None]:
    """Turn what a driver raises inside into what `refusal_of` says of it."""
    try:
        yield
    except FAILURES as failure:
        raise refusal_of(failure, url) from None


def refusal_of(failure: Exception, url: URL) -> Exception:
    """What to raise in place of a failure, with nothing behind it (`from None`).

    Returns:
        CrossedError: Two works waited for each other; trying again helps.
        BusyError: Others held what was asked for; trying again may help.
        DatabaseError: The database cannot be used; one sentence for the operator.
        StatementError: A mistake in our code; the statement without its values.
    """
    cause = getattr(failure, "orig", None) or failure
    if getattr(cause, "sqlstate", None) in _CROSSED:
        return CrossedError()
    if _is_busy(cause):
        return BusyError()
    template = _template_of(failure, cause)
    if template is not None:
        return DatabaseError(sentence(template, url))
    return StatementError(_mistake(failure, cause))


def sentence(template: str, url: URL) -> str:
    """Fill in which database, without its user and password."""
    if url.drivername.startswith("sqlite"):
        return template.format(db=f"The database {url.database}")
    host = url.host or url.query.get("host", "localhost")
    return template.format(db=f"The database {url.database} on {host}")


def _sqlite_code(cause: BaseException) -> int:
    """The primary result code, 0 when it is not of SQLite."""
    code: int = getattr(cause, "sqlite_errorcode", 0)
    return code & 0xFF


def _is_busy(cause: BaseException) -> bool:
    held = getattr(cause, "sqlstate", None) == _LOCK_NOT_AVAILABLE
    held = held or _sqlite_code(cause) in {_SQLITE_BUSY, _SQLITE_LOCKED}
    return held or isinstance(cause, PoolTimeoutError)


def _template_of(failure: Exception, cause: BaseException) -> str | None:
    lost = isinstance(failure, DBAPIError) and failure.connection_invalidated
    if isinstance(cause, OSError) or lost:
        return _UNREACHABLE
    state = getattr(cause, "sqlstate", None) or ""
    return _SQLITE.get(_sqlite_code(cause)) or _POSTGRES.get(state)


def _mistake(failure: Exception, cause: BaseException) -> str:
    constraint = getattr(cause.__cause__, "constraint_name", None)
    if _sqlite_code(cause):
        constraint = str(cause)
    statement = getattr(failure, "statement", None)
    return f"{type(cause).__name__} ({constraint or 'no constraint'}) in: {statement}"
