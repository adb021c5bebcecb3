"""What workers said about being there: one mark a worker, school and day."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert

from flows.model import Mark, SchoolId, WorkerId
from storage.tables import presence
from storage.transaction import Transaction

_ON = presence.c["on"]
_MARKS = select(presence).order_by(_ON, presence.c.worker, presence.c.school)
_AT_SCHOOL = _MARKS.where(
    presence.c.school == bindparam("school"), _ON.between(bindparam("first"), bindparam("last"))
)
_DAY_OF_WORKER = (presence.c.worker == bindparam("worker"), presence.c["on"] == bindparam("day"))
_OF_WORKER = _MARKS.where(*_DAY_OF_WORKER)
_SAY = insert(presence)
_SET = _SAY.on_conflict_do_update(
    index_elements=["worker", "school", "on"],
    set_={name: _SAY.excluded[name] for name in ("known", "until_at", "said_at")},
)


def _mark_of(row: Any) -> Mark:
    return Mark(WorkerId(row.worker), SchoolId(row.school), row.on, row.known, row.until_at)


class SqlPresences:
    """`flows.ports.Presences`."""

    __slots__ = ("_tx",)

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def on(self, school: SchoolId, first_on: date, last_on: date) -> list[Mark]:
        """The marks of a school, both dates included, by day and worker."""
        values = {"school": school, "first": first_on, "last": last_on}
        return [_mark_of(row) for row in await self._tx.run(_AT_SCHOOL, values)]

    async def of_worker(self, worker: WorkerId, on: date) -> list[Mark]:
        """The marks of a worker on a day, any school."""
        rows = await self._tx.run(_OF_WORKER, {"worker": worker, "day": on})
        return [_mark_of(row) for row in rows]

    async def set(self, mark: Mark, at: datetime) -> None:
        """Say it, in place of what was said before."""
        row = {
            "worker": mark.worker,
            "school": mark.school,
            "on": mark.on,
            "known": mark.known,
            "until_at": mark.until_at,
            "said_at": at,
        }
        await self._tx.run(_SET, row)
