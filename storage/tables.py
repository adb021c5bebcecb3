"""The schema: `metadata` is its newest state, `migrations` how it came to be.

No `relationship()`: joins are written out. Every constraint has a name; `storage.constraints`
says what its refusal means.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Time,
    UniqueConstraint,
    text,
)

from flows.model import (
    Audience,
    Consult,
    Known,
    Mode,
    NoticeKind,
    NoticeState,
    Origin,
    Reminded,
    Role,
    Status,
)
from storage.columns import BigId, UtcDateTime, Worded

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _person(*, ondelete: str, **options: Any) -> Column[int]:
    return Column("person", BigId, ForeignKey("person.id", ondelete=ondelete), **options)


def _appointment(**options: Any) -> Column[int]:
    target = ForeignKey("appointment.id", ondelete="CASCADE")
    return Column("appointment", BigId, target, **options)


def _sealed(name: str, **options: Any) -> Column[bytes]:
    return Column(name, LargeBinary, **options)


# What the database knows about itself: the check value of its key, and its key store.
meta = Table(
    "meta",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

# One row a worker, to be locked by whoever books; made when first locked.
worker = Table(
    "worker",
    metadata,
    Column("id", String, primary_key=True),
)

# One chat account; nobody can tell whose without the key.
person = Table(
    "person",
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=False),
    Column("lookup", LargeBinary, nullable=False),  # keyed hash of the address, 32 bytes
    Column("address", LargeBinary, nullable=False),  # sealed
    Column("language", String, nullable=False),
    Column("audience", Worded(Audience)),
    Column("school", String),
    Column("school_code", BigInteger),
    Column("reachable", Boolean, nullable=False, server_default=text("true")),
    Column("visits", Boolean, nullable=False, server_default=text("false")),  # not at the desk now
    Column("created_at", UtcDateTime, nullable=False),
    Column("seen_on", Date),
    Column("reminded", Worded(Reminded), nullable=False, server_default=text("'all'")),
    Column("shared", Boolean),  # others look at this phone; null until it was asked
    Column("informed", SmallInteger, nullable=False, server_default=text("1")),  # privacy notice
    UniqueConstraint("lookup"),
)

# Which account took up an invitation: one a subject, one subject a role.
staff = Table(
    "staff",
    metadata,
    Column("role", Worded(Role), primary_key=True),
    Column("subject", String, primary_key=True),  # id of the worker or coordinator
    _person(ondelete="CASCADE", nullable=False),
    UniqueConstraint("person", "role"),
)

invitation = Table(
    "invitation",
    metadata,
    Column("token", LargeBinary, primary_key=True),  # hash, 32 bytes
    Column("role", Worded(Role), nullable=False),
    Column("subject", String, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
    sqlite_with_rowid=False,
)

# A talk; who takes part is in participant, which time is taken in occupancy.
appointment = Table(
    "appointment",
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=False),
    Column("worker", String, nullable=False),
    Column("school", String, nullable=False),
    Column("start_at", UtcDateTime, nullable=False),
    Column("end_at", UtcDateTime, nullable=False),
    Column("mode", Worded(Mode), nullable=False),
    Column("audience", Worded(Audience), nullable=False),
    Column("status", Worded(Status), nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("counted", Boolean, nullable=False, server_default=text("false")),
    Column("topic_told", Boolean, nullable=False, server_default=text("false")),
    Column("end_told", Boolean, nullable=False, server_default=text("false")),
    Column("consult", Worded(Consult)),
    Column("rated", Boolean, nullable=False, server_default=text("false")),
    Column("late_minutes", SmallInteger, nullable=False, server_default=text("0")),
    Column("chosen", Boolean, nullable=False, server_default=text("false")),  # with this worker
    Column("code", SmallInteger),  # two pictures by which both sides know each other
    Column("group", String),  # the schedule of the group in which it is a seat
    Column("ended_in", String),  # table and period in which its end was counted, never which end
    CheckConstraint("start_at < end_at", name="span"),
)
Index(
    "ix_appointment_worker_start_at",
    appointment.c.worker,
    appointment.c.start_at,
    sqlite_where=text("status = 'booked'"),
    postgresql_where=text("status = 'booked'"),
)
Index("ix_appointment_end_at", appointment.c.end_at)
Index("ix_appointment_school_start_at", appointment.c.school, appointment.c.start_at)

participant = Table(
    "participant",
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=False),
    _appointment(nullable=False),
    Column("seat", SmallInteger, nullable=False),  # 0 is who booked
    _person(ondelete="SET NULL", index=True),  # null: booked at the door, or erased
    Column("card", BigInteger),  # message that shows the talk
    Column("interpreter", String),  # the language wanted, where a person tapped it
    _sealed("label"),
    _sealed("phone"),
    _sealed("nickname"),
    UniqueConstraint("appointment", "seat"),
)

# Who is taken when: the primary key refuses a double booking.
occupancy = Table(
    "occupancy",
    metadata,
    Column("resource", String, primary_key=True),  # w:ID a worker, p:ID a person, g:ID:3 a seat
    Column("tick", BigInteger, primary_key=True),  # five minutes since 2020-01-01 UTC
    _appointment(nullable=False, index=True),
    Column("until_at", UtcDateTime),  # held only until then; empty: taken by the talk itself
    sqlite_with_rowid=False,
)

# Who is in line for an earlier time of a talk, as long as the talk stands at this version.
waiting = Table(
    "waiting",
    metadata,
    Column("id", BigId, primary_key=True),  # who came first, at the same moment too
    _appointment(nullable=False),
    Column("version", Integer, nullable=False),
    _person(ondelete="CASCADE", nullable=False, index=True),
    Column("worker", String),  # only with whom; empty: anybody at the school
    Column("since_at", UtcDateTime, nullable=False),
    UniqueConstraint("appointment"),
)


def _waiting(**options: Any) -> Column[int]:
    target = ForeignKey("waiting.appointment", ondelete="CASCADE")
    return Column("appointment", BigId, target, **options)


# Times that one in line is not offered: offered before, or free already when one came.
passed = Table(
    "passed",
    metadata,
    _waiting(primary_key=True, autoincrement=False),
    Column("worker", String, primary_key=True),
    Column("start_at", UtcDateTime, primary_key=True),
    Column("offered", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

# The one time that is held for a person in line.
hold = Table(
    "hold",
    metadata,
    _person(ondelete="CASCADE", primary_key=True, autoincrement=False),
    _waiting(nullable=False, index=True),
    Column("worker", String, nullable=False),
    Column("start_at", UtcDateTime, nullable=False),
    Column("end_at", UtcDateTime, nullable=False),
    Column("until_at", UtcDateTime, nullable=False),
    CheckConstraint("start_at < end_at", name="span"),
)

presence = Table(
    "presence",
    metadata,
    Column("worker", String, primary_key=True),
    Column("school", String, primary_key=True),
    Column("on", Date, primary_key=True),
    Column("known", Worded(Known), nullable=False),
    Column("until_at", UtcDateTime),
    Column("room", String),  # where to meet that day; empty: at the desk
    Column("said_at", UtcDateTime, nullable=False),
    Index("ix_presence_on", "on"),
    sqlite_with_rowid=False,
)

# What grows with every change of office hours: whoever kept them knows when to read again.
revision = Table(
    "revision",
    metadata,
    Column("name", String, primary_key=True),
    Column("number", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)


def _how() -> tuple[Column[Any], ...]:
    """How one can talk in an opening, as its schedule would say it."""
    return (
        Column("room", String, nullable=False),
        Column("slot_minutes", SmallInteger, nullable=False),
        Column("buffer_minutes", SmallInteger, nullable=False),
        Column("modes", String, nullable=False),  # words with a space between
        Column("bookable", Boolean, nullable=False),
        Column("walk_in", Boolean, nullable=False),
        Column("walk_in_share", SmallInteger, nullable=False),
        Column("made_at", UtcDateTime, nullable=False),
    )


# Recurring hours that were imported, or said in the chat.
hours_schedule = Table(
    "hours_schedule",
    metadata,
    Column("id", String, primary_key=True),
    Column("worker", String, nullable=False),
    Column("school", String, nullable=False),
    Column("first_on", Date, nullable=False),
    Column("rrule", String, nullable=False),
    Column("start", Time, nullable=False),  # local wall time
    Column("duration_minutes", SmallInteger, nullable=False),
    Column("origin", Worded(Origin), nullable=False),
    *_how(),
    sqlite_with_rowid=False,
)

# The last day of a schedule that was ended, one of the config too.
hours_end = Table(
    "hours_end",
    metadata,
    Column("schedule", String, primary_key=True),
    Column("last_on", Date, nullable=False),
    sqlite_with_rowid=False,
)

# An hour of every week without office hours.
hours_block = Table(
    "hours_block",
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=False),
    Column("worker", String, nullable=False),
    Column("weekday", SmallInteger, nullable=False),  # 0 is Monday
    Column("start", Time, nullable=False),  # local wall time
    Column("duration_minutes", SmallInteger, nullable=False),
    Column("first_on", Date, nullable=False),
    Column("last_on", Date),
)

hours_closing = Table(
    "hours_closing",
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=False),
    Column("school", String, nullable=False),
    Column("first_on", Date, nullable=False),
    Column("last_on", Date, nullable=False, index=True),
    Column("closes", String, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
)

hours_extra = Table(
    "hours_extra",
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=False),
    Column("worker", String, nullable=False),
    Column("school", String, nullable=False),
    Column("start_at", UtcDateTime, nullable=False),
    Column("end_at", UtcDateTime, nullable=False, index=True),
    *_how(),
    CheckConstraint("start_at < end_at", name="span"),
)

absence = Table(
    "absence",
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=False),
    Column("worker", String, nullable=False),
    Column("start_at", UtcDateTime, nullable=False),
    Column("end_at", UtcDateTime, nullable=False, index=True),
    Column("made_at", UtcDateTime, nullable=False),
    CheckConstraint("start_at < end_at", name="span"),
)

# How a worker wants to be told.
desk = Table(
    "desk",
    metadata,
    Column("worker", String, primary_key=True),
    Column("daily", Boolean, nullable=False),  # bookings days ahead once a day
    sqlite_with_rowid=False,
)

# What staff and operator did: no person, no talk, nothing refers to it.
audit = Table(
    "audit",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("agent", String, nullable=False),  # worker ID, coordinator ID, operator
    Column("action", String, nullable=False),
    Column("entity", String, nullable=False),  # a kind of thing, perhaps an id of the config
)

# Who cannot book with a worker for a while: nothing leads from a person to a row, or back.
ban = Table(
    "ban",
    metadata,
    Column("id", BigId, primary_key=True, autoincrement=False),
    Column("worker", String, nullable=False, index=True),
    _sealed("key", nullable=False),  # of the tag; 32 bytes, sealed
    Column("tag", LargeBinary, nullable=False),  # keyed hash of the address, 16 bytes
    Column("until_at", UtcDateTime, nullable=False),
)

# A worker who left, and the colleague who is offered instead.
departure = Table(
    "departure",
    metadata,
    Column("worker", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("colleague", String),
    Column("left_at", UtcDateTime, nullable=False),
    sqlite_with_rowid=False,
)

# Messages of a chat, for as long as they can be taken away: which, never what they say.
shown = Table(
    "shown",
    metadata,
    _person(ondelete="CASCADE", primary_key=True, autoincrement=False),
    Column("message", BigInteger, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False, index=True),
    sqlite_with_rowid=False,
)

# The outbox: why, to whom, which step to show; never words.
notice = Table(
    "notice",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("dedup_key", String, nullable=False),
    Column("kind", Worded(NoticeKind), nullable=False),
    _person(ondelete="CASCADE", nullable=False),
    Column("step", String, nullable=False),  # packed show step
    Column("due_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    _appointment(index=True),
    Column("version", Integer),  # of the appointment, when it was queued
    Column("message", BigInteger),  # to be taken away
    Column("sent_as", BigInteger),  # the message that it became
    Column("state", Worded(NoticeState), nullable=False),
    Column("attempts", SmallInteger, nullable=False, server_default=text("0")),
    Column("wake_at", UtcDateTime),  # pending: when to send; sending: end of the lease
    Column("reason", String),  # how the last attempt ended
    Column("claimed_at", UtcDateTime),  # when it was last taken to be sent
    Column("unanswered", SmallInteger, nullable=False, server_default=text("0")),
    UniqueConstraint("dedup_key"),
    Index("ix_notice_person", "person", "claimed_at"),
)
Index(
    "ix_notice_wake_at",
    notice.c.wake_at,
    notice.c.id,
    sqlite_where=notice.c.wake_at.is_not(None),
    postgresql_where=notice.c.wake_at.is_not(None),
)

# From when on the next thing may be said unasked, whichever replica says it.
rate = Table(
    "rate",
    metadata,
    Column("name", String, primary_key=True),
    Column("free_at", UtcDateTime, nullable=False),
    sqlite_with_rowid=False,
)

# Updates whose effect is done.
inbox = Table(
    "inbox",
    metadata,
    Column("update", BigId, primary_key=True, autoincrement=False),
    Column("outcome", String, nullable=False),  # packed show step
    Column("done_at", UtcDateTime, nullable=False, index=True),
)

# Updates that could not be handled: never what was in them.
aside = Table(
    "aside",
    metadata,
    Column("update", BigId, primary_key=True, autoincrement=False),
    Column("error", String, nullable=False),  # its class
    Column("done_at", UtcDateTime, nullable=False, index=True),
)

awaiting = Table(
    "awaiting",
    metadata,
    _person(ondelete="CASCADE", primary_key=True, autoincrement=False),
    Column("purpose", String, nullable=False),
    Column("step", String, nullable=False),  # packed step
    Column("asked_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
)

# True counts; gone when their period is released.
demand_counter = Table(
    "demand_counter",
    metadata,
    Column("table", String, primary_key=True),
    Column("period", String, primary_key=True),
    Column("cell", String, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)

demand_week = Table(
    "demand_week",
    metadata,
    Column("period", String, primary_key=True),
    Column("key", LargeBinary, nullable=False),  # sealed
    sqlite_with_rowid=False,
)

demand_seen = Table(
    "demand_seen",
    metadata,
    Column("period", String),
    Column("tag", LargeBinary),  # keyed hash of a person, 16 bytes
    PrimaryKeyConstraint("period", "tag"),
    ForeignKeyConstraint(["period"], ["demand_week.period"], ondelete="CASCADE"),
    sqlite_with_rowid=False,
)

demand_released = Table(
    "demand_released",
    metadata,
    Column("table", String, primary_key=True),
    Column("period", String, primary_key=True),
    Column("cell", String, primary_key=True),
    Column("value", Integer, nullable=False),  # with noise; may be below zero
    sqlite_with_rowid=False,
)

# What was on offer in a published week: exact, about workers only.
demand_supply = Table(
    "demand_supply",
    metadata,
    Column("period", String, primary_key=True),
    Column("scope", String, primary_key=True),
    Column("minutes", Integer, nullable=False),
    Column("workers", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# Plans by the week from which they count; those of the past never change.
demand_plan = Table(
    "demand_plan",
    metadata,
    Column("first_week", String, primary_key=True),
    Column("content", String, nullable=False),
    sqlite_with_rowid=False,
)

demand_closed = Table(
    "demand_closed",
    metadata,
    Column("table", String, primary_key=True),
    Column("period", String, primary_key=True),
    Column("closed_at", UtcDateTime, nullable=False),
    sqlite_with_rowid=False,
)
