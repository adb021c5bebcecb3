"""How a button says a step: typed, packed into Telegram's 64 bytes.

A packed step is `code.field.field`: integers in base 36, closed lists as one letter, dates as day
numbers, moments as five-minute ticks, nothing for None. It is untrusted input: `Codes.unpack`
refuses what no version of Inloop ever wrote, and every step is authorised against the database.
Codes are never reused.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import UTC, date, datetime, timedelta
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, NewType, Union, get_args, get_origin, get_type_hints

from flows.model import Word

MAX_BYTES = 64
TICK = timedelta(minutes=5)
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_FROM, _END = datetime(2021, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
"""Days and moments outside these 79 years are read from no button: what a screen makes of them, in
any zone and some weeks before, can still be written.
"""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

LanguageCode = NewType("LanguageCode", str)
"""Two lower-case letters."""

Small = Annotated[int, "three digits"]
"""0 to `LARGEST_SMALL`: three digits in base 36."""
LARGEST_SMALL = 36**3 - 1


class UnknownStepError(ValueError):
    """No button of any version of Inloop says this."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a button can ask for."""

    code: ClassVar[str]

    def pack(self) -> str:
        """Write the step as callback data, at most 64 bytes of ASCII."""
        codecs = _codecs(type(self))  # type: ignore[arg-type]  # a class has a hash
        parts = [_write(codec, getattr(self, name)) for name, codec in codecs.items()]
        return ".".join([self.code, *parts]).rstrip(".")


class Show(Step):
    """Safe and repeatable."""

    __slots__ = ()


class Do(Step):
    """One command; the database decides whether it still holds."""

    __slots__ = ()


class Codes:
    """Reads callback data back into one of these kinds of step."""

    def __init__(self, kinds: Iterable[type[Step]]) -> None:
        self._kinds = {kind.code: kind for kind in kinds}

    def unpack(self, data: str) -> Step:
        """The step that a button says.

        Raises:
            UnknownStepError: Nothing that `pack` ever wrote.
        """
        code, *parts = data.split(".")
        kind = self._kinds.get(code)
        if kind is None or not data.isascii() or len(data) > MAX_BYTES:
            raise UnknownStepError
        codecs = _codecs(kind)  # type: ignore[arg-type]  # a class has a hash
        if len(parts) > len(codecs):
            raise UnknownStepError
        padded = [*parts, *[""] * (len(codecs) - len(parts))]
        try:
            values = [
                _read(codec, part) for codec, part in zip(codecs.values(), padded, strict=True)
            ]
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


def _small(number: int) -> str:
    if number > LARGEST_SMALL:
        raise ValueError("too large for its place in a button")
    return _base36(number)


def _from_small(text: str) -> int:
    number = _from_base36(text)
    if number > LARGEST_SMALL:
        raise ValueError
    return number


def _moment(text: str) -> datetime:
    moment = _EPOCH + _from_base36(text) * TICK
    if not _FROM <= moment < _END:
        raise ValueError
    return moment


def _ticks(moment: datetime) -> str:
    return _base36((moment - _EPOCH) // TICK)


def _day_number(on: date) -> str:
    return _base36(on.toordinal())


def _day(text: str) -> date:
    on = date.fromordinal(_from_base36(text))
    if not _FROM.date() <= on < _END.date():
        raise ValueError
    return on


def _language(text: str) -> str:
    if not re.fullmatch(r"[a-z]{2}", text):
        raise ValueError
    return text


def _of_word(kind: type[Word]) -> tuple[Callable[[Any], str], Callable[[str], Any]]:
    by_letter = {member.letter: member for member in kind}
    return lambda member: str(member.letter), by_letter.__getitem__


def kind_of(hint: Any) -> Any:
    """What a field holds, when it holds anything."""
    if get_origin(hint) not in (Union, UnionType):
        return hint
    return next(each for each in get_args(hint) if each is not NoneType)


def _codec(hint: Any, default: object) -> _Codec:
    kind = kind_of(hint)
    if isinstance(kind, type) and issubclass(kind, Word):
        write, read = _of_word(kind)
    elif kind is datetime:
        write, read = _ticks, _moment
    elif kind is date:
        write, read = _day_number, _day
    elif kind is LanguageCode:
        write, read = str, _language
    elif kind == Small:
        write, read = _small, _from_small
    else:
        write, read = _base36, _from_base36
    return _Codec(write, read, default)


@cache
def _codecs(kind: type[Step]) -> Mapping[str, _Codec]:
    hints = get_type_hints(kind, include_extras=True)
    return {each.name: _codec(hints[each.name], each.default) for each in fields(kind)}
