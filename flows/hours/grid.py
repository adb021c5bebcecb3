"""Into which stretches an opening is cut, and which of them are held back for walk-ins."""

from datetime import timedelta

from flows.model import Opening, Span

_WHOLE = 100


def bookable_spans(opening: Opening) -> list[Span]:
    """The stretches of an opening that can be booked when nothing is taken yet.

    Counted from the start of its grid: a talk of `slot_minutes`, then `buffer_minutes` kept
    free. A rest that is shorter than a talk is none; a buffer may reach past the end. What lies
    outside the opening, because something was cut off, is left out; so is what `is_held_back`
    names, while one can walk in.

    Returns:
        Spans in order of start, none when the opening is not bookable.
    """
    if not opening.bookable:
        return []
    share = opening.walk_in_share if opening.walk_in else 0
    return [
        span
        for n, span in enumerate(_stretches(opening), start=1)
        if opening.span.start <= span.start
        and span.end <= opening.span.end
        and not is_held_back(n, share)
    ]


def _stretches(opening: Opening) -> list[Span]:
    length = timedelta(minutes=opening.slot_minutes)
    step = length + timedelta(minutes=opening.buffer_minutes)
    start, end = opening.grid.start, opening.grid.end
    count = (end - start + step - length) // step
    return [Span(start + n * step, start + n * step + length) for n in range(count)]


def is_held_back(n: int, share: int) -> bool:
    """Tell whether the n-th stretch of an opening, from 1, is kept for walk-ins.

    It is where n times the share, rounded half up to whole stretches, grows: so of the first n
    always as many are held back as the share says, evenly spread, whatever the opening's
    length. At 25 percent that is the 2nd, 6th, 10th; at 50 the 1st, 3rd, 5th.

    Args:
        n: The place in the grid, 1 or more.
        share: Percent, 0-100.
    """
    return _rounded(n * share) > _rounded((n - 1) * share)


def _rounded(hundredths: int) -> int:
    return (2 * hundredths + _WHOLE) // (2 * _WHOLE)
