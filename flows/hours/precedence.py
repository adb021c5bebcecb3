"""What holds when schedule, closure, extra opening and absence disagree: one pure function."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from flows.model import Absence, Mode, Opening, Span
from flows.programme import Closes

ClosedFor = Callable[[Opening], Closes | None]
"""What is closed where and when an opening starts."""


def never_closed(_opening: Opening) -> Closes | None:
    """Every day is open."""
    return None


def in_force(
    planned: Iterable[Opening],
    closed: ClosedFor = never_closed,
    extra: Sequence[Opening] = (),
    absences: Sequence[Absence] = (),
) -> list[Opening]:
    """The openings that hold: absence > extra opening > closure > schedule.

    - A closure of all takes away what the schedule plans that day; one of the building leaves
      the talks by phone and video, without walking in.
    - An extra opening holds on a closed day, too. Where it overlaps planned hours of the same
      worker, at whatever school, they give way: what lies before and after it stays.
    - An absence cuts everything of that worker, extra openings as well.

    A part that is left keeps the slots it had: they are counted from the whole opening.
    `in_force(in_force(planned, closed), extra=extra, absences=absences)` is the same, so the
    first half may be kept.

    Args:
        planned: What the schedules give, any order.
        closed: Asked for each planned opening.
        extra: With `Origin.EXTRA`; those of one worker do not overlap.
        absences: Any order, overlapping or not.

    Returns:
        Openings in order of start; at the same start planned ones first, then as given.
    """
    in_order = sorted(planned, key=_start)
    opened = [left for each in in_order if (left := _left_by(closed(each), each))]
    given_way = [part for each in opened for part in _without(each, _of(each, extra))]
    there = [part for each in (*given_way, *extra) for part in _without(each, _of(each, absences))]
    return sorted(there, key=_start)


def _start(opening: Opening) -> datetime:
    return opening.span.start


def _left_by(closes: Closes | None, opening: Opening) -> Opening | None:
    """What a closed day leaves of an opening."""
    if closes is None:
        return opening
    modes = tuple(mode for mode in opening.modes if mode is not Mode.SCHOOL)
    if closes == "all" or not modes:
        return None
    return replace(opening, modes=modes, walk_in=False)


def _of(opening: Opening, others: Iterable[Opening | Absence]) -> list[Span]:
    """The spans that take something from an opening, by start."""
    return sorted(
        each.span
        for each in others
        if each.worker == opening.worker and each.span.overlaps(opening.span)
    )


def _without(opening: Opening, taken: Sequence[Span]) -> list[Opening]:
    """What is left of an opening, in order of start; the opening itself when nothing is taken."""
    if not taken:
        return [opening]
    left: list[Span] = []
    start = opening.span.start
    for span in taken:
        if start < span.start:
            left.append(Span(start, span.start))
        start = max(start, span.end)
    if start < opening.span.end:
        left.append(Span(start, opening.span.end))
    return [replace(opening, span=span, cut_from=opening.grid) for span in left]
