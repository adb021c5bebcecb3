"""The line as it stands at a moment, and what is free before the talks in it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from flows.model import AppointmentId, Hold, Place, SchoolId, Slot, Time
from flows.ports import Almanac, Ports, Work
from flows.reminding.quiet import phones_away
from flows.waiting.finding import Kind, free_before, kind_of
from flows.waiting.rules import stands

Passed = Mapping[AppointmentId, Mapping[Time, bool]]


@dataclass(frozen=True, slots=True)
class Sight:
    """What one look sees.

    Attributes:
        line: Places that count, first come first.
        gone: Talks that are in line no longer: they changed, were cancelled or are near.
        kept: What is held, and has not lapsed.
        over: What is held no longer: it lapsed, or its talk is gone.
        free: Slots before the last talk in line, by kind.
        passed: Times that are not to be offered, by talk.
        phones: Schools where phones are put away now, and when they come out.
    """

    line: Sequence[Place]
    gone: Sequence[AppointmentId]
    kept: Sequence[Hold]
    over: Sequence[Hold]
    free: Mapping[Kind, Sequence[Slot]]
    passed: Passed
    phones: Mapping[SchoolId, datetime]


async def look(work: Work, now: datetime, ports: Ports) -> Sight:
    """See who waits for what; nothing more than who waits where nobody does."""
    everybody, holds = await work.waiting.line(), await work.waiting.holds()
    line = [each for each in everybody if stands(each, now, ports.limits.booking.notice)]
    in_line = {each.talk.id for each in line}
    kept = [each for each in holds if now < each.until_at and each.appointment in in_line]
    over = [each for each in holds if each not in kept]
    gone = [each.talk.id for each in everybody if each.talk.id not in in_line]
    if not line:
        return Sight([], gone, [], over, {}, {}, {})
    almanac = await ports.almanacs.current(work, now)
    talks = [each.talk for each in line]
    free = await free_before(talks, almanac, work, now, ports)
    phones = _phones_away({each.school for each in talks}, almanac, now)
    return Sight(line, gone, kept, over, free, await work.waiting.passed(), phones)


def _phones_away(
    schools: Iterable[SchoolId], almanac: Almanac, now: datetime
) -> Mapping[SchoolId, datetime]:
    away = {each: phones_away(almanac.programme, each, now) for each in schools}
    return {each: out_at for each, out_at in away.items() if out_at is not None}


def taken_since(sight: Sight, ports: Ports) -> Mapping[AppointmentId, Collection[Time]]:
    """Times that somebody passed by when they were free, and that are taken now, by talk."""
    free = {
        kind: {(each.worker, each.span.start) for each in slots}
        for kind, slots in sight.free.items()
    }
    found: dict[AppointmentId, list[Time]] = {}
    for place in sight.line:
        known, still = sight.passed.get(place.talk.id, {}), free[kind_of(place.talk, ports)]
        taken = [time for time, offered in known.items() if not offered and time not in still]
        found |= {place.talk.id: taken} if taken else {}
    return found
