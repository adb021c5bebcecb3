"""Whether a message is a cry for help. Pure: asks nothing, keeps nothing, never raises.

All languages are held against every message, whatever language a person set. Negation, jokes, past
tense and speaking of somebody else do not switch anything off; only idioms do.
"""

from collections.abc import Sequence

from flows.model import Crisis
from flows.safety.finding import Finding, Subject
from flows.safety.matching import met, perhaps_met, without_idioms
from flows.safety.scoring import Score, score
from flows.safety.spelling import Token, mended, pieces, tokens
from flows.safety.tables import Rule, tables
from flows.safety.tongues import language_of

NOTHING = Finding(0)
_KINDS = list(Crisis)


def detect(text: str) -> Finding:
    """How much a message is a cry for help, what about and in which language.

    Args:
        text: As it was typed; only the first 4,096 signs are read.

    Returns:
        The most explicit of what was found anywhere in it.
    """
    known, read = tables(), pieces(text)
    rows = [without_idioms(tokens(each, known), known) for each in read]
    rules = [rule for row in rows for rule in met(row, known)] or [
        rule for row in rows for rule in perhaps_met(mended(row, known), known)
    ]
    scores = [score(_left(each, row)) for each, row in zip(read, rows, strict=True) if row]
    level = max([*(each.level for each in rules), *(each.level for each in scores)], default=0)
    if not level:
        return NOTHING
    told = max((each for each in rules if each.level == level), key=_weight, default=None)
    kind = _kind(told, scores, level)
    spoken = language_of(text, told.language if told else None)
    return Finding(level, kind, _subject(rows), spoken)


def _left(piece: str, row: Sequence[Token]) -> str:
    """A piece as it is, or what idioms left of it."""
    if all(each.word for each in row):
        return piece
    return " ".join(each.word for each in row if each.word)


def _kind(told: Rule | None, scores: Sequence[Score], level: int) -> Crisis | None:
    """What the rule says, or else the model, where either is that sure."""
    if told is not None and told.kind is not None:
        return told.kind
    likeliest = max(scores, key=lambda each: each.likelihood, default=None)
    return likeliest.kind if likeliest is not None and likeliest.level == level else None


def _weight(rule: Rule) -> tuple[bool, int, int, tuple[str, ...]]:
    """A rule with a kind before one without, the longer before the shorter; never a tie."""
    rank = _KINDS.index(rule.kind) if rule.kind else 0
    return rule.kind is not None, len(rule.items), -rank, rule.items


def _subject(rows: Sequence[Sequence[Token]]) -> Subject:
    """Whom it speaks of: a child before a friend, for the child's parent then writes."""
    said = {item.partition(":")[2] for row in rows for each in row for item in each.items}
    for subject in (Subject.CHILD, Subject.FRIEND):
        if subject.value in said:
            return subject
    return Subject.SELF
