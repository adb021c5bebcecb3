"""What the database still holds of workers and schools that the config no longer knows."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from bot.config import Config, Fault, Severity
from bot.store import found
from flows.changes import Changes
from flows.hours.changed import ended
from flows.hours.known import reach
from flows.hours.presence import local_date
from flows.model import SchoolId, WorkerId
from flows.programme import Programme
from storage.ahead import talks_ahead
from storage.schema import SchemaState


async def leftovers(config: Config, now: datetime) -> list[Fault]:
    """A warning for every worker and school that is gone from the config; nobody is named.

    Raises:
        OperatorError: The database cannot be used.
    """
    async with found(config) as present:
        if present.holds_nothing or present.state is not SchemaState.CURRENT:
            return []
        store = await present.as_it_is()
        async with store.reading() as work:
            changes = await work.hours.changes(now)
        ahead = await talks_ahead(present.engine, now)
    return list(said_of(config.programme, changes, ahead, now))


def said_of(
    programme: Programme, changes: Changes, ahead: Mapping[WorkerId, int], now: datetime
) -> Iterator[Fault]:
    """The warnings, workers first.

    Args:
        programme: As the config has it.
        changes: Of office hours, from now on.
        ahead: How many talks begin later, by worker.
        now: Hours that ended before are none any more.
    """
    gone = {
        each: count
        for each, count in ahead.items()
        if programme.worker(each) is None and changes.departure(each) is None
    }
    for worker, count in gone.items():
        talks = "one talk" if count == 1 else f"{count} talks"
        what = f"{talks} ahead, with somebody whom the config does not list"
        yield _warning(worker, what, f"inloop reassign {worker} --to ID, or list {worker} again")
    workers, schools = _with_hours(programme, changes, local_date(now, programme.zone))
    for worker in sorted(workers - gone.keys()):
        if programme.worker(worker) is None and changes.departure(worker) is None:
            what = "has hours in the database, but the config does not list this worker"
            yield _warning(worker, what, f"inloop reassign {worker}, or list {worker} again")
    for school in sorted(schools):
        if programme.school(school) is None:
            what = "has hours in the database, but the config does not list this school"
            yield _warning(school, what, f"list {school} again; until then nobody sees them")


def _with_hours(
    programme: Programme, changes: Changes, today: date
) -> tuple[set[WorkerId], set[SchoolId]]:
    """Workers and schools of hours that are not over."""
    zone, ends = programme.zone, changes.ends
    kept = [ended(e, ends[e.id], zone) if e.id in ends else e for e in changes.schedules]
    lasting = [e for e in kept if e and ((last := reach(e, zone)) is None or last >= today)]
    extras = changes.extras
    return (
        {each.worker for each in lasting} | {each.worker for each in extras},
        {each.school for each in lasting} | {each.school for each in extras},
    )


def _warning(where: str, what: str, remedy: str) -> Fault:
    return Fault(None, where, what, remedy, Severity.WARNING, "database")
