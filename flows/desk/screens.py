"""What a worker sees: the desk, the day, one talk; never a name that was not given."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from flows.model import Appointment, Known, Mode, Opening, SchoolId, Status
from flows.programme import Programme, School
from flows.screen import Button, Clock, Line, Screen, Tone, Value
from flows.steps import Day, Digest, Here, Home, News, Number, Talk

TALKS_SHOWN = 8


def desk(
    name: str,
    on: date,
    openings: Sequence[tuple[Opening, School]],
    known: Mapping[SchoolId, Known],
    talks: int,
) -> Screen:
    """The worker's start: today's hours, how many talks, and "I am here" in one tap.

    Args:
        name: The worker's.
        on: Today.
        openings: Today's openings not yet over, each with its school, in order of start.
        known: What was said about each school today.
        talks: How many talks are still to come today.
    """
    lines = [Line("desk-title", {"name": name, "on": on})]
    lines += [_hours(opening, school, known) for opening, school in openings]
    lines.append(Line("desk-talks", {"count": talks}) if openings else Line("desk-off"))
    unsaid = [s for _, s in openings if known.get(s.id) is not Known.CONFIRMED]
    actions = [Button(Line("desk-here"), Here(unsaid[0].ref, on), Tone.GOOD)] if unsaid else []
    actions.append(Button(Line("desk-today"), Day(on)))
    actions.append(Button(Line("desk-tomorrow"), Day(on + timedelta(days=1))))
    return Screen(tuple(lines), actions=tuple(actions))


def _hours(opening: Opening, school: School, known: Mapping[SchoolId, Known]) -> Line:
    said = "is-here" if known.get(school.id) is Known.CONFIRMED else "planned"
    values: dict[str, Value] = {
        "school": school.name,
        "room": opening.room,
        "start": Clock(opening.span.start),
        "end": Clock(opening.span.end),
    }
    return Line(f"desk-{said}", values, item=True)


def day(on: date, talks: Sequence[Appointment], programme: Programme) -> Screen:
    """The talks of a day, a button each; the day before and after are one tap away."""
    title = Line("day-title", {"on": on}) if talks else Line("day-empty", {"on": on})
    keys = tuple(
        Button(
            Line(
                f"talk-key-{each.audience.value}",
                {"clock": Clock(each.span.start), "way": Line(f"way-{each.mode.value}")},
            ),
            Talk(each.id),
        )
        for each in talks[:TALKS_SHOWN]
    )
    lines = [title]
    if len(talks) > TALKS_SHOWN:
        lines.append(Line("day-others", {"count": len(talks) - TALKS_SHOWN}))
    schools = {each.school for each in talks}
    if len(schools) > 1:
        lines += [
            Line("day-school", {"school": school.name}, item=True)
            for each in sorted(schools)
            if (school := programme.school(each))
        ]
    actions = (
        Button(Line("day-before"), Day(on - timedelta(days=1))),
        Button(Line("day-after"), Day(on + timedelta(days=1))),
    )
    return Screen(tuple(lines), choices=keys, actions=actions, back=Home())


def talk(
    held: Appointment, programme: Programme, room: str | None, *, can_show_number: bool
) -> Screen:
    """One talk as its worker sees it.

    Args:
        held: As it stands.
        programme: For names.
        room: Where, when at school.
        can_show_number: Whether the number may be shown now.
    """
    lines = [
        Line(f"talk-{held.status.value}"),
        *_facts(held, programme, room),
        Line(f"talk-who-{held.audience.value}"),
    ]
    actions: tuple[Button, ...] = ()
    if held.mode is Mode.PHONE and held.status is Status.BOOKED:
        lines.append(Line("talk-number-later" if held.has_phone else "talk-number-none"))
        if held.has_phone and can_show_number:
            actions = (Button(Line("talk-number"), Number(held.id)),)
    return Screen(tuple(lines), actions=actions, back=Home())


def _facts(held: Appointment, programme: Programme, room: str | None) -> tuple[Line, ...]:
    """When and where, as the worker needs it."""
    school = programme.school(held.school)
    values: dict[str, Value] = {"school": school.name if school else held.school}
    where = Line(f"talk-at-{held.mode.value}", values)
    if held.mode is Mode.SCHOOL and room:
        where = Line("talk-at-room", {**values, "room": room})
    return Line("card-when", {"at": held.span.start}), where


def number(held: Appointment, digits: str) -> Screen:
    """The number to call."""
    lines = (Line("number-title", {"at": held.span.start}), Line("number", {"number": digits}))
    return Screen(lines, back=Talk(held.id))


def news(held: Appointment, programme: Programme, room: str | None, step: News, on: date) -> Screen:
    """What a worker is told at once about a talk."""
    lines = [Line(f"news-{step.kind.value}"), *_facts(held, programme, room)]
    if step.was is not None:
        lines.append(Line("news-was", {"at": step.was}))
    lines.append(Line(f"talk-who-{held.audience.value}"))
    return _told(lines, on)


def handed_over(was: datetime, on: date) -> Screen:
    """A talk went to a colleague; only when it was is still this worker's to know."""
    return _told([Line("news-handed-over"), Line("news-was", {"at": was})], on)


def _told(lines: Sequence[Line], on: date) -> Screen:
    that_day = Button(Line("desk-that-day"), Day(on))
    return Screen(tuple(lines), actions=(that_day,), back=Home(), keep=True)


def coordinator(name: str, scope: str, newest: date | None) -> Screen:
    """A coordinator's start: the newest published week."""
    lines = (Line("coordinator-title", {"name": name, "scope": scope}), Line("coordinator-when"))
    if newest is None:
        return Screen((*lines, Line("coordinator-none")))
    return Screen(lines, actions=(Button(Line("coordinator-newest"), Digest(newest)),))
