"""Of what a person is reminded."""

from flows.model import Reminded
from flows.screen import Button, Line, Screen
from flows.steps import More, Remind


def reminders(now: Reminded) -> Screen:
    """What holds now, and the three choices."""
    choices = tuple(Button(Line(f"remind-{each.value}"), Remind(each)) for each in Reminded)
    lines = (Line(f"reminded-{now.value}"), Line("reminded-told"), Line("remind-ask"))
    return Screen(lines, actions=choices, back=More())
