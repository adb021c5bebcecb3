"""A text as it is typed, and what it means: who, when, what for; a cry for help first."""

import datetime as dt
from dataclasses import dataclass

from flows.model import WorkerId
from flows.understanding.intents import MODEL, judged
from flows.wording.classifier import Classifier
from flows.wording.folding import fold


@dataclass(frozen=True, slots=True)
class Understood:
    """What is made of one text; nothing in it quotes the text.

    Attributes:
        intent: What the bot acts on by itself; `unknown` when it asks.
        suggestions: The three likeliest intents, best first, never `unknown`.
        confidence: Of the likeliest, 0 to 1.
        crisis: The level the person is shown: 0, 1 or 2.
        crisis_kind: What kind of crisis; None where the level is 0.
        worker: Who is named; None for nobody or for more than one.
        date: The likeliest reading; a span gives its first day.
        dates: All readings, ascending.
        time: On the programme's clocks.
        past: What is asked about has been.
    """

    intent: str
    suggestions: tuple[str, ...]
    confidence: float
    crisis: int = 0
    crisis_kind: str | None = None
    worker: WorkerId | None = None
    date: dt.date | None = None
    dates: tuple[dt.date, ...] = ()
    time: dt.time | None = None
    past: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """The models, read once."""

    intents: Classifier

    @classmethod
    def load(cls) -> "Reader":
        """Read the models that stand beside this file."""
        return cls(Classifier.load(MODEL))


def understand(text: str, reader: Reader) -> Understood:
    """What a text means; any text, the empty one too, has an answer.

    Args:
        text: As it came; its first 600 signs are read.
        reader: The models.
    """
    found = judged(reader.intents.probabilities(fold(text)))
    return Understood(found.intent, found.suggestions, found.confidence)
