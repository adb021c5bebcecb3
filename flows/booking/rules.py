"""What may be booked: pure decisions, `now` is an argument."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from flows.errors import (
    PersonBusyError,
    SlotGoneError,
    SlotTakenError,
    TooLateError,
    TooManyAheadError,
)
from flows.hours.rules import slots
from flows.model import Appointment, Audience, Mode, Opening, Slot, Span, Status, Wish, WorkerId
from flows.policy import BookingLimits
from flows.programme import Worker

LONGEST_WORDS = 30
FEWEST_DIGITS, MOST_DIGITS = 8, 15
DELAYS = (5, 10, 15)
"""Minutes that somebody can be late with one tap."""
LATE_EARLY = timedelta(minutes=10)
"""Before that one rather takes another time."""
Busy = Mapping[WorkerId, Sequence[Span]]


def free_slots(
    openings: Iterable[Opening], busy: Busy, mode: Mode, earliest: datetime, minutes: int = 0
) -> list[Slot]:
    """Free slots of these openings that can be held in this way, in order of start; no groups.

    Args:
        openings: Of any workers.
        busy: What is taken, by worker.
        mode: How the talk is held.
        earliest: First start allowed.
        minutes: How long the talk lasts: as many slots as it takes, one after the other.
    """
    free: list[Slot] = []
    for opening in openings:
        if mode in opening.modes and opening.group is None:
            single = slots(opening, busy.get(opening.worker, ()), earliest)
            free += _joined(single, opening, minutes)
    return sorted(free, key=lambda slot: slot.span)


def _joined(free: Sequence[Slot], opening: Opening, minutes: int) -> Sequence[Slot]:
    """Slots of one opening joined to the length of a talk; each may begin one."""
    step = opening.slot_minutes + opening.buffer_minutes
    count = max(1, -(-(minutes + opening.buffer_minutes) // step))
    if count == 1:
        return free
    whole = timedelta(minutes=(count - 1) * step)
    return [
        replace(first, span=Span(first.span.start, last.span.end))
        for first, last in zip(free, free[count - 1 :], strict=False)
        if last.span.start - first.span.start == whole
    ]


def require_slot(
    openings: Sequence[Opening], busy: Busy, wish: Wish, earliest: datetime, minutes: int = 0
) -> Slot:
    """Find the slot that was shown, as it stands now.

    Raises:
        SlotGoneError: No opening holds it any more, or it is past or too near.
        SlotTakenError: Somebody has it.
    """
    held = free_slots(openings, {}, wish.mode, earliest, minutes)
    if not any(_fits(slot, wish) for slot in held):
        raise SlotGoneError
    for slot in free_slots(openings, busy, wish.mode, earliest, minutes):
        if _fits(slot, wish):
            return slot
    raise SlotTakenError


def _fits(slot: Slot, wish: Wish) -> bool:
    return (slot.worker, slot.school, slot.span.start) == (
        wish.worker,
        wish.school,
        wish.span.start,
    )


def check_person(
    ahead: Sequence[Appointment], span: Span, limits: BookingLimits, *, moving: Appointment | None
) -> None:
    """Hold a wish against the person's other talks.

    Raises:
        PersonBusyError: Another talk overlaps.
        TooManyAheadError: As many ahead as one may hold (a move adds none); talks for a child
            that was named are held against that child's own number.
    """
    others = [each for each in ahead if moving is None or each.id != moving.id]
    if any(each.span.overlaps(span) for each in others):
        raise PersonBusyError
    if moving is None and sum(not each.labelled for each in others) >= limits.ahead:
        raise TooManyAheadError


def check_ahead(appointment: Appointment, now: datetime) -> None:
    """A talk can be cancelled or moved until its start.

    Raises:
        TooLateError: It has begun.
    """
    if now >= appointment.span.start:
        raise TooLateError


def can_be_late(appointment: Appointment, now: datetime) -> bool:
    """Tell whether it is near enough to say that one comes later, and not over."""
    near = appointment.span.start - LATE_EARLY < now < appointment.span.end
    return near and appointment.status is Status.BOOKED


def can_wait(talk: Appointment, now: datetime, notice: timedelta) -> bool:
    """Tell whether there can be a time before a talk: it stands, and is not the very next one.

    A group meets when it meets.
    """
    near = talk.span.start <= now + notice
    return talk.status is Status.BOOKED and not near and talk.group is None


def can_restore(appointment: Appointment, now: datetime, undo: timedelta) -> bool:
    """Tell whether a cancel can still be taken back."""
    return (
        appointment.status is Status.CANCELLED
        and now < appointment.span.start
        and now <= appointment.changed_at + undo
    )


def may_choose(mode: Mode, audience: Audience | None) -> bool:
    """Tell whether somebody may ask for this way: a visit at home is for parents to ask for."""
    return mode is not Mode.HOME or audience is Audience.PARENT


def usual_mode(wanted: Mode | None, worker: Worker | None, audience: Audience | None) -> Mode:
    """The way that was chosen, else at school, else the first way of this worker."""
    if wanted is not None and may_choose(wanted, audience):
        return wanted
    if worker is None or Mode.SCHOOL in worker.modes:
        return Mode.SCHOOL
    open_to = (each for each in worker.modes if may_choose(each, audience))
    return next(open_to, Mode.SCHOOL)


def clean_words(text: str) -> str | None:
    """A few words as typed, without control and direction marks, white space folded.

    Returns:
        None when nothing is left, or more than `LONGEST_WORDS` signs.
    """
    words = " ".join("".join(map(_shown, text)).split())
    return words if 0 < len(words) <= LONGEST_WORDS else None


def _shown(sign: str) -> str:
    """A sign that is seen; a space for white space, nothing for what controls or turns text."""
    if sign.isspace():
        return " "
    return "" if unicodedata.category(sign).startswith("C") else sign


def phone_number(text: str) -> str | None:
    """A phone number as typed in any script, as plain digits behind an optional plus.

    Returns:
        None for letters, or for fewer than eight or more than fifteen digits.

    Source: ITU-T E.164, at most fifteen digits.
    """
    if not re.fullmatch(r"\s*(\+|00)?[\d\s().\-/]{8,24}", text):
        return None
    typed = "".join(str(int(each)) if each.isdecimal() else each for each in text.strip())
    international = typed.startswith(("+", "00"))
    digits = re.sub(r"\D", "", typed.replace("(0)", "") if international else typed)
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
        return None
    return f"+{digits.removeprefix('00')}" if international else digits
