"""What people know of their talks: a postman without a channel, and office hours read afresh."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from sqlalchemy import select

from flows.changes import NO_CHANGES, Changes
from flows.hours.almanac import Almanac
from flows.model import (
    AppointmentId,
    Claimed,
    Mode,
    NoticeKind,
    NoticeState,
    Opening,
    PersonId,
    SchoolId,
    Settled,
    Span,
    Status,
    WorkerId,
)
from flows.notices import Later, Ready
from storage.tables import appointment, notice, participant
from tests.flows.place import Place, prepared
from tests.ports import demo_programme
from tests.town import ZONE

LEASE = timedelta(minutes=2)
RETRY = timedelta(seconds=30)
OFF, ON = NoticeKind.AWAY, NoticeKind.BACK
REMINDERS = {NoticeKind.EVENING, NoticeKind.MORNING, NoticeKind.HOUR}
TITLES = {OFF: "away-title", ON: "told-title"}


@dataclass(frozen=True, slots=True)
class Talk:
    """A booked talk ahead as the tables have it, with one of its people; None at the door."""

    id: AppointmentId
    version: int
    worker: WorkerId
    school: SchoolId
    span: Span
    mode: Mode
    person: PersonId | None


Ear = tuple[AppointmentId, int, PersonId | None]
"""One person, and a talk as it stood at one version."""


def ear_of(talk: Talk) -> Ear:
    """Whose ear hears of a talk."""
    return talk.id, talk.version, talk.person


class HoursAfresh:
    """Office hours as the tables have them now: nothing is kept that the bot keeps."""

    def __init__(self) -> None:
        self.changes: Changes = NO_CHANGES
        self.almanac = Almanac(demo_programme(), 28)

    async def read(self, place: Place) -> None:
        """Look again; expanded anew only where something differs, whatever the revision says."""
        async with place.store.reading() as work:
            found = await work.hours.changes(place.clock() - timedelta(days=14))
        if replace(found, revision=0) != replace(self.changes, revision=0):
            self.changes, self.almanac = found, Almanac(demo_programme(), 28, found)

    def hold(self, talk: Talk) -> bool:
        """Whether somebody is there for the whole of a talk, in the way that was chosen."""
        on = date_of(talk.span.start)
        there = [each for each in self.at(talk.school, on) if each.worker == talk.worker]
        return any(
            talk.mode in each.modes and set(_minutes(talk.span)) <= set(_minutes(each.span))
            for each in there
        )

    def at(self, school: SchoolId, on: date) -> list[Opening]:
        """The openings of a school on a date."""
        return self.almanac.at_school(school, on, on)


def date_of(at: datetime) -> date:
    """The date on the wall."""
    return at.astimezone(ZONE).date()


def _minutes(span: Span) -> Sequence[int]:
    return range(int(span.start.timestamp()), int(span.end.timestamp()), 60)


async def talks_ahead(place: Place) -> list[Talk]:
    """Every booked talk that has not begun, once for each of its people."""
    wanted = (
        select(appointment, participant.c.person)
        .outerjoin(participant, participant.c.appointment == appointment.c.id)
        .where(appointment.c.status == Status.BOOKED, appointment.c.start_at > place.clock())
    )
    async with place.store.engine.sql.connect() as connection:
        rows = (await connection.execute(wanted)).all()
    return [
        Talk(
            AppointmentId(row.id),
            row.version,
            WorkerId(row.worker),
            SchoolId(row.school),
            Span(row.start_at, row.end_at),
            row.mode,
            row.person,
        )
        for row in rows
    ]


async def on_the_way(place: Place) -> dict[Ear, list[NoticeKind]]:
    """What will be said of whether talks are off or on, in the order of the rows."""
    waiting = (NoticeState.PENDING, NoticeState.SENDING)
    wanted = select(notice).where(notice.c.state.in_(waiting), notice.c.kind.in_((OFF, ON)))
    async with place.store.engine.sql.connect() as connection:
        rows = (await connection.execute(wanted.order_by(notice.c.id))).all()
    found: dict[Ear, list[NoticeKind]] = {}
    for row in rows:
        ear = AppointmentId(row.appointment), row.version, PersonId(row.person)
        found.setdefault(ear, []).append(row.kind)
    return found


@dataclass
class Postman:
    """Takes due notices to people as the sender does, and remembers who heard what."""

    place: Place
    heard: dict[Ear, list[NoticeKind]] = field(default_factory=dict)

    async def claim(self, most: int) -> list[Claimed]:
        """Take due notices; from then on they are `sending`."""
        async with self.place.store.work() as work:
            claimed = await work.outbox.claim(self.place.clock(), LEASE, most)
            await work.commit()
        return claimed

    async def deliver(self, claimed: Claimed, hours: HoursAfresh) -> None:
        """Render a notice as things stand and hand it over; what no longer holds is dropped."""
        ready = await prepared(claimed, self.place.router)
        if isinstance(ready, Later):
            await self._settle(claimed, NoticeState.PENDING, ready.until)
            return
        if not isinstance(ready, Ready):
            await self._settle(claimed, NoticeState.DROPPED)
            return
        await self._settle(claimed, NoticeState.SENT)
        talks = {ear_of(each): each for each in await talks_ahead(self.place)}
        told = claimed.notice
        if told.appointment is None or told.version is None:
            return
        ear = told.appointment, told.version, told.person
        if ear in talks:
            _check_words(told.kind, ready, is_on=hours.hold(talks[ear]))
        if told.kind in TITLES:
            _check_news(told.kind, self.heard.setdefault(ear, []))
            self.heard[ear].append(told.kind)

    async def fail(self, claimed: Claimed) -> None:
        """Nothing arrived; it will be tried again."""
        retry_at = self.place.clock() + RETRY
        await self._settle(claimed, NoticeState.PENDING, retry_at)

    async def _settle(
        self, claimed: Claimed, state: NoticeState, retry_at: datetime | None = None
    ) -> None:
        async with self.place.store.work() as work:
            await work.outbox.settle([Settled(claimed.id, state, "", retry_at=retry_at)])
            await work.commit()


def _check_words(kind: NoticeKind, ready: Ready, *, is_on: bool) -> None:
    """What is said of a talk ahead is true; a talk that is off gets no ordinary reminder."""
    title = ready.answer.screen.lines[0].id
    if kind in REMINDERS:
        assert title == (f"reminder-{kind.value}" if is_on else "away-title")
    if kind in TITLES:
        assert title == TITLES[kind]
        assert is_on is (kind is ON)


def _check_news(kind: NoticeKind, heard: list[NoticeKind]) -> None:
    """Nothing is told twice, and nobody hears that a talk goes on who never heard otherwise."""
    assert kind is not (heard[-1] if heard else ON)
