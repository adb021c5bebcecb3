"""`inloop backup` and `inloop restore`: a copy while the bot runs, and the way back."""

import asyncio
import hmac
import secrets
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from bot.config import Config
from bot.places import unfit
from bot.ports import ports_of
from bot.store import key_of, releasing, told
from flows.audit import by_operator
from flows.demand.job import close_without_figures
from flows.model import PersonId
from storage import copying, pgtools
from storage.audit import SqlAuditLog
from storage.check import check_key
from storage.engine import Engine, open_engine
from storage.errors import DatabaseError, KeyFileError
from storage.restoring import Settled, settle
from storage.schema import HEAD, SchemaState, migrate, require_current, state
from storage.sealing import Sealer
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
    engine = open_engine(config.database.url)
    try:
        with told(engine):
            wrong = unfit(file)
            if wrong:
                raise DatabaseError(f"No backup can be made, for {wrong}: name another file.")
            await copied(engine, config.database.file, file)
    finally:
        await engine.dispose()


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


async def restored(
    config: Config, file: Path, now: datetime, erased: Collection[PersonId] = ()
) -> list[str]:
    """Put a backup in place of the database, and make it fit for today.

    Args:
        config: Of the bot, which does not run.
        file: What `backed_up` wrote.
        now: This moment.
        erased: Everybody known to have been erased; they are taken out again.

    Returns:
        Lines on what was done.

    Raises:
        OperatorError: It cannot be done; the database is as it was.
    """
    engine = open_engine(config.database.url)
    try:
        with told(engine):
            key = key_of(config)
            if key is None:
                raise KeyFileError(
                    f"There is no key file {config.keys.file}: put back the one that belongs to"
                    " the backup first."
                )
            way = _of_a_server if config.database.file is None else _of_a_file
            return await way(config, engine, file, Sealer(key), now, erased)
    finally:
        await engine.dispose()


async def _of_a_file(
    config: Config,
    _engine: Engine,
    file: Path,
    sealer: Sealer,
    now: datetime,
    erased: Collection[PersonId],
) -> list[str]:
    database = config.database.file
    if database is None:
        raise ValueError("an embedded database has a file")
    draft = database.with_name(f".{database.name}.{secrets.token_hex(8)}")
    try:
        await asyncio.to_thread(copying.load, file, draft)
        engine = open_engine(f"sqlite+aiosqlite:///{draft}")
        try:
            lines = await _made_fit(config, engine, sealer, now, erased)
        finally:
            await engine.dispose()
        kept = database.with_name(f"{database.name}.before-{now:%Y%m%dT%H%M%S}")
        if await asyncio.to_thread(copying.put, draft, database, kept):
            lines.append(f"What was there before is {kept}: delete it when all is well.")
    finally:
        for each in ("", "-journal", "-wal", "-shm"):
            draft.with_name(draft.name + each).unlink(missing_ok=True)
    return lines


async def _of_a_server(
    config: Config,
    engine: Engine,
    file: Path,
    sealer: Sealer,
    now: datetime,
    erased: Collection[PersonId],
) -> list[str]:
    pgtools.require_dump(file)
    version = await pgtools.rows(engine, file, "alembic_version")
    if not version or version[0][0] > HEAD:
        raise DatabaseError(_NEWER if version else f"{file} is no backup of Inloop.")
    checks = [value for name, value in await pgtools.rows(engine, file, "meta") if name == "key"]
    if not checks or not hmac.compare_digest(_bytea(checks[0]), sealer.check):
        raise KeyFileError(_OTHER_KEY.format(key=config.keys.file))
    await pgtools.restore(engine, file)
    return await _made_fit(config, engine, sealer, now, erased)


def _bytea(written: str) -> bytes:
    """A value as COPY writes it: two backslashes, an x, and hexadecimal digits."""
    return bytes.fromhex(written.replace("\\", "").removeprefix("x"))


async def _made_fit(
    config: Config, engine: Engine, sealer: Sealer, now: datetime, erased: Collection[PersonId]
) -> list[str]:
    """Newest schema, right key; missed periods closed before anything could publish them."""
    present = await state(engine)
    if present is SchemaState.NEWER:
        raise DatabaseError(_NEWER)
    if present is SchemaState.OLDER:
        await migrate(engine)
    await require_current(engine)
    try:
        await check_key(engine, sealer)
    except KeyFileError:
        raise KeyFileError(_OTHER_KEY.format(key=config.keys.file)) from None
    ports = ports_of(config, Store(engine, sealer), lambda: now, "")
    missed = await close_without_figures(releasing(engine, sealer), ports)
    async with engine.writing() as tx:
        done = await settle(tx, now, erased)
        await SqlAuditLog(tx).add(by_operator("restore", "database", now))
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
