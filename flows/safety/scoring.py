"""What the model makes of a text: how likely it is a cry for help, and which.

A long message is also looked at in windows, or a cry in the middle of it would be lost.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flows.model import Crisis
from flows.wording.classifier import Classifier

ORDINARY = "ordinary"
MODEL = Path(__file__).parent / "models" / "crisis.json"
PERHAPS, SURE = 0.2, 0.8
"""From which likelihood on a whole text makes level 1, and level 2; set for recall."""
PERHAPS_ALONE = 0.5
"""From which likelihood on a single word makes level 1: a name is soon like something."""
NEVER = 2.0
"""A likelihood that nothing has: a single word is never sure."""
PERHAPS_WITHIN, SURE_WITHIN = 0.5, 0.95
"""The same for one of many windows: each is another chance to be wrong."""
WINDOW, STEP = 12, 6
"""Words of a window, and from one to the next."""
SHORT = 16
"""Words up to which a text is only looked at as a whole."""


@dataclass(frozen=True, slots=True)
class Score:
    """A level, and the likeliest kind."""

    level: int
    kind: Crisis
    likelihood: float


@cache
def model() -> Classifier:
    """The trained model, read once."""
    return Classifier.load(MODEL)


def score(piece: str) -> Score:
    """The most that is found in a folded piece of text; of a single word at most level 1."""
    read = model().passage(piece)
    size = len(read.said)
    perhaps, sure = (PERHAPS, SURE) if size > 1 else (PERHAPS_ALONE, NEVER)
    found = [_scored(read.probabilities(), perhaps, sure)]
    if size > SHORT:
        windows = {tuple(read.said[at : at + WINDOW]): at for at in range(0, size - STEP, STEP)}
        found += [
            _scored(read.probabilities(at, at + WINDOW), PERHAPS_WITHIN, SURE_WITHIN)
            for at in windows.values()
        ]
    return max(found, key=lambda each: (each.level, each.likelihood))


def _scored(chances: Mapping[str, float], perhaps: float, sure: float) -> Score:
    kind = max(Crisis, key=lambda each: chances[each.value])
    likelihood = 1.0 - chances[ORDINARY]
    level = 2 if likelihood >= sure else int(likelihood >= perhaps)
    return Score(level, kind, likelihood)
