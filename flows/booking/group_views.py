"""Reads for finding a seat in a group."""

from flows.booking import groups as shown
from flows.booking import screens
from flows.booking.card_views import held_by
from flows.booking.seating import next_seats
from flows.hours.presence import local_date
from flows.hours.views import worker_names
from flows.ports import Ports, Work
from flows.screen import Screen
from flows.steps import Groups
from flows.visit import Visit, admitted_school


async def groups(step: Groups, visit: Visit, work: Work, ports: Ports) -> Screen:
    """Groups with a seat left from a moment on; for a move, those of the same series.

    Raises:
        ForbiddenError: The seat to move is not this person's.
    """
    school = admitted_school(visit.person, ports.programme)
    seat = None
    if step.moving is not None:
        seat = (await held_by(visit, step.moving, work)).appointment
    most = ports.limits.pace.times
    if not ports.pace.allows("times", visit.known.id, most, visit.now):
        return screens.enough_times()
    zone = ports.programme.zone
    free = await next_seats(school, seat, step.after, visit, work, ports)
    dated = [(each, local_date(each.span.start, zone)) for each in free]
    return shown.groups(step, dated, worker_names(ports.programme))
