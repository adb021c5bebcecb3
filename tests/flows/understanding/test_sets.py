"""The sets are well formed; how well they are understood is told by scoring, not by a test."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from itertools import product

import pytest

from flows.wording.folding import fold
from tests.flows.understanding import cases
from tests.flows.understanding.cases import INTENTS, KINDS, LANGUAGES, WORKERS, Case

SETS: Sequence[Callable[[], Sequence[Case]]] = (
    cases.intents,
    cases.dates,
    cases.names,
    cases.crises,
)


@pytest.mark.parametrize("found", SETS)
def test_no_text_stands_twice(found: Callable[[], Sequence[Case]]) -> None:
    pairs = Counter((fold(case.text), case.now) for case in found())

    assert [text for (text, _), times in pairs.items() if times > 1] == []


@pytest.mark.parametrize("found", SETS)
def test_every_text_is_one_line_in_a_known_language(found: Callable[[], Sequence[Case]]) -> None:
    for case in found():
        assert case.text == " ".join(case.text.split()) != "", case
        assert case.language in LANGUAGES, case


def test_intents_are_known_and_every_language_says_them() -> None:
    found = Counter((case.intent, case.language) for case in cases.intents())

    assert set(found) == set(product(INTENTS, LANGUAGES))
    for (intent, language), number in found.items():
        least = (60, 20) if intent == "unknown" else (20, 7)
        assert number >= least[language != "nl"], (intent, language)


def test_hands_are_known() -> None:
    assert {case.hand for case in cases.intents()} == cases.hands()
    assert {case.hand for case in cases.crises()} <= cases.hands()


def test_dates_and_times_are_written_as_the_command_writes_them() -> None:
    for case in cases.dates():
        assert datetime.fromisoformat(case.now).tzinfo, case
        assert all(str(date.fromisoformat(each)) == each for each in _days(case)), case
        assert not case.time or f"{time.fromisoformat(case.time):%H:%M}" == case.time, case


def test_several_readings_ascend_and_hold_the_likeliest() -> None:
    for case in cases.dates():
        assert list(case.dates) == sorted(set(case.dates)), case
        assert not case.dates or case.date in case.dates[:2], case
        assert len(case.dates) != 1, case


def test_dates_and_names_have_sentences_without() -> None:
    assert sum(bool(case.date or case.time) for case in cases.dates()) >= 120
    assert sum(not case.date and not case.time for case in cases.dates()) >= 60
    assert sum(bool(case.worker) for case in cases.names()) >= 80
    assert sum(not case.worker for case in cases.names()) >= 60


def test_workers_are_known() -> None:
    assert {case.worker for case in cases.names()} == {*WORKERS, ""}


def test_an_ordinary_message_has_no_kind_and_a_cry_for_help_has_one() -> None:
    for case in cases.crises():
        assert case.kind in (KINDS if case.level else ("",)), case
        assert case.level in (0, 1, 2), case


def test_every_language_cries_for_help_in_every_way() -> None:
    found = Counter((case.kind, case.language) for case in cases.crises() if case.level == 2)

    for kind, language in product(KINDS, LANGUAGES):
        weighty = kind in ("suicide", "abuse")
        least = (25, 10) if weighty else (10, 5)
        assert found[kind, language] >= least[language != "nl"], (kind, language)


def test_there_are_enough_hints_and_ordinary_messages() -> None:
    ordinary = Counter(case.language for case in cases.crises() if case.level == 0)

    assert sum(case.level == 1 for case in cases.crises()) >= 40
    for language in LANGUAGES:
        assert ordinary[language] >= (200 if language == "nl" else 40), language


def _days(case: cases.DateCase) -> list[str]:
    return [day for day in (case.date, *case.dates) if day]
