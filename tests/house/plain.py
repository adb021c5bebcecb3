"""Plain language, checked by `make lint`: short sentences, no hard words, no abbreviations.

    python -m tests.house.plain

prints a line for every text that is harder than people with little schooling read, and what to do.
The rules and their exceptions, each with a reason, stand in `plain.toml` and `allowed_words.toml`.
"""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from unicodedata import category

from fluent.syntax import FluentParser, ast
from wordfreq import zipf_frequency

from flows.texts import LOCALES, known_languages

HERE = Path(__file__).parent
MOST_WORDS = 10
MOST_SENTENCES = 5
LEAST_ZIPF = 4.0
"""A word that is met a hundred times in ten million words."""
COUNTED = ("nl", "en")
"""Languages whose words are held to their frequency; in the others endings hide the words."""
VALUE = "0"
"""Stands in a text for a value: one word."""
_WORD = re.compile(r"[^\W_]+(?:['’.:,-][^\W_]+)*")
_END = re.compile(r"(?<=[.?!؟])\s+|\n+")
_PICTURE = re.compile(".\ufe0f")
_PATTERNS = ("date-full", "date-short")


@dataclass(frozen=True, slots=True)
class Text:
    """One message of a language in all its forms, values replaced by `VALUE`."""

    language: str
    id: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """What texts are held to.

    Attributes:
        forbidden: By language: a word or phrase, and what to write instead.
        excused: By text id: why it may be longer, in every language.
        allowed: By language: words that are rarer than others and may stay.
    """

    forbidden: Mapping[str, Mapping[str, str]]
    excused: Mapping[str, str]
    allowed: Mapping[str, frozenset[str]]


def rules(folder: Path = HERE) -> Rules:
    """The rules of this repository."""
    plain = tomllib.loads((folder / "plain.toml").read_text(encoding="utf-8"))
    groups = tomllib.loads((folder / "allowed_words.toml").read_text(encoding="utf-8"))["group"]
    allowed = {
        each: frozenset(word for group in groups for word in group.get(each, ()))
        for each in COUNTED
    }
    return Rules(plain["forbidden"], plain["excused"], allowed)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a new line begins another one."""
    return [each for each in _END.split(text) if _WORD.search(each)]


def words(sentence: str) -> list[str]:
    """The words of a sentence; "112'yi", "e-posta" and "10:30" are one each."""
    letters = (each for each in _PICTURE.sub("", sentence) if category(each) not in {"Mn", "Cf"})
    return _WORD.findall("".join(letters))


def texts_of(language: str, locales: Path = LOCALES) -> Iterator[Text]:
    """Every text of a language but patterns of dates, which are no words."""
    for path in sorted((locales / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message) and entry.value and entry.id.name not in _PATTERNS:
                yield Text(language, entry.id.name, tuple(_forms(entry.value)))


def _forms(pattern: ast.Pattern) -> Iterator[str]:
    return map("".join, product(*(list(_said(each)) for each in pattern.elements)))


def _said(element: ast.TextElement | ast.Placeable) -> Iterator[str]:
    if isinstance(element, ast.TextElement):
        yield element.value
    elif isinstance(element.expression, ast.SelectExpression):
        for variant in element.expression.variants:
            yield from _forms(variant.value)
    elif isinstance(element.expression, ast.StringLiteral):
        yield element.expression.parse()["value"]
    else:
        yield VALUE


def faults(text: Text, held: Rules) -> Iterator[str]:
    """What is hard about a text, a sentence each; nothing twice."""
    yield from dict.fromkeys(_faults(text, held))


def _faults(text: Text, held: Rules) -> Iterator[str]:
    for form in text.forms:
        if text.id not in held.excused:
            yield from _too_long(form)
        yield from _forbidden(form, held.forbidden.get("all", {}))
        yield from _forbidden(form, held.forbidden.get(text.language, {}))
        yield from _shouted(form)
        if text.language in COUNTED:
            yield from _rare(form, text.language, held.allowed[text.language])


def _too_long(form: str) -> Iterator[str]:
    said = sentences(form)
    if len(said) > MOST_SENTENCES:
        yield f"{len(said)} sentences, at most {MOST_SENTENCES}"
    for each in said:
        if (count := len(words(each))) > MOST_WORDS:
            yield f"{count} words, at most {MOST_WORDS}: {each}"


def _forbidden(form: str, listed: Mapping[str, str]) -> Iterator[str]:
    for pattern, instead in listed.items():
        if found := re.search(rf"(?<!\w)(?:{pattern})(?!\w)", form, re.IGNORECASE):
            yield f"“{found[0]}”: {instead}"


def _shouted(form: str) -> Iterator[str]:
    for each in words(form):
        if len(each) > 1 and each.isupper() and each != "QR":
            yield f"“{each}”: small letters"


def _rare(form: str, language: str, allowed: frozenset[str]) -> Iterator[str]:
    for word in parts(form):
        if word not in allowed and zipf_frequency(word, language) < LEAST_ZIPF:
            yield f"“{word}” is rare ({zipf_frequency(word, language)}): write a common word"


def parts(form: str) -> Iterator[str]:
    """Its words in small letters, those with figures left out."""
    for each in words(form):
        if each.replace("-", "").replace("'", "").isalpha():
            yield each.lower()


def unneeded(found: Iterable[Text], held: Rules) -> Iterator[str]:
    """Exceptions that nothing needs any more."""
    listed = list(found)
    for language in COUNTED:
        used = {w for t in listed if t.language == language for f in t.forms for w in parts(f)}
        rare = {word for word in used if zipf_frequency(word, language) < LEAST_ZIPF}
        for word in sorted(held.allowed[language] - rare):
            yield f"{language} “{word}” need not be allowed"
    long = {each.id for each in listed if any(any(_too_long(form)) for form in each.forms)}
    for text_id in sorted(set(held.excused) - long):
        yield f"{text_id} need not be excused"


def main() -> int:
    """Print every fault; the exit code is 1 when there is one."""
    held = rules()
    found = [text for language in known_languages() for text in texts_of(language)]
    said = [f"{each.language} {each.id}: {why}" for each in found for why in faults(each, held)]
    said += unneeded(found, held)
    sys.stdout.writelines(f"{each}\n" for each in said)
    return int(bool(said))


if __name__ == "__main__":
    sys.exit(main())
