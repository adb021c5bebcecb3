"""Which rules a row of words meets.

A rule is tried where its first item stands and its second may follow, so the work is bounded by
words times rules.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flows.safety.spelling import Token
from flows.safety.tables import END, FARTHEST, Index, Rule, Tables, rule

SILENT: frozenset[str] = frozenset()
LONG = 9
"""Signs of an item, with its language, that is told although a sign of it is wrong."""


def without_idioms(tokens: Sequence[Token], tables: Tables) -> list[Token]:
    """The words, those that an idiom takes emptied: they say nothing any more."""
    taken = {at for _, places in _all(tables.idioms, tokens) for at in places}
    return [Token("", SILENT, each.ends) if at in taken else each for at, each in enumerate(tokens)]


def met(tokens: Sequence[Token], tables: Tables) -> list[Rule]:
    """Every rule that is met, as often as it is."""
    return [each for each, _ in _all(tables.rules, tokens)]


def perhaps_met(tokens: Sequence[Token], tables: Tables) -> list[Rule]:
    """The rules that would be met with one slip mended, each as level 1."""
    return [
        replace(begun, level=1)
        for start, begun in _begun(tables.rules, [each.items | each.maybe for each in tokens])
        if _is_telling(begun) and _places(begun, tokens, start, slips=1)
    ]


def _is_telling(whole: Rule) -> bool:
    """Whether enough is left of a rule with a slip in it: several items, or one long word."""
    first, *more = (each for each in whole.items if each != END)
    return bool(more) or len(first) >= LONG


def _all(rules: Index, tokens: Sequence[Token]) -> Iterator[tuple[Rule, list[int]]]:
    for start, begun in _begun(rules, [each.items for each in tokens]):
        places = _places(begun, tokens, start)
        if places:
            yield begun, places


def _begun(rules: Index, row: Sequence[frozenset[str]]) -> Iterator[tuple[int, Rule]]:
    """Where the first item of a rule stands, and its second near enough after it.

    Args:
        rules: Which.
        row: What each word stands for, or may.
    """
    for start, items in enumerate(row):
        begun = [rules[item] for item in items if item in rules]
        if begun:
            ahead = frozenset((END,)).union(*row[start + 1 : start + 1 + FARTHEST])
            for seconds in begun:
                for second in ahead & seconds.keys():
                    for line in seconds[second]:
                        yield start, rule(line)


def _places(begun: Rule, tokens: Sequence[Token], start: int, slips: int = 0) -> list[int]:
    """Where the items of a rule stand that begins here; empty when it is not met.

    Args:
        begun: Whose first item stands, or may stand, at `start`.
        tokens: The words.
        start: Where it begins.
        slips: How many items may be there only with a slip mended.
    """
    slips -= begun.items[0] not in tokens[start].items
    places = [start]
    for item, gap in zip(begun.items[1:], begun.gaps[1:], strict=True):
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
