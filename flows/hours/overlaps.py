"""Two office hours of one worker at the same moment."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from flows.hours.rules import occurrences
from flows.model import Span
from flows.programme import Schedule


class Overlap(NamedTuple):
    """The first date on which two schedules, by their places in a list, share a moment."""

    earlier: int
    later: int
    on: date


def overlaps(
    schedules: Sequence[Schedule], zone: ZoneInfo, first_on: date, last_on: date
) -> list[Overlap]:
    """The pairs of schedules of one worker that meet between two local dates.

    Args:
        schedules: Of any workers and schools; only those of the same worker are compared.
        zone: The zone of all wall times.
        first_on: First date looked at.
        last_on: Last date looked at.

    Returns:
        Each pair once, the one further down the list as `later`, ordered by it. What crosses
        midnight meets the next morning; touching ends do not meet.
    """
    first: dict[tuple[int, int], date] = {}
    for worker in {each.worker for each in schedules}:
        held = sorted(
            (span, n)
            for n, each in enumerate(schedules)
            if each.worker == worker
            for span in occurrences(each, zone, first_on, last_on)
        )
        for one, other, span in _meeting(held):
            pair = (min(one, other), max(one, other))
            first.setdefault(pair, span.start.astimezone(zone).date())
    found = [Overlap(earlier, later, on) for (earlier, later), on in first.items()]
    return sorted(found, key=lambda each: (each.later, each.earlier))


def _meeting(held: Sequence[tuple[Span, int]]) -> Iterator[tuple[int, int, Span]]:
    """Two that meet and the span in which the later one starts, in order of that start."""
    running: list[tuple[Span, int]] = []
    for span, n in held:
        running = [(other, m) for other, m in running if other.end > span.start]
        yield from ((m, n, span) for _, m in running)
        running.append((span, n))
