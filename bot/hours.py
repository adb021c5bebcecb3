"""`inloop hours`: the openings of a week as the bot would tell them, and where each comes from."""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal

from icalendar import Calendar, Event

from bot.config import Config
from bot.errors import OperatorError
from bot.listed import known_school
from flows.changes import NO_CHANGES, Changes
from flows.demand.periods import monday_of
from flows.hours.almanac import Almanac
from flows.hours.closures import Closed, closed_days
from flows.hours.known import knows, school_days
from flows.hours.presence import day_span, local_date
from flows.hours.reasons import why
from flows.hours.rows import shut, week_rows
from flows.hours.views import worker_names
from flows.model import Mode, Opening
from flows.programme import Programme, School
from flows.screen import Line
from flows.texts import Texts

Form = Literal["text", "json", "ics"]
_DAY = timedelta(days=1)
_OF_OPENINGS = {"week-row", "week-far", "week-group", "door-away"}


@dataclass(frozen=True, slots=True)
class Week:
    """A school's week from a Monday to a Sunday; openings in order of start.

    `away` has those of which an absence left nothing.
    """

    programme: Programme
    school: School
    label: str
    openings: list[Opening]
    away: list[Opening]
    closed: dict[date, Closed]
    is_known: bool
    texts: Texts

    @property
    def language(self) -> str:
        """The first language of the programme."""
        return self.programme.about.languages[0]

    def local(self, at: datetime) -> datetime:
        """A moment on the programme's clocks."""
        return at.astimezone(self.programme.zone)

    def says(self, line: Line) -> str:
        """A line in the programme's first language."""
        return self.texts.say(self.language, line)


def week_of_hours(
    config: Config,
    school: str,
    week: str,
    form: Form,
    now: datetime,
    changes: Changes = NO_CHANGES,
) -> bytes:
    """The openings of a school in an ISO week, and its closed days with their names.

    Args:
        config: Where the hours stand.
        school: The id of a school.
        week: Such as 2026-W47.
        form: Text, JSON, or iCalendar (RFC 5545).
        now: When it is asked; only iCalendar tells it, as DTSTAMP.
        changes: What was changed since the config, from the week's Monday on.

    Raises:
        OperatorError: No such school, or no such week.
    """
    asked = _week(config, school, week, changes)
    if form == "text":
        return _text(asked).encode()
    if form == "json":
        return f"{json.dumps(_values(asked), indent=2, ensure_ascii=False)}\n".encode()
    return bytes(_calendar(asked, now).to_ical())


def first_moment(config: Config, week: str) -> datetime:
    """When an ISO week begins.

    Raises:
        OperatorError: No such week.
    """
    return day_span(_monday(week), config.programme.zone).start


def _monday(week: str) -> date:
    try:
        return monday_of(week)
    except ValueError:
        raise OperatorError(f"{week} is no week: write it as 2026-W47.") from None


def _week(config: Config, school: str, week: str, changes: Changes) -> Week:
    asked, monday = known_school(config.programme, school), _monday(week)
    sunday = monday + 6 * _DAY
    almanac = Almanac(config.programme, 7, changes)
    programme = almanac.programme
    closed = closed_days(programme, asked.id, monday, sunday)
    open_days = [each for each in school_days(monday, sunday) if each not in closed]
    return Week(
        programme,
        asked,
        week,
        almanac.at_school(asked.id, monday, sunday),
        [each for n in range(7) for each in almanac.away_at(asked.id, monday + n * _DAY)],
        closed,
        all(knows(programme, asked.id, each) for each in open_days),
        Texts(programme.about.languages, programme.zone),
    )


def _text(week: Week) -> str:
    """What the bot says, each opening with what only the operator needs in brackets."""
    names = worker_names(week.programme)
    rows = [(local_date(each.span.start, week.programme.zone), each) for each in week.openings]
    said = week_rows(rows, week.closed, names, week.language)
    told = iter([*week.openings, *week.away])
    lines = [Line("week-title", {"school": week.school.name}), *said]
    if not said:
        lines.append(Line("week-nobody" if week.is_known else "week-unknown"))
    lines += [_not_there(week, each) for each in week.away]
    spoken = ((each, week.says(each)) for each in lines)
    return "".join(
        f"{words} [{_aside(next(told))}]\n" if each.id in _OF_OPENINGS else f"{words}\n"
        for each, words in spoken
    )


def _not_there(week: Week, opening: Opening) -> Line:
    """Planned, but the worker is away."""
    on = local_date(opening.span.start, week.programme.zone)
    return Line("door-away", {"name": worker_names(week.programme)[opening.worker], "on": on})


def _aside(opening: Opening) -> str:
    """How one can talk, what one must do for it, and where the opening comes from."""
    origin = opening.origin.value + (f" {opening.schedule}" if opening.schedule else "")
    ways = ", ".join(each.value for each in opening.modes)
    return "; ".join((ways, " and ".join(_entries(opening)), origin))


def _entries(opening: Opening) -> list[str]:
    if opening.group is not None:
        return [f"a group of {opening.group.seats}"]
    entries = [("bookable", opening.bookable), ("walk-in", opening.walk_in)]
    return [name for name, is_so in entries if is_so] or ["closed to visitors"]


def _values(week: Week) -> dict[str, Any]:
    return {
        "school": week.school.id,
        "name": week.school.name,
        "week": week.label,
        "zone": week.programme.about.zone,
        "known": week.is_known,
        "closed": [
            {"on": on.isoformat(), "closes": each.closes, "name": _reason(week, each)}
            for on, each in week.closed.items()
        ],
        "openings": [_opening(week, each) for each in week.openings],
        "away": [_opening(week, each) for each in week.away],
    }


def _reason(week: Week, closed: Closed) -> str:
    return week.says(Line("hours-why", {"why": why(closed, week.language)}))


def _opening(week: Week, opening: Opening) -> dict[str, Any]:
    start, end = week.local(opening.span.start), week.local(opening.span.end)
    return {
        "on": start.date().isoformat(),
        "from": f"{start:%H:%M}",
        "until": f"{end:%H:%M}",
        "start": opening.span.start.isoformat(),
        "end": opening.span.end.isoformat(),
        "worker": opening.worker,
        "name": worker_names(week.programme)[opening.worker],
        "room": opening.room if Mode.SCHOOL in opening.modes else None,
        "modes": [each.value for each in opening.modes],
        "bookable": opening.bookable,
        "walk_in": opening.walk_in,
        "group": _group(week, opening),
        "origin": opening.origin.value,
        "schedule": opening.schedule,
    }


def _group(week: Week, opening: Opening) -> dict[str, Any] | None:
    if opening.group is None:
        return None
    title = opening.group.title.said_in(week.language)
    audiences = [each.value for each in opening.group.audiences]
    return {"title": title, "seats": opening.group.seats, "audiences": audiences}


def _calendar(week: Week, now: datetime) -> Calendar:
    """Openings as events in UTC, closed days as events of a day that keep nobody busy.

    Source: RFC 5545, 3.6 (PRODID, VERSION), 3.6.1 (UID, DTSTAMP), 3.8.2.7 (TRANSP).
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Inloop//inloop hours//NL")
    calendar.add("version", "2.0")
    for opening in week.openings:
        calendar.add_component(_event(week, opening, now))
    for on, closed in week.closed.items():
        event = _stamped(f"closed-{week.school.id}-{on}", now)
        event.add("summary", f"{week.school.name}: {week.says(shut(closed, week.language))}")
        event.add("dtstart", on)
        event.add("dtend", on + _DAY)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return calendar


def _event(week: Week, opening: Opening, now: datetime) -> Event:
    key = opening.schedule or f"{opening.origin.value}-{opening.worker}"
    event = _stamped(f"{key}-{opening.span.start:%Y%m%dT%H%MZ}", now)
    name = worker_names(week.programme)[opening.worker]
    if opening.group is not None:
        name = f"{opening.group.title.said_in(week.language)}: {name}"
    event.add("summary", f"{name}, {week.school.name}")
    if Mode.SCHOOL in opening.modes:
        event.add("location", f"{opening.room}, {week.school.address}")
    event.add("dtstart", opening.span.start)
    event.add("dtend", opening.span.end)
    event.add("description", _aside(opening))
    return event


def _stamped(key: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{key}@inloop")
    event.add("dtstamp", now)
    return event
