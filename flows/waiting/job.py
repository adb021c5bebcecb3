"""Whoever is first in line is offered what frees, whatever freed it.

Nobody has to say that a time freed: a look at the line and at what is free finds it, so cancels,
moves, absences that end, extra hours and offers that were not taken need nothing of their own.
Any number of replicas may look: what is done is decided once more behind the workers' locks.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from flows.hours.closures import closed_days
from flows.hours.presence import local_date
from flows.model import (
    AppointmentId,
    Hold,
    Notice,
    NoticeKind,
    PersonId,
    Place,
    Slot,
    Time,
    WorkerId,
)
from flows.ports import Almanac, Ports, Work
from flows.programme import ref_of
from flows.steps import Offer
from flows.waiting.finding import Kind, free_before, kind_of
from flows.waiting.rules import first_fit, hold_until, phones_out_at, quiet_until, stands


@dataclass(frozen=True, slots=True)
class Due:
    """What a look at the line found.

    Attributes:
        kept: What is held, and has not lapsed.
        over: What is held no longer: it lapsed, or its talk changed.
        gone: Talks that are in line no longer, for they changed, were cancelled or are near.
        taken: Times that were passed by when they were free, and are taken now.
        offers: What to hold for whom, first come first.
    """

    kept: Sequence[Hold]
    over: Sequence[Hold]
    gone: Sequence[AppointmentId]
    taken: Mapping[AppointmentId, Sequence[Time]]
    offers: Sequence[tuple[Place, Hold]]

    @property
    def workers(self) -> set[WorkerId]:
        """Whose time changes hands."""
        return {each.worker for each in self.over} | {hold.worker for _, hold in self.offers}

    def __bool__(self) -> bool:
        return bool(self.over or self.gone or self.taken or self.offers)


async def offer_due(ports: Ports) -> datetime | None:
    """Release what lapsed, and offer what is free to who is first in line for it.

    Returns:
        When to look again, unless something changes before; None when nobody waits.
    """
    now = ports.clock()
    async with ports.reading() as work:
        due, line = await _look(work, now, ports)
    if due:
        async with ports.work() as work:
            for worker in sorted(due.workers):
                await work.appointments.lock(worker)
            again, line = await _look(work, now, ports)
            held = await _carry_out(again, due.workers, work, now)
            await work.commit()
        due = Due([*again.kept, *held], [], [], {}, [])
    moments = [each.until_at for each in due.kept]
    quiet = quiet_until(now, ports.limits.reminders, ports.programme.zone)
    moments += [quiet] if quiet is not None and line else []
    return min(moments, default=None)


async def _look(work: Work, now: datetime, ports: Ports) -> tuple[Due, Sequence[Place]]:
    notice = ports.limits.booking.notice
    everybody, holds = await work.waiting.line(), await work.waiting.holds()
    if not everybody:
        return Due([], holds, [], {}, []), []
    line = [each for each in everybody if stands(each, now, notice)]
    in_line = {each.talk.id for each in line}
    over = [each for each in holds if each.until_at <= now or each.appointment not in in_line]
    kept = [each for each in holds if each not in over]
    gone = [each.talk.id for each in everybody if each.talk.id not in in_line]
    almanac = await ports.almanacs.current(work, now)
    free = await free_before([each.talk for each in line], almanac, work, now, ports)
    passed = await work.waiting.passed()
    offers: list[tuple[Place, Hold]] = []
    if quiet_until(now, ports.limits.reminders, ports.programme.zone) is None:
        holding = {each.person for each in kept}
        offers = await _offers(line, free, passed, holding, almanac, work, now, ports)
    return Due(kept, over, gone, dict(_taken(line, free, passed, ports)), offers), line


def _taken(
    line: Sequence[Place],
    free: Mapping[Kind, Sequence[Slot]],
    passed: Mapping[AppointmentId, Mapping[Time, bool]],
    ports: Ports,
) -> Iterator[tuple[AppointmentId, Sequence[Time]]]:
    """Times that were passed by, and are free no longer."""
    left = {kind: {(s.worker, s.span.start) for s in slots} for kind, slots in free.items()}
    for each in line:
        times = passed.get(each.talk.id, {})
        still = left[kind_of(each.talk, ports)]
        found = [time for time, offered in times.items() if not offered and time not in still]
        if found:
            yield each.talk.id, found


async def _offers(
    line: Sequence[Place],
    free: Mapping[Kind, Sequence[Slot]],
    passed: Mapping[AppointmentId, Container[Time]],
    holding: set[PersonId],
    almanac: Almanac,
    work: Work,
    now: datetime,
    ports: Ports,
) -> list[tuple[Place, Hold]]:
    """One time at most for each in line, nobody twice; the others of theirs are held against it."""
    found: list[tuple[Place, Hold]] = []
    given: list[Slot] = []
    held_for = set(holding)
    for each in line:
        if each.person in held_for or not each.reachable:
            continue
        slots = [
            slot
            for slot in free[kind_of(each.talk, ports)]
            if _until(each, slot, almanac, now, ports) is not None
        ]
        known = passed.get(each.talk.id, {})
        if first_fit(each, slots, known, [], given) is None:
            continue
        ahead = await work.appointments.ahead(each.person, now)
        others = [talk.span for talk in ahead if talk.id != each.talk.id]
        slot = first_fit(each, slots, known, others, given)
        until = None if slot is None else _until(each, slot, almanac, now, ports)
        if slot is not None and until is not None:
            given.append(slot)
            held_for.add(each.person)
            hold = Hold(each.talk.id, each.person, slot.worker, slot.span, until)
            found.append((each, hold))
    return found


def _until(
    place: Place, slot: Slot, almanac: Almanac, now: datetime, ports: Ports
) -> datetime | None:
    """Until when a slot would be held for somebody; None when nothing is left of it."""
    zone, talk = ports.programme.zone, place.talk
    on = local_date(now, zone)
    school = almanac.programme.school(talk.school)
    out_at = None
    if school is not None and not closed_days(almanac.programme, school.id, on, on):
        out_at = phones_out_at(school.phone_free, now, zone)
    return hold_until(slot.span.start, talk.audience, now, out_at, ports.limits.booking)


async def _carry_out(
    due: Due, locked: Container[WorkerId], work: Work, now: datetime
) -> list[Hold]:
    """Do what was found, as far as the workers are locked; what is left, the next look finds."""
    for lapsed in due.over:
        if lapsed.worker in locked:
            await work.waiting.release(lapsed.appointment)
    still_held = {each.appointment for each in due.over if each.worker not in locked}
    for appointment in due.gone:
        if appointment not in still_held:
            await work.waiting.leave(appointment)
    for appointment, times in due.taken.items():
        await work.waiting.forget(appointment, times)
    held: list[Hold] = []
    for place, hold in due.offers:
        if hold.worker in locked and await work.waiting.hold(hold, now):
            await work.outbox.add([_notice(place, hold, now)])
            held.append(hold)
    return held


def _notice(place: Place, hold: Hold, now: datetime) -> Notice:
    """Tell one person, and nobody together with others."""
    start = hold.span.start
    return Notice(
        dedup_key=f"offer:{place.talk.id}:{place.version}:{hold.worker}:{start.isoformat()}",
        kind=NoticeKind.OFFER,
        person=place.person,
        step=Offer(place.talk.id, ref_of(hold.worker), start).pack(),
        due_at=now,
        expires_at=hold.until_at,
        appointment=place.talk.id,
        version=place.version,
    )
