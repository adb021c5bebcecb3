"""Are you there, later, away: for workers and whoever looks after them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flows.attendance.rules import LATENESS
from flows.hours.rows import again
from flows.model import Absence, Opening, Span, WorkerId
from flows.packing import Step
from flows.people.screens import contact_lines
from flows.programme import Contact, School, Worker
from flows.screen import Button, Clock, Line, Screen, Short, Tone, Value
from flows.staff_steps import (
    Colleagues,
    Gone,
    GoneDays,
    GoneSure,
    GoneUntil,
    Here,
    Late,
    Later,
    Leave,
    Meet,
    Reopen,
    Return,
    Shut,
    ShutSure,
)
from flows.steps import Home, More

A_PAGE = 7


def ask(school: School, on: date) -> Screen:
    """Asked when the first hours of a day begin: here, later, or not."""
    actions = (
        Button(Line("desk-here"), Here(school.ref, on), Tone.GOOD),
        Button(Line("desk-later"), Later(school.ref, on)),
        Button(Line("desk-gone"), Gone(), Tone.DANGER),
    )
    return Screen((Line("ask-here", {"school": school.name}),), actions=actions, keep=True)


def later(school: School, on: date) -> Screen:
    """How many minutes late."""
    keys = tuple(
        Button(Line("late-key", {"minutes": each}), Late(school.ref, on, each)) for each in LATENESS
    )
    lines = (Line("late-ask"), Line("late-told"))
    actions = (Button(Line("desk-gone"), Gone(), Tone.DANGER),)
    return Screen(lines, choices=keys, actions=actions, back=Home())


def gone(today: Span, absences: Sequence[tuple[Absence, date, date]], *, is_day: bool) -> Screen:
    """For how long; and what was said before, to be taken back.

    Args:
        today: The rest of today.
        absences: Those not over, each with its first and last local date.
        is_day: Whether there are hours today that can still fall out.
    """
    lines = [Line("gone-ask"), *(_known(*each) for each in absences[:A_PAGE])]
    keys = tuple(
        Button(Line("gone-back", {"day": Short(first)}), Return(each.id))
        for each, first, _ in absences[:A_PAGE]
    )
    actions = [Button(Line("gone-days"), GoneDays())]
    if is_day:
        rest = Button(Line("gone-today"), GoneSure(today.start, today.end))
        actions = [rest, Button(Line("gone-hours"), GoneUntil()), *actions]
    return Screen(tuple(lines), choices=keys, actions=tuple(actions), back=Home())


def _known(absence: Absence, first_on: date, last_on: date) -> Line:
    return _when(absence.span.start, absence.span.end, first_on, last_on)


def _when(start: datetime, end: datetime, first_on: date, last_on: date) -> Line:
    """Some hours of a day, or whole days."""
    if first_on != last_on:
        return Line("gone-days-row", {"first": Short(first_on), "last": Short(last_on)}, item=True)
    values: dict[str, Value] = {"on": Short(first_on), "start": Clock(start), "end": Clock(end)}
    return Line("gone-day-row", values, item=True)


def gone_until(start: datetime, moments: Sequence[datetime]) -> Screen:
    """Until which time today."""
    keys = tuple(
        Button(Line("gone-until-key", {"clock": Clock(each)}), GoneSure(start, each))
        for each in moments
    )
    title = Line("gone-until" if keys else "gone-no-hours")
    return Screen((title,), choices=keys, back=Gone())


def gone_days(asked: GoneDays, listed: Sequence[tuple[date, Step]]) -> Screen:
    """The first day, or the last one."""
    keys = [Button(Line("day-key", {"day": on}), step) for on, step in listed]
    keys.append(Button(Line("list-more"), GoneDays(asked.first_on, asked.page + 1)))
    title = Line("gone-first" if asked.first_on is None else "gone-last")
    back: Step = GoneDays() if asked.first_on else Gone()
    return Screen((title,), choices=tuple(keys), back=back)


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is about to be said: whose span, its local dates, and how many talks it takes."""

    asked: GoneSure
    first_on: date
    last_on: date
    talks: int


def gone_sure(leaving: Leaving, colleague: Worker | None) -> Screen:
    """What will happen; nothing has yet. Of a colleague's talks nothing is told."""
    asked = leaving.asked
    if colleague is not None:
        lines = [Line("gone-sure-other", {"name": colleague.name}), Line("gone-all-told")]
    else:
        when = _when(asked.start, asked.end, leaving.first_on, leaving.last_on)
        lines = [Line("gone-sure"), when, Line("gone-talks", {"count": leaving.talks})]
    sure = Leave(asked.start, asked.end, asked.worker)
    back: Step = Gone() if colleague is None else Colleagues()
    key = Button(Line("gone-yes" if colleague is None else "gone-yes-other"), sure, Tone.DANGER)
    return Screen(tuple(lines), actions=(key,), back=back)


def colleagues(
    workers: Sequence[tuple[Worker, Span]],
    schools: Sequence[tuple[School, bool]],
    on: date,
    page: int,
    back: Step,
) -> Screen:
    """Who is not there, which school is closed.

    Args:
        workers: Others with hours today, each with the rest of the day.
        schools: With whether it is closed from the chat already.
        on: Today.
        page: From 0.
        back: From where it was asked.
    """
    keys: list[Button] = [
        Button(Line("colleague-key", {"name": each.name}), GoneSure(rest.start, rest.end, each.ref))
        for each, rest in workers
    ]
    for school, is_shut in schools:
        values = {"school": school.name}
        if is_shut:
            keys.append(Button(Line("reopen-key", values), Reopen(school.ref, on)))
        else:
            keys.append(Button(Line("shut-key", values), ShutSure(school.ref, on)))
    first = page * A_PAGE
    shown = keys[first : first + A_PAGE]
    if first + A_PAGE < len(keys):
        shown.append(Button(Line("list-more"), Colleagues(page + 1)))
    back = Colleagues(page - 1) if page else back
    title = Line("colleagues-ask" if keys else "colleagues-none")
    return Screen((title,), choices=tuple(shown), back=back)


def shut_sure(school: School, on: date) -> Screen:
    """What closing a school means."""
    lines = (Line("shut-sure", {"school": school.name}), Line("shut-phone"), Line("gone-all-told"))
    key = Button(Line("shut-yes"), Shut(school.ref, on), Tone.DANGER)
    return Screen(lines, actions=(key,), back=Colleagues())


def door_text(name: str, on: date, later: Opening | None, contacts: Sequence[Contact]) -> Screen:
    """A few words for the door; no codes, nobody's name but the worker's."""
    lines = [Line("door-text"), Line("door-away", {"name": name, "on": on}, item=True)]
    if later is not None:
        lines.append(again(later, {WorkerId(later.worker): name}))
    return Screen((*lines, *contact_lines(contacts)), back=Home())


def places(school: School, on: date, listed: Sequence[str]) -> Screen:
    """Where to meet today."""
    keys = [
        Button(Line("place-key", {"room": room}), Meet(school.ref, on, n))
        for n, room in enumerate(listed[:A_PAGE])
    ]
    keys.append(Button(Line("place-key-desk"), Meet(school.ref, on)))
    return Screen((Line("place-ask", {"school": school.name}),), choices=tuple(keys), back=More())
