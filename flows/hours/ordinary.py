"""The hours of an ordinary week, as a poster can promise them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flows.hours.known import reach
from flows.hours.recurrence import parts_of
from flows.hours.rules import occurrences
from flows.model import Mode, SchoolId
from flows.programme import Programme, Rrule, Schedule

_WEEKS = 8
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Hour:
    """One stretch that comes back on a weekday (0 is Monday), local wall time."""

    weekday: int
    start: time
    end: time
    room: str
    workers: tuple[str, ...]
    walk_in: bool
    every_other_week: bool


@dataclass(frozen=True, slots=True)
class OrdinaryWeek:
    """What comes back at a school, by weekday and start; `has_more`: some hours are rarer."""

    hours: tuple[Hour, ...]
    has_more: bool


def ordinary_week(programme: Programme, school: SchoolId, on: date) -> OrdinaryWeek:
    """The hours at a school that come every week or every other week, with who is there.

    Closed days, dates left out or added by hand, groups, and hours by phone or video only do
    not count. Several workers in one room at the same time are one stretch.

    Args:
        programme: Its schedules.
        school: Where.
        on: A local date: schedules that run in its week count, or in the first week after it
            in which one does.
    """
    running = _running(programme, school, on)
    found: defaultdict[tuple[int, time, time, str, bool, bool], list[str]] = defaultdict(list)
    has_more = False
    for schedule in running:
        for weekday, times in _weekdays(schedule, on, programme.zone):
            if times < _WEEKS // 2:
                has_more = True
                continue
            end = (datetime.combine(on, schedule.start) + schedule.duration).time()
            rare, key = times < _WEEKS, (weekday, schedule.start, end, schedule.room)
            found[(*key, schedule.walk_in, rare)].append(_name(programme, schedule))
    hours = [
        Hour(weekday, start, end, room, tuple(dict.fromkeys(names)), walk_in, rare)
        for (weekday, start, end, room, walk_in, rare), names in found.items()
    ]
    hours.sort(key=lambda each: (each.weekday, each.start, each.end, each.room))
    return OrdinaryWeek(tuple(hours), has_more)


def _name(programme: Programme, schedule: Schedule) -> str:
    worker = programme.worker(schedule.worker)
    return worker.name if worker else schedule.worker


def _running(programme: Programme, school: SchoolId, on: date) -> Sequence[Schedule]:
    """The schedules with talks at school that run in the week of a date, or in the first after."""
    ahead = [
        each
        for each in programme.schedules
        if each.school == school
        and Mode.SCHOOL in each.modes
        and each.group is None
        and _not_over(each, on, programme.zone)
    ]
    first = max(on, min((each.first_on for each in ahead), default=on))
    return [each for each in ahead if each.first_on <= first + (6 - first.weekday()) * _DAY]


def _not_over(schedule: Schedule, on: date, zone: ZoneInfo) -> bool:
    last = reach(schedule, zone)
    return last is None or last >= on


def _weekdays(schedule: Schedule, on: date, zone: ZoneInfo) -> Iterator[tuple[int, int]]:
    """How often in eight weeks the rule falls on each weekday, as if it never ended."""
    kept = {k: v for k, v in parts_of(schedule.rrule).items() if k not in {"COUNT", "UNTIL"}}
    rule = Rrule(";".join(f"{key}={value}" for key, value in kept.items()))
    endless = schedule.model_copy(update={"rrule": rule, "exdates": (), "rdates": ()})
    begin = max(on, schedule.first_on)
    monday = begin + (7 - begin.weekday()) % 7 * _DAY
    spans = occurrences(endless, zone, monday, monday + _WEEKS * _WEEK - _DAY)
    yield from Counter(each.start.astimezone(zone).weekday() for each in spans).items()
