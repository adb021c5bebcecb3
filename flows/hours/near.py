"""Who is in the building at this moment, for a card with who to call."""

from datetime import timedelta

from flows.hours.presence import Phase, Presence, local_date
from flows.hours.rows import Names, is_far, present
from flows.hours.views import next_opening, rows_today, worker_names
from flows.model import Known
from flows.programme import Programme, School
from flows.screen import Line, Value
from flows.visit import Visit, is_admitted, school_of

MOST = 2
"""Rows at most: the numbers above them matter more."""
_DAY = timedelta(days=1)
_THERE = (Known.PLANNED, Known.CONFIRMED)


def near(visit: Visit, programme: Programme) -> tuple[Line, ...]:
    """Who is there now; nobody: when somebody is, with its real day. For outsiders nothing."""
    school = school_of(visit.person, programme)
    if school is None or not is_admitted(visit.person, programme):
        return ()
    names = worker_names(visit.almanac.programme)
    today = rows_today(school, visit.almanac, visit.now)
    there = [each for each in today if _is_there(each)]
    if there:
        return Line("near-now", item=True), *(present(each, names) for each in there[:MOST])
    return _later(school, visit, names)


def _is_there(row: Presence) -> bool:
    return row.phase is Phase.DURING and row.known in _THERE and not is_far(row)


def _later(school: School, visit: Visit, names: Names) -> tuple[Line, ...]:
    on = local_date(visit.now, visit.almanac.programme.zone)
    today = visit.almanac.at_school(school.id, on, on)
    ahead = [each for each in today if each.span.start > visit.now]
    later = ahead[0] if ahead else next_opening(school, on + _DAY, visit.almanac)
    if later is None:
        return ()
    values: dict[str, Value] = {"name": names[later.worker], "at": later.span.start}
    return (Line("near-later", values, item=True),)
