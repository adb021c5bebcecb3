"""The words of Inloop as values; README explains them, a test compares the two.

Moments (`_at`, `start`, `end`) are aware datetimes in UTC, dates (`_on`) are local to the
programme's zone, spans are [start, end).
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from typing import NewType, Self

ProviderId = NewType("ProviderId", str)
SchoolId = NewType("SchoolId", str)
WorkerId = NewType("WorkerId", str)
CoordinatorId = NewType("CoordinatorId", str)
ScheduleId = NewType("ScheduleId", str)
AbsenceId = NewType("AbsenceId", int)
PersonId = NewType("PersonId", int)
AppointmentId = NewType("AppointmentId", int)
Ref = NewType("Ref", int)
"""A configured id as a number of 32 bits, for buttons (`flows.programme.ref_of`)."""
MessageId = NewType("MessageId", int)

CAN_BE_TAKEN_AWAY = timedelta(hours=46)
"""So much longer a channel lets a message be taken away; Telegram does for 48 hours."""

Time = tuple[WorkerId, datetime]
"""With whom and from when, where the length is known."""


class Word(Enum):
    """A closed list: the value is what config and database write, the letter what a button writes.

    Letters are never reused for another meaning, for buttons live for years.
    """

    letter: str

    def __new__(cls, word: str, letter: str) -> Self:
        """Keep the word as the value, the letter beside it."""
        member = object.__new__(cls)
        member._value_ = word
        member.letter = letter
        return member


class Audience(Word):
    """In which role a person comes."""

    PUPIL = "pupil", "p"
    PARENT = "parent", "o"
    STAFF = "staff", "s"


class Crisis(Word):
    """What a cry for help is about; decides who is to be called."""

    SUICIDE = "suicide", "s"
    ABUSE = "abuse", "a"
    VIOLENCE = "violence", "v"
    MEDICAL = "medical", "m"
    EXPLOITATION = "exploitation", "e"
    RUNAWAY = "runaway", "r"
    FORCED_MARRIAGE = "forced_marriage", "f"


class Gender(Word):
    """Of a worker who wants it said.

    Source: FHIR R4, AdministrativeGender; its other values are said by saying nothing.
    """

    FEMALE = "female", "f"
    MALE = "male", "m"


class Mode(Word):
    """How a talk is held."""

    SCHOOL = "school", "s"
    PHONE = "phone", "p"
    VIDEO = "video", "v"
    HOME = "home", "h"

    @property
    def calls(self) -> bool:
        """Whether the worker calls: to talk, or to ask where to come and when it suits."""
        return self in {Mode.PHONE, Mode.HOME}


class Status(Word):
    """FHIR R4 Appointment.status, the four that occur here."""

    BOOKED = "booked", "b"
    CANCELLED = "cancelled", "c"
    FULFILLED = "fulfilled", "f"
    NOSHOW = "noshow", "n"


class Known(Word):
    """What is known about an opening of today."""

    PLANNED = "planned", "p"
    CONFIRMED = "confirmed", "c"
    LATE = "late", "l"
    AWAY = "away", "a"


class Origin(Word):
    """Where an opening comes from."""

    SCHEDULE = "schedule", "s"
    IMPORT = "import", "i"
    CHAT = "chat", "c"
    EXTRA = "extra", "x"


class Topic(Word):
    """What a talk is about: counted, never stored beside a person."""

    HOME = "home", "h"
    FEELINGS = "feelings", "f"
    BEHAVIOUR = "behaviour", "b"
    FRIENDS = "friends", "v"
    SCHOOL = "school", "s"
    MONEY = "money", "g"
    FUTURE = "future", "t"
    OTHER = "other", "o"


class End(Word):
    """How a talk ended for the one who came: counted, kept nowhere else."""

    ENOUGH = "enough", "e"
    ANOTHER = "another", "a"
    CARE_TEAM = "care_team", "c"
    REFERRAL = "referral", "r"


class Unmet(Word):
    """Why somebody who asked got no talk."""

    NOTHING_FREE = "nothing_free", "n"
    OUTSIDE_HOURS = "outside_hours", "o"
    WORKER_AWAY = "worker_away", "w"


class Page(Word):
    """One table of a longer period of the digest."""

    SCHOOL = "school", "s"
    GROUP = "group", "g"
    TOPIC = "topic", "t"
    END = "end", "e"
    WAIT = "wait", "w"
    SMILE = "smile", "m"


class Question(Word):
    """What is asked after a talk, one of them at random."""

    CLEAR = "clear", "c"
    PLEASANT = "pleasant", "p"
    CHOICE = "choice", "k"
    HOME = "home", "h"


class Smile(Word):
    """The answer."""

    GOOD = "good", "g"
    SO_SO = "so_so", "s"
    BAD = "bad", "b"


class Intent(Word):
    """What somebody wants who types; `UNKNOWN` is none of these, or not surely one."""

    PRESENCE = "presence", "p"
    BOOK = "book", "b"
    APPOINTMENTS = "appointments", "a"
    CANCEL = "cancel", "c"
    RESCHEDULE = "reschedule", "r"
    LATE = "late", "l"
    ABOUT = "about", "i"
    HELP = "help", "h"
    PRIVACY = "privacy", "v"
    ERASE = "erase", "e"
    LANGUAGE = "language", "t"
    HUMAN = "human", "m"
    GREETING = "greeting", "g"
    THANKS = "thanks", "d"
    UNKNOWN = "unknown", "u"


class Typed(Word):
    """What a person may type for a talk; kept sealed."""

    LABEL = "label", "l"
    NICKNAME = "nickname", "n"


class Consult(Word):
    """What somebody of the school wants to talk about; never a name."""

    CLASS = "class", "c"
    TEAM = "team", "t"
    PUPIL = "pupil", "p"


class PlanKind(Word):
    """What a worker plans with the own hours."""

    EXTRA = "extra", "x"
    ADD = "add", "a"
    CHANGE = "change", "c"
    END = "end", "e"
    BLOCK = "block", "b"


class Clause(Word):
    """One page of the privacy notice."""

    RIGHTS = "rights", "r"
    WHO = "who", "w"
    TERMS = "terms", "t"
    AFTER = "after", "a"
    TELEGRAM = "telegram", "m"


class Role(Word):
    """What an invitation gives: a desk, a digest, or a seat at one talk beside who booked it.

    A reader has a coordinator's digest by mail, beside the coordinator's chat; by no invitation.
    """

    WORKER = "worker", "w"
    COORDINATOR = "coordinator", "c"
    GUEST = "guest", "g"
    READER = "reader", "r"


class Reminded(Word):
    """Of what a person wants to be reminded."""

    ALL = "all", "a"
    DAY = "day", "d"
    NOTHING = "nothing", "n"


class NoticeKind(Word):
    """Why the bot says something unasked."""

    BOOKED = "booked", "b"
    CANCELLED = "cancelled", "c"
    MOVED = "moved", "m"
    EVENING = "evening", "e"
    MORNING = "morning", "o"
    HOUR = "hour", "h"
    CARD = "card", "k"
    DIGEST = "digest", "d"
    DAYLIST = "daylist", "t"
    AWAY = "away", "a"
    BACK = "back", "r"
    LATE = "late", "l"
    PLACE = "place", "p"
    LAPSED = "lapsed", "x"
    ASK = "ask", "q"
    ENDED = "ended", "n"
    NOBODY = "nobody", "y"
    DAILY = "daily", "s"
    FEEDBACK = "feedback", "f"
    VANISH = "vanish", "v"
    OFFER = "offer", "w"
    APART = "apart", "u"
    SHEET = "sheet", "z"


PRIVACY_VERSION = 1
"""Of the privacy notice; a new one is shown once to everybody known."""

AT_THE_DESK = ""
"""In place of a room: no room is free, the worker comes to the desk of the school."""


class NoticeState(Word):
    """Where a notice stands; `UNKNOWN` means: the answer of the channel never came."""

    PENDING = "pending", "p"
    SENDING = "sending", "s"
    SENT = "sent", "d"
    DROPPED = "dropped", "x"
    FAILED = "failed", "f"
    UNKNOWN = "unknown", "u"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person can be reached: a channel and the person's id there."""

    channel: str
    id: str

    def __repr__(self) -> str:
        """Keep the id out of logs and tracebacks."""
        return f"Address({self.channel}, ...)"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of time [start, end), aware UTC."""

    start: datetime
    end: datetime

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a moment; touching ends share none."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class AtDesk:
    """A worker's reachable account.

    Attributes:
        person: Whose account.
        daily: Whether bookings days ahead are told once a day; False unless it was said.
    """

    person: PersonId
    daily: bool


@dataclass(frozen=True, slots=True)
class Person:
    """One chat account.

    `school_code` is a digest of the link by which the person came to `school`; it opens names,
    rooms and times only while the school's code of today has the same digest. `worker` and
    `coordinator` are set when the account took up an invitation; with `visits` it comes as a
    pupil, a parent or school staff for now, and the desk waits. `shared` is whether others look
    at the phone; None until it was asked. `seen_on` is the Monday of the week in which somebody
    came last, `informed` the version of the privacy notice that was shown last.
    """

    id: PersonId
    language: str
    audience: Audience | None = None
    school: SchoolId | None = None
    school_code: int | None = None
    worker: WorkerId | None = None
    coordinator: CoordinatorId | None = None
    reachable: bool = True
    visits: bool = False
    reminded: Reminded = Reminded.ALL
    shared: bool | None = None
    seen_on: date | None = field(default=None, compare=False)
    informed: int = PRIVACY_VERSION

    @property
    def has_lessons(self) -> bool:
        """Whether this is a pupil, whose phone is put away at school."""
        return self.audience is Audience.PUPIL and (self.worker is None or self.visits)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The config's own words, by language; Dutch for a language without, else the first."""

    words: tuple[tuple[str, str], ...]

    def said_in(self, language: str) -> str:
        """In a language, or what comes nearest."""
        said = dict(self.words)
        return said.get(language) or said.get("nl") or self.words[0][1]


@dataclass(frozen=True, slots=True)
class Group:
    """An opening at which several come together: one books a seat, and sees nobody else's.

    Attributes:
        seats: For so many.
        audiences: For whom.
    """

    title: Spoken
    seats: int
    audiences: tuple[Audience, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """One concrete occurrence of a schedule, or an extra one: who, where, when, what for.

    Attributes:
        schedule: Its schedule; None for an extra opening.
        buffer_minutes: Kept free after each talk.
        walk_in_share: Percent of its slots held back for walk-ins, while one can walk in.
        cut_from: The whole span, where an absence or an extra opening took a part of it.
        made_at: When an extra opening was made: it wins over a closure known by then.
        group: Who comes together in it; None for talks one by one.
    """

    worker: WorkerId
    school: SchoolId
    schedule: ScheduleId | None
    room: str
    span: Span
    slot_minutes: int
    modes: tuple[Mode, ...]
    bookable: bool
    walk_in: bool
    buffer_minutes: int = 0
    walk_in_share: int = 0
    origin: Origin = Origin.SCHEDULE
    cut_from: Span | None = None
    made_at: datetime | None = None
    group: Group | None = None

    @property
    def grid(self) -> Span:
        """The span that slots are counted from: a part that was cut off moves none of them."""
        return self.cut_from or self.span


@dataclass(frozen=True, slots=True)
class Absence:
    """A worker is away for a span; it overrides every opening."""

    worker: WorkerId
    span: Span
    id: AbsenceId = AbsenceId(0)


@dataclass(frozen=True, slots=True)
class Slot:
    """A bookable stretch of an opening."""

    worker: WorkerId
    school: SchoolId
    room: str
    span: Span
    modes: tuple[Mode, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """A time somebody wants: with whom, where, when and how.

    Attributes:
        group: The schedule of the group in which a seat is wanted; None for a talk.
        seats: How many that group has.
    """

    worker: WorkerId
    school: SchoolId
    span: Span
    mode: Mode
    group: ScheduleId | None = None
    seats: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """What a worker said about being at a school on a day.

    Attributes:
        until_at: When late: from when the worker is there.
        room: Where to meet that day, in place of the schedule's room; `AT_THE_DESK` means
            that people are picked up there; None leaves the room as it is.
    """

    worker: WorkerId
    school: SchoolId
    on: date
    known: Known
    until_at: datetime | None = None
    room: str | None = None


@dataclass(frozen=True, slots=True)
class Appointment:
    """A slot taken. `version` starts at 1 and grows with every move, cancel and restore.

    Attributes:
        code: Two pictures by which both sides know each other (`flows.booking.codes`); None once
            its person erased everything.
        interpreter: The language that an interpreter is wanted for, if one is.
        at_door: Booked by the worker for somebody without the bot.
        chosen: The person asked for this worker, not for whoever was first.
        end_told: Whether the worker said how it ended; what was said is kept nowhere.
        late_minutes: So much later somebody comes; 0 for in time.
        rated: Whether a smiley was given; which one is kept nowhere.
        labelled: Whether a parent said for which child it is.
        consult: What somebody of the school wants to talk about.
        together: Whether a guest comes along.
        group: The schedule of the group in which it is a seat; None for a talk.
        ended_in: In which table and period of the counters its end is, never which end.
    """

    id: AppointmentId
    worker: WorkerId
    school: SchoolId
    span: Span
    mode: Mode
    audience: Audience
    status: Status
    version: int
    created_at: datetime
    changed_at: datetime
    has_phone: bool = False
    counted: bool = False
    topic_told: bool = False
    code: int | None = 0
    interpreter: str | None = None
    at_door: bool = False
    chosen: bool = False
    end_told: bool = False
    late_minutes: int = 0
    rated: bool = False
    labelled: bool = False
    consult: Consult | None = None
    together: bool = False
    group: ScheduleId | None = None
    ended_in: str | None = None


@dataclass(frozen=True, slots=True)
class Participation:
    """An appointment as one of its people holds it.

    Attributes:
        card: The message that shows it.
        guest: Whether somebody else booked it and asked this person along.
    """

    appointment: Appointment
    person: PersonId
    card: MessageId | None
    guest: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody's place in line for an earlier time of a talk.

    Attributes:
        talk: As it stands now.
        version: The talk's when its person came; moved or cancelled, it waits no longer.
        worker: Only with this one; None for anybody at the school.
        reachable: Whether the person can be told.
    """

    talk: Appointment
    version: int
    person: PersonId
    worker: WorkerId | None
    since_at: datetime
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class Hold:
    """A time that is kept for one person in line, until a moment and no longer."""

    appointment: AppointmentId
    person: PersonId
    worker: WorkerId
    span: Span
    until_at: datetime


@dataclass(frozen=True, slots=True)
class Notice:
    """One row of the outbox: why, to whom, which step to show; never words.

    `step` is a packed show step. Where `appointment` is set, the notice holds only while that
    appointment stands at `version`. `message` is one to be taken away, in place of saying
    anything. `dedup_key` is unique for ever.
    """

    dedup_key: str
    kind: NoticeKind
    person: PersonId
    step: str
    due_at: datetime
    expires_at: datetime
    appointment: AppointmentId | None = None
    version: int | None = None
    message: MessageId | None = None


@dataclass(frozen=True, slots=True)
class Claimed:
    """A notice taken by a sender, with how many earlier tries may have arrived.

    `unanswered` is how many of them ended without an answer; at the others their sender died.
    `not_before` is its turn, where all that is said unasked is paced.
    """

    id: int
    notice: Notice
    attempts: int
    unanswered: int = 0
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """How a claimed notice ended.

    Attributes:
        claimed: Its number.
        state: What became of it.
        reason: One word.
        retry_at: When to try again; `PENDING` needs it.
        unsent: It surely never arrived, so the try does not count.
        unanswered: Nobody said whether it arrived.
        sent_as: The message that it became.
    """

    claimed: int
    state: NoticeState
    reason: str
    retry_at: datetime | None = None
    unsent: bool = False
    unanswered: bool = False
    sent_as: MessageId | None = None


@dataclass(frozen=True, slots=True)
class Pacing:
    """How fast things are said unasked, by all replicas together.

    Attributes:
        apart: Between the turns of any two notices.
        rest: Between two to the same person.
        longest: The longest rest that Telegram is given; a moment further ahead was written by a
            clock that was wrong.
    """

    apart: timedelta
    rest: timedelta
    longest: timedelta = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Awaited:
    """A text the bot asked for: the purpose and the packed step it belongs to."""

    purpose: str
    step: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Supply:
    """What was on offer in a week to a scope, exactly: about workers, not about who came.

    Attributes:
        scope: "programme", "provider:ID" or "school:ID".
        minutes: Of all office hours together.
        workers: How many had some.
    """

    scope: str
    minutes: int
    workers: int


@dataclass(frozen=True, slots=True)
class Released:
    """A published number, noise and all: never the true count, perhaps below nought."""

    table: str
    period: str
    cell: str
    value: int
