"""All tables in one: which phrase stands for which signs, whatever the language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from flows.understanding.calendar.signs import PARTS, SECTIONS, SPELLABLE, WEEKDAYS, Sign
from flows.understanding.calendar.tables import LANGUAGES, Table, folded, phrases, table
from flows.understanding.spelling import SHORTEST, Speller

EXACT = "~"
"""Stands before a word that is itself an error: one more makes it another word."""
_SHORT_SECTIONS = {
    "unit", "clock", "after_hour", "before_hour", "month", "numbers", "shift", "which", "day",
    "weekday", "weekday_short",
}  # fmt: skip
"""Tables whose words of four letters may hold an error too, beside a number."""
Signs = tuple[Sign, ...]
Meanings = tuple[Signs, ...]
Entry = tuple[str, str, Signs]
"""A phrase, the section it stands in, and what it stands for."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the tables know.

    Attributes:
        meanings: A phrase, and all that it stands for, what wins first.
        following: The words with which a phrase may go on, by how it began.
        words: All words with which phrases begin.
        names: Finds the words of days and months with a typing error.
        measures: Finds the other words of the tables.
        openings: Finds the first words of phrases.
        respelled: Whole words that only their own marks tell from other words.
    """

    meanings: dict[str, Meanings]
    following: dict[str, frozenset[str]]
    words: frozenset[str]
    names: Speller
    measures: Speller
    openings: Speller
    respelled: dict[str, str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of all six languages, made once."""
    meanings: dict[str, Meanings] = {}
    following: dict[str, set[str]] = {}
    erring: tuple[dict[str, None], dict[str, None]] = ({}, {})
    respelled: dict[str, str] = {}
    for language in LANGUAGES:
        respelled |= table(language)["spelled"]
        for written, section, signs in _entries(language, folded(table(language))):
            phrase = written.lstrip(EXACT)
            meanings[phrase] = (*meanings.get(phrase, ()), signs)
            path, *rest = phrase.split(" ")
            for word in rest:
                following.setdefault(path, set()).add(word)
                path = f"{path} {word}"
            if not rest and not _exact(written, language):
                short = len(phrase) < SHORTEST
                beside = short or not _plain(written, section, language)
                if not short or section in _SHORT_SECTIONS:
                    erring[beside][phrase] = None
    goes_on = {path: frozenset(words) for path, words in following.items()}
    words = frozenset(phrase.partition(" ")[0] for phrase in meanings)
    openings = (path for path in goes_on if " " not in path)
    names, measures = erring
    return Lexicon(
        meanings,
        goes_on,
        words,
        Speller.of(names),
        Speller.of(measures, SHORTEST - 1),
        Speller.of(openings),
        respelled,
    )


def _exact(written: str, language: str) -> bool:
    """Whether a word counts only as it is written: an error itself, or Arabic in Latin letters."""
    return written.startswith(EXACT) or (language == "ar" and written.isascii())


def _plain(written: str, section: str, language: str) -> bool:
    """Whether a word is found with an error wherever it stands.

    Short words of other languages than Dutch and English have too many neighbours for that.
    """
    if section == "day":
        return True
    return section in SPELLABLE and (language in {"nl", "en"} or len(written) > SHORTEST)


def _entries(language: str, held: Table) -> Iterator[Entry]:
    """Every phrase of a language, in the order in which sections win."""
    for section, keys in SECTIONS.items():
        name, only = ("clock", ("at",)) if section == "clock_at" else (section, tuple(keys))
        for key in only:
            signs = tuple(Sign(sign.letter, sign.value, language) for sign in keys[key])
            written = held["word"]["greeting"] if section == "greeting" else held[name].get(key, "")
            for phrase in phrases(written):
                yield phrase, section, signs
    yield from _glued(language, held)
    yield from _halves(language, held)
    for phrase in phrases(held["numbers"]["one"]):
        yield phrase, "numbers", (Sign("1", 1, language),)
    yield from _numbers(language, held["numbers"])


def _glued(language: str, held: Table) -> Iterator[Entry]:
    """A weekday and a part of the day in one word: dinsdagmiddag."""
    for part, key in enumerate(PARTS):
        for ending in phrases(held["glued"][key]):
            for weekday, name in enumerate(WEEKDAYS):
                signs = (Sign("W", weekday, language), Sign("P", part, language))
                for day in phrases(held["weekday"][name]):
                    yield f"{day}{ending}", "weekday", signs


def _halves(language: str, held: Table) -> Iterator[Entry]:
    """Half an hour and its hour in one word: halfdrie."""
    for half in phrases(held["clock"]["half_to"]):
        for letter, key in (("N", "number"), ("O", "hour")):
            for number, written in enumerate(_listed(held["numbers"][key])[:12], start=1):
                for hour in phrases(written):
                    if " " not in half:
                        yield f"{half}{hour}", "clock", (Sign("h"), Sign(letter, number, language))


def _numbers(language: str, held: dict[str, str]) -> Iterator[Entry]:
    """Numbers in words: the nth entry of a list is n; those apart say their own."""
    for before, letter, key in _NUMBERED:
        for number, written in enumerate(_listed(held[key]), start=1):
            for phrase in phrases(written):
                yield phrase, "numbers", (*before, Sign(letter, number, language))
    for each in _listed(held["tens"]):
        number_of, _, written = each.partition(" ")
        for phrase in phrases(written):
            yield phrase, "numbers", (Sign("N", int(number_of), language),)


_NUMBERED: tuple[tuple[Signs, str, str], ...] = (
    ((), "N", "number"),
    ((), "O", "hour"),
    ((), "D", "date"),
    ((Sign("a"),), "N", "at"),
)


def _listed(written: str) -> list[str]:
    return [each.strip() for each in written.split(",") if each.strip()]
