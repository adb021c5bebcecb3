"""The schema and its migration; sentences for a database that cannot be used."""

import asyncio
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from storage.engine import Engine, open_engine
from storage.errors import DatabaseError
from storage.migrations.run import config_for, upgrade
from storage.schema import HEAD, SchemaState, migrate, require_current, state
from storage.tables import metadata
from tests.databases import BACKENDS, fresh, opened

UNREACHABLE = "postgresql+asyncpg://bot:s3cret@127.0.0.1:1/inloop"


@pytest.fixture(params=BACKENDS)
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without any table."""
    return fresh(request.param, tmp_path, migrated=False)


async def execute(engine: Engine, *statements: str) -> None:
    """Do something to a database behind our back."""
    async with engine.sql.begin() as connection:
        for statement in statements:
            await connection.execute(text(statement))


def stamp(revision: str) -> str:
    """The statement by which another version would mark a database."""
    return f"UPDATE alembic_version SET version_num = '{revision}'"  # noqa: S608 - our own


def test_the_newest_revision_is_the_one_the_code_expects() -> None:
    assert ScriptDirectory.from_config(config_for()).get_current_head() == HEAD


async def test_the_migrated_schema_is_the_one_in_the_tables(database_url: str) -> None:
    async with opened(database_url) as store, store.engine.sql.connect() as connection:
        assert await connection.run_sync(_differences) == []
        assert await connection.run_sync(_names) == {
            each.name for table in metadata.tables.values() for each in table.constraints
        }


def _differences(connection: Connection) -> object:
    options = {"compare_type": True, "compare_server_default": True}
    return compare_metadata(MigrationContext.configure(connection, opts=options), metadata)


def _names(connection: Connection) -> set[str | None]:
    look = inspect(connection)
    return {
        each["name"]
        for table in metadata.tables
        for each in (
            look.get_pk_constraint(table),
            *look.get_foreign_keys(table),
            *look.get_unique_constraints(table),
            *look.get_check_constraints(table),
        )
    }


async def test_an_empty_database_is_migrated_once(bare_url: str) -> None:
    async with opened(bare_url) as store:
        assert await state(store.engine) is SchemaState.EMPTY
        with pytest.raises(DatabaseError, match="run inloop migrate"):
            await require_current(store.engine)
        await migrate(store.engine)
        await migrate(store.engine)
        assert await state(store.engine) is SchemaState.CURRENT
        await require_current(store.engine)


async def test_replicas_that_migrate_at_once_do_not_disturb_each_other(bare_url: str) -> None:
    async with opened(bare_url) as store, opened(bare_url) as other:
        await asyncio.gather(migrate(store.engine), migrate(other.engine))
        assert await state(other.engine) is SchemaState.CURRENT


@pytest.mark.parametrize(
    ("revision", "found", "sentence"),
    [
        ("9999", SchemaState.NEWER, "of a newer Inloop"),
        ("0000", SchemaState.OLDER, "run inloop migrate"),
        ("ae1027a6acf", SchemaState.NOT_OURS, "another program"),
    ],
)
async def test_a_database_of_another_version_is_told_apart(
    database_url: str, revision: str, found: SchemaState, sentence: str
) -> None:
    async with opened(database_url) as store:
        await execute(store.engine, stamp(revision))
        try:
            assert await state(store.engine) is found
            with pytest.raises(DatabaseError, match=sentence):
                await require_current(store.engine)
            if found is not SchemaState.OLDER:
                with pytest.raises(DatabaseError, match=sentence):
                    await migrate(store.engine)
        finally:
            await execute(store.engine, stamp(HEAD))


async def test_a_database_of_another_program_is_left_alone(bare_url: str) -> None:
    async with opened(bare_url) as store:
        await execute(store.engine, "CREATE TABLE person (name TEXT)")
        assert await state(store.engine) is SchemaState.NOT_OURS
        with pytest.raises(DatabaseError, match="another program"):
            await migrate(store.engine)
        async with store.engine.sql.connect() as connection:
            assert await connection.run_sync(_tables) == ["person"]


async def test_a_version_table_without_our_tables_is_not_ours(bare_url: str) -> None:
    async with opened(bare_url) as store:
        await execute(
            store.engine,
            "CREATE TABLE alembic_version (version_num VARCHAR(32))",
            "INSERT INTO alembic_version VALUES ('0000')",
            stamp(HEAD),
        )
        assert await state(store.engine) is SchemaState.NOT_OURS


async def test_a_migration_that_fails_leaves_nothing(bare_url: str) -> None:
    async with opened(bare_url) as store:
        async with store.engine.sql.connect() as connection:
            await connection.run_sync(upgrade)
            assert "occupancy" in await connection.run_sync(_tables)
            with pytest.raises(SQLAlchemyError):
                await connection.execute(text("CREATE TABLE worker (name TEXT)"))
        assert await state(store.engine) is SchemaState.EMPTY
        await migrate(store.engine)


def _tables(connection: Connection) -> list[str]:
    return sorted(inspect(connection).get_table_names())


async def test_a_locked_database_is_a_sentence(tmp_path: Path) -> None:
    url = fresh("sqlite", tmp_path, migrated=False)
    engine, other = open_engine(url), open_engine(url)
    async with engine.writing() as tx:
        await tx.run(text("CREATE TABLE held (x INT)"))
        with pytest.raises(DatabaseError, match="is held by another program"):
            await migrate(other, wait=timedelta(seconds=0.1))
    await engine.dispose()
    await other.dispose()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"this is a letter, not a database " * 99, "is not a database"), (None, "cannot be opened")],
)
async def test_a_file_that_is_no_database_is_a_sentence(
    tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    path = tmp_path / "inloop.db"
    if content:
        path.write_bytes(content)
    else:
        path.mkdir()
    engine = open_engine(f"sqlite+aiosqlite:///{path}")
    for use in (state, migrate, require_current):
        with pytest.raises(DatabaseError, match=sentence) as refusal:
            await use(engine)
        assert str(path) in str(refusal.value)
    await engine.dispose()


async def test_a_damaged_database_is_a_sentence(tmp_path: Path) -> None:
    url = fresh("sqlite", tmp_path)
    path = tmp_path / "inloop.db"
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * 3900 + whole[4000:])
    engine = open_engine(url)
    with pytest.raises(DatabaseError, match="is damaged: restore a backup"):
        await state(engine)
    await engine.dispose()


async def test_a_server_that_does_not_answer_is_a_sentence_without_the_password() -> None:
    engine = open_engine(UNREACHABLE)
    with pytest.raises(DatabaseError, match="cannot be reached") as refusal:
        await state(engine)
    assert "s3cret" not in str(refusal.value)
    assert "inloop on 127.0.0.1" in str(refusal.value)
    await engine.dispose()


async def test_a_missing_postgresql_database_is_a_sentence(tmp_path: Path) -> None:
    engine = open_engine(fresh("postgres", tmp_path).replace("inloop_test", "no_such"))
    with pytest.raises(DatabaseError, match="does not exist: create it"):
        await state(engine)
    await engine.dispose()


@pytest.mark.parametrize(
    "url", ["", "inloop.db", "mysql://x/y", "sqlite:///x", "postgresql://u:s3cret@h/d"]
)
def test_an_address_of_another_form_is_a_sentence_without_it(url: str) -> None:
    with pytest.raises(DatabaseError, match="unknown form") as refusal:
        open_engine(url)
    assert "s3cret" not in str(refusal.value)


def test_looking_at_the_schema_does_not_load_alembic() -> None:
    program = "import storage.unit, storage.schema, sys; sys.exit('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
