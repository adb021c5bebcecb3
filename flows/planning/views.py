"""Reads for a worker's own hours."""

from collections.abc import Sequence
from datetime import date, timedelta

from flows.attendance.rules import school_dates
from flows.errors import StaleError
from flows.hours.coverage import covering
from flows.hours.presence import local_date
from flows.model import Opening, PlanKind, Span
from flows.planning import screens
from flows.planning.rules import WEEKDAYS, open_question, own_schedule, schools_of
from flows.ports import Ports, Work
from flows.programme import Schedule, ref_of
from flows.screen import Screen
from flows.staff_steps import DeskWeek, Hour, Meeting, Plan, Regular, Weekly
from flows.visit import Visit, worker_of

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
NEXT_TIME = timedelta(days=62)
MOST_WEEKS = 52


async def desk_week(step: DeskWeek, visit: Visit, work: Work, ports: Ports) -> Screen:
    """A worker's openings of seven days, each with how many talks."""
    worker, zone = worker_of(visit, ports.programme), ports.programme.zone
    later = min(step.later, MOST_WEEKS)
    first_on = local_date(visit.now, zone) + later * _WEEK
    last_on = first_on + _WEEK - _DAY
    openings = visit.almanac.of_worker(worker.id, first_on, last_on)
    rows = await _rows([o for o in openings if o.span.end > visit.now], visit, work, ports)
    return screens.desk_week(rows, ports.programme, later)


async def _rows(
    openings: Sequence[Opening], visit: Visit, work: Work, ports: Ports
) -> list[screens.Row]:
    if not openings:
        return []
    zone = ports.programme.zone
    span = Span(openings[0].span.start, max(each.span.end for each in openings))
    talks = await work.appointments.of_worker(openings[0].worker, span)
    held = [covering(visit.almanac, each) for each in talks]
    return [
        screens.Row(local_date(each.span.start, zone), each, held.count(each)) for each in openings
    ]


async def hour(step: Hour, visit: Visit, work: Work, ports: Ports) -> Screen:
    """One opening of a worker.

    Raises:
        StaleError: There is none at that moment (any more).
    """
    worker, zone = worker_of(visit, ports.programme), ports.programme.zone
    on = local_date(step.at, zone)
    for each in visit.almanac.of_worker(worker.id, on, on):
        if ref_of(each.school) == step.school and each.span.start <= step.at < each.span.end:
            [row] = await _rows([each], visit, work, ports)
            return screens.hour(row, ports.programme)
    raise StaleError


async def weekly(step: Weekly, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """A worker's recurring hours and meetings."""
    worker, zone = worker_of(visit, ports.programme), ports.programme.zone
    today = local_date(visit.now, zone)
    listed = [
        (each, found, local_date(found.span.start, zone))
        for each in visit.almanac.programme.schedules
        if each.worker == worker.id and (found := _next_of(each, today, visit))
    ]
    blocks = [
        each
        for each in visit.almanac.changes.blocks
        if each.worker == worker.id and (each.last_on is None or each.last_on >= today)
    ]
    return screens.weekly(listed, blocks, ports.programme, step.page)


def _next_of(schedule: Schedule, today: date, visit: Visit) -> Opening | None:
    ahead = visit.almanac.of_worker(schedule.worker, today, today + NEXT_TIME)
    return next((each for each in ahead if each.schedule == schedule.id), None)


async def regular(step: Regular, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """One of a worker's recurring hours.

    Raises:
        StaleError: There is none such (any more).
    """
    worker, zone = worker_of(visit, ports.programme), ports.programme.zone
    schedule = own_schedule(
        lambda each: ref_of(each.id) == step.schedule, worker.id, visit.almanac.programme
    )
    found = _next_of(schedule, local_date(visit.now, zone), visit)
    if found is None:
        raise StaleError
    on = local_date(found.span.start, zone)
    return screens.regular(schedule, found, on, ports.programme)


async def meeting(step: Meeting, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """A meeting of every week.

    Raises:
        StaleError: There is none such (any more).
    """
    worker = worker_of(visit, ports.programme)
    for each in visit.almanac.changes.blocks:
        if each.id == step.block and each.worker == worker.id:
            return screens.meeting(each)
    raise StaleError


async def plan(step: Plan, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """Ask for what is open, one thing a screen; then whether it is right.

    Raises:
        StaleError: The plan is of a schedule or school that is no longer there, or of no weekday.
    """
    worker = worker_of(visit, ports.programme)
    if step.weekday is not None and step.weekday >= len(WEEKDAYS):
        raise StaleError
    schools = schools_of(worker.id, visit.almanac.programme)
    if len(schools) == 1 and step.school is None and open_question(step) == "school":
        step = Plan(step.kind, school=schools[0].ref)
    match open_question(step):
        case "school":
            return screens.ask_school(step, schools)
        case "on":
            return screens.ask_date(step, _dates(step, visit, ports))
        case "weekday":
            return screens.ask_weekday(step)
        case "start":
            return screens.ask_start(step)
        case "length":
            return screens.ask_length(step)
        case _:
            return screens.sure(step, ports.programme.school(step.school))


def _dates(step: Plan, visit: Visit, ports: Ports) -> list[date]:
    """School days for extra hours; for what comes back today and the Mondays after it."""
    today, a_page = local_date(visit.now, ports.programme.zone), screens.A_PAGE
    page = min(step.page, MOST_WEEKS)
    if step.kind is PlanKind.EXTRA:
        return school_dates(today, (page + 1) * a_page)[page * a_page :]
    monday = today - today.weekday() * _DAY
    first = monday + page * a_page * _WEEK
    mondays = [first + n * _WEEK for n in range(a_page)]
    return [max(today, each) for each in mondays]
