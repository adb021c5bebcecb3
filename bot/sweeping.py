"""The nightly sweep: database and key store agree again on who there is."""

import logging
from datetime import date, datetime, timedelta
from functools import partial

from bot.nights import Nights
from bot.trouble import Alarm
from storage.check import STORE, known, require_name
from storage.errors import KeyFileError
from storage.sweeping import end_orphans, finish_erasures
from storage.unit import Store

LEAST_AGE = timedelta(hours=1)
"""Of a key without a person: until then its row may be on its way."""

_log = logging.getLogger(__name__)


class Sweep:
    """Ends keys without a person, and finishes erasures of which only the key went.

    Replicas may all do it.
    """

    def __init__(self, store: Store, nights: Nights, alarm: Alarm) -> None:
        self._store = store
        self._nights = nights
        self._alarm = alarm

    async def run(self, now: datetime) -> None:
        """Sweep, unless it was done this night."""
        await self._nights.once(now, partial(self._sweep, now))

    def next_at(self, now: datetime) -> datetime:
        """When the next one is due."""
        return self._nights.next_at(now)

    async def _sweep(self, now: datetime, _night: date) -> bool:
        keys = self._store.keys
        try:
            await require_name(keys.store, await known(self._store.engine, STORE))
        except KeyFileError as fault:
            self._alarm.raised(str(fault))
            return False
        ended = await end_orphans(self._store.engine, keys, now - LEAST_AGE)
        finished = await finish_erasures(self._store.engine, keys, now)
        await keys.store.clean()
        if ended or finished:
            _log.info("keys swept: %d without a person, %d erasures finished", ended, finished)
        return True
