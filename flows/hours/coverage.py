"""Whether a talk still lies inside somebody's office hours."""

from flows.hours.presence import local_date
from flows.model import Appointment, Opening
from flows.ports import Almanac


def covering(almanac: Almanac, talk: Appointment) -> Opening | None:
    """The opening that holds a talk: same worker and school, its whole time, its way to talk.

    A seat in a group is held by the group's own opening, whole.

    None when none does (any more): the worker is away, the hours were changed, the school is
    closed. Then whoever booked it is told.
    """
    on = local_date(talk.span.start, almanac.programme.zone)
    for each in almanac.of_worker(talk.worker, on, on):
        if _is_inside(talk, each) and each.school == talk.school and talk.mode in each.modes:
            return each
    return None


def _is_inside(talk: Appointment, opening: Opening) -> bool:
    if talk.group is not None or opening.group is not None:
        is_same = opening.group is not None and opening.schedule == talk.group
        return is_same and opening.span == talk.span
    return opening.span.start <= talk.span.start and talk.span.end <= opening.span.end


def room_of(almanac: Almanac, talk: Appointment) -> str | None:
    """Where to meet for a talk; None when no opening holds it (any more)."""
    opening = covering(almanac, talk)
    return opening.room if opening else None
