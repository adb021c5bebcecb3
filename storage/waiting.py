"""Who is in line for an earlier time, what is held for whom, and what nobody is offered twice.

A talk's place in line counts only while the talk stands at the version it had when its person
came; a hold takes ticks of its worker as a talk does, until a moment.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert

from flows.model import Appointment, AppointmentId, Hold, PersonId, Place, Span, Time, WorkerId
from storage import occupancy
from storage.tables import appointment as talks
from storage.tables import hold as holds
from storage.tables import passed, person, waiting
from storage.talks import IS_BOOKED, TALK, appointment_of
from storage.transaction import Transaction

_JOIN = insert(waiting).on_conflict_do_nothing(index_elements=["appointment"])
_LEAVE = delete(waiting).where(waiting.c.appointment == bindparam("talk"))
_WAITS = (
    select(waiting.c.appointment)
    .join(talks, talks.c.id == waiting.c.appointment)
    .where(
        waiting.c.appointment == bindparam("talk"),
        waiting.c.person == bindparam("whose"),
        waiting.c.version == talks.c.version,
        IS_BOOKED,
    )
)
_STAYS = _WAITS.with_for_update()
_LINE = (
    select(
        *TALK,
        waiting.c.version.label("waits_at"),
        waiting.c.person,
        waiting.c.worker.label("only"),
        waiting.c.since_at,
        person.c.reachable,
    )
    .select_from(waiting)
    .join(talks, talks.c.id == waiting.c.appointment)
    .join(person, person.c.id == waiting.c.person)
    .order_by(waiting.c.since_at, waiting.c.id)
)
_HOLDS = select(holds).order_by(holds.c.until_at, holds.c.person)
_HELD = _HOLDS.where(holds.c.person == bindparam("whose"))
_HOLD = (
    insert(holds).on_conflict_do_nothing(index_elements=["person"]).returning(holds.c.appointment)
)
_RELEASE = delete(holds).where(holds.c.appointment == bindparam("talk"))
_PASS = insert(passed)
_PASS_BY = _PASS.on_conflict_do_nothing(index_elements=["appointment", "worker", "start_at"])
_OFFERED = _PASS.on_conflict_do_update(
    index_elements=["appointment", "worker", "start_at"],
    set_={"offered": _PASS.excluded.offered},
)
_FORGET = delete(passed).where(
    passed.c.appointment == bindparam("talk"),
    passed.c.worker == bindparam("whose"),
    passed.c.start_at == bindparam("start"),
    ~passed.c.offered,
)


class SqlWaiting:
    """`flows.ports.Waiting`."""

    __slots__ = ("_tx",)

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def join(
        self, talk: Appointment, whose: PersonId, worker: WorkerId | None, at: datetime
    ) -> None:
        """Put a talk's person in line behind all others, in place of an earlier version's place."""
        await self.leave(talk.id)
        row = {
            "appointment": talk.id,
            "version": talk.version,
            "person": whose,
            "worker": worker,
            "since_at": at,
        }
        await self._tx.run(_JOIN, row)

    async def leave(self, appointment: AppointmentId) -> None:
        """Take a talk out of line; what is held for it is free, what it passed is forgotten."""
        await occupancy.release(self._tx, appointment)
        await self._tx.run(_LEAVE, {"talk": appointment})

    async def waits(self, whose: PersonId, appointment: AppointmentId) -> bool:
        """Tell whether this talk of this person is in line, as it stands."""
        found = await self._tx.first(_WAITS, {"talk": appointment, "whose": whose})
        return found is not None

    async def line(self) -> list[Place]:
        """All who are in line, first come first; also those whose talk has changed since."""
        return [_place_of(row) for row in await self._tx.run(_LINE)]

    async def holds(self) -> list[Hold]:
        """Everything that is held, and what lapsed and was not released yet; soonest first."""
        return [_hold_of(row) for row in await self._tx.run(_HOLDS)]

    async def held(self, whose: PersonId) -> Hold | None:
        """What is held for a person, or lapsed."""
        row = await self._tx.first(_HELD, {"whose": whose})
        return None if row is None else _hold_of(row)

    async def hold(self, hold: Hold, at: datetime) -> bool:
        """Keep a time for a person; False when another is kept, or the talk is not in line.

        The talk stays as it is until the end of this work.

        Raises:
            SlotTakenError: The worker is occupied then.
        """
        row = {
            "person": hold.person,
            "appointment": hold.appointment,
            "worker": hold.worker,
            "start_at": hold.span.start,
            "end_at": hold.span.end,
            "until_at": hold.until_at,
        }
        in_line = {"talk": hold.appointment, "whose": hold.person}
        if not await self._tx.run(_STAYS, in_line) or not await self._tx.run(_HOLD, row):
            return False
        theirs = occupancy.of_worker(hold.worker)
        taken = (hold.appointment, theirs, (), hold.span, at, hold.until_at)
        await occupancy.take(self._tx, *taken)
        offered = _passed(hold.appointment, (hold.worker, hold.span.start), offered=True)
        await self._tx.run(_OFFERED, offered)
        return True

    async def release(self, appointment: AppointmentId) -> None:
        """Give back what is held for a talk; it stays in line."""
        await occupancy.release(self._tx, appointment)
        await self._tx.run(_RELEASE, {"talk": appointment})

    async def passed(self) -> Mapping[AppointmentId, Mapping[Time, bool]]:
        """Times that are not to be offered; True for those that were, False for passed by."""
        found: dict[AppointmentId, dict[Time, bool]] = {}
        for row in await self._tx.run(select(passed)):
            times = found.setdefault(AppointmentId(row.appointment), {})
            times[WorkerId(row.worker), row.start_at] = row.offered
        return found

    async def pass_by(self, appointment: AppointmentId, times: Collection[Time]) -> None:
        """These were free already, and not wanted."""
        if times:
            rows = [_passed(appointment, each, offered=False) for each in times]
            await self._tx.run(_PASS_BY, rows)

    async def forget(self, appointment: AppointmentId, times: Collection[Time]) -> None:
        """Times that were passed by are taken by now: when they free again, they are news."""
        for worker, start in times:
            await self._tx.run(_FORGET, {"talk": appointment, "whose": worker, "start": start})


def _passed(appointment: AppointmentId, time: Time, *, offered: bool) -> dict[str, Any]:
    worker, start = time
    return {"appointment": appointment, "worker": worker, "start_at": start, "offered": offered}


def _place_of(row: Any) -> Place:
    return Place(
        talk=appointment_of(row),
        version=row.waits_at,
        person=PersonId(row.person),
        worker=None if row.only is None else WorkerId(row.only),
        since_at=row.since_at,
        reachable=row.reachable,
    )


def _hold_of(row: Any) -> Hold:
    return Hold(
        appointment=AppointmentId(row.appointment),
        person=PersonId(row.person),
        worker=WorkerId(row.worker),
        span=Span(row.start_at, row.end_at),
        until_at=row.until_at,
    )
