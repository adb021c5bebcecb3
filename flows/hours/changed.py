"""The programme with what was changed since the config: schedules that end, schedules that came."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from flows.changes import Block, Changes, Closing, Departure
from flows.hours.known import reach
from flows.hours.precedence import ClosedFor
from flows.hours.presence import local_date
from flows.hours.recurrence import parts_of
from flows.model import Absence, Opening, ProviderId, Span
from flows.programme import Closes, Closure, Programme, Rrule, Schedule, Worker

_DAY = timedelta(days=1)
_LAST_MOMENT = time(23, 59, 59)


def with_changes(programme: Programme, changes: Changes) -> Programme:
    """A programme whose schedules and closures are those that hold now.

    Schedules of workers who left, or of workers and schools that the config no longer knows,
    are left out; who left keeps the name. A closing has no name in any language
    (`flows.hours.reasons.why`).
    """
    if not (changes.schedules or changes.ends or changes.closings or changes.departures):
        return programme
    left = {each.worker for each in changes.departures}
    known = [
        each
        for each in (*programme.schedules, *changes.schedules)
        if programme.worker(each.worker)
        and programme.school(each.school)
        and each.worker not in left
    ]
    held = (
        ended(each, changes.ends[each.id], programme.zone) if each.id in changes.ends else each
        for each in known
    )
    nameless = [each for each in changes.departures if programme.worker(each.worker) is None]
    return _made_anew(
        programme,
        schedules=tuple(each for each in held if each),
        closures=(*programme.closures, *map(_closure, changes.closings)),
        workers=(*programme.workers, *map(former, nameless)),
    )


def _made_anew(programme: Programme, **tables: tuple[Any, ...]) -> Programme:
    """A programme with other tables; a copy would keep the look-ups of the old ones."""
    kept = {name: getattr(programme, name) for name in Programme.model_fields}
    return Programme.model_construct(**{**kept, **tables})


def with_former(programme: Programme, left: Departure) -> Programme:
    """A programme that knows a worker whom the config dropped, by name."""
    if programme.worker(left.worker):
        return programme
    return _made_anew(programme, workers=(*programme.workers, former(left)))


def former(departure: Departure) -> Worker:
    """Somebody the config no longer knows: a name, and nothing to offer."""
    return Worker.model_construct(
        id=departure.worker,
        name=departure.name,
        provider=ProviderId(""),
        expertise={},
        languages=(),
        modes=(),
        video=None,
        email=None,
    )


def _closure(closing: Closing) -> Closure:
    return Closure.model_construct(
        school=closing.school,
        first_on=closing.first_on,
        last_on=closing.last_on,
        closes=closing.closes,
        name={},
    )


def ended(schedule: Schedule, last_on: date, zone: ZoneInfo) -> Schedule | None:
    """A schedule that counts up to a date at most; None when nothing is left of it.

    Source: RFC 5545, 3.3.10 (UNTIL in UTC where DTSTART is local with a zone; never with COUNT).
    """
    reached = reach(schedule, zone)
    if reached is not None and reached <= last_on:
        return schedule
    rdates = tuple(each for each in schedule.rdates if each <= last_on)
    if last_on < schedule.first_on and not rdates:
        return None
    kept = {k: v for k, v in parts_of(schedule.rrule).items() if k not in {"COUNT", "UNTIL"}}
    until = datetime.combine(last_on, _LAST_MOMENT, zone).astimezone(UTC)
    parts = {**kept, "UNTIL": f"{until:%Y%m%dT%H%M%SZ}"}
    rule = Rrule(";".join(f"{name}={value}" for name, value in parts.items()))
    return schedule.model_copy(update={"rrule": rule, "rdates": rdates})


def blocked(block: Block, zone: ZoneInfo, first_on: date, last_on: date) -> Iterator[Absence]:
    """What a block takes between two local dates, both included, in order of start."""
    first, last = max(first_on, block.first_on), min(last_on, block.last_on or last_on)
    on = first + (block.weekday - first.weekday()) % 7 * _DAY
    while on <= last:
        start = datetime.combine(on, block.start, zone).astimezone(UTC)
        yield Absence(block.worker, Span(start, start + block.duration))
        on += 7 * _DAY


def closes_extra(changes: Changes, zone: ZoneInfo) -> ClosedFor:
    """What closings do to extra openings: only those that were said after it was made."""

    def closes(opening: Opening) -> Closes | None:
        on = local_date(opening.span.start, zone)
        found = {
            each.closes
            for each in changes.closings
            if each.school == opening.school
            and each.first_on <= on <= each.last_on
            and (opening.made_at is None or each.made_at > opening.made_at)
        }
        return "all" if "all" in found else next(iter(found), None)

    return closes
