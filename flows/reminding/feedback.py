"""When somebody is asked how a talk was; pure, local times of the programme's zone."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from flows.model import Appointment, Notice, NoticeKind, PersonId, Question
from flows.policy import ReminderLimits
from flows.steps import Opinion

OPEN_FOR = timedelta(hours=48)
"""So long after a talk it can be said how it was."""
SOONEST = timedelta(hours=1)
WITHOUT_A_TALK = (Question.CLEAR, Question.CHOICE)
"""What can be asked of somebody who found nothing free."""


def asked(
    talk: Appointment, person: PersonId, question: Question, limits: ReminderLimits, zone: ZoneInfo
) -> Notice:
    """The question of a talk: in the evening of its day, when phones are out of the lockers."""
    on = talk.span.end.astimezone(zone).date()
    evening = datetime.combine(on, limits.evening, zone)
    return Notice(
        dedup_key=f"feedback:{talk.id}:{talk.version}:{person}",
        kind=NoticeKind.FEEDBACK,
        person=person,
        step=Opinion(question, talk.id).pack(),
        due_at=max(evening, talk.span.end + SOONEST),
        expires_at=talk.span.end + OPEN_FOR,
        appointment=talk.id,
        version=talk.version,
    )
