"""The true counters, to add to only: nothing here reads one."""

import hmac
import secrets

from sqlalchemy import LargeBinary, String, bindparam, delete, exists, select
from sqlalchemy.dialects.postgresql import insert

from storage.demand.weeks import WEEK
from storage.sealing import Sealer
from storage.tables import demand_closed as closed
from storage.tables import demand_counter as counters
from storage.tables import demand_plan as plans
from storage.tables import demand_seen as seen
from storage.tables import demand_week as weeks
from storage.transaction import Transaction

_KEY = "demand_week.key"
_KEY_BYTES = 32
_TAG_BYTES = 16

_PERIOD = bindparam("period", type_=String)
_OPEN = ~exists().where(
    closed.c["table"] == bindparam("table", type_=String), closed.c.period == _PERIOD
)
_COUNT = insert(counters).from_select(
    ["table", "period", "cell", "count"],
    select(
        bindparam("table", type_=String),
        _PERIOD,
        bindparam("cell", type_=String),
        bindparam("amount", type_=counters.c.count.type),
    ).where(_OPEN),
)
_ADD = _COUNT.on_conflict_do_update(
    index_elements=["table", "period", "cell"],
    set_={"count": counters.c.count + _COUNT.excluded["count"]},
).returning(counters.c.cell)
_FIND_KEY = select(weeks.c.key).where(weeks.c.period == _PERIOD)
_MAKE_KEY = (
    insert(weeks)
    .from_select(
        ["period", "key"],
        select(_PERIOD, bindparam("key", type_=LargeBinary)).where(
            ~exists().where(closed.c["table"] == WEEK, closed.c.period == _PERIOD)
        ),
    )
    .on_conflict_do_nothing(index_elements=["period"])
)
_SEE = insert(seen).on_conflict_do_nothing().returning(seen.c.period)
_UNSEE = (
    delete(seen)
    .where(seen.c.period == _PERIOD, seen.c.tag == bindparam("tag", type_=LargeBinary))
    .returning(seen.c.period)
)
_CLOSED = select(closed.c.period).where(closed.c["table"] == WEEK, closed.c.period == _PERIOD)
_PLAN = (
    select(plans.c.first_week, plans.c.content)
    .where(plans.c.first_week <= _PERIOD)
    .order_by(plans.c.first_week.desc())
    .limit(1)
)
_SET_PLAN = insert(plans).on_conflict_do_nothing(index_elements=["first_week"])


class SqlTally:
    """`flows.ports.Tally`."""

    __slots__ = ("_sealer", "_tx")

    def __init__(self, tx: Transaction, sealer: Sealer) -> None:
        self._tx = tx
        self._sealer = sealer

    async def first_of_week(self, week: str, who: str) -> bool:
        """True the first time somebody is seen in the week, by keyed tag; False after.

        False, too, once the week is closed: its key is gone, and nothing counts.
        """
        key = await self._key(week)
        if key is None:
            return False
        values = {"period": week, "tag": _tag(key, who)}
        return await self._tx.first(_SEE, values) is not None

    async def unsee(self, week: str, who: str) -> bool:
        """Take a tag back; True when it was there."""
        row = await self._tx.first(_FIND_KEY, {"period": week})
        if row is None:
            return False
        values = {"period": week, "tag": _tag(self._opened(week, row.key), who)}
        return await self._tx.first(_UNSEE, values) is not None

    async def is_open(self, week: str) -> bool:
        """Tell whether a week is not closed yet."""
        return await self._tx.first(_CLOSED, {"period": week}) is None

    async def add(self, table: str, period: str, cell: str, amount: int = 1) -> bool:
        """Count; False (and nothing counted) when the period is closed."""
        values = {"table": table, "period": period, "cell": cell, "amount": amount}
        return await self._tx.first(_ADD, values) is not None

    async def plan(self, week: str) -> tuple[str, str] | None:
        """The plan that counts in a week, from which week on, and as `set_plan` wrote it."""
        row = await self._tx.first(_PLAN, {"period": week})
        return None if row is None else (row.first_week, row.content)

    async def set_plan(self, first_week: str, content: str) -> None:
        """Let a plan count from a week on, unless one was written down for it already."""
        await self._tx.run(_SET_PLAN, {"first_week": first_week, "content": content})

    async def _key(self, week: str) -> bytes | None:
        """The week's random key, made on first use; None when the week is closed."""
        row = await self._tx.first(_FIND_KEY, {"period": week})
        if row is None:
            made = secrets.token_bytes(_KEY_BYTES).hex()
            sealed = self._sealer.seal(None, _KEY, week, made)
            await self._tx.run(_MAKE_KEY, {"period": week, "key": sealed})
            row = await self._tx.first(_FIND_KEY, {"period": week})
        return None if row is None else self._opened(week, row.key)

    def _opened(self, week: str, sealed: bytes) -> bytes:
        return bytes.fromhex(self._sealer.open(None, _KEY, week, sealed))


def _tag(key: bytes, who: str) -> bytes:
    return hmac.digest(key, who.encode(), "sha256")[:_TAG_BYTES]
