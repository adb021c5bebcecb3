"""A message as a row of signs: every word looked up in all tables, the doubtful ones settled."""

import re
from collections.abc import Iterator

from flows.understanding.calendar.lexicon import Lexicon, Meanings, lexicon
from flows.understanding.calendar.signs import UNKNOWN, Sign
from flows.understanding.calendar.tokens import Token, tokens
from flows.understanding.ordinary import ordinary
from flows.wording.folding import fold

MOST = 200
"""Signs of a message that are read."""
_ARABIC_PREFIXES = "وفبلك"


def signs(text: str) -> list[Sign]:
    """The signs of a message, at most `MOST`."""
    known = lexicon()
    lowered = text.lower()
    for word, meant in known.respelled.items():
        if word in lowered:
            lowered = re.sub(rf"\b{word}\b", meant, lowered)
    return settled(list(_looked_up(tokens(fold(lowered).replace("'", ""))[:MOST], known)))[:MOST]


def _looked_up(found: list[Token], known: Lexicon) -> Iterator[Meanings]:
    """All meanings of each token or phrase, the longest phrase first."""
    at = 0
    while at < len(found):
        token = found[at]
        if token.signs:
            yield (token.signs,)
            at += 1
            continue
        words, meanings = _phrase(found, at, known)
        yield meanings
        at += words


def _phrase(found: list[Token], at: int, known: Lexicon) -> tuple[int, Meanings]:
    """How many words the longest known phrase has that begins here, and what it means."""
    first = _first(found[at].word, known)
    for words in range(min(known.longest.get(first, 0), len(found) - at), 0, -1):
        rest = [each.word for each in found[at + 1 : at + words]]
        if meanings := known.meanings.get(" ".join((first, *rest))):
            return words, meanings
    return 1, ((UNKNOWN,),)


def _first(word: str, known: Lexicon) -> str:
    """The word as the tables have it: without an Arabic prefix, without a typing error."""
    if word in known.longest or word in ordinary():
        return word
    if word[0] in _ARABIC_PREFIXES:
        bare = "ال" + word[2:] if word.startswith("لل") else word[1:]
        if bare in known.longest and bare[1:]:
            return bare
    return known.speller.meant(word) or word


def settled(found: list[Meanings]) -> list[Sign]:
    """One meaning for each word: weekdays that are words too count only beside a date or time."""
    row: list[Sign] = []
    firsts = "".join(meanings[0][0].letter for meanings in found)
    for at, meanings in enumerate(found):
        row.extend(_chosen(meanings, firsts, at))
    return row


def _chosen(meanings: Meanings, firsts: str, at: int) -> tuple[Sign, ...]:
    if len(meanings) == 1 and meanings[0][0].letter not in "uw":
        return meanings[0]
    before, after = firsts[max(0, at - 3) : at], firsts[at + 1 : at + 4]
    for meaning in meanings:
        letter = meaning[0].letter
        if letter in "uw" and _is_weekday(letter, before, after):
            return (Sign("W", meaning[0].value, meaning[0].language), *meaning[1:])
        if letter == "H" and meaning[0].language == "pl" and after[:1] in tuple("WUuw"):
            return meaning
    return next((each for each in meanings if each[0].letter not in "uwH"), _only(meanings))


def _only(meanings: Meanings) -> tuple[Sign, ...]:
    return meanings[0] if meanings[0][0].letter not in "uw" else (UNKNOWN,)


_BEFORE = re.compile(r"[TKHL]d?$|jd?$|[,WR]$|^$")
_OWNED = re.compile(r"[V1]$|fV?$")
_AFTER = re.compile(r"$|a?(?:C|[NO1](?:[oxyMk,J]|$)|h[NO1]|q)|B|F|P|D?[Mk]|[N]?[Mk]")
_ENDED = re.compile(r"[,TKHL]?$|,")


def _is_weekday(letter: str, before: str, after: str) -> bool:
    """Whether a short or doubtful name of a weekday stands where a day would stand.

    A short one (`u`) may end a message; a doubtful one (`w`) only after a word that leads to a
    day, or alone. Neither belongs to somebody: "mijn ma" is a mother.
    """
    if _OWNED.search(before):
        return False
    leads = bool(_BEFORE.search(before))
    if _AFTER.match(after) and after:
        return leads or letter == "u" or after[:1] != "P"
    return bool(_ENDED.match(after)) and (letter == "u" or leads)
