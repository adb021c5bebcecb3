"""The unit of work of the release job: the only one that reads and destroys true counters."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from flows.ports import Hours, Outbox, People, Release, ReleaseWork
from storage.demand.release import SqlRelease
from storage.engine import Engine
from storage.hours import SqlHours
from storage.outbox import SqlOutbox
from storage.people import SqlPeople
from storage.sealing import Sealer
from storage.transaction import Transaction


class SqlReleaseWork:
    """`flows.ports.ReleaseWork`."""

    __slots__ = ("_tx", "hours", "outbox", "people", "release")

    def __init__(self, tx: Transaction, sealer: Sealer) -> None:
        self._tx = tx
        self.hours: Hours = SqlHours(tx)
        self.people: People = SqlPeople(tx, sealer)
        self.outbox: Outbox = SqlOutbox(tx)
        self.release: Release = SqlRelease(tx)

    async def commit(self) -> None:
        """Keep everything that was done; any further use is an error."""
        await self._tx.commit()


class Releasing:
    """Opens the transaction of a release."""

    __slots__ = ("_engine", "_sealer")

    def __init__(self, engine: Engine, sealer: Sealer) -> None:
        self._engine = engine
        self._sealer = sealer

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[ReleaseWork]:
        """One transaction, rolled back unless committed.

        Raises:
            BusyError: Others held the database too long.
        """
        async with self._engine.writing() as tx:
            yield SqlReleaseWork(tx, self._sealer)
