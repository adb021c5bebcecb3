"""Signed links in mail: a step that one person may take until a moment, once.

A link holds the person's number, when it ends, the packed step, and a signature over the three.
No table knows of it: that it works once is the inbox's doing, whose update number is made from
what was signed. These numbers have their 62nd bit set, which no update of Telegram has.
"""

from base64 import b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.mail.offers import is_linked
from flows.hours.presence import day_span, local_date
from flows.model import PersonId
from flows.packing import Do, UnknownStepError
from flows.steps import unpack

PATH = "/l/"
LONGEST = timedelta(hours=48)
LONGEST_TOKEN = 200
_BITS = 61
"""Of an update number that tell links apart; the one above them says that it is of a link."""
_MINUTE = timedelta(minutes=1)
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


class Signer(Protocol):
    """What makes signatures that nobody else can make."""

    def sign(self, text: str) -> bytes:
        """32 bytes over a text."""

    def signed(self, text: str, signature: bytes) -> bool:
        """Tell whether a signature is ours."""


@dataclass(frozen=True, slots=True)
class Link:
    """What a token says, once its signature is ours.

    Attributes:
        person: Who may take it.
        step: What it does.
        ends_at: From when on it does nothing, aware UTC.
        update: Its number in the inbox: 62 bits, the same whenever it is pressed.
    """

    person: PersonId
    step: Do
    ends_at: datetime
    update: int


class Links:
    """Makes links and reads them back."""

    def __init__(self, signer: Signer, public_url: str, zone: ZoneInfo) -> None:
        self._signer = signer
        self._public_url = public_url
        self._zone = zone

    def address(self, person: PersonId, step: Do, now: datetime) -> str:
        """A web address that holds until the end of tomorrow, 48 hours at most."""
        tomorrow = local_date(now, self._zone) + timedelta(days=1)
        ends_at = min(day_span(tomorrow, self._zone).end, now.astimezone(UTC) + LONGEST)
        said = f"{person:x}~{(ends_at - _EPOCH) // _MINUTE:x}~{step.pack()}"
        signature = urlsafe_b64encode(self._signer.sign(_signed(said))).decode().rstrip("=")
        return f"{self._public_url}{PATH}{said}~{signature}"

    def read(self, token: str) -> Link | None:
        """What a token says; None for anything that was never made here, whatever it is."""
        said, _, signature = token.rpartition("~")
        if not token.isascii() or len(token) > LONGEST_TOKEN:
            return None
        try:
            given = b64decode(f"{signature}=", altchars=b"-_", validate=True)
        except ValueError:
            return None
        return _link(said) if self._signer.signed(_signed(said), given) else None


def _signed(said: str) -> str:
    return f"link {said}"


def _link(said: str) -> Link | None:
    """What was signed; None for a step that this version no longer links."""
    person, minutes, packed = said.split("~")
    try:
        step = unpack(packed)
    except UnknownStepError:
        return None
    if not isinstance(step, Do) or not is_linked(step):
        return None
    number = int.from_bytes(sha256(said.encode()).digest()) >> 256 - _BITS
    ends_at = _EPOCH + int(minutes, 16) * _MINUTE
    return Link(PersonId(int(person, 16)), step, ends_at, 1 << _BITS | number)
