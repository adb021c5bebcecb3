"""When a worker is where, and who may say so: pure decisions."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from flows.hours.presence import day_span, local_date
from flows.model import Opening, Person, SchoolId, Span, WorkerId
from flows.ports import Almanac
from flows.programme import Programme, School

LATENESS = (10, 20, 30)
"""Minutes that a worker can be late with one tap."""
HALF_HOUR = timedelta(minutes=30)
TICK = timedelta(minutes=5)
LONGEST = timedelta(days=366)


def up_to_five(at: datetime) -> datetime:
    """The next whole five minutes; this moment when it is one."""
    rest = at.minute % 5 * timedelta(minutes=1) + at.second * timedelta(seconds=1)
    rest += at.microsecond * timedelta(microseconds=1)
    return at + (TICK - rest if rest else timedelta(0))


def down_to_five(at: datetime) -> datetime:
    """The last whole five minutes."""
    up = up_to_five(at)
    return up if up == at else up - TICK


def half_hours(now: datetime, openings: Sequence[Opening], most: int) -> list[datetime]:
    """Whole and half hours after now at which somebody may be back, before the day's last end."""
    last = max((each.span.end for each in openings), default=now)
    first = down_to_five(now).replace(minute=0)
    moments = (first + n * HALF_HOUR for n in range(48))
    return [each for each in moments if now < each < last][:most]


def late_until(minutes: int, now: datetime, openings: Sequence[Opening]) -> datetime:
    """From when a worker is there who comes so many minutes late, or is held up so long."""
    ahead = [each.span.start for each in openings if each.span.end > now]
    begins = max(now, min(ahead)) if ahead else now
    return up_to_five(begins + timedelta(minutes=minutes))


def rest_of_day(now: datetime, zone: ZoneInfo) -> Span:
    """From the last whole five minutes to midnight."""
    return Span(down_to_five(now), day_span(local_date(now, zone), zone).end)


def school_dates(first_on: date, count: int) -> list[date]:
    """So many Mondays to Fridays from a date on."""
    days = (first_on + n * timedelta(days=1) for n in range(2 * count + 7))
    return [each for each in days if each.weekday() < 5][:count]  # noqa: PLR2004


def looks_after(person: Person, worker: WorkerId, almanac: Almanac, config: Programme) -> bool:
    """Tell whether a person may say of a worker that nobody is there.

    A colleague at one of the schools may, and a coordinator of the scope.
    """
    where = schools_of(worker, almanac)
    if person.worker is not None and person.worker != worker and config.worker(person.worker):
        return bool(where & schools_of(person.worker, almanac))
    coordinator = config.coordinator(person.coordinator)
    if coordinator is None:
        return False
    return worker in workers_in(coordinator.scope, almanac.programme)


def may_shut(person: Person, school: SchoolId, almanac: Almanac, config: Programme) -> bool:
    """Tell whether a person may close a school: who works there, or coordinates it."""
    if person.worker is not None and config.worker(person.worker):
        return school in schools_of(person.worker, almanac)
    coordinator = config.coordinator(person.coordinator)
    if coordinator is None:
        return False
    return school in {each.id for each in schools_in(coordinator.scope, almanac.programme)}


def schools_of(worker: WorkerId, almanac: Almanac) -> set[SchoolId]:
    """Where a worker has hours, recurring or extra."""
    regular = {each.school for each in almanac.programme.schedules if each.worker == worker}
    return regular | {each.school for each in almanac.changes.extras if each.worker == worker}


def workers_of(school: SchoolId, almanac: Almanac) -> set[WorkerId]:
    """Everybody who has hours at a school, recurring or extra."""
    regular = {each.id for each in almanac.programme.workers_at(school)}
    return regular | {each.worker for each in almanac.changes.extras if each.school == school}


def workers_in(scope: str, programme: Programme) -> list[WorkerId]:
    """The workers of a coordinator's scope, in the order of the config."""
    kind, _, subject = scope.partition(":")
    if kind == "school":
        return [each.id for each in programme.workers_at(SchoolId(subject))]
    return [each.id for each in programme.workers if kind != "provider" or each.provider == subject]


def schools_in(scope: str, programme: Programme) -> list[School]:
    """The schools that a coordinator may close: the own one, or all of the programme."""
    kind, _, subject = scope.partition(":")
    if kind == "school":
        return [each for each in programme.schools if each.id == subject]
    return list(programme.schools) if kind == "programme" else []
