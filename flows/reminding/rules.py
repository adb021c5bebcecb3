"""When a person is reminded; pure, local times of the programme's zone."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from flows.model import Appointment, Audience, Notice, NoticeKind, PersonId
from flows.policy import ReminderLimits
from flows.steps import Reminder

MIDNIGHT = time(0, 0)
SOON = timedelta(minutes=15)


def reminders(
    appointment: Appointment,
    person: PersonId,
    now: datetime,
    limits: ReminderLimits,
    zone: ZoneInfo,
) -> list[Notice]:
    """The reminders of a talk that still help: the evening before, then on the day itself.

    One that would come within a quarter of an hour says nothing new to who books now.

    Pupils hear at a fixed hour of the morning, for their phones lie in lockers later; parents and
    staff some time before the start. A morning reminder that would come after
    the start is left out.

    Returns:
        At most two notices, in order of `due_at`; each expires before it could mislead.
    """
    planned = [_evening(appointment, limits, zone), _same_day(appointment, limits, zone)]
    return [
        _notice(appointment, person, kind, due_at, expires_at)
        for kind, due_at, expires_at in planned
        if now + SOON < due_at < appointment.span.start
    ]


Moment = tuple[NoticeKind, datetime, datetime]


def _evening(appointment: Appointment, limits: ReminderLimits, zone: ZoneInfo) -> Moment:
    start_on = appointment.span.start.astimezone(zone).date()
    due_at = datetime.combine(start_on - timedelta(days=1), limits.evening, zone)
    return NoticeKind.EVENING, due_at, datetime.combine(start_on, MIDNIGHT, zone)


def _same_day(appointment: Appointment, limits: ReminderLimits, zone: ZoneInfo) -> Moment:
    start = appointment.span.start
    if appointment.audience is Audience.PUPIL:
        start_on = start.astimezone(zone).date()
        return NoticeKind.MORNING, datetime.combine(start_on, limits.morning, zone), start
    return NoticeKind.HOUR, start - limits.lead, start


def _notice(
    appointment: Appointment,
    person: PersonId,
    kind: NoticeKind,
    due_at: datetime,
    expires_at: datetime,
) -> Notice:
    return Notice(
        dedup_key=f"{kind.value}:{appointment.id}:{appointment.version}:{person}",
        kind=kind,
        person=person,
        step=Reminder(appointment.id, kind).pack(),
        due_at=due_at,
        expires_at=expires_at,
        appointment=appointment.id,
        version=appointment.version,
    )
