"""What a person sees, before it has words: text ids, values and buttons."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Union

from flows.model import AppointmentId, MessageId, Spoken, Unmet
from flows.packing import Step

MAX_ACTIONS = 3
MAX_CHOICES = 8


@dataclass(frozen=True, slots=True)
class Clock:
    """A moment of which only the time of day is shown."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Wall:
    """A time of day on the wall, of no date."""

    time: time

    @classmethod
    def at(cls, ticks: int) -> "Wall":
        """So many times five minutes after midnight; at most 23:55."""
        hours, rest = divmod(min(ticks, 24 * 12 - 1), 12)
        return cls(time(hours, 5 * rest))


@dataclass(frozen=True, slots=True)
class Short:
    """A date on a button: short names of day and month."""

    on: date


@dataclass(frozen=True, slots=True)
class Tongues:
    """Languages by their two-letter codes, named in the reader's own."""

    codes: tuple[str, ...]


Value = Union[str, int, date, datetime, Clock, Wall, Short, Tongues, Spoken, "Line"]
"""What a text may be given; dates and moments are written out in the person's language."""


@dataclass(frozen=True, slots=True)
class Line:
    """One message of the locale files with its values.

    `item` marks a row of a list (a name, a room, a time), which is no sentence.
    """

    id: str
    args: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    item: bool = False


class Tone(Enum):
    """A hint of colour; never the only sign of what a button does."""

    PLAIN = None
    GOOD = "success"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """A pictogram with one to three words (the locale file holds both) and where it leads."""

    label: Line
    step: Step
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart to be drawn: labels and numbers, ready to show.

    `cells` are (label, value, spread) from top to bottom; value and spread in requests.
    """

    title: Line
    cells: tuple[tuple[Line, int, int], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file below the text: its name, its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: an idea, a question, at most three actions, the footer.

    Attributes:
        lines: From top to bottom; the first one may show on a lock screen.
        actions: At most three.
        choices: Entries of a pick-list, at most eight, above the actions.
        back: Where the footer's back leads; None leaves it out.
        corner: What stands there instead, where nothing lies behind.
        more: Where the footer's "more" leads, in place of what lies under it everywhere.
        keep: This message stays as it is; what its buttons show comes below it.
        card: The appointment of which this message is the card.
        card_at: The message that was its card so far.
        picture: A chart below the text.
        document: A file below the text; never together with a chart.
        photo: The file of a photo above the text, where it can be shown; never with either.
        silent: Arrives without a sound.
        vanish_at: It is taken away at this moment; comes in a message of its own, if no card.
        unmet: Why whoever asked for this gets no talk by it, unless one is booked later.
        informs: It is the privacy notice of today, which is to be shown once.
    """

    lines: tuple[Line, ...]
    actions: tuple[Button, ...] = ()
    choices: tuple[Button, ...] = ()
    back: Step | None = None
    corner: Button | None = None
    more: Step | None = None
    keep: bool = False
    card: AppointmentId | None = None
    card_at: MessageId | None = None
    picture: Picture | None = None
    document: Document | None = None
    photo: Path | None = None
    silent: bool = False
    vanish_at: datetime | None = None
    unmet: Unmet | None = None
    informs: bool = False
