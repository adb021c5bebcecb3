"""Words looked up in the tables: phrases before words, and what has a typing error after both.

An error is forgiven in the name of a day or month wherever it stands, in other words of a table
only beside a number or a day, and in the words of a phrase only where the phrase goes on.
"""

from flows.understanding.calendar.lexicon import Lexicon, Meanings
from flows.understanding.calendar.signs import UNKNOWN
from flows.understanding.calendar.tokens import Token
from flows.understanding.ordinary import ordinary
from flows.understanding.spelling import SHORTEST, may_mean

_ARABIC_PREFIXES = "وفبلك"
_TEMPORAL = frozenset("N1ODFCBWRTKHLMUqhgJs")
"""Letters of what a time or a date is made of."""
_BEFORE_HOUR = _TEMPORAL | set("tpnwu")
_AFTER_HOUR = _TEMPORAL | set("tpaiIvz")
_LONGEST_PHRASE = 6
_UNKNOWN: Meanings = ((UNKNOWN,),)


def looked_up(found: list[Token], known: Lexicon) -> list[Meanings]:
    """All meanings of each token or phrase, the longest phrase first."""
    row: list[Meanings] = []
    at = 0
    while at < len(found):
        if signs := found[at].signs:
            row.append((signs,))
            at += 1
            continue
        words, meanings = _phrase(found, at, known, row[-1] if row else _UNKNOWN)
        row.append(meanings)
        at += words
    return row


def _phrase(found: list[Token], at: int, known: Lexicon, before: Meanings) -> tuple[int, Meanings]:
    """How many words the longest known phrase has that begins here, and what it means."""
    after = found[at + 1] if at + 1 < len(found) else Token("")
    beside = _temporal(before, _AFTER_HOUR) or _begins_time(after, known)
    path = _first(found[at].word, known, beside, after)
    words, meanings = 1, known.meanings.get(path, _UNKNOWN)
    for further, token in enumerate(found[at + 1 : at + _LONGEST_PHRASE], start=2):
        word = _next(token.word, path, known)
        if word is None:
            break
        path = f"{path} {word}"
        if path in known.meanings:
            words, meanings = further, known.meanings[path]
    return words, meanings


def _temporal(meanings: Meanings, letters: frozenset[str] = _TEMPORAL) -> bool:
    return any(signs[0].letter in letters for signs in meanings)


def _begins_time(token: Token, known: Lexicon) -> bool:
    meanings = (token.signs,) if token.signs else known.meanings.get(token.word, _UNKNOWN)
    return _temporal(meanings, _BEFORE_HOUR)


def _first(word: str, known: Lexicon, beside: bool, after: Token) -> str:
    """The word as the tables have it: without an Arabic prefix, without a typing error."""
    if word in known.words or word in ordinary():
        return word
    if bare := _without_prefix(word, known):
        return bare
    if found := _only(known.names.meant(word), known):
        return found
    if beside and (found := _only(known.measures.meant(word), known)):
        return found
    openings = known.openings.meant(word)
    return next((each for each in openings if _next(after.word, each, known)), word)


def _only(found: tuple[str, ...], known: Lexicon) -> str | None:
    """The first of some words that all mean the same; None when they do not."""
    meant = {_said(each, known) for each in found}
    return found[0] if len(meant) == 1 else None


def _said(word: str, known: Lexicon) -> tuple[tuple[str, int], ...]:
    """What a word stands for, whatever its language."""
    return tuple((sign.letter, sign.value) for sign in known.meanings[word][0])


def _without_prefix(word: str, known: Lexicon) -> str | None:
    """An Arabic word without "and", "in", "for" before it, or without its article."""
    if word[0] in _ARABIC_PREFIXES:
        bare = "ال" + word[2:] if word.startswith("لل") else word[1:]
        if bare in known.words and bare[1:]:
            return bare
    if word.startswith("ال") and word[2:] in known.words:
        return word[2:]
    return None


def _next(typed: str, path: str, known: Lexicon) -> str | None:
    """The word with which a phrase goes on, if this is it, an error or not."""
    expected = known.following.get(path, frozenset())
    if typed in expected:
        return typed
    if (bare := _without_prefix(typed, known) if typed else None) in expected:
        return bare
    if len(typed) < SHORTEST - 2 or typed in ordinary():
        return None
    long = (word for word in expected if len(word) >= SHORTEST - 1)
    return next((word for word in sorted(long) if _may_be(typed, word, known)), None)


def _may_be(typed: str, word: str, known: Lexicon) -> bool:
    """Whether a typed word is another with an error; one that is known only if it means that."""
    if not may_mean(typed, word):
        return False
    if typed not in known.words:
        return True
    return (
        typed in known.meanings
        and word in known.meanings
        and (_said(typed, known) == _said(word, known))
    )
