"""How like a typed word is to the names of a roster."""

from dataclasses import dataclass

from flows.understanding.calendar.lexicon import lexicon
from flows.understanding.endings import LATIN, stems
from flows.understanding.ordinary import first_names, ordinary
from flows.understanding.roster import Name, Roster
from flows.understanding.sounds import (
    apart,
    as_typed,
    between,
    consonants,
    is_arabic,
    is_latin,
    sounds,
    written_consonants,
)
from flows.understanding.spelling import keys_touch, one_error

SHORTEST = 4
"""Letters from which on a word may hold an error."""
_TWO_ERRORS = 6
"""Letters of a name from which on it may hold two."""
_LONGEST = 30
_ALIKE, _SHORT_ALIKE = 0.55, 0.25
_SLIP, _SLIPS, _ENDED, _HUNG_ON = 1.0, 2.0, 0.5, 0.05


@dataclass(frozen=True, slots=True)
class Likeness:
    """The names that a word is most like.

    Attributes:
        names: Words of names, several when they are as like.
        cost: 0 for the name itself; 1 or 2 for so many errors.
    """

    names: tuple[str, ...]
    cost: float = 0.0


def likest(word: str, known: Roster) -> Likeness | None:
    """The names of the roster that a folded word may stand for, the likest only."""
    if not word or len(word) > _LONGEST:
        return None
    if word in known.forms:
        return Likeness((known.forms[word],))
    if len(word) < SHORTEST - (not is_latin(word)):
        return None
    if word in ordinary() or word in lexicon().words or word in first_names():
        return None
    costs = _latin(word, known) if is_latin(word) else _other_script(word, known)
    if not costs:
        return None
    least = min(costs.values())
    return Likeness(tuple(name for name, cost in costs.items() if cost == least), least)


def _latin(word: str, known: Roster) -> dict[str, float]:
    heard = sounds(word)
    costs = {}
    for name, held in known.names.items():
        if not is_latin(name) or len(name) < SHORTEST:
            continue
        cost = _errors(word, heard, held)
        if cost is not None:
            costs[name] = cost
    return costs


def _errors(word: str, heard: str, held: Name) -> float | None:
    """What a typed word costs as a name; None when it is too far from it."""
    name = held.word
    if one_error(word, name) and _is_slip(word, name):
        return _SLIP
    same = word[0] == name[0]
    if same and len(name) >= _TWO_ERRORS and abs(len(word) - len(name)) <= 1:
        alike = written_consonants(word) == written_consonants(name)
        framed = word[-1] == name[-1]
        if (alike or framed or len(name) > _TWO_ERRORS) and two_errors(word, name):
            return _SLIPS
    if same and len(word) > len(name) > SHORTEST and _ended(word, name):
        return _SLIP + _ENDED
    return _SLIP if any(_sounds_like(heard, sound) for sound in held.sounds) else None


def _sounds_like(heard: str, sound: str) -> bool:
    """Whether a Latin word is another spelling of a name."""
    if consonants(heard) != consonants(sound) or between(heard[:1], sound[:1]) >= _ALIKE:
        return False
    limit = _ALIKE if len(sound) > SHORTEST else _SHORT_ALIKE
    return apart(heard, sound, _ALIKE) <= limit


def _is_slip(word: str, name: str) -> bool:
    """Whether one error may be forgiven: in a name of four letters only a likely one."""
    if len(name) > SHORTEST:
        return True
    if word[0] != name[0]:
        return False
    if len(word) != len(name) or sorted(word) == sorted(name):
        return True
    wrong = next(pair for pair in zip(word, name, strict=True) if pair[0] != pair[1])
    return keys_touch(*wrong)


def _ended(word: str, name: str) -> bool:
    """Whether a name with an error carries an ending."""
    return any(
        word.endswith(ending)
        and abs(len(word) - len(ending) - len(name)) <= 1
        and one_error(word[: -len(ending)], name)
        for ending in LATIN
    )


def two_errors(typed: str, name: str) -> bool:
    """Whether at most two letters too many, too few, wrong or in turn tell these apart."""
    if abs(len(typed) - len(name)) > _SLIPS or len(typed) <= SHORTEST:
        return False
    older: list[int] = []
    before = list(range(len(name) + 1))
    for at, sign in enumerate(typed):
        row = [at + 1]
        for to, other in enumerate(name):
            cost = min(before[to] + (sign != other), before[to + 1] + 1, row[to] + 1)
            if at and to and sign == name[to - 1] and typed[at - 1] == other:
                cost = min(cost, older[to - 1] + 1)
            row.append(cost)
        older, before = before, row
    return before[-1] <= _SLIPS


def _other_script(word: str, known: Roster) -> dict[str, float]:
    """Names that sound like a word in Arabic or Cyrillic letters."""
    vowel = 0.15 if is_arabic(word) else 0.35
    costs: dict[str, float] = {}
    typed = (
        (step, heard)
        for step, stem in enumerate(stems(word))
        if stem not in ordinary()
        for heard in as_typed(stem)
    )
    for step, heard in typed:
        for name, held in known.names.items():
            far = min(_far(heard, sound, vowel) for sound in held.sounds)
            cost = far + (_HUNG_ON if step else 0)
            if far < _SLIPS and cost < costs.get(name, _SLIPS):
                costs[name] = cost
    return costs


def _far(heard: str, sound: str, vowel: float) -> float:
    """How far apart two words sound; as far as two errors when it is too far."""
    if not _begins_alike(heard, sound):
        return _SLIPS
    far = apart(heard, sound, vowel)
    return far if far <= _limit(sound) else _SLIPS


def _begins_alike(heard: str, meant: str) -> bool:
    return (
        bool(heard and meant)
        and abs(len(consonants(heard)) - len(consonants(meant))) <= 1
        and between(heard[0], meant[0]) < _ALIKE
    )


def _limit(sound: str) -> float:
    """How far apart a word may sound from a name, by what the name has beside vowels."""
    return (0.0, 0.2, 0.25, 0.5, 0.75)[min(sum(sign not in "aeiou" for sign in sound), 4)]
