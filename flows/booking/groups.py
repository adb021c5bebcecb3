"""Finding a seat in a group: what it is called, with whom and when; never who else comes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from flows.hours.rows import place
from flows.model import Group, Opening, WorkerId
from flows.packing import Step
from flows.programme import ref_of
from flows.screen import Button, Clock, Line, Screen, Short, Value
from flows.steps import Book, Card, Groups, Home, Move, Times

GROUPS_AT_ONCE = 3


def groups(
    asked: Groups,
    free: Sequence[tuple[Opening, date]],
    names: Mapping[WorkerId, str],
) -> Screen:
    """Up to three groups with a seat left, and later ones.

    Args:
        asked: The step that led here.
        free: With their local date, in order of start; one more than is shown means there are more.
        names: What each worker is called.
    """
    back: Step = Card(asked.moving) if asked.moving is not None else Home()
    if not free:
        return Screen((Line("groups-none"),), actions=(_talk(),), back=back)
    shown = free[:GROUPS_AT_ONCE]
    titled = [(each, on, each.group) for each, on in shown if each.group is not None]
    told = [_about(each, group, names) for each, _, group in titled]
    lines = [Line("groups-choose"), *(each for n, each in enumerate(told) if each not in told[:n])]
    keys = tuple(_key(asked, each, on, group) for each, on, group in titled)
    later = Button(Line("times-later"), replace(asked, after=shown[-1][0].span.end))
    actions = (later, _talk()) if len(free) > GROUPS_AT_ONCE else (_talk(),)
    return Screen(tuple(lines), choices=keys, actions=actions, back=back)


def _talk() -> Button:
    return Button(Line("groups-talk"), Times())


def _about(opening: Opening, group: Group, names: Mapping[WorkerId, str]) -> Line:
    values: dict[str, Value] = {
        "title": group.title,
        "name": names[opening.worker],
        "start": Clock(opening.span.start),
        "end": Clock(opening.span.end),
        "room": place(opening.room),
    }
    return Line("group-about", values, item=True)


def _key(asked: Groups, opening: Opening, on: date, group: Group) -> Button:
    worker, school, mode = ref_of(opening.worker), ref_of(opening.school), opening.modes[0]
    start = opening.span.start
    take: Step = Book(worker, school, start, mode, group=1)
    if asked.moving is not None and asked.version is not None:
        take = Move(asked.moving, asked.version, worker, start, mode, group=1)
    values: dict[str, Value] = {"day": Short(on), "clock": Clock(start), "title": group.title}
    return Button(Line("group-key", values), take)
