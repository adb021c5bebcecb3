"""The true counters, to add to only: nothing here reads one."""

import hmac
import secrets
from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import LargeBinary, String, bindparam, delete, exists, select, union_all
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql.dml import ReturningInsert

from flows.ports import Counter
from storage.demand.weeks import WEEK, WEEK_KEY
from storage.sealing import Sealer
from storage.tables import demand_closed as closed
from storage.tables import demand_counter as counters
from storage.tables import demand_plan as plans
from storage.tables import demand_seen as seen
from storage.tables import demand_week as weeks
from storage.transaction import Transaction

_KEY_BYTES = 32
_TAG_BYTES = 16

_COUNTER = ("table", "period", "cell")
_PERIOD = bindparam("period", type_=String)
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
    select(plans.c.first_week, plans.c.content, _FIND_KEY.scalar_subquery().label("key"))
    .where(plans.c.first_week <= _PERIOD)
    .order_by(plans.c.first_week.desc())
    .limit(1)
)
_SET_PLAN = insert(plans).on_conflict_do_nothing(index_elements=["first_week"])


@cache
def _adding(several: int) -> ReturningInsert[Any]:
    """The statement that adds to so many counters, to each whose period is not closed."""
    amount = bindparam("amount", type_=counters.c.count.type)
    rows = [[bindparam(f"{name}{n}", type_=String) for name in _COUNTER] for n in range(several)]
    still_open = [
        select(*row, amount).where(
            ~exists().where(closed.c["table"] == row[0], closed.c.period == row[1])
        )
        for row in rows
    ]
    adding = insert(counters).from_select([*_COUNTER, "count"], union_all(*still_open))
    return adding.on_conflict_do_update(
        index_elements=_COUNTER, set_={"count": counters.c.count + adding.excluded["count"]}
    ).returning(*(counters.c[name] for name in _COUNTER))


class SqlTally:
    """`flows.ports.Tally`."""

    __slots__ = ("_keys", "_sealer", "_tx")

    def __init__(self, tx: Transaction, sealer: Sealer) -> None:
        self._tx = tx
        self._sealer = sealer
        self._keys: dict[str, bytes] = {}

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
        key = await self._key(week, make=False)
        if key is None:
            return False
        values = {"period": week, "tag": _tag(key, who)}
        return await self._tx.first(_UNSEE, values) is not None

    async def is_open(self, week: str) -> bool:
        """Tell whether a week is not closed yet."""
        return await self._tx.first(_CLOSED, {"period": week}) is None

    async def add(self, table: str, period: str, cell: str, amount: int = 1) -> bool:
        """Count; False (and nothing counted) when the period is closed."""
        return not await self.add_all([(table, period, cell)], amount)

    async def add_all(self, named: Sequence[Counter], amount: int = 1) -> list[Counter]:
        """Count in different counters, in this order; gives those whose period is closed.

        In these nothing was counted.
        """
        values: dict[str, str | int] = {"amount": amount}
        for n, counter in enumerate(named):
            values |= {f"{name}{n}": of for name, of in zip(_COUNTER, counter, strict=True)}
        rows = await self._tx.run(_adding(len(named)), values)
        counted = {tuple(row) for row in rows}
        return [each for each in named if each not in counted]

    async def plan(self, week: str) -> tuple[str, str] | None:
        """The plan that counts in a week, from which week on, and as `set_plan` wrote it.

        The week's key comes along, for who asks for a plan is about to count.
        """
        row = await self._tx.first(_PLAN, {"period": week})
        if row is None:
            return None
        self._keep(week, row.key)
        return row.first_week, row.content

    async def set_plan(self, first_week: str, content: str) -> None:
        """Let a plan count from a week on, unless one was written down for it already."""
        await self._tx.run(_SET_PLAN, {"first_week": first_week, "content": content})

    async def _key(self, week: str, *, make: bool = True) -> bytes | None:
        """The week's random key, made on first use; None when the week is closed.

        Read once: a week that closes meanwhile takes its tags with it, and lets no new one in.
        """
        if week not in self._keys:
            await self._find_key(week)
        if week not in self._keys and make:
            made = secrets.token_bytes(_KEY_BYTES).hex()
            sealed = self._sealer.seal(WEEK_KEY, week, made)
            await self._tx.run(_MAKE_KEY, {"period": week, "key": sealed})
            await self._find_key(week)
        return self._keys.get(week)

    async def _find_key(self, week: str) -> None:
        row = await self._tx.first(_FIND_KEY, {"period": week})
        self._keep(week, row and row.key)

    def _keep(self, week: str, sealed: bytes | None) -> None:
        if sealed is not None:
            self._keys[week] = bytes.fromhex(self._sealer.open(WEEK_KEY, week, sealed))


def _tag(key: bytes, who: str) -> bytes:
    return hmac.digest(key, who.encode(), "sha256")[:_TAG_BYTES]
