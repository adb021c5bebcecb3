"""A text as it is typed, and what it means: who, when, what for; a cry for help first."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from flows.model import Crisis, WorkerId
from flows.safety.detecting import detect
from flows.safety.finding import Finding
from flows.understanding.dates import find_when
from flows.understanding.intents import Intents
from flows.understanding.masking import anonymous, blotted
from flows.understanding.names import find_worker
from flows.understanding.roster import Entry
from flows.wording.folding import LONGEST


@dataclass(frozen=True, slots=True)
class Understood:
    """What is made of one text; nothing in it quotes the text.

    Attributes:
        intent: What the bot acts on by itself; `unknown` when it asks.
        suggestions: The three likeliest intents, best first, never `unknown`.
        confidence: Of the likeliest, 0 to 1.
        crisis: The level the person is shown: 0, 1 or 2.
        crisis_kind: What kind of crisis; None where the level is 0 or the kind is not clear.
        worker: Who is named; None for nobody or for more than one.
        date: The likeliest reading; a span gives its first day.
        dates: All readings, ascending.
        time: On the programme's clocks.
        past: What is asked about has been.
    """

    intent: str
    suggestions: tuple[str, ...]
    confidence: float
    crisis: int
    crisis_kind: Crisis | None
    worker: WorkerId | None
    date: dt.date | None
    dates: tuple[dt.date, ...]
    time: dt.time | None
    past: bool


def understand(
    text: str,
    now: dt.datetime,
    zone: ZoneInfo,
    roster: Sequence[Entry],
    intents: Intents,
    finding: Finding | None = None,
) -> Understood:
    """What a text means; any text, the empty one too, has an answer.

    Args:
        text: As it came; its first 600 signs are read, for a cry for help more of them.
        now: The text's own moment, aware.
        zone: Where its dates are told.
        roster: Who may be named.
        intents: The models, read once.
        finding: What `detect` says of the text, where it was asked before.
    """
    finding = finding or detect(text)
    read = text[:LONGEST]
    named = find_worker(read, roster)
    when = find_when(blotted(read, named.spans), now, zone)
    wanted = intents.of(anonymous(read, named.spans))
    return Understood(
        wanted.intent,
        wanted.suggestions,
        wanted.confidence,
        finding.level,
        finding.kind,
        named.worker,
        when.date,
        when.dates,
        when.time,
        when.past,
    )
