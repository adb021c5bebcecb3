"""What in a programme is allowed, but seldom meant."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from flows.hours.closed import known_until
from flows.hours.finding import Finding
from flows.hours.grid import is_held_back
from flows.hours.known import first_unknown
from flows.model import Mode
from flows.programme import Programme, Schedule

_YEAR = timedelta(days=365)
_AUGUST = 8
"""The month in which Dutch school years begin. Source: Wet voortgezet onderwijs 2020, 1.1."""
_EARLY, _LATE = time(7), time(22)


def warnings(programme: Programme, today: date, horizon_days: int) -> list[Finding]:
    """What most likely is a slip or was forgotten, in a programme without faults.

    Args:
        programme: Its tables.
        today: The local date from which holidays and ends of hours are looked at.
        horizon_days: How many days ahead can be booked.
    """
    return [
        *_holidays(programme, today),
        *_ending(programme, today + timedelta(days=horizon_days)),
        *_share_of_nothing(programme),
        *_without_schedule(programme),
        *_odd_hours(programme),
        *_no_coordinator(programme),
        *_old_codes(programme, today),
        *_nobody_to_ask(programme),
    ]


def notes(programme: Programme) -> list[Finding]:
    """What is worth knowing and can stay: hours that are no slot, link codes without a date."""
    return [*_undated_codes(programme), *_rests(programme)]


def _rests(programme: Programme) -> list[Finding]:
    return [
        Finding(
            ("schedules", n, "slot_minutes"),
            f"the last {rest} minutes cannot be booked",
            f"nothing is needed; a duration_minutes of {each.duration_minutes - rest} fits",
        )
        for n, each in enumerate(programme.schedules)
        if each.bookable and each.group is None and (rest := _rest(each))
    ]


def _rest(schedule: Schedule) -> int:
    """Minutes behind the last talk and its buffer."""
    step = schedule.slot_minutes + schedule.buffer_minutes
    return max(0, schedule.duration_minutes - _talks(schedule) * step)


def _talks(schedule: Schedule) -> int:
    step = schedule.slot_minutes + schedule.buffer_minutes
    return (schedule.duration_minutes + schedule.buffer_minutes) // step


def _old_codes(programme: Programme, today: date) -> Iterator[Finding]:
    """A link code opens names and times to whoever ever had it: it lasts one school year."""
    begins = date(today.year - (today.month < _AUGUST), _AUGUST, 1)
    for n, each in enumerate(programme.schools):
        if each.code_from is not None and each.code_from < begins:
            what = f"the link code is of {each.code_from}, an earlier school year"
            remedy = "take a new code, write its date here, and hang new posters (inloop poster)"
            yield Finding(("schools", n, "code_from"), what, remedy)


def _nobody_to_ask(programme: Programme) -> Iterator[Finding]:
    """The law asks for a name. Source: GDPR, article 13 (1) (a)."""
    if programme.about.privacy is None:
        what = "the privacy notice names nobody who answers for what is kept of people"
        yield Finding(("programme", "privacy"), what, "write a name with a number or an address")


def _undated_codes(programme: Programme) -> Iterator[Finding]:
    for n, each in enumerate(programme.schools):
        if each.code_from is None:
            what = "nothing says of which school year this link code is"
            yield Finding(("schools", n, "code"), what, "write the date it was made as code_from")


def _holidays(programme: Programme, today: date) -> Iterator[Finding]:
    region = programme.about.region
    known = known_until(region)
    if known < today + _YEAR:
        what = f"the school holidays of {region} are known until {known} only"
        yield Finding(("programme", "region"), what, "install a newer version of `holidays`")


def _ending(programme: Programme, until: date) -> Iterator[Finding]:
    for n, school in enumerate(programme.schools):
        unknown = first_unknown(programme, school.id, until)
        if unknown is not None:
            what = f'no office hours at "{school.id}" are entered from {unknown} on'
            remedy = (
                "enter those that follow under [[schedules]], or the closed days as [[closures]]"
            )
            yield Finding(("schools", n, "id"), what, remedy)


def _share_of_nothing(programme: Programme) -> Iterator[Finding]:
    for n, each in enumerate(programme.schedules):
        wrong = _wrong_share(each) if each.walk_in_share and each.bookable else None
        if wrong:
            yield Finding(("schedules", n, "walk_in_share"), *wrong)


def _wrong_share(schedule: Schedule) -> tuple[str, str] | None:
    if not schedule.walk_in or Mode.SCHOOL not in schedule.modes:
        return "nobody can walk in, so nothing is held back", "leave it out"
    talks, share = _talks(schedule), schedule.walk_in_share
    held = sum(is_held_back(n, share) for n in range(1, talks + 1))
    if not held:
        return f"{share} percent of {talks} talks is none", "write more, or leave it out"
    if held == talks:
        return f"all of the {talks} talks are held back", "write bookable = false, or less"
    return None


def _without_schedule(programme: Programme) -> Iterator[Finding]:
    busy_schools = {each.school for each in programme.schedules}
    busy_workers = {each.worker for each in programme.schedules}
    remedy = "add one under [[schedules]]"
    for n, school in enumerate(programme.schools):
        if school.id not in busy_schools:
            yield Finding(("schools", n, "id"), f'no office hours at "{school.id}"', remedy)
    for n, worker in enumerate(programme.workers):
        if worker.id not in busy_workers:
            yield Finding(("workers", n, "id"), f'"{worker.id}" has no office hours', remedy)


def _odd_hours(programme: Programme) -> Iterator[Finding]:
    for n, each in enumerate(programme.schedules):
        if _is_odd(each):
            what = f"office hours outside {_EARLY:%H:%M}-{_LATE:%H:%M}"
            yield Finding(("schedules", n, "start"), what, "check start and duration_minutes")


def _is_odd(schedule: Schedule) -> bool:
    start = datetime.combine(schedule.first_on, schedule.start)
    last = datetime.combine(schedule.first_on, _LATE)
    return schedule.start < _EARLY or start + schedule.duration > last


def _no_coordinator(programme: Programme) -> Iterator[Finding]:
    if not programme.coordinators:
        what = "nobody gets the weekly digest"
        yield Finding(("coordinators",), what, "add a table [[coordinators]]")
