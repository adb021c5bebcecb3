"""One question, three smileys."""

from flows.model import AppointmentId, Audience, Question, Smile
from flows.screen import Button, Line, Screen
from flows.steps import Home, Rate


def opinion(
    question: Question, audience: Audience | None, appointment: AppointmentId | None
) -> Screen:
    """Ask; whoever works at school is asked whether it fits what the school does.

    Args:
        question: Which of the four.
        audience: In which role; None for somebody unknown at the door.
        appointment: The talk it is about; None at the door, and where nothing was free.
    """
    at_school = question is Question.HOME and audience is Audience.STAFF
    ask = Line("feedback-school" if at_school else f"feedback-{question.value}")
    keys = tuple(
        Button(Line(f"smile-{each.value}"), Rate(question, each, appointment)) for each in Smile
    )
    lines = (Line("feedback-title"), ask, Line("feedback-counted"))
    return Screen(lines, actions=keys, back=Home(), keep=True, silent=True)


def thanks() -> Screen:
    """It was counted; nothing more to do."""
    return Screen((Line("feedback-thanks"),), back=Home())
