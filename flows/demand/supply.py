"""What was on offer: office hours and workers of a week, public and exact.

Counted when the week is published and kept as it was then: hours that are changed afterwards, or
a config that is written anew, change no digest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from flows.demand.periods import WEEK, week_name
from flows.demand.scopes import every_scope
from flows.model import Opening, Supply
from flows.ports import Almanac, Hours, Ports, Work
from flows.programme import Programme

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


async def offered(mondays: Sequence[date], hours: Hours, ports: Ports) -> dict[str, list[Supply]]:
    """What every scope had on offer in some weeks, by name of the week.

    Args:
        mondays: Ascending.
        hours: To read what was changed in those weeks.
        ports: For the config's hours.
    """
    if not mondays:
        return {}
    since = datetime.combine(mondays[0], time(), ports.programme.zone)
    almanac = await ports.almanacs.back_to(hours, since)
    return {week_name(each): week_of(each, almanac) for each in mondays}


def week_of(monday: date, almanac: Almanac) -> list[Supply]:
    """What every scope had on offer in the week of a Monday, nothing too."""
    programme = almanac.programme
    held: dict[str, list[Opening]] = {each: [] for each in every_scope(programme)}
    for school in programme.schools:
        for opening in almanac.at_school(school.id, monday, monday + WEEK - _DAY):
            for scope in _scopes_of(opening, programme):
                held[scope].append(opening)
    return [_sum(scope, openings) for scope, openings in held.items()]


def _scopes_of(opening: Opening, programme: Programme) -> tuple[str, ...]:
    worker = programme.worker(opening.worker)
    provider = () if worker is None else (f"provider:{worker.provider}",)
    return "programme", f"school:{opening.school}", *provider


def _sum(scope: str, openings: Sequence[Opening]) -> Supply:
    minutes = sum((each.span.end - each.span.start) // _MINUTE for each in openings)
    return Supply(scope, minutes, len({each.worker for each in openings}))


@dataclass(frozen=True, slots=True)
class Offer:
    """What a scope had on offer in a period.

    Attributes:
        period: Its first week.
        minutes: Of all office hours together.
        workers: How many had some, in the week with most.
    """

    period: str
    minutes: int
    workers: int


async def kept(scope: str, first: str, last: str, work: Work) -> Offer | None:
    """What was written down of a scope's weeks, both included; None when nothing was."""
    weeks = await work.published.supply(scope, first, last)
    if not weeks:
        return None
    minutes = sum(each.minutes for each in weeks)
    return Offer(first, minutes, max(each.workers for each in weeks))
