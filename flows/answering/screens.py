"""Who is there on a day, which day was meant, what was meant, what this is."""

from collections.abc import Sequence
from datetime import date

from flows.model import Intent
from flows.packing import Step
from flows.screen import Button, Line, Screen, Value
from flows.steps import Home, More, There, Times, Week, Workers

SHOWN = 6
LABELS = {
    Intent.PRESENCE: "intent-presence",
    Intent.BOOK: "intent-book",
    Intent.APPOINTMENTS: "key-mine",
    Intent.CANCEL: "card-cancel",
    Intent.RESCHEDULE: "card-move",
    Intent.LATE: "card-delay",
    Intent.ABOUT: "intent-about",
    Intent.HELP: "footer-help",
    Intent.PRIVACY: "key-privacy",
    Intent.ERASE: "key-privacy",
    Intent.LANGUAGE: "key-languages",
    Intent.HUMAN: "intent-human",
    Intent.GREETING: "intent-start",
    Intent.THANKS: "intent-start",
}
"""What each intent is called on a button: as everywhere else."""


def there(
    school: str,
    on: date,
    name: str | None,
    rows: Sequence[Line],
    why_not: Line | None,
    again: Line | None,
    book: Times,
    *,
    is_past: bool,
) -> Screen:
    """Who is there on a day; about one worker, whether, and when next.

    Args:
        school: Its name.
        on: The day.
        name: Of the worker who was asked for, if one was.
        rows: What there is to tell of that day.
        why_not: Why there is none.
        again: When somebody is there next.
        book: Free times from then on.
        is_past: Whether the day is over.
    """
    values: dict[str, Value] = {"on": on, "school": school}
    title = Line("there-title", values)
    if name is not None:
        title = Line("there-title-worker", {"on": on, "name": name})
    lines = [title]
    if is_past:
        lines.append(Line("there-past"))
    lines += rows[:SHOWN]
    lines += [each for each in (why_not, again) if each is not None]
    keys = (Button(Line("key-first-free"), book), Button(Line("key-week"), Week()))
    return Screen(tuple(lines), actions=keys, back=Home())


def meant(days: Sequence[tuple[date, Step]]) -> Screen:
    """Which of two days."""
    keys = tuple(Button(Line("day-key", {"day": on}), step) for on, step in days)
    return Screen((Line("meant-day"),), choices=keys, back=Home())


def unsure(offered: Sequence[tuple[Intent, Step]]) -> Screen:
    """Not understood surely: the likeliest, something else, and who to call."""
    keys = tuple(
        Button(Line(label), step)
        for label, step in {LABELS[intent]: step for intent, step in offered}.items()
    )
    actions = (Button(Line("unsure-other"), More()),)
    lines = (Line("unsure-title"), Line("unsure-call"))
    return Screen(lines, choices=keys, actions=actions, back=Home())


def about(programme: str) -> Screen:
    """What this is."""
    lines = (
        Line("about-what", {"programme": programme}),
        Line("about-topics"),
        Line("about-free"),
        Line("about-computer"),
    )
    actions = (Button(Line("key-workers"), Workers()), Button(Line("intent-presence"), There()))
    return Screen(lines, actions=actions, back=Home())
