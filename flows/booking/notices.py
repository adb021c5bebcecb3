"""What others are told about a talk: rows of the outbox, never words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from flows.model import Appointment, Notice, NoticeKind, PersonId, WorkerId
from flows.ports import Ports, Work
from flows.reminding.rules import reminders
from flows.steps import News
from flows.visit import Visit


async def announce(
    talk: Appointment,
    kind: NoticeKind,
    visit: Visit,
    work: Work,
    ports: Ports,
    *,
    before: Appointment | None = None,
) -> None:
    """Tell the worker at once, and plan the reminders of whoever comes.

    Args:
        talk: As it stands now.
        kind: What happened to it.
        visit: Whose tap did it.
        work: The unit of work in which it happened.
        ports: For limits and zone.
        before: The talk as it was before a move; its worker is told too, if another,
            whatever becomes of the talk afterwards.
    """
    was = before.span.start if before else None
    notices = await _news(talk, talk.worker, kind, was, visit, work)
    if before is not None and before.worker != talk.worker:
        handed_over = await _news(talk, before.worker, NoticeKind.CANCELLED, was, visit, work)
        notices += [replace(each, appointment=None, version=None) for each in handed_over]
    if kind is not NoticeKind.CANCELLED:
        zone, limits = ports.programme.zone, ports.limits.reminders
        notices += reminders(talk, visit.known.id, visit.now, limits, zone)
    await work.outbox.add(notices)


async def _news(
    talk: Appointment,
    worker: WorkerId,
    kind: NoticeKind,
    was: datetime | None,
    visit: Visit,
    work: Work,
) -> list[Notice]:
    desks: Sequence[PersonId] = await work.people.at_desk(worker)
    return [
        Notice(
            dedup_key=f"news:{kind.value}:{talk.id}:{talk.version}:{person}",
            kind=kind,
            person=person,
            step=News(talk.id, kind, was).pack(),
            due_at=visit.now,
            expires_at=max(talk.span.end, was or talk.span.end),
            appointment=talk.id,
            version=talk.version,
        )
        for person in desks
    ]
