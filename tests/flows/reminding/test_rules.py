"""When a person is reminded: a table of talks, roles and moments of booking."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from flows.model import (
    Appointment,
    AppointmentId,
    Audience,
    Mode,
    NoticeKind,
    PersonId,
    SchoolId,
    Span,
    Status,
    WorkerId,
)
from flows.policy import ReminderLimits
from flows.reminding.rules import reminders
from flows.steps import Reminder

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOOR = PersonId(7)
PUPIL, PARENT, STAFF = Audience.PUPIL, Audience.PARENT, Audience.STAFF


def at(wall: str) -> datetime:
    """A moment by Amsterdam's clocks, in UTC; of an hour that comes twice the first."""
    return datetime.fromisoformat(wall).replace(tzinfo=AMSTERDAM).astimezone(UTC)


def talk(start: str, audience: Audience = PUPIL, version: int = 1) -> Appointment:
    span = Span(at(start), at(start) + timedelta(minutes=20))
    return Appointment(
        AppointmentId(5), WorkerId("fatima"), SchoolId("linde"), span, Mode.SCHOOL, audience,
        Status.BOOKED, version, at("2026-09-01 12:00"), at("2026-09-01 12:00"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("audience", "start", "now", "due"),
    [
        pytest.param(PUPIL, "2026-11-24 10:00", "2026-11-20 12:00",
                     [("evening", "2026-11-23 19:00"), ("morning", "2026-11-24 07:40")],
                     id="a pupil, days ahead"),
        pytest.param(PARENT, "2026-11-24 10:00", "2026-11-20 12:00",
                     [("evening", "2026-11-23 19:00"), ("hour", "2026-11-24 09:00")],
                     id="a parent, days ahead"),
        pytest.param(STAFF, "2026-11-24 10:00", "2026-11-20 12:00",
                     [("evening", "2026-11-23 19:00"), ("hour", "2026-11-24 09:00")],
                     id="staff, days ahead"),
        pytest.param(PUPIL, "2026-11-24 10:00", "2026-11-23 18:44",
                     [("evening", "2026-11-23 19:00"), ("morning", "2026-11-24 07:40")],
                     id="a while before the evening's"),
        pytest.param(PUPIL, "2026-11-24 10:00", "2026-11-23 18:45",
                     [("morning", "2026-11-24 07:40")], id="too soon before the evening's"),
        pytest.param(PUPIL, "2026-11-24 10:00", "2026-11-24 07:40", [],
                     id="at the very moment of the morning's"),
        pytest.param(PUPIL, "2026-11-24 10:00", "2026-11-24 09:30", [], id="half an hour ahead"),
        pytest.param(PARENT, "2026-11-24 10:00", "2026-11-24 08:44",
                     [("hour", "2026-11-24 09:00")], id="a parent, more than an hour ahead"),
        pytest.param(PARENT, "2026-11-24 10:00", "2026-11-24 08:59", [],
                     id="a parent, an hour and a minute ahead"),
        pytest.param(PARENT, "2026-11-24 10:00", "2026-11-24 09:00", [],
                     id="a parent, an hour ahead"),
        pytest.param(PUPIL, "2026-11-24 07:40", "2026-11-20 12:00",
                     [("evening", "2026-11-23 19:00")], id="a talk at the morning's own moment"),
        pytest.param(PUPIL, "2026-11-24 07:45", "2026-11-20 12:00",
                     [("evening", "2026-11-23 19:00"), ("morning", "2026-11-24 07:40")],
                     id="a talk five minutes after it"),
        pytest.param(PARENT, "2026-11-24 00:30", "2026-11-20 12:00",
                     [("evening", "2026-11-23 19:00"), ("hour", "2026-11-23 23:30")],
                     id="a talk after midnight"),
        pytest.param(PUPIL, "2026-10-25 10:00", "2026-10-20 12:00",
                     [("evening", "2026-10-24 19:00"), ("morning", "2026-10-25 07:40")],
                     id="the day the clocks go back"),
        pytest.param(PARENT, "2026-10-25 03:30", "2026-10-20 12:00",
                     [("evening", "2026-10-24 19:00"), ("hour", "2026-10-25 02:30+01:00")],
                     id="an hour before, in the hour that comes twice"),
        pytest.param(PUPIL, "2027-03-28 10:00", "2027-03-20 12:00",
                     [("evening", "2027-03-27 19:00"), ("morning", "2027-03-28 07:40")],
                     id="the day the clocks go forward"),
        pytest.param(PARENT, "2027-03-28 03:30", "2027-03-20 12:00",
                     [("evening", "2027-03-27 19:00"), ("hour", "2027-03-28 01:30")],
                     id="an hour before, across the hour that is skipped"),
    ],
)  # fmt: skip
def test_a_person_is_reminded(
    audience: Audience, start: str, now: str, due: list[tuple[str, str]]
) -> None:
    planned = reminders(talk(start, audience), NOOR, at(now), ReminderLimits(), AMSTERDAM)

    assert [(each.kind.value, each.due_at) for each in planned] == [
        (kind, datetime.fromisoformat(wall) if "+" in wall else at(wall)) for kind, wall in due
    ]
    assert all(each.due_at < each.expires_at <= at(start) for each in planned)


def test_the_evenings_reminder_expires_at_midnight_the_others_at_the_start() -> None:
    soon = reminders(talk("2026-11-24 10:00"), NOOR, at("2026-11-20 12:00"), LIMITS, AMSTERDAM)
    later = reminders(
        talk("2026-11-24 10:00", PARENT), NOOR, at("2026-11-20 12:00"), LIMITS, AMSTERDAM
    )

    assert [each.expires_at for each in soon] == [at("2026-11-24 00:00"), at("2026-11-24 10:00")]
    assert later[-1].expires_at == at("2026-11-24 10:00")


LIMITS = ReminderLimits(evening=time(20), morning=time(6, 30), lead_minutes=45)


def test_the_hours_are_those_of_the_config() -> None:
    now = at("2026-11-20 12:00")
    pupil = reminders(talk("2026-11-24 10:00"), NOOR, now, LIMITS, AMSTERDAM)
    parent = reminders(talk("2026-11-24 10:00", PARENT), NOOR, now, LIMITS, AMSTERDAM)

    assert [each.due_at for each in pupil] == [at("2026-11-23 20:00"), at("2026-11-24 06:30")]
    assert parent[-1].due_at == at("2026-11-24 09:15")


def test_a_reminder_holds_for_one_version_of_one_talk_and_names_its_step() -> None:
    now = at("2026-11-20 12:00")
    first = reminders(talk("2026-11-24 10:00"), NOOR, now, LIMITS, AMSTERDAM)
    moved = reminders(talk("2026-11-24 10:00", version=2), NOOR, now, LIMITS, AMSTERDAM)

    assert [each.step for each in first] == [
        Reminder(AppointmentId(5), kind).pack() for kind in (NoticeKind.EVENING, NoticeKind.MORNING)
    ]
    assert {(each.person, each.appointment, each.version) for each in first} == {(NOOR, 5, 1)}
    assert len({each.dedup_key for each in [*first, *moved]}) == 4
