"""The openings of the whole programme, expanded when first asked for and kept."""

from collections import OrderedDict
from datetime import date, timedelta
from typing import Literal

from flows.hours.closures import closed_for
from flows.hours.precedence import in_force
from flows.hours.rules import openings
from flows.model import Opening, SchoolId, WorkerId
from flows.programme import Programme

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_SPARE_WEEKS = 10
"""Weeks kept beside the horizon: the running one, and a summer's until somebody is there again."""

_Kind = Literal["school", "worker"]
_Week = dict[tuple[_Kind, str, date], list[Opening]]
"""The openings of seven days by school and by worker and date, in order of start."""


class Almanac:
    """Openings of a programme by school or worker and date; implements `flows.ports.Almanac`.

    Whole weeks, Monday first, are expanded when a question first needs them, all schedules at
    once; after that a question is one look-up a day, whatever the size of the programme. At
    most the weeks of the horizon and ten more are kept: the least recently asked for go.

    What is kept is the schedule with its closed days, which only a new config changes. Extra
    openings and absences are laid over it by `flows.hours.precedence.in_force`.
    """

    def __init__(self, programme: Programme, horizon_days: int) -> None:
        self._programme = programme
        self._most = -(-horizon_days // _WEEK.days) + _SPARE_WEEKS
        self._weeks: OrderedDict[date, _Week] = OrderedDict()

    @property
    def weeks_kept(self) -> int:
        """How many weeks are expanded, at most the horizon's and ten more."""
        return len(self._weeks)

    def at_school(self, school: SchoolId, first_on: date, last_on: date) -> list[Opening]:
        """Openings of a school on local dates, both included, in order of start."""
        return self._of("school", school, first_on, last_on)

    def of_worker(self, worker: WorkerId, first_on: date, last_on: date) -> list[Opening]:
        """Openings of a worker on local dates, both included, in order of start."""
        return self._of("worker", worker, first_on, last_on)

    def _of(self, kind: _Kind, key: str, first_on: date, last_on: date) -> list[Opening]:
        found: list[Opening] = []
        on = first_on
        for week in self._touched(first_on, last_on):
            while on <= min(last_on, week + 6 * _DAY):
                found += self._weeks[week].get((kind, key, on), ())
                on += _DAY
        self._forget()
        return found

    def _touched(self, first_on: date, last_on: date) -> list[date]:
        """The Mondays of the weeks from one date to another, all of them expanded."""
        monday = first_on - first_on.weekday() * _DAY
        weeks = [monday + n * _WEEK for n in range((last_on - monday).days // 7 + 1)]
        missing = [week for week in weeks if week not in self._weeks]
        if missing:
            self._expand(missing[0], missing[-1])
        for week in weeks:
            self._weeks.move_to_end(week)
        return weeks

    def _expand(self, first: date, last: date) -> None:
        """Fill the weeks from one Monday to another."""
        until = last + 6 * _DAY
        for n in range((last - first).days // 7 + 1):
            self._weeks[first + n * _WEEK] = {}
        closed = closed_for(self._programme, first, until)
        for opening in in_force(openings(self._programme, first, until), closed):
            on = opening.span.start.astimezone(self._programme.zone).date()
            week = self._weeks[on - on.weekday() * _DAY]
            week.setdefault(("school", opening.school, on), []).append(opening)
            week.setdefault(("worker", opening.worker, on), []).append(opening)

    def _forget(self) -> None:
        while len(self._weeks) > self._most:
            self._weeks.popitem(last=False)
