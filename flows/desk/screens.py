"""What a worker sees: the desk, the day, one talk; never a name that was not given."""

from collections.abc import Mapping, Sequence
from datetime import date

from flows.hours.rows import place
from flows.model import Appointment, Known, Opening, SchoolId
from flows.packing import Step
from flows.programme import School, Worker
from flows.screen import Button, Clock, Line, Screen, Short, Tone, Value
from flows.staff_steps import (
    Colleagues,
    Day,
    DeskWeek,
    Digest,
    Door,
    Gone,
    Here,
    Invite,
    Later,
    Places,
    Remove,
    Settings,
    Staff,
    StaffMember,
    TellDaily,
    Unban,
    Visitors,
    Weekly,
)
from flows.steps import Home, Languages, More, Privacy, Sit

STAFF_A_PAGE = 7
TALKS_SHOWN = 8


def desk(
    name: str,
    on: date,
    openings: Sequence[tuple[Opening, School]],
    known: Mapping[SchoolId, Known],
    talks: int,
    *,
    is_away: bool,
) -> Screen:
    """The worker's start: today's hours, how many talks, and the next thing to say in one tap.

    Args:
        name: The worker's.
        on: Today.
        openings: Today's openings not yet over, each with its school, in order of start.
        known: What was said about each school today.
        talks: How many talks are still to come today.
        is_away: Whether an absence takes something of today.
    """
    lines = [Line("desk-title", {"name": name, "on": on})]
    lines += [_hours(opening, school, known) for opening, school in openings]
    if is_away:
        lines.append(Line("desk-away"))
    lines.append(Line("desk-talks", {"count": talks}) if openings else Line("desk-off"))
    return Screen(tuple(lines), actions=_desk_actions(on, openings, known, is_away=is_away))


def _desk_actions(
    on: date,
    openings: Sequence[tuple[Opening, School]],
    known: Mapping[SchoolId, Known],
    *,
    is_away: bool,
) -> tuple[Button, ...]:
    if not openings:
        later = Button(Line("desk-gone" if not is_away else "desk-return"), Gone())
        return (Button(Line("desk-week-own"), DeskWeek()), later)
    unsaid = [s for _, s in openings if known.get(s.id) is not Known.CONFIRMED]
    first = (
        Button(Line("desk-here"), Here(unsaid[0].ref, on), Tone.GOOD)
        if unsaid
        else Button(Line("walk-in-key"), Visitors())
    )
    not_yet = Later((unsaid or [s for _, s in openings])[0].ref, on)
    return (first, Button(Line("desk-later"), not_yet), Button(Line("desk-today"), Day(on)))


def _hours(opening: Opening, school: School, known: Mapping[SchoolId, Known]) -> Line:
    said = {Known.CONFIRMED: "is-here", Known.LATE: "is-late"}
    values: dict[str, Value] = {
        "school": school.name,
        "room": place(opening.room),
        "start": Clock(opening.span.start),
        "end": Clock(opening.span.end),
    }
    what = known.get(school.id, Known.PLANNED)
    return Line(f"desk-{said.get(what, 'planned')}", values, item=True)


def more(today: Sequence[School], on: date) -> Screen:
    """Everything a worker does besides the next thing; `today` are the schools of today."""
    entries = [Button(Line("desk-week-own"), DeskWeek()), Button(Line("door-key"), Door())]
    entries += [Button(Line("place-change"), Places(each.ref, on)) for each in today[:1]]
    entries += [
        Button(Line("desk-weekly"), Weekly()),
        Button(Line("desk-gone"), Gone()),
        Button(Line("colleagues-key"), Colleagues()),
        Button(Line("settings-key"), Settings()),
    ]
    return Screen((Line("more-choose"),), choices=tuple(entries), back=Home())


def settings(*, daily: bool, bans: bool = False) -> Screen:
    """How a worker wants to be told, and everything rare; `bans`: somebody cannot book now."""
    told = (
        Button(Line("daily-off"), TellDaily(0)) if daily else Button(Line("daily-on"), TellDaily(1))
    )
    entries = (
        told,
        *((Button(Line("settings-unban"), Unban()),) if bans else ()),
        Button(Line("sit-visitor"), Sit(0)),
        Button(Line("key-languages"), Languages()),
        Button(Line("key-privacy"), Privacy()),
    )
    lines = [Line("settings-daily" if daily else "settings-each")]
    lines += [Line("settings-bans")] if bans else []
    return Screen(tuple(lines), choices=entries, back=More())


def daily(rows: Sequence[tuple[date, Appointment]], on: date) -> Screen:
    """Bookings days ahead that came or changed since the day before."""
    lines = [Line("daily-title" if rows else "daily-none")]
    lines += [
        Line(
            f"daily-{each.status.value}",
            {"day": Short(day), "clock": Clock(each.span.start)},
            item=True,
        )
        for day, each in rows[:TALKS_SHOWN]
    ]
    if len(rows) > TALKS_SHOWN:
        lines.append(Line("day-others", {"count": len(rows) - TALKS_SHOWN}))
    actions = (Button(Line("desk-week-own"), DeskWeek()), Button(Line("desk-that-day"), Day(on)))
    return Screen(tuple(lines), actions=actions, back=Home(), keep=True)


def coordinator(name: str, scope: str, newest: date | None) -> Screen:
    """A coordinator's start: the newest published week, the workers, who is not there."""
    lines = (Line("coordinator-title", {"name": name, "scope": scope}), Line("coordinator-when"))
    rest = (
        Button(Line("staff-key"), Staff()),
        Button(Line("colleagues-key"), Colleagues()),
    )
    if newest is None:
        return Screen((*lines, Line("coordinator-none")), actions=rest)
    first = Button(Line("coordinator-newest"), Digest(newest))
    return Screen(lines, actions=(first, *rest))


def staff(listed: Sequence[Worker], page: int) -> Screen:
    """The workers of a scope, a button each."""
    first = page * STAFF_A_PAGE
    keys = [
        Button(Line("worker-key", {"name": each.name}), StaffMember(each.ref))
        for each in listed[first : first + STAFF_A_PAGE]
    ]
    if first + STAFF_A_PAGE < len(listed):
        keys.append(Button(Line("list-more"), Staff(page + 1)))
    back: Step = Staff(page - 1) if page else Home()
    title = Line("staff-title" if keys else "staff-none")
    return Screen((title,), choices=tuple(keys), back=back)


def staff_member(worker: Worker, provider: str, *, has_desk: bool, today: Step | None) -> Screen:
    """One worker: a link to begin with, or the end of the chat; nothing of any talk.

    Args:
        worker: Who.
        provider: From whom.
        has_desk: Whether an account took up an invitation.
        today: Says that this worker is not there today; None when there are no hours.
    """
    lines = (
        Line("staff-member", {"name": worker.name, "provider": provider}),
        Line("staff-has-desk" if has_desk else "staff-no-desk"),
    )
    actions = [Button(Line("staff-invite"), Invite(worker.ref))]
    if today is not None:
        actions.append(Button(Line("staff-away"), today))
    if has_desk:
        actions.append(Button(Line("staff-remove"), Remove(worker.ref), Tone.DANGER))
    return Screen(lines, actions=tuple(actions), back=Staff())
