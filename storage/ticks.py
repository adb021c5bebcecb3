"""Time in steps of five minutes since 2020-01-01 UTC: what occupancy counts in."""

from datetime import UTC, datetime, timedelta

from flows.model import Span

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_TICK = timedelta(minutes=5)
LONGEST = timedelta(hours=24)
"""No talk is longer; queries for what overlaps a span look back this far."""


def ticks_of(span: Span) -> range:
    """Every tick that the span touches, ascending, at least one.

    Raises:
        ValueError: The span is empty, runs backward or is longer than a day.
    """
    if not timedelta(0) < span.end - span.start <= LONGEST:
        raise ValueError("a talk lasts longer than nothing and at most a day")
    return range((span.start - _EPOCH) // _TICK, -((_EPOCH - span.end) // _TICK))
