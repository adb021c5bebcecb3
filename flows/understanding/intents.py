"""What somebody wants: acted on when it is sure, else the likeliest are offered."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from flows.wording.classifier import Classifier

UNKNOWN = "unknown"
MODELS = Path(__file__).parent / "models"
LIKELY, AHEAD = 0.6, 0.2
"""How likely the first must be, and how far ahead of the next (docs/understanding.md)."""
OFFERED = 3


class Script(StrEnum):
    """Letters of a text; a model for each, with all the languages written in it."""

    LATIN = "latin"
    ARABIC = "arabic"
    CYRILLIC = "cyrillic"


_ARABIC = re.compile("[\u0600-\u06ff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[a-z]")


def script_of(folded: str) -> Script:
    """The script of most letters of a folded text; Latin where no letter is known."""
    counted = {
        Script.LATIN: len(_LATIN.findall(folded)),
        Script.ARABIC: len(_ARABIC.findall(folded)),
        Script.CYRILLIC: len(_CYRILLIC.findall(folded)),
    }
    return max(counted, key=lambda each: counted[each])


def model_of(script: Script) -> Path:
    """The file of a script's model."""
    return MODELS / f"{script}.json"


@dataclass(frozen=True, slots=True)
class Judged:
    """What is made of a text.

    Attributes:
        intent: What to act on; `unknown` where one must ask.
        suggestions: The likeliest intents, best first, without `unknown`.
        confidence: Of the likeliest class, `unknown` among them; from 0 to 1.
    """

    intent: str
    suggestions: tuple[str, ...]
    confidence: float


def judged(chances: Mapping[str, float]) -> Judged:
    """Decide by how likely each class is; as likely ones in the order of their names.

    Args:
        chances: Classes with `unknown` among them, which sum to 1.
    """
    ranked = sorted(chances, key=lambda each: (-chances[each], each))
    first, second = chances[ranked[0]], chances[ranked[1]]
    is_sure = first >= LIKELY and first - second >= AHEAD
    wanted = [each for each in ranked if each != UNKNOWN]
    return Judged(ranked[0] if is_sure else UNKNOWN, tuple(wanted[:OFFERED]), first)


@dataclass(frozen=True, slots=True)
class Intents:
    """The models, read once."""

    models: Mapping[Script, Classifier]

    @classmethod
    def load(cls) -> "Intents":
        """Read them from beside this file."""
        return cls({each: Classifier.load(model_of(each)) for each in Script})

    def of(self, anonymous: str) -> Judged:
        """What is wanted.

        Args:
            anonymous: A folded text without names, as `masking.anonymous` gives it.
        """
        return judged(self.models[script_of(anonymous)].probabilities(anonymous))
