"""What a button says: a step and its arguments, typed, packed into Telegram's 64 bytes.

Two kinds, as in HTTP: a `Show` is safe and repeatable, a `Do` carries out one command and is
followed by the show step of what came of it. A packed step is `code.field.field`: integers in
base 36, closed lists as one letter, dates as day numbers, moments as five-minute ticks, nothing
for None. It is untrusted input: `unpack` refuses what no version of Inloop ever wrote, and every
step is authorised against the database. Codes are never reused.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import UTC, date, datetime, timedelta
from types import NoneType, UnionType
from typing import Any, ClassVar, NewType, Union, get_args, get_origin, get_type_hints

from flows.model import AppointmentId, Audience, Mode, NoticeKind, Ref, Topic, Word

MAX_BYTES = 64
TICK = timedelta(minutes=5)
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_END = datetime(2100, 1, 1, tzinfo=UTC)
"""Days and moments outside these 80 years stand in no button: sums with them stay in range."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

LanguageCode = NewType("LanguageCode", str)
"""Two lower-case letters."""


class UnknownStepError(ValueError):
    """No button of any version of Inloop says this."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a button can ask for."""

    code: ClassVar[str]

    def pack(self) -> str:
        """Write the step as callback data, at most 64 bytes of ASCII."""
        codecs = _CODECS[type(self)]
        parts = [_write(codec, getattr(self, name)) for name, codec in codecs.items()]
        return ".".join([self.code, *parts]).rstrip(".")


class Show(Step):
    """Safe and repeatable."""

    __slots__ = ()


class Do(Step):
    """One command; the database decides whether it still holds."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Home(Show):
    """Where everybody starts: who is there today, or the desk."""

    code = "h"


@dataclass(frozen=True, slots=True)
class Help(Show):
    """Who to call."""

    code = "x"


@dataclass(frozen=True, slots=True)
class More(Show):
    """Everything that is not an action of today."""

    code = "m"


@dataclass(frozen=True, slots=True)
class Privacy(Show):
    """What is kept, and for how long."""

    code = "p"


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
    """Choose with whom."""

    code = "k"
    page: int = 0


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
class Day(Show):
    """A worker's talks of one day."""

    code = "dd"
    on: date


@dataclass(frozen=True, slots=True)
class Talk(Show):
    """One talk as its worker sees it."""

    code = "dt"
    appointment: AppointmentId


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
class Digest(Show):
    """The published week that begins on this Monday."""

    code = "g"
    week: date


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

    `chosen` is 1 when the person had asked for this worker, 0 for whoever was first.
    """

    code = "B"
    worker: Ref
    school: Ref
    start: datetime
    mode: Mode
    chosen: int = 0


@dataclass(frozen=True, slots=True)
class Move(Do):
    """Take another time for a talk; the old one stays until the new one is sure."""

    code = "V"
    appointment: AppointmentId
    version: int
    worker: Ref
    start: datetime
    mode: Mode


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
class Here(Do):
    """A worker is at a school on a day."""

    code = "I"
    school: Ref
    on: date


def unpack(data: str) -> Step:
    """Read callback data back into its step.

    Raises:
        UnknownStepError: Nothing that `pack` ever wrote.
    """
    code, *parts = data.split(".")
    kind = _KINDS.get(code)
    if kind is None or not data.isascii() or len(data) > MAX_BYTES:
        raise UnknownStepError
    codecs = _CODECS[kind]
    if len(parts) > len(codecs):
        raise UnknownStepError
    padded = [*parts, *[""] * (len(codecs) - len(parts))]
    try:
        values = [_read(codec, part) for codec, part in zip(codecs.values(), padded, strict=True)]
    except (ValueError, KeyError, OverflowError):
        raise UnknownStepError from None
    return kind(*values)


@dataclass(frozen=True, slots=True)
class _Codec:
    write: Callable[[Any], str]
    read: Callable[[str], Any]
    default: object


def _write(codec: _Codec, value: object) -> str:
    return "" if value is None or value == codec.default else codec.write(value)


def _read(codec: _Codec, part: str) -> object:
    if part:
        return codec.read(part)
    if codec.default is not MISSING:
        return codec.default
    raise ValueError


def _base36(number: int) -> str:
    if number < 0:
        raise ValueError("no button holds a negative number, or a moment before 2020")
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = _DIGITS[digit] + text
    return text or "0"


def _from_base36(text: str) -> int:
    if not re.fullmatch(r"[0-9a-z]{1,13}", text):
        raise ValueError
    number = int(text, 36)
    if number >= 1 << 63:
        raise ValueError
    return number


def _moment(text: str) -> datetime:
    moment = _EPOCH + _from_base36(text) * TICK
    if moment >= _END:
        raise ValueError
    return moment


def _ticks(moment: datetime) -> str:
    return _base36((moment - _EPOCH) // TICK)


def _day_number(on: date) -> str:
    return _base36(on.toordinal())


def _day(text: str) -> date:
    on = date.fromordinal(_from_base36(text))
    if not _EPOCH.date() <= on < _END.date():
        raise ValueError
    return on


def _language(text: str) -> str:
    if not re.fullmatch(r"[a-z]{2}", text):
        raise ValueError
    return text


def _of_word(kind: type[Word]) -> tuple[Callable[[Any], str], Callable[[str], Any]]:
    by_letter = {member.letter: member for member in kind}
    return lambda member: str(member.letter), by_letter.__getitem__


def _codec(hint: Any, default: object) -> _Codec:
    inner = [each for each in get_args(hint) if each is not NoneType]
    kind = inner[0] if get_origin(hint) in (Union, UnionType) else hint
    if isinstance(kind, type) and issubclass(kind, Word):
        write, read = _of_word(kind)
    elif kind is datetime:
        write, read = _ticks, _moment
    elif kind is date:
        write, read = _day_number, _day
    elif kind is LanguageCode:
        write, read = str, _language
    else:
        write, read = _base36, _from_base36
    return _Codec(write, read, default)


def _codecs(kind: type[Step]) -> Mapping[str, _Codec]:
    hints = get_type_hints(kind)
    return {each.name: _codec(hints[each.name], each.default) for each in fields(kind)}


STEPS: tuple[type[Step], ...] = (
    Home, Help, More, Privacy, Languages, Roles, Schools, Week, Workers, Times, Days, Ways,
    Mine, Card, Topics, Reminder, Day, Talk, Number, News, Digest,
    Enter, Speak, Attend, Book, Move, Cancel, Restore, Tell, GivePhone,
    Here,
)  # fmt: skip
_KINDS: Mapping[str, type[Step]] = {kind.code: kind for kind in STEPS}
_CODECS: Mapping[type[Step], Mapping[str, _Codec]] = {kind: _codecs(kind) for kind in STEPS}
