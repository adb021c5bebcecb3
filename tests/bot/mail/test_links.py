"""Signed links: read back as they were made, and nothing else is ever read."""

from datetime import date, datetime, timedelta
from string import ascii_letters, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.mail.links import LONGEST, PATH, Links
from flows.model import PersonId
from flows.packing import Do
from flows.programme import ref_of
from flows.staff_steps import Here
from storage.sealing import KeyRing, Sealer
from tests.databases import SEALER
from tests.town import TUESDAY, ZONE

LINKS = Links(SEALER, "https://inloop.example", ZONE)
FATIMA = PersonId(0x2F00_1234_5678_9ABC)
HERE = Here(ref_of("linde"), TUESDAY.date())
PERSONS = st.integers(0, (1 << 62) - 1).map(PersonId)
STEPS = st.builds(
    Here, st.integers(0, (1 << 32) - 1), st.dates(date(2021, 1, 1), date(2099, 12, 31))
)
TOKENS = st.text(f"{ascii_letters}{digits}~.-_=", max_size=120)


def token_of(person: PersonId = FATIMA, step: Do = HERE, now: datetime = TUESDAY) -> str:
    address = LINKS.address(person, step, now)
    assert address.startswith(f"https://inloop.example{PATH}")
    return address.rpartition("/")[2]


@given(PERSONS, STEPS)
def test_a_link_says_who_may_do_what_until_when(person: PersonId, step: Here) -> None:
    token = token_of(person, step)
    link = LINKS.read(token)
    assert link is not None
    assert (link.person, link.step) == (person, step)
    assert token.isascii()
    assert len(LINKS.address(person, step, TUESDAY)) < 150
    assert 1 << 61 <= link.update < 1 << 62, "no update of Telegram is that high"


@pytest.mark.parametrize(
    ("now", "ends_at"),
    [
        (TUESDAY, TUESDAY.replace(day=26, hour=0, minute=0)),
        (TUESDAY.replace(hour=0, minute=0), TUESDAY.replace(day=26, hour=0, minute=0)),
        (
            datetime(2026, 10, 24, 0, 0, tzinfo=ZONE),  # two days of which one has 25 hours
            datetime(2026, 10, 25, 23, 0, tzinfo=ZONE),
        ),
    ],
)
def test_it_ends_with_tomorrow_and_never_after_two_days(now: datetime, ends_at: datetime) -> None:
    link = LINKS.read(token_of(now=now))
    assert link is not None
    assert link.ends_at == ends_at
    assert link.ends_at - now <= LONGEST


def test_the_same_step_has_the_same_number_all_day_and_another_for_another() -> None:
    links = [
        LINKS.read(token_of(*each))
        for each in [
            (FATIMA, HERE, TUESDAY),
            (FATIMA, HERE, TUESDAY + timedelta(hours=2)),
            (PersonId(FATIMA + 1), HERE, TUESDAY),
            (FATIMA, Here(ref_of("hamerslag"), TUESDAY.date()), TUESDAY),
        ]
    ]
    numbers = [each.update for each in links if each is not None]
    assert numbers[0] == numbers[1]
    assert len(set(numbers)) == 3


@given(st.data())
def test_a_link_with_one_sign_changed_is_not_read(data: st.DataObject) -> None:
    token = token_of()
    at = data.draw(st.integers(0, len(token) - 1))
    sign = data.draw(
        st.sampled_from(f"{ascii_letters}{digits}~.-_").filter(lambda s: s != token[at])
    )
    changed = token[:at] + sign + token[at + 1 :]
    link = LINKS.read(changed)
    assert link is None or link == LINKS.read(token), "only the last sign may hold spare bits"
    assert link is None or at == len(token) - 1


@given(TOKENS | st.text(max_size=300))
def test_nothing_that_was_not_made_here_is_read(token: str) -> None:
    assert LINKS.read(token) is None
    assert LINKS.read(f"{token_of()}{token}") is None or not token
    assert LINKS.read(f"{token}{token_of()}") is None or not token


def test_somebody_elses_signature_holds_for_nobody_else() -> None:
    mine, theirs = token_of(), token_of(PersonId(FATIMA + 1))
    person, rest = theirs.partition("~")[0], mine.partition("~")[2]
    assert LINKS.read(f"{person}~{rest}") is None


def test_a_link_of_another_key_is_not_read_and_one_of_an_older_key_is() -> None:
    other = Links(Sealer(KeyRing(1, {1: bytes(32)})), "https://inloop.example", ZONE)
    assert other.read(token_of()) is None
    turned = Sealer(KeyRing(2, {2: bytes(32), 1: bytes(range(32))}))
    assert Links(turned, "https://inloop.example", ZONE).read(token_of()) is not None


@pytest.mark.parametrize("step", ["P.1", "zz.1", "h", ""])
def test_a_step_that_is_not_linked_is_not_read_even_if_signed(step: str) -> None:
    class Packed(Here):
        """A step that says of itself to be another."""

        __slots__ = ()

        def pack(self) -> str:
            return step

    assert LINKS.read(token_of(step=Packed(HERE.school, HERE.on))) is None
