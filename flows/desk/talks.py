"""A worker's talks: the day, one of them, what is told at once; no name that was not given."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from flows.booking.cards import group_title
from flows.booking.codes import code_line
from flows.hours.rows import place
from flows.model import Appointment, Mode, NoticeKind, Opening, Status
from flows.packing import Step
from flows.programme import Programme, ref_of
from flows.screen import Button, Clock, Line, Screen, Tone, Tongues, Value
from flows.staff_steps import (
    Ban,
    CancelFor,
    CancelSure,
    Day,
    Door,
    DoorBook,
    DoorCancel,
    Ending,
    News,
    Number,
    Seats,
    Talk,
    Unban,
)
from flows.steps import Home

TALKS_SHOWN = 8
SEATS_A_PAGE = 7
NEWS = {
    NoticeKind.BOOKED: "news-booked",
    NoticeKind.CANCELLED: "news-cancelled",
    NoticeKind.MOVED: "news-moved",
    NoticeKind.LATE: "news-late",
    NoticeKind.NOBODY: "news-nobody",
}
"""What a worker is told at once, and how it begins."""
NUMBER_STAYS = timedelta(minutes=30)
"""So long after a talk the message with the number is still in the chat."""


def day(on: date, talks: Sequence[tuple[Appointment, str | None]], programme: Programme) -> Screen:
    """The talks of a day, a button each; the day before and after are one tap away.

    Args:
        on: Which day.
        talks: Each with its room, None where it needs none, or has none any more.
        programme: For names.
    """
    title = Line("day-title", {"on": on}) if talks else Line("day-empty", {"on": on})
    stretches = _stretches(talks)
    shown = stretches[:TALKS_SHOWN]
    keys = tuple(_key(each[0][0], programme, on) for each in shown)
    lines = [title, *(_row_of(each, programme) for each in shown)]
    if len(stretches) > TALKS_SHOWN:
        lines.append(Line("day-others", {"count": len(stretches) - TALKS_SHOWN}))
    schools = {each.school for each, _ in talks}
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


Roomed = tuple[Appointment, str | None]
"""A talk with its room."""


def _stretches(talks: Sequence[Roomed]) -> list[list[Roomed]]:
    """Talks one by one, and all seats of a group together, in order of start."""
    found: dict[object, list[Roomed]] = {}
    for each in talks:
        talk = each[0]
        key = talk.id if talk.group is None else (talk.group, talk.span.start)
        found.setdefault(key, []).append(each)
    return list(found.values())


def _key(first: Appointment, programme: Programme, on: date) -> Button:
    clock = Clock(first.span.start)
    if first.group is not None:
        values: dict[str, Value] = {"clock": clock, "title": group_title(programme, first)}
        return Button(Line("talk-key-group", values), Seats(first.span.start, on))
    label = Line(f"talk-key-{first.audience.value}", {"clock": clock, "way": _way(first.mode)})
    return Button(label, Talk(first.id))


def _row_of(stretch: Sequence[Roomed], programme: Programme) -> Line:
    held, room = stretch[0]
    if held.group is None:
        return _row(held, room)
    values: dict[str, Value] = {
        "clock": Clock(held.span.start),
        "room": place(room) if room is not None else Line("way-school"),
        "title": group_title(programme, held),
        "count": len(stretch),
    }
    return Line("day-row-group", values, item=True)


def seats(
    asked: Seats, talks: Sequence[Appointment], programme: Programme, opening: Opening | None
) -> Screen:
    """Who comes to a group: a code and a button each; and a seat for somebody without the bot.

    Args:
        asked: Which group.
        talks: Its seats that are taken, in order of booking; not empty.
        programme: For names.
        opening: When a seat can still be given.
    """
    first = asked.page * SEATS_A_PAGE
    shown = talks[first : first + SEATS_A_PAGE]
    keys = [Button(Line("seat-key", {"code": code_line(e.code)}), Talk(e.id)) for e in shown]
    if first + SEATS_A_PAGE < len(talks):
        keys.append(Button(Line("list-more"), replace(asked, page=asked.page + 1)))
    lines = (*_facts(talks[0], programme, None), Line("seats-taken", {"count": len(talks)}))
    actions: tuple[Button, ...] = ()
    if opening is not None and opening.group is not None:
        school, mode = ref_of(opening.school), opening.modes[0]
        actions = tuple(
            Button(
                Line(f"seat-door-{each.value}"),
                DoorBook(school, opening.span.start, each, mode, group=1),
            )
            for each in opening.group.audiences
        )
    return Screen(lines, choices=tuple(keys), actions=actions, back=Day(asked.on))


def _row(held: Appointment, room: str | None) -> Line:
    """Time, room and code word; and an interpreter where one is wanted."""
    where: Value = place(room) if room is not None and held.mode is Mode.SCHOOL else ""
    values: dict[str, Value] = {
        "clock": Clock(held.span.start),
        "room": where or _way(held.mode),
        "code": code_line(held.code),
    }
    if held.late_minutes:
        values["minutes"] = held.late_minutes
        return Line("day-row-late", values, item=True)
    if held.interpreter is None:
        return Line("day-row", values, item=True)
    return Line(
        "day-row-interpreter", {**values, "language": Tongues((held.interpreter,))}, item=True
    )


def _way(mode: Mode) -> Line:
    """How a talk is held; the home is not the worker's own."""
    return Line("talk-way-home" if mode is Mode.HOME else f"way-{mode.value}")


def talk(
    held: Appointment,
    programme: Programme,
    room: str | None,
    *,
    can_show_number: bool,
    can_end: bool,
    is_ahead: bool,
    nickname: str | None = None,
    banned: bool | None = None,
) -> Screen:
    """One talk as its worker sees it; of somebody without the bot it is the slip to show.

    Args:
        held: As it stands.
        programme: For names.
        room: Where, when at school.
        can_show_number: Whether the number may be shown now.
        can_end: Whether it can be said how it went.
        is_ahead: Whether it stands and has not begun.
        nickname: How somebody wants to be called, if they said so.
        banned: Whether who booked cannot book with this worker now; None when nobody knows who.
    """
    lines = [Line(f"talk-{held.status.value}"), *_facts(held, programme, room)]
    lines += _about(held, nickname)
    actions: list[Button] = []
    if held.mode.calls and held.status is Status.BOOKED and not held.at_door:
        later = "talk-number-day" if held.mode is Mode.HOME else "talk-number-later"
        lines.append(Line(later if held.has_phone else "talk-number-none"))
        if held.has_phone and can_show_number:
            actions.append(Button(Line("talk-number"), Number(held.id)))
    if is_ahead:
        actions += _door_actions(held) if held.at_door else [_cancel(held)]
    if can_end:
        actions.append(Button(Line("talk-ending"), Ending(held.id)))
    if banned is not None:
        step: Step = Unban(held.id) if banned else Ban(held.id)
        actions.append(Button(Line("talk-unban" if banned else "talk-ban"), step))
    return Screen(tuple(lines), actions=tuple(actions), back=Home())


def _about(held: Appointment, nickname: str | None) -> list[Line]:
    """Code, audience, and what somebody said for the talk."""
    code = Line("card-code", {"code": code_line(held.code)}, item=True)
    lines = [code] if held.status is Status.BOOKED else []
    lines.append(Line(f"talk-who-{held.audience.value}"))
    if nickname is not None:
        lines.append(Line("talk-nickname", {"name": nickname}, item=True))
    if held.consult is not None:
        lines.append(Line(f"talk-consult-{held.consult.value}"))
    if held.together:
        lines.append(Line("talk-with-guest", item=True))
    if held.late_minutes:
        lines.append(Line("talk-late", {"minutes": held.late_minutes}))
    if held.interpreter is not None:
        lines.append(Line("talk-interpreter", {"language": Tongues((held.interpreter,))}))
    return lines


def _cancel(held: Appointment) -> Button:
    """For who lost the phone; whoever has one cancels there."""
    return Button(Line("card-cancel"), CancelSure(held.id, held.version), Tone.DANGER)


def cancel_sure(held: Appointment) -> Screen:
    """Cancel a talk for its person: only who knows the pictures may ask."""
    lines = (
        Line("sure-cancel"),
        Line("card-when", {"at": held.span.start}, item=True),
        Line("card-code", {"code": code_line(held.code)}, item=True),
        Line("sure-cancel-asked"),
        Line("sure-cancel-told"),
    )
    yes = Button(Line("sure-cancel-yes"), CancelFor(held.id, held.version), Tone.DANGER)
    return Screen(lines, actions=(yes,), back=Talk(held.id))


def _door_actions(held: Appointment) -> list[Button]:
    cancel = Button(Line("card-cancel"), DoorCancel(held.id, held.version), Tone.DANGER)
    if held.group is not None:
        return [cancel]
    move = Door(held.audience, held.mode, None, held.id, held.version)
    return [Button(Line("card-move"), move), cancel]


def _facts(held: Appointment, programme: Programme, room: str | None) -> tuple[Line, ...]:
    """When and where, as the worker needs it."""
    school = programme.school(held.school)
    values: dict[str, Value] = {"school": school.name if school else held.school}
    where = Line(f"talk-at-{held.mode.value}", values)
    if held.group is not None:
        values["title"] = group_title(programme, held)
        where = Line("talk-at-group", values)
    elif held.mode is Mode.SCHOOL and room is not None:
        where = Line("talk-at-room", {**values, "room": place(room)})
    return Line("card-when", {"at": held.span.start}), where


def number(held: Appointment, digits: str) -> Screen:
    """The number to call, in a message that is taken away after the talk."""
    lines = (
        Line("number-title", {"at": held.span.start}),
        Line("number", {"number": digits}),
        Line("number-vanishes"),
    )
    return Screen(lines, back=Talk(held.id), keep=True, vanish_at=held.span.end + NUMBER_STAYS)


def news(held: Appointment, programme: Programme, room: str | None, step: News, on: date) -> Screen:
    """What a worker is told at once about a talk."""
    lines = [Line(NEWS[step.kind]), *_facts(held, programme, room)]
    if step.kind is NoticeKind.LATE:
        lines.append(Line("talk-late", {"minutes": held.late_minutes}))
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
