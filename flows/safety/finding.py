"""What a message was found to be; nothing of its words."""

from dataclasses import dataclass
from enum import Enum

from flows.model import Crisis


class Subject(Enum):
    """Who is in need, as far as the message says."""

    SELF = "self"
    CHILD = "child"
    FRIEND = "friend"


@dataclass(frozen=True, slots=True)
class Finding:
    """How much a message is a cry for help, and what about.

    Attributes:
        level: 0 nothing, 1 perhaps (a gentle line), 2 explicit (the card at once).
        kind: None at level 0, and where it is not clear.
        subject: Whom the message speaks of.
        language: In which it seems to be written, two letters; None when that is not clear.
    """

    level: int
    kind: Crisis | None = None
    subject: Subject = Subject.SELF
    language: str | None = None
