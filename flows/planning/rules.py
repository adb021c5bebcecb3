"""From what a worker tapped to office hours: pure, local wall time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flows.changes import Block
from flows.errors import HoursOverlapError, StaleError
from flows.hours.changed import ended
from flows.hours.known import known_until, reach
from flows.hours.overlaps import overlaps
from flows.hours.presence import day_span
from flows.model import Opening, Origin, PlanKind, ScheduleId, Span, WorkerId
from flows.ports import Almanac
from flows.programme import Programme, Rrule, Schedule, School, Worker
from flows.screen import Wall
from flows.staff_steps import Plan, Settle

TICK = timedelta(minutes=5)
DAY_BEGINS, DAY_ENDS = 7 * 12, 21 * 12
"""In five minutes since midnight: no office hours earlier or later are planned in the chat."""
STARTS = tuple(range(8 * 12, 20 * 12, 6))
"""Half hours from eight to half past seven, on offer."""
LENGTHS = tuple(minutes // 5 for minutes in (30, 60, 90, 120, 150, 180, 240, 360))
LOOK_AHEAD = timedelta(days=366)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
QUESTIONS: dict[PlanKind, tuple[str, ...]] = {
    PlanKind.EXTRA: ("school", "on", "start", "length"),
    PlanKind.ADD: ("school", "on", "weekday", "start", "length"),
    PlanKind.CHANGE: ("on", "weekday", "start", "length"),
    PlanKind.END: ("on",),
    PlanKind.BLOCK: ("on", "weekday", "start", "length"),
}
"""What must be known of each kind, in the order in which it is asked."""


def open_question(plan: Plan) -> str | None:
    """The next thing to ask; None when everything is known."""
    return next((each for each in QUESTIONS[plan.kind] if getattr(plan, each) is None), None)


def schools_of(worker: WorkerId, programme: Programme) -> list[School]:
    """Where a worker has recurring hours for talks: config or import say who works where."""
    own = (each for each in programme.schedules if each.worker == worker)
    there = {each.school for each in own if each.group is None}
    return [each for each in programme.schools if each.id in there]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Local wall time of a day: from, and how long."""

    start: time
    duration: timedelta


def stretch_of(start: int | None, length: int | None) -> Stretch:
    """What two numbers of a button mean.

    Raises:
        StaleError: Not within a day's office hours.
    """
    if start is None or length is None or not 0 < length <= 8 * 12:
        raise StaleError
    if start < DAY_BEGINS or start + length > DAY_ENDS:
        raise StaleError
    return Stretch(Wall.at(start).time, length * TICK)


def day_of(on: date | None, today: date) -> date:
    """A date from today on, within a year.

    Raises:
        StaleError: Another one.
    """
    if on is None or not today <= on <= today + LOOK_AHEAD:
        raise StaleError
    return on


def template(worker: Worker, school: School, programme: Programme) -> Schedule:
    """How this worker talks at a school: as the newest of the own schedules there says."""
    own = [e for e in programme.schedules if (e.worker, e.school) == (worker.id, school.id)]
    return [each for each in own if each.group is None][-1]


def extra_of(like: Schedule, on: date, hours: Stretch, now: datetime, zone: ZoneInfo) -> Opening:
    """Hours beside the schedule, on one day.

    Raises:
        StaleError: They are over.
    """
    midnight = day_span(on, zone).start.astimezone(zone)
    start = midnight.replace(hour=hours.start.hour, minute=hours.start.minute)
    span = Span(start.astimezone(UTC), start.astimezone(UTC) + hours.duration)
    if span.end <= now:
        raise StaleError
    return Opening(
        worker=like.worker,
        school=like.school,
        schedule=None,
        room=like.room,
        span=span,
        slot_minutes=min(like.slot_minutes, hours.duration // timedelta(minutes=1)),
        modes=like.modes,
        bookable=like.bookable,
        walk_in=like.walk_in,
        buffer_minutes=like.buffer_minutes,
        walk_in_share=like.walk_in_share,
        origin=Origin.EXTRA,
        made_at=now,
    )


def weekly_of(
    like: Schedule, first_on: date, weekday: int | None, hours: Stretch, new_id: ScheduleId
) -> Schedule:
    """Hours of every week from a date on, without an end.

    Raises:
        StaleError: No such weekday.
    """
    if weekday is None or weekday >= len(WEEKDAYS):
        raise StaleError
    minutes = hours.duration // timedelta(minutes=1)
    return like.model_copy(
        update={
            "id": new_id,
            "first_on": first_on,
            "rrule": Rrule(f"FREQ=WEEKLY;BYDAY={WEEKDAYS[weekday]}"),
            "exdates": (),
            "rdates": (),
            "start": hours.start,
            "duration_minutes": minutes,
            "slot_minutes": min(like.slot_minutes, minutes),
        }
    )


def until(schedule: Schedule, last_on: date | None, zone: ZoneInfo) -> Schedule:
    """The schedule up to a date, or as it is.

    Raises:
        StaleError: Nothing would be left of it.
    """
    held = schedule if last_on is None else ended(schedule, last_on, zone)
    if held is None:
        raise StaleError
    return held


def last_day_of(
    old: Schedule | None, school: School, programme: Programme, on: date
) -> date | None:
    """How far new hours reach: as far as those they replace, or as the school's are known."""
    last = reach(old, programme.zone) if old else known_until(programme, school.id)
    return last if last is not None and last >= on else None


def check_free(schedule: Schedule, almanac: Almanac, without: ScheduleId | None) -> None:
    """Hours of one worker never overlap.

    Raises:
        HoursOverlapError: They would meet others of this worker within a year.
    """
    others = [
        each
        for each in almanac.programme.schedules
        if each.worker == schedule.worker and each.id != without
    ]
    zone, first_on = almanac.programme.zone, schedule.first_on
    found = overlaps([*others, schedule], zone, first_on, first_on + LOOK_AHEAD)
    if any(each.later == len(others) for each in found):
        raise HoursOverlapError


def check_extra(opening: Opening, almanac: Almanac) -> None:
    """Extra hours of one worker never overlap.

    Raises:
        HoursOverlapError: They would.
    """
    own = (each for each in almanac.changes.extras if each.worker == opening.worker)
    if any(each.span.overlaps(opening.span) for each in own):
        raise HoursOverlapError


def block_of(worker: WorkerId, first_on: date, weekday: int | None, hours: Stretch) -> Block:
    """An hour of every week without office hours.

    Raises:
        StaleError: No such weekday.
    """
    if weekday is None or weekday >= len(WEEKDAYS):
        raise StaleError
    return Block(worker, weekday, hours.start, hours.duration, first_on)


def own_schedule(
    is_it: Callable[[Schedule], bool], worker: WorkerId, programme: Programme
) -> Schedule:
    """A schedule of this worker.

    Raises:
        StaleError: There is none such (any more).
    """
    for each in programme.schedules:
        if each.worker == worker and is_it(each):
            return each
    raise StaleError


def still(schedule: Schedule, on: date, zone: ZoneInfo) -> Schedule:
    """The schedule, if it counts on a date or later: what has ended is not made longer.

    Raises:
        StaleError: It ends before.
    """
    last_on = reach(schedule, zone)
    if last_on is not None and last_on < on:
        raise StaleError
    return schedule


def settled(plan: Plan) -> Settle:
    """The command that carries out a plan whose every question is answered."""
    return Settle(
        plan.kind, plan.school, plan.schedule, plan.on, plan.weekday, plan.start, plan.length
    )
