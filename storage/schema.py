"""The schema's state, read without loading Alembic, and its migration."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from enum import Enum

from sqlalchemy import Connection, inspect, text

from flows.errors import BusyError
from storage.engine import Engine, open_engine
from storage.errors import DatabaseError
from storage.refusals import BUSY, FAILURES, refusal_of, sentence

HEAD = "0001"
"""The newest revision; a test compares it with the scripts."""
PATIENCE = timedelta(minutes=1)
"""How long a migration waits for another one."""
_REVISION_DIGITS = 4
_MIGRATION_LOCK = 0x1A100B


class SchemaState(Enum):
    """What stands in a database, seen from this version of Inloop."""

    EMPTY = "empty"
    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"
    NOT_OURS = "not ours"


async def state(engine: Engine) -> SchemaState:
    """Look what stands in the database; changes nothing but creates an SQLite file.

    Raises:
        DatabaseError: It cannot be reached or read.
    """
    async with _told(engine), engine.sql.connect() as connection:
        return await connection.run_sync(_state)


async def migrate(engine: Engine, *, wait: timedelta = PATIENCE) -> None:
    """Bring the database to the newest schema, whole or not at all; once when many try.

    Args:
        engine: Tells where; the work is done on a connection of its own that waits longer.
        wait: How long to wait for others who hold the database.

    Raises:
        DatabaseError: It is newer, of another program, held by others, or cannot be read.
    """
    patient = open_engine(engine.sql.url, full_sync=True, wait=wait)
    try:
        async with _told(patient), patient.sql.begin() as connection:
            await connection.run_sync(_migrate)
    finally:
        await patient.dispose()


async def require_current(engine: Engine) -> None:
    """Do nothing when the database has exactly this version's schema.

    Raises:
        DatabaseError: It has not; the sentence says what to do.
    """
    found = await state(engine)
    if found is not SchemaState.CURRENT:
        raise DatabaseError(_REMEDIES[found])


_REMEDIES = {
    SchemaState.EMPTY: "The database is empty: run inloop migrate.",
    SchemaState.OLDER: "The database is of an older Inloop: make a backup and run inloop migrate.",
    SchemaState.NEWER: "The database is of a newer Inloop: install that version, or restore a"
    " backup made with this one.",
    SchemaState.NOT_OURS: "The database belongs to another program: choose another in config.toml.",
}


def _state(connection: Connection) -> SchemaState:
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return SchemaState.EMPTY
    if "alembic_version" not in tables:
        return SchemaState.NOT_OURS
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    if not found:
        return SchemaState.EMPTY if tables == {"alembic_version"} else SchemaState.NOT_OURS
    revision = max(found)
    if len(found) > 1 or not (revision.isdecimal() and len(revision) == _REVISION_DIGITS):
        return SchemaState.NOT_OURS
    if revision == HEAD:
        return SchemaState.CURRENT if "occupancy" in tables else SchemaState.NOT_OURS
    return SchemaState.OLDER if revision < HEAD else SchemaState.NEWER


def _migrate(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _MIGRATION_LOCK})
    found = _state(connection)
    if found is SchemaState.CURRENT:
        return
    if found in {SchemaState.NEWER, SchemaState.NOT_OURS}:
        raise DatabaseError(_REMEDIES[found])
    from storage.migrations.run import upgrade  # noqa: PLC0415 - Alembic only when it is needed

    upgrade(connection)


@asynccontextmanager
async def _told(engine: Engine) -> AsyncIterator[None]:
    """Turn what a database says into a sentence without secrets."""
    url = engine.sql.url
    try:
        yield
    except FAILURES as failure:
        refusal = refusal_of(failure, url)
        if isinstance(refusal, BusyError):
            refusal = DatabaseError(sentence(BUSY, url))
        raise refusal from None
