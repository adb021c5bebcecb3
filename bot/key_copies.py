"""`inloop backup-keys` and `inloop restore-keys`: what makes people reachable after a disk crash.

A copy is an SQLite file, whatever the key store is: wrapped keys, useless without the key file.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

from bot.config import Config
from bot.places import unfit
from bot.store import engine_of, key_store_of, required_key, state_of, told
from storage import copying
from storage.check import KEY, STORE, holds_people, known, where
from storage.engine import Engine
from storage.errors import DatabaseError, KeyFileError
from storage.keystore import Content, KeyStore, open_key_store
from storage.personal import PersonKeys
from storage.schema import SchemaState
from storage.sealing import Sealer
from storage.sweeping import end_orphans, forget_lost


async def keys_backed_up(config: Config, file: Path) -> None:
    """Write a copy of the key store into a file that is not there yet.

    Raises:
        OperatorError: It cannot be done.
    """
    async with key_store_of(config) as keys:
        with told(keys.engine):
            wrong = unfit(file)
            if wrong:
                raise DatabaseError(f"No backup can be made, for {wrong}: name another file.")
            if await keys.told(STORE) is None:
                raise KeyFileError(f"{where(keys)} is not there: nothing can be backed up.")
            await keys_copied(keys, file)


async def keys_copied(keys: KeyStore, file: Path) -> None:
    """Copy a key store as it is at one moment, whole or not at all.

    Raises:
        DatabaseError: It cannot be done.
    """
    content = await keys.content()
    with copying.drafted(file) as draft:
        async with _file(draft) as made:
            await made.prepare()
            await made.fill(content)


async def keys_restored(config: Config, file: Path) -> list[str]:
    """Put a copy in the place of a key store that was lost.

    Who was erased since does not come back: without a row, their key is destroyed again. Who came
    since has no key: they can be reached again from their next message on.

    Args:
        config: Of the bot, which does not run.
        file: What `keys_backed_up` wrote.

    Returns:
        Lines on what was done.

    Raises:
        OperatorError: It cannot be done; nothing was changed.
    """
    async with engine_of(config) as engine, key_store_of(config) as keys:
        with told(engine):
            key = required_key(config, "the copy")
            content = await _read(file)
            if not Sealer(key).knows(content.about.get(KEY, b"")):
                raise KeyFileError(
                    "The copy was made with another key than that in"
                    f" {config.keys.file}: put back the key file that belongs to it."
                )
            current = await state_of(engine, config) is SchemaState.CURRENT
            await _require_lost(keys)
            if current:
                await _require_same(engine, content)
            await keys.prepare()
            await keys.fill(content)
            agreed = await _agreed(engine, PersonKeys(keys, Sealer(key))) if current else []
            return ["The keys are restored. Destroy every copy older than seven days.", *agreed]


async def _read(file: Path) -> Content:
    copying.require_sqlite(file)
    await asyncio.to_thread(_require_sound, file)
    async with _file(file) as copy:
        return await copy.content()


def _require_sound(file: Path) -> None:
    with copying.told(file), closing(copying.read(file)) as source:
        copying.require_sound(source, file)
        tables = {name for (name,) in source.execute("SELECT name FROM sqlite_master")}
    if not {"about", "person_key"} <= tables:
        raise DatabaseError(f"{file} holds no keys: name a file that inloop backup-keys made.")


async def _require_lost(keys: KeyStore) -> None:
    """Do nothing when there is no key that a copy could bring back to life, or overwrite."""
    if await keys.is_there() and await keys.page(-1, 1):
        raise KeyFileError(
            f"{where(keys)} holds keys: a copy is put back only when it is lost, for it would bring"
            " back who was erased since."
        )


async def _require_same(engine: Engine, content: Content) -> None:
    """Do nothing when the copy belongs to the database, or nobody is in it."""
    if await known(engine, STORE) != content.about.get(STORE) and await holds_people(engine):
        raise KeyFileError(
            "The copy is of another database's keys: name another copy, or restore the database"
            " first."
        )


async def _agreed(engine: Engine, keys: PersonKeys) -> list[str]:
    """See that database and keys agree again, as far as they can."""
    if not await holds_people(engine):
        return []
    ended = await end_orphans(engine, keys)
    async with engine.writing() as tx:
        lost = await forget_lost(tx, keys)
        await tx.commit()
    lines = [f"Keys of people erased since, destroyed again: {ended}."] if ended else []
    if lost:
        lines.append(f"People without a key, unreachable until they write again: {lost}.")
    return lines


@asynccontextmanager
async def _file(file: Path) -> AsyncIterator[KeyStore]:
    store = KeyStore(open_key_store(f"sqlite+aiosqlite:///{file}"))
    try:
        yield store
    finally:
        await store.engine.dispose()
