"""Steps as callback data: what is written can be read, and nothing else can."""

import dataclasses
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.words import KEEP
from flows.model import AppointmentId, Mode, Ref, Topic, Word
from flows.packing import (
    LARGEST_SMALL,
    MAX_BYTES,
    TICK,
    Do,
    LanguageCode,
    Show,
    Small,
    Step,
    UnknownStepError,
    kind_of,
)
from flows.staff_steps import Day, DeskWeek
from flows.steps import STEPS, Book, Card, Home, Move, Tell, Times, unpack

EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
FIRST, END = datetime(2021, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
LAST = END - TICK
LARGEST = (1 << 63) - 1
_LARGEST: dict[Any, int] = {Ref: (1 << 32) - 1, Small: LARGEST_SMALL}


def _values(hint: Any) -> st.SearchStrategy[Any]:
    """Everything a field may hold, None where its type allows it."""
    kind = kind_of(hint)
    if isinstance(kind, type) and issubclass(kind, Word):
        held: st.SearchStrategy[Any] = st.sampled_from(list(kind))
    elif kind is datetime:
        held = st.integers(0, (LAST - FIRST) // TICK).map(lambda n: FIRST + n * TICK)
    elif kind is date:
        held = st.dates(FIRST.date(), LAST.date())
    elif kind is LanguageCode:
        held = st.from_regex(r"[a-z]{2}", fullmatch=True)
    else:
        held = st.integers(0, _LARGEST.get(kind, LARGEST))
    return held if kind is hint else st.none() | held


def _steps(kind: type[Step]) -> st.SearchStrategy[Step]:
    hints = get_type_hints(kind, include_extras=True)
    fields = {each.name: _values(hints[each.name]) for each in dataclasses.fields(kind)}
    return st.builds(kind, **fields)


def _longest(hint: Any) -> Any:
    kind = kind_of(hint)
    if isinstance(kind, type) and issubclass(kind, Word):
        return list(kind)[-1]
    known = {datetime: LAST, date: LAST.date(), LanguageCode: LanguageCode("zz"), **_LARGEST}
    return known.get(kind, LARGEST)


@given(st.sampled_from(STEPS).flatmap(_steps))
def test_what_was_packed_is_unpacked_to_the_same_step(step: Step) -> None:
    packed = step.pack()

    assert unpack(packed) == step
    assert packed.isascii()
    assert len(f"{KEEP}{packed}") <= MAX_BYTES


@pytest.mark.parametrize("kind", STEPS, ids=lambda kind: str(kind.__name__))
def test_a_step_with_the_largest_values_fits_a_button_that_stays(kind: type[Step]) -> None:
    hints = get_type_hints(kind, include_extras=True)
    values = [_longest(hints[each.name]) for each in dataclasses.fields(kind)]

    packed = kind(*values).pack()

    assert len(f"{KEEP}{packed}".encode()) <= MAX_BYTES
    assert unpack(packed) == kind(*values)


CODES = [each.code for each in STEPS]
ANYTHING = st.characters() | st.characters(categories=["Cs"])
"""Lone surrogates too: JSON can carry them."""


@given(
    st.text(ANYTHING)
    | st.builds(".".join, st.lists(st.sampled_from([*CODES, "", "0", "zz", "z" * 13]), max_size=8))
    | st.builds("{}.{}".format, st.sampled_from(CODES), st.text(ANYTHING))
    | st.builds("{}.{}".format, st.sampled_from(CODES), st.text("09az.", max_size=70))
)
def test_hostile_data_is_a_step_or_unknown_and_nothing_else(data: str) -> None:
    try:
        step = unpack(data)
    except UnknownStepError:
        return
    assert isinstance(step, Show | Do)
    assert unpack(step.pack()) == step


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("", id="nothing"),
        pytest.param("q", id="a code nobody wrote"),
        pytest.param("H", id="a code in the other case"),
        pytest.param("h.1", id="a field too many"),
        pytest.param("c", id="a field too few"),
        pytest.param("c.", id="an empty number"),
        pytest.param("c.A", id="upper case digits"),
        pytest.param("c.-1", id="a sign"),
        pytest.param("c.1 ", id="a space"),
        pytest.param("c.1\n", id="a line end"),
        pytest.param("c.٣", id="digits of another script"),
        pytest.param("c.1y2p0ij32e8e8", id="a number over 63 bits"),
        pytest.param("c.00000000000001", id="more digits than any number"),
        pytest.param("t..z", id="a letter of no way to talk"),
        pytest.param("L.nl2", id="a language of three signs"),
        pytest.param("L.NL", id="a language in upper case"),
        pytest.param(f"g.{'0' * 70}", id="more than a button holds"),
        pytest.param("dd.zzzzzz", id="a day after the last one"),
        pytest.param("dd.1", id="the first day of the calendar"),
        pytest.param("B.1.1.zzzzzz.s", id="a moment no clock will show"),
        pytest.param("c.\ud800", id="half a letter"),
        pytest.param("+h", id="the sign of another layer"),
        pytest.param("dk.1000", id="a small number that is large"),
    ],
)
def test_data_that_no_version_wrote_is_unknown(data: str) -> None:
    with pytest.raises(UnknownStepError):
        unpack(data)


@pytest.mark.parametrize(
    ("step", "packed"),
    [
        (Home(), "h"),
        (Times(), "t"),
        (Times(None, Mode.PHONE), "t..p"),
        (Card(AppointmentId(35)), "c.z"),
        (Tell(AppointmentId(36), Topic.MONEY), "T.10.g"),
        (Book(Ref(1), Ref(2), FIRST + TICK, Mode.SCHOOL), "B.1.2.29c1.s"),
        (Book(Ref(1), Ref(2), FIRST + TICK, Mode.SCHOOL, 1), "B.1.2.29c1.s.1"),
        (Move(AppointmentId(0), 1, Ref(2), FIRST, Mode.VIDEO), "V.0.1.2.29c0.v"),
        (Day(date(2026, 11, 24)), "dd.fuy0"),
    ],
    ids=lambda each: each if isinstance(each, str) else type(each).__name__,
)
def test_buttons_of_earlier_versions_keep_their_meaning(step: Step, packed: str) -> None:
    assert step.pack() == packed
    assert unpack(packed) == step


def test_a_moment_is_written_in_whole_five_minutes() -> None:
    loose = Times(after=FIRST + TICK + timedelta(minutes=4, seconds=59))

    assert unpack(loose.pack()) == Times(after=FIRST + TICK)


@pytest.mark.parametrize(
    "step", [Times(after=END), Times(after=FIRST - TICK), Day(END.date()), Day(date(2020, 12, 31))]
)
def test_no_button_leads_out_of_the_79_years_with_which_sums_are_safe(step: Step) -> None:
    with pytest.raises(UnknownStepError):
        unpack(step.pack())


def test_a_small_number_that_is_large_is_refused_when_it_is_written() -> None:
    with pytest.raises(ValueError, match="too large"):
        DeskWeek(LARGEST_SMALL + 1).pack()


@pytest.mark.parametrize("step", [Card(AppointmentId(-1)), Times(after=EPOCH - TICK)])
def test_what_no_button_can_hold_is_refused_when_it_is_written(step: Step) -> None:
    with pytest.raises(ValueError, match="negative"):
        step.pack()


def test_no_two_words_of_one_list_share_a_letter() -> None:
    for kind in Word.__subclasses__():
        letters = [each.letter for each in kind]
        assert len(set(letters)) == len(letters)
        assert all(len(letter) == 1 and letter.isascii() for letter in letters)
