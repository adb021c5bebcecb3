"""A worker's own hours: the week, what comes back, and one question a screen to change it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from flows.changes import Block
from flows.hours.rows import place
from flows.model import Opening, PlanKind
from flows.packing import Step
from flows.planning.rules import LENGTHS, STARTS, settled
from flows.programme import Programme, Schedule, School, ref_of
from flows.screen import Button, Clock, Line, Screen, Short, Tone, Value, Wall
from flows.staff_steps import Day, DeskWeek, Drop, Hour, Meeting, Plan, Regular, Unblock, Weekly
from flows.steps import More

A_PAGE = 7
WORKDAYS = range(6)


@dataclass(frozen=True, slots=True)
class Row:
    """One opening of a week, its local date, and how many talks it has."""

    on: date
    opening: Opening
    talks: int


def desk_week(rows: Sequence[Row], programme: Programme, later: int) -> Screen:
    """Seven days: each opening a button."""
    keys = tuple(
        Button(Line("desk-week-key", _values(each, programme)), _hour(each.opening))
        for each in rows[: A_PAGE + 1]
    )
    title = Line("desk-week" if rows else "desk-week-none")
    actions = (
        Button(Line("week-later"), DeskWeek(later + 1)),
        Button(Line("desk-weekly"), Weekly()),
    )
    back: Step = DeskWeek(later - 1) if later else More()
    return Screen((title,), choices=keys, actions=actions, back=back)


def _hour(opening: Opening) -> Hour:
    return Hour(ref_of(opening.school), opening.span.start)


def _values(row: Row, programme: Programme) -> dict[str, Value]:
    school = programme.school(row.opening.school)
    return {
        "day": Short(row.on),
        "start": Clock(row.opening.span.start),
        "school": school.name if school else row.opening.school,
        "count": row.talks,
    }


def hour(row: Row, programme: Programme) -> Screen:
    """One opening: where, how long, and that it can be dropped."""
    opening = row.opening
    school = programme.school(opening.school)
    values: dict[str, Value] = {
        "school": school.name if school else opening.school,
        "room": place(opening.room),
        "start": Clock(opening.span.start),
        "end": Clock(opening.span.end),
    }
    lines = (
        Line("hour-title", {"on": row.on}),
        Line("desk-planned", values, item=True),
        Line("hour-talks", {"count": row.talks}),
    )
    drop = Drop(ref_of(opening.school), opening.span.start, opening.span.end)
    actions = (
        Button(Line("desk-that-day"), Day(row.on)),
        Button(Line("hour-drop"), drop, Tone.DANGER),
    )
    return Screen(lines, actions=actions, back=DeskWeek())


def weekly(
    listed: Sequence[tuple[Schedule, Opening, date]],
    blocks: Sequence[Block],
    programme: Programme,
    page: int,
) -> Screen:
    """What comes back, each with its next time; and what can be added.

    Args:
        listed: Schedules with their next opening and its local date.
        blocks: Meetings of every week.
        programme: For names.
        page: From 0.
    """
    keys = [
        Button(Line("weekly-key", _recurring(opening, on, programme)), Regular(ref_of(each.id)))
        for each, opening, on in listed
    ]
    keys += [Button(Line("meeting-key", _meeting(each)), Meeting(each.id)) for each in blocks]
    first = page * A_PAGE
    shown = keys[first : first + A_PAGE]
    if first + A_PAGE < len(keys):
        shown.append(Button(Line("list-more"), Weekly(page + 1)))
    actions = (
        Button(Line("weekly-extra"), Plan(PlanKind.EXTRA)),
        Button(Line("weekly-add"), Plan(PlanKind.ADD)),
        Button(Line("weekly-block"), Plan(PlanKind.BLOCK)),
    )
    title = Line("weekly-title" if keys else "weekly-none")
    back: Step = Weekly(page - 1) if page else More()
    return Screen((title,), choices=tuple(shown), actions=actions, back=back)


def _recurring(opening: Opening, on: date, programme: Programme) -> dict[str, Value]:
    school = programme.school(opening.school)
    return {
        "weekday": Line(f"weekday-{on.weekday()}"),
        "start": Clock(opening.span.start),
        "end": Clock(opening.span.end),
        "school": school.name if school else opening.school,
    }


def _meeting(block: Block) -> dict[str, Value]:
    return {"weekday": Line(f"weekday-{block.weekday}"), "start": Wall(block.start)}


def regular(schedule: Schedule, opening: Opening, on: date, programme: Programme) -> Screen:
    """One of one's recurring hours: change it or end it, from a date on; a group only ends."""
    ref = ref_of(schedule.id)
    line = Line("weekly-row", _recurring(opening, on, programme), item=True)
    actions = (
        Button(Line("weekly-change"), Plan(PlanKind.CHANGE, schedule=ref)),
        Button(Line("weekly-end"), Plan(PlanKind.END, schedule=ref), Tone.DANGER),
    )
    if schedule.group is not None:
        title = Line("weekly-group", {"title": schedule.group.value.title}, item=True)
        return Screen((Line("weekly-one"), title, line), actions=actions[1:], back=Weekly())
    return Screen((Line("weekly-one"), line), actions=actions, back=Weekly())


def meeting(block: Block) -> Screen:
    """An hour of every week without office hours."""
    line = Line("meeting-row", _meeting(block), item=True)
    actions = (Button(Line("meeting-end"), Unblock(block.id), Tone.DANGER),)
    return Screen((Line("meeting-title"), line), actions=actions, back=Weekly())


def ask_school(plan: Plan, schools: Sequence[School]) -> Screen:
    """Where."""
    keys = _page(
        plan,
        [
            Button(Line("school-key", {"school": s.name}), replace(plan, school=s.ref, page=0))
            for s in schools
        ],
    )
    return Screen((Line("plan-school"),), choices=keys, back=Weekly())


def ask_date(plan: Plan, dates: Sequence[date]) -> Screen:
    """Which day, or from which day on; `dates` are those of the page."""
    keys = [Button(Line("day-key", {"day": on}), replace(plan, on=on, page=0)) for on in dates]
    keys.append(Button(Line("list-more"), replace(plan, page=plan.page + 1)))
    title = Line("plan-on" if plan.kind is PlanKind.EXTRA else "plan-from")
    return Screen((title,), choices=tuple(keys), back=Weekly())


def ask_weekday(plan: Plan) -> Screen:
    """Which weekday."""
    keys = tuple(
        Button(Line("weekday-key", {"weekday": Line(f"weekday-{n}")}), replace(plan, weekday=n))
        for n in WORKDAYS
    )
    return Screen((Line("plan-weekday"),), choices=keys, back=replace(plan, on=None))


def ask_start(plan: Plan) -> Screen:
    """From which time."""
    keys = [
        Button(Line("start-key", {"clock": Wall.at(n)}), replace(plan, start=n, page=0))
        for n in STARTS
    ]
    back = replace(plan, weekday=None) if plan.weekday is not None else replace(plan, on=None)
    return Screen((Line("plan-start"),), choices=_page(plan, keys), back=back)


def ask_length(plan: Plan) -> Screen:
    """Until which time."""
    start = plan.start or 0
    keys = tuple(
        Button(Line("end-key", {"clock": Wall.at(start + n)}), replace(plan, length=n))
        for n in LENGTHS
    )
    return Screen((Line("plan-end"),), choices=keys, back=replace(plan, start=None))


def _page(plan: Plan, keys: Sequence[Button]) -> tuple[Button, ...]:
    first = plan.page * A_PAGE
    shown = list(keys[first : first + A_PAGE])
    if first + A_PAGE < len(keys):
        shown.append(Button(Line("list-more"), replace(plan, page=plan.page + 1)))
    return tuple(shown)


def sure(plan: Plan, school: School | None) -> Screen:
    """What will be, before it is done; who booked in what falls away is told."""
    lines = [Line(f"sure-{plan.kind.value}"), _planned(plan)]
    if school is not None:
        lines.append(Line("sure-school", {"school": school.name}, item=True))
    lines.append(Line("gone-all-told"))
    yes = Button(Line("plan-yes"), settled(plan), Tone.GOOD)
    return Screen(tuple(lines), actions=(yes,), back=Weekly())


def _planned(plan: Plan) -> Line:
    """On one day, or of every week from a date on, or from when on no more."""
    values: dict[str, Value] = {"on": Short(plan.on)} if plan.on is not None else {}
    if plan.start is None or plan.length is None:
        return Line("plan-row-end", values, item=True)
    values |= {"start": Wall.at(plan.start), "end": Wall.at(plan.start + plan.length)}
    if plan.weekday is None:
        return Line("gone-day-row", values, item=True)
    values["weekday"] = Line(f"weekday-{plan.weekday}")
    return Line("plan-row-weekly", values, item=True)
