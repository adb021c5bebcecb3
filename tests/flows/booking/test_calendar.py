"""A talk as a file for a calendar: read by two programs that do not know each other."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import vobject
from icalendar import Calendar

from flows.booking.calendar import to_ical
from flows.model import (
    Appointment,
    AppointmentId,
    Audience,
    Mode,
    SchoolId,
    Span,
    Status,
    WorkerId,
)

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
SPAN = Span(NOW + timedelta(hours=2), NOW + timedelta(hours=2, minutes=20))
LEAD = timedelta(hours=1)
TALK = Appointment(
    AppointmentId(35), WorkerId("fatima"), SchoolId("linde"), SPAN, Mode.SCHOOL, Audience.PUPIL,
    Status.BOOKED, 2, NOW, NOW,
)  # fmt: skip


def test_both_readers_find_the_same_and_no_name() -> None:
    content = to_ical(TALK, NOW, LEAD)
    [event] = Calendar.from_ical(content).events
    other = vobject.readOne(content.decode()).vevent

    assert (event.uid, event.sequence) == ("23@inloop", 2)
    assert (event.start, event.end) == (SPAN.start, SPAN.end)
    assert (other.uid.value, other.sequence.value) == (event.uid, "2")
    assert (other.dtstart.value, other.dtend.value) == (SPAN.start, SPAN.end)
    assert other.valarm.trigger.value == -LEAD
    assert b"METHOD:PUBLISH" in content
    assert not {b"fatima", b"linde", b"Fatima"} & set(content.replace(b"\r\n", b":").split(b":"))


def test_a_cancelled_talk_takes_its_entry_out_and_rings_no_more() -> None:
    off = replace(TALK, status=Status.CANCELLED, version=3)
    content = to_ical(off, NOW, LEAD)
    other = vobject.readOne(content.decode())

    assert other.method.value == "CANCEL"
    assert (other.vevent.status.value, other.vevent.sequence.value) == ("CANCELLED", "3")
    assert not hasattr(other.vevent, "valarm")
    assert (
        other.vevent.uid.value
        == vobject.readOne(to_ical(TALK, NOW, LEAD).decode()).vevent.uid.value
    )


def test_lines_end_as_the_standard_says_and_none_is_too_long() -> None:
    lines = to_ical(TALK, NOW, LEAD).split(b"\r\n")
    assert all(len(each) <= 75 for each in lines)
    assert b"\n" not in b"".join(lines)
