"""Every night what may not stay is taken out, and its bytes are gone from the files."""

import logging
from datetime import date, datetime
from functools import partial

from bot.nights import Nights
from bot.trouble import Alarm, passing
from flows.door.job import ends_due
from flows.ports import Ports
from flows.retention import cutoffs
from storage.engine import Engine
from storage.retention import prune

_log = logging.getLogger(__name__)


class Forgetting:
    """Carries out `[privacy]`; any number of replicas may."""

    def __init__(self, engine: Engine, ports: Ports, alarm: Alarm) -> None:
        """Nothing is done yet.

        Args:
            engine: The database.
            ports: For how long things stay, and what must be counted before a talk goes.
            alarm: Tells the operator of what went wrong.
        """
        self._engine = engine
        self._ports = ports
        self._alarm = alarm
        self._nights = Nights(ports.privacy.at, ports.programme.zone)

    async def run(self, now: datetime) -> None:
        """Do the work of a night that is due.

        Raises:
            Exception: What is no trouble that passes; it is tried again after a while.
        """
        await self._nights.once(now, partial(self._forget, now))

    def next_at(self, now: datetime) -> datetime:
        """When the next night's work is due."""
        return self._nights.next_at(now)

    async def _forget(self, now: datetime, night: date) -> bool:
        ports = self._ports
        try:
            await ends_due(ports)
            until = cutoffs(now, ports.privacy, ports.limits.booking, ports.programme.zone)
            gone = await prune(self._engine, until, self._listed())
            await self._engine.wipe()
        except Exception as fault:
            if passing(fault) is None:
                raise
            self._alarm.met(fault)
            return False
        if gone:
            told = ", ".join(f"{count} {name}" for name, count in gone.items())
            _log.info("forgotten in the night of %s: %s", night, told)
        return True

    def _listed(self) -> list[str]:
        programme = self._ports.programme
        workers = [each.id for each in programme.workers]
        return [*workers, *(each.id for each in programme.coordinators)]
