"""Reads for the screens of this subject."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from flows.booking import screens
from flows.booking.rules import free_slots, may_choose, usual_mode
from flows.hours.presence import day_span, local_date, missing
from flows.hours.rules import first_free
from flows.hours.views import rows_today, worker_names
from flows.model import (
    Mode,
    Opening,
    ProviderId,
    Slot,
    Span,
    Unmet,
)
from flows.ports import Almanac, Ports, Work
from flows.programme import Programme, School, Worker
from flows.reminding.feedback import WITHOUT_A_TALK
from flows.screen import Screen
from flows.steps import Days, Times, Ways, Workers
from flows.visit import Visit, admitted_school

TIMES_AT_ONCE = 3
NEAR = timedelta(days=4)
"""How far a first query looks; most people take one of the first times."""


async def workers(step: Workers, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """Who can be talked to at the person's school."""
    school = admitted_school(visit.person, ports.programme)
    listed = visit.almanac.programme.workers_at(school.id)
    return screens.workers(step, listed, visit.language, _provider_names(ports.programme))


def _provider_names(programme: Programme) -> dict[ProviderId, str]:
    return {each.id: each.name for each in programme.providers}


async def times(step: Times, visit: Visit, work: Work, ports: Ports) -> Screen:
    """The first three free times from a moment on; so many screens of them an hour."""
    school = admitted_school(visit.person, ports.programme)
    most = ports.limits.pace.times
    if not ports.pace.allows("times", visit.known.id, most, visit.now):
        return screens.enough_times()
    worker = ports.programme.worker(step.worker)
    mode = usual_mode(step.mode, worker, visit.known.audience)
    soonest = visit.now + ports.limits.booking.notice
    earliest = max(soonest, step.after or soonest)
    ways, together = _ways_of(school, worker, visit), has_groups(school, worker, visit)
    free = await _first_free(school, worker, mode, earliest, visit, work, ports)
    waits = step.moving is not None and await work.waiting.waits(visit.known.id, step.moving)
    if not free:
        contacts = [*school.contacts, *ports.programme.about.contacts]
        question = secrets.choice(WITHOUT_A_TALK)
        nothing = screens.no_times(
            step, contacts, school.name, ways, question, waits=waits, groups=together
        )
        return nothing if step.moving is not None else replace(nothing, unmet=Unmet.NOTHING_FREE)
    zone, names = ports.programme.zone, worker_names(ports.programme)
    dated = [(slot, local_date(slot.span.start, zone)) for slot in free]
    on = _chosen_day(step, zone)
    shown = screens.times(step, mode, dated, names, on, ways, waits=waits, groups=together)
    if step.moving is None:
        rows = rows_today(school, visit.almanac, visit.now)
        shown = replace(shown, unmet=missing(rows, worker.id if worker else None))
    if worker is None or step.after is not None or step.moving is not None:
        return shown
    return screens.introduced(shown, worker, visit.language, _provider_names(ports.programme))


def _chosen_day(step: Times, zone: ZoneInfo) -> date | None:
    """The day that was chosen from the list: the one whose midnight the search begins with."""
    if step.after is None:
        return None
    on = local_date(step.after, zone)
    return on if step.after == day_span(on, zone).start else None


async def _first_free(
    school: School,
    worker: Worker | None,
    mode: Mode,
    earliest: datetime,
    visit: Visit,
    work: Work,
    ports: Ports,
) -> list[Slot]:
    """Three free slots; looks near first, for one short query usually does."""
    horizon = visit.now + timedelta(days=ports.limits.booking.horizon_days)
    minutes = ports.limits.booking.minutes(visit.known.audience)
    found: list[Slot] = []
    for until in (min(earliest + NEAR, horizon), horizon):
        openings = openings_of(school, worker, Span(earliest, until), visit.almanac)
        found = await soonest(
            openings,
            mode,
            earliest,
            work,
            now=visit.now,
            zone=ports.programme.zone,
            minutes=minutes,
        )
        if len(found) == TIMES_AT_ONCE or until == horizon:
            break
    return found


async def soonest(
    openings: Sequence[Opening],
    mode: Mode,
    earliest: datetime,
    work: Work,
    *,
    now: datetime,
    zone: ZoneInfo,
    count: int = TIMES_AT_ONCE,
    minutes: int = 0,
) -> list[Slot]:
    """The first free slots of these openings from a moment on, in one query.

    `now` decides which holds for others have lapsed.
    """
    if not openings:
        return []
    last = max(each.span.end for each in openings)
    busy = await work.appointments.busy(
        {each.worker for each in openings}, Span(earliest, last + timedelta(days=1)), now
    )
    free = free_slots(openings, busy, mode, earliest, minutes)
    return first_free(free, count, earliest, busy, zone)


def openings_of(
    school: School, worker: Worker | None, span: Span, almanac: Almanac
) -> list[Opening]:
    """Openings of a school, or of one worker there, on the days that a span touches."""
    zone = almanac.programme.zone
    first_on, last_on = local_date(span.start, zone), local_date(span.end, zone)
    openings = almanac.at_school(school.id, first_on, last_on)
    return [each for each in openings if worker is None or each.worker == worker.id]


async def days(step: Days, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """Days with office hours within the horizon."""
    school = admitted_school(visit.person, ports.programme)
    worker = ports.programme.worker(step.worker)
    mode = usual_mode(step.mode, worker, visit.known.audience)
    horizon = timedelta(days=ports.limits.booking.horizon_days)
    openings = openings_of(school, worker, Span(visit.now, visit.now + horizon), visit.almanac)
    zone = ports.programme.zone
    found = dict.fromkeys(
        local_date(each.span.start, zone)
        for each in openings
        if each.bookable and each.group is None and mode in each.modes and each.span.end > visit.now
    )
    listed = [
        (on, Times(step.worker, step.mode, day_span(on, zone).start, step.moving, step.version))
        for on in found
    ]
    return screens.days(step, listed)


async def ways(step: Ways, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """In which ways one can talk here, or with this worker."""
    school = admitted_school(visit.person, ports.programme)
    worker = ports.programme.worker(step.worker)
    groups = step.moving is None and has_groups(school, worker, visit)
    return screens.ways(step, _ways_of(school, worker, visit), groups=groups)


def has_groups(school: School, worker: Worker | None, visit: Visit) -> bool:
    """Tell whether this person can be in a group here; who asks for a worker asks for a talk."""
    return worker is None and any(
        each.school == school.id
        and each.group is not None
        and visit.known.audience in each.group.audiences
        for each in visit.almanac.programme.schedules
    )


def _ways_of(school: School, worker: Worker | None, visit: Visit) -> list[Mode]:
    """The ways that somebody may choose here, or with this worker."""
    offered = {
        mode
        for each in visit.almanac.programme.schedules
        if each.school == school.id
        and each.bookable
        and each.group is None
        and _is_of(worker, each.worker)
        for mode in each.modes
    }
    audience = visit.known.audience
    return [mode for mode in Mode if mode in offered and may_choose(mode, audience)]


def _is_of(worker: Worker | None, other: str) -> bool:
    return worker is None or worker.id == other
