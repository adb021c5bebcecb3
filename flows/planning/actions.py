"""What a worker changes about the own hours; whoever booked in them is told."""

import secrets
from dataclasses import dataclass
from datetime import date, timedelta

from flows.attendance.care import locked, take_care
from flows.errors import StaleError
from flows.hours.presence import local_date
from flows.model import Origin, PlanKind, Ref, ScheduleId, Span
from flows.planning import rules
from flows.ports import Almanac, Ports, Work
from flows.programme import Schedule, School, Worker, ref_of
from flows.screen import Line
from flows.staff_steps import DeskWeek, Drop, Settle, Unblock, Weekly
from flows.visit import Outcome, Visit, worker_of

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Case:
    """A plan to be carried out, and what it needs."""

    step: Settle
    worker: Worker
    before: Almanac
    visit: Visit
    work: Work
    ports: Ports

    @property
    def today(self) -> date:
        return local_date(self.visit.now, self.ports.programme.zone)

    def school(self, ref: Ref | None) -> School:
        """The school of a button: one at which this worker has recurring hours.

        Raises:
            StaleError: It is not, or not any more.
        """
        school = self.ports.programme.school(ref)
        if school is None or school not in rules.schools_of(self.worker.id, self.before.programme):
            raise StaleError
        return school


async def settle(step: Settle, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Carry out a plan; the same care for those booked as with an absence.

    Raises:
        StaleError: Something is missing, over, or no longer there.
        HoursOverlapError: The worker has other hours then.
    """
    worker = worker_of(visit, ports.programme)
    before = await locked([worker.id], work, visit.now, ports)
    case = _Case(step, worker, before, visit, work, ports)
    carry_out = {
        PlanKind.EXTRA: _extra,
        PlanKind.ADD: _add,
        PlanKind.CHANGE: _change,
        PlanKind.END: _end,
        PlanKind.BLOCK: _block,
    }
    await carry_out[step.kind](case)
    lost = await take_care(before, [worker.id], work, visit.now, ports)
    return Outcome(Weekly(), Line("note-hours", {"count": lost}))


async def _extra(case: _Case) -> None:
    step, zone = case.step, case.ports.programme.zone
    on = rules.day_of(step.on, case.today)
    hours = rules.stretch_of(step.start, step.length)
    like = rules.template(case.worker, case.school(step.school), case.before.programme)
    opening = rules.extra_of(like, on, hours, case.visit.now, zone)
    rules.check_extra(opening, case.before)
    await case.work.hours.add_extra(opening, case.visit.now)


async def _add(case: _Case) -> None:
    school = case.school(case.step.school)
    like = rules.template(case.worker, school, case.before.programme)
    await _weekly(case, like, None, school)


async def _change(case: _Case) -> None:
    on = rules.day_of(case.step.on, case.today)
    old = _own(case, on)
    if old.group is not None:
        raise StaleError
    await _weekly(case, old, old, case.school(ref_of(old.school)))
    await case.work.hours.end_schedule(old.id, on - _DAY)


async def _weekly(case: _Case, like: Schedule, old: Schedule | None, school: School) -> None:
    """New hours of every week, in place of others or beside them."""
    step, programme = case.step, case.before.programme
    on = rules.day_of(step.on, case.today)
    hours = rules.stretch_of(step.start, step.length)
    new_id = ScheduleId(f"c-{secrets.token_hex(8)}")
    endless = rules.weekly_of(like, on, step.weekday, hours, new_id)
    last_on = rules.last_day_of(old, school, programme, on)
    weekly = rules.until(endless, last_on, programme.zone)
    rules.check_free(weekly, case.before, old.id if old else None)
    await case.work.hours.add_schedule(weekly, Origin.CHAT, case.visit.now)


async def _end(case: _Case) -> None:
    on = rules.day_of(case.step.on, case.today)
    await case.work.hours.end_schedule(_own(case, on).id, on - _DAY)


async def _block(case: _Case) -> None:
    on = rules.day_of(case.step.on, case.today)
    hours = rules.stretch_of(case.step.start, case.step.length)
    block = rules.block_of(case.worker.id, on, case.step.weekday, hours)
    await case.work.hours.add_block(block)


def _own(case: _Case, on: date) -> Schedule:
    """The schedule of a button, which still counts on a date.

    Raises:
        StaleError: There is none such (any more), or it ends before.
    """
    wanted = case.step.schedule
    own = rules.own_schedule(
        lambda each: ref_of(each.id) == wanted, case.worker.id, case.before.programme
    )
    return rules.still(own, on, case.ports.programme.zone)


async def drop(step: Drop, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """One opening does not take place: an absence just as long.

    Raises:
        StaleError: This worker has no such opening (any more).
    """
    worker = worker_of(visit, ports.programme)
    before = await locked([worker.id], work, visit.now, ports)
    on = local_date(step.start, ports.programme.zone)
    span = Span(step.start, step.end)
    held = [
        each
        for each in before.of_worker(worker.id, on, on)
        if ref_of(each.school) == step.school and each.span == span and span.end > visit.now
    ]
    if not held:
        raise StaleError
    await work.hours.add_absence(worker.id, span, visit.now)
    lost = await take_care(before, [worker.id], work, visit.now, ports)
    return Outcome(DeskWeek(), Line("note-hours", {"count": lost}))


async def unblock(step: Unblock, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """A meeting of every week ends today.

    Raises:
        StaleError: This worker has no such meeting.
    """
    worker = worker_of(visit, ports.programme)
    before = await locked([worker.id], work, visit.now, ports)
    if not any(
        each.id == step.block and each.worker == worker.id for each in before.changes.blocks
    ):
        raise StaleError
    await work.hours.end_block(step.block, local_date(visit.now, ports.programme.zone) - _DAY)
    await take_care(before, [worker.id], work, visit.now, ports)
    return Outcome(Weekly(), Line("note-hours", {"count": 0}))
