"""A message as a row of signs: every word looked up in all tables, the doubtful ones settled."""

import re
from collections.abc import Callable

from flows.understanding.calendar.lexicon import Meanings, Signs, lexicon
from flows.understanding.calendar.looking import looked_up
from flows.understanding.calendar.signs import UNKNOWN, Sign
from flows.understanding.calendar.tokens import tokens
from flows.wording.folding import fold

_SATURDAY = 5
MOST = 200
"""Signs of a message that are read."""


def signs(text: str) -> list[Sign]:
    """The signs of a message, at most `MOST`."""
    known = lexicon()
    lowered = text.lower()
    for word, meant in known.respelled.items():
        if word in lowered:
            lowered = re.sub(rf"\b{word}\b", meant, lowered)
    plain = fold(lowered).replace("'", "")
    return settled(looked_up(tokens(plain, known.words)[:MOST], known))[:MOST]


def settled(found: list[Meanings]) -> list[Sign]:
    """One meaning for each word: weekdays that are words too count only beside a date or time."""
    row: list[Sign] = []
    for at, meanings in enumerate(found):
        if len(meanings) == 1 and meanings[0][0].letter not in "uw":
            row.extend(meanings[0])
            continue
        ahead = [sign for each in found[at + 1 : at + 4] for sign in each[0]]
        before = "".join(sign.letter for sign in row[-3:])
        after = "".join(sign.letter for sign in ahead[:3])
        row.extend(_chosen(meanings, before, after, ahead[0].language if ahead else ""))
    return [each for at, sign in enumerate(row) for each in _located(row[at - 1], sign, at)]


def _located(before: Sign, sign: Sign, at: int) -> tuple[Sign, ...]:
    """A number with "de": the eleventh in Dutch, at eleven after a Turkish word."""
    if at and sign == Sign("F", sign.value, "de") and before.language == "tr":
        return Sign("a"), Sign("N", sign.value, "digit")
    return (sign,)


def _chosen(meanings: Meanings, before: str, after: str, following: str) -> Signs:
    """The meaning that fits between what stands before and after."""
    by_letter = {meaning[0].letter: meaning for meaning in reversed(meanings)}
    for letter, fits in _FITTING.items():
        if letter in by_letter and fits(before, after, following):
            return by_letter[letter]
    for letter in "uw":
        if letter not in by_letter:
            continue
        first, *rest = by_letter[letter]
        if _is_weekday(letter, before, after, school_day=first.value < _SATURDAY):
            return (Sign("W", first.value, first.language), *rest)
    unfit = "uw#U" if by_letter.keys() & {"j", "P"} else "uw#"
    return next((each for each in meanings if each[0].letter not in unfit), (UNKNOWN,))


_FITTING: dict[str, Callable[[str, str, str], bool]] = {
    "z": lambda _before, after, _following: bool(re.match(r"[N1q]?[UoO]|[Nq]U?O", after)),
    "t": lambda before, after, _following: bool(
        re.search(r"(?:q|N|NU)$", before) and re.match(r"h?[NO]", after)
    ),
    "#": lambda before, after, _following: after[:1] == "N" or before[-1:] == "N",
    "U": lambda before, after, _following: (
        bool(re.search(r"[iIzZ][N1]?$", before)) or after[:1] == "A"
    ),
    "N": lambda before, after, following: (
        before[-1:] == "s" or (following == "tr" and after[:1] in tuple("UJE"))
    ),
}
"""For words of several meanings: when the rarer one is meant. "On" is ten in Turkish."""

_BEFORE = re.compile(r"[TKHL]U?d?$|jd?$|[WR],?$")
_OWNED = re.compile(r"[V1NOC]$|fV?$")
_AFTER = re.compile(r"$|[as]?(?:C|[NO1](?:[oxyMk,Jd]|$)|h[NO1]|q)|[BrFPMk]|[ND][Mk]")
_LISTED = re.compile(r"j[Wuw]")
_ENDED = re.compile(r"[,TKHL]?$|,")


def _is_weekday(letter: str, before: str, after: str, *, school_day: bool) -> bool:
    """Whether a short or doubtful name of a weekday stands where a day would stand.

    A short one (`u`) may end a message; a doubtful one (`w`) only after a word that leads to a
    day, or alone when it is a day of school. Neither belongs to somebody: "mijn ma" is a mother.
    """
    if _OWNED.search(before) or after.startswith("O"):
        return False
    leads = bool(_BEFORE.search(before)) or (not before and school_day and after in {"", ","})
    listed = school_day and _LISTED.match(after)
    if listed or (_AFTER.match(after) and after):
        return True
    return bool(_ENDED.match(after)) and (letter == "u" or leads)
