"""The unit of work of the release job: the only one that reads and destroys true counters."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from flows.ports import Coordinators, Hours, Outbox, Release, ReleaseWork
from storage.demand.release import SqlRelease
from storage.engine import Engine
from storage.hours import SqlHours
from storage.outbox import SqlOutbox
from storage.staff import SqlCoordinators
from storage.transaction import Transaction


class SqlReleaseWork:
    """`flows.ports.ReleaseWork`."""

    __slots__ = ("_tx", "hours", "outbox", "people", "release")

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self.hours: Hours = SqlHours(tx)
        self.people: Coordinators = SqlCoordinators(tx)
        self.outbox: Outbox = SqlOutbox(tx)
        self.release: Release = SqlRelease(tx)

    async def commit(self) -> None:
        """Keep everything that was done; any further use is an error."""
        await self._tx.commit()


class Releasing:
    """Opens the transaction of a release."""

    __slots__ = ("_engine",)

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[ReleaseWork]:
        """One transaction, rolled back unless committed.

        Raises:
            BusyError: Others held the database too long.
        """
        async with self._engine.writing() as tx:
            yield SqlReleaseWork(tx)
