"""Talks: which stand, and the few ways in which they change."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.postgresql import insert

from flows.model import (
    Appointment,
    AppointmentId,
    Audience,
    Consult,
    MessageId,
    Participation,
    PersonId,
    SchoolId,
    Span,
    Status,
    Typed,
    Wish,
    WorkerId,
)
from storage import bookings, occupancy, participants
from storage.personal import PersonKeys
from storage.tables import appointment as talks
from storage.tables import worker
from storage.talks import (
    AHEAD,
    BUSY,
    CODED,
    CODES,
    COMING,
    HELD,
    HELD_BY_ONE,
    IS_BOOKED,
    OF_WORKER,
    SEVERAL,
    TALK,
    appointment_of,
    participation_of,
)
from storage.ticks import LONGEST
from storage.transaction import Transaction

_NO_TALK = -1
_ONE = select(*TALK).where(talks.c.id == bindparam("talk"))
_BOOKED_OF_WORKER = OF_WORKER.where(IS_BOOKED)
_UNENDED = (
    select(*TALK)
    .where(
        talks.c.end_at >= bindparam("since"),
        talks.c.end_at < bindparam("before"),
        talks.c.counted,
        talks.c.ended_in.is_(None),
        talks.c.status.in_([Status.BOOKED, Status.FULFILLED]),
    )
    .order_by(talks.c.end_at, talks.c.id)
)


class SqlAppointments:
    """`flows.ports.Appointments`."""

    __slots__ = ("_foreseen", "_keys", "_tx")

    def __init__(self, tx: Transaction, keys: PersonKeys) -> None:
        self._tx = tx
        self._keys = keys
        self._foreseen: dict[AppointmentId, list[Any]] = {}

    async def lock(self, worker_id: WorkerId) -> None:
        """Hold the worker's row; on SQLite the whole work already has the only right to write.

        Whoever had it may have changed the office hours: their revision is read again.
        """
        if not self._tx.postgres:
            return
        self._tx.revision = None
        held = select(worker.c.id).where(worker.c.id == worker_id).with_for_update()
        if not await self._tx.run(held):
            await self._tx.run(insert(worker).on_conflict_do_nothing(), {"id": worker_id})
            await self._tx.run(held)

    async def busy(
        self,
        workers: Collection[WorkerId],
        span: Span,
        now: datetime,
        *,
        but_for: AppointmentId | None = None,
    ) -> Mapping[WorkerId, list[Span]]:
        """What of `span` these workers are booked, or held for somebody, in order of start.

        Left out are holds that lapsed, and what the talk `but_for` has or is held for it.
        """
        values = {
            "now": now,
            "but_for": _NO_TALK if but_for is None else but_for,
            "workers": list(workers),
            "far_back": span.start - LONGEST,
            "since": span.start,
            "until": span.end,
        }
        found: dict[WorkerId, list[Span]] = {each: [] for each in workers}
        for row in await self._tx.run(BUSY, values):
            found[row.worker].append(Span(row.start_at, row.end_at))
        return found

    async def ahead(self, person: PersonId, now: datetime) -> list[Appointment]:
        """The booked talks that a person booked and that end after `now`, earliest first."""
        rows = await self._tx.run(AHEAD, {"person": person, "now": now})
        return [appointment_of(row) for row in rows]

    async def coming(self, person: PersonId, now: datetime) -> list[Appointment]:
        """As `ahead`, and the talks that somebody asked the person along to."""
        rows = await self._tx.run(COMING, {"person": person, "now": now})
        return [appointment_of(row) for row in rows]

    async def get(self, appointment: AppointmentId) -> Appointment | None:
        """Any talk."""
        if appointment in self._foreseen:
            return next(map(appointment_of, self._foreseen[appointment]), None)
        row = await self._tx.first(_ONE, {"talk": appointment})
        return None if row is None else appointment_of(row)

    async def of(self, person: PersonId, appointment: AppointmentId) -> Participation | None:
        """A talk as this person holds it; None when it is not theirs."""
        if appointment in self._foreseen:
            own = (row for row in self._foreseen[appointment] if row.person == person)
            return next(map(participation_of, own), None)
        row = await self._tx.first(HELD_BY_ONE, {"talk": appointment, "holder": person})
        return None if row is None else participation_of(row)

    async def foresee(self, talks: Collection[AppointmentId]) -> None:
        """Read talks with everybody who takes part in one query.

        Raises:
            RuntimeError: In a work that writes.
        """
        self._tx.only_reads()
        found: dict[AppointmentId, list[Any]] = {each: [] for each in talks}
        for row in await self._tx.run(SEVERAL, {"talks": list(found)}) if found else ():
            found[AppointmentId(row.id)].append(row)
        self._foreseen |= found

    async def held_by(self, appointment: AppointmentId) -> list[Participation]:
        """Everybody with a chat who takes part, who booked first."""
        rows = await self._tx.run(HELD, {"talk": appointment})
        return [participation_of(row) for row in rows]

    async def of_worker(
        self, worker_id: WorkerId, span: Span, *, all_states: bool = False
    ) -> list[Appointment]:
        """Talks of a worker that start in `span`, earliest first: booked ones, or all."""
        values = {"of": worker_id, "since": span.start, "until": span.end}
        rows = await self._tx.run(OF_WORKER if all_states else _BOOKED_OF_WORKER, values)
        return [appointment_of(row) for row in rows]

    async def coded(self, school: SchoolId, span: Span, code: int) -> list[Appointment]:
        """A school's talks with this code that start in `span`, cancelled ones too, by start."""
        values = {"place": school, "since": span.start, "until": span.end, "which": code}
        return [appointment_of(row) for row in await self._tx.run(CODED, values)]

    async def codes(self, school: SchoolId, span: Span) -> set[int]:
        """The codes of a school's talks that start in `span`, cancelled ones too."""
        values = {"place": school, "since": span.start, "until": span.end}
        return {row.code for row in await self._tx.run(CODES, values)}

    async def book(
        self,
        person: PersonId | None,
        wish: Wish,
        audience: Audience,
        at: datetime,
        *,
        counted: bool = False,
        rated: bool = False,
        chosen: bool = False,
        code: int = 0,
        card: MessageId | None = None,
    ) -> Appointment:
        """Take a time for a person, or for somebody at the door (None).

        Raises:
            SlotTakenError: The worker is occupied in some five minutes of the span.
            PersonBusyError: The person is.
        """
        made = bookings.new(
            wish,
            audience,
            at,
            counted=counted,
            rated=rated,
            chosen=chosen,
            code=code,
            at_door=person is None,
        )
        await bookings.book(self._tx, made, person, card, wish.seats)
        return made

    async def move(
        self, booked: Appointment, wish: Wish, at: datetime, *, code: int | None = None
    ) -> Appointment:
        """Give the talk another time in one go; its version grows by one.

        Raises:
            StaleError: It no longer stands as `booked` says.
            SlotTakenError: The worker is occupied then.
            PersonBusyError: The person is.
        """
        kept = booked.code if code is None else code
        return await bookings.move(self._tx, booked, wish, at, kept)

    async def cancel(self, booked: Appointment, at: datetime) -> Appointment:
        """Free the time; the version grows by one.

        Raises:
            StaleError: It no longer stands as `booked` says.
        """
        return await bookings.cancel(self._tx, booked, at)

    async def restore(self, cancelled: Appointment, at: datetime, *, seats: int = 0) -> Appointment:
        """Book a cancelled talk, or seat in a group of so many, again; the version grows by one.

        Raises:
            StaleError: It no longer stands as `cancelled` says.
            SlotTakenError: Somebody else took the time.
            PersonBusyError: The person has another talk then.
        """
        return await bookings.restore(self._tx, cancelled, at, seats)

    async def bring(self, talk: Appointment, person: PersonId) -> bool:
        """Let one more person come along; False when somebody was asked already.

        Raises:
            PersonBusyError: That person has another talk then.
        """
        return await bookings.bring(self._tx, talk, person)

    async def asked_along(self, appointment: AppointmentId) -> bool:
        """Tell whether somebody came along once; not whether they still do."""
        return await participants.is_given(self._tx, appointment)

    async def part(self, appointment: AppointmentId, person: PersonId) -> None:
        """A guest comes along no longer; nothing when they did not."""
        await participants.part(self._tx, appointment, person)
        await occupancy.leave(self._tx, appointment, person)

    async def unbring(self, appointment: AppointmentId) -> None:
        """Nobody comes along any more, and another can be asked."""
        _, guest = await participants.people_of(self._tx, appointment)
        if guest is not None:
            await occupancy.leave(self._tx, appointment, guest)
        await participants.clear_guest(self._tx, appointment)

    async def conclude(
        self, over: Appointment, status: Status, *, end_told: bool = False
    ) -> Appointment:
        """Write down how a talk went; its version stays, for nobody is told.

        Raises:
            StaleError: It no longer stands as `over` says.
        """
        return await bookings.conclude(self._tx, over, status, end_told=end_told)

    async def topic_told(self, appointment: AppointmentId) -> bool:
        """Remember that a topic was given, never which; False when it was before."""
        first = update(talks).where(talks.c.id == appointment, ~talks.c.topic_told)
        told = first.values(topic_told=True).returning(talks.c.id)
        return await self._tx.first(told) is not None

    async def set_phone(self, appointment: AppointmentId, person: PersonId, number: str) -> None:
        """Keep the number to call, sealed.

        Raises:
            StaleError: The talk is not, or no longer, theirs.
        """
        await participants.set_phone(self._tx, self._keys, appointment, person, number)

    async def phone(self, appointment: AppointmentId) -> str | None:
        """The number to call."""
        return await participants.phone(self._tx, self._keys, appointment)

    async def set_late(self, appointment: AppointmentId, minutes: int) -> None:
        """Somebody comes so much later; the talk's version stays."""
        change = update(talks).where(talks.c.id == appointment).values(late_minutes=minutes)
        await self._tx.run(change)

    async def set_rated(self, appointment: AppointmentId) -> None:
        """A smiley was given, never which."""
        await self._tx.run(update(talks).where(talks.c.id == appointment).values(rated=True))

    async def set_ended(self, appointment: AppointmentId, where: str | None) -> None:
        """In which table and period its end was counted, never which end."""
        await self._tx.run(update(talks).where(talks.c.id == appointment).values(ended_in=where))

    async def unended(self, since: datetime, before: datetime) -> list[Appointment]:
        """Counted talks that stand and ended in [since, before), of which no end was counted."""
        rows = await self._tx.run(_UNENDED, {"since": since, "before": before})
        return [appointment_of(row) for row in rows]

    async def set_interpreter(
        self, appointment: AppointmentId, person: PersonId, language: str
    ) -> None:
        """An interpreter is wanted; nothing when the talk is not theirs."""
        await participants.set_interpreter(self._tx, appointment, person, language)

    async def set_words(
        self, appointment: AppointmentId, person: PersonId, what: Typed, text: str
    ) -> None:
        """Keep what a person typed for a talk, sealed.

        Raises:
            StaleError: The talk is not, or no longer, theirs.
        """
        await participants.set_words(self._tx, self._keys, appointment, person, what, text)

    async def words(self, appointment: AppointmentId, what: Typed) -> str | None:
        """What a person typed for a talk."""
        return await participants.words(self._tx, self._keys, appointment, what)

    async def set_consult(self, appointment: AppointmentId, consult: Consult) -> None:
        """What somebody of the school wants to talk about."""
        change = update(talks).where(talks.c.id == appointment).values(consult=consult)
        await self._tx.run(change)

    async def set_card(
        self, appointment: AppointmentId, person: PersonId, message: MessageId
    ) -> None:
        """Remember which message shows the card; nothing when the talk is not theirs."""
        await participants.set_card(self._tx, appointment, person, message)
