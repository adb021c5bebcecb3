"""What is said at night and into a phone that is put away, and what waits."""

from datetime import datetime, timedelta

import pytest

from flows.model import NoticeKind, Reminded
from flows.reminding.manners import MANNERS, Patience
from flows.reminding.quiet import Lapse, Send, Verdict, Wait, phones_away, verdict
from tests.ports import demo_programme
from tests.town import TUESDAY

NIGHT = TUESDAY.replace(hour=7, minute=30)
OUT = TUESDAY.replace(hour=15, minute=0)


def at(hour: int, minute: int = 0) -> datetime:
    return TUESDAY.replace(hour=hour, minute=minute)


@pytest.mark.parametrize(
    ("kind", "last_at", "night", "out", "found"),
    [
        (NoticeKind.AWAY, at(10), None, None, Send()),
        (NoticeKind.AWAY, at(10), None, OUT, Send(silent=True)),
        (NoticeKind.AWAY, at(15, 15), None, OUT, Wait(OUT)),
        (NoticeKind.AWAY, at(15, 14), None, OUT, Send(silent=True)),
        (NoticeKind.BOOKED, at(10), NIGHT, None, Wait(NIGHT)),
        (NoticeKind.CANCELLED, at(7, 40), NIGHT, None, Send()),
        (NoticeKind.EVENING, at(0), NIGHT, None, Lapse()),
        (NoticeKind.MORNING, at(10), None, OUT, Send(silent=True)),
        (NoticeKind.MORNING, at(16), None, OUT, Wait(OUT)),
        (NoticeKind.HOUR, at(8), NIGHT, None, Send()),
        (NoticeKind.HOUR, at(8, 15), NIGHT, None, Wait(NIGHT)),
        (NoticeKind.FEEDBACK, at(7), NIGHT, None, Lapse()),
        (NoticeKind.OFFER, at(15, 15), None, OUT, Wait(OUT)),
        (NoticeKind.OFFER, at(9, 45), None, OUT, Send(silent=True)),
        (NoticeKind.CARD, at(18), NIGHT, OUT, Send(silent=True)),
        (NoticeKind.VANISH, at(18), NIGHT, None, Send()),
        (NoticeKind.PLACE, at(18), NIGHT, OUT, Wait(OUT)),
    ],
)
def test_what_can_wait_waits_and_what_cannot_makes_no_sound(
    kind: NoticeKind,
    last_at: datetime,
    night: datetime | None,
    out: datetime | None,
    found: Verdict,
) -> None:
    assert verdict(MANNERS[kind], last_at, night, out) == found


def test_every_kind_has_its_manner() -> None:
    assert set(MANNERS) == set(NoticeKind)


def test_a_talk_that_is_off_is_told_whatever_somebody_chose() -> None:
    choices = {kind for kind, manner in MANNERS.items() if Reminded.NOTHING not in manner.wanted}
    assert choices == {
        NoticeKind.EVENING,
        NoticeKind.MORNING,
        NoticeKind.HOUR,
        NoticeKind.FEEDBACK,
    }
    unheard = {kind for kind, each in MANNERS.items() if each.patience is Patience.NONE}
    assert unheard == {NoticeKind.CARD, NoticeKind.VANISH}


@pytest.mark.parametrize(
    ("moment", "until"),
    [
        (at(8, 29), None),
        (at(8, 30), OUT),
        (at(14, 59), OUT),
        (at(15), None),
        (at(10) + timedelta(days=4), None),
        (at(10).replace(month=12, day=25), None),
    ],
)
def test_phones_are_put_away_on_days_of_school(moment: datetime, until: datetime | None) -> None:
    programme = demo_programme()
    assert phones_away(programme, programme.schools[0].id, moment) == until


def test_no_school_puts_no_phone_away() -> None:
    assert phones_away(demo_programme(), None, at(10)) is None
