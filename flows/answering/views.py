"""Reads for what is shown to typed text."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from flows.answering import screens
from flows.answering.rules import Heard, step_of
from flows.hours.closures import closed_days
from flows.hours.known import knows
from flows.hours.presence import Presence, day_span, local_date, missing
from flows.hours.rows import again, planned, present, shut
from flows.hours.views import next_opening, rows_today, worker_names
from flows.model import Intent, WorkerId
from flows.ports import Ports, Work
from flows.programme import School
from flows.screen import Line, Screen
from flows.steps import About, Meant, There, Times, Unsure
from flows.visit import Visit, admitted_school

_DAY = timedelta(days=1)


async def there(step: There, visit: Visit, work: Work, ports: Ports) -> Screen:
    """Who is there on a day, or whether one worker is.

    Asked of today, with nobody there, it is a request of which no talk comes; who has a talk
    ahead asks for none.

    Raises:
        NeedsSchoolLinkError: The person may not see this school's names.
    """
    school = admitted_school(visit.person, ports.programme)
    zone = ports.programme.zone
    today = local_date(visit.now, zone)
    on = step.on or today
    here = visit.almanac.programme.workers_at(school.id)
    worker = next((each for each in here if each.ref == step.worker), None)
    wanted = worker.id if worker else None
    known = rows_today(school, visit.almanac, visit.now) if on == today else None
    rows, later = _rows(school, on, wanted, visit, known), None
    why_not = None if rows else _why_not(school, on, wanted, visit)
    if not rows:
        later = next_opening(school, max(on, today) + _DAY, visit.almanac, wanted)
    after = day_span(on, zone).start if on > today else None
    shown = screens.there(
        school.name,
        on,
        worker.name if worker else None,
        rows,
        why_not,
        again(later, worker_names(ports.programme)) if later else None,
        Times(worker.ref if worker else None, None, after),
        is_past=on < today,
    )
    unmet = None if known is None else missing(known, wanted)
    if unmet is None or await work.appointments.coming(visit.known.id, visit.now):
        return shown
    return replace(shown, unmet=unmet)


def _rows(
    school: School,
    on: date,
    wanted: WorkerId | None,
    visit: Visit,
    known: Sequence[Presence] | None,
) -> list[Line]:
    """What there is to tell of a day; of today what is `known` by now."""
    names = worker_names(visit.almanac.programme)
    if known is None:
        held = visit.almanac.at_school(school.id, on, on)
        return [planned(on, each, names) for each in held if wanted in {None, each.worker}]
    ahead = [e for e in known if e.span.end > visit.now and wanted in {None, e.worker}]
    return [present(each, names) for each in ahead]


def _why_not(school: School, on: date, wanted: WorkerId | None, visit: Visit) -> Line:
    """Why there is nothing to tell of a day."""
    programme = visit.almanac.programme
    closed = closed_days(programme, school.id, on, on).get(on)
    if closed is not None:
        return Line("there-closed", {"what": shut(closed, visit.language)})
    if not knows(programme, school.id, on):
        return Line("there-unknown")
    if wanted is None:
        return Line("there-nobody")
    return Line("there-not", {"name": worker_names(programme)[wanted]})


async def meant(step: Meant, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """Which of two days."""
    days = [
        (on, step_of(step.intent, Heard(step.worker, (), on), ports.programme.zone, visit.now))
        for on in (step.first, step.second)
    ]
    return screens.meant(days)


async def unsure(step: Unsure, visit: Visit, _work: Work, ports: Ports) -> Screen:
    """What was meant, of the likeliest."""
    zone = ports.programme.zone
    local = step.at.astimezone(zone) if step.at else None
    heard = Heard(step.worker)
    if local is not None:
        heard = Heard(step.worker, (), local.date(), local.time())
    likely = [e for e in (step.first, step.second, step.third) if e is not Intent.UNKNOWN]
    offered = [(each, step_of(each, heard, zone, visit.now)) for each in likely]
    return screens.unsure(offered)


async def about(_step: About, _visit: Visit, _work: Work, ports: Ports) -> Screen:
    """What this is."""
    return screens.about(ports.programme.about.name)
