"""Statements about talks, built once, and the way from their rows to values."""

from typing import Any

from sqlalchemy import bindparam, literal_column, select, union_all, update

from flows.model import (
    Appointment,
    AppointmentId,
    MessageId,
    Participation,
    PersonId,
    ScheduleId,
    SchoolId,
    Span,
    WorkerId,
)
from storage.tables import appointment as talks
from storage.tables import hold, participant, waiting

IS_BOOKED = talks.c.status == literal_column("'booked'")
"""Written out, not bound: only so do the databases see that the partial index fits."""
_SEAT = participant.alias()
_HAS_PHONE = (
    select(_SEAT.c.id)
    .where(_SEAT.c.appointment == literal_column("appointment.id"), _SEAT.c.phone.is_not(None))
    .exists()
    .label("has_phone")
)
"""Written out: RETURNING on SQLite loses the table's name, and `id` would be the seat's own."""
_BOOKER = select(_SEAT).where(
    _SEAT.c.appointment == literal_column("appointment.id"), _SEAT.c.seat == 0
)
_LABELLED = _BOOKER.where(_SEAT.c.label.is_not(None)).exists().label("labelled")
_AT_DOOR = _BOOKER.where(_SEAT.c.person.is_(None)).exists().label("at_door")
_TOGETHER = (
    select(_SEAT.c.id)
    .where(
        _SEAT.c.appointment == literal_column("appointment.id"),
        _SEAT.c.seat > 0,
        _SEAT.c.person.is_not(None),
    )
    .exists()
    .label("together")
)
_INTERPRETER = _BOOKER.with_only_columns(_SEAT.c.interpreter).scalar_subquery().label("interpreter")
TALK = (
    *talks.c,
    _HAS_PHONE,
    _AT_DOOR,
    _LABELLED,
    _INTERPRETER,
    _TOGETHER,
)
_OVERLAPPING = (
    IS_BOOKED,
    talks.c.start_at > bindparam("far_back"),
    talks.c.start_at < bindparam("until"),
    talks.c.end_at > bindparam("since"),
)
CHANGE = (
    update(talks)
    .where(
        talks.c.id == bindparam("talk"),
        talks.c.version == bindparam("seen"),
        talks.c.status == bindparam("stood"),
    )
    .returning(*TALK)
)
_TAKEN = select(talks.c.worker, talks.c.start_at, talks.c.end_at).where(
    talks.c.worker.in_(bindparam("workers", expanding=True)),
    *_OVERLAPPING,
    talks.c.id != bindparam("but_for"),
)
_STANDS = (
    select(literal_column("1"))
    .select_from(waiting.join(talks, talks.c.id == waiting.c.appointment))
    .where(
        waiting.c.appointment == hold.c.appointment,
        talks.c.version == waiting.c.version,
        IS_BOOKED,
    )
    .exists()
)
_HELD_BACK = select(hold.c.worker, hold.c.start_at, hold.c.end_at).where(
    hold.c.worker.in_(bindparam("workers", expanding=True)),
    hold.c.until_at > bindparam("now"),
    hold.c.start_at < bindparam("until"),
    hold.c.end_at > bindparam("since"),
    hold.c.appointment != bindparam("but_for"),
    _STANDS,
)
"""What is held for somebody in line whose talk still stands as it was when they came.

`_STANDS` is asked for each hold: as a join, SQLite would walk through every booked talk.
"""
BUSY = union_all(_TAKEN, _HELD_BACK).order_by(literal_column("start_at"))
COMING = (
    select(*TALK)
    .join(participant, participant.c.appointment == talks.c.id)
    .where(
        participant.c.person == bindparam("person"), IS_BOOKED, talks.c.end_at > bindparam("now")
    )
    .order_by(talks.c.start_at, talks.c.id)
)
AHEAD = COMING.where(participant.c.seat == 0)
HELD = (
    select(*TALK, participant.c.person, participant.c.card, participant.c.seat)
    .join(participant, participant.c.appointment == talks.c.id)
    .where(talks.c.id == bindparam("talk"), participant.c.person.is_not(None))
    .order_by(participant.c.seat)
)
SEVERAL = (
    select(*TALK, participant.c.person, participant.c.card, participant.c.seat)
    .outerjoin(participant, participant.c.appointment == talks.c.id)
    .where(talks.c.id.in_(bindparam("talks", expanding=True)))
    .order_by(talks.c.id, participant.c.seat)
)
"""Talks with their seats, those of nobody too; a talk without any seat once."""
OF_WORKER = (
    select(*TALK)
    .where(
        talks.c.worker == bindparam("of"),
        talks.c.start_at >= bindparam("since"),
        talks.c.start_at < bindparam("until"),
    )
    .order_by(talks.c.start_at, talks.c.id)
)
_AT_SCHOOL = (
    talks.c.school == bindparam("place"),
    talks.c.start_at >= bindparam("since"),
    talks.c.start_at < bindparam("until"),
)
CODES = select(talks.c.code).where(*_AT_SCHOOL, talks.c.code.is_not(None))
CODED = (
    select(*TALK)
    .where(*_AT_SCHOOL, talks.c.code == bindparam("which"))
    .order_by(talks.c.start_at, talks.c.id)
)
HELD_BY_ONE = HELD.where(participant.c.person == bindparam("holder"))


def appointment_of(row: Any) -> Appointment:
    """A row of `TALK` as a value."""
    return Appointment(
        id=AppointmentId(row.id),
        worker=WorkerId(row.worker),
        school=SchoolId(row.school),
        span=Span(row.start_at, row.end_at),
        mode=row.mode,
        audience=row.audience,
        status=row.status,
        version=row.version,
        created_at=row.created_at,
        changed_at=row.changed_at,
        has_phone=row.has_phone,
        counted=row.counted,
        topic_told=row.topic_told,
        code=row.code,
        chosen=row.chosen,
        interpreter=row.interpreter,
        at_door=row.at_door,
        end_told=row.end_told,
        late_minutes=row.late_minutes,
        rated=row.rated,
        ended_in=row.ended_in,
        labelled=row.labelled,
        consult=row.consult,
        together=row.together,
        group=None if row.group is None else ScheduleId(row.group),
    )


def participation_of(row: Any) -> Participation:
    """A row of `HELD` as a value."""
    card = None if row.card is None else MessageId(row.card)
    return Participation(appointment_of(row), PersonId(row.person), card, guest=row.seat > 0)
