"""The first schema."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    """Make every table; nothing may refer to a type of today's code."""
    _keys_and_workers()
    _people()
    _talks()
    _lines()
    _presences()
    _hours()
    _recurring()
    _desks()
    _notices()
    _exchanges()
    _counters()
    _weeks()


def _table(name: str, *parts: Any, key: str | tuple[str, ...] = "id", rowid: bool = True) -> None:
    columns = (key,) if isinstance(key, str) else key
    primary = sa.PrimaryKeyConstraint(*columns, name=f"pk_{name}")
    op.create_table(name, *parts, primary, **({} if rowid else {"sqlite_with_rowid": False}))


def _fresh_id() -> sa.Column[Any]:
    return sa.Column("id", _ID, autoincrement=False, nullable=False)


def _refer(table: str, column: str, target: str, ondelete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [target], name=f"fk_{table}_{column}", ondelete=ondelete
    )


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=nullable)


def _bytes(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, _MOMENT, nullable=nullable)


def _keys_and_workers() -> None:
    _table("meta", _text("name"), _bytes("value"), key="name")
    _table("worker", _text("id"))


def _people() -> None:
    _table(
        "person",
        _fresh_id(),
        _bytes("lookup"),
        _bytes("address"),
        _text("language"),
        _text("audience", nullable=True),
        _text("school", nullable=True),
        sa.Column("school_code", sa.BigInteger()),
        sa.Column("reachable", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("visits", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        _moment("created_at"),
        sa.Column("seen_on", sa.Date()),
        sa.Column("reminded", sa.String(), server_default=sa.text("'all'"), nullable=False),
        sa.Column("shared", sa.Boolean()),
        sa.Column("informed", sa.SmallInteger(), server_default=sa.text("1"), nullable=False),
        sa.UniqueConstraint("lookup", name="uq_person_lookup"),
    )
    _table(
        "staff",
        _text("role"),
        _text("subject"),
        sa.Column("person", _ID, nullable=False),
        _refer("staff", "person", "person.id", "CASCADE"),
        sa.UniqueConstraint("person", "role", name="uq_staff_person_role"),
        key=("role", "subject"),
    )


def _talks() -> None:
    _table(
        "appointment",
        _fresh_id(),
        _text("worker"),
        _text("school"),
        _moment("start_at"),
        _moment("end_at"),
        _text("mode"),
        _text("audience"),
        _text("status"),
        sa.Column("version", sa.Integer(), nullable=False),
        _moment("created_at"),
        _moment("changed_at"),
        sa.Column("counted", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("topic_told", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("end_told", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        _text("consult", nullable=True),
        sa.Column("rated", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("late_minutes", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("chosen", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("code", sa.SmallInteger()),
        _text("group", nullable=True),
        _text("ended_in", nullable=True),
        sa.CheckConstraint("start_at < end_at", name=op.f("ck_appointment_span")),
    )
    booked = sa.text("status = 'booked'")
    op.create_index(
        "ix_appointment_worker_start_at",
        "appointment",
        ["worker", "start_at"],
        sqlite_where=booked,
        postgresql_where=booked,
    )
    op.create_index("ix_appointment_end_at", "appointment", ["end_at"])
    op.create_index("ix_appointment_school_start_at", "appointment", ["school", "start_at"])
    _seats()
    _ticks()


def _seats() -> None:
    _table(
        "participant",
        _fresh_id(),
        sa.Column("appointment", _ID, nullable=False),
        sa.Column("seat", sa.SmallInteger(), nullable=False),
        sa.Column("person", _ID),
        sa.Column("card", sa.BigInteger()),
        _text("interpreter", nullable=True),
        _bytes("label", nullable=True),
        _bytes("phone", nullable=True),
        _bytes("nickname", nullable=True),
        _refer("participant", "appointment", "appointment.id", "CASCADE"),
        _refer("participant", "person", "person.id", "SET NULL"),
        sa.UniqueConstraint("appointment", "seat", name="uq_participant_appointment_seat"),
    )
    op.create_index("ix_participant_person", "participant", ["person"])


def _ticks() -> None:
    _table(
        "occupancy",
        _text("resource"),
        sa.Column("tick", sa.BigInteger(), nullable=False),
        sa.Column("appointment", _ID, nullable=False),
        _moment("until_at", nullable=True),
        _refer("occupancy", "appointment", "appointment.id", "CASCADE"),
        key=("resource", "tick"),
        rowid=False,
    )
    op.create_index("ix_occupancy_appointment", "occupancy", ["appointment"])


def _lines() -> None:
    _table(
        "waiting",
        sa.Column("id", _ID, nullable=False),
        sa.Column("appointment", _ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person", _ID, nullable=False),
        _text("worker", nullable=True),
        _moment("since_at"),
        _refer("waiting", "appointment", "appointment.id", "CASCADE"),
        _refer("waiting", "person", "person.id", "CASCADE"),
        sa.UniqueConstraint("appointment", name="uq_waiting_appointment"),
    )
    op.create_index("ix_waiting_person", "waiting", ["person"])
    _table(
        "passed",
        sa.Column("appointment", _ID, autoincrement=False, nullable=False),
        _text("worker"),
        _moment("start_at"),
        sa.Column("offered", sa.Boolean(), nullable=False),
        _refer("passed", "appointment", "waiting.appointment", "CASCADE"),
        key=("appointment", "worker", "start_at"),
        rowid=False,
    )
    _table(
        "hold",
        sa.Column("person", _ID, autoincrement=False, nullable=False),
        sa.Column("appointment", _ID, nullable=False),
        _text("worker"),
        _moment("start_at"),
        _moment("end_at"),
        _moment("until_at"),
        _refer("hold", "person", "person.id", "CASCADE"),
        _refer("hold", "appointment", "waiting.appointment", "CASCADE"),
        sa.CheckConstraint("start_at < end_at", name=op.f("ck_hold_span")),
        key="person",
    )
    op.create_index("ix_hold_appointment", "hold", ["appointment"])


def _presences() -> None:
    _table(
        "presence",
        _text("worker"),
        _text("school"),
        sa.Column("on", sa.Date(), nullable=False),
        _text("known"),
        _moment("until_at", nullable=True),
        _text("room", nullable=True),
        _moment("said_at"),
        key=("worker", "school", "on"),
        rowid=False,
    )
    op.create_index("ix_presence_on", "presence", ["on"])


def _day(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _small(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.SmallInteger(), nullable=False)


def _flag(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _wall(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Time(), nullable=False)


def _how() -> tuple[sa.Column[Any], ...]:
    return (
        _text("room"),
        _small("slot_minutes"),
        _small("buffer_minutes"),
        _text("modes"),
        _flag("bookable"),
        _flag("walk_in"),
        _small("walk_in_share"),
        _moment("made_at"),
    )


def _span(table: str) -> tuple[Any, ...]:
    check = sa.CheckConstraint("start_at < end_at", name=op.f(f"ck_{table}_span"))
    return _moment("start_at"), _moment("end_at"), check


def _hours() -> None:
    """What was changed once: extra hours, absences, closed days; and the number of the change."""
    number = sa.Column("number", sa.BigInteger(), nullable=False)
    _table("revision", _text("name"), number, key="name", rowid=False)
    _table(
        "hours_extra",
        _fresh_id(),
        _text("worker"),
        _text("school"),
        *_span("hours_extra"),
        *_how(),
    )
    op.create_index("ix_hours_extra_end_at", "hours_extra", ["end_at"])
    _table("absence", _fresh_id(), _text("worker"), *_span("absence"), _moment("made_at"))
    op.create_index("ix_absence_end_at", "absence", ["end_at"])
    days = (_day("first_on"), _day("last_on"))
    _table(
        "hours_closing", _fresh_id(), _text("school"), *days, _text("closes"), _moment("made_at")
    )
    op.create_index("ix_hours_closing_last_on", "hours_closing", ["last_on"])


def _recurring() -> None:
    _table(
        "hours_schedule",
        _text("id"),
        _text("worker"),
        _text("school"),
        _day("first_on"),
        _text("rrule"),
        _wall("start"),
        _small("duration_minutes"),
        _text("origin"),
        *_how(),
        rowid=False,
    )
    _table("hours_end", _text("schedule"), _day("last_on"), key="schedule", rowid=False)
    _table(
        "hours_block",
        _fresh_id(),
        _text("worker"),
        _small("weekday"),
        _wall("start"),
        _small("duration_minutes"),
        _day("first_on"),
        _day("last_on", nullable=True),
    )


def _desks() -> None:
    """How workers want to be told, who left, and what was done."""
    _table("desk", _text("worker"), _flag("daily"), key="worker", rowid=False)
    _table(
        "departure",
        _text("worker"),
        _text("name"),
        _text("colleague", nullable=True),
        _moment("left_at"),
        key="worker",
        rowid=False,
    )
    _table(
        "audit",
        sa.Column("id", _ID, nullable=False),
        _moment("at"),
        *(_text(name) for name in ("agent", "action", "entity")),
    )
    op.create_index("ix_audit_at", "audit", ["at"])
    _table("ban", _fresh_id(), _text("worker"), _bytes("key"), _bytes("tag"), _moment("until_at"))
    op.create_index("ix_ban_worker", "ban", ["worker"])


def _notices() -> None:
    _table(
        "notice",
        sa.Column("id", _ID, nullable=False),
        _text("dedup_key"),
        _text("kind"),
        sa.Column("person", _ID, nullable=False),
        _text("step"),
        _moment("due_at"),
        _moment("expires_at"),
        sa.Column("appointment", _ID),
        sa.Column("version", sa.Integer()),
        sa.Column("message", sa.BigInteger()),
        sa.Column("sent_as", sa.BigInteger()),
        _text("state"),
        sa.Column("attempts", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        _moment("wake_at", nullable=True),
        _text("reason", nullable=True),
        _moment("claimed_at", nullable=True),
        sa.Column("unanswered", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        _refer("notice", "person", "person.id", "CASCADE"),
        _refer("notice", "appointment", "appointment.id", "CASCADE"),
        sa.UniqueConstraint("dedup_key", name="uq_notice_dedup_key"),
    )
    awake = sa.text("wake_at IS NOT NULL")
    op.create_index("ix_notice_person", "notice", ["person", "claimed_at"])
    op.create_index("ix_notice_appointment", "notice", ["appointment"])
    op.create_index(
        "ix_notice_wake_at",
        "notice",
        ["wake_at", "id"],
        sqlite_where=awake,
        postgresql_where=awake,
    )
    _table("rate", _text("name"), _moment("free_at"), key="name", rowid=False)


def _exchanges() -> None:
    """What comes in: updates done, texts waited for, links to take up."""
    number = sa.Column("update", _ID, autoincrement=False, nullable=False)
    _table("inbox", number, _text("outcome"), _moment("done_at"), key="update")
    op.create_index("ix_inbox_done_at", "inbox", ["done_at"])
    spoilt = sa.Column("update", _ID, autoincrement=False, nullable=False)
    _table("aside", spoilt, _text("error"), _moment("done_at"), key="update")
    op.create_index("ix_aside_done_at", "aside", ["done_at"])
    _table(
        "shown",
        sa.Column("person", _ID, autoincrement=False, nullable=False),
        sa.Column("message", sa.BigInteger(), autoincrement=False, nullable=False),
        _moment("at"),
        _refer("shown", "person", "person.id", "CASCADE"),
        key=("person", "message"),
        rowid=False,
    )
    op.create_index("ix_shown_at", "shown", ["at"])
    _table(
        "awaiting",
        sa.Column("person", _ID, autoincrement=False, nullable=False),
        _text("purpose"),
        _text("step"),
        _moment("asked_at"),
        _moment("expires_at"),
        _refer("awaiting", "person", "person.id", "CASCADE"),
        key="person",
    )
    _table(
        "invitation",
        _bytes("token"),
        _text("role"),
        _text("subject"),
        _moment("expires_at"),
        _moment("used_at", nullable=True),
        key="token",
        rowid=False,
    )


def _counters() -> None:
    place = ("table", "period", "cell")
    for name, value in (("demand_counter", "count"), ("demand_released", "value")):
        number = sa.Column(value, sa.Integer(), nullable=False)
        _table(name, *(_text(part) for part in place), number, key=place, rowid=False)
    _table(
        "demand_supply",
        _text("period"),
        _text("scope"),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("workers", sa.Integer(), nullable=False),
        key=("period", "scope"),
        rowid=False,
    )
    _table("demand_plan", _text("first_week"), _text("content"), key="first_week", rowid=False)
    _table(
        "demand_closed",
        _text("table"),
        _text("period"),
        _moment("closed_at"),
        key=("table", "period"),
        rowid=False,
    )


def _weeks() -> None:
    _table("demand_week", _text("period"), _bytes("key"), key="period", rowid=False)
    _table(
        "demand_seen",
        _text("period"),
        _bytes("tag"),
        _refer("demand_seen", "period", "demand_week.period", "CASCADE"),
        key=("period", "tag"),
        rowid=False,
    )
