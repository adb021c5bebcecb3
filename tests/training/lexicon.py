"""The lexicon of dates, from the tables of all languages to one file."""

from collections.abc import Iterator

from flows.understanding.calendar.lexicon import FORMAT, Meanings, Signs
from flows.understanding.calendar.signs import PARTS, SECTIONS, SPELLABLE, WEEKDAYS, Sign
from flows.understanding.spelling import SHORTEST
from flows.wording.neighbours import Neighbours
from tests.training.calendar_tables import LANGUAGES, Table, folded, phrases, table
from tests.training.lines import as_lines

EXACT = "~"
"""Stands before a word that is itself an error: one more makes it another word."""
_SHORT_SECTIONS = {
    "unit", "clock", "after_hour", "before_hour", "month", "numbers", "shift", "which", "day",
    "weekday", "weekday_short",
}  # fmt: skip
"""Tables whose words of four letters may hold an error too, beside a number."""
Entry = tuple[str, str, Signs]
"""A phrase, the section it stands in, and what it stands for."""


def written() -> str:
    """All languages together, as `flows.understanding.calendar.lexicon` reads them."""
    meanings: dict[str, Meanings] = {}
    following: dict[str, dict[str, None]] = {}
    erring: tuple[dict[str, None], dict[str, None]] = ({}, {})
    respelled: dict[str, str] = {}
    for language in LANGUAGES:
        respelled |= table(language)["spelled"]
        for entry, section, signs in _entries(language, folded(table(language))):
            phrase = entry.lstrip(EXACT)
            meanings[phrase] = (*meanings.get(phrase, ()), signs)
            path, *rest = phrase.split(" ")
            for word in rest:
                following.setdefault(path, {})[word] = None
                path = f"{path} {word}"
            if not rest and not _exact(entry, language):
                short = len(phrase) < SHORTEST
                beside = short or not _plain(entry, section, language)
                if not short or section in _SHORT_SECTIONS:
                    erring[beside][phrase] = None
    numbers = {each: n for n, each in enumerate(dict.fromkeys(meanings.values()))}
    names, measures = erring
    openings = (path for path in following if " " not in path)
    values = {
        "format": FORMAT,
        "meanings": list(numbers),
        "phrases": {phrase: numbers[meant] for phrase, meant in meanings.items()},
        "following": {path: " ".join(words) for path, words in following.items()},
        "names": Neighbours.among(names, SHORTEST).written(),
        "measures": Neighbours.among(measures, SHORTEST - 1).written(),
        "openings": Neighbours.among(openings, SHORTEST).written(),
        "respelled": respelled,
    }
    return as_lines(values)


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
