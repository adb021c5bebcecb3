"""The workers of a school, made ready to be found in what people type."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from flows.model import WorkerId
from flows.understanding.calendar.lexicon import lexicon
from flows.understanding.endings import inflected
from flows.understanding.ordinary import ordinary
from flows.understanding.sounds import all_sounds, is_latin
from flows.wording.folding import fold, words

Entry = tuple[WorkerId, str, Sequence[str]]
"""A worker: id, name, nicknames."""
_DUTCH_PARTICLES = "de den der van vd v d t ter ten te op in s"
_OTHER_PARTICLES = "el al bin ben ibn ait la le du da di von und"
_PARTICLES = frozenset(f"{_DUTCH_PARTICLES} {_OTHER_PARTICLES}".split())
KEPT = 32
"""Schools whose roster is kept ready."""


@dataclass(frozen=True, slots=True)
class Name:
    """One word of a name.

    Attributes:
        word: Folded, without apostrophes.
        sounds: As it sounds, the likeliest first.
        workers: Whose it is.
        doubtful: It is a word of every day too, such as Mei, Mark or Can.
        given: A first name or nickname, not a surname.
    """

    word: str
    sounds: tuple[str, ...]
    workers: tuple[WorkerId, ...]
    doubtful: bool
    given: bool


@dataclass(frozen=True, slots=True)
class Roster:
    """All words of all names.

    Attributes:
        names: By word.
        forms: A word with or without an ending, and the word of a name it stands for.
    """

    names: dict[str, Name]
    forms: dict[str, str]


def roster_of(entries: Sequence[Entry]) -> Roster:
    """The roster of a school; kept ready for the next message."""
    return _made(tuple((worker, name, tuple(nicknames)) for worker, name, nicknames in entries))


@lru_cache(maxsize=KEPT)
def _made(entries: tuple[tuple[WorkerId, str, tuple[str, ...]], ...]) -> Roster:
    given: dict[str, dict[WorkerId, None]] = {}
    family: dict[str, dict[WorkerId, None]] = {}
    for worker, name, nicknames in entries:
        first, *rest = parts(name) or [""]
        for word in (first, *(word for each in nicknames for word in parts(each))):
            given.setdefault(word, {})[worker] = None
        for word in rest:
            family.setdefault(word, {})[worker] = None
    names = {
        word: _name(word, (given.get(word, {}) | family.get(word, {})), given=word in given)
        for word in (*given, *family)
        if word
    }
    return Roster(names, _forms(names))


def parts(name: str) -> list[str]:
    """The words of a name, folded; after the first, without those such as "van" and "de"."""
    found = [word.replace("'", "") for word in words(fold(name))]
    return [*found[:1], *(word for word in found[1:] if word not in _PARTICLES)]


def _name(word: str, workers: dict[WorkerId, None], *, given: bool) -> Name:
    doubtful = word in ordinary() or word in lexicon().meanings
    return Name(word, all_sounds(word), tuple(workers), doubtful, given)


def _forms(names: dict[str, Name]) -> dict[str, str]:
    """Every ending of every name; a form that is a word of every day stands for no name."""
    forms: dict[str, str] = {}
    for word in names:
        for form in inflected(word) if is_latin(word) else (word,):
            if form not in ordinary() and form not in lexicon().words:
                forms.setdefault(form, word)
    return forms | {word: word for word in names}
