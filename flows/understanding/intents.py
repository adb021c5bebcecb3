"""What somebody wants: acted on when it is sure, else the likeliest are offered."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

UNKNOWN = "unknown"
MODEL = Path(__file__).parent / "models" / "intents.json"
LIKELY, AHEAD = 0.5, 0.15
"""How likely the first must be, and how far ahead of the next (docs/understanding.md)."""
OFFERED = 3


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
