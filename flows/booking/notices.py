"""What others are told about a talk: rows of the outbox, never words."""

import secrets
from dataclasses import replace
from datetime import datetime, timedelta

from flows.hours.presence import local_date
from flows.model import Appointment, Notice, NoticeKind, PersonId, Question, WorkerId
from flows.ports import Ports, Work
from flows.reminding.feedback import asked
from flows.reminding.rules import reminders
from flows.staff_steps import Daily, News
from flows.steps import Told
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
    """Tell the worker and a guest at once, and plan the reminders of whoever comes.

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
    notices = await _to_worker(talk, kind, was, visit, work, ports)
    if before is not None and before.worker != talk.worker:
        handed_over = await news(talk, before.worker, NoticeKind.CANCELLED, was, visit, work)
        notices += [replace(each, appointment=None, version=None) for each in handed_over]
    if kind is not NoticeKind.CANCELLED:
        zone, limits = ports.programme.zone, ports.limits.reminders
        notices += reminders(talk, visit.known.id, visit.now, limits, zone)
        if talk.counted:
            question = secrets.choice(list(Question))
            notices.append(asked(talk, visit.known.id, question, limits, zone))
    if talk.together:
        notices += await _to_guests(talk, kind, visit, work, ports)
    await work.outbox.add(notices)


async def _to_guests(
    talk: Appointment, kind: NoticeKind, visit: Visit, work: Work, ports: Ports
) -> list[Notice]:
    """What those hear who were asked along; a talk that is booked again goes on after all."""
    told = NoticeKind.BACK if kind is NoticeKind.BOOKED else kind
    zone, limits = ports.programme.zone, ports.limits.reminders
    notices: list[Notice] = []
    for each in await work.appointments.held_by(talk.id):
        if each.guest:
            notices.append(_told(talk, told, each.person, visit))
            if kind is not NoticeKind.CANCELLED:
                notices += reminders(talk, each.person, visit.now, limits, zone)
    return notices


def _told(talk: Appointment, kind: NoticeKind, person: PersonId, visit: Visit) -> Notice:
    return Notice(
        dedup_key=f"told:{talk.id}:{talk.version}:{person}",
        kind=kind,
        person=person,
        step=Told(talk.id, kind).pack(),
        due_at=visit.now,
        expires_at=talk.span.end,
        appointment=talk.id,
        version=talk.version,
    )


async def _to_worker(
    talk: Appointment,
    kind: NoticeKind,
    was: datetime | None,
    visit: Visit,
    work: Work,
    ports: Ports,
) -> list[Notice]:
    """At once, or once a day where the talk is days ahead and the worker chose that."""
    zone = ports.programme.zone
    today = local_date(visit.now, zone)
    soonest = min(talk.span.start, was or talk.span.start)
    is_near = local_date(soonest, zone) <= today + timedelta(days=1)
    due_at = datetime.combine(today, ports.limits.desk.daily, zone)
    if due_at <= visit.now:
        due_at = datetime.combine(today + timedelta(days=1), ports.limits.desk.daily, zone)
    return [
        _daily(talk.worker, each.person, due_at)
        if each.daily and not is_near
        else _news(talk, each.person, kind, was, visit)
        for each in await work.desks.at_desk(talk.worker)
    ]


def _daily(worker: WorkerId, person: PersonId, due_at: datetime) -> Notice:
    return Notice(
        dedup_key=f"daily:{worker}:{due_at.date()}:{person}",
        kind=NoticeKind.DAILY,
        person=person,
        step=Daily(due_at.date()).pack(),
        due_at=due_at,
        expires_at=due_at + timedelta(days=1),
    )


async def announce_to(
    talk: Appointment, person: PersonId, visit: Visit, work: Work, ports: Ports
) -> None:
    """Tell a person of a talk that the worker booked with them, and plan its reminders."""
    zone, limits = ports.programme.zone, ports.limits.reminders
    told = _told(talk, NoticeKind.BOOKED, person, visit)
    await work.outbox.add([told, *reminders(talk, person, visit.now, limits, zone)])


async def news(
    talk: Appointment,
    worker: WorkerId,
    kind: NoticeKind,
    was: datetime | None,
    visit: Visit,
    work: Work,
) -> list[Notice]:
    """What a worker is told at once about a talk; nothing when nobody is at the desk."""
    desks = await work.desks.at_desk(worker)
    return [_news(talk, each.person, kind, was, visit) for each in desks]


def _news(
    talk: Appointment, person: PersonId, kind: NoticeKind, was: datetime | None, visit: Visit
) -> Notice:
    return Notice(
        dedup_key=f"news:{kind.value}:{talk.id}:{talk.version}:{person}",
        kind=kind,
        person=person,
        step=News(talk.id, kind, was).pack(),
        due_at=visit.now,
        expires_at=max(talk.span.end, was or talk.span.end),
        appointment=talk.id,
        version=talk.version,
    )
