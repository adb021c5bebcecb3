"""Opens SQLite or PostgreSQL with settings that were measured."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Dialect, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from flows.errors import BusyError
from storage import onehop
from storage.errors import DatabaseError
from storage.presence import FileSeen, Sight
from storage.refusals import FAILURES, GONE, refusal_of, sentence
from storage.transaction import Transaction
from storage.wiping import wipe

WAIT = timedelta(seconds=5)
"""How long a writer waits for others before it gives up."""
_AGE = "age"
"""Of a connection: how often all were dropped before it was opened."""
_CONNECTIONS = {"sqlite+aiosqlite": 4, "postgresql+asyncpg": 10}
_FEW = 2


class Engine:
    """SQLAlchemy's engine, and on SQLite the queue of writers: its busy handler starves."""

    __slots__ = ("_age", "_file", "_queue", "_reading", "_stale", "_wait", "sql")

    def __init__(self, sql: AsyncEngine, wait: timedelta) -> None:
        self.sql = sql
        self._wait = wait.total_seconds()
        self._file: FileSeen | None = None
        if sql.dialect.name == "sqlite" and sql.url.database:
            self._file = FileSeen(Path(sql.url.database))
        self._stale = False
        self._reading = sql.execution_options(**_READING[sql.dialect.name])
        self._queue = asyncio.Lock() if sql.dialect.name == "sqlite" else None
        self._age = 0
        event.listen(sql.sync_engine, "connect", self._opened)
        event.listen(sql.sync_engine, "checkin", self._given_back)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Transaction]:
        """One transaction that may write; rolled back unless committed.

        Raises:
            BusyError: Others held the database too long.
            DatabaseError: It cannot be used.
        """
        async with self._fit(), self._turn(), _connected(self.sql) as connection:
            yield Transaction(connection, writable=True)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """One transaction that only reads.

        Raises:
            DatabaseError: It cannot be used.
        """
        async with self._fit(), _connected(self._reading) as connection:
            yield Transaction(connection, writable=False)

    async def wipe(self) -> None:
        """Leave nothing of what was deleted in an embedded database; a server is its operator's.

        Raises:
            BusyError: Somebody read or wrote all the while.
            DatabaseError: The file cannot be used.
        """
        if self._file is None:
            return
        async with self._fit(), self._turn():
            await asyncio.to_thread(wipe, Path(str(self.sql.url.database)), self._wait)

    async def dispose(self) -> None:
        """Close every connection."""
        await self.sql.dispose()

    @asynccontextmanager
    async def _fit(self) -> AsyncIterator[None]:
        """See that connections are to the file that is there now, and not to a damaged one.

        SQLite goes on in a file that was taken away: all that is written is lost at the end.
        """
        seen = Sight.SAME if self._file is None else self._file.look()
        if self._stale or seen is not Sight.SAME:
            self._stale = False
            self._age += 1
            await self.sql.dispose()
        if seen is Sight.GONE:
            raise DatabaseError(sentence(GONE, self.sql.url))
        try:
            yield
        except DatabaseError:
            self._stale = True
            raise

    def _opened(self, _connection: Any, entry: ConnectionPoolEntry) -> None:
        entry.info[_AGE] = self._age

    def _given_back(self, connection: Any, entry: ConnectionPoolEntry) -> None:
        """Close what was in use while all others were dropped: its pool is gone."""
        if connection is not None and entry.info.get(_AGE) != self._age:
            entry.invalidate()

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        if self._queue is None:
            yield
            return
        try:
            async with asyncio.timeout(self._wait):
                await self._queue.acquire()
        except TimeoutError:
            raise BusyError from None
        try:
            yield
        finally:
            self._queue.release()


@asynccontextmanager
async def _connected(sql: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    async with AsyncExitStack() as stack:
        try:
            connection = await stack.enter_async_context(sql.connect())
        except FAILURES as failure:
            raise refusal_of(failure, sql.url) from None
        yield connection


_READING: dict[str, dict[str, Any]] = {
    "sqlite": {"readonly": True},
    "postgresql": {"postgresql_readonly": True},
}


def open_engine(
    url: str | URL,
    *,
    full_sync: bool = False,
    wait: timedelta = WAIT,
    journal: str = "WAL",
    schema: str | None = None,
) -> Engine:
    """Open a database; nothing is connected yet.

    Args:
        url: `sqlite+aiosqlite:///PATH` or `postgresql+asyncpg://USER:PASSWORD@HOST/NAME`.
        full_sync: SQLite also survives a power cut without losing the last moments.
        wait: How long a writer waits for others before it gives up (`BusyError`).
        journal: SQLite's journal mode.
        schema: Where the tables stand on a server, and then with few connections; None for its
            usual place.

    Raises:
        DatabaseError: The address is of neither form.
    """
    try:
        parsed = make_url(url)
        size = _CONNECTIONS[parsed.drivername]
    except (ArgumentError, KeyError):
        raise DatabaseError(
            "The database address has an unknown form: write sqlite+aiosqlite:///PATH"
            " or postgresql+asyncpg://USER:PASSWORD@HOST/NAME."
        ) from None
    if parsed.drivername.startswith("sqlite"):
        synchronous = "FULL" if full_sync else "NORMAL"
        return Engine(_sqlite(parsed, size, wait, synchronous, journal), wait)
    return Engine(_postgres(parsed, _FEW if schema else size, wait, schema), wait)


def _sqlite(url: URL, size: int, wait: timedelta, synchronous: str, journal: str) -> AsyncEngine:
    sql = create_async_engine(
        url,
        hide_parameters=True,
        pool_size=size,
        max_overflow=0,
        pool_timeout=wait.total_seconds(),
        pool_use_lifo=True,
        pool_reset_on_return=None,
    )
    pragmas = (
        f"busy_timeout = {_milliseconds(wait)}",
        f"journal_mode = {journal}",
        f"synchronous = {synchronous}",
        "foreign_keys = ON",
        "secure_delete = ON",
    )

    def connect(dialect: Dialect, _entry: ConnectionPoolEntry, arguments: Any, options: Any) -> Any:
        return onehop.connect(dialect, arguments, options, pragmas, wait)

    event.listen(sql.sync_engine, "do_connect", connect)
    event.listen(sql.sync_engine, "begin", onehop.begin)
    return sql


def _postgres(url: URL, size: int, wait: timedelta, schema: str | None) -> AsyncEngine:
    settings = {"lock_timeout": str(_milliseconds(wait)), "application_name": "inloop"}
    if schema is not None:
        settings |= {"application_name": schema, "search_path": schema}
    return create_async_engine(
        url,
        hide_parameters=True,
        pool_size=size,
        max_overflow=size,
        pool_timeout=wait.total_seconds(),
        pool_pre_ping=True,
        connect_args={"server_settings": settings},
    )


def _milliseconds(wait: timedelta) -> int:
    return wait // timedelta(milliseconds=1)
