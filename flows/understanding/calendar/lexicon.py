"""Which phrase stands for which signs, whatever the language, as `make train` wrote it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flows.understanding.calendar.signs import Sign
from flows.understanding.spelling import SHORTEST, Speller
from flows.wording.neighbours import Neighbours
from flows.wording.packed import loaded

FORMAT = 1
FILE = Path(__file__).parents[1] / "models" / "calendar.json"
Signs = tuple[Sign, ...]
Meanings = tuple[Signs, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the tables of `<language>.toml` know.

    Attributes:
        meanings: A phrase, and all that it stands for, what wins first.
        following: The words with which a phrase may go on, by how it began.
        words: All words with which phrases begin.
        names: Finds the words of days and months with a typing error.
        measures: Finds the other words of the tables.
        openings: Finds the first words of phrases.
        respelled: Whole words that only their own marks tell from other words.
    """

    meanings: Mapping[str, Meanings]
    following: Mapping[str, frozenset[str]]
    words: frozenset[str]
    names: Speller
    measures: Speller
    openings: Speller
    respelled: Mapping[str, str]


@cache
def lexicon() -> Lexicon:
    """The lexicon of all six languages.

    Raises:
        ValueError: It is of another format.
    """
    data = loaded(FILE, FORMAT)
    meanings = [
        tuple(tuple(Sign(*each) for each in signs) for signs in several)
        for several in data["meanings"]
    ]
    return Lexicon(
        {phrase: meanings[n] for phrase, n in data["phrases"].items()},
        {path: frozenset(words.split(" ")) for path, words in data["following"].items()},
        frozenset(phrase.partition(" ")[0] for phrase in data["phrases"]),
        Speller(SHORTEST, Neighbours.read(data["names"])),
        Speller(SHORTEST - 1, Neighbours.read(data["measures"])),
        Speller(SHORTEST, Neighbours.read(data["openings"])),
        data["respelled"],
    )
