"""What buttons can ask for; `flows.packing` says how they are written.

Two kinds, as in HTTP: a `Show` is safe and repeatable, a `Do` carries out one command and is
followed by the show step of what came of it. Steps of workers and coordinators stand in
`flows.staff_steps`.
"""

from dataclasses import dataclass
from datetime import date, datetime

from flows import staff_steps as staff
from flows.model import (
    AppointmentId,
    Audience,
    Clause,
    Consult,
    Crisis,
    Gender,
    Intent,
    MessageId,
    Mode,
    NoticeKind,
    Question,
    Ref,
    Reminded,
    Smile,
    Topic,
    Typed,
)
from flows.packing import Codes, Do, LanguageCode, Show, Small, Step


@dataclass(frozen=True, slots=True)
class Home(Show):
    """Where everybody starts: who is there today, or the desk."""

    code = "h"


@dataclass(frozen=True, slots=True)
class Help(Show):
    """Who to call."""

    code = "x"


@dataclass(frozen=True, slots=True)
class Call(Show):
    """Who to call in this need; `said` is the person's own message that told of it."""

    code = "xc"
    crisis: Crisis | None = None
    said: MessageId | None = None


@dataclass(frozen=True, slots=True)
class Hide(Show):
    """Take the card away, and the person's own message; how to clear the chat.

    With `known` also every other message of the chat of which the bot knows the number.
    """

    code = "xh"
    said: MessageId | None = None
    known: Small | None = None


@dataclass(frozen=True, slots=True)
class More(Show):
    """Everything that is not an action of today."""

    code = "m"


@dataclass(frozen=True, slots=True)
class Privacy(Show):
    """What is kept, and for how long."""

    code = "p"


@dataclass(frozen=True, slots=True)
class PrivacyPage(Show):
    """A page of the privacy notice."""

    code = "pp"
    clause: Clause


@dataclass(frozen=True, slots=True)
class MyData(Show):
    """Everything that is kept of this person; where others look, by the pictures of a talk."""

    code = "pm"
    pictures: Small | None = None


@dataclass(frozen=True, slots=True)
class MyFile(Show):
    """The same as a file."""

    code = "pj"
    pictures: Small | None = None


@dataclass(frozen=True, slots=True)
class EraseSure(Show):
    """What will go; once more before it does."""

    code = "ps"


@dataclass(frozen=True, slots=True)
class Erased(Show):
    """Everything is gone, and how to begin again."""

    code = "pd"


@dataclass(frozen=True, slots=True)
class Languages(Show):
    """Every language by its own name."""

    code = "l"


@dataclass(frozen=True, slots=True)
class Roles(Show):
    """Pupil, parent, or school staff."""

    code = "e"


@dataclass(frozen=True, slots=True)
class Schools(Show):
    """The programme's schools, eight a page."""

    code = "s"
    page: int = 0


@dataclass(frozen=True, slots=True)
class Week(Show):
    """Who is there from today until Sunday, or next week."""

    code = "w"
    later: int = 0


@dataclass(frozen=True, slots=True)
class Workers(Show):
    """Choose with whom; only out of those who said to be of a gender, when one is asked for."""

    code = "k"
    page: int = 0
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Times(Show):
    """Three free times from a moment on, with anybody or one worker; for a new talk or a move."""

    code = "t"
    worker: Ref | None = None
    mode: Mode | None = None
    after: datetime | None = None
    moving: AppointmentId | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Days(Show):
    """Choose another day."""

    code = "d"
    worker: Ref | None = None
    mode: Mode | None = None
    moving: AppointmentId | None = None
    version: int | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class Ways(Show):
    """At school, by phone, by video."""

    code = "y"
    worker: Ref | None = None
    moving: AppointmentId | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Groups(Show):
    """Three groups with a seat left from a moment on; for a new seat or a move."""

    code = "b"
    after: datetime | None = None
    moving: AppointmentId | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class There(Show):
    """Who is there on a day, or whether one worker is; None for today, and for everybody."""

    code = "n"
    worker: Ref | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Meant(Show):
    """Which day was meant, of two: for who is there, or for a talk."""

    code = "nd"
    intent: Intent
    first: date
    second: date
    worker: Ref | None = None


@dataclass(frozen=True, slots=True)
class Unsure(Show):
    """What was meant, of the likeliest; with whom and when, as far as it was understood."""

    code = "nu"
    first: Intent
    second: Intent
    third: Intent
    worker: Ref | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class About(Show):
    """What this is, who talks, and that it costs nothing."""

    code = "i"


@dataclass(frozen=True, slots=True)
class Mine(Show):
    """My talks ahead."""

    code = "a"


@dataclass(frozen=True, slots=True)
class Card(Show):
    """One talk as its person holds it."""

    code = "c"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class Topics(Show):
    """What is it about; optional, counted and kept nowhere else."""

    code = "o"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class Reminder(Show):
    """A talk is near."""

    code = "r"
    appointment: AppointmentId
    kind: NoticeKind


@dataclass(frozen=True, slots=True)
class Told(Show):
    """What changed about a talk without its person: see `kind`; `minutes` only when late."""

    code = "v"
    appointment: AppointmentId
    kind: NoticeKind
    minutes: Small = 0


@dataclass(frozen=True, slots=True)
class CardMore(Show):
    """What else can be done with a talk."""

    code = "cm"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class Together(Show):
    """Ask one person along to a talk, or end it."""

    code = "ct"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class Apart(Show):
    """Somebody who was asked along to the talk of that time does not come any more.

    `busy` is 1 when the talk moved to where the guest has another.
    """

    code = "ca"
    start: datetime
    busy: Small = 0


@dataclass(frozen=True, slots=True)
class Consults(Show):
    """What somebody of the school wants to talk about."""

    code = "cc"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class Calendar(Show):
    """A talk as a file for the own calendar."""

    code = "ci"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class Delays(Show):
    """How much later one comes."""

    code = "q"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class Opinion(Show):
    """One question with three smileys, about a talk; at the door or with nothing free, none."""

    code = "f"
    question: Question
    appointment: AppointmentId | None = None


@dataclass(frozen=True, slots=True)
class Thanks(Show):
    """It was counted."""

    code = "ft"


@dataclass(frozen=True, slots=True)
class Sorry(Show):
    """Nobody was there: who else is, and the next free time."""

    code = "z"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class Offer(Show):
    """A time before that of a talk, held for its person."""

    code = "u"
    appointment: AppointmentId
    worker: Ref
    start: datetime


@dataclass(frozen=True, slots=True)
class Reminders(Show):
    """Of what one is reminded, and how to change it."""

    code = "rr"


@dataclass(frozen=True, slots=True)
class Sharing(Show):
    """Does somebody else look at this phone? With the time that was tapped, if one was."""

    code = "sp"
    worker: Ref | None = None
    school: Ref | None = None
    start: datetime | None = None
    mode: Mode | None = None
    chosen: Small = 0
    group: Small = 0


@dataclass(frozen=True, slots=True)
class Unlock(Show):
    """My talks, on a phone that others look at: the one with these pictures."""

    code = "au"
    pictures: Small


@dataclass(frozen=True, slots=True)
class Enter(Do):
    """Say in which role one comes."""

    code = "E"
    audience: Audience


@dataclass(frozen=True, slots=True)
class Speak(Do):
    """Choose a language."""

    code = "L"
    language: LanguageCode


@dataclass(frozen=True, slots=True)
class Attend(Do):
    """Choose a school from the list, without its link."""

    code = "S"
    school: Ref


@dataclass(frozen=True, slots=True)
class Book(Do):
    """Take a time: the worker, the school and the start that were shown.

    `chosen` is 1 when the person had asked for this worker, 0 for whoever was first; `group` is
    1 for a seat in the group that begins then.
    """

    code = "B"
    worker: Ref
    school: Ref
    start: datetime
    mode: Mode
    chosen: int = 0
    group: Small = 0


@dataclass(frozen=True, slots=True)
class Move(Do):
    """Take another time for a talk, or in its group; the old one stays until the new is sure."""

    code = "V"
    appointment: AppointmentId
    version: int
    worker: Ref
    start: datetime
    mode: Mode
    group: Small = 0


@dataclass(frozen=True, slots=True)
class Cancel(Do):
    """Cancel a talk as it was shown."""

    code = "X"
    appointment: AppointmentId
    version: int


@dataclass(frozen=True, slots=True)
class Restore(Do):
    """Take a cancel back, while the time is still free."""

    code = "U"
    appointment: AppointmentId
    version: int


@dataclass(frozen=True, slots=True)
class Tell(Do):
    """Say what a talk is about."""

    code = "T"
    appointment: AppointmentId
    topic: Topic


@dataclass(frozen=True, slots=True)
class GivePhone(Do):
    """Begin to type the number to call for a talk."""

    code = "P"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class Nobody(Do):
    """Somebody came for a talk, and nobody was there."""

    code = "N"
    appointment: AppointmentId
    version: int


@dataclass(frozen=True, slots=True)
class Delay(Do):
    """One comes so many minutes later."""

    code = "Q"
    appointment: AppointmentId
    version: int
    minutes: Small


@dataclass(frozen=True, slots=True)
class Type(Do):
    """Begin to type a word for a talk."""

    code = "W"
    appointment: AppointmentId
    what: Typed


@dataclass(frozen=True, slots=True)
class Discuss(Do):
    """Say what somebody of the school wants to talk about."""

    code = "C"
    appointment: AppointmentId
    consult: Consult


@dataclass(frozen=True, slots=True)
class Rate(Do):
    """Give a smiley."""

    code = "F"
    question: Question
    smile: Smile
    appointment: AppointmentId | None = None


@dataclass(frozen=True, slots=True)
class Interpret(Do):
    """An interpreter is wanted for a talk, in the person's language."""

    code = "J"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class Await(Do):
    """Come into line for an earlier time of a talk."""

    code = "K"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class Unawait(Do):
    """Leave the line."""

    code = "KU"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class Decline(Do):
    """Not this time; one stays in line."""

    code = "KD"
    appointment: AppointmentId
    worker: Ref
    start: datetime


@dataclass(frozen=True, slots=True)
class Bring(Do):
    """A one-time link for one person to come along to a talk."""

    code = "H"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class Unbring(Do):
    """Nobody comes along any more."""

    code = "HU"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class Part(Do):
    """Who was asked along does not come."""

    code = "HP"
    appointment: AppointmentId


@dataclass(frozen=True, slots=True)
class Sit(Do):
    """The same account is worker and visitor: at the desk (1), or as a visitor (0)."""

    code = "A"
    desk: Small


@dataclass(frozen=True, slots=True)
class Remind(Do):
    """Say of what one wants to be reminded."""

    code = "RM"
    what: Reminded


@dataclass(frozen=True, slots=True)
class Stop(Do):
    """No reminders and no offers any more; what changes about a talk is still told."""

    code = "RS"


@dataclass(frozen=True, slots=True)
class Erase(Do):
    """Everything goes."""

    code = "PE"


@dataclass(frozen=True, slots=True)
class Share(Do):
    """Say whether others look at this phone; then the time is taken that was tapped, if one was."""

    code = "SP"
    shared: Small
    worker: Ref | None = None
    school: Ref | None = None
    start: datetime | None = None
    mode: Mode | None = None
    chosen: Small = 0
    group: Small = 0


STEPS: tuple[type[Step], ...] = (
    Home, Help, Call, Hide,
    More, Privacy, Languages, Roles, Schools, Week, Workers, Times, Days, Ways,
    Mine, Card, Topics, Reminder, Told, Sorry, Delays, Opinion, Thanks, CardMore,
    Consults, Calendar, Together, Apart, Groups,
    There, Meant, Unsure, About,
    Enter, Speak, Attend, Book, Move, Cancel, Restore, Tell, GivePhone, Nobody, Delay,
    Rate, Type, Discuss, Interpret, Sit,
    Offer, Await, Unawait, Decline, Bring, Unbring, Part, Reminders, Remind, Stop,
    Sharing, Unlock, Share, PrivacyPage, MyData, MyFile, EraseSure, Erased, Erase,
    *staff.STEPS,
)  # fmt: skip
unpack = Codes(STEPS).unpack
