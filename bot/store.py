"""Opens the database of a config: first a look that changes nothing, then schema and key."""

import secrets
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from bot.config import Config
from bot.errors import OperatorError
from bot.places import unfit
from flows.errors import BusyError
from flows.ports import OpenRelease
from storage import keys
from storage.check import check_key
from storage.engine import WAIT, Engine, open_engine
from storage.errors import DatabaseError, KeyFileError
from storage.refusals import BUSY, sentence
from storage.releasing import Releasing
from storage.schema import SchemaState, migrate, require_current, state
from storage.sealing import KEY_BYTES, KeyRing, Sealer
from storage.unit import Store

_MADE_ON_THE_WAY = {SchemaState.EMPTY, SchemaState.OLDER}
"""What an embedded database may be; a server's is migrated by its operator."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A database that may be used."""

    store: Store
    releasing: OpenRelease
    sealer: Sealer


@dataclass(frozen=True, slots=True)
class Found:
    """A database as it stands, and its key; None where a first one is to be made."""

    engine: Engine
    key_file: Path
    state: SchemaState
    key: KeyRing | None

    @property
    def holds_nothing(self) -> bool:
        """Whether no bot ever ran on it."""
        return self.key is None or self.state is SchemaState.EMPTY

    async def ready(self) -> Opened:
        """Make what is missing, and see that it can be written.

        Raises:
            OperatorError: The database or its key cannot be used.
        """
        with told(self.engine):
            if self.state is not SchemaState.CURRENT:
                await migrate(self.engine)
            sealer = Sealer(self.key or _first_key(self.key_file))
            await check_key(self.engine, sealer)
            store = Store(self.engine, sealer)
            async with store.work() as work:
                await work.outbox.next_due()
        return Opened(store, Releasing(self.engine, sealer), sealer)

    async def as_it_is(self) -> Store:
        """What is there, for a command that only reads.

        Raises:
            OperatorError: There is nothing yet, or it is of an older version.
        """
        if self.key is None or self.holds_nothing:
            raise OperatorError("The database holds nothing yet: start the bot with inloop run.")
        with told(self.engine):
            await require_current(self.engine)
        return Store(self.engine, Sealer(self.key))


@asynccontextmanager
async def found(config: Config) -> AsyncIterator[Found]:
    """Look at database and key; nothing is made or changed.

    Raises:
        OperatorError: They cannot be used as they are; also for what the block meets later.
    """
    engine = _engine(config)
    try:
        with told(engine):
            key, present = key_of(config), await state_of(engine, config)
            await require_fit(engine, present, key, config.keys.file)
            _require_room(config, present, key)
            yield Found(engine, config.keys.file, present, key)
    finally:
        await engine.dispose()


@asynccontextmanager
async def opened(config: Config) -> AsyncIterator[Opened]:
    """Open the database; an embedded one is made or brought up to date on the way.

    Raises:
        OperatorError: The database or its key cannot be used.
    """
    async with found(config) as present:
        yield await present.ready()


async def migrated(config: Config) -> bool:
    """Bring the database of a config to the newest schema; whether anything was to be done.

    Raises:
        OperatorError: It cannot be.
    """
    engine = _engine(config)
    try:
        with told(engine):
            file = config.database.file
            if file is not None and _is_new(file):
                _require_place(file, "database")
            elif await state(engine) is SchemaState.CURRENT:
                return False
            await migrate(engine)
            return True
    finally:
        await engine.dispose()


def releasing(engine: Engine, sealer: Sealer) -> OpenRelease:
    """Opens the work of a release."""
    return Releasing(engine, sealer)


@contextmanager
def told(engine: Engine) -> Iterator[None]:
    """Turn what database and key refuse into the operator's sentence."""
    try:
        yield
    except (DatabaseError, KeyFileError) as fault:
        raise OperatorError(str(fault)) from None
    except BusyError:
        raise OperatorError(sentence(BUSY, engine.sql.url)) from None


def key_of(config: Config) -> KeyRing | None:
    """The key; None when there is no file.

    Raises:
        KeyFileError: There is one, but it cannot be used.
    """
    file = config.keys.file
    there = file.is_symlink() or (file.exists() and not file.is_dir())
    return keys.load(file) if there else None


async def state_of(engine: Engine, config: Config) -> SchemaState:
    """What stands in the database, when the bot can start from it; no file is made.

    Raises:
        DatabaseError: The bot cannot.
    """
    file = config.database.file
    if file is not None and _is_new(file):
        return SchemaState.EMPTY
    present = await state(engine)
    if file is None or present not in _MADE_ON_THE_WAY:
        await require_current(engine)
    return present


async def require_fit(
    engine: Engine, present: SchemaState, key: KeyRing | None, file: Path
) -> None:
    """Do nothing when the key is that of the database, or a first one may still be made.

    That is as long as the database never knew a key, so nobody is in it.

    Raises:
        KeyFileError: The key is missing or of another database.
    """
    if present is SchemaState.EMPTY:
        return
    if present is not SchemaState.CURRENT:
        if key is None:
            _missing(file)
        return
    sealer = Sealer(key or KeyRing(1, {1: secrets.token_bytes(KEY_BYTES)}))
    try:
        await check_key(_Looking(engine.sql, WAIT), sealer)
    except _NoKeyYetError:
        return
    except KeyFileError:
        if key is None:
            _missing(file)
        raise


class _NoKeyYetError(Exception):
    """The database knows no key."""


class _Looking(Engine):
    """Where `check_key` would write the key of a new database, it learns that this is one."""

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[NoReturn]:
        raise _NoKeyYetError
        yield


def _engine(config: Config) -> Engine:
    try:
        return open_engine(config.database.url)
    except DatabaseError as fault:
        raise OperatorError(str(fault)) from None


def _is_new(file: Path) -> bool:
    """Whether there is nothing yet; what cannot be told is left to the database."""
    try:
        return file.is_dir() or file.stat().st_size == 0
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False


def _require_room(config: Config, present: SchemaState, key: KeyRing | None) -> None:
    """See that what is to be made can be, before anything is."""
    if config.database.file is not None and present is SchemaState.EMPTY:
        _require_place(config.database.file, "database")
    if key is None:
        _require_place(config.keys.file, "key file")


def _require_place(file: Path, what: str) -> None:
    wrong = unfit(file)
    if wrong:
        raise OperatorError(
            f"No {what} can be made, for {wrong}: make the folder, or name another file in"
            " config.toml."
        )


def _first_key(file: Path) -> KeyRing:
    """A new key, or the one that another replica made in this moment."""
    try:
        return keys.make(file)
    except KeyFileError:
        if not file.exists():
            raise
        return keys.load(file)


def _missing(file: Path) -> NoReturn:
    keys.load(file)
    raise KeyFileError(f"The key file {file} came back in this moment: try again.")
