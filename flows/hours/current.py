"""The almanac of this moment: made anew when office hours changed, not for every question."""

from datetime import datetime, timedelta

from flows.hours.almanac import Almanac
from flows.ports import Hours, Work
from flows.programme import Programme

LOOK_BACK = timedelta(days=14)
"""Changes that are over for so long are not kept in mind; a talk's card is long gone by then."""


class Almanacs:
    """`flows.ports.Almanacs`; one a process."""

    def __init__(self, programme: Programme, horizon_days: int) -> None:
        self._programme = programme
        self._horizon_days = horizon_days
        self._kept: Almanac | None = None

    async def current(self, work: Work, now: datetime) -> Almanac:
        """The almanac as this work sees it: one comparison, unless hours changed.

        What a work changed itself is not kept: it may be rolled back.
        """
        if self._kept and self._kept.changes.revision == await work.hours.revision():
            return self._kept
        changes = await work.hours.changes(now - LOOK_BACK)
        almanac = Almanac(self._programme, self._horizon_days, changes)
        if not work.hours.changed_here:
            self._kept = almanac
        return almanac

    async def back_to(self, hours: Hours, since: datetime) -> Almanac:
        """An almanac that knows the changes of a time long over, too; kept nowhere."""
        return Almanac(self._programme, self._horizon_days, await hours.changes(since))
