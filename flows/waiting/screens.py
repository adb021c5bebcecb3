"""The offer of an earlier time."""

from datetime import datetime

from flows.booking.cards import talk_lines
from flows.model import Appointment
from flows.programme import Programme, ref_of
from flows.screen import Button, Clock, Line, Screen, Tone
from flows.steps import Decline, Home, Move, Unawait


def offer(offered: Appointment, until: datetime, room: str, programme: Programme) -> Screen:
    """Take it, leave it, or leave the line; this message stays where it is.

    Args:
        offered: The talk as it would be, with its version of now.
        until: So long the time is held.
        room: Where, when the talk is at school.
        programme: For names.
    """
    worker, start = ref_of(offered.worker), offered.span.start
    lines = (
        Line("offer-title"),
        *talk_lines(offered, programme, room),
        Line("offer-until", {"until": Clock(until)}),
        Line("offer-ask"),
    )
    take = Move(offered.id, offered.version, worker, start, offered.mode)
    actions = (
        Button(Line("offer-take"), take, Tone.GOOD),
        Button(Line("offer-decline"), Decline(offered.id, worker, start)),
        Button(Line("key-unawait"), Unawait(offered.id)),
    )
    return Screen(lines, actions=actions, back=Home(), keep=True)
