"""Who is offered what, and how long it is held: pure decisions, `now` is an argument."""

from collections.abc import Container, Iterable, Sequence
from datetime import datetime, timedelta

from flows.booking.rules import can_wait
from flows.model import Audience, Place, Slot, Span, Time
from flows.policy import BookingLimits

NEAR = timedelta(hours=2)
"""A time that begins within this is held half as long."""
AFTER_BREAK = timedelta(minutes=15)
"""So long after phones come out again a pupil has time to answer."""


def stands(place: Place, now: datetime, notice: timedelta) -> bool:
    """Tell whether a place in line counts: its talk is as it was, and not too near."""
    return place.talk.version == place.version and can_wait(place.talk, now, notice)


def hold_until(
    start: datetime,
    audience: Audience,
    now: datetime,
    phones_out_at: datetime | None,
    limits: BookingLimits,
) -> datetime | None:
    """Until when a time is held that is offered now.

    Args:
        start: Of the time.
        audience: In which role the person comes.
        now: The moment of the offer.
        phones_out_at: Where phones are put away now: when they come out again.
        limits: How long, and the notice that has to be left before the start.

    Returns:
        For a pupil whose phone is put away, a while after it comes out; where that is too near
        to the start, and for everybody else, some minutes from now. Never less than the notice
        before the start; None when nothing is left.
    """
    latest = start - limits.notice
    if audience is Audience.PUPIL and phones_out_at is not None:
        answered = phones_out_at + AFTER_BREAK
        if answered <= latest:
            return answered
    until = min(now + (limits.hold / 2 if start - now <= NEAR else limits.hold), latest)
    return until if until > now else None


def first_fit(
    place: Place,
    free: Iterable[Slot],
    passed: Container[Time],
    others: Sequence[Span],
    given: Sequence[Slot],
) -> Slot | None:
    """The first free slot that is news to somebody in line.

    Args:
        place: Whose turn it is.
        free: Slots of the talk's school, way and length, in order of start.
        passed: Times that are not to be offered (again).
        others: The person's other talks.
        given: Slots that those before in line are offered at this moment.
    """
    for slot in free:
        if slot.span.start >= place.talk.span.start:
            return None
        wanted = place.worker in {None, slot.worker}
        is_news = (slot.worker, slot.span.start) not in passed
        fits = not any(slot.span.overlaps(each) for each in others)
        left = not any(
            each.worker == slot.worker and each.span.overlaps(slot.span) for each in given
        )
        if wanted and is_news and fits and left:
            return slot
    return None
