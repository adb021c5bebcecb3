"""Updates whose effect is done, written in the transaction of that effect."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert

from flows.errors import AlreadyDoneError
from storage.tables import aside, inbox
from storage.transaction import Transaction

_OUTCOME = select(inbox.c.outcome).where(inbox.c.update == bindparam("number"))
_ADD = insert(inbox).on_conflict_do_nothing(index_elements=["update"]).returning(inbox.c.update)
_SET_ASIDE = insert(aside).on_conflict_do_nothing(index_elements=["update"])


class SqlInbox:
    """`flows.ports.Inbox`."""

    __slots__ = ("_tx",)

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def outcome(self, update: int) -> str | None:
        """The packed show step that came of an update, if it was done."""
        row = await self._tx.first(_OUTCOME, {"number": update})
        return None if row is None else str(row.outcome)

    async def add(self, update: int, outcome: str, at: datetime) -> None:
        """Remember it, in the same transaction as its effect.

        Raises:
            AlreadyDoneError: Another replica was first; the work is spoilt.
        """
        row = {"update": update, "outcome": outcome, "done_at": at}
        if await self._tx.first(_ADD, row) is None:
            self._tx.spoil()
            raise AlreadyDoneError

    async def set_aside(self, update: int, error: str, at: datetime) -> None:
        """Remember that an update could not be handled, and the class of the error."""
        await self._tx.run(_SET_ASIDE, {"update": update, "error": error, "done_at": at})
