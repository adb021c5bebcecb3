"""Which groups have a seat left: pure decisions."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from flows.booking.rules import Busy
from flows.errors import SlotGoneError, SlotTakenError
from flows.model import Audience, Opening, ScheduleId, Span, Wish


def free_seats(
    openings: Iterable[Opening], busy: Busy, audience: Audience | None, earliest: datetime
) -> list[Opening]:
    """The groups in which somebody can take a seat, in order of start.

    Args:
        openings: Of any workers; talks one by one are left out.
        busy: What is taken, by worker: each seat of a group has the span of its opening.
        audience: Who asks.
        earliest: First start allowed.
    """
    offered = (each for each in openings if _is_for(each, audience, earliest))
    free = (each for each in offered if _has_seat(each, busy.get(each.worker, ())))
    return sorted(free, key=lambda each: each.span)


def require_seat(
    openings: Iterable[Opening],
    busy: Busy,
    wish: Wish,
    audience: Audience | None,
    earliest: datetime,
) -> Wish:
    """The seat that was shown, as it stands now.

    Args:
        openings: Of the worker and school of the wish.
        busy: As in `free_seats`.
        wish: With the start that was shown.
        audience: Who asks.
        earliest: First start allowed.

    Raises:
        SlotGoneError: No group begins then any more, it is past or too near, or not for them.
        SlotTakenError: All seats are taken.
    """
    offered = [each for each in openings if _is_for(each, audience, earliest)]
    found = next((each for each in offered if each.span.start == wish.span.start), None)
    if found is None or found.group is None:
        raise SlotGoneError
    if not _has_seat(found, busy.get(found.worker, ())):
        raise SlotTakenError
    group = ScheduleId(found.schedule or "")
    return Wish(found.worker, found.school, found.span, found.modes[0], group, found.group.seats)


def _is_for(opening: Opening, audience: Audience | None, earliest: datetime) -> bool:
    """Whole, not too near, and for this audience."""
    return (
        opening.group is not None
        and audience in opening.group.audiences
        and opening.span == opening.grid
        and opening.span.start >= earliest
    )


def _has_seat(opening: Opening, taken: Sequence[Span]) -> bool:
    """Whether fewer than all seats are taken, and nothing else is at that time."""
    at_once = [each for each in taken if each.overlaps(opening.span)]
    seats = opening.group.seats if opening.group else 0
    return len(at_once) < seats and all(each == opening.span for each in at_once)
