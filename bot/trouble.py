"""Troubles that pass: what may simply be tried again, and how the operator hears of it, once."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from flows.errors import BusyError
from storage.errors import DatabaseError

REPEATED = 300.0
"""Seconds after which a trouble that lasts is told again."""
QUIET = 30.0
"""Seconds without it after which it is over."""
_HELD = "The database is held too long by others: nothing is lost, and it is tried again."

_log = logging.getLogger(__name__)


def passing(error: BaseException | None) -> str | None:
    """The operator's sentence on a trouble with the database that may pass; None for a mistake."""
    if isinstance(error, BusyError):
        return _HELD
    return str(error) if isinstance(error, DatabaseError) else None


@dataclass(slots=True)
class _Lasting:
    begun: float
    told: float
    met: float


class Alarm:
    """Tells of a trouble when it begins, now and then while it lasts, and when it is over."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        counted: Callable[[BaseException], None] = lambda _error: None,
    ) -> None:
        """Nothing is wrong.

        Args:
            clock: Seconds that never go back.
            counted: Called with every error that is met.
        """
        self._clock = clock
        self._counted = counted
        self._lasting: dict[str, _Lasting] = {}

    def met(self, error: BaseException) -> bool:
        """Count an error; whether it is a trouble that passes, of which the operator is told."""
        self._counted(error)
        trouble = passing(error)
        if trouble is not None:
            self.raised(trouble)
        return trouble is not None

    def raised(self, sentence: str) -> None:
        """It was met once more; `sentence` says to the operator what it is and what to do."""
        now = self._clock()
        known = self._lasting.setdefault(sentence, _Lasting(now, float("-inf"), now))
        known.met = now
        if now - known.told >= REPEATED:
            known.told = now
            _log.error("%s", sentence)

    def look(self) -> None:
        """Tell of those that were not met for a while that they are over."""
        now = self._clock()
        for sentence, known in list(self._lasting.items()):
            if now - known.met >= QUIET:
                del self._lasting[sentence]
                _log.info("over after %.0f s: %s", known.met - known.begun, sentence)
