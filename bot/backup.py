"""`inloop backup` and `inloop restore`: a copy while the bot runs, and the way back."""

import asyncio
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.config import Config
from bot.places import unfit
from bot.ports import ports_of
from bot.store import engine_of, key_store_of, releasing, required_key, told
from flows.audit import by_operator
from flows.demand.job import close_without_figures
from storage import copying, pgtools
from storage.audit import SqlAuditLog
from storage.check import KEY, STORE, check_key, require_key_store, require_name
from storage.engine import Engine, open_engine
from storage.errors import DatabaseError, KeyFileError
from storage.keystore import KeyStore
from storage.restoring import Settled, settle
from storage.schema import HEAD, SchemaState, migrate, require_current, state
from storage.sealing import Sealer
from storage.sweeping import without_key
from storage.unit import Store

_OTHER_KEY = (
    "The backup was made with another key than that in {key}: put back the key file that belongs"
    " to it."
)
_NEWER = "The backup is of a newer Inloop: install that version, then restore."


async def backed_up(config: Config, file: Path) -> None:
    """Write a copy of the database into a file that is not there yet.

    Raises:
        OperatorError: It cannot be done.
    """
    async with engine_of(config) as engine:
        with told(engine):
            wrong = unfit(file)
            if wrong:
                raise DatabaseError(f"No backup can be made, for {wrong}: name another file.")
            await copied(engine, config.database.file, file)


async def copied(engine: Engine, database: Path | None, file: Path) -> None:
    """Copy a database, whole or not at all.

    Args:
        engine: Of a server; an embedded one is read by itself.
        database: The file of an embedded database; None for a server.
        file: Where to; not there yet.

    Raises:
        DatabaseError: It cannot be done.
    """
    if database is None:
        with copying.drafted(file) as draft:
            await pgtools.dump(engine, draft)
    else:
        await asyncio.to_thread(copying.copy, database, file)


async def restored(config: Config, file: Path, now: datetime) -> list[str]:
    """Put a backup in place of the database, and make it fit for today.

    Whoever has no key any more was erased since, and is taken out again.

    Args:
        config: Of the bot, which does not run.
        file: What `backed_up` wrote.
        now: This moment.

    Returns:
        Lines on what was done.

    Raises:
        OperatorError: It cannot be done; the database is as it was.
    """
    async with engine_of(config) as engine, key_store_of(config) as keys:
        with told(engine):
            key = required_key(config, "the backup")
            way = _of_a_server if config.database.file is None else _of_a_file
            return await way(_Restoring(config, keys, Sealer(key), now), engine, file)


@dataclass(frozen=True, slots=True)
class _Restoring:
    """What stays the same while a backup is put back."""

    config: Config
    keys: KeyStore
    sealer: Sealer
    now: datetime


async def _of_a_file(by: _Restoring, _engine: Engine, file: Path) -> list[str]:
    database = by.config.database.file
    if database is None:
        raise ValueError("an embedded database has a file")
    draft = database.with_name(f".{database.name}.{secrets.token_hex(8)}")
    try:
        await asyncio.to_thread(copying.load, file, draft)
        engine = open_engine(f"sqlite+aiosqlite:///{draft}")
        try:
            lines = await _made_fit(by, engine)
        finally:
            await engine.dispose()
        kept = database.with_name(f"{database.name}.before-{by.now:%Y%m%dT%H%M%S}")
        if await asyncio.to_thread(copying.put, draft, database, kept):
            lines.append(f"What was there before is {kept}: delete it when all is well.")
    finally:
        for each in ("", "-journal", "-wal", "-shm"):
            draft.with_name(draft.name + each).unlink(missing_ok=True)
    return lines


async def _of_a_server(by: _Restoring, engine: Engine, file: Path) -> list[str]:
    pgtools.require_dump(file)
    version = await pgtools.rows(engine, file, "alembic_version")
    if not version or version[0][0] > HEAD:
        raise DatabaseError(_NEWER if version else f"{file} is no backup of Inloop.")
    held = {name: _bytea(value) for name, value in await pgtools.rows(engine, file, "meta")}
    if not by.sealer.knows(held.get(KEY, b"")):
        raise KeyFileError(_OTHER_KEY.format(key=by.config.keys.file))
    await require_name(by.keys, held.get(STORE))
    await pgtools.restore(engine, file)
    return await _made_fit(by, engine)


def _bytea(written: str) -> bytes:
    """A value as COPY writes it: two backslashes, an x, and hexadecimal digits."""
    return bytes.fromhex(written.replace("\\", "").removeprefix("x"))


async def _made_fit(by: _Restoring, engine: Engine) -> list[str]:
    """Newest schema, right keys; missed periods closed before anything could publish them."""
    present = await state(engine)
    if present is SchemaState.NEWER:
        raise DatabaseError(_NEWER)
    if present is SchemaState.OLDER:
        await migrate(engine)
    await require_current(engine)
    try:
        await check_key(engine, by.sealer)
    except KeyFileError:
        raise KeyFileError(_OTHER_KEY.format(key=by.config.keys.file)) from None
    await require_key_store(engine, by.keys, by.sealer)
    store = Store(engine, by.sealer, by.keys)
    ports = ports_of(by.config, store, lambda: by.now, "")
    missed = await close_without_figures(releasing(engine), ports)
    async with engine.writing() as tx:
        done = await settle(tx, by.now, await without_key(tx, store.keys))
        await SqlAuditLog(tx).add(by_operator("restore", "database", by.now))
        await tx.commit()
    return _told(done, missed)


def _told(done: Settled, missed: list[str]) -> list[str]:
    lines = ["The backup is restored. What was booked or changed after it is not in it."]
    if done.rested:
        lines.append(f"Notices that were due already and will not be sent: {done.rested}.")
    if missed:
        lines.append(
            f"Without figures from now on, for they may be published: {', '.join(missed)}."
        )
    if done.erased:
        lines.append(f"People erased again: {done.erased}.")
    return lines
