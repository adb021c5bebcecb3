"""What delivery asks of a channel: take a notice to its person, and say what came of it."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Protocol

from flows.model import Claimed, MessageId
from flows.notices import Ready, Removal


class Fate(StrEnum):
    """What became of a notice."""

    SENT = "sent"
    DROPPED = "dropped"  # this channel has no use for it
    NOT_SENT = "not-sent"  # it surely never arrived: again later
    UNKNOWN = "unknown"  # it may have arrived: decided per kind
    REFUSED = "refused"  # never again
    GONE = "gone"  # its person cannot be reached any more


@dataclass(frozen=True, slots=True)
class Carried:
    """The fate of one notice.

    Attributes:
        fate: What to do about it.
        reason: One of a few fixed words in kebab case, fit for logs and the outbox.
        retry_after: How long to wait before the next try, where the channel says so.
        all_wait: Whether it says so of everything that is sent, not of this notice only.
        message: What it became in the person's chat.
    """

    fate: Fate
    reason: str
    retry_after: timedelta | None = None
    all_wait: bool = False
    message: MessageId | None = None


class Carrier(Protocol):
    """One channel."""

    async def carry(self, claimed: Claimed, ready: Ready) -> Carried:
        """Try once; anything raised is our own fault, from before anything was sent."""

    async def take_away(self, removal: Removal) -> Carried:
        """Take a message away, once."""
