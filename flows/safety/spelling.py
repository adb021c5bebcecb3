"""From a text to what its words may stand for, however they are typed.

Letters apart ("d o o d"), digits for letters ("d00d"), words run together ("ikwildood") and one
slip in a long word are seen through.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from flows.safety.tables import MAYBE_FROM, NEAR_FROM, Tables
from flows.wording.folding import LONGEST, fold

READ = 4096
"""Signs of a message that are read: all that Telegram allows."""
OVERLAP = 120
"""Signs that two neighbouring pieces of a long message share."""
LONGEST_WORD = 24
LONGEST_STEM = 12
FEWEST_LETTERS = 3
"""Single letters in a row that may be one word."""
FEWEST_RUN = 3
"""Words run together that are taken apart; of two, many an ordinary word is made."""
LONGEST_RUN = 80
"""Letters of words run together that are still taken apart."""

_TOKEN = re.compile(r"\w+|[.!?,;:…؟،؛\n]")
_DIGITS = str.maketrans("013457@$", "oieastas")
_INSIDE = re.compile(r"(?<=\w)[@$*](?=\w)")
_ARTICLES = ("وال", "فال", "بال", "لل", "ال", "و", "ف", "ب", "ل")
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Token:
    """A word and what it may stand for.

    Attributes:
        word: Folded.
        items: Names of groups and words of the tables.
        ends: A sign that ends a sentence follows, or nothing.
        maybe: What it would stand for with one slip mended.
    """

    word: str
    items: frozenset[str]
    ends: bool
    maybe: frozenset[str] = frozenset()


def pieces(text: str) -> list[str]:
    """A text folded, in pieces that overlap: mostly one."""
    read = text[:READ]
    step = LONGEST - OVERLAP
    starts = range(0, max(1, len(read) - OVERLAP), step)
    return [fold(read[start : start + LONGEST]) for start in starts]


def tokens(piece: str, tables: Tables) -> list[Token]:
    """The words of a folded piece; one that is said again and again stands twice."""
    found: list[Token] = []
    for word, ends in _joined(_split(piece), tables):
        if [each.word for each in found[-2:]] == [word, word]:
            continue
        parts = _parts(word, tables)
        for part, items in parts[:-1]:
            found.append(Token(part, items, ends=False))
        part, items = parts[-1]
        found.append(Token(part, items, ends=ends))
    return found


def mended(row: Sequence[Token], tables: Tables) -> list[Token]:
    """The words, each with what it might be."""
    return [replace(each, maybe=_slips(each, tables)) for each in row]


def _slips(token: Token, tables: Tables) -> frozenset[str]:
    if token.items or token.word in tables.usual:
        return _NOTHING
    return one_slip_away(token.word, tables)


def one_slip_away(word: str, tables: Tables) -> frozenset[str]:
    """What a word would stand for with one slip mended."""
    if not MAYBE_FROM - 1 <= len(word) <= LONGEST_WORD:
        return _NOTHING
    known = (tables.items[other] for other in tables.near.near(word))
    return _slips_of_stems(word, tables).union(*known)


def _slips_of_stems(word: str, tables: Tables) -> frozenset[str]:
    """What the beginning of a long word may stand for."""
    found = _NOTHING
    for end in range(NEAR_FROM - 1, min(len(word), LONGEST_STEM) + 1):
        for stem in tables.near_stems.near(word[:end]):
            if stem[0] == word[0]:
                found |= tables.stems[len(stem)][stem]
    return found


def _split(piece: str) -> list[tuple[str, bool]]:
    plain = _INSIDE.sub(_letter, piece.replace("'", ""))
    seen = _TOKEN.findall(plain)
    return [
        (each, nth + 1 == len(seen) or not seen[nth + 1][0].isalnum())
        for nth, each in enumerate(seen)
        if each[0].isalnum() or each[0] == "_"
    ]


def _letter(sign: re.Match[str]) -> str:
    return {"@": "a", "$": "s"}.get(sign[0], "")


def _joined(split: list[tuple[str, bool]], tables: Tables) -> list[tuple[str, bool]]:
    """Single letters in a row become a word, where that makes sense."""
    found: list[tuple[str, bool]] = []
    for is_single, run in groupby(split, key=lambda each: len(each[0]) == 1):
        group = list(run)
        whole = "".join(word for word, _ in group)
        if (
            is_single
            and len(group) >= FEWEST_LETTERS
            and any(items for _, items in _parts(whole, tables))
        ):
            found.append((whole, group[-1][1]))
        else:
            found += group
    return found


def _parts(word: str, tables: Tables) -> list[tuple[str, frozenset[str]]]:
    """A word as what it may stand for; several, when words were run together."""
    items = _items(word, tables)
    if items is not None:
        return [(word, items)]
    plain = word.translate(_DIGITS)
    if plain != word and not word.isdigit():
        items = _items(plain, tables)
        if items is not None:
            return [(word, items)]
    if len(plain) >= NEAR_FROM - 1:
        items = _nearly(plain, tables)
        return [(word, items)] if items else _apart(plain, tables) or [(word, _NOTHING)]
    return [(word, _NOTHING)]


def _items(word: str, tables: Tables) -> frozenset[str] | None:
    """What a word stands for; None for a word no table knows."""
    known = tables.items.get(word)
    found = known or _NOTHING
    for length, stems in tables.stems.items():
        if length > len(word):
            break
        found |= stems.get(word[:length], _NOTHING)
    if not found and word[0] >= "؀":
        found = _bare(word, tables)
    return found if found or known is not None or word in tables.usual else None


def _bare(word: str, tables: Tables) -> frozenset[str]:
    """An Arabic word without what is written in front of it."""
    for front in _ARTICLES:
        if word.startswith(front) and len(word) > len(front) + 1:
            found = _items(word[len(front) :], tables)
            if found:
                return found
    return _NOTHING


def _nearly(word: str, tables: Tables) -> frozenset[str]:
    """What long words stand for that are one slip away and begin alike."""
    if len(word) > LONGEST_WORD:
        return _NOTHING
    long = (each for each in tables.near.near(word) if len(each) >= NEAR_FROM)
    return _NOTHING.union(*(tables.items[each] for each in long if each[0] == word[0]))


def _apart(run: str, tables: Tables) -> list[tuple[str, frozenset[str]]]:
    """Words run together, when they fill the run; of several ways the one with fewest words."""
    run = run[:LONGEST_RUN]
    best = {0: (0, 0)}  # by end: words needed up to there, and where the last of them begins
    for end in range(1, len(run) + 1):
        ways = [
            (needed + 1, -start)
            for start, (needed, _) in best.items()
            if end - start <= LONGEST_WORD and run[start:end] in tables.items
        ]
        if ways:
            needed, start = min(ways)
            best[end] = needed, -start
    if best.get(len(run), (0, 0))[0] < FEWEST_RUN:
        return []
    found: list[tuple[str, frozenset[str]]] = []
    end = len(run)
    while end:
        start = best[end][1]
        found.append((run[start:end], tables.items[run[start:end]]))
        end = start
    return found[::-1] if _is_one_language(items for _, items in found) else []


def _is_one_language(parts: Iterable[frozenset[str]]) -> bool:
    spoken = ({item.partition(":")[0] for item in items} for items in parts)
    return bool(set.intersection(*spoken))
