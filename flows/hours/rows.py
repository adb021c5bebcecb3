"""One row for each opening and each closed stretch: who, when, where, or why not."""

from collections.abc import Container, Mapping, Sequence
from datetime import date, timedelta

from flows.hours.closures import Closed
from flows.hours.presence import Presence
from flows.hours.reasons import why
from flows.model import AT_THE_DESK, Known, Mode, Opening, WorkerId
from flows.screen import Clock, Line, Short, Value

Names = Mapping[WorkerId, str]
_DAY = timedelta(days=1)
_SATURDAY = 5


def is_far(opening: Opening | Presence) -> bool:
    """Tell whether there are no talks at school: nobody needs to come."""
    return Mode.SCHOOL not in opening.modes


def ways(modes: Container[Mode]) -> Line:
    """By phone, by video, or both, or at home, where nobody needs to come."""
    if Mode.HOME in modes:
        return Line("hours-way-home")
    if Mode.VIDEO not in modes:
        return Line("hours-way-phone")
    return Line("hours-way-both" if Mode.PHONE in modes else "hours-way-video")


def place(room: str) -> Value:
    """A room, or the desk where the worker comes to."""
    return Line("place-desk") if room == AT_THE_DESK else room


def present(row: Presence, names: Names) -> Line:
    """What is known about an opening of today."""
    late = row.until_at if row.known is Known.LATE else None
    values: dict[str, Value] = {
        "name": names[row.worker],
        "start": Clock(late or row.span.start),
        "end": Clock(row.span.end),
    }
    if row.known is Known.AWAY:
        return Line("today-away", {"name": values["name"]}, item=True)
    if is_far(row):
        return Line("today-far", {**values, "ways": ways(row.modes)}, item=True)
    values["room"] = place(row.room)
    if late is not None:
        return Line("today-late", {**values, "until": Clock(late)}, item=True)
    if row.group is not None:
        return Line("today-group", {**values, "title": row.group.title}, item=True)
    said = "confirmed" if row.known is Known.CONFIRMED else "planned"
    return Line(f"today-{said}-{row.phase.value}", values, item=True)


def planned(on: date, opening: Opening, names: Names) -> Line:
    """An opening of a week."""
    values: dict[str, Value] = {
        "day": Short(on),
        "name": names[opening.worker],
        "start": Clock(opening.span.start),
        "end": Clock(opening.span.end),
    }
    if is_far(opening):
        return Line("week-far", {**values, "ways": ways(opening.modes)}, item=True)
    values["room"] = place(opening.room)
    if opening.group is not None:
        return Line("week-group", {**values, "title": opening.group.title}, item=True)
    return Line("week-row", values, item=True)


def again(opening: Opening, names: Names) -> Line:
    """When somebody is there the next time."""
    values: dict[str, Value] = {"name": names[opening.worker], "at": opening.span.start}
    if is_far(opening):
        return Line("today-next-far", {**values, "ways": ways(opening.modes)})
    return Line("today-next", values)


def week_rows(
    rows: Sequence[tuple[date, Opening]],
    closed: Mapping[date, Closed],
    names: Names,
    language: str,
) -> list[Line]:
    """The openings and the closed days of a week, by date; closed days first on theirs.

    Args:
        rows: Local date and opening, in order of start.
        closed: Closed days, ascending; Saturdays and Sundays are not told.
        names: What each worker is called.
        language: For what the config calls a closure.
    """
    told = [
        (first, _shut(first, last, why_not, language)) for first, last, why_not in _runs(closed)
    ]
    told += [(on, planned(on, each, names)) for on, each in rows]
    return [line for _, line in sorted(told, key=lambda each: each[0])]


def _runs(closed: Mapping[date, Closed]) -> list[tuple[date, date, Closed]]:
    """School days closed for one reason that follow each other: first, last, reason."""
    runs: list[tuple[date, date, Closed]] = []
    for on in (each for each in closed if each.weekday() < _SATURDAY):
        yesterday = on - (3 if on.weekday() == 0 else 1) * _DAY
        if runs and runs[-1][1:] == (yesterday, closed[on]):
            runs[-1] = (runs[-1][0], on, closed[on])
        else:
            runs.append((on, on, closed[on]))
    return runs


def _shut(first: date, last: date, closed: Closed, language: str) -> Line:
    day: Value = Short(first)
    if last > first:
        day = Line("week-days", {"first": Short(first), "last": Short(last)})
    return Line("week-closed", {"day": day, "what": shut(closed, language)}, item=True)


def shut(closed: Closed, language: str) -> Line:
    """What is closed and why."""
    text = "hours-building-shut" if closed.closes == "building" else "hours-shut"
    return Line(text, {"why": why(closed, language)})
