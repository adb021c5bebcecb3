"""The unit of work: one transaction and everything that happens in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from flows.ports import (
    Appointments,
    AuditLog,
    Awaiting,
    Bans,
    Desks,
    Hours,
    Inbox,
    Invitations,
    Outbox,
    People,
    PublishedNumbers,
    Tally,
    Waiting,
    Work,
)
from storage.appointments import SqlAppointments
from storage.audit import SqlAuditLog
from storage.awaiting import SqlAwaiting
from storage.bans import SqlBans
from storage.demand.published import SqlPublishedNumbers
from storage.demand.tally import SqlTally
from storage.desks import SqlDesks
from storage.engine import Engine
from storage.hours import SqlHours
from storage.inbox import SqlInbox
from storage.invitations import SqlInvitations
from storage.keystore import KeyStore
from storage.outbox import SqlOutbox
from storage.people import SqlPeople
from storage.personal import PersonKeys
from storage.sealing import Sealer
from storage.transaction import Transaction
from storage.waiting import SqlWaiting


class SqlWork:
    """`flows.ports.Work`."""

    __slots__ = (
        "_tx",
        "appointments",
        "audit",
        "awaiting",
        "bans",
        "desks",
        "hours",
        "inbox",
        "invitations",
        "outbox",
        "people",
        "published",
        "tally",
        "waiting",
    )

    def __init__(self, tx: Transaction, sealer: Sealer, keys: PersonKeys) -> None:
        self._tx = tx
        self.people: People = SqlPeople(tx, sealer, keys)
        self.appointments: Appointments = SqlAppointments(tx, keys)
        self.waiting: Waiting = SqlWaiting(tx)
        self.hours: Hours = SqlHours(tx)
        self.outbox: Outbox = SqlOutbox(tx)
        self.inbox: Inbox = SqlInbox(tx)
        self.awaiting: Awaiting = SqlAwaiting(tx)
        self.invitations: Invitations = SqlInvitations(tx)
        self.desks: Desks = SqlDesks(tx)
        self.audit: AuditLog = SqlAuditLog(tx)
        self.bans: Bans = SqlBans(tx, sealer)
        self.tally: Tally = SqlTally(tx, sealer)
        self.published: PublishedNumbers = SqlPublishedNumbers(tx)

    async def commit(self) -> None:
        """Keep everything that was done; any further use is an error."""
        await self._tx.commit()


class Store:
    """Opens units of work; `storage.releasing` opens the one that releases numbers."""

    __slots__ = ("_sealer", "engine", "keys")

    def __init__(self, engine: Engine, sealer: Sealer, keys: KeyStore) -> None:
        self.engine = engine
        self._sealer = sealer
        self.keys = PersonKeys(keys, sealer)

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """One transaction that may write, rolled back unless committed.

        Raises:
            BusyError: Others held the database too long.
        """
        async with self.engine.writing() as tx:
            yield SqlWork(tx, self._sealer, self.keys)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Work]:
        """One view of the database that only reads; committing is an error."""
        async with self.engine.reading() as tx:
            yield SqlWork(tx, self._sealer, self.keys)
