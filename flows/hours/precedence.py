"""What holds when schedule, closure, extra opening and absence disagree: one pure function."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from flows.model import Absence, Mode, Opening, Span, WorkerId
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
    blocks: Sequence[Absence] = (),
    shut: ClosedFor = never_closed,
) -> list[Opening]:
    """The openings that hold: absence > extra opening > closure, block > schedule.

    - A closure of all takes away what the schedule plans that day; one of the building leaves
      the talks by phone and video, without walking in.
    - A block of every week (a meeting) takes its part of what the schedule plans.
    - An extra opening holds on a closed day and in a block, too. Where it overlaps planned hours
      of the same worker, at whatever school, they give way: what lies before and after it stays.
    - An absence cuts everything of that worker, extra openings as well.

    A part that is left keeps the slots it had: they are counted from the whole opening.
    `in_force(in_force(planned, closed), extra=extra, absences=absences)` is the same, so the
    first half may be kept.

    Args:
        planned: What the schedules give, any order.
        closed: Asked for each planned opening.
        extra: With `Origin.EXTRA`; those of one worker do not overlap.
        absences: Any order, overlapping or not.
        blocks: The same, of what comes back every week.
        shut: Asked for each extra opening: what was closed after it was made.

    Returns:
        Openings in order of start; at the same start planned ones first, then as given.
    """
    in_order = sorted(planned, key=_start)
    held = [left for each in extra if (left := _left_by(shut(each), each))]
    meetings, others, away = _by_worker(blocks), _by_worker(held), _by_worker(absences)
    opened = [left for each in in_order if (left := _left_by(closed(each), each))]
    planned_still = [part for each in opened for part in _without(each, _met(each, meetings))]
    given_way = [part for each in planned_still for part in _without(each, _met(each, others))]
    there = [part for each in (*given_way, *held) for part in _without(each, _met(each, away))]
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


def _by_worker(taking: Iterable[Opening | Absence]) -> Mapping[WorkerId, list[Span]]:
    """What takes something from each worker's openings, by start."""
    found: dict[WorkerId, list[Span]] = {}
    for each in taking:
        found.setdefault(each.worker, []).append(each.span)
    return {worker: sorted(spans) for worker, spans in found.items()}


def _met(opening: Opening, taken: Mapping[WorkerId, list[Span]]) -> list[Span]:
    """The spans that take something from an opening, by start."""
    return [each for each in taken.get(opening.worker, ()) if each.overlaps(opening.span)]


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
