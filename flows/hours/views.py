"""Reads for the screens of this subject: at most two queries, whatever the programme's size."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from flows.hours import screens
from flows.hours.closures import closed_days
from flows.hours.known import knows, school_days
from flows.hours.presence import Presence, away, local_date, presences
from flows.model import Opening, WorkerId
from flows.ports import Almanac, Ports, Work
from flows.programme import Contact, Programme, School
from flows.screen import Screen
from flows.steps import Week
from flows.visit import Visit, admitted_school

LOOK_AHEAD = (timedelta(days=6), timedelta(days=27), timedelta(days=62))
"""How far the next opening is looked for: a week, four, and nine when a summer lies between."""
_DAY = timedelta(days=1)
_SIX_DAYS = timedelta(days=6)


async def today(school: School, visit: Visit, work: Work) -> Screen:
    """Who is at this school today."""
    almanac = visit.almanac
    programme = almanac.programme
    on = local_date(visit.now, programme.zone)
    rows = rows_today(school, almanac, visit.now)
    talks = await work.appointments.coming(visit.known.id, visit.now)
    closed = closed_days(programme, school.id, on, on).get(on)
    return screens.today(
        school.name,
        on,
        rows,
        worker_names(programme),
        next_opening(school, on + _DAY, almanac),
        contacts_of(school, programme),
        visit.language,
        closed=closed,
        is_known=closed is not None or knows(programme, school.id, on),
        has_talks=bool(talks) and not visit.known.shared,
    )


async def week(step: Week, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """Who is at the person's school, seven days from today or a later week on."""
    programme = visit.almanac.programme
    school = admitted_school(visit.person, programme)
    weeks = min(step.later, ports.limits.booking.horizon_days // 7)
    first_on = local_date(visit.now, programme.zone) + timedelta(weeks=weeks)
    last_on = first_on + _SIX_DAYS
    openings = visit.almanac.at_school(school.id, first_on, last_on)
    closed = closed_days(programme, school.id, first_on, last_on)
    to_be_open = [each for each in school_days(first_on, last_on) if each not in closed]
    return screens.week(
        school.name,
        [(local_date(each.span.start, programme.zone), each) for each in _ahead(openings, visit)],
        closed,
        worker_names(programme),
        next_opening(school, last_on + _DAY, visit.almanac),
        contacts_of(school, programme),
        visit.language,
        weeks=weeks,
        is_open=bool(to_be_open),
        is_known=all(knows(programme, school.id, each) for each in to_be_open),
    )


def _ahead(openings: Sequence[Opening], visit: Visit) -> list[Opening]:
    return [each for each in openings if each.span.end > visit.now]


def rows_today(school: School, almanac: Almanac, now: datetime) -> list[Presence]:
    """Today's openings of a school with what is known of each by now, earliest first."""
    zone = almanac.programme.zone
    on = local_date(now, zone)
    marks = almanac.marks_at(school.id, on)
    rows = presences(almanac.at_school(school.id, on, on), marks, now, zone)
    rows += away(almanac.away_at(school.id, on), rows, now)
    return sorted(rows, key=lambda each: each.span.start)


def next_opening(
    school: School, first_on: date, almanac: Almanac, worker: WorkerId | None = None
) -> Opening | None:
    """The first opening for talks of a school from a date on; None when nine weeks hold none.

    Args:
        school: Where.
        first_on: From which date on.
        almanac: What is known.
        worker: Whose; None for anybody's.
    """
    for ahead in LOOK_AHEAD:
        found = almanac.at_school(school.id, first_on, first_on + ahead)
        talks = [e for e in found if e.group is None and worker in {None, e.worker}]
        if talks:
            return talks[0]
    return None


def contacts_of(school: School, programme: Programme) -> list[Contact]:
    """Whom else to ask: the school's own people first."""
    return [*school.contacts, *programme.about.contacts]


def worker_names(programme: Programme) -> dict[WorkerId, str]:
    """What each worker is called."""
    return {each.id: each.name for each in programme.workers}
