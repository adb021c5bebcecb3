"""On which days a school is closed, what that closes, and why: holidays and [[closures]]."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from flows.hours.closed import closed_on as holidays_on
from flows.hours.precedence import ClosedFor
from flows.hours.presence import local_date
from flows.model import Opening, SchoolId
from flows.programme import Closes, Closure, Programme

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Closed:
    """Why a day is closed, and what is: at most one of `holiday` and `names` says it.

    Attributes:
        closes: The building, or all.
        holiday: The Dutch name that the library of holidays gives.
        names: What the config calls it, by language; empty when it was closed from the chat.
    """

    closes: Closes
    holiday: str | None = None
    names: Mapping[str, str] | None = None


def closed_days(
    programme: Programme, school: SchoolId, first_on: date, last_on: date
) -> dict[date, Closed]:
    """The closed days of a school between two local dates, both included, ascending.

    Where a day is closed twice, what closes all comes before what closes the building; after
    that a closure of the school, one of all schools, a holiday.
    """
    found: dict[date, Closed] = {}
    for on, closed in _reasons(programme, school, first_on, last_on):
        known = found.get(on)
        if known is None or (known.closes, closed.closes) == ("building", "all"):
            found[on] = closed
    return dict(sorted(found.items()))


def _reasons(
    programme: Programme, school: SchoolId, first_on: date, last_on: date
) -> Iterator[tuple[date, Closed]]:
    """Every reason for every day, the one that names the school first."""
    here = [each for each in programme.closures if each.school in {school, None}]
    for closure in sorted(here, key=lambda each: each.school is None):
        closed = Closed(closure.closes, names=closure.name)
        yield from ((on, closed) for on in _days(closure, first_on, last_on))
    about = programme.about
    for on, name in holidays_on(about.region, first_on, last_on).items():
        yield on, Closed(about.holidays_close, holiday=name)


def _days(closure: Closure, first_on: date, last_on: date) -> list[date]:
    first, last = max(closure.first_on, first_on), min(closure.last_on, last_on)
    return [first + n * _DAY for n in range((last - first).days + 1)]


def closed_for(programme: Programme, first_on: date, last_on: date) -> ClosedFor:
    """What is closed for openings of any school that start between two local dates."""
    days = {
        each.id: closed_days(programme, each.id, first_on, last_on) for each in programme.schools
    }

    def closes(opening: Opening) -> Closes | None:
        on = local_date(opening.span.start, programme.zone)
        closed = days.get(opening.school, {}).get(on)
        return closed.closes if closed else None

    return closes
