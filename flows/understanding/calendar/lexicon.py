"""All tables in one: which phrase stands for which signs, whatever the language."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from flows.understanding.calendar.signs import PARTS, SECTIONS, SPELLABLE, WEEKDAYS, Sign
from flows.understanding.calendar.tables import LANGUAGES, Table, folded, phrases, table
from flows.understanding.spelling import SHORTEST, Speller

EXACT = "~"
"""Stands before a word that is itself an error: one more makes it another word."""
Signs = tuple[Sign, ...]
Meanings = tuple[Signs, ...]
Entry = tuple[str, str, Signs]
"""A phrase, the section it stands in, and what it stands for."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the tables know.

    Attributes:
        meanings: A phrase, and all that it stands for, what wins first.
        longest: By first word, how many words the longest phrase has that begins with it.
        speller: Finds the words of days and months with a typing error.
        respelled: Whole words that only their own marks tell from other words.
    """

    meanings: dict[str, Meanings]
    longest: dict[str, int]
    speller: Speller
    respelled: dict[str, str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of all six languages, made once."""
    meanings: dict[str, Meanings] = {}
    longest: dict[str, int] = {}
    spellable: list[str] = []
    respelled: dict[str, str] = {}
    for language in LANGUAGES:
        respelled |= table(language)["spelled"]
        for written, section, signs in _entries(language, folded(table(language))):
            phrase = written.lstrip(EXACT)
            meanings[phrase] = (*meanings.get(phrase, ()), signs)
            first, _, rest = phrase.partition(" ")
            longest[first] = max(longest.get(first, 1), 2 + rest.count(" ") if rest else 1)
            if rest == "" and section in SPELLABLE and _may_err(written, language):
                spellable.append(phrase)
    return Lexicon(meanings, longest, Speller.of(dict.fromkeys(spellable)), respelled)


def _may_err(written: str, language: str) -> bool:
    """Whether a word of a table may be typed with an error.

    Short words of languages other than Dutch and English have too many neighbours, and so have
    Arabic words in Latin letters; those are listed in all their spellings.
    """
    if written.startswith(EXACT) or (language == "ar" and written.isascii()):
        return False
    return language in {"nl", "en"} or len(written) > SHORTEST


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
