"""The words of a talk's pictures, typed: "blauwe vis", in any language, in either order."""

from collections.abc import Iterator, Mapping
from functools import cache

from flows.booking.codes import COUNT, code_line
from flows.texts import LOCALES, TextsError, known_languages, read
from flows.wording.folding import fold, words

FILE = "codes.ftl"
_LONG = 4
"""More digits than any code has."""


def code_of(text: str) -> int | None:
    """The code whose pictures or words a whole text is; None for any other text."""
    return _written().get("".join(words(fold(text))) or _signs(text))


def code_named(text: str) -> int | None:
    """As `code_of`, and the number itself, as somebody with a list of codes may give it."""
    typed = fold(text)
    if typed.isdecimal() and len(typed) < _LONG:
        return int(typed) if int(typed) < COUNT else None
    return code_of(text)


@cache
def _written() -> Mapping[str, int]:
    """Every way to write every code, without spaces."""
    return dict(_ways())


def _ways() -> Iterator[tuple[str, int]]:
    for language in known_languages():
        bundle = read(language, LOCALES / language, FILE)
        for code in range(COUNT):
            line = code_line(code)
            pattern = bundle.get_message(line.id).value
            if pattern is None:
                raise TextsError(f"{line.id} in {language} is empty")
            said, _ = bundle.format_pattern(pattern, dict(line.args))
            told = words(fold(str(said)))
            yield "".join(told), code
            yield "".join(reversed(told)), code
            yield _signs(str(said)), code


def _signs(text: str) -> str:
    """The pictures alone."""
    return "".join(sign for sign in fold(text) if not (sign.isalnum() or sign.isspace()))
