"""Recurring hours of a school year out of a table: what is wrong with them, what they change.

For each worker and school of the table, whatever recurs there so far ends the day before the
first `first_on` of the two; then the rows count. What the chat says later wins from its date on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from flows.hours.changed import ended
from flows.hours.faults import standing
from flows.hours.finding import Finding, Loc
from flows.hours.known import reach
from flows.hours.recurrence import first_start, problems
from flows.hours.schedule_faults import overlapping
from flows.model import Origin, ScheduleId, SchoolId, WorkerId
from flows.planning.sheets import Row, Trouble
from flows.ports import Almanac
from flows.programme import Schedule

_DAY = timedelta(days=1)
_LONGEST_RULE = 200
_COLUMNS = {"duration_minutes": "end"}
Pair = tuple[WorkerId, SchoolId]


@dataclass(frozen=True, slots=True)
class Entry:
    """Hours of one line of the table; their id is made when they are kept.

    `sound`: every cell could be read, so that it can be told what they overlap.
    """

    line: int
    schedule: Schedule
    sound: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """What a table changes; it changes nothing when `ends` and `begins` are empty.

    Attributes:
        ends: Hours so far, and their last day.
        begins: Hours that come, in the order of the table.
        stands: Those of the table that an earlier import brought, just so.
    """

    ends: tuple[tuple[Schedule, date], ...]
    begins: tuple[Entry, ...]
    stands: tuple[Entry, ...]


def provisional_id(line: int) -> ScheduleId:
    """What hours are called until they are kept."""
    return ScheduleId(f"line-{line}")


def column_of(loc: Loc) -> str:
    """The column to blame for a place in a schedule."""
    field = str(loc[0])
    return _COLUMNS.get(field, field)


def up_to(row: Row, schedule: Schedule, zone: ZoneInfo) -> Schedule | Trouble:
    """The hours of a row with its last date said by their rule; a faulty rule stays."""
    if row.last_on is None or problems(schedule.rrule, zone):
        return schedule
    held = ended(schedule, row.last_on, zone)
    if held is None or first_start(held, zone) is None:
        return Trouble(row.line, "last_on", "comes before their first day", "write a later date")
    if len(held.rrule) > _LONGEST_RULE:
        return Trouble(row.line, "last_on", "does not fit the rule", "say it as UNTIL in rrule")
    return held


def misfits(entries: Sequence[Entry], almanac: Almanac, today: date) -> list[Trouble]:
    """What is wrong between the rows, the config and the hours that stay, by line.

    Args:
        entries: Each schedule valid by itself.
        almanac: The office hours as they stand.
        today: Overlaps are looked for from this local date, a year ahead.
    """
    programme = almanac.programme.model_copy(update={"schedules": _schedules(entries)})
    found = [
        _trouble(entries[n], each)
        for each in standing(programme)
        if each.loc[0] == "schedules" and isinstance(n := each.loc[1], int)
    ]
    told = [*found, *_of_departed(entries, almanac), *_overlaps(entries, almanac, today)]
    return sorted(told, key=lambda each: each.line)


def _schedules(entries: Sequence[Entry]) -> tuple[Schedule, ...]:
    return tuple(each.schedule for each in entries)


def _trouble(entry: Entry, finding: Finding) -> Trouble:
    return Trouble(entry.line, column_of(finding.loc[2:]), finding.what, finding.remedy)


def _of_departed(entries: Sequence[Entry], almanac: Almanac) -> Iterator[Trouble]:
    for each in entries:
        if almanac.changes.departure(each.schedule.worker) is not None:
            remedy = "remove the row; somebody who comes back gets a new id"
            yield Trouble(each.line, "worker", "no longer works here (inloop reassign)", remedy)


def _overlaps(entries: Sequence[Entry], almanac: Almanac, today: date) -> Iterator[Trouble]:
    """Rows that ask a worker to be in two places: among themselves, and with what stays."""
    plan = plan_of([each for each in entries if each.sound], almanac)
    workers = {each.schedule.worker for each in entries}
    last_days = {schedule.id: last_on for schedule, last_on in plan.ends}
    before = [
        ended(each, last_days[each.id], almanac.programme.zone) if each.id in last_days else each
        for each in almanac.programme.schedules
        if each.worker in workers
    ]
    stay = [each for each in before if each is not None]
    whole = almanac.programme.model_copy(update={"schedules": (*stay, *_schedules(plan.begins))})
    for each in overlapping(whole, today):
        place = each.loc[1]
        if isinstance(place, int) and place >= len(stay):
            yield _trouble(plan.begins[place - len(stay)], each)


def plan_of(entries: Sequence[Entry], almanac: Almanac) -> Plan:
    """What the rows change, given the office hours as they stand; groups are left alone."""
    first = first_days(entries)
    talks = [each for each in almanac.programme.schedules if each.group is None]
    so_far = [each for each in talks if (each.worker, each.school) in first]
    imported = [e for e in so_far if almanac.changes.origins.get(e.id) is Origin.IMPORT]
    kept: dict[ScheduleId, Entry] = {}
    begins: list[Entry] = []
    for entry in entries:
        same = next((e for e in imported if e.id not in kept and _is_same(e, entry)), None)
        if same is None:
            begins.append(entry)
        else:
            kept[same.id] = entry
    ends = [
        (each, day - _DAY)
        for each in so_far
        if each.id not in kept and _reaches(each, day := first[each.worker, each.school], almanac)
    ]
    return Plan(tuple(ends), tuple(begins), tuple(kept.values()))


def first_days(entries: Sequence[Entry]) -> Mapping[Pair, date]:
    """From which date on the rows of each worker and school count."""
    first: dict[Pair, date] = {}
    for schedule in _schedules(entries):
        pair = schedule.worker, schedule.school
        first[pair] = min(schedule.first_on, first.get(pair, schedule.first_on))
    return first


def _is_same(held: Schedule, entry: Entry) -> bool:
    return held == entry.schedule.model_copy(update={"id": held.id})


def _reaches(schedule: Schedule, on: date, almanac: Almanac) -> bool:
    last = reach(schedule, almanac.programme.zone)
    return last is None or last >= on
