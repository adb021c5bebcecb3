"""Everything said unasked.

A row wants attention at `wake_at`: a pending one when it is due, a sending one when its lease
runs out; a settled one never again, so claiming stays fast whatever lies behind.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, bindparam, case, exists, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql.dml import ReturningUpdate

from flows.model import (
    Appointment,
    AppointmentId,
    Claimed,
    MessageId,
    Notice,
    NoticeKind,
    NoticeState,
    Pacing,
    PersonId,
    Settled,
)
from storage.tables import notice as notices
from storage.tables import rate
from storage.transaction import Transaction

_ADD = insert(notices).on_conflict_do_nothing(index_elements=["dedup_key"])
_ALONE = case(
    (notices.c.attempts > notices.c.unanswered, 1),
    (notices.c.kind.in_(bindparam("beside", expanding=True)), 0),
    else_=1,
).label("alone")
"""What may not stand beside others, or in the hand of a sender that died of it."""
_AWAKE = (
    select(notices.c.id, notices.c.wake_at, _ALONE)
    .where(notices.c.wake_at <= bindparam("now"))
    .order_by(notices.c.wake_at, notices.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_earlier = notices.alias("earlier")
_IN_TURN = _AWAKE.where(
    ~exists().where(
        _earlier.c.person == notices.c.person,
        _earlier.c.claimed_at > bindparam("rested_from"),
        _earlier.c.claimed_at <= bindparam("lease_end"),  # beyond: by a clock that was wrong
    )
)


def _claim(awake: Select[Any]) -> ReturningUpdate[Any]:
    """The oldest up to the first that is to be alone; that one by itself.

    Found once and kept: PostgreSQL may ask a subquery again, and then takes more than `most`.
    """
    found = awake.cte("awake").prefix_with("MATERIALIZED", dialect="postgresql")
    by_age = (found.c.wake_at, found.c.id)
    ordered = select(
        found.c.id,
        func.row_number().over(order_by=by_age).label("nth"),
        func.sum(found.c.alone).over(order_by=by_age).label("blocked"),
    ).subquery("ordered")
    taken = select(ordered.c.id).where(or_(ordered.c.nth == 1, ordered.c.blocked == 0))
    return (
        update(notices)
        .where(notices.c.id.in_(taken))
        .values(
            state=NoticeState.SENDING,
            attempts=notices.c.attempts + 1,
            wake_at=bindparam("lease_end"),
            claimed_at=bindparam("now"),
        )
        .returning(notices)
    )


_CLAIM, _CLAIM_IN_TURN = _claim(_AWAKE), _claim(_IN_TURN)
_RATE = rate.c.name == "unasked"
_FREE = select(rate.c.free_at).where(_RATE).with_for_update()
_BEGIN = (
    insert(rate)
    .values(name="unasked", free_at=bindparam("at"))
    .on_conflict_do_nothing(index_elements=["name"])
)
_SPEND = update(rate).where(_RATE).values(free_at=bindparam("at"))
_HOLD_OFF = _SPEND.where(rate.c.free_at < bindparam("at"))
_DROP = (
    update(notices)
    .where(notices.c.state == NoticeState.PENDING)
    .values(state=NoticeState.DROPPED, wake_at=None, reason=bindparam("why"))
)
_WITHDRAW = _DROP.where(notices.c.appointment == bindparam("talk"))
_RECALL = _WITHDRAW.where(
    notices.c.person == bindparam("whose"), notices.c.kind == bindparam("which")
).returning(notices.c.id)
_QUIET = _WITHDRAW.where(notices.c.person == bindparam("whose"))
_HEARD = (
    select(notices.c.kind)
    .where(
        notices.c.appointment == bindparam("talk"),
        notices.c.version == bindparam("as_it_was"),
        notices.c.person == bindparam("whose"),
        notices.c.kind.in_(bindparam("kinds", expanding=True)),
        notices.c.state == NoticeState.SENT,
    )
    .order_by(notices.c.id.desc())
    .limit(1)
)
_SILENCE = _DROP.where(notices.c.person == bindparam("whose"))
_REVIVE = (
    update(notices)
    .where(
        notices.c.person == bindparam("whose"),
        notices.c.state == NoticeState.DROPPED,
        notices.c.reason == "unreachable",
        notices.c.expires_at > bindparam("now"),
    )
    .values(state=NoticeState.PENDING, wake_at=notices.c.due_at, reason="revived")
)
_SETTLE = (
    update(notices)
    .where(notices.c.id == bindparam("claimed"), notices.c.state == NoticeState.SENDING)
    .values(
        state=bindparam("ended"),
        reason=bindparam("why"),
        wake_at=bindparam("retry_at"),
        attempts=notices.c.attempts - bindparam("unsent"),
        unanswered=notices.c.unanswered + bindparam("silent"),
        sent_as=bindparam("message_sent"),
    )
)
_NEXT = select(func.min(notices.c.wake_at)).where(notices.c.wake_at.is_not(None))


def _row_of(notice: Notice) -> dict[str, Any]:
    return {
        "dedup_key": notice.dedup_key,
        "kind": notice.kind,
        "person": notice.person,
        "step": notice.step,
        "due_at": notice.due_at,
        "expires_at": notice.expires_at,
        "appointment": notice.appointment,
        "version": notice.version,
        "message": notice.message,
        "state": NoticeState.PENDING,
        "wake_at": notice.due_at,
    }


def _claimed_of(row: Any) -> Claimed:
    notice = Notice(
        dedup_key=row.dedup_key,
        kind=row.kind,
        person=PersonId(row.person),
        step=row.step,
        due_at=row.due_at,
        expires_at=row.expires_at,
        appointment=None if row.appointment is None else AppointmentId(row.appointment),
        version=row.version,
        message=None if row.message is None else MessageId(row.message),
    )
    return Claimed(row.id, notice, row.attempts - 1, row.unanswered)


def _ending_of(ended: Settled) -> dict[str, Any]:
    again = ended.state is NoticeState.PENDING
    if ended.state is NoticeState.SENDING or again != (ended.retry_at is not None):
        raise ValueError("a claimed notice ends, or is tried again at a moment")
    return {
        "claimed": ended.claimed,
        "ended": ended.state,
        "why": ended.reason,
        "retry_at": ended.retry_at,
        "unsent": int(ended.unsent),
        "silent": int(ended.unanswered),
        "message_sent": ended.sent_as,
    }


def _sorted(rows: Sequence[Any]) -> list[Claimed]:
    claimed = map(_claimed_of, rows)
    return sorted(claimed, key=lambda each: (each.notice.due_at, each.id))


class SqlOutbox:
    """`flows.ports.Outbox`."""

    __slots__ = ("_tx",)

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def add(self, notices: Sequence[Notice]) -> None:
        """Queue notices; one whose `dedup_key` is known already is left out."""
        if notices:
            await self._tx.run(_ADD, [_row_of(each) for each in notices])

    async def withdraw(self, appointment: AppointmentId) -> None:
        """Drop the pending notices of a talk."""
        await self._tx.run(_WITHDRAW, {"talk": appointment, "why": "withdrawn"})

    async def quiet(self, appointment: AppointmentId, person: PersonId) -> None:
        """Drop the pending notices of a talk to one person."""
        values = {"talk": appointment, "whose": person, "why": "withdrawn"}
        await self._tx.run(_QUIET, values)

    async def recall(self, appointment: AppointmentId, person: PersonId, kind: NoticeKind) -> bool:
        """Drop the pending notices of one kind; False when none was: it was said, or never."""
        values = {"talk": appointment, "whose": person, "which": kind, "why": "recalled"}
        return await self._tx.first(_RECALL, values) is not None

    async def heard(
        self, talk: Appointment, person: PersonId, kinds: Sequence[NoticeKind]
    ) -> NoticeKind | None:
        """Which of these kinds a person surely heard last of a talk as it is now."""
        values = {"talk": talk.id, "as_it_was": talk.version, "whose": person, "kinds": kinds}
        row = await self._tx.first(_HEARD, values)
        return None if row is None else row.kind

    async def silence(self, person: PersonId) -> None:
        """Drop the pending notices of a person who can no longer be reached."""
        await self._tx.run(_SILENCE, {"whose": person, "why": "unreachable"})

    async def revive(self, person: PersonId, now: datetime) -> None:
        """Queue again what was dropped by `silence` and has not expired."""
        await self._tx.run(_REVIVE, {"whose": person, "now": now})

    async def claim(
        self,
        now: datetime,
        lease: timedelta,
        most: int,
        pacing: Pacing | None = None,
        beside: Iterable[NoticeKind] = tuple(NoticeKind),
    ) -> list[Claimed]:
        """Take due notices, oldest first, in one statement: state `sending`, leased.

        Several only of the kinds in `beside`, and none that a sender died of: such a one is taken
        by itself, when it is the oldest.

        A notice whose lease ran out while `sending` comes back with its attempts counted. Rows
        that another sender is claiming are passed over, not waited for.

        With `pacing` those are left out whose person was told something less than `rest` ago.
        The turns come from one row, locked until the end of this work: each claimed notice has
        one of its own, the first of them at most `apart` from now. While that row says that
        nothing may be said, nothing is claimed; what it says of a moment beyond `longest` does
        not count.
        """
        values = {"now": now, "lease_end": now + lease, "most": most, "beside": list(beside)}
        if pacing is None:
            return _sorted(await self._tx.run(_CLAIM, values))
        free_at = await self._free_at(now)
        turn = free_at if now < free_at <= now + pacing.longest else now
        if turn > now + pacing.apart:
            return []
        values["rested_from"] = now - pacing.rest
        claimed = _sorted(await self._tx.run(_CLAIM_IN_TURN, values))
        if claimed:
            await self._tx.run(_SPEND, {"at": turn + len(claimed) * pacing.apart})
        return [replace(each, not_before=turn + n * pacing.apart) for n, each in enumerate(claimed)]

    async def _free_at(self, now: datetime) -> datetime:
        """From when something may be said; locks the row, or makes it."""
        row = await self._tx.first(_FREE)
        if row is None:
            await self._tx.run(_BEGIN, {"at": now})
            row = await self._tx.first(_FREE)
        free_at: datetime = row.free_at
        return free_at

    async def hold_off(self, until: datetime) -> None:
        """Nothing that is paced is claimed before this moment."""
        await self._free_at(until)
        await self._tx.run(_HOLD_OFF, {"at": until})

    async def settle(self, ended: Sequence[Settled]) -> None:
        """Write down how claimed notices ended; only what is `sending` changes.

        Raises:
            ValueError: `PENDING` without `retry_at`, another state with it, or `SENDING`.
        """
        if ended:
            await self._tx.run(_SETTLE, [_ending_of(each) for each in ended])

    async def next_due(self) -> datetime | None:
        """The earliest moment at which a notice is or was due, or a lease runs out."""
        row = await self._tx.first(_NEXT)
        due: datetime | None = row[0]
        return due
