"""Texts the bot asked for: one a person at most, each for a while."""

from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert

from flows.model import Awaited, PersonId
from storage.tables import awaiting
from storage.transaction import Transaction

_WAIT = insert(awaiting)
_PUT = _WAIT.on_conflict_do_update(
    index_elements=["person"],
    set_={name: _WAIT.excluded[name] for name in ("purpose", "step", "asked_at", "expires_at")},
)
_WAITS = select(awaiting.c.purpose).where(
    awaiting.c.person == bindparam("whose"), awaiting.c.expires_at > bindparam("now")
)
_TAKE = (
    delete(awaiting)
    .where(awaiting.c.person == bindparam("whose"))
    .returning(awaiting.c.purpose, awaiting.c.step, awaiting.c.asked_at, awaiting.c.expires_at)
)


class SqlAwaiting:
    """`flows.ports.Awaiting`."""

    __slots__ = ("_tx",)

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def put(
        self, person: PersonId, purpose: str, step: str, at: datetime, expires_at: datetime
    ) -> None:
        """Wait for a text, in place of what was waited for before."""
        row = {
            "person": person,
            "purpose": purpose,
            "step": step,
            "asked_at": at,
            "expires_at": expires_at,
        }
        await self._tx.run(_PUT, row)

    async def waits(self, person: PersonId, now: datetime) -> bool:
        """Tell whether a text is waited for."""
        return await self._tx.first(_WAITS, {"whose": person, "now": now}) is not None

    async def take(self, person: PersonId, now: datetime) -> Awaited | None:
        """Stop waiting, and tell for what; None when for nothing, or too long."""
        row = await self._tx.first(_TAKE, {"whose": person})
        if row is None or row.expires_at <= now:
            return None
        return Awaited(row.purpose, row.step, row.asked_at)
