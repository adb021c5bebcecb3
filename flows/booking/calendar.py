"""A talk as a file for the own calendar: a neutral title, no place, no name, one alarm."""

from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from flows.model import Appointment, Status

TITLE = "Inloop"
"""What others who look at the calendar may read."""


def to_ical(talk: Appointment, now: datetime, lead: timedelta) -> bytes:
    """The talk as iCalendar: a later file of it moves the entry, one of a cancelled talk ends it.

    Args:
        talk: As it stands; its version is the SEQUENCE.
        now: When the file is made, aware.
        lead: So long before the start the alarm rings.

    Source: RFC 5545, 3.6.1 (VEVENT), 3.6.6 (VALARM), 3.8.7.4 (SEQUENCE); RFC 5546, 3.2.1 (PUBLISH)
    and 3.2.5 (CANCEL).
    """
    is_off = talk.status is Status.CANCELLED
    calendar = Calendar()
    calendar.add("prodid", "-//Inloop//talk//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if is_off else "PUBLISH")
    event = Event()
    event.add("uid", f"{talk.id:x}@inloop")
    event.add("sequence", talk.version)
    event.add("dtstamp", now)
    event.add("summary", TITLE)
    event.add("dtstart", talk.span.start)
    event.add("dtend", talk.span.end)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if is_off else "CONFIRMED")
    if not is_off:
        event.add_component(_alarm(lead))
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _alarm(lead: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", TITLE)
    alarm.add("trigger", -lead)
    return alarm
