"""When it can be said how a talk went: pure."""

from datetime import datetime, timedelta

from flows.errors import StaleError
from flows.model import Appointment, Status

OUTCOMES_FOR = timedelta(days=2)
"""So long after a talk it can be said how it went; then the question is gone."""


def check_over(talk: Appointment, now: datetime) -> None:
    """A talk that began, stands, and is not too long ago.

    Raises:
        StaleError: It has not begun, was cancelled, or ended two days ago.
    """
    if talk.status is Status.CANCELLED or not is_open(talk, now):
        raise StaleError


def is_open(talk: Appointment, now: datetime) -> bool:
    """Tell whether it can still be said how a talk went."""
    return talk.span.start <= now < talk.span.end + OUTCOMES_FOR
