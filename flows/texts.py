"""Words: Fluent messages in `locales/<language>/*.ftl`, dates by Babel, one strict wrapper.

Fluent is forgiving where Inloop must not be: a missing text or value, a text written twice and a
line that does not parse are errors here. Dates are written by Babel in the pattern that the
language's own file gives.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from unicodedata import bidirectional
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast

from flows.model import Spoken
from flows.reviews import about
from flows.screen import Clock, Line, Short, Tongues, Value, Wall

LOCALES = Path(__file__).parent / "locales"
FALLBACKS = ("nl", "en")
_OPEN, _CLOSE, _FROM_RIGHT = "\u2068", "\u2069", "\u200f"
_UNMARKED = dict.fromkeys(map(ord, (_OPEN, _CLOSE, _FROM_RIGHT)))
"""A time of day keeps its order without marks (UAX 9, W4), and with them would lose it."""
_STRONG = frozenset({"L", "R", "AL"})


class TextsError(Exception):
    """A locale file cannot be used; the message says which and why."""


def known_languages() -> tuple[str, ...]:
    """Languages with a folder of texts, in alphabetical order."""
    return tuple(sorted(each.name for each in LOCALES.iterdir() if each.is_dir()))


class Texts:
    """Every text in every language of the programme, in its zone."""

    def __init__(self, languages: Iterable[str], zone: ZoneInfo, locales: Path = LOCALES) -> None:
        """Find the folders, and read what every other language falls back on.

        A language is read when it is first spoken: most programmes never need them all.

        Args:
            languages: Those that must be there. All others may be spoken too, for a cry for help
                is answered in its own language.
            zone: Of all wall times.
            locales: A folder a language.

        Raises:
            TextsError: A language without a folder; in what is read now a text twice, or a line
                that does not parse.
        """
        self._zone = zone
        self._folders = {each.name: each for each in locales.iterdir() if each.is_dir()}
        for each in [*languages, *FALLBACKS]:
            if each not in self._folders:
                raise TextsError(f"no texts for language {each}: {locales / each} is missing")
        self._bundles: dict[str, FluentBundle] = {}
        self._bundle(FALLBACKS[0])
        self._constant: dict[tuple[str, str], str] = {}
        """Texts without values by language and id: the same for ever, so formatted once."""

    def read_all(self) -> None:
        """Read every language now.

        Raises:
            TextsError: A text twice, or a line that does not parse.
        """
        for each in self._folders:
            self._bundle(each)

    def say(self, language: str, line: Line) -> str:
        """A line in a language, or in Dutch or English where that language lacks it.

        Raises:
            TextsError: No language has the text, or it lacks a value.
        """
        faults: list[str] = []
        for each in dict.fromkeys([language, *FALLBACKS]):
            try:
                return self._format(each, line)
            except TextsError as fault:
                faults.append(str(fault))
        raise TextsError("; ".join(faults))

    def has(self, language: str, text_id: str) -> bool:
        """Tell whether a language has this text itself."""
        bundle = self._bundle(language)
        return bundle is not None and bundle.has_message(text_id)

    def _bundle(self, language: str) -> FluentBundle | None:
        if language not in self._bundles and language in self._folders:
            self._bundles[language] = read(language, self._folders[language])
        return self._bundles.get(language)

    def _format(self, language: str, line: Line) -> str:
        if line.args:
            return self._filled(language, line)
        key = language, line.id
        if key not in self._constant:
            self._constant[key] = self._filled(language, line)
        return self._constant[key]

    def _filled(self, language: str, line: Line) -> str:
        bundle = self._bundle(language)
        if bundle is None or not bundle.has_message(line.id):
            raise TextsError(f"no text {line.id} in {language}")
        pattern = bundle.get_message(line.id).value
        if pattern is None:
            raise TextsError(f"{line.id} in {language} is empty")
        values = {name: self._value(language, value) for name, value in line.args.items()}
        text, errors = bundle.format_pattern(pattern, values)
        if errors:
            raise TextsError(f"{line.id} in {language}: {errors[0]}")
        return led(str(text)) if direction(language) == "rtl" else str(text)

    def _value(self, language: str, value: Value) -> str | int:
        match value:
            case str() | int():
                return value
            case Line():
                return self.say(language, value)
            case Spoken():
                return value.said_in(language)
            case Tongues():
                comma = "، " if direction(language) == "rtl" else ", "
                return comma.join(_tongue(each, language) for each in value.codes)
            case _:
                return self._when(language, value)

    def _when(self, language: str, value: date | datetime | Clock | Wall | Short) -> str:
        match value:
            case Clock():
                return self._clock(language, value.at.astimezone(self._zone).time())
            case Wall():
                return self._clock(language, value.time)
            case Short():
                return _date(value.on, self._pattern(language, "date-short"), language)
            case datetime():
                day = self._when(language, value.astimezone(self._zone).date())
                clock = self._clock(language, value.astimezone(self._zone).time())
                return self._format(language, Line("date-moment", {"day": day, "clock": clock}))
            case date():
                return _date(value, self._pattern(language, "date-full"), language)

    def _clock(self, language: str, at: time) -> str:
        text_id = "time-part" if at.minute else "time-whole"
        values: dict[str, Value] = {"hour": str(at.hour), "minute": f"{at.minute:02}"}
        return self._format(language, Line(text_id, values)).translate(_UNMARKED)

    def _pattern(self, language: str, text_id: str) -> str:
        return self._format(language, Line(text_id))


@lru_cache(maxsize=4096)
def _tongue(code: str, language: str) -> str:
    """A language's name in another; the code itself where nobody knows one."""
    return about(language).tongues.get(code) or str(
        Locale.parse(language).languages.get(code, code)
    )


@lru_cache(maxsize=4096)
def _date(on: date, pattern: str, language: str) -> str:
    return format_date(on, pattern, locale=language)


@lru_cache(maxsize=256)
def direction(language: str) -> str:
    """`ltr` or `rtl`."""
    return str(Locale.parse(language).text_direction)


def led(text: str) -> str:
    """A text of a language from right to left that begins so for every reader.

    Readers take the direction of a line from its first letter outside values (UAX 9, P2). Where
    that is no Arabic or Hebrew one (there are only values, or "QR" comes first), a mark goes ahead.
    A value that stands alone is left as it is: a link, a name.
    """
    if _OPEN not in text:
        return text
    depth = 0
    for sign in text:
        depth += (sign == _OPEN) - (sign == _CLOSE)
        if not depth and (kind := bidirectional(sign)) in _STRONG:
            return text if kind != "L" else _FROM_RIGHT + text
    return _FROM_RIGHT + text


def read(language: str, folder: Path, files: str = "*.ftl") -> FluentBundle:
    """The texts of a language as they are written, without a word from any other.

    Raises:
        TextsError: A text twice, or a line that does not parse.
    """
    bundle = FluentBundle([language], use_isolating=direction(language) == "rtl")
    parser, seen = FluentParser(with_spans=False), set[str]()
    for path in sorted(folder.glob(files)):
        resource = parser.parse(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            _refuse_fault(entry, seen, path)
        bundle.add_resource(resource)
    return bundle


def _refuse_fault(entry: ast.EntryType, seen: set[str], path: Path) -> None:
    where = f"{path.parent.name}/{path.name}"
    if isinstance(entry, ast.Junk):
        raise TextsError(f"{where}: does not parse: {str(entry.content).strip()[:60]}")
    if isinstance(entry, ast.Message):
        if entry.id.name in seen:
            raise TextsError(f"{where}: {entry.id.name} is written twice")
        seen.add(entry.id.name)
