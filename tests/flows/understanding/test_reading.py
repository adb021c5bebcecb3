"""A typed text, and what it means: who, when, what for; a cry for help too."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.model import Crisis, WorkerId
from flows.understanding.intents import UNKNOWN, Intents
from flows.understanding.masking import anonymous, blotted
from flows.understanding.reading import Understood, understand

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = dt.datetime(2026, 11, 25, 10, tzinfo=ZONE)
ROSTER = [(WorkerId("fatima"), "Fatima", ()), (WorkerId("mei"), "Mei", ())]
INTENTS = Intents.load()


def read(text: str) -> Understood:
    return understand(text, NOW, ZONE, ROSTER, INTENTS)


def test_who_when_and_what_for_are_read_at_once() -> None:
    found = read("is Fatima morgen om half 2 op school?")
    assert (found.intent, found.worker) == ("presence", "fatima")
    assert (found.date, found.time) == (dt.date(2026, 11, 26), dt.time(13, 30))
    assert found.dates == (dt.date(2026, 11, 26),)
    assert (found.crisis, found.crisis_kind, found.past) == (0, None, False)


def test_a_name_is_no_date() -> None:
    found = read("is Mei er vandaag")
    assert (found.worker, found.date) == ("mei", NOW.date())


def test_what_has_been_is_told_apart() -> None:
    assert read("was fatima er gisteren?").past


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("hoi, ik wil graag mijn afspraak afzeggen, alvast bedankt", "cancel"),
        ("wnr kan ik ff met iemand praten", "book"),
        ("randevumu iptal etmek istiyorum", "cancel"),
        ("чи можна українською", "language"),
        ("من يقرأ رسائلي؟", "privacy"),
        ("spóźnię się 10 minut", "late"),
        ("wie wint er vanavond, ajax of psv", UNKNOWN),
    ],
)
def test_all_languages_are_read_whatever_was_chosen(text: str, intent: str) -> None:
    assert read(text).intent == intent


def test_a_cry_for_help_is_told_with_its_kind() -> None:
    found = read("ik wil niet meer leven")
    assert (found.crisis, found.crisis_kind) == (2, Crisis.SUICIDE)


@pytest.mark.parametrize("text", ["", " ", "?", "\u202e\u200f", "\x00\x07", "a" * 4096])
def test_what_says_nothing_is_asked_about(text: str) -> None:
    found = read(text)
    assert found.intent == UNKNOWN
    assert len(found.suggestions) == 3


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=800) | st.text("aه\u0301и🙏 \u202e0:/@◆'", max_size=800))
def test_any_text_has_an_answer(text: str) -> None:
    found = read(text)
    assert len(set(found.suggestions)) == 3
    assert UNKNOWN not in found.suggestions
    assert 0 < found.confidence <= 1


def test_names_become_one_word_and_are_blotted_out_sign_by_sign() -> None:
    assert anonymous("Is Mei er, met Fatima's zus?", [(3, 6), (15, 23)]) == "is ◆ er, met ◆ zus?"
    assert blotted("Is Mei er?", [(3, 6)]) == "Is @@@ er?"
