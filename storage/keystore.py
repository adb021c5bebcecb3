"""The key store: one wrapped key a person, apart from the database and its backups.

What an older backup holds of a person is unreadable once the key is destroyed here. So a deleted
key must not linger: an embedded store is no WAL, and overwrites what it deletes.
"""

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Column, LargeBinary, MetaData, String, Table, bindparam, delete, select, text
from sqlalchemy import update as change
from sqlalchemy.dialects.postgresql import insert

from flows.model import PersonId
from storage.columns import BigId, UtcDateTime
from storage.engine import WAIT, Engine, open_engine
from storage.errors import DatabaseError
from storage.refusals import refusing

SCHEMA = "inloop_keys"
"""Where the tables stand on a server; no backup of the database has it."""
_LOCK = 0x1A100C
_THERE = text(f"SELECT to_regclass('{SCHEMA}.about') IS NOT NULL")

metadata = MetaData(naming_convention={"pk": "pk_%(table_name)s"})
person_key = Table(
    "person_key",
    metadata,
    Column("person", BigId, primary_key=True, autoincrement=False),
    Column("wrapped", LargeBinary, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
)

# Which database it belongs to, and the check value of the key that wrapped everything.
about = Table(
    "about",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

_ADD = insert(person_key).on_conflict_do_nothing(index_elements=["person"])
_GET = select(person_key.c.wrapped).where(person_key.c.person == bindparam("whose"))
_SOME = select(person_key).where(person_key.c.person.in_(bindparam("some", expanding=True)))
_DESTROY = delete(person_key).where(person_key.c.person.in_(bindparam("some", expanding=True)))
_PAGE = (
    select(person_key)
    .where(person_key.c.person > bindparam("after"))
    .order_by(person_key.c.person)
    .limit(bindparam("most"))
)
_REWRAP = (
    change(person_key)
    .where(person_key.c.person == bindparam("whose"), person_key.c.wrapped == bindparam("old"))
    .values(wrapped=bindparam("new"))
)
_ABOUT = select(about.c.value).where(about.c.name == bindparam("what"))
_REMEMBER = insert(about).on_conflict_do_nothing(index_elements=["name"])
_SAY = change(about).where(about.c.name == bindparam("what")).values(value=bindparam("now"))


@dataclass(frozen=True, slots=True)
class Content:
    """Everything in a key store, of one moment.

    Attributes:
        about: What it knows about itself, by name.
        keys: Rows of `person_key`.
    """

    about: Mapping[str, bytes]
    keys: Sequence[Mapping[str, Any]]


class KeyStore:
    """Wrapped keys; every call is a transaction of its own, kept when it returns."""

    __slots__ = ("engine",)

    def __init__(self, engine: Engine) -> None:
        """Use a store.

        Args:
            engine: Of `open_key_store`.
        """
        self.engine = engine

    async def add(self, person: PersonId, wrapped: bytes, at: datetime) -> None:
        """Keep the key of a person who has none."""
        row = {"person": person, "wrapped": wrapped, "made_at": at}
        async with self.engine.writing() as tx:
            await tx.run(_ADD, row)
            await tx.commit()

    async def get(self, person: PersonId) -> bytes | None:
        """The key of a person; None when there never was one, or no longer."""
        async with self.engine.reading() as tx:
            row = await tx.first(_GET, {"whose": person})
        return None if row is None else bytes(row.wrapped)

    async def several(self, people: Collection[PersonId]) -> dict[PersonId, bytes]:
        """The keys of those people who have one."""
        async with self.engine.reading() as tx:
            rows = await tx.run(_SOME, {"some": list(people)})
        return {PersonId(row.person): bytes(row.wrapped) for row in rows}

    async def page(self, after: int, most: int) -> Sequence[tuple[PersonId, bytes, datetime]]:
        """Keys in order of their person, each with the moment it was made."""
        async with self.engine.reading() as tx:
            rows = await tx.run(_PAGE, {"after": after, "most": most})
        return [(PersonId(row.person), bytes(row.wrapped), row.made_at) for row in rows]

    async def destroy(self, people: Collection[PersonId]) -> None:
        """Make everything that was ever sealed for these people unreadable, for good."""
        async with self.engine.writing() as tx:
            await tx.run(_DESTROY, {"some": list(people)})
            await tx.commit()

    async def rewrap(self, changes: Sequence[tuple[PersonId, bytes, bytes]]) -> None:
        """Put new wrapped keys in the place of old ones; one that was destroyed stays so."""
        rows = [{"whose": whose, "old": old, "new": new} for whose, old, new in changes]
        async with self.engine.writing() as tx:
            for row in rows:
                await tx.run(_REWRAP, row)
            await tx.commit()

    async def told(self, what: str) -> bytes | None:
        """What the store knows about itself; None when it is not there, or not that far."""
        if not await self.is_there():
            return None
        async with self.engine.reading() as tx:
            row = await tx.first(_ABOUT, {"what": what})
        return None if row is None else bytes(row.value)

    async def remember(self, what: str, value: bytes) -> None:
        """Let the store know something about itself, unless it does."""
        async with self.engine.writing() as tx:
            await tx.run(_REMEMBER, {"name": what, "value": value})
            await tx.commit()

    async def say(self, what: str, value: bytes) -> None:
        """Change what the store knows about itself."""
        async with self.engine.writing() as tx:
            await tx.run(_SAY, {"what": what, "now": value})
            await tx.commit()

    async def content(self) -> Content:
        """Everything in it, of one moment."""
        async with self.engine.reading() as tx:
            known = {row.name: bytes(row.value) for row in await tx.run(select(about))}
            keys = [row._asdict() for row in await tx.run(select(person_key))]
        return Content(known, keys)

    async def fill(self, content: Content) -> None:
        """Put the content of another in the place of its own, whole or not at all."""
        known = [{"name": name, "value": value} for name, value in content.about.items()]
        async with self.engine.writing() as tx:
            await tx.run(delete(person_key))
            await tx.run(delete(about))
            for table, rows in ((about, known), (person_key, content.keys)):
                if rows:
                    await tx.run(insert(table), rows)
            await tx.commit()

    async def clean(self) -> None:
        """Let a server give up the room of what was destroyed; an embedded store did at once."""
        url = self.engine.sql.url
        if url.drivername.startswith("sqlite"):
            return
        alone = self.engine.sql.execution_options(isolation_level="AUTOCOMMIT")
        with refusing(url):
            async with alone.connect() as connection:
                await connection.execute(text(f"VACUUM {SCHEMA}.person_key"))

    async def is_there(self) -> bool:
        """Whether it was made; looking makes nothing.

        Raises:
            DatabaseError: That cannot be told.
        """
        url = self.engine.sql.url
        if url.drivername.startswith("sqlite"):
            return _holds_something(Path(url.database or ""))
        with refusing(url):
            async with self.engine.sql.connect() as connection:
                return bool((await connection.execute(_THERE)).scalar_one())

    async def prepare(self) -> None:
        """Make the tables where they are missing; an embedded store for its owner only.

        Raises:
            DatabaseError: They cannot be made.
        """
        url = self.engine.sql.url
        embedded = url.drivername.startswith("sqlite")
        if embedded:
            _made_private(Path(url.database or ""))
        with refusing(url):
            async with self.engine.sql.begin() as connection:
                if not embedded:
                    await connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
                    await connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))
                await connection.run_sync(metadata.create_all)


def open_key_store(url: str) -> Engine:
    """Open a key store; nothing is connected yet.

    Args:
        url: As of a database; on a server it may be the same.

    Raises:
        DatabaseError: The address has an unknown form.
    """
    return open_engine(url, full_sync=True, wait=WAIT, journal="DELETE", schema=SCHEMA)


def _holds_something(file: Path) -> bool:
    """Whether there is a file with content; what cannot be told is left to the database."""
    try:
        return file.stat().st_size > 0
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True


def _made_private(file: Path) -> None:
    try:
        file.parent.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600))
    except OSError as refused:
        raise DatabaseError(
            f"No key store can be made at {file} ({refused.strerror}): choose a folder that the"
            " bot may write to."
        ) from None
