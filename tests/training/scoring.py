"""`python -m tests.training.scoring`: what the models make of hands that they have not seen.

Each hand in turn is left out; the patterns, which no hand wrote, are always trained on.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flows.understanding.intents import UNKNOWN, Judged, Script, judged
from flows.wording.folding import fold
from tests.training.intents import fitted, masked, of_script
from tests.training.phrases import Phrase, phrases

HANDS = "abcd"
Row = tuple[Phrase, Judged]


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of 1 over `size` phrases.

    Attributes:
        first: Of those that mean something here: the right intent is the first suggestion.
        three: The same: it is among the suggestions.
        acted: The same: one is acted on without asking.
        right: Of all that is acted on: what was meant.
        foreign: Of what means nothing here: acted on nevertheless.
    """

    size: int
    first: float
    three: float
    acted: float
    right: float
    foreign: float


def left_out(read: Sequence[Phrase]) -> Iterator[Row]:
    """Every phrase of a hand, judged by models trained on the other hands only."""
    for hand in HANDS:
        others = [each for each in read if each.hand != hand]
        seen = {fold(each.text) for each in others}
        ours = [each for each in read if each.hand == hand and fold(each.text) not in seen]
        for script in Script:
            yield from _judged(of_script(others, script), of_script(ours, script), script)


def _judged(others: list[Phrase], ours: list[Phrase], script: Script) -> Iterator[Row]:
    if not ours:
        return
    model = fitted(others, script)
    names = [str(each) for each in model.regression.classes_]
    table = model.probabilities([masked(each.text) for each in ours])
    for phrase, chances in zip(ours, table, strict=True):
        values = dict(zip(names, (float(each) for each in chances), strict=True))
        yield phrase, judged(values)


def score(rows: Sequence[Row]) -> Score:
    """How well phrases were judged."""
    known = [row for row in rows if row[0].intent != UNKNOWN]
    foreign = [row for row in rows if row[0].intent == UNKNOWN]
    acted = [row for row in rows if row[1].intent != UNKNOWN]
    return Score(
        len(rows),
        _share(each.intent == found.suggestions[0] for each, found in known),
        _share(each.intent in found.suggestions for each, found in known),
        _share(found.intent != UNKNOWN for _, found in known),
        _share(each.intent == found.intent for each, found in acted),
        _share(found.intent != UNKNOWN for _, found in foreign),
    )


def _share(hits: Iterable[bool]) -> float:
    counted = list(hits)
    return sum(counted) / len(counted) if counted else 0.0


def main() -> None:
    """Print a row a language and one for all."""
    rows = list(left_out(phrases()))
    languages = sorted({each.language for each, _ in rows})
    groups = {name: [row for row in rows if row[0].language == name] for name in languages}
    sys.stdout.write("      size  first  three  acted  right  foreign\n")
    for name, group in {**groups, "all": rows}.items():
        found = score(group)
        shares = (found.first, found.three, found.acted, found.right, found.foreign)
        told = "  ".join(f"{100 * each:5.1f}" for each in shares)
        sys.stdout.write(f"{name:4} {found.size:5}  {told}\n")


if __name__ == "__main__":
    main()
