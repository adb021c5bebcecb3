"""The settings under which both databases run."""

from pathlib import Path

import pytest
from sqlalchemy import text

from storage.engine import Engine, open_engine
from storage.unit import Store
from tests.databases import fresh_sqlite


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
