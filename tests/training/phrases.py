"""The files of phrases: a table an intent, in it an array a hand.

`nl.toml` has phrases as they are typed, `nl.patterns.toml` those that many are made of.
"""

import hashlib
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import flows.understanding
from tests.training.patterns import is_pattern, spoken

FOLDER = Path(flows.understanding.__file__).parent / "phrases"
_WORTH = 5.0
"""What all the phrases of one pattern count together, at most."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What somebody may type.

    Attributes:
        text: As it is typed.
        intent: What is meant, or `unknown`.
        hand: Whose way of writing it is: a pupil, b parent, c neat, d one word and spoken,
            e patterns.
        language: The file it stands in.
        weight: How much it counts; less where a pattern made many of it.
    """

    text: str
    intent: str
    hand: str
    language: str
    weight: float = 1.0


def phrases(folder: Path = FOLDER) -> list[Phrase]:
    """All phrases of all languages, in the order of languages, intents and hands."""
    return [
        made
        for file in sorted(folder.glob("*.toml"))
        for intent, hands in sorted(tomllib.loads(file.read_text("utf-8")).items())
        for hand, texts in sorted(hands.items())
        for text in texts
        for made in _made(Phrase(text, intent, hand, file.name[:2]))
    ]


def digest(read: Iterable[Phrase]) -> str:
    """SHA-256 of phrases, hexadecimal."""
    lines = (f"{each.language} {each.intent} {each.hand} {each.text}\n" for each in read)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def weighed(written: str) -> list[tuple[str, float]]:
    """A phrase, or what a pattern says, each with how much it counts."""
    if not is_pattern(written):
        return [(written, 1.0)]
    texts = spoken(written)
    return [(each, min(1.0, _WORTH / len(texts))) for each in texts]


def _made(phrase: Phrase) -> list[Phrase]:
    return [replace(phrase, text=text, weight=weight) for text, weight in weighed(phrase.text)]
