"""Do this key and this key store belong to this database?"""

import hmac
import secrets

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert

from storage.engine import Engine
from storage.errors import KeyFileError
from storage.keystore import KeyStore
from storage.sealing import Sealer
from storage.tables import meta, person

KEY, STORE = "key", "key_store"
"""What a database and its key store both remember: the check of the key, and a random name."""
_NAME_BYTES = 16
_REMEMBER = insert(meta).on_conflict_do_nothing(index_elements=["name"])
_KNOWN = select(meta.c.value).where(meta.c.name == bindparam("what"))
_ANYBODY = select(person.c.id).limit(1)


async def known(engine: Engine, what: str) -> bytes | None:
    """What a database remembers; None as long as no bot ran on it."""
    async with engine.reading() as tx:
        row = await tx.first(_KNOWN, {"what": what})
    return None if row is None else bytes(row.value)


async def require_key(engine: Engine, sealer: Sealer) -> bool:
    """Whether this is the key of a database; False as long as it knows none.

    Raises:
        KeyFileError: The database was made with another key.
    """
    check = await known(engine, KEY)
    if check is not None and not sealer.knows(check):
        raise KeyFileError(
            "The key file belongs to another database: put back the one that was made with"
            " this database."
        )
    return check is not None


async def check_key(engine: Engine, sealer: Sealer) -> None:
    """The same, and a new database remembers the key.

    Raises:
        KeyFileError: The database was made with another key.
        BusyError: Others held the database too long.
    """
    if not await require_key(engine, sealer):
        await _remember(engine, KEY, sealer.check)
        await require_key(engine, sealer)


async def require_key_store(engine: Engine, store: KeyStore, sealer: Sealer) -> bool:
    """Whether this is the key store of a database; False as long as it may still be made.

    That is as long as nobody is in the database.

    Raises:
        KeyFileError: It is missing, of another database, or made with another key.
    """
    name, there = await known(engine, STORE), await store.told(STORE)
    if there is None:
        if name is not None and await holds_people(engine):
            raise KeyFileError(missing(store))
        return False
    await require_name(store, name)
    if not sealer.knows(await store.told(KEY) or b""):
        raise KeyFileError(f"{where(store)} was made with another key: put back its key file.")
    return True


async def require_name(store: KeyStore, name: bytes | None) -> None:
    """Do nothing when a key store belongs to the database that remembers this name.

    Raises:
        KeyFileError: It is missing, or of another database.
    """
    there = await store.told(STORE)
    if there is None:
        raise KeyFileError(missing(store))
    if name is None or not hmac.compare_digest(name, there):
        raise KeyFileError(
            f"{where(store)} belongs to another database: put its own back with inloop"
            " restore-keys, or name another place in keys.url."
        )


async def check_key_store(engine: Engine, store: KeyStore, sealer: Sealer) -> None:
    """The same, and the store of a new database is made.

    Raises:
        KeyFileError: It is missing, of another database, or made with another key.
        DatabaseError: It cannot be made.
    """
    if await require_key_store(engine, store, sealer):
        return
    await _remember(engine, STORE, secrets.token_bytes(_NAME_BYTES))
    await store.prepare()
    await store.remember(KEY, sealer.check)
    await store.remember(STORE, await known(engine, STORE) or b"")
    await require_key_store(engine, store, sealer)


def where(store: KeyStore) -> str:
    """Which key store, as a sentence begins; without user and password."""
    url = store.engine.sql.url
    if url.drivername.startswith("sqlite"):
        return f"The key store {url.database}"
    return f"The key store in database {url.database}"


def missing(store: KeyStore) -> str:
    """What to say when people are there and their keys are not."""
    return (
        f"{where(store)} is missing: put it back from its backup with inloop restore-keys;"
        " without it nobody can be reached any more."
    )


async def _remember(engine: Engine, what: str, value: bytes) -> None:
    async with engine.writing() as tx:
        await tx.run(_REMEMBER, {"name": what, "value": value})
        await tx.commit()


async def holds_people(engine: Engine) -> bool:
    """Whether anybody is in a database."""
    async with engine.reading() as tx:
        return await tx.first(_ANYBODY) is not None
