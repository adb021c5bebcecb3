"""Takes out what may not stay: a few rows at a time, so that nobody waits for it.

Each step finds some rows and takes them out in a transaction of its own, until none is left.
Stopped anywhere, the next run goes on; any number of replicas may run it.
"""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import bindparam, delete, exists, or_, select, update
from sqlalchemy.sql.dml import ReturningDelete

from flows.model import Status
from flows.retention import Cutoffs
from storage.engine import Engine
from storage.tables import (
    absence,
    aside,
    audit,
    awaiting,
    ban,
    hours_block,
    hours_closing,
    hours_end,
    hours_extra,
    hours_schedule,
    inbox,
    invitation,
    notice,
    occupancy,
    participant,
    person,
    presence,
    shown,
    staff,
    waiting,
)
from storage.tables import appointment as talks
from storage.transaction import Transaction

AT_ONCE = 200
"""Rows in one transaction."""

Step = Callable[[Transaction, Cutoffs], Awaitable[int]]

_CANCELLED = talks.c.status == Status.CANCELLED
_OVER = or_(
    talks.c.end_at <= bindparam("now"), _CANCELLED & (talks.c.changed_at <= bindparam("undone"))
)
_CALLED = (
    select(participant.c.id)
    .join(talks, talks.c.id == participant.c.appointment)
    .where(_OVER, or_(participant.c.phone.is_not(None), participant.c.label.is_not(None)))
    .limit(AT_ONCE)
)
_UNCALL = (
    update(participant)
    .where(participant.c.id.in_(bindparam("found", expanding=True)))
    .values(phone=None, label=None)
)
_DROPPED = _CANCELLED & (talks.c.changed_at <= bindparam("talks"))
_LINKED = (
    select(talks.c.id)
    .where(
        or_(talks.c.end_at <= bindparam("links"), _DROPPED),
        or_(
            exists().where(participant.c.appointment == talks.c.id),
            exists().where(occupancy.c.appointment == talks.c.id),
            exists().where(notice.c.appointment == talks.c.id),
        ),
    )
    .limit(AT_ONCE)
)
_UNLINK = [
    delete(each).where(each.c.appointment.in_(bindparam("found", expanding=True)))
    for each in (waiting, occupancy, notice, participant)
]
_GONE = (
    select(talks.c.id)
    .where(or_(talks.c.end_at <= bindparam("talks"), _DROPPED))
    .order_by(talks.c.end_at)
    .limit(AT_ONCE)
)
_IDLE = (
    person.c.seen_on < bindparam("idle_on"),
    ~exists().where(participant.c.person == person.c.id),
    ~exists().where(
        staff.c.person == person.c.id,
        staff.c.subject.in_(bindparam("listed", expanding=True)),
    ),
)
_FOUND_IDLE = select(person.c.id).where(*_IDLE).limit(AT_ONCE).with_for_update(skip_locked=True)
_FORGET = (
    delete(person)
    .where(person.c.id.in_(bindparam("found", expanding=True)), *_IDLE)
    .returning(person.c.id)
)
_SETTLED = (
    delete(notice)
    .where(
        notice.c.id.in_(
            select(notice.c.id)
            .where(
                notice.c.wake_at.is_(None),
                notice.c.appointment.is_(None),
                notice.c.expires_at <= bindparam("notices"),
            )
            .limit(AT_ONCE)
        )
    )
    .returning(notice.c.id)
)
_ENDED = select(hours_end.c.schedule).where(hours_end.c.last_on < bindparam("hours_on"))
_OWN_ENDED = select(hours_schedule.c.id).where(hours_schedule.c.id.in_(_ENDED)).limit(AT_ONCE)
"""Schedules of the config keep their ends: without, they would begin again."""


def _past(
    moment: Any, cutoff: str, given: Any, *, dates: bool = False
) -> ReturningDelete[tuple[Any]]:
    """Delete the rows whose moment has come, or whose date is over."""
    over = moment < bindparam(cutoff) if dates else moment <= bindparam(cutoff)
    return delete(moment.table).where(over).returning(given)


_DELETED: Mapping[str, ReturningDelete[tuple[Any]]] = {
    "invitations": _past(invitation.c.expires_at, "now", invitation.c.role),
    "awaited": _past(awaiting.c.expires_at, "now", awaiting.c.person),
    "absences": _past(absence.c.end_at, "hours", absence.c.id),
    "extras": _past(hours_extra.c.end_at, "hours", hours_extra.c.id),
    "closings": _past(hours_closing.c.last_on, "hours_on", hours_closing.c.id, dates=True),
    "blocks": _past(hours_block.c.last_on, "hours_on", hours_block.c.id, dates=True),
    "presences": _past(presence.c.on, "hours_on", presence.c.worker, dates=True),
    "updates": _past(inbox.c.done_at, "updates", inbox.c.update),
    "aside": _past(aside.c.done_at, "aside", aside.c.update),
    "audit": _past(audit.c.at, "audit", audit.c.id),
    "messages": _past(shown.c.at, "messages", shown.c.person),
    "bans": _past(ban.c.until_at, "now", ban.c.id),
}


async def prune(engine: Engine, until: Cutoffs, listed: Collection[str] = ()) -> Mapping[str, int]:
    """Take out all that may go by now.

    Args:
        engine: The database.
        until: Up to when.
        listed: Ids of workers and coordinators whom the config has; they are kept.

    Returns:
        How many rows by kind, without those of which there were none.

    Raises:
        BusyError: Others held the database too long; what was done is done.
        DatabaseError: It cannot be used.
    """
    steps: dict[str, Step] = {
        "numbers": _uncall,
        "links": _unlink,
        "talks": _drop_talks,
        "notices": _drop_notices,
        "schedules": _drop_schedules,
        "people": partial(_forget, listed=list(listed)),
        **{name: partial(_drop, gone) for name, gone in _DELETED.items()},
    }
    done = {name: await _in_turns(engine, step, until) for name, step in steps.items()}
    return {name: count for name, count in done.items() if count}


async def _in_turns(engine: Engine, step: Step, until: Cutoffs) -> int:
    """Do a step as often as it finds something; others write in between."""
    done = 0
    while True:
        async with engine.writing() as tx:
            found = await step(tx, until)
            await tx.commit()
        if not found:
            return done
        done += found


async def _uncall(tx: Transaction, until: Cutoffs) -> int:
    """Numbers to call, and for which child a talk was."""
    found = _first(await tx.run(_CALLED, {"now": until.now, "undone": until.undone}))
    if found:
        await tx.run(_UNCALL, {"found": found})
    return len(found)


async def _unlink(tx: Transaction, until: Cutoffs) -> int:
    """Whose talks were; with it everything that was said of them, and the time they took."""
    found = _first(await tx.run(_LINKED, {"links": until.links, "talks": until.talks}))
    if found:
        for each in _UNLINK:
            await tx.run(each, {"found": found})
    return len(found)


async def _drop_talks(tx: Transaction, until: Cutoffs) -> int:
    found = _first(await tx.run(_GONE, {"talks": until.talks}))
    if found:
        await tx.run(delete(talks).where(talks.c.id.in_(found)))
    return len(found)


async def _drop_notices(tx: Transaction, until: Cutoffs) -> int:
    return len(await tx.run(_SETTLED, {"notices": until.notices}))


async def _drop_schedules(tx: Transaction, until: Cutoffs) -> int:
    found = _first(await tx.run(_OWN_ENDED, {"hours_on": until.hours_on}))
    if found:
        await tx.run(delete(hours_schedule).where(hours_schedule.c.id.in_(found)))
        await tx.run(delete(hours_end).where(hours_end.c.schedule.in_(found)))
    return len(found)


async def _forget(tx: Transaction, until: Cutoffs, listed: Sequence[str]) -> int:
    """People who came no more; asked twice, for somebody may come in this moment."""
    asked = {"idle_on": until.idle_on, "listed": listed}
    found = _first(await tx.run(_FOUND_IDLE, asked))
    return len(await tx.run(_FORGET, {**asked, "found": found})) if found else 0


async def _drop(gone: ReturningDelete[tuple[Any]], tx: Transaction, until: Cutoffs) -> int:
    wanted = {name: getattr(until, name) for name in gone.compile().params}
    return len(await tx.run(gone, wanted))


def _first(rows: Sequence[Any]) -> list[Any]:
    return [row[0] for row in rows]
