"""Which rules a row of words meets.

Every rule is tried where its first item stands, so the work is bounded by words times rules.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from flows.safety.spelling import Token
from flows.safety.tables import END, Rule, Tables

SILENT: frozenset[str] = frozenset()
LONG = 9
"""Signs of an item, with its language, that is told although a sign of it is wrong."""


def without_idioms(tokens: Sequence[Token], tables: Tables) -> list[Token]:
    """The words, those that an idiom takes emptied: they say nothing any more."""
    taken = {at for _, places in _all(tables.idioms, tokens) for at in places}
    return [Token("", SILENT, each.ends) if at in taken else each for at, each in enumerate(tokens)]


def met(tokens: Sequence[Token], tables: Tables) -> list[Rule]:
    """Every rule that is met, as often as it is."""
    return [rule for rule, _ in _all(tables.rules, tokens)]


def perhaps_met(tokens: Sequence[Token], tables: Tables) -> list[Rule]:
    """The rules that would be met with one slip mended, each as level 1."""
    return [
        replace(rule, level=1)
        for start, token in enumerate(tokens)
        for item in (*token.items, *token.maybe)
        for rule in tables.rules.get(item, ())
        if _is_telling(rule) and _places(rule, tokens, start, slips=1)
    ]


def _is_telling(rule: Rule) -> bool:
    """Whether enough is left of a rule with a slip in it: several items, or one long word."""
    first, *more = (each for each in rule.items if each != END)
    return bool(more) or len(first) >= LONG


def _all(
    rules: Mapping[str, Sequence[Rule]], tokens: Sequence[Token]
) -> Iterator[tuple[Rule, list[int]]]:
    for start, token in enumerate(tokens):
        for item in token.items:
            for rule in rules.get(item, ()):
                places = _places(rule, tokens, start)
                if places:
                    yield rule, places


def _places(rule: Rule, tokens: Sequence[Token], start: int, slips: int = 0) -> list[int]:
    """Where the items of a rule stand that begins here; empty when it is not met.

    Args:
        rule: Whose first item stands, or may stand, at `start`.
        tokens: The words.
        start: Where it begins.
        slips: How many items may be there only with a slip mended.
    """
    slips -= rule.items[0] not in tokens[start].items
    places = [start]
    for item, gap in zip(rule.items[1:], rule.gaps[1:], strict=True):
        last = places[-1]
        if item == END:
            if not tokens[last].ends:
                return []
            continue
        ahead = range(last + 1, min(len(tokens), last + 2 + gap))
        place = next((each for each in ahead if item in tokens[each].items), None)
        if place is None and slips > 0:
            place = next((each for each in ahead if item in tokens[each].maybe), None)
            slips -= 1
        if place is None:
            return []
        places.append(place)
    return places
