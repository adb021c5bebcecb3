"""SQLite with one way to its thread and back a statement.

SQLAlchemy's adapter for aiosqlite goes four times: for a cursor, to execute, to fetch, to close.
Here the statement is executed and its rows fetched in one go, which makes a booking about twice
as fast. A begin waits for the first statement and goes with it.
"""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import aiosqlite
from sqlalchemy import Connection, Dialect
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
)
from sqlalchemy.util import await_

_AGAIN = timedelta(milliseconds=20)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Everything a statement gave, taken along from the thread."""

    description: Any
    rowcount: int
    lastrowid: int | None
    rows: Sequence[Any]


_NOTHING = _Outcome(None, -1, None, ())


class _Eager(sqlite3.Connection):
    """Runs in aiosqlite's thread: begins when it must, executes and fetches at once."""

    def execute(self, sql: Any, parameters: Any = ()) -> Any:
        """Take (begin or None, statement); the cursor's `fetchall` gives the whole outcome."""
        begin, statement = sql
        cursor = self.cursor(_EagerCursor)
        if begin is not None:
            cursor.execute(begin)
        return cursor.execute(statement, parameters)

    def executemany(self, sql: Any, parameters: Any) -> Any:
        """Take (begin or None, statement), and many rows of parameters."""
        begin, statement = sql
        cursor = self.cursor(_EagerCursor)
        if begin is not None:
            cursor.execute(begin)
        return cursor.executemany(statement, parameters)


class _EagerCursor(sqlite3.Cursor):
    """Brings back the whole outcome in place of bare rows."""

    def fetchall(self) -> Any:
        """What `aiosqlite.Connection.execute_fetchall` carries to the event loop."""
        rows = super().fetchall() if self.description else ()
        return _Outcome(self.description, self.rowcount, self.lastrowid, rows)


class OneHopCursor(AsyncAdapt_aiosqlite_cursor):
    """What SQLAlchemy sees: rows that are already here."""

    __slots__ = ("_outcome",)

    def __init__(self, adapted: Any) -> None:
        self._adapt_connection = adapted
        self._connection = adapted.driver_connection
        self._rows = deque()
        self._outcome = _NOTHING

    @property
    def description(self) -> Any:
        """Names of the columns; None when there are none."""
        return self._outcome.description

    @property
    def rowcount(self) -> int:
        """Rows changed."""
        return self._outcome.rowcount

    @property
    def lastrowid(self) -> Any:
        """Number of the last row inserted."""
        return self._outcome.lastrowid

    def execute(self, operation: Any, parameters: Any = None) -> Any:
        """Execute and fetch."""
        both = (self._begin(), operation)
        self._outcome = await_(self._connection.execute_fetchall(both, parameters or ()))
        self._rows = deque(self._outcome.rows)

    def executemany(self, operation: Any, seq_of_parameters: Any) -> Any:
        """Execute once a row of parameters; fetches nothing."""
        both = (self._begin(), operation)
        done = await_(self._connection.executemany(both, seq_of_parameters))
        self._outcome = _Outcome(None, done.rowcount, None, ())

    def close(self) -> None:
        """Let go of the rows; nothing waits in the thread."""
        self._rows.clear()

    def _begin(self) -> str | None:
        adapted: Any = self._adapt_connection
        begin: str | None = adapted.begin_with
        adapted.begin_with = None
        return begin

    async def _async_soft_close(self) -> None:
        return


class OneHopConnection(AsyncAdapt_aiosqlite_connection):
    """SQLAlchemy's connection; `begin_with` is the BEGIN that goes with the next statement."""

    __slots__ = ("begin_with",)
    _cursor_cls: Any = OneHopCursor

    def __init__(self, dbapi: Any, connection: Any) -> None:
        super().__init__(dbapi, connection)
        self.begin_with: str | None = None

    def commit(self) -> None:
        """Commit, unless nothing was begun."""
        if self.begin_with is None:
            super().commit()
        self.begin_with = None

    def rollback(self) -> None:
        """Roll back, unless nothing was begun."""
        if self.begin_with is None:
            super().rollback()
        self.begin_with = None


def begin(connection: Connection) -> None:
    """Begin with the next statement: at once as a writer, unless `readonly` is set."""
    reads = connection.get_execution_options().get("readonly", False)
    adapted: Any = connection.connection.dbapi_connection
    adapted.begin_with = "BEGIN" if reads else "BEGIN IMMEDIATE"


def connect(
    dialect: Dialect, arguments: Any, options: Any, pragmas: Sequence[str], wait: timedelta
) -> Any:
    """Open a connection and set what the pragmas say; called by SQLAlchemy in its greenlet.

    Raises:
        sqlite3.Error: It cannot be opened, is no database, or others held it longer than `wait`.
    """
    return OneHopConnection(dialect.dbapi, await_(_open(arguments, options, pragmas, wait)))


async def _open(arguments: Any, options: Any, pragmas: Sequence[str], wait: timedelta) -> Any:
    opening = aiosqlite.connect(*arguments, **options, factory=_Eager, isolation_level=None)
    thread = opening._thread  # noqa: SLF001 - as SQLAlchemy does: let it not hold up the exit
    thread.daemon = True
    try:
        opened: Any = await opening
    except sqlite3.Error:
        await asyncio.to_thread(thread.join)
        raise
    try:
        for pragma in pragmas:
            await _set(opened, pragma, wait)
    except BaseException:  # given up meanwhile, too: nobody else knows of it yet
        await opened.close()
        raise
    return opened


async def _set(opened: Any, pragma: str, wait: timedelta) -> None:
    """Say a pragma, again while the database is held: the way to WAL knows no busy_timeout."""
    last = asyncio.get_running_loop().time() + wait.total_seconds()
    while True:
        try:
            await opened.execute_fetchall((None, f"PRAGMA {pragma}"), ())
        except sqlite3.OperationalError as failure:
            busy = failure.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or asyncio.get_running_loop().time() > last:
                raise
            await asyncio.sleep(_AGAIN.total_seconds())
        else:
            return
