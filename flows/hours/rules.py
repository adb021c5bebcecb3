"""From rules to openings, from openings to slots: pure, local wall time in, aware UTC out."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from itertools import chain
from types import MappingProxyType
from typing import cast
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Event, vRecur

from flows.hours.grid import bookable_spans
from flows.hours.recurrence import first_start, local_until
from flows.model import Mode, Opening, Slot, Span, WorkerId
from flows.programme import Programme, Schedule

_DAY = timedelta(days=1)
NOTHING_BUSY: Mapping[WorkerId, Sequence[Span]] = MappingProxyType({})


def occurrences(schedule: Schedule, zone: ZoneInfo, first_on: date, last_on: date) -> list[Span]:
    """The office hours of a schedule that start between two local dates, as moments.

    Args:
        schedule: Its rule gives dates from `schedule.first_on`; `rdates` are added, then
            `exdates` taken away, both at the time of `start`.
        zone: The zone of all wall times.
        first_on: First date counted.
        last_on: Last date counted; when before `first_on`, nothing is.

    Returns:
        Spans in aware UTC, ascending, one a date at most. When the clocks change, the moment
        moves and the wall-clock time stays. A start that the clocks skip is read with the
        offset before the gap, one that comes twice is the first; the duration is exact.

    Source: RFC 5545, 3.3.5 (gap and fold), 3.3.10 (RRULE), 3.8.5.1 (EXDATE), 3.8.5.2 (RDATE).
    """
    if last_on < first_on:
        return []
    events = _query(schedule, zone).between(_midnight(first_on), _midnight(last_on) + _DAY)
    starts = {cast("datetime", each.start) for each in events}
    inside = sorted(each for each in starts if first_on <= each.date() <= last_on)
    return [_span(each, schedule.duration, zone) for each in inside]


def _midnight(on: date) -> datetime:
    return datetime(on.year, on.month, on.day)  # noqa: DTZ001  # wall time has no offset


def _span(local: datetime, duration: timedelta, zone: ZoneInfo) -> Span:
    start = local.replace(tzinfo=zone).astimezone(UTC)
    return Span(start, start + duration)


@lru_cache(maxsize=4096)
def _query(schedule: Schedule, zone: ZoneInfo) -> recurring_ical_events.CalendarQuery:
    """The schedule as an iCalendar event in floating local time, parsed once."""
    event = Event()
    event.add("uid", schedule.id)
    event.add("duration", schedule.duration)
    extra = [datetime.combine(on, schedule.start) for on in schedule.rdates]
    first = first_start(schedule, zone)
    if first is not None:
        event.add("rrule", _floating(schedule, zone))
    elif extra:
        first = min(extra)
    else:
        return recurring_ical_events.of(Event(), components=())
    event.add("dtstart", first)
    for name, dates in (("rdate", schedule.rdates), ("exdate", schedule.exdates)):
        if dates:
            event.add(name, [datetime.combine(on, schedule.start) for on in dates])
    return recurring_ical_events.of(event)


def _floating(schedule: Schedule, zone: ZoneInfo) -> vRecur:
    """The rule with UNTIL in local wall time, as the floating DTSTART wants it."""
    rule: vRecur = vRecur.from_ical(schedule.rrule)
    until = local_until(schedule.rrule, zone)
    if until is not None:
        rule["UNTIL"] = [until]
    return rule


def openings(programme: Programme, first_on: date, last_on: date) -> list[Opening]:
    """Every opening that the schedules plan between two local dates, both included.

    `flows.hours.precedence.in_force` says which of them hold.

    Args:
        programme: Its schedules and its zone.
        first_on: First date counted.
        last_on: Last date counted.

    Returns:
        Openings in order of start; at the same start in the order of the workers in the
        config, then of their schedules.
    """
    place = {worker.id: n for n, worker in enumerate(programme.workers)}
    held = chain.from_iterable(
        _openings(schedule, programme.zone, first_on, last_on) for schedule in programme.schedules
    )
    return sorted(held, key=lambda each: (each.span.start, place[each.worker]))


def _openings(
    schedule: Schedule, zone: ZoneInfo, first_on: date, last_on: date
) -> Iterable[Opening]:
    for span in occurrences(schedule, zone, first_on, last_on):
        yield Opening(
            worker=schedule.worker,
            school=schedule.school,
            schedule=schedule.id,
            room=schedule.room,
            span=span,
            slot_minutes=schedule.slot_minutes,
            modes=schedule.modes,
            bookable=schedule.bookable,
            walk_in=schedule.walk_in and Mode.SCHOOL in schedule.modes and not schedule.group,
            buffer_minutes=schedule.buffer_minutes,
            walk_in_share=schedule.walk_in_share,
            group=schedule.group.value if schedule.group else None,
        )


def slots(opening: Opening, busy: Sequence[Span], earliest: datetime) -> list[Slot]:
    """The free slots of an opening.

    Args:
        opening: Cut into stretches by `flows.hours.grid.bookable_spans`.
        busy: Spans of this worker that are taken, any order; one that shares a moment with a
            slot takes all of it, and so does one that is nearer than the buffer.
        earliest: First start allowed, aware UTC.

    Returns:
        Slots in order of start.
    """
    buffer = timedelta(minutes=opening.buffer_minutes)
    taken = [Span(each.start - buffer, each.end + buffer) for each in busy]
    return [
        Slot(opening.worker, opening.school, opening.room, span, opening.modes)
        for span in bookable_spans(opening)
        if span.start >= earliest and not any(span.overlaps(other) for other in taken)
    ]


def first_free(
    slots: Iterable[Slot],
    count: int,
    after: datetime,
    busy: Mapping[WorkerId, Sequence[Span]] = NOTHING_BUSY,
    zone: tzinfo = UTC,
) -> list[Slot]:
    """The first slots with different starts, whoever holds them: at most one a moment.

    Args:
        slots: Free slots, any order; among equals the one given first is preferred, so give
            them in the order of the config (as `openings` does).
        count: How many at most.
        after: First start allowed, aware UTC; this very moment is.
        busy: What is taken already, as `Appointments.busy` tells it: at the same start the
            worker with fewer busy spans on that day is preferred.
        zone: The zone whose days count.

    Returns:
        Slots in order of start, then fewest busy spans that day, then as given.
    """
    later = [each for each in slots if each.span.start >= after]
    later.sort(key=lambda each: (each.span.start, _load(each, busy, zone)))
    first: dict[datetime, Slot] = {}
    for each in later:
        first.setdefault(each.span.start, each)
    return list(first.values())[:count]


def _load(slot: Slot, busy: Mapping[WorkerId, Sequence[Span]], zone: tzinfo) -> int:
    on = slot.span.start.astimezone(zone).date()
    taken = busy.get(slot.worker, ())
    return sum(each.start.astimezone(zone).date() == on for each in taken)
