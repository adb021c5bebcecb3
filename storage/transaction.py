"""One transaction: runs statements, and ends once."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Executable
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.refusals import FAILURES, refusal_of

Values = Mapping[str, Any]


class Transaction:
    """What the parts of a unit of work share.

    `revision` is that of office hours as this transaction saw it; None while it is not known.
    """

    __slots__ = ("_connection", "_over", "_writable", "postgres", "revision")

    def __init__(self, connection: AsyncConnection, *, writable: bool) -> None:
        self._connection = connection
        self._writable = writable
        self._over = ""
        self.revision: int | None = None
        self.postgres = connection.dialect.name == "postgresql"

    async def run(
        self, statement: Executable, values: Values | Sequence[Values] | None = None
    ) -> Sequence[Any]:
        """Run one statement; rows, none when it gives none.

        Raises:
            BusyError: Others held the database or a row too long.
            DatabaseError: The database cannot be used any more.
            StatementError: A mistake in our code.
        """
        if self._over:
            raise RuntimeError(self._over)
        try:
            result = await self._connection.execute(statement, values)
        except FAILURES as failure:
            self.spoil()
            raise refusal_of(failure, self._connection.engine.url) from None
        return result.all() if result.returns_rows else ()

    async def first(self, statement: Executable, values: Values | None = None) -> Any:
        """The first row, or None."""
        rows = await self.run(statement, values)
        return rows[0] if rows else None

    def only_reads(self) -> None:
        """See that what is read once may be kept for this work.

        Raises:
            RuntimeError: This work may change it.
        """
        if self._writable:
            raise RuntimeError("a work that writes reads again whatever it is asked")

    def spoil(self) -> None:
        """Refuse everything from here on: what was done is half of something."""
        self._over = "this work was refused halfway; open another one"

    async def commit(self) -> None:
        """Keep everything; ends the transaction.

        Raises:
            BusyError: Others held the database too long.
            DatabaseError: The database cannot be used any more.
        """
        if self._over or not self._writable:
            raise RuntimeError(self._over or "this work only reads")
        self._over = "this work is over"
        try:
            await self._connection.commit()
        except FAILURES as failure:
            raise refusal_of(failure, self._connection.engine.url) from None
