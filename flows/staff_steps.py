"""What buttons of workers and coordinators can ask for."""

from dataclasses import dataclass
from datetime import date, datetime

from flows.model import (
    AbsenceId,
    AppointmentId,
    Audience,
    End,
    Mode,
    NoticeKind,
    Page,
    PlanKind,
    Ref,
    Topic,
)
from flows.packing import Do, Show, Small, Step


@dataclass(frozen=True, slots=True)
class Day(Show):
    """A worker's talks of one day."""

    code = "dd"
    on: date


@dataclass(frozen=True, slots=True)
class DeskWeek(Show):
    """A worker's hours and talks of seven days from today, or later."""

    code = "dk"
    later: Small = 0


@dataclass(frozen=True, slots=True)
class Hour(Show):
    """One opening of a worker: the one that holds this moment."""

    code = "dh"
    school: Ref
    at: datetime


@dataclass(frozen=True, slots=True)
class Talk(Show):
    """One talk as its worker sees it."""

    code = "dt"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class Seats(Show):
    """Who comes to the worker's group that begins then, on that local date."""

    code = "dG"
    start: datetime
    on: date
    page: Small = 0


@dataclass(frozen=True, slots=True)
class Number(Show):
    """The phone number of one talk, shortly before it."""

    code = "dn"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class News(Show):
    """What a worker is told at once about a talk; `was` is when it was before."""

    code = "dw"
    appointment: AppointmentId
    kind: NoticeKind
    was: datetime | None = None


@dataclass(frozen=True, slots=True)
class Daily(Show):
    """Bookings days ahead that came or changed on this day."""

    code = "di"
    on: date


@dataclass(frozen=True, slots=True)
class Ask(Show):
    """Are you there? Asked once, when the first hours of a day at a school begin."""

    code = "dq"
    school: Ref
    on: date


@dataclass(frozen=True, slots=True)
class Later(Show):
    """How much later, or not at all."""

    code = "dl"
    school: Ref
    on: date


@dataclass(frozen=True, slots=True)
class Gone(Show):
    """For how long one is away."""

    code = "da"


@dataclass(frozen=True, slots=True)
class GoneUntil(Show):
    """Until which time today."""

    code = "du"


@dataclass(frozen=True, slots=True)
class GoneDays(Show):
    """The first day away, then the last one."""

    code = "dv"
    first_on: date | None = None
    page: Small = 0


@dataclass(frozen=True, slots=True)
class GoneSure(Show):
    """What will happen, before it does; `worker` is a colleague who cannot say it."""

    code = "dy"
    start: datetime
    end: datetime
    worker: Ref | None = None


@dataclass(frozen=True, slots=True)
class Colleagues(Show):
    """Who of the others is not there, or which school is closed."""

    code = "do"
    page: Small = 0


@dataclass(frozen=True, slots=True)
class ShutSure(Show):
    """What closing a school today means, before it is done."""

    code = "dm"
    school: Ref
    on: date


@dataclass(frozen=True, slots=True)
class DoorText(Show):
    """A few words for the door of somebody who is away; no names of visitors, no codes."""

    code = "dT"
    worker: Ref
    on: date


@dataclass(frozen=True, slots=True)
class Places(Show):
    """Where to meet today."""

    code = "dp"
    school: Ref
    on: date


@dataclass(frozen=True, slots=True)
class Weekly(Show):
    """A worker's own recurring hours."""

    code = "dg"
    page: Small = 0


@dataclass(frozen=True, slots=True)
class Regular(Show):
    """One of them."""

    code = "dr"
    schedule: Ref


@dataclass(frozen=True, slots=True)
class Meeting(Show):
    """An hour of every week without office hours."""

    code = "df"
    block: int


@dataclass(frozen=True, slots=True)
class Plan(Show):
    """Hours to be changed: asks for what is open, one thing a screen, then whether it is right.

    Attributes:
        on: The date, or the first one.
        weekday: 0 is Monday.
        start: Local wall time, in five minutes since midnight.
        length: In five minutes.
    """

    code = "dj"
    kind: PlanKind
    school: Ref | None = None
    schedule: Ref | None = None
    on: date | None = None
    weekday: Small | None = None
    start: Small | None = None
    length: Small | None = None
    page: Small = 0


@dataclass(frozen=True, slots=True)
class Door(Show):
    """Free times of the worker, for somebody at the door; or to move such a talk."""

    code = "db"
    audience: Audience | None = None
    mode: Mode | None = None
    after: datetime | None = None
    moving: AppointmentId | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class NextTimes(Show):
    """Free times of the worker for another talk with the same people."""

    code = "dN"
    appointment: AppointmentId
    after: datetime | None = None


@dataclass(frozen=True, slots=True)
class Ended(Show):
    """The talks of an opening that is over."""

    code = "de"
    school: Ref
    start: datetime


@dataclass(frozen=True, slots=True)
class Ending(Show):
    """How one of them went."""

    code = "dc"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class EndSure(Show):
    """Whether the pupil was asked, before care team or referral is counted."""

    code = "ds"
    appointment: AppointmentId
    end: End


@dataclass(frozen=True, slots=True)
class Visitors(Show):
    """Somebody walked in: who, then about what."""

    code = "dz"
    audience: Audience | None = None


@dataclass(frozen=True, slots=True)
class Settings(Show):
    """How a worker wants to be told, and everything rare."""

    code = "dx"


@dataclass(frozen=True, slots=True)
class Digest(Show):
    """The published week that begins on this Monday."""

    code = "g"
    week: date


@dataclass(frozen=True, slots=True)
class Sheet(Show):
    """Everything that was published with a week, as a file."""

    code = "gs"
    week: date


@dataclass(frozen=True, slots=True)
class Trend(Show):
    """Published numbers up to a week."""

    code = "gt"
    week: date


@dataclass(frozen=True, slots=True)
class Block(Show):
    """One table of a longer period that ended with a week."""

    code = "gb"
    week: date
    part: Page


@dataclass(frozen=True, slots=True)
class Staff(Show):
    """The workers of a coordinator's scope."""

    code = "gw"
    page: Small = 0


@dataclass(frozen=True, slots=True)
class StaffMember(Show):
    """One of them: invite, remove, not there today."""

    code = "gx"
    worker: Ref


@dataclass(frozen=True, slots=True)
class Here(Do):
    """A worker is at a school on a day."""

    code = "I"
    school: Ref
    on: date


@dataclass(frozen=True, slots=True)
class Late(Do):
    """A worker is so many minutes late."""

    code = "IL"
    school: Ref
    on: date
    minutes: Small


@dataclass(frozen=True, slots=True)
class Meet(Do):
    """Where to meet today: the number of a place in the school's list; None is the desk."""

    code = "IP"
    school: Ref
    on: date
    place: Small | None = None


@dataclass(frozen=True, slots=True)
class Leave(Do):
    """A worker is away for a span, by own word or a colleague's."""

    code = "IA"
    start: datetime
    end: datetime
    worker: Ref | None = None


@dataclass(frozen=True, slots=True)
class Return(Do):
    """An absence ends now."""

    code = "IB"
    absence: AbsenceId


@dataclass(frozen=True, slots=True)
class Shut(Do):
    """A school is closed on a day."""

    code = "IS"
    school: Ref
    on: date


@dataclass(frozen=True, slots=True)
class Reopen(Do):
    """It is open after all."""

    code = "IO"
    school: Ref
    on: date


@dataclass(frozen=True, slots=True)
class Settle(Do):
    """Carry out a plan whose every question is answered."""

    code = "IH"
    kind: PlanKind
    school: Ref | None = None
    schedule: Ref | None = None
    on: date | None = None
    weekday: Small | None = None
    start: Small | None = None
    length: Small | None = None


@dataclass(frozen=True, slots=True)
class Drop(Do):
    """One opening does not take place."""

    code = "ID"
    school: Ref
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Unblock(Do):
    """A meeting of every week ends."""

    code = "IU"
    block: int


@dataclass(frozen=True, slots=True)
class WalkIn(Do):
    """Somebody walked in: counted, nothing else."""

    code = "IW"
    audience: Audience
    topic: Topic | None = None


@dataclass(frozen=True, slots=True)
class DoorBook(Do):
    """Take a time, or a seat in the group that begins then, for somebody at the door."""

    code = "DB"
    school: Ref
    start: datetime
    audience: Audience
    mode: Mode
    group: Small = 0


@dataclass(frozen=True, slots=True)
class DoorMove(Do):
    """Give a talk that was booked at the door another time."""

    code = "DV"
    appointment: AppointmentId
    version: int
    start: datetime
    mode: Mode


@dataclass(frozen=True, slots=True)
class DoorCancel(Do):
    """Cancel such a talk."""

    code = "DX"
    appointment: AppointmentId
    version: int


@dataclass(frozen=True, slots=True)
class CancelSure(Show):
    """Whether somebody who comes by and knows the pictures wants a talk of the own chat off."""

    code = "dC"
    appointment: AppointmentId
    version: int


@dataclass(frozen=True, slots=True)
class CancelFor(Do):
    """Cancel a talk for its person, who cannot: the phone is lost."""

    code = "DC"
    appointment: AppointmentId
    version: int


@dataclass(frozen=True, slots=True)
class Again(Do):
    """Book another talk with the same people."""

    code = "DA"
    appointment: AppointmentId
    start: datetime


@dataclass(frozen=True, slots=True)
class Came(Do):
    """Whether somebody came: 1 or 0."""

    code = "OC"
    appointment: AppointmentId
    came: Small


@dataclass(frozen=True, slots=True)
class Conclude(Do):
    """How a talk ended: counted, kept nowhere else."""

    code = "OE"
    appointment: AppointmentId
    end: End


@dataclass(frozen=True, slots=True)
class TellDaily(Do):
    """Bookings days ahead once a day (1), or each at once (0)."""

    code = "IG"
    daily: Small


@dataclass(frozen=True, slots=True)
class Invite(Do):
    """A fresh one-time link for a worker of the coordinator's scope."""

    code = "GI"
    worker: Ref


@dataclass(frozen=True, slots=True)
class Remove(Do):
    """Close the desk of a worker of the coordinator's scope."""

    code = "GR"
    worker: Ref


@dataclass(frozen=True, slots=True)
class Ban(Do):
    """No more bookings for a while with this worker, by whoever booked this talk."""

    code = "DP"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class Unban(Do):
    """Bookings again: by whoever booked this talk, or by everybody."""

    code = "DO"
    appointment: AppointmentId | None = None


STEPS: tuple[type[Step], ...] = (
    Day, DeskWeek, Hour, Talk, Number, News, Daily, Ask, Later, Gone, GoneUntil, GoneDays,
    GoneSure, Colleagues, ShutSure, DoorText, Places, Weekly, Regular, Meeting, Plan, Door,
    Seats, NextTimes, Ended, Ending, EndSure, Visitors, Settings, Digest, Staff, StaffMember,
    Here, Late, Meet, Leave, Return, Shut, Reopen, Settle, Drop, Unblock, WalkIn, DoorBook,
    DoorMove, DoorCancel, CancelSure, CancelFor, Again, Came, Conclude, TellDaily, Invite, Remove,
    Sheet, Trend, Block, Ban, Unban,
)  # fmt: skip
