"""What is free before the talks of those in line."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from flows.booking.rules import free_slots
from flows.booking.views import openings_of
from flows.model import Appointment, Mode, Opening, SchoolId, Slot, Span
from flows.ports import Almanac, Ports, Work

Kind = tuple[SchoolId, Mode, int]
"""Where, how, and how many minutes: talks of one kind want the same slots."""


def kind_of(talk: Appointment, ports: Ports) -> Kind:
    """What kind of slot a talk takes."""
    return talk.school, talk.mode, ports.limits.booking.minutes(talk.audience)


async def free_before(
    talks: Sequence[Appointment], almanac: Almanac, work: Work, now: datetime, ports: Ports
) -> Mapping[Kind, Sequence[Slot]]:
    """The free slots that begin before the last of these talks, by kind, in one query.

    Returns:
        For every kind of these talks its slots, in order of start.
    """
    if not talks:
        return {}
    kinds = {kind_of(each, ports) for each in talks}
    earliest = now + ports.limits.booking.notice
    last = max(each.span.start for each in talks)
    openings = _openings({school for school, _, _ in kinds}, Span(earliest, last), almanac)
    workers = {each.worker for each in openings}
    until = max((each.span.end for each in openings), default=last)
    busy = await work.appointments.busy(workers, Span(now, max(until, last)), now)
    return {
        kind: free_slots(
            [each for each in openings if each.school == kind[0]],
            busy,
            kind[1],
            earliest,
            kind[2],
        )
        for kind in kinds
    }


def _openings(schools: Iterable[SchoolId], span: Span, almanac: Almanac) -> list[Opening]:
    known = [almanac.programme.school(each) for each in schools]
    return [
        opening
        for school in known
        if school is not None
        for opening in openings_of(school, None, span, almanac)
    ]
