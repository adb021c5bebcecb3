"""At the door, walk-ins, and how talks ended."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from flows.booking.codes import code_line
from flows.model import Appointment, Audience, End, Mode, Slot, Status, Topic
from flows.packing import Step
from flows.programme import ref_of
from flows.screen import Button, Clock, Line, Screen, Short, Tone, Value
from flows.staff_steps import (
    Again,
    Came,
    Conclude,
    Day,
    Door,
    DoorBook,
    DoorMove,
    Ending,
    EndSure,
    NextTimes,
    Talk,
    Visitors,
    WalkIn,
)
from flows.steps import Home, More

TALKS_SHOWN = 8
ASKED_FIRST = {End.CARE_TEAM, End.REFERRAL}
"""Ends before which the pupil, and a parent where the law asks it, must have been asked."""

Dated = Sequence[tuple[Slot, date]]


def visitors() -> Screen:
    """Somebody walked in: who?"""
    actions = tuple(Button(Line(f"audience-{each.value}"), Visitors(each)) for each in Audience)
    return Screen((Line("walk-in-who"), Line("topics-free-worker")), actions=actions, back=Home())


def about(audience: Audience) -> Screen:
    """About what, if it is known."""
    keys = tuple(Button(Line(f"topic-{each.value}"), WalkIn(audience, each)) for each in Topic)
    actions = (Button(Line("walk-in-unknown"), WalkIn(audience), Tone.GOOD),)
    return Screen((Line("walk-in-topic"),), choices=keys, actions=actions, back=Visitors())


def door_who() -> Screen:
    """For whom a time is taken."""
    actions = tuple(Button(Line(f"audience-{each.value}"), Door(each)) for each in Audience)
    return Screen((Line("door-who"),), actions=actions, back=More())


def door(asked: Door, mode: Mode, free: Dated) -> Screen:
    """Three free times of the worker."""
    keys = tuple(_free_key(slot, on, _take(asked, mode, slot)) for slot, on in free)
    actions = _later(free, replace(asked, after=free[-1][0].span.end) if free else None)
    title = Line("door-times" if free else "door-none")
    back: Step = Talk(asked.moving) if asked.moving is not None else Door()
    return Screen((title,), choices=keys, actions=actions, back=back)


def _take(asked: Door, mode: Mode, slot: Slot) -> Step:
    if asked.moving is not None and asked.version is not None:
        return DoorMove(asked.moving, asked.version, slot.span.start, mode)
    audience = asked.audience or Audience.PUPIL
    return DoorBook(ref_of(slot.school), slot.span.start, audience, mode)


def next_times(asked: NextTimes, free: Dated) -> Screen:
    """Three free times for another talk with the same people."""
    keys = tuple(_free_key(s, on, Again(asked.appointment, s.span.start)) for s, on in free)
    actions = _later(free, replace(asked, after=free[-1][0].span.end) if free else None)
    title = Line("door-times" if free else "door-none")
    return Screen((title,), choices=keys, actions=actions, back=Ending(asked.appointment))


def _free_key(slot: Slot, on: date, step: Step) -> Button:
    values: dict[str, Value] = {"day": Short(on), "clock": Clock(slot.span.start)}
    return Button(Line("time-key", values), step)


def _later(free: Dated, step: Step | None) -> tuple[Button, ...]:
    return (Button(Line("times-later"), step),) if free and step is not None else ()


def ended(talks: Sequence[Appointment]) -> Screen:
    """The talks of an opening that is over; saying how they went is optional."""
    keys = tuple(
        Button(Line(f"ended-key-{_said(each)}", _short(each)), Ending(each.id))
        for each in talks[:TALKS_SHOWN]
    )
    lines = [Line("ended-title"), Line("ended-optional" if keys else "ended-none")]
    actions = (Button(Line("walk-in-key"), Visitors()),)
    return Screen(tuple(lines), choices=keys, actions=actions, back=Home(), keep=True, silent=True)


def _said(talk: Appointment) -> str:
    """What was said of a talk so far."""
    if talk.end_told or talk.status is Status.NOSHOW:
        return "done"
    return "open"


def _short(talk: Appointment) -> dict[str, Value]:
    return {"clock": Clock(talk.span.start), "code": code_line(talk.code)}


def ending(talk: Appointment, on: date) -> Screen:
    """Whether somebody came; then how it ended."""
    line = Line("ending-row", _short(talk), item=True)
    if talk.end_told:
        return Screen((Line("ending-told"), line), back=Day(on))
    no = Button(Line("came-no"), Came(talk.id, 0))
    if talk.status is not Status.FULFILLED:
        yes = Button(Line("came-yes"), Came(talk.id, 1), Tone.GOOD)
        return Screen((Line("ending-came"), line), actions=(yes, no), back=Day(on))
    keys = tuple(Button(Line(f"end-{each.value}"), _end(talk, each)) for each in End)
    lines = (Line("ending-how"), line, Line("ending-counted"))
    return Screen(lines, choices=keys, actions=(no,), back=Day(on))


def _end(talk: Appointment, end: End) -> Step:
    return EndSure(talk.id, end) if end in ASKED_FIRST else Conclude(talk.id, end)


def end_sure(talk: Appointment, end: End) -> Screen:
    """Before care team or referral is counted; the bot passes nothing on."""
    lines = (Line("end-asked"), Line("end-law"), Line("end-passes-nothing"))
    actions = (Button(Line("end-yes"), Conclude(talk.id, end), Tone.GOOD),)
    return Screen(lines, actions=actions, back=Ending(talk.id))
