"""The files of phrases: a table an intent, in it an array a hand."""

import hashlib
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import flows.understanding

FOLDER = Path(flows.understanding.__file__).parent / "phrases"


@dataclass(frozen=True, slots=True)
class Phrase:
    """What somebody may type.

    Attributes:
        text: As it is typed.
        intent: What is meant, or `unknown`.
        hand: Whose way of writing it is: a pupil, b parent, c neat, d one word and spoken.
        language: The file it stands in.
    """

    text: str
    intent: str
    hand: str
    language: str


def phrases(folder: Path = FOLDER) -> list[Phrase]:
    """All phrases of all languages, in the order of languages, intents and hands."""
    return [
        Phrase(text, intent, hand, file.stem)
        for file in _files(folder)
        for intent, hands in sorted(tomllib.loads(file.read_text("utf-8")).items())
        for hand, texts in sorted(hands.items())
        for text in texts
    ]


def digest(read: Iterable[Phrase]) -> str:
    """SHA-256 of phrases, hexadecimal."""
    lines = (f"{each.language} {each.intent} {each.hand} {each.text}\n" for each in read)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))
