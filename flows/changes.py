"""What has changed about office hours since the config was written: imported, or said in the chat.

The config is where a programme starts; what is said later wins, from its date on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from flows.model import Absence, Mark, Opening, Origin, ScheduleId, SchoolId, WorkerId
from flows.programme import Closes, Schedule


@dataclass(frozen=True, slots=True)
class Closing:
    """A school was closed from the chat or the command line: a storm, a boiler.

    Both dates are closed. Unlike a closure of the config it also closes extra openings that
    were made before it.
    """

    school: SchoolId
    first_on: date
    last_on: date
    closes: Closes
    made_at: datetime
    id: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """An hour of every week in which a worker has no office hours: a care-team meeting.

    Attributes:
        weekday: 0 is Monday.
        start: Local wall time.
        last_on: The last date on which it counts; None for no end.
    """

    worker: WorkerId
    weekday: int
    start: time
    duration: timedelta
    first_on: date
    last_on: date | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Departure:
    """A worker who left: the name by which people knew them, and who is offered instead."""

    worker: WorkerId
    name: str
    colleague: WorkerId | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that was changed, as it stands at one revision.

    Attributes:
        revision: Grows with every change; 0 when there never was one.
        schedules: Recurring hours beside those of the config.
        origins: Where each of them comes from.
        ends: The last date of schedules that were ended, those of the config too.
        extras: Openings with `Origin.EXTRA`; those of one worker do not overlap.
    """

    revision: int = 0
    schedules: tuple[Schedule, ...] = ()
    origins: Mapping[ScheduleId, Origin] = field(default_factory=lambda: MappingProxyType({}))
    ends: Mapping[ScheduleId, date] = field(default_factory=lambda: MappingProxyType({}))
    blocks: tuple[Block, ...] = ()
    closings: tuple[Closing, ...] = ()
    extras: tuple[Opening, ...] = ()
    absences: tuple[Absence, ...] = ()
    marks: tuple[Mark, ...] = ()
    departures: tuple[Departure, ...] = ()

    def departure(self, worker: WorkerId) -> Departure | None:
        """How a worker left; None for one who is still there."""
        return next((each for each in self.departures if each.worker == worker), None)


NO_CHANGES = Changes()
