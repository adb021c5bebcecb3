"""What was changed about office hours, and what workers said about being there.

Every change makes the revision grow, in its own transaction: whoever kept the hours of an
earlier one reads again. The revision comes along with the person who asks (`storage.people`).
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Table, bindparam, delete, select, update
from sqlalchemy.dialects.postgresql import insert

from flows.changes import Block, Changes, Closing, Departure
from flows.model import (
    Absence,
    AbsenceId,
    Mark,
    Mode,
    Opening,
    Origin,
    ScheduleId,
    SchoolId,
    Span,
    WorkerId,
)
from flows.programme import Schedule
from storage.columns import new_id
from storage.tables import (
    absence,
    departure,
    hours_block,
    hours_closing,
    hours_end,
    hours_extra,
    hours_schedule,
    presence,
    revision,
)
from storage.transaction import Transaction

HOURS = "hours"
_REVISION = select(revision.c.number).where(revision.c.name == HOURS)
_FIRST = insert(revision).values(name=HOURS, number=1)
_GROW = _FIRST.on_conflict_do_update(
    index_elements=["name"], set_={"number": revision.c.number + 1}
).returning(revision.c.number)
_SAY = insert(presence)
_SET_MARK = _SAY.on_conflict_do_update(
    index_elements=["worker", "school", "on"],
    set_={name: _SAY.excluded[name] for name in ("known", "until_at", "room", "said_at")},
)
_END = insert(hours_end)
_SET_END = _END.on_conflict_do_update(
    index_elements=["schedule"], set_={"last_on": _END.excluded.last_on}
)
_CUT = update(absence).where(absence.c.id == bindparam("which")).values(end_at=bindparam("new_end"))
_LEAVE = insert(departure)
_SET_LEFT = _LEAVE.on_conflict_do_update(
    index_elements=["worker"],
    set_={name: _LEAVE.excluded[name] for name in ("name", "colleague", "left_at")},
)
_MARKS = select(presence).where(presence.c["on"] >= bindparam("first"))
_SCHEDULES = select(hours_schedule).order_by(hours_schedule.c.made_at, hours_schedule.c.id)


_MODES = {each.value: each for each in Mode}


class SqlHours:
    """`flows.ports.Hours`."""

    __slots__ = ("_tx", "changed_here")

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self.changed_here = False

    async def revision(self) -> int:
        """The number of the last change; 0 before the first. Often known already."""
        if self._tx.revision is None:
            row = await self._tx.first(_REVISION)
            self._tx.revision = 0 if row is None else row.number
        return self._tx.revision

    async def changes(self, since: datetime) -> Changes:
        """Every change that matters from a moment on, as it stands now."""
        number = await self.revision()
        first, later = since.date(), {"since": since}
        run = self._tx.run
        schedules = await run(_SCHEDULES)
        return Changes(
            revision=number,
            schedules=tuple(map(_schedule_of, schedules)),
            origins={ScheduleId(row.id): row.origin for row in schedules},
            ends={ScheduleId(row.schedule): row.last_on for row in await run(select(hours_end))},
            blocks=tuple(map(_block_of, await run(select(hours_block)))),
            closings=tuple(map(_closing_of, await run(_ENDING[hours_closing], {"first": first}))),
            extras=tuple(map(_extra_of, await run(_ENDING[hours_extra], later))),
            absences=tuple(map(_absence_of, await run(_ENDING[absence], later))),
            marks=tuple(map(_mark_of, await run(_MARKS, {"first": first}))),
            departures=tuple(map(_departure_of, await run(select(departure)))),
        )

    async def say(self, mark: Mark, at: datetime) -> None:
        """Say it about being there, in place of what was said before."""
        row = {
            "worker": mark.worker,
            "school": mark.school,
            "on": mark.on,
            "known": mark.known,
            "until_at": mark.until_at,
            "room": mark.room,
            "said_at": at,
        }
        await self._tx.run(_SET_MARK, row)
        await self._grow()

    async def add_absence(self, worker: WorkerId, span: Span, at: datetime) -> AbsenceId:
        """A worker is away."""
        made = AbsenceId(new_id())
        row = {"id": made, "worker": worker, **_moments(span), "made_at": at}
        await self._tx.run(insert(absence), row)
        await self._grow()
        return made

    async def end_absence(self, which: AbsenceId, end: datetime) -> None:
        """An absence ends earlier; nothing of it stays when that is before its start."""
        await self._tx.run(_CUT.where(absence.c.start_at < end), {"which": which, "new_end": end})
        gone = delete(absence).where(absence.c.id == which, absence.c.start_at >= end)
        await self._tx.run(gone)
        await self._grow()

    async def add_extra(self, opening: Opening, at: datetime) -> None:
        """Hours beside the schedule, once."""
        row = {
            "id": new_id(),
            "worker": opening.worker,
            "school": opening.school,
            **_moments(opening.span),
            **_how(opening),
            "made_at": at,
        }
        await self._tx.run(insert(hours_extra), row)
        await self._grow()

    async def add_closing(self, closing: Closing) -> None:
        """A school is closed."""
        row = {
            "id": new_id(),
            "school": closing.school,
            "first_on": closing.first_on,
            "last_on": closing.last_on,
            "closes": closing.closes,
            "made_at": closing.made_at,
        }
        await self._tx.run(insert(hours_closing), row)
        await self._grow()

    async def reopen(self, school: SchoolId, on: date) -> None:
        """The closings of a school that cover a date are taken back, whole."""
        covers = (hours_closing.c.first_on <= on, hours_closing.c.last_on >= on)
        await self._tx.run(delete(hours_closing).where(hours_closing.c.school == school, *covers))
        await self._grow()

    async def add_schedule(self, schedule: Schedule, origin: Origin, at: datetime) -> None:
        """Recurring hours; `schedule.id` is new."""
        row = {
            "id": schedule.id,
            "worker": schedule.worker,
            "school": schedule.school,
            "first_on": schedule.first_on,
            "rrule": schedule.rrule,
            "start": schedule.start,
            "duration_minutes": schedule.duration_minutes,
            "origin": origin,
            **_how(schedule),
            "made_at": at,
        }
        await self._tx.run(insert(hours_schedule), row)
        await self._grow()

    async def end_schedule(self, schedule: ScheduleId, last_on: date) -> None:
        """A schedule counts up to this date, in place of any other end said before."""
        await self._tx.run(_SET_END, {"schedule": schedule, "last_on": last_on})
        await self._grow()

    async def add_block(self, block: Block) -> None:
        """An hour of every week without office hours."""
        row = {
            "id": new_id(),
            "worker": block.worker,
            "weekday": block.weekday,
            "start": block.start,
            "duration_minutes": block.duration // timedelta(minutes=1),
            "first_on": block.first_on,
            "last_on": block.last_on,
        }
        await self._tx.run(insert(hours_block), row)
        await self._grow()

    async def end_block(self, which: int, last_on: date) -> None:
        """A block counts up to this date."""
        change = update(hours_block).where(hours_block.c.id == which)
        await self._tx.run(change.values(last_on=last_on))
        await self._grow()

    async def depart(self, left: Departure, at: datetime) -> None:
        """A worker left; said again, the colleague offered is another."""
        row = {"worker": left.worker, "name": left.name, "colleague": left.colleague}
        await self._tx.run(_SET_LEFT, {**row, "left_at": at})
        await self._grow()

    async def _grow(self) -> None:
        row = await self._tx.first(_GROW)
        self._tx.revision = row.number
        self.changed_here = True


def _ending_since(table: Table) -> Any:
    return select(table).where(table.c.end_at > bindparam("since")).order_by(table.c.start_at)


_ENDING: Mapping[Table, Any] = {
    absence: _ending_since(absence),
    hours_extra: _ending_since(hours_extra),
    hours_closing: select(hours_closing).where(hours_closing.c.last_on >= bindparam("first")),
}


def _moments(span: Span) -> dict[str, datetime]:
    return {"start_at": span.start, "end_at": span.end}


def _how(held: Opening | Schedule) -> dict[str, Any]:
    return {
        "room": held.room,
        "slot_minutes": held.slot_minutes,
        "buffer_minutes": held.buffer_minutes,
        "modes": " ".join(each.value for each in held.modes),
        "bookable": held.bookable,
        "walk_in": held.walk_in,
        "walk_in_share": held.walk_in_share,
    }


def _how_of(row: Any) -> dict[str, Any]:
    return {
        "room": row.room,
        "slot_minutes": row.slot_minutes,
        "buffer_minutes": row.buffer_minutes,
        "modes": tuple(_MODES[word] for word in row.modes.split()),
        "bookable": row.bookable,
        "walk_in": row.walk_in,
        "walk_in_share": row.walk_in_share,
    }


def _schedule_of(row: Any) -> Schedule:
    values = {
        "id": row.id,
        "worker": row.worker,
        "school": row.school,
        "first_on": row.first_on,
        "rrule": row.rrule,
        "start": row.start,
        "duration_minutes": row.duration_minutes,
    }
    return Schedule(**values, **_how_of(row))


def _block_of(row: Any) -> Block:
    return Block(
        WorkerId(row.worker),
        row.weekday,
        row.start,
        timedelta(minutes=row.duration_minutes),
        row.first_on,
        row.last_on,
        row.id,
    )


def _closing_of(row: Any) -> Closing:
    return Closing(SchoolId(row.school), row.first_on, row.last_on, row.closes, row.made_at, row.id)


def _extra_of(row: Any) -> Opening:
    return Opening(
        worker=WorkerId(row.worker),
        school=SchoolId(row.school),
        schedule=None,
        span=Span(row.start_at, row.end_at),
        origin=Origin.EXTRA,
        made_at=row.made_at,
        **_how_of(row),
    )


def _absence_of(row: Any) -> Absence:
    return Absence(WorkerId(row.worker), Span(row.start_at, row.end_at), AbsenceId(row.id))


def _departure_of(row: Any) -> Departure:
    colleague = None if row.colleague is None else WorkerId(row.colleague)
    return Departure(WorkerId(row.worker), row.name, colleague)


def _mark_of(row: Any) -> Mark:
    return Mark(
        WorkerId(row.worker), SchoolId(row.school), row.on, row.known, row.until_at, row.room
    )
