"""What flows need from outside, and nothing more; `storage` and `bot` provide it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from flows.audit import AuditEvent
from flows.changes import Block, Changes, Closing, Departure
from flows.model import (
    AbsenceId,
    Address,
    Appointment,
    AppointmentId,
    AtDesk,
    Audience,
    Awaited,
    Claimed,
    Consult,
    CoordinatorId,
    Hold,
    Mark,
    MessageId,
    Notice,
    NoticeKind,
    Opening,
    Origin,
    Pacing,
    Participation,
    Person,
    PersonId,
    Place,
    Released,
    Role,
    ScheduleId,
    SchoolId,
    Settled,
    Span,
    Status,
    Supply,
    Time,
    Typed,
    Wish,
    WorkerId,
)
from flows.policy import Limits, PrivacyLimits
from flows.programme import Programme, Schedule

Held = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows by table, values by column: opened where they are sealed."""


class People(Protocol):
    """Chat accounts; ids of the channel are looked up by keyed hash and kept sealed."""

    async def find(self, address: Address) -> Person | None:
        """The person of an address."""

    async def get(self, person: PersonId) -> Person | None:
        """The person of an id."""

    async def add(self, address: Address, person: Person, at: datetime) -> Person:
        """Keep a new person, or find the one that another replica just added.

        `person.id` is ignored: the row gets one of its own.
        """

    async def save(self, person: Person) -> None:
        """Write everything but the roles."""

    async def seen(self, person: PersonId, on: date) -> None:
        """Somebody came in the week that begins on this Monday."""

    async def address(self, person: PersonId) -> Address | None:
        """Where to send; None when unknown."""

    async def foresee(self, people: Collection[PersonId]) -> None:
        """Read at once what `get` and `address` will be asked; only in a work that only reads."""

    async def erase(self, person: PersonId) -> None:
        """Nothing of a person is left: no row, no word, no code; the talks stay, of nobody.

        What is ahead is cancelled before, or nobody would be told.
        """

    async def held(self, person: PersonId) -> Held:
        """Everything that is kept of a person, opened."""

    async def messages(self, person: PersonId, since: datetime) -> list[MessageId]:
        """Messages in the person's chat that are known: cards, and all of it from then on."""

    async def shown(self, person: PersonId, messages: Collection[MessageId], at: datetime) -> None:
        """Remember that these messages stand in the person's chat."""

    async def regain(self, person: PersonId, address: Address, at: datetime) -> None:
        """Keep the address of somebody whose key was lost; nothing for everybody else."""

    async def join(self, person: PersonId, role: Role, subject: str, at: datetime) -> None:
        """Give a role; a subject has one account, so an earlier one loses it."""

    async def desks(self) -> list[tuple[PersonId, WorkerId]]:
        """The reachable accounts of workers."""

    async def part(self, role: Role, subject: str) -> bool:
        """Take a role from whoever has it; False when nobody had."""

    async def readers(self) -> list[tuple[PersonId, CoordinatorId]]:
        """The reachable mail addresses of coordinators, in order of their id."""

    async def coordinators(self) -> list[tuple[PersonId, CoordinatorId]]:
        """The reachable accounts of coordinators."""


class Appointments(Protocol):
    """Talks and what they occupy: promise 1."""

    async def lock(self, worker: WorkerId) -> None:
        """Hold the worker's row until the end of this work, before anything is read.

        Raises:
            BusyError: Others held it too long.
        """

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

    async def ahead(self, person: PersonId, now: datetime) -> list[Appointment]:
        """The booked talks that a person booked and that end after `now`, earliest first."""

    async def coming(self, person: PersonId, now: datetime) -> list[Appointment]:
        """As `ahead`, and the talks that somebody asked the person along to."""

    async def get(self, appointment: AppointmentId) -> Appointment | None:
        """Any talk."""

    async def of(self, person: PersonId, appointment: AppointmentId) -> Participation | None:
        """A talk as this person holds it; None when it is not theirs."""

    async def foresee(self, talks: Collection[AppointmentId]) -> None:
        """Read at once what `get` and `of` will be asked; only in a work that only reads."""

    async def held_by(self, appointment: AppointmentId) -> list[Participation]:
        """Everybody with a chat who takes part, who booked first."""

    async def of_worker(
        self, worker: WorkerId, span: Span, *, all_states: bool = False
    ) -> list[Appointment]:
        """Talks of a worker that start in `span`, earliest first: booked ones, or all."""

    async def coded(self, school: SchoolId, span: Span, code: int) -> list[Appointment]:
        """A school's talks with this code that start in `span`, cancelled ones too, by start."""

    async def codes(self, school: SchoolId, span: Span) -> set[int]:
        """The codes of a school's talks that start in `span`, cancelled ones too."""

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

        `chosen`: the person asked for this worker. `card` is the message that will show it.

        Raises:
            SlotTakenError: The worker is occupied in some five minutes of the span.
            PersonBusyError: The person is.
        """

    async def move(
        self, booked: Appointment, wish: Wish, at: datetime, *, code: int | None = None
    ) -> Appointment:
        """Give the talk another time, perhaps another code, in one go; its version grows by one.

        A guest who has another talk then does not come along any more.

        Raises:
            StaleError: It no longer stands as `booked` says.
            SlotTakenError: The worker is occupied then.
            PersonBusyError: The person is.
        """

    async def cancel(self, booked: Appointment, at: datetime) -> Appointment:
        """Free the time; the version grows by one.

        Raises:
            StaleError: It no longer stands as `booked` says.
        """

    async def restore(self, cancelled: Appointment, at: datetime, *, seats: int = 0) -> Appointment:
        """Book a cancelled talk, or seat in a group of so many, again; the version grows by one.

        Raises:
            StaleError: It no longer stands as `cancelled` says.
            SlotTakenError: Somebody else took the time.
            PersonBusyError: The person has another talk then.
        """

    async def bring(self, talk: Appointment, person: PersonId) -> bool:
        """Let one more person come along; False when somebody was asked already.

        Raises:
            PersonBusyError: That person has another talk then.
        """

    async def asked_along(self, appointment: AppointmentId) -> bool:
        """Tell whether somebody came along once; not whether they still do."""

    async def part(self, appointment: AppointmentId, person: PersonId) -> None:
        """A guest comes along no longer; nothing when they did not."""

    async def unbring(self, appointment: AppointmentId) -> None:
        """Nobody comes along any more, and another can be asked."""

    async def conclude(
        self, over: Appointment, status: Status, *, end_told: bool = False
    ) -> Appointment:
        """Write down how a talk went; its version stays, for nobody is told.

        Raises:
            StaleError: It no longer stands as `over` says.
        """

    async def topic_told(self, appointment: AppointmentId) -> bool:
        """Remember that a topic was given, never which; False when it was before."""

    async def set_phone(self, appointment: AppointmentId, person: PersonId, number: str) -> None:
        """Keep the number to call, sealed."""

    async def phone(self, appointment: AppointmentId) -> str | None:
        """The number to call."""

    async def set_late(self, appointment: AppointmentId, minutes: int) -> None:
        """Somebody comes so much later; the talk's version stays."""

    async def set_rated(self, appointment: AppointmentId) -> None:
        """A smiley was given, never which."""

    async def set_ended(self, appointment: AppointmentId, where: str | None) -> None:
        """In which table and period its end was counted, never which end."""

    async def unended(self, since: datetime, before: datetime) -> list[Appointment]:
        """Counted talks that stand and ended in [since, before), of which no end was counted."""

    async def set_interpreter(
        self, appointment: AppointmentId, person: PersonId, language: str
    ) -> None:
        """An interpreter is wanted; nothing when the talk is not theirs."""

    async def set_words(
        self, appointment: AppointmentId, person: PersonId, what: Typed, text: str
    ) -> None:
        """Keep what a person typed for a talk, sealed.

        Raises:
            StaleError: The talk is not, or no longer, theirs.
        """

    async def words(self, appointment: AppointmentId, what: Typed) -> str | None:
        """What a person typed for a talk."""

    async def set_consult(self, appointment: AppointmentId, consult: Consult) -> None:
        """What somebody of the school wants to talk about."""

    async def set_card(
        self, appointment: AppointmentId, person: PersonId, message: MessageId
    ) -> None:
        """Remember which message shows the card."""


class Waiting(Protocol):
    """Who is in line for an earlier time, and what is held for whom."""

    async def join(
        self, talk: Appointment, person: PersonId, worker: WorkerId | None, at: datetime
    ) -> None:
        """Put a talk's person in line behind all others, only for one worker or for anybody."""

    async def leave(self, appointment: AppointmentId) -> None:
        """Take a talk out of line; what is held for it is free."""

    async def waits(self, person: PersonId, appointment: AppointmentId) -> bool:
        """Tell whether this talk of this person is in line, as it stands."""

    async def line(self) -> list[Place]:
        """All who are in line, first come first; also those whose talk has changed since."""

    async def holds(self) -> list[Hold]:
        """Everything that is held, and what lapsed and was not released yet."""

    async def held(self, person: PersonId) -> Hold | None:
        """What is held for a person, or lapsed."""

    async def hold(self, hold: Hold, at: datetime) -> bool:
        """Keep a time for a person, never to be offered again.

        False when another is kept for the person, or the talk is not in line as it stands.

        Raises:
            SlotTakenError: The worker is occupied then.
        """

    async def release(self, appointment: AppointmentId) -> None:
        """Give back what is held for a talk; it stays in line."""

    async def passed(self) -> Mapping[AppointmentId, Mapping[Time, bool]]:
        """Times that are not to be offered; True for those that were, False for passed by."""

    async def pass_by(self, appointment: AppointmentId, times: Collection[Time]) -> None:
        """These were free already, and not wanted."""

    async def forget(self, appointment: AppointmentId, times: Collection[Time]) -> None:
        """Times that were passed by are taken by now: when they free again, they are news."""


class Hours(Protocol):
    """What was changed about office hours, and what workers said about being there.

    Every call that changes something makes the revision grow. `changed_here`: this very work
    did, so what it sees may still be rolled back.
    """

    changed_here: bool

    async def revision(self) -> int:
        """The number of the last change; 0 before the first."""

    async def changes(self, since: datetime) -> Changes:
        """Every change that matters from a moment on."""

    async def say(self, mark: Mark, at: datetime) -> None:
        """Say it about being there, in place of what was said before."""

    async def add_absence(self, worker: WorkerId, span: Span, at: datetime) -> AbsenceId:
        """A worker is away."""

    async def end_absence(self, which: AbsenceId, end: datetime) -> None:
        """An absence ends earlier; nothing of it stays when that is before its start."""

    async def add_extra(self, opening: Opening, at: datetime) -> None:
        """Hours beside the schedule, once."""

    async def add_closing(self, closing: Closing) -> None:
        """A school is closed."""

    async def reopen(self, school: SchoolId, on: date) -> None:
        """The closings of a school that cover a date are taken back, whole."""

    async def add_schedule(self, schedule: Schedule, origin: Origin, at: datetime) -> None:
        """Recurring hours; `schedule.id` is new."""

    async def end_schedule(self, schedule: ScheduleId, last_on: date) -> None:
        """A schedule counts up to this date, in place of any other end said before."""

    async def add_block(self, block: Block) -> None:
        """An hour of every week without office hours."""

    async def end_block(self, which: int, last_on: date) -> None:
        """A block counts up to this date."""

    async def depart(self, left: Departure, at: datetime) -> None:
        """A worker left; said again, the colleague offered is another."""


class Outbox(Protocol):
    """Everything said unasked: promises 2, 3 and 4."""

    async def add(self, notices: Sequence[Notice]) -> None:
        """Queue notices; one whose `dedup_key` is known already is left out."""

    async def withdraw(self, appointment: AppointmentId) -> None:
        """Drop the pending notices of a talk."""

    async def quiet(self, appointment: AppointmentId, person: PersonId) -> None:
        """Drop the pending notices of a talk to one person."""

    async def recall(self, appointment: AppointmentId, person: PersonId, kind: NoticeKind) -> bool:
        """Drop the pending notices of one kind; False when none was: it was said, or never."""

    async def heard(
        self, talk: Appointment, person: PersonId, kinds: Sequence[NoticeKind]
    ) -> NoticeKind | None:
        """Which of these kinds a person surely heard last of a talk as it is now."""

    async def silence(self, person: PersonId) -> None:
        """Drop the pending notices of a person who can no longer be reached."""

    async def revive(self, person: PersonId, now: datetime) -> None:
        """Queue again what was dropped by `silence` and has not expired."""

    async def claim(
        self,
        now: datetime,
        lease: timedelta,
        most: int,
        pacing: Pacing | None = None,
        beside: Iterable[NoticeKind] = tuple(NoticeKind),
    ) -> list[Claimed]:
        """Take due notices, oldest first, in one statement: state `sending`, leased.

        Several only of the kinds in `beside`, and none that a sender died of: such a one is taken
        by itself, when it is the oldest.

        A notice whose lease ran out while `sending` comes back with its attempts counted. With
        `pacing` each has its turn, at most `apart` from now; none while all are held off.
        """

    async def hold_off(self, until: datetime) -> None:
        """Nothing that is paced is claimed before this moment."""

    async def settle(self, ended: Sequence[Settled]) -> None:
        """Write down how claimed notices ended; `PENDING` needs `retry_at`."""

    async def next_due(self) -> datetime | None:
        """The earliest moment at which a notice is or was due."""


class Inbox(Protocol):
    """Updates whose effect is done: promise 5."""

    async def outcome(self, update: int) -> str | None:
        """The packed show step that came of an update, if it was done."""

    async def add(self, update: int, outcome: str, at: datetime) -> None:
        """Remember it, in the same transaction as its effect.

        Raises:
            AlreadyDoneError: Another replica was first.
        """

    async def set_aside(self, update: int, error: str, at: datetime) -> None:
        """Remember that an update could not be handled, and the class of the error."""


class Awaiting(Protocol):
    """Texts the bot asked for, one a person at most."""

    async def put(
        self, person: PersonId, purpose: str, step: str, at: datetime, expires_at: datetime
    ) -> None:
        """Wait for a text, in place of what was waited for before."""

    async def waits(self, person: PersonId, now: datetime) -> bool:
        """Tell whether a text is waited for."""

    async def take(self, person: PersonId, now: datetime) -> Awaited | None:
        """Stop waiting, and tell for what; None when for nothing, or too long."""


class Invitations(Protocol):
    """One-time links: to a desk, to the digests, to one talk."""

    async def add(self, token: str, role: Role, subject: str, expires_at: datetime) -> None:
        """Make one; only a hash of the token is kept."""

    async def withdraw(self, role: Role, subject: str) -> None:
        """Make every unused one for a subject useless."""

    async def waits(self, role: Role, subject: str, now: datetime) -> bool:
        """Tell whether there is one that can still be used."""

    async def use(self, token: str, now: datetime) -> tuple[Role, str] | None:
        """Use one up; None when it was used, expired or never made."""


class Desks(Protocol):
    """Who sits at workers' desks, and how workers want to be told."""

    async def at_desk(self, worker: WorkerId) -> list[AtDesk]:
        """The reachable accounts of a worker: none or one."""

    async def set_daily(self, worker: WorkerId, *, daily: bool) -> None:
        """Say whether bookings days ahead are told once a day."""


class Bans(Protocol):
    """Who cannot book with a worker for a while: keyed tags of accounts, which outlive erasure."""

    async def add(self, worker: WorkerId, whose: Address, until: datetime) -> None:
        """No bookings before this moment, in place of what was said before."""

    async def holds(self, worker: WorkerId, whose: Address, now: datetime) -> bool:
        """Tell whether an account cannot book with a worker now."""

    async def any_of(self, worker: WorkerId, now: datetime) -> bool:
        """Tell whether anybody cannot book with a worker now."""

    async def end(self, worker: WorkerId, whose: Address | None = None) -> bool:
        """Let an account, or everybody, book again; False when it could anyway."""


class AuditLog(Protocol):
    """What staff and operator did; kept apart from everything else."""

    async def add(self, event: AuditEvent) -> None:
        """Write it down, in the transaction of what was done."""

    async def since(self, at: datetime) -> list[AuditEvent]:
        """What was done from a moment on, in order."""


Counter = tuple[str, str, str]
"""A true counter's name: table, period, cell."""


class Tally(Protocol):
    """The true counters, to add to only."""

    async def first_of_week(self, week: str, who: str) -> bool:
        """True the first time somebody is seen in the week, by keyed tag; False after.

        False, too, once the week is closed: its key is gone, and nothing counts.
        """

    async def unsee(self, week: str, who: str) -> bool:
        """Take a tag back; True when it was there."""

    async def is_open(self, week: str) -> bool:
        """Tell whether a week is not closed yet."""

    async def add(self, table: str, period: str, cell: str, amount: int = 1) -> bool:
        """Count; False (and nothing counted) when the period is closed."""

    async def add_all(self, named: Sequence[Counter], amount: int = 1) -> list[Counter]:
        """Count in different counters, in this order; gives those whose period is closed."""

    async def plan(self, week: str) -> tuple[str, str] | None:
        """The plan that counts in a week, from which week on, and as `set_plan` wrote it."""

    async def set_plan(self, first_week: str, content: str) -> None:
        """Let a plan count from a week on, unless one was written down for it already."""


class PublishedNumbers(Protocol):
    """The released numbers, to read only."""

    async def cells(self, table: str, period: str) -> list[Released]:
        """One table of one period, by name of cell; empty when not released."""

    async def since(self, table: str, period: str) -> list[Released]:
        """One table from a period on, by period and name of cell."""

    async def is_closed(self, table: str, period: str) -> bool:
        """Tell whether a period is over for good, with figures or without."""

    async def plans(self) -> list[tuple[str, str]]:
        """Every plan with its first week, oldest first."""

    async def supply(self, scope: str, first: str, last: str) -> list[Supply]:
        """What a scope had on offer in each week from one to another, both included."""


class Work(Protocol):
    """One transaction; nothing stays unless `commit` was said."""

    people: People
    appointments: Appointments
    waiting: Waiting
    hours: Hours
    outbox: Outbox
    inbox: Inbox
    awaiting: Awaiting
    invitations: Invitations
    desks: Desks
    audit: AuditLog
    bans: Bans
    tally: Tally
    published: PublishedNumbers

    async def commit(self) -> None:
        """Keep everything that was done."""


class Release(Protocol):
    """Reads and destroys true counters; handed only to the release job."""

    async def alone(self) -> None:
        """Wait for those who are counting; until this work ends nobody else counts."""

    async def plans(self) -> list[tuple[str, str]]:
        """Every plan with its first week, oldest first."""

    async def plan_from(self, first_week: str, content: str, after: str) -> None:
        """Let a plan count from a week on, in place of any that would after the week `after`."""

    async def drop_plans(self, after: str) -> None:
        """No other plan counts any more after a week."""

    async def closed(self) -> set[tuple[str, str]]:
        """Every table and period that is closed."""

    async def close(
        self, table: str, period: str, cells: Sequence[str], noise: Callable[[], int], at: datetime
    ) -> bool:
        """Publish a table of a period: a number for every cell, noise added once, zeros included.

        The counters are deleted and the period is closed, all in this work. False, and nothing
        done, when it was closed before.
        """

    async def close_empty(self, table: str, period: str, at: datetime) -> bool:
        """Close a period without figures: its counters are destroyed unpublished."""

    async def close_week(self, week: str, at: datetime) -> bool:
        """Destroy the tags of a week and their key; False when that was done before."""

    async def keep_supply(self, week: str, offered: Sequence[Supply]) -> None:
        """Write down what was on offer in a week that was closed just now, once and for all."""


class Coordinators(Protocol):
    """Who reads what is published."""

    async def coordinators(self) -> list[tuple[PersonId, CoordinatorId]]:
        """The reachable accounts of coordinators."""


class ReleaseWork(Protocol):
    """The one transaction of a release: numbers out, notices queued."""

    hours: Hours
    people: Coordinators
    outbox: Outbox
    release: Release

    async def commit(self) -> None:
        """Keep everything that was done."""


class Almanac(Protocol):
    """Openings of the whole programme at one revision of the changes.

    `programme` has the schedules that hold at that revision.
    """

    programme: Programme
    changes: Changes

    def at_school(self, school: SchoolId, first_on: date, last_on: date) -> list[Opening]:
        """Openings of a school on local dates, both included, in order of start."""

    def of_worker(self, worker: WorkerId, first_on: date, last_on: date) -> list[Opening]:
        """Openings of a worker on local dates, both included, in order of start."""

    def away_at(self, school: SchoolId, on: date) -> list[Opening]:
        """Openings of a school on a date that an absence ends early or takes whole, by start."""

    def mark(self, worker: WorkerId, school: SchoolId, on: date) -> Mark | None:
        """What a worker said about being at a school on a date."""

    def marks_at(self, school: SchoolId, on: date) -> list[Mark]:
        """What everybody said about being at a school on a date."""


class Almanacs(Protocol):
    """Keeps the almanac of the newest revision seen."""

    async def current(self, work: Work, now: datetime) -> Almanac:
        """The almanac as this work sees it; read anew only after a change."""

    async def back_to(self, hours: Hours, since: datetime) -> Almanac:
        """An almanac that knows the changes of a time long over, too; kept nowhere."""


class Pace(Protocol):
    """How often one person, or account, may do something in an hour; no promise rests on it."""

    def allows(self, what: str, whose: PersonId | Address, most: int, now: datetime) -> bool:
        """Whether it may be done once more; if so, it counts."""


OpenWork = Callable[[], AbstractAsyncContextManager[Work]]
OpenRelease = Callable[[], AbstractAsyncContextManager[ReleaseWork]]


@dataclass(frozen=True, slots=True)
class Ports:
    """Everything an action may use.

    `work` writes (and queues behind other writers), `reading` only reads; `link` makes a link to
    the bot of a payload.
    """

    work: OpenWork
    reading: OpenWork
    clock: Callable[[], datetime]
    almanacs: Almanacs
    programme: Programme
    limits: Limits
    privacy: PrivacyLimits
    link: Callable[[str], str]
    pace: Pace
