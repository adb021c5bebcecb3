"""The yardstick itself: typing errors, marks, and what the command is asked."""

import sys
from pathlib import Path

import pytest

from tests.flows.understanding import cases, marks, scoring
from tests.flows.understanding.answers import Answer, ask_by_moment
from tests.flows.understanding.cases import CrisisCase, DateCase, IntentCase, NameCase
from tests.flows.understanding.phrases import learned
from tests.flows.understanding.slips import slip

ECHO = """
import json, sys
for line in sys.stdin:
    print(json.dumps({"intent": line[:-1], "suggestions": [sys.argv[-1]], "confidence": 1,
        "crisis": 0, "crisis_kind": None, "worker": None, "date": None, "dates": [], "time": None}))
"""


def answer(
    intent: str = "unknown",
    suggestions: tuple[str, ...] = (),
    crisis: int = 0,
    crisis_kind: str | None = None,
    worker: str | None = None,
    dates: tuple[str, ...] = (),
    time: str | None = None,
) -> Answer:
    date = dates[0] if dates else None
    return Answer(intent, suggestions, 1.0, crisis, crisis_kind, worker, date, dates, time)


def test_a_slip_changes_a_letter_and_is_the_same_again() -> None:
    for case in cases.intents():
        once = slip(case.text)
        assert once == slip(case.text)
        assert abs(len(once) - len(case.text)) <= 1
        assert (once != case.text) == any(
            first.isalpha() and second.isalpha()
            for first, second in zip(case.text, case.text[1:], strict=False)
        ), case


def test_a_slip_leaves_digits_and_short_texts_alone() -> None:
    assert slip("14:00, 3-12?") == "14:00, 3-12?"
    assert slip("") == ""
    assert slip("aa") != "aa"


def test_the_marks_of_an_intent() -> None:
    case = IntentCase("afzeggen", "cancel", "nl", "esra")
    off = IntentCase("pizza", "unknown", "nl", "esra")

    assert marks.of_intent(case, answer("cancel", ("cancel", "book", "late"))) == {
        "first": True,
        "of three": True,
        "answered": True,
        "right of answered": True,
    }
    assert marks.of_intent(case, answer(suggestions=("book", "cancel", "late"))) == {
        "first": False,
        "of three": True,
        "answered": False,
    }
    assert marks.of_intent(off, answer()) == {"answered, off topic": False}
    assert marks.of_intent(off, answer("book")) == {
        "answered, off topic": True,
        "right of answered": False,
    }


@pytest.mark.parametrize(
    ("day", "clock", "told", "mark"),
    [
        ("2026-11-27", "14:30", answer(dates=("2026-11-27",), time="14:30"), "right"),
        ("2026-11-27", "", answer(dates=("2026-11-27", "2026-12-04")), "right"),
        ("2026-12-04", "", answer(dates=("2026-11-27", "2026-12-04")), "asked"),
        ("2026-12-03", "", answer(dates=("2026-11-27", "2026-12-04")), "wrong"),
        ("2026-11-27", "14:30", answer(dates=("2026-11-27",)), "missed"),
        ("2026-11-27", "14:30", answer(dates=("2026-11-27",), time="02:30"), "wrong"),
        ("2026-11-27", "", answer(dates=("2026-11-27",), time="10:00"), "wrong"),
        ("2026-11-27", "", answer(), "missed"),
        ("", "14:30", answer(time="14:30"), "right"),
        ("", "14:30", answer(dates=("2026-11-27",), time="14:30"), "wrong"),
    ],
)
def test_the_mark_of_a_date(day: str, clock: str, told: Answer, mark: str) -> None:
    found = marks.of_date(DateCase("", day, clock, "nl", cases.NOW), told)

    assert [name for name, holds in found.items() if holds] == [mark]


def test_a_date_that_was_not_said_is_false_and_readings_are_compared() -> None:
    two = ("2026-11-30", "2026-12-07")
    case = DateCase("volgende maandag", two[0], "", "nl", cases.NOW, two)

    assert marks.of_date(DateCase("", "", "", "nl", cases.NOW), answer(time="10:00")) == {
        "false": True
    }
    assert marks.of_date(case, answer(dates=two))["all readings"]
    assert not marks.of_date(case, answer(dates=two[:1]))["all readings"]


def test_the_marks_of_a_name() -> None:
    case = NameCase("is jeron er", "jeroen", "nl")

    right = marks.of_name(case, answer(worker="jeroen"))
    assert right == {"right": True, "wrong": False, "missed": False}
    assert marks.of_name(case, answer(worker="mike"))["wrong"]
    assert marks.of_name(case, answer())["missed"]
    assert marks.of_name(NameCase("hoi", "", "nl"), answer(worker="mike")) == {"false": True}


def test_the_marks_of_a_cry_for_help() -> None:
    case = CrisisCase("ik wil dood", 2, "suicide", "nl", "dylan")
    hint = CrisisCase("niemand mist mij", 1, "suicide", "nl", "noor")
    game = CrisisCase("accu dood", 0, "", "nl", "dylan")

    assert marks.of_crisis(case, answer(crisis=1, crisis_kind="abuse")) == {
        "explicit seen": True,
        "explicit at 2": False,
        "right kind": False,
    }
    assert marks.of_crisis(hint, answer()) == {"indirect seen": False, "indirect at 2": False}
    assert marks.of_crisis(game, answer(crisis=1)) == {"alarm 2": False, "alarm 1 or 2": True}


def test_texts_are_answered_in_order_each_at_its_moment() -> None:
    asked = [("2026-11-25", "één"), ("2026-12-31", "два"), ("2026-11-25", "ثلاثة")]

    told = ask_by_moment(asked, (sys.executable, "-c", ECHO))

    assert [(*each.suggestions, each.intent) for each in told] == asked


def test_a_table_has_a_row_a_value_and_names_what_to_look_at() -> None:
    pairs = scoring.score(
        [NameCase("is mike er", "mike", "nl"), NameCase("mike?", "mike", "en")],
        marks.of_name,
        lambda asked: [answer(worker="mike") for _ in list(asked)[:1]] + [answer()],
    )

    assert [row.split()[:3] for row in scoring.table(pairs, ["language", "hand"])] == [
        ["all", "right", "50.0%"],
        ["nl", "right", "100.0%"],
        ["en", "right", "0.0%"],
    ]
    assert scoring.looks(pairs) == ["    missed: mike?"]
    fresh = scoring.table(pairs, [], frozenset({"is mike er"}))[1]
    assert fresh.split()[:5] == ["not", "in", "phrases", "right", "0.0%"]


def test_a_share_comes_with_what_it_may_be() -> None:
    low, high = scoring.interval(60, 60)

    assert (round(low, 2), round(high, 2)) == (0.94, 1.0)
    assert scoring.interval(0, 60)[0] == 0.0


def test_what_was_learned_is_found_wherever_it_stands(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "nl.toml").write_text('book = ["Één keer"]\n[a]\nb = "Hoi"\nc = 1\n')

    assert learned([tmp_path, tmp_path / "nowhere"]) == {"een keer", "hoi"}


def test_a_line_without_a_key_of_the_contract_is_refused() -> None:
    with pytest.raises(KeyError, match="intent"):
        ask_by_moment([("now", "hoi")], (sys.executable, "-c", "print({})"))
