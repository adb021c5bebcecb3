"""Counting a smiley: one command inside one unit of work."""

from flows.booking.card_views import held_by
from flows.demand.actions import count_rating
from flows.demand.plan import week_of
from flows.errors import StaleError
from flows.feedback.rules import can_rate
from flows.ports import Ports, Work
from flows.steps import Rate, Thanks
from flows.visit import Outcome, Visit


async def rate(step: Rate, visit: Visit, work: Work, ports: Ports) -> Outcome:
    """Count what somebody thought: of a counted talk once, else once a person and week.

    At the door and where nothing is free share that one answer.

    Raises:
        ForbiddenError: The talk is not this person's.
        StaleError: It did not take place, two days are over, or it was answered.
    """
    zone = ports.programme.zone
    if step.appointment is None:
        week, who = week_of(visit.now, zone), f"door|{visit.address.channel}|{visit.address.id}"
        if await work.tally.first_of_week(week, who):
            await count_rating(step.question, step.smile, visit.now, work, zone)
        return Outcome(Thanks())
    talk = (await held_by(visit, step.appointment, work)).appointment
    if not can_rate(talk, visit.now):
        raise StaleError
    await work.appointments.set_rated(talk.id)
    await count_rating(step.question, step.smile, talk.created_at, work, zone)
    return Outcome(Thanks())
