"""The audit log: lines are added, read in order and forgotten, never changed."""

from datetime import datetime

from sqlalchemy import bindparam, insert, select

from flows.audit import AuditEvent
from storage.tables import audit
from storage.transaction import Transaction

_ADD = insert(audit)
_SINCE = (
    select(audit.c.at, audit.c.agent, audit.c.action, audit.c.entity)
    .where(audit.c.at >= bindparam("at"))
    .order_by(audit.c.at, audit.c.id)
)


class SqlAuditLog:
    """`flows.ports.AuditLog`."""

    __slots__ = ("_tx",)

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def add(self, event: AuditEvent) -> None:
        """Write it down, in the transaction of what was done."""
        row = {
            "at": event.at,
            "agent": event.agent,
            "action": event.action,
            "entity": event.entity,
        }
        await self._tx.run(_ADD, row)

    async def since(self, at: datetime) -> list[AuditEvent]:
        """What was done from a moment on, in order."""
        return [AuditEvent(*row) for row in await self._tx.run(_SINCE, {"at": at})]
