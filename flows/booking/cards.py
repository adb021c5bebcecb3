"""One talk as its person sees it: the card, what is told about it, and what can be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flows.booking.codes import code_line
from flows.booking.rules import DELAYS
from flows.hours.presence import Presence
from flows.hours.rows import place, present
from flows.model import (
    AT_THE_DESK,
    Appointment,
    AppointmentId,
    Audience,
    Consult,
    Mode,
    NoticeKind,
    Opening,
    Participation,
    Slot,
    Status,
    Typed,
    WorkerId,
)
from flows.packing import Step
from flows.programme import Programme, ref_of
from flows.screen import Button, Clock, Document, Line, Screen, Short, Tone, Value
from flows.steps import (
    Await,
    Book,
    Calendar,
    Cancel,
    Card,
    CardMore,
    Consults,
    Delay,
    Delays,
    Discuss,
    GivePhone,
    Groups,
    Home,
    Interpret,
    More,
    Move,
    Nobody,
    Restore,
    Times,
    Together,
    Topics,
    Type,
    Unawait,
)

NEAR = {
    NoticeKind.EVENING: "reminder-evening",
    NoticeKind.MORNING: "reminder-morning",
    NoticeKind.HOUR: "reminder-hour",
}
"""How a reminder begins."""
TOLD = {
    NoticeKind.BOOKED: "told-booked",
    NoticeKind.BACK: "told-back",
    NoticeKind.LATE: "told-late",
    NoticeKind.PLACE: "told-place",
    NoticeKind.MOVED: "told-moved",
}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known about a talk beside itself.

    Attributes:
        room: Where, when the talk is at school; None when no opening holds it any more.
        is_held: Whether an opening holds it.
        here: Whether the worker said "I am here" on its day.
        can_restore: Whether a cancel can still be taken back.
        ongoing: Whether it has begun and is not over.
        over: Whether its end is past.
        wants_interpreter: Whether the worker does not speak the person's language.
        late_until: From when the worker is there, who said to come later.
        near: Whether it is time to say that one comes later.
        label: For which child a parent said it is.
        can_wait: Whether there can be an earlier time.
        waits: Whether the person is in line for one.
        shared: Whether others look at the phone.
    """

    room: str | None
    is_held: bool
    here: bool = False
    can_restore: bool = False
    ongoing: bool = False
    over: bool = False
    wants_interpreter: bool = False
    late_until: datetime | None = None
    near: bool = False
    label: str | None = None
    can_wait: bool = False
    waits: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class WaysOn:
    """What a person is offered whose talk lost its opening.

    Attributes:
        why: In one line: away, closed, or left.
        colleague: A time with somebody else on the same day, with its date.
        after: The first time with the same worker afterwards, or of the same group.
    """

    why: Line
    colleague: tuple[Slot, date] | None = None
    after: tuple[Slot | Opening, date] | None = None


def card(
    held: Participation, programme: Programme, language: str, known: Known, ways: WaysOn | None
) -> Screen:
    """One talk as its person holds it; this message stays where it is.

    Args:
        held: The talk as it stands.
        programme: For names.
        language: The person's, for the school's own words.
        known: What else there is to know.
        ways: What is offered instead, where no opening holds a booked talk any more.
    """
    talk = held.appointment
    booked = talk.status is Status.BOOKED and not known.over
    if booked and ways is not None:
        shown = away(talk, programme, ways)
        lines, actions = [*shown.lines], shown.actions
    elif booked:
        lines = [Line("card-booked"), *talk_lines(talk, programme, known.room)]
        lines += _to_know(talk, programme, language, known)
        actions = _ongoing_actions(talk, known) if known.ongoing else _booked_actions(talk, known)
    else:
        title = Status.FULFILLED if talk.status is Status.BOOKED else talk.status
        lines = [Line(f"card-{title.value}"), *talk_lines(talk, programme, known.room)]
        actions = _ended_actions(talk, can_restore=known.can_restore)
    return Screen(
        tuple(lines),
        actions=actions,
        back=Home(),
        more=CardMore(talk.id),
        keep=True,
        card=talk.id,
        card_at=held.card,
    )


def _to_know(talk: Appointment, programme: Programme, language: str, known: Known) -> list[Line]:
    lines = [Line("card-code", {"code": code_line(talk.code)}, item=True)]
    if known.label is not None:
        lines.append(Line("card-labelled", {"label": known.label}, item=True))
    if talk.consult is not None:
        lines.append(Line(f"card-consult-{talk.consult.value}"))
    lines += way_there(talk, programme, language, known.room)
    lines += there(talk, programme, known)
    if talk.late_minutes:
        lines.append(Line("card-delayed", {"minutes": talk.late_minutes}))
    if known.waits:
        lines.append(Line("card-waits", item=True))
    if talk.mode.calls:
        lines.append(Line("card-phone-known" if talk.has_phone else "card-phone-ask"))
    if talk.interpreter is not None:
        lines.append(Line("card-interpreter"))
    return lines + video_link(talk, programme)


def video_link(talk: Appointment, programme: Programme) -> list[Line]:
    """Where to go on video."""
    worker = programme.worker(talk.worker)
    if talk.mode is not Mode.VIDEO or worker is None or worker.video is None:
        return []
    return [Line("card-video-link", {"link": worker.video}, item=True)]


def there(talk: Appointment, programme: Programme, known: Known) -> list[Line]:
    """Whether the worker is there, or from when."""
    name = worker_name(programme, talk.worker)
    if known.here:
        return [Line("card-here", {"name": name})]
    if known.late_until is None:
        return []
    return [Line("card-late", {"name": name, "until": Clock(known.late_until)})]


def way_there(
    talk: Appointment, programme: Programme, language: str, room: str | None
) -> list[Line]:
    """How to find the room; parents may not know the building."""
    school = programme.school(talk.school)
    if talk.mode is not Mode.SCHOOL or school is None:
        return []
    if room == AT_THE_DESK:
        return [Line("card-desk")]
    note = school.note.get(language)
    lines = [Line("card-note", {"note": note}, item=True)] if note else []
    if talk.audience is Audience.PARENT:
        lines.append(Line("card-address", {"address": school.address}, item=True))
    return lines


def _booked_actions(talk: Appointment, known: Known | None = None) -> tuple[Button, ...]:
    """Another time, cancel, and what is still missing: a number, an interpreter, a topic."""
    actions = [Button(Line("card-move"), _other_times(talk)), _cancel(talk)]
    if talk.mode.calls and not talk.has_phone:
        actions.append(Button(Line("card-phone"), GivePhone(talk.id)))
    elif known and known.near:
        actions.append(_delay(talk))
    elif known and known.wants_interpreter and talk.interpreter is None:
        actions.append(Button(Line("card-ask-interpreter"), Interpret(talk.id)))
    elif talk.counted and not talk.topic_told:
        actions.append(Button(Line("card-topic"), Topics(talk.id)))
    elif known and known.can_wait:
        actions.append(line_key(talk.id, waits=known.waits))
    return tuple(actions)


def line_key(talk: AppointmentId, *, waits: bool) -> Button:
    """To come into line for an earlier time than the talk's, or to leave it."""
    if waits:
        return Button(Line("key-unawait"), Unawait(talk))
    return Button(Line("key-await"), Await(talk))


def _other_times(talk: Appointment) -> Step:
    if talk.group is not None:
        return Groups(None, talk.id, talk.version)
    return Times(ref_of(talk.worker), talk.mode, None, talk.id, talk.version)


def _cancel(talk: Appointment) -> Button:
    return Button(Line("card-cancel"), Cancel(talk.id, talk.version), Tone.DANGER)


def _ongoing_actions(talk: Appointment, known: Known) -> tuple[Button, ...]:
    """While it lasts: nobody is here, or one is still on the way."""
    nobody = Button(Line("card-nobody"), Nobody(talk.id, talk.version))
    return (nobody, _delay(talk)) if known.near else (nobody,)


def _delay(talk: Appointment) -> Button:
    return Button(Line("card-delay"), Delays(talk.id))


def more(talk: Appointment, known: Known) -> Screen:
    """Everything that can be done with a talk besides moving and cancelling it."""
    booked = talk.status is Status.BOOKED and not known.over
    keys: list[Button] = []
    if booked:
        keys += _about_talk(talk, known)
    if not known.shared:
        text = "card-calendar" if booked else "card-uncalendar"
        keys.append(Button(Line(text), Calendar(talk.id)))
    keys.append(Button(Line("card-all"), More()))
    return Screen((Line("more-choose"),), choices=tuple(keys), back=Card(talk.id))


def _about_talk(talk: Appointment, known: Known) -> list[Button]:
    keys = [] if talk.group else [Button(Line("card-together"), Together(talk.id))]
    keys.append(Button(Line("card-nickname"), Type(talk.id, Typed.NICKNAME)))
    if talk.audience is Audience.PARENT:
        keys.append(Button(Line("card-label"), Type(talk.id, Typed.LABEL)))
    if talk.audience is Audience.STAFF:
        keys.append(Button(Line("card-consult"), Consults(talk.id)))
    if known.wants_interpreter and talk.interpreter is None:
        keys.append(Button(Line("card-ask-interpreter"), Interpret(talk.id)))
    if talk.counted and not talk.topic_told:
        keys.append(Button(Line("card-topic"), Topics(talk.id)))
    if known.can_wait:
        keys.append(line_key(talk.id, waits=known.waits))
    return keys


def consults(talk: Appointment) -> Screen:
    """A class, a team or a pupil; there is no place for a name."""
    actions = tuple(
        Button(Line(f"consult-{each.value}"), Discuss(talk.id, each)) for each in Consult
    )
    return Screen(
        (Line("consult-ask"), Line("consult-no-name")), actions=actions, back=Card(talk.id)
    )


def calendar(talk: Appointment, content: bytes) -> Screen:
    """The file, with a word on what it does."""
    booked = talk.status is Status.BOOKED
    line = Line("calendar-add" if booked else "calendar-remove")
    file = Document("afspraak.ics", content)
    return Screen((line,), back=Card(talk.id), keep=True, document=file)


def delays(talk: Appointment) -> Screen:
    """How much later one comes."""
    keys = tuple(
        Button(Line("late-key", {"minutes": each}), Delay(talk.id, talk.version, each))
        for each in DELAYS
    )
    return Screen((Line("delay-ask"),), choices=keys, back=Card(talk.id))


def _ended_actions(talk: Appointment, *, can_restore: bool) -> tuple[Button, ...]:
    again = Button(Line("key-first-free"), Times())
    if not can_restore:
        return (again,)
    return (Button(Line("card-restore"), Restore(talk.id, talk.version)), again)


def talk_lines(talk: Appointment, programme: Programme, room: str | None) -> tuple[Line, ...]:
    """When, with whom and where, a line each."""
    school = programme.school(talk.school)
    values: dict[str, Value] = {
        "name": worker_name(programme, talk.worker),
        "school": school.name if school else talk.school,
    }
    if talk.group is not None:
        return Line("card-when", {"at": talk.span.start}), _group_line(
            talk, programme, room, values
        )
    where = Line(f"card-at-{talk.mode.value}", values)
    if talk.mode is Mode.SCHOOL and room is not None:
        where = Line("card-at-room", {**values, "room": place(room)})
    return Line("card-when", {"at": talk.span.start}), where


def _group_line(
    talk: Appointment, programme: Programme, room: str | None, values: Mapping[str, Value]
) -> Line:
    values = {**values, "title": group_title(programme, talk)}
    if room is None:
        return Line("card-at-group-school", values)
    return Line("card-at-group", {**values, "room": place(room)})


def group_title(programme: Programme, talk: Appointment) -> Value:
    """What a talk's group is called; "group" where the config no longer knows."""
    group = programme.group(talk.group)
    return group.title if group else Line("group-plain")


def worker_name(programme: Programme, worker: WorkerId) -> str:
    """What a worker is called; the id where the config no longer knows."""
    known = programme.worker(worker)
    return known.name if known else worker


def reminder(talk: Appointment, programme: Programme, room: str | None, kind: NoticeKind) -> Screen:
    """A talk is near; the first line says nothing a lock screen should not show."""
    return _about(talk, programme, room, Line(NEAR[kind]))


def told(
    talk: Appointment, programme: Programme, room: str | None, kind: NoticeKind, minutes: int
) -> Screen:
    """What the worker changed: it goes on after all, later, or in another place."""
    what = change_line(talk, programme, kind, minutes)
    return _about(talk, programme, room, Line("told-title"), what)


def change_line(talk: Appointment, programme: Programme, kind: NoticeKind, minutes: int) -> Line:
    """What changed about a talk that stands, in one line."""
    values: dict[str, Value] = {}
    if kind is NoticeKind.LATE:
        values = {"name": worker_name(programme, talk.worker), "minutes": minutes}
    return Line(TOLD[kind], values)


def _about(talk: Appointment, programme: Programme, room: str | None, *first: Line) -> Screen:
    actions = (
        Button(Line("reminder-card"), Card(talk.id)),
        *_booked_actions(talk)[:2],
    )
    lines = (*first, *talk_lines(talk, programme, room))
    return Screen(lines, actions=actions, back=Home(), keep=True)


def away(talk: Appointment, programme: Programme, ways: WaysOn) -> Screen:
    """The talk cannot be held: why, and up to three ways on, each one tap."""
    lines = (Line("away-title"), Line("card-when", {"at": talk.span.start}), ways.why)
    offers = [_offer(talk, each, programme) for each in (ways.colleague, ways.after) if each]
    if len(offers) < 2:  # noqa: PLR2004  one place is left beside cancel
        others: Step = Times(None, None, None, talk.id, talk.version)
        if talk.group is not None:
            others = _other_times(talk)
        offers.append(Button(Line("card-move"), others))
    ask = Line("away-choose")
    return Screen((*lines, ask), actions=(*offers, _cancel(talk)), back=Home(), keep=True)


def _offer(talk: Appointment, found: tuple[Slot | Opening, date], programme: Programme) -> Button:
    slot, on = found
    values: dict[str, Value] = {
        "day": Short(on),
        "clock": Clock(slot.span.start),
        "name": worker_name(programme, slot.worker),
    }
    group = int(isinstance(slot, Opening))
    take = Move(talk.id, talk.version, ref_of(slot.worker), slot.span.start, talk.mode, group)
    return Button(Line("time-key-with", values), take)


def called_off(talk: Appointment, programme: Programme) -> Screen:
    """The worker cancelled the talk, as somebody asked who knows its pictures."""
    lines = (
        Line("card-cancelled"),
        Line("card-when", {"at": talk.span.start}),
        Line("told-called-off", {"name": worker_name(programme, talk.worker)}),
    )
    actions = (Button(Line("key-first-free"), Times()),)
    return Screen(lines, actions=actions, back=Home(), keep=True)


def lapsed(talk: Appointment, programme: Programme) -> Screen:
    """Who left was not replaced in time: the talk is cancelled, and said."""
    lines = (
        Line("card-cancelled"),
        Line("card-when", {"at": talk.span.start}),
        Line("away-left", {"name": worker_name(programme, talk.worker)}),
    )
    actions = (Button(Line("key-first-free"), Times()),)
    return Screen(lines, actions=actions, back=Home(), keep=True)


def sorry(
    talk: Appointment,
    programme: Programme,
    there: Sequence[Presence],
    first: tuple[Slot, date] | None,
) -> Screen:
    """Nobody was there: who else is, and the next free time in one tap."""
    names = {each.id: each.name for each in programme.workers}
    lines = [Line("sorry-title"), Line("sorry-told", {"name": worker_name(programme, talk.worker)})]
    lines += [present(each, names) for each in there]
    step: Step = Times()
    label = Line("key-first-free")
    if first is not None:
        slot, on = first
        values: dict[str, Value] = {
            "day": Short(on),
            "clock": Clock(slot.span.start),
            "name": names[slot.worker],
        }
        step = Book(ref_of(slot.worker), ref_of(slot.school), slot.span.start, talk.mode)
        label = Line("time-key-with", values)
    return Screen(tuple(lines), actions=(Button(label, step),), back=Card(talk.id))
