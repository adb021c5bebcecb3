"""Whoever is first in line is offered what frees, whatever freed it.

Nobody has to say that a time freed: a look at the line and at what is free finds it, so cancels,
moves, absences that end, extra hours and offers that were not taken need nothing of their own.
Any number of replicas may look: what is done is decided once more behind the workers' locks.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from flows.model import AppointmentId, Hold, Notice, NoticeKind, Place, Slot, Time, WorkerId
from flows.ports import Ports, Work
from flows.programme import ref_of
from flows.reminding.quiet import quiet_until
from flows.steps import Offer
from flows.waiting.finding import kind_of
from flows.waiting.looking import Sight, look, taken_since
from flows.waiting.rules import first_fit, hold_until


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be done after a look.

    Attributes:
        over: Holds to release.
        gone: Talks to take out of line.
        taken: Times to be news when they free again, by talk.
        offers: What to hold for whom, first come first.
    """

    over: Sequence[Hold]
    gone: Sequence[AppointmentId]
    taken: Mapping[AppointmentId, Collection[Time]]
    offers: Sequence[tuple[Place, Hold]]

    @property
    def workers(self) -> set[WorkerId]:
        """Whose time changes hands."""
        return {each.worker for each in (*self.over, *(hold for _, hold in self.offers))}

    def __bool__(self) -> bool:
        return bool(self.over or self.gone or self.taken or self.offers)


async def offer_due(ports: Ports) -> datetime | None:
    """Release what lapsed, and offer what is free to who is first in line for it.

    Returns:
        When to look again, unless something changes before; None when nothing is to come.
    """
    now = ports.clock()
    async with ports.reading() as work:
        sight = await look(work, now, ports)
        due = await _due(sight, work, now, ports)
    held: list[Hold] = []
    if due:
        async with ports.work() as work:
            for worker in sorted(due.workers):
                await work.appointments.lock(worker)
            sight = await look(work, now, ports)
            again = await _due(sight, work, now, ports)
            held = await _carry_out(again, due.workers, work, now)
            await work.commit()
    quiet = quiet_until(now, ports.limits.reminders, ports.programme.zone)
    moments = [each.until_at for each in (*sight.kept, *held)]
    moments += [quiet] if quiet is not None and sight.line else []
    return min(moments, default=None)


async def _due(sight: Sight, work: Work, now: datetime, ports: Ports) -> Due:
    is_quiet = quiet_until(now, ports.limits.reminders, ports.programme.zone) is not None
    offers = [] if is_quiet else await _offers(sight, work, now, ports)
    return Due(sight.over, sight.gone, taken_since(sight, ports), offers)


async def _offers(
    sight: Sight, work: Work, now: datetime, ports: Ports
) -> list[tuple[Place, Hold]]:
    """One time at most for each person in line, and no time twice."""
    found: list[tuple[Place, Hold]] = []
    asked, given = {each.person for each in sight.kept}, list[Slot]()
    for place in sight.line:
        if place.person in asked or not place.reachable:
            continue
        slot, until = await _fit(place, given, sight, work, now, ports)
        if slot is not None and until is not None:
            given.append(slot)
            asked.add(place.person)
            hold = Hold(place.talk.id, place.person, slot.worker, slot.span, until)
            found.append((place, hold))
    return found


async def _fit(
    place: Place, given: Sequence[Slot], sight: Sight, work: Work, now: datetime, ports: Ports
) -> tuple[Slot | None, datetime | None]:
    """What somebody in line is offered now, and until when; the own other talks are no time."""

    def until(slot: Slot) -> datetime | None:
        out_at = sight.phones.get(slot.school)
        return hold_until(slot.span.start, talk.audience, now, out_at, ports.limits.booking)

    talk, passed = place.talk, sight.passed.get(place.talk.id, {})
    slots = [each for each in sight.free[kind_of(talk, ports)] if until(each) is not None]
    slot = first_fit(place, slots, passed, [], given)
    if slot is not None:
        ahead = await work.appointments.coming(place.person, now)
        others = [each.span for each in ahead if each.id != talk.id]
        slot = first_fit(place, slots, passed, others, given)
    return slot, None if slot is None else until(slot)


async def _carry_out(
    due: Due, locked: Collection[WorkerId], work: Work, now: datetime
) -> list[Hold]:
    """Do what was found, as far as the workers are locked; the next look finds the rest.

    Returns:
        What is held from now on.
    """
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
        dedup_key=f"offer:{place.talk.id}:{hold.worker}:{start}:{now}",
        kind=NoticeKind.OFFER,
        person=place.person,
        step=Offer(place.talk.id, ref_of(hold.worker), start).pack(),
        due_at=now,
        expires_at=hold.until_at,
        appointment=place.talk.id,
        version=place.version,
    )
