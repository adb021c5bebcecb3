"""Reads which groups have a seat left, in one query."""

from datetime import datetime, timedelta

from flows.booking.seats import free_seats
from flows.booking.views import openings_of
from flows.model import Appointment, Opening, Span
from flows.ports import Ports, Work
from flows.programme import School
from flows.visit import Visit


async def next_seats(
    school: School,
    seat: Appointment | None,
    after: datetime | None,
    visit: Visit,
    work: Work,
    ports: Ports,
) -> list[Opening]:
    """The groups of a school with a seat left, soonest first.

    Args:
        school: Where.
        seat: One to move: only its own series, and not the group that it is in.
        after: From when on; None for as soon as the least notice allows.
        visit: Who asks.
        work: To read what is taken.
        ports: For limits.
    """
    soonest = visit.now + ports.limits.booking.notice
    earliest = max(soonest, after or soonest)
    horizon = visit.now + timedelta(days=ports.limits.booking.horizon_days)
    found = [
        each
        for each in openings_of(school, None, Span(earliest, horizon), visit.almanac)
        if each.group is not None
    ]
    if seat is not None:
        found = [e for e in found if e.schedule == seat.group and e.span != seat.span]
    workers = {each.worker for each in found}
    if not workers:
        return []
    busy = await work.appointments.busy(
        workers, Span(earliest, horizon + timedelta(days=1)), visit.now
    )
    return free_seats(found, busy, visit.known.audience, earliest)
