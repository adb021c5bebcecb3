"""What is right and wrong about an answer; pure.

Marks are named facts, true or false. A mark that does not apply is not there, so a share is always
out of the cases to which it applies.
"""

from collections.abc import Mapping

from tests.flows.understanding.answers import Answer
from tests.flows.understanding.cases import CrisisCase, DateCase, IntentCase, NameCase

Marks = Mapping[str, bool]
BAD: Mapping[str, bool] = {
    "first": False,
    "right of answered": False,
    "answered, off topic": True,
    "wrong": True,
    "missed": True,
    "false": True,
    "explicit seen": False,
    "indirect seen": False,
    "right kind": False,
    "alarm 2": True,
    "alarm 1 or 2": True,
}
"""Marks that call for a look, by the value that does."""


def of_intent(case: IntentCase, answer: Answer) -> Marks:
    """First and among three (on topic), answered by itself (both), right where answered."""
    answered = answer.intent != "unknown"
    own = {"right of answered": answer.intent == case.intent} if answered else {}
    if case.intent == "unknown":
        return {"answered, off topic": answered} | own
    return {
        "first": answer.suggestions[:1] == (case.intent,),
        "of three": case.intent in answer.suggestions[:3],
        "answered": answered,
    } | own


def of_date(case: DateCase, answer: Answer) -> Marks:
    """Right, asked (the right day is one of several), wrong (never said) or missed (silent)."""
    days = case.dates or ((case.date,) if case.date else ())
    said = bool(answer.date or answer.time)
    if not days and not case.time:
        return {"false": said}
    clock = (answer.time or "") == case.time
    right = clock and (answer.date in days if days else answer.date is None)
    asked = clock and not right and len(answer.dates) > 1 and bool(set(days) & set(answer.dates))
    wrong = not right and not asked and _astray(case, answer, days)
    marks = {"right": right, "asked": asked, "wrong": wrong}
    marks["missed"] = not any(marks.values())
    return marks | ({"all readings": answer.dates == case.dates} if case.dates else {})


def _astray(case: DateCase, answer: Answer, days: tuple[str, ...]) -> bool:
    """A day or a time is said that the message does not have."""
    day = answer.date is not None and answer.date not in days
    return day or (answer.time is not None and answer.time != case.time)


def of_name(case: NameCase, answer: Answer) -> Marks:
    """Right, wrong (somebody else) or missed; false where nobody of the roster is named."""
    if not case.worker:
        return {"false": answer.worker is not None}
    right = answer.worker == case.worker
    return {
        "right": right,
        "wrong": not right and answer.worker is not None,
        "missed": answer.worker is None,
    }


def of_crisis(case: CrisisCase, answer: Answer) -> Marks:
    """Seen at all and in full, with the right card where seen; alarms on ordinary messages."""
    if case.level == 0:
        return {"alarm 2": answer.crisis == 2, "alarm 1 or 2": answer.crisis > 0}
    seen = answer.crisis > 0
    level = "explicit" if case.level == 2 else "indirect"
    marks = {f"{level} seen": seen, f"{level} at 2": answer.crisis == 2}
    if seen and case.level == 2:
        marks["right kind"] = answer.crisis_kind == case.kind
    return marks
