"""The settings under which both databases run."""

import asyncio
import gc
import sqlite3
from contextlib import closing
from pathlib import Path

import aiosqlite
import pytest
from sqlalchemy import text

from storage.engine import Engine, open_engine
from storage.errors import DatabaseError
from storage.unit import Store
from tests.databases import fresh_postgres, fresh_sqlite, opened
from tests.town import TUESDAY


async def said(engine: Engine, question: str) -> object:
    """The one value that answers."""
    async with engine.writing() as tx:
        return (await tx.first(text(question)))[0]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("busy_timeout", 5000),
        ("synchronous", 1),
    ],
)
async def test_sqlite_is_set_as_measured(tmp_path: Path, pragma: str, value: object) -> None:
    engine = open_engine(fresh_sqlite(tmp_path))
    assert await said(engine, f"PRAGMA {pragma}") == value
    await engine.dispose()


async def test_sqlite_can_be_told_to_survive_a_power_cut_whole(tmp_path: Path) -> None:
    engine = open_engine(fresh_sqlite(tmp_path), full_sync=True)
    assert await said(engine, "PRAGMA synchronous") == 2
    await engine.dispose()


async def test_no_lock_is_waited_for_without_end(store: Store) -> None:
    sqlite = store.engine.sql.dialect.name == "sqlite"
    question = "PRAGMA busy_timeout" if sqlite else "SHOW lock_timeout"
    assert await said(store.engine, question) in (5000, "5s")


async def test_an_unused_work_commits_and_rolls_back_nothing(store: Store) -> None:
    async with store.work() as work:
        await work.commit()
    async with store.work():
        pass
    async with store.reading():
        pass


async def cut_off(store: Store, other: Store) -> None:
    """Work whose connection the server ends halfway, and every other but that of `other`."""
    async with store.work() as work:
        await work.outbox.next_due()
        async with other.engine.sql.connect() as connection:
            await connection.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE application_name = 'inloop' AND pid <> pg_backend_pid()"
            )
        await work.outbox.next_due()


async def test_connections_that_the_server_ended_are_made_anew() -> None:
    url = fresh_postgres()
    async with opened(url) as store, opened(url) as other:
        with pytest.raises(DatabaseError, match="cannot be reached"):
            await cut_off(store, other)
        async with store.work() as work:
            await work.inbox.add(1, "t", TUESDAY)
            await work.commit()
        async with other.reading() as work:
            assert await work.inbox.outcome(1) == "t"


async def test_a_file_that_is_gone_is_not_made_anew_and_used_again_when_it_is_back(
    tmp_path: Path,
) -> None:
    async with opened(fresh_sqlite(tmp_path)) as store:
        file, away = tmp_path / "inloop.db", tmp_path / "away.db"
        async with store.work() as work:
            await work.inbox.add(1, "t", TUESDAY)
            await work.commit()
        file.rename(away)
        for _ in range(2):
            with pytest.raises(DatabaseError, match="is gone: put it back"):
                async with store.reading():
                    pass
        away.rename(file)
        async with store.reading() as work:
            assert await work.inbox.outcome(1) == "t"


async def test_a_connection_that_is_given_up_while_it_opens_is_closed(tmp_path: Path) -> None:
    file = tmp_path / "held.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as holder:
        holder.execute("CREATE TABLE held (it)")
        holder.execute("BEGIN EXCLUSIVE")
        engine = open_engine(f"sqlite+aiosqlite:///{file}")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3), engine.reading() as tx:
                await tx.run(text("SELECT 1"))
        await engine.dispose()
    gc.collect()
    assert [each for each in gc.get_objects() if _is_open(each)] == []


async def test_a_connection_in_use_while_the_file_changes_is_closed_when_given_back(
    tmp_path: Path,
) -> None:
    url = fresh_sqlite(tmp_path)
    engine = open_engine(url)
    async with engine.reading() as before:
        await before.run(text("SELECT 1"))
        _put_another_there(Path(url.partition("///")[2]))
        async with engine.reading() as after:
            await after.run(text("SELECT 1"))
    await engine.dispose()
    gc.collect()
    assert [each for each in gc.get_objects() if _is_open(each)] == []


def _put_another_there(file: Path) -> None:
    other = file.with_suffix(".other")
    other.write_bytes(file.read_bytes())
    other.replace(file)


def _is_open(thing: object) -> bool:
    return isinstance(thing, aiosqlite.Connection) and bool(thing._running)  # noqa: SLF001 no other way
