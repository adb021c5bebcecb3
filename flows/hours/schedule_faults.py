"""What is wrong with office hours: their rules, their slots, their modes, their overlaps."""

from collections.abc import Iterator
from datetime import date, timedelta

from flows.hours.finding import Finding
from flows.hours.overlaps import overlaps
from flows.hours.recurrence import YEARS_LOOKED_AHEAD, first_start, problems
from flows.model import Mode
from flows.programme import Programme, Schedule, Worker

_YEAR = timedelta(days=366)


def of_schedules(programme: Programme) -> Iterator[Finding]:
    """Faults of single schedules, in the order of the config."""
    for n, schedule in enumerate(programme.schedules):
        yield from _of_rule(n, schedule, programme)
        if schedule.slot_minutes > schedule.duration_minutes:
            what = f"longer than the {schedule.duration_minutes} minutes of the office hours"
            remedy = f"write at most {schedule.duration_minutes}"
            yield Finding(("schedules", n, "slot_minutes"), what, remedy)
        if schedule.group is not None and (
            schedule.modes != (Mode.SCHOOL,) or not schedule.bookable
        ):
            what = "a group that cannot be booked at school: one books a seat, and comes to a room"
            remedy = 'write modes = ["school"], and leave bookable out'
            yield Finding(("schedules", n, "group"), what, remedy)
        worker = programme.worker(schedule.worker)
        yield from _of_modes(n, schedule, worker) if worker else ()


def _of_rule(n: int, schedule: Schedule, programme: Programme) -> Iterator[Finding]:
    loc = ("schedules", n, "rrule")
    wrong = problems(schedule.rrule, programme.zone)
    yield from (Finding(loc, what, remedy) for what, remedy in wrong)
    if not wrong and first_start(schedule, programme.zone) is None and not schedule.rdates:
        what = f"gives no date in the {YEARS_LOOKED_AHEAD} years from {schedule.first_on}"
        yield Finding(loc, what, "check UNTIL, BYDAY and BYMONTHDAY, and first_on")


def _of_modes(n: int, schedule: Schedule, worker: Worker) -> Iterator[Finding]:
    has = ", ".join(f'"{mode.value}"' for mode in worker.modes)
    for k, mode in enumerate(schedule.modes):
        if mode not in worker.modes:
            what = f'{worker.id} does not talk by "{mode.value}", only by {has}'
            remedy = f"remove it here or add it to the modes of {worker.id}"
            yield Finding(("schedules", n, "modes", k), what, remedy)
    if Mode.HOME in schedule.modes and len(schedule.modes) > 1:
        what = "visits at home beside talks at a place: a visit takes its own time, and the way"
        remedy = 'give "home" a schedule of its own, with longer slots and a buffer'
        yield Finding(("schedules", n, "modes"), what, remedy)


def overlapping(programme: Programme, today: date) -> list[Finding]:
    """Schedules that ask a worker to be in two places, in the year from `today`.

    Where office hours begin later than today, the year from the last beginning counts, too.
    Closed days are not left out: a worker's hours must fit together without them.
    """
    sound = [
        n for n, each in enumerate(programme.schedules) if not problems(each.rrule, programme.zone)
    ]
    schedules = [programme.schedules[n] for n in sound]
    last_on = max([today, *(each.first_on for each in schedules)]) + _YEAR
    return [
        Finding(
            ("schedules", sound[each.later], "start"),
            f'overlaps "{schedules[each.earlier].id}" of the same worker on {each.on}',
            "move or shorten one of the two",
        )
        for each in overlaps(schedules, programme.zone, today, last_on)
    ]
