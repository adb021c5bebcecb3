"""Whom somebody means: workers of the school, in typed text of any of the scripts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from flows.model import WorkerId
from flows.understanding.likeness import Likeness, likest
from flows.understanding.roster import Entry, Roster, roster_of
from flows.understanding.titles import MASK, is_title
from flows.wording.folding import LONGEST, fold

Span = tuple[int, int]
"""Where a name stands in the text as typed, [start, end)."""
_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f\u064b-\u0652'’‘ʼ`´]*")
_NUMBERED = re.compile(r"\d\S{0,2}\s?$")
_MARKS = re.compile(r"['’‘ʼ`´]")
_LATIN_LEADING = """
met bij is of en aan voor naar van hoi hallo hey dag beste  with and or see meet by ask hi dear
ile  z ze do i lub
"""
_OTHER_LEADING = "з із зі с и або чи مع او"
_LEADING = frozenset(f"{_LATIN_LEADING} {_OTHER_LEADING}".split())
"""Words after which a name that is a word too is meant as a name."""
_FOLLOWING = frozenset(["ile", "hanim", "bey", "hoca", "hocam", "abi", "abla", "la", "le", "ya"])
_SHORTEST_JOINED = 5
_DENYING = frozenset(["niet", "not", "nie", "не", "مش", "مو"])


class Word(NamedTuple):
    """A word of the message.

    Attributes:
        folded: Without what follows an apostrophe.
        ending: What followed the apostrophe.
        capital: Whether it begins with a capital letter.
        numbered: Whether a number stands beside it, as in a date.
    """

    folded: str
    ending: str
    capital: bool
    numbered: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Found:
    """The workers that a message names.

    Attributes:
        workers: In the order in which they are named; several when several are named, or when
            two are as likely.
        spans: Where their names stand, ascending; to be masked before dates are read.
    """

    workers: tuple[WorkerId, ...] = ()
    spans: tuple[Span, ...] = ()

    @property
    def worker(self) -> WorkerId | None:
        """The worker, when it can be only one."""
        return self.workers[0] if len(self.workers) == 1 else None


def find_worker(text: str, roster: Sequence[Entry]) -> Found:
    """The workers of a roster that a message names, with errors, endings and in any script.

    Args:
        text: As typed, of any length; the first 600 signs are read.
        roster: Id, name and nicknames of everybody at the school.
    """
    if not roster:
        return Found()
    known = roster_of(roster)
    words = list(_words(text[:LONGEST]))
    likenesses = [_meant(words, at, known) for at in range(len(words))]
    named = {at: each for at, each in enumerate(likenesses) if each is not None}
    words = _joined(words, named, known)
    workers = _whom(named, words, known)
    return Found(workers, tuple(words[at].span for at in named))


def _joined(words: list[Word], named: dict[int, Likeness], known: Roster) -> list[Word]:
    """The words, where two that are one name ("fati ma") stand as one; `named` takes them up."""
    found = list(words)
    for at in range(len(words) - 1):
        whole = words[at].folded + words[at + 1].folded
        name = known.names.get(whole)
        if name is None or name.doubtful or len(whole) < _SHORTEST_JOINED:
            continue
        if not {at, at + 1} & set(named):
            named[at] = Likeness((whole,))
            span = words[at].span[0], words[at + 1].span[1]
            found[at] = words[at]._replace(span=span)
    return found


def mask(text: str, spans: Sequence[Span]) -> str:
    """The text with other signs in place of these spans, as long as before."""
    for start, end in spans:
        text = text[:start] + MASK * (end - start) + text[end:]
    return text


def _words(text: str) -> Iterator[Word]:
    matches = list(_WORD.finditer(text))
    typed = [_MARKS.split(match.group(), maxsplit=1) for match in matches]
    folded = fold(" ".join(each[0] for each in typed)).split(" ")
    if len(folded) != len(typed):
        folded = [fold(each[0]) for each in typed]
    for match, each, word in zip(matches, typed, folded, strict=True):
        first = match.group()[0]
        capital = first.isupper() and not match.group()[1:2].isupper()
        numbered = bool(_NUMBERED.search(text[max(0, match.start() - 4) : match.start()]))
        yield Word(word, "".join(each[1:]), capital, numbered, match.span())


def _meant(words: Sequence[Word], at: int, known: Roster) -> Likeness | None:
    """The name that a word stands for, if the words around it allow that."""
    found = likest(words[at].folded, known)
    if found is None:
        return None
    before = words[at - 1].folded if at else ""
    if is_title(before) or (at > 1 and is_title(words[at - 2].folded)):
        return found
    if not any(known.names[name].doubtful for name in found.names):
        return found
    if words[at].numbered or found.cost:
        return None
    after = words[at + 1].folded if at + 1 < len(words) else ""
    led = before in _LEADING or after in _FOLLOWING or len(words) == 1
    return found if led or (words[at].capital and at) else None


def _whom(named: dict[int, Likeness], words: Sequence[Word], known: Roster) -> tuple[WorkerId, ...]:
    """Who is named: whoever has more of the words wins from whoever has only some of them."""
    claims: dict[WorkerId, set[int]] = {}
    for at, likeness in named.items():
        for name in likeness.names:
            for worker in known.names[name].workers:
                claims.setdefault(worker, set()).add(at)
    best = {
        worker: held
        for worker, held in claims.items()
        if not any(held < other for other in claims.values())
    }
    wanted = [worker for worker, held in best.items() if not _denied(held, words)]
    return tuple(wanted or best)


def _denied(held: set[int], words: Sequence[Word]) -> bool:
    first = min(held)
    return first > 0 and words[first - 1].folded in _DENYING
