"""How each kind of notice is said: the one table of what may wait, be repeated, or be stopped."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

from flows.model import NoticeKind, Reminded

_QUARTER = timedelta(minutes=15)


class Patience(Enum):
    """What becomes of it in quiet hours, and in the phone-free hours of a pupil."""

    NONE = auto()  # nobody hears it: a card changes in its place, a message goes
    OR_NOW = auto()  # it waits where it is still of use afterwards, else it is said now
    OR_NEVER = auto()  # it waits where it is still of use afterwards, else it is left out


@dataclass(frozen=True, slots=True)
class Manner:
    """How one kind is said.

    Attributes:
        repeat: Where nobody knows whether it arrived: said once more, rather twice than never.
            Else it is not: the home screen shows what it said, or it may not come twice.
        patience: What becomes of it in hours without sounds.
        in_time: So long before the start of its talk, or its end, it must be there to be of use.
        wanted: Choices of `Reminded` with which a person gets it.
    """

    repeat: bool = False
    patience: Patience = Patience.OR_NOW
    in_time: timedelta = _QUARTER
    wanted: frozenset[Reminded] = frozenset(Reminded)


_TOLD = Manner()
_AGAIN = Manner(repeat=True)
_NOT_HEARD = Manner(repeat=True, patience=Patience.NONE)
_BOTH = frozenset({Reminded.ALL, Reminded.DAY})

MANNERS: Mapping[NoticeKind, Manner] = {
    NoticeKind.BOOKED: _TOLD,
    NoticeKind.CANCELLED: _TOLD,
    NoticeKind.MOVED: _TOLD,
    NoticeKind.EVENING: Manner(
        repeat=True, patience=Patience.OR_NEVER, wanted=frozenset({Reminded.ALL})
    ),
    NoticeKind.MORNING: Manner(repeat=True, wanted=_BOTH),
    NoticeKind.HOUR: Manner(repeat=True, in_time=timedelta(minutes=45), wanted=_BOTH),
    NoticeKind.CARD: _NOT_HEARD,
    NoticeKind.VANISH: _NOT_HEARD,
    NoticeKind.DIGEST: _TOLD,
    NoticeKind.SHEET: _TOLD,
    NoticeKind.DAYLIST: _AGAIN,
    NoticeKind.AWAY: _AGAIN,
    NoticeKind.BACK: _AGAIN,
    NoticeKind.LATE: _TOLD,
    NoticeKind.PLACE: _TOLD,
    NoticeKind.LAPSED: _TOLD,
    NoticeKind.ASK: _TOLD,
    NoticeKind.ENDED: _TOLD,
    NoticeKind.NOBODY: _TOLD,
    NoticeKind.DAILY: _TOLD,
    NoticeKind.FEEDBACK: Manner(patience=Patience.OR_NEVER, wanted=_BOTH),
    NoticeKind.OFFER: Manner(in_time=timedelta(minutes=10)),
    NoticeKind.APART: _TOLD,
}
REPEATED = frozenset(kind for kind, manner in MANNERS.items() if manner.repeat)
"""What is said once more where nobody knows whether it arrived."""
