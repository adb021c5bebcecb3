"""A worker whom the config dropped before anybody was told."""

from collections.abc import Sequence
from dataclasses import replace

from flows.changes import Changes, Departure
from flows.hours.almanac import Almanac
from flows.hours.changed import with_former
from flows.model import Appointment, Opening, Origin
from flows.programme import Programme

_A_WEEK = 7


def as_if_there(
    programme: Programme, changes: Changes, left: Departure, talks: Sequence[Appointment]
) -> Almanac:
    """Office hours in which a worker still has hours around each talk, and only these.

    The dropped hours themselves are gone; whoever booked in them was told nothing, unless an
    absence or a closing, which still counts here, told it.
    """
    held = tuple(_around(each) for each in talks)
    return Almanac(with_former(programme, left), _A_WEEK, replace(changes, extras=held))


def _around(talk: Appointment) -> Opening:
    return Opening(
        worker=talk.worker,
        school=talk.school,
        schedule=None,
        room="",
        span=talk.span,
        slot_minutes=5,
        modes=(talk.mode,),
        bookable=False,
        walk_in=False,
        origin=Origin.EXTRA,
    )
