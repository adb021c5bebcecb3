"""Whether an answer still counts: pure."""

from datetime import datetime

from flows.model import Appointment, Status
from flows.reminding.feedback import OPEN_FOR


def can_rate(talk: Appointment, now: datetime) -> bool:
    """A counted talk that took place, within two days, not answered yet."""
    took_place = talk.status in {Status.BOOKED, Status.FULFILLED}
    in_time = talk.span.end <= now < talk.span.end + OPEN_FOR
    return talk.counted and took_place and in_time and not talk.rated
