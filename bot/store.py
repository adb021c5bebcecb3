"""Opens the database of a config: first a look that changes nothing, then schema and key."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from bot.config import Config
from bot.errors import OperatorError
from bot.places import unfit
from flows.errors import BusyError
from flows.ports import OpenRelease
from storage import keys as key_files
from storage.check import (
    KEY,
    check_key,
    check_key_store,
    known,
    require_key,
    require_key_store,
)
from storage.engine import Engine, open_engine
from storage.errors import DatabaseError, KeyFileError
from storage.keystore import KeyStore, open_key_store
from storage.refusals import BUSY, sentence
from storage.releasing import Releasing
from storage.schema import SchemaState, migrate, require_current, state
from storage.sealing import KeyRing, Sealer
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
    keys: KeyStore
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
            sealer = following(self.key_file, self.key or _first_key(self.key_file))
            await check_key(self.engine, sealer)
            await check_key_store(self.engine, self.keys, sealer)
            store = Store(self.engine, sealer, self.keys)
            async with store.work() as work:
                await work.outbox.next_due()
        return Opened(store, Releasing(self.engine), sealer)

    async def as_it_is(self) -> Store:
        """What is there, for a command that only reads.

        Raises:
            OperatorError: There is nothing yet, or it is of an older version.
        """
        if self.key is None or self.holds_nothing:
            raise OperatorError("The database holds nothing yet: start the bot with inloop run.")
        with told(self.engine):
            await require_current(self.engine)
        return Store(self.engine, following(self.key_file, self.key), self.keys)


@asynccontextmanager
async def found(config: Config) -> AsyncIterator[Found]:
    """Look at database and key; nothing is made or changed.

    Raises:
        OperatorError: They cannot be used as they are; also for what the block meets later.
    """
    async with engine_of(config) as engine, key_store_of(config) as keys:
        with told(engine):
            key, present = key_of(config), await state_of(engine, config)
            await require_fit(engine, keys, present, key, config.keys.file)
            _require_room(config, present, key)
            yield Found(engine, keys, config.keys.file, present, key)


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
    async with engine_of(config) as engine:
        with told(engine):
            file = config.database.file
            if file is not None and _is_new(file):
                _require_place(file, "database")
            elif await state(engine) is SchemaState.CURRENT:
                return False
            await migrate(engine)
            return True


def releasing(engine: Engine) -> OpenRelease:
    """Opens the work of a release."""
    return Releasing(engine)


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
    return key_files.load(file) if there else None


def required_key(config: Config, what: str) -> KeyRing:
    """The key to which something from before belongs, such as "the backup".

    Raises:
        KeyFileError: There is none, or it cannot be used.
    """
    key = key_of(config)
    if key is None:
        raise KeyFileError(
            f"There is no key file {config.keys.file}: put back the one that belongs to {what}"
            " first."
        )
    return key


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
    engine: Engine, keys: KeyStore, present: SchemaState, key: KeyRing | None, file: Path
) -> None:
    """Do nothing when key and key store are those of the database, or may still be made.

    A key may as long as the database never knew one, a key store as long as nobody is in it.

    Raises:
        KeyFileError: One of them is missing or of another database.
    """
    if present is SchemaState.EMPTY:
        return
    if present is not SchemaState.CURRENT:
        if key is None:
            _missing(file)
        return
    if key is None:
        if await known(engine, KEY) is not None:
            _missing(file)
        return
    sealer = Sealer(key)
    await require_key(engine, sealer)
    await require_key_store(engine, keys, sealer)


@asynccontextmanager
async def engine_of(config: Config) -> AsyncIterator[Engine]:
    """The database of a config; nothing is connected yet, and nothing is afterwards.

    Raises:
        OperatorError: Its address has no form that is known.
    """
    engine = _engine(config.database.url)
    try:
        yield engine
    finally:
        await engine.dispose()


@asynccontextmanager
async def key_store_of(config: Config) -> AsyncIterator[KeyStore]:
    """The key store of a config, in the same way.

    Raises:
        OperatorError: Its address has no form that is known.
    """
    store = KeyStore(_engine(config.key_store, open_key_store))
    try:
        yield store
    finally:
        await store.engine.dispose()


def following(file: Path, key: KeyRing) -> Sealer:
    """A sealer that learns of new keys while it is used."""
    return Sealer(key, key_files.Followed(file, key))


def _engine(url: str, open_one: Callable[[str], Engine] = open_engine) -> Engine:
    try:
        return open_one(url)
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
        _require_place(config.keys.file, "key file", makes_folder=True)


def _require_place(file: Path, what: str, *, makes_folder: bool = False) -> None:
    wrong = unfit(file, makes_folder=makes_folder)
    if wrong:
        raise OperatorError(
            f"No {what} can be made, for {wrong}: make the folder, or name another file in"
            " config.toml."
        )


def _first_key(file: Path) -> KeyRing:
    """A new key, or the one that another replica made in this moment."""
    try:
        return key_files.make(file)
    except KeyFileError:
        if not file.exists():
            raise
        return key_files.load(file)


def _missing(file: Path) -> NoReturn:
    key_files.load(file)
    raise KeyFileError(f"The key file {file} came back in this moment: try again.")
