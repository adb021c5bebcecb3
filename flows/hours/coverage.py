"""Whether a talk still lies inside somebody's office hours."""

from flows.hours.presence import local_date
from flows.model import Appointment, Opening
from flows.ports import Almanac


def covering(almanac: Almanac, talk: Appointment) -> Opening | None:
    """The opening that holds a talk: same worker and school, its whole time, its way to talk.

    None when none does (any more): the worker is away, the hours were changed, the school is
    closed. Then whoever booked it is told.
    """
    on = local_date(talk.span.start, almanac.programme.zone)
    for each in almanac.of_worker(talk.worker, on, on):
        inside = each.span.start <= talk.span.start and talk.span.end <= each.span.end
        if inside and each.school == talk.school and talk.mode in each.modes:
            return each
    return None


def room_of(almanac: Almanac, talk: Appointment) -> str | None:
    """Where to meet for a talk; None when no opening holds it (any more)."""
    opening = covering(almanac, talk)
    return opening.room if opening else None
