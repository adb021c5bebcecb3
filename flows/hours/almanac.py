"""The openings of the whole programme, expanded when first asked for and kept."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from flows.changes import NO_CHANGES, Changes
from flows.hours.changed import blocked, closes_extra, with_changes
from flows.hours.closures import closed_for
from flows.hours.precedence import in_force
from flows.hours.presence import local_date
from flows.hours.rules import openings
from flows.model import Mark, Opening, SchoolId, WorkerId
from flows.programme import Programme

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_SPARE_WEEKS = 10
"""Weeks kept beside the horizon: the running one, and a summer's until somebody is there again."""

_Kind = Literal["school", "worker", "away"]
_Week = dict[tuple[_Kind, str, date], list[Opening]]
"""The openings of seven days by school and by worker and date, in order of start."""


def _is_end_of(part: Opening, opening: Opening) -> bool:
    """Tell whether one is what was left of another, up to its end."""
    return part.school == opening.school and part.span.end == opening.span.end


_Place = tuple[WorkerId, SchoolId, date]


class Almanac:
    """Openings of a programme by school or worker and date; implements `flows.ports.Almanac`.

    It stands for one revision of the changes: whoever changes hours gets another one. Whole
    weeks, Monday first, are expanded when a question first needs them, all schedules at once;
    after that a question is one look-up a day, whatever the size of the programme. At most the
    weeks of the horizon and ten more are kept: the least recently asked for go.
    """

    def __init__(
        self, programme: Programme, horizon_days: int, changes: Changes = NO_CHANGES
    ) -> None:
        self._config = programme
        self._horizon_days = horizon_days
        self._most = -(-horizon_days // _WEEK.days) + _SPARE_WEEKS
        self._weeks: OrderedDict[date, _Week] = OrderedDict()
        self._marks: Mapping[_Place, Mark] = {(m.worker, m.school, m.on): m for m in changes.marks}
        self.changes = changes
        self.programme = with_changes(programme, changes)

    def away_at(self, school: SchoolId, on: date) -> list[Opening]:
        """Openings of a school on a date that an absence ends early or takes whole, by start."""
        return self._of("away", school, on, on)

    def mark(self, worker: WorkerId, school: SchoolId, on: date) -> Mark | None:
        """What a worker said about being at a school on a date."""
        return self._marks.get((worker, school, on))

    def marks_at(self, school: SchoolId, on: date) -> list[Mark]:
        """What everybody said about being at a school on a date, in the order of the config."""
        said = (self.mark(each.id, school, on) for each in self._config.workers)
        return [each for each in said if each is not None]

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
        planned = self._in_force(first, until)
        held = in_force(planned, absences=self.changes.absences)
        for opening in map(self._where, held):
            self._keep("school", opening.school, opening)
            self._keep("worker", opening.worker, opening)
        for opening in planned:
            if not any(_is_end_of(each, opening) for each in self._held_with(opening)):
                self._keep("away", opening.school, opening)

    def _keep(self, kind: _Kind, key: str, opening: Opening) -> None:
        on = local_date(opening.span.start, self.programme.zone)
        week = self._weeks[on - on.weekday() * _DAY]
        week.setdefault((kind, key, on), []).append(opening)

    def _held_with(self, opening: Opening) -> list[Opening]:
        """What holds of a worker on the day of an opening."""
        on = local_date(opening.span.start, self.programme.zone)
        week = self._weeks[on - on.weekday() * _DAY]
        return week.get(("worker", opening.worker, on), [])

    def _in_force(self, first: date, until: date) -> list[Opening]:
        """What would hold between two dates if nobody were away."""
        programme, changes, zone = self.programme, self.changes, self.programme.zone
        on_extra_days = [
            each
            for each in changes.extras
            if first <= local_date(each.span.start, zone) <= until and self._is_there(each)
        ]
        return in_force(
            self._planned(first, until),
            closed_for(programme, first, until),
            on_extra_days,
            blocks=[
                each for block in changes.blocks for each in blocked(block, zone, first, until)
            ],
            shut=closes_extra(changes, zone),
        )

    def _is_there(self, opening: Opening) -> bool:
        """Whether its worker and school are still in the programme."""
        left = self.changes.departure(opening.worker) is not None
        known = self._config.worker(opening.worker) and self._config.school(opening.school)
        return bool(known) and not left

    def _planned(self, first: date, until: date) -> Iterable[Opening]:
        origins = self.changes.origins
        for each in openings(self.programme, first, until):
            origin = origins.get(each.schedule) if each.schedule else None
            yield replace(each, origin=origin) if origin else each

    def _where(self, opening: Opening) -> Opening:
        on = local_date(opening.span.start, self.programme.zone)
        mark = self.mark(opening.worker, opening.school, on)
        if mark is None or mark.room is None:
            return opening
        return replace(opening, room=mark.room)

    def _forget(self) -> None:
        while len(self._weeks) > self._most:
            self._weeks.popitem(last=False)
