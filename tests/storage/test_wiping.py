"""Deleted bytes are gone from the files of an embedded database: searched for, byte by byte."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import delete, insert, select

from flows.errors import BusyError
from flows.model import Known
from storage.engine import WAIT, Engine, open_engine
from storage.errors import DatabaseError
from storage.tables import presence
from tests.databases import fresh_postgres, fresh_sqlite
from tests.storage.people import NOW

ROW = {"school": "linde", "on": NOW.date(), "known": Known.CONFIRMED, "said_at": NOW}


def found(folder: Path) -> set[str]:
    """The markers that can be read in the database or beside it."""
    held = b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())
    return {each.decode() for each in re.findall(rb"MARK[0-9a-f]{16}", held)}


@asynccontextmanager
async def engine_on(url: str, wait: timedelta = WAIT) -> AsyncIterator[Engine]:
    engine = open_engine(url, wait=wait)
    try:
        yield engine
    finally:
        await engine.dispose()


def emptied(folder: Path) -> None:
    for each in folder.iterdir():
        if each.is_file():
            each.unlink()


async def filled(engine: Engine, rows: int, seed: int) -> set[str]:
    """Rows come and go in random order, as people do; the markers of those that are left."""
    random, left = Random(seed), list[str]()
    for _ in range(rows // 20):
        marks = [f"MARK{random.getrandbits(64):016x}" for _ in range(20)]
        random.shuffle(left)
        gone, left = left[:8], [*left[8:], *marks]
        made = [{**ROW, "worker": e, "room": e * random.randrange(1, 20)} for e in marks]
        async with engine.writing() as tx:
            await tx.run(insert(presence), made)
            await tx.run(delete(presence).where(presence.c.worker.in_(gone)))
            await tx.commit()
    return set(left)


async def test_nothing_that_was_deleted_can_be_read_any_more(tmp_path: Path) -> None:
    async with engine_on(fresh_sqlite(tmp_path)) as engine:
        left = await filled(engine, 3000, seed=5)
        assert len(found(tmp_path) - left) > 50, "the log still has them"

        await engine.wipe()

        assert found(tmp_path) == left


async def test_while_somebody_reads_it_is_put_off_and_told(tmp_path: Path) -> None:
    url = fresh_sqlite(tmp_path)
    async with engine_on(url, timedelta(milliseconds=50)) as engine, engine_on(url) as other:
        left = await filled(engine, 100, seed=2)
        async with other.reading() as tx:
            await tx.run(select(presence))
            with pytest.raises(BusyError):
                await engine.wipe()
        await engine.wipe()
        assert found(tmp_path) == left


async def test_a_file_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    async with engine_on(fresh_sqlite(tmp_path)) as engine:
        await filled(engine, 20, seed=3)
        emptied(tmp_path)
        with pytest.raises(DatabaseError, match="is gone"):
            await engine.wipe()


async def test_a_server_is_left_to_its_operator() -> None:
    async with engine_on(fresh_postgres()) as engine:
        await engine.wipe()
