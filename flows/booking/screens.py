"""Finding a time, the card of a talk, and what can be done with it."""

from collections.abc import Mapping, Sequence
from datetime import date

from flows.model import (
    Appointment,
    AppointmentId,
    Audience,
    Mode,
    NoticeKind,
    Participation,
    ProviderId,
    Slot,
    Status,
    Topic,
    WorkerId,
)
from flows.people.screens import contact_lines
from flows.programme import Contact, Programme, Worker, ref_of
from flows.screen import Button, Clock, Line, Screen, Short, Tone, Tongues, Value
from flows.steps import (
    Book,
    Cancel,
    Card,
    Days,
    GivePhone,
    Home,
    Move,
    Restore,
    Step,
    Tell,
    Times,
    Topics,
    Ways,
    Workers,
)

WORKERS_A_PAGE = 6
DAYS_A_PAGE = 7


def workers(
    listed: Sequence[Worker], language: str, providers: Mapping[ProviderId, str], page: int
) -> Screen:
    """Choose with whom: what each is good at, from whom, in which languages."""
    first = page * WORKERS_A_PAGE
    shown = listed[first : first + WORKERS_A_PAGE]
    lines = [Line("workers-choose"), *(_about(each, language, providers) for each in shown)]
    keys = [Button(Line("worker-key", {"name": each.name}), Times(each.ref)) for each in shown]
    if first + WORKERS_A_PAGE < len(listed):
        keys.append(Button(Line("list-more"), Workers(page + 1)))
    back = Workers(page - 1) if page else Home()
    return Screen(tuple(lines), choices=tuple(keys), back=back)


def _about(worker: Worker, language: str, providers: Mapping[ProviderId, str]) -> Line:
    values: dict[str, Value] = {
        "name": worker.name,
        "expertise": worker.expertise.get(language) or worker.expertise.get("nl", ""),
        "provider": providers[worker.provider],
        "languages": Tongues(worker.languages),
    }
    return Line("worker-about" if values["expertise"] else "worker-name", values, item=True)


def times(
    asked: Times,
    mode: Mode,
    free: Sequence[tuple[Slot, date]],
    names: Mapping[WorkerId, str],
    wanted_on: date | None,
) -> Screen:
    """Three free times, later, another day, another way.

    Args:
        asked: The step that led here.
        mode: The way the talk would be held.
        free: At most three slots with their local date, in order of start.
        names: What each worker is called.
        wanted_on: The day that was chosen, if one was.
    """
    chosen = Line(f"times-{mode.value}")
    one = free[0][0].worker if asked.worker is not None else None
    title = Line("times-with", {"name": names[one]}) if one else Line("times-anybody")
    keys = tuple(_time_key(asked, slot, on, mode, names) for slot, on in free)
    actions = (
        Button(Line("times-later"), _after(asked, free)),
        Button(Line("times-day"), Days(asked.worker, asked.mode, asked.moving, asked.version)),
        Button(Line("times-way"), Ways(asked.worker, asked.moving, asked.version)),
    )
    full = wanted_on is not None and free[0][1] != wanted_on
    lines = [Line("times-full", {"on": wanted_on})] if full and wanted_on else []
    return Screen((title, *lines, chosen), choices=keys, actions=actions, back=_times_back(asked))


def _after(asked: Times, free: Sequence[tuple[Slot, date]]) -> Times:
    last = free[-1][0].span
    return Times(asked.worker, asked.mode, last.end, asked.moving, asked.version)


def _times_back(asked: Times) -> Step:
    if asked.moving is not None:
        return Card(asked.moving)
    return Workers() if asked.worker is not None else Home()


def _time_key(
    asked: Times, slot: Slot, on: date, mode: Mode, names: Mapping[WorkerId, str]
) -> Button:
    worker, chosen = ref_of(slot.worker), int(asked.worker is not None)
    if asked.moving is not None and asked.version is not None:
        take: Step = Move(asked.moving, asked.version, worker, slot.span.start, mode)
    else:
        take = Book(worker, ref_of(slot.school), slot.span.start, mode, chosen)
    values: dict[str, Value] = {
        "day": Short(on),
        "clock": Clock(slot.span.start),
        "name": names[slot.worker],
    }
    return Button(Line("time-key" if chosen else "time-key-with", values), take)


def no_times(asked: Times, contacts: Sequence[Contact], school: str) -> Screen:
    """Nothing free: another day, another way, somebody else; never a dead end."""
    lines = (Line("times-none", {"school": school}), Line("times-none-else"))
    actions = (
        Button(Line("times-way"), Ways(asked.worker, asked.moving, asked.version)),
        Button(Line("key-workers"), Workers()),
    )
    return Screen((*lines, *contact_lines(contacts)), actions=actions, back=_times_back(asked))


def days(asked: Days, listed: Sequence[tuple[date, Times]]) -> Screen:
    """Days with office hours, seven a page."""
    first = asked.page * DAYS_A_PAGE
    shown = listed[first : first + DAYS_A_PAGE]
    keys = [Button(Line("day-key", {"day": on}), times_of) for on, times_of in shown]
    if first + DAYS_A_PAGE < len(listed):
        later = Days(asked.worker, asked.mode, asked.moving, asked.version, asked.page + 1)
        keys.append(Button(Line("list-more"), later))
    title = Line("days-choose") if shown else Line("days-none")
    back = Times(asked.worker, asked.mode, None, asked.moving, asked.version)
    return Screen((title,), choices=tuple(keys), back=back)


def ways(asked: Ways, modes: Sequence[Mode]) -> Screen:
    """At school, by phone, by video."""
    keys = tuple(
        Button(
            Line(f"way-{each.value}"),
            Times(asked.worker, each, None, asked.moving, asked.version),
        )
        for each in modes
    )
    back = Times(asked.worker, None, None, asked.moving, asked.version)
    return Screen((Line("ways-choose"),), choices=keys, back=back)


def card(
    held: Participation,
    programme: Programme,
    language: str,
    room: str | None,
    *,
    here: bool,
    can_restore: bool,
    over: bool,
) -> Screen:
    """One talk as its person holds it; this message stays where it is.

    Args:
        held: The talk as it stands.
        programme: For names.
        language: The person's, for the school's own words.
        room: Where, when the talk is at school and an opening holds it.
        here: Whether the worker said "I am here" on the day of the talk.
        can_restore: Whether a cancel can still be taken back.
        over: Whether its end is past.
    """
    talk = held.appointment
    booked = talk.status is Status.BOOKED and not over
    title = Status.FULFILLED if talk.status is Status.BOOKED and over else talk.status
    lines = [Line(f"card-{title.value}"), *talk_lines(talk, programme, room)]
    if booked:
        lines += _to_know(talk, programme, language, here=here)
        actions = _booked_actions(talk)
    else:
        actions = _ended_actions(talk, can_restore=can_restore)
    return Screen(
        tuple(lines), actions=actions, back=Home(), keep=True, card=talk.id, card_at=held.card
    )


def _to_know(talk: Appointment, programme: Programme, language: str, *, here: bool) -> list[Line]:
    lines = _way_there(talk, programme, language)
    if here:
        lines.append(Line("card-here", {"name": worker_name(programme, talk.worker)}))
    if talk.mode is Mode.PHONE:
        lines.append(Line("card-phone-known" if talk.has_phone else "card-phone-ask"))
    worker = programme.worker(talk.worker)
    if talk.mode is Mode.VIDEO and worker is not None and worker.video is not None:
        lines.append(Line("card-video-link", {"link": worker.video}, item=True))
    return lines


def _way_there(talk: Appointment, programme: Programme, language: str) -> list[Line]:
    """How to find the room; parents may not know the building."""
    school = programme.school(talk.school)
    if talk.mode is not Mode.SCHOOL or school is None:
        return []
    note = school.note.get(language)
    lines = [Line("card-note", {"note": note}, item=True)] if note else []
    if talk.audience is Audience.PARENT:
        lines.append(Line("card-address", {"address": school.address}, item=True))
    return lines


def _booked_actions(talk: Appointment) -> tuple[Button, ...]:
    change = Times(ref_of(talk.worker), talk.mode, None, talk.id, talk.version)
    actions = [
        Button(Line("card-move"), change),
        Button(Line("card-cancel"), Cancel(talk.id, talk.version), Tone.DANGER),
    ]
    if talk.mode is Mode.PHONE and not talk.has_phone:
        actions.append(Button(Line("card-phone"), GivePhone(talk.id)))
    elif talk.counted and not talk.topic_told:
        actions.append(Button(Line("card-topic"), Topics(talk.id)))
    return tuple(actions)


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
    where = Line(f"card-at-{talk.mode.value}", values)
    if talk.mode is Mode.SCHOOL and room:
        where = Line("card-at-room", {**values, "room": room})
    return Line("card-when", {"at": talk.span.start}), where


def worker_name(programme: Programme, worker: WorkerId) -> str:
    """What a worker is called; the id where the config no longer knows."""
    known = programme.worker(worker)
    return known.name if known else worker


def mine(talks: Sequence[Appointment], programme: Programme) -> Screen:
    """My talks ahead, a button each."""
    if not talks:
        first_free = Button(Line("key-first-free"), Times())
        return Screen((Line("mine-none"),), actions=(first_free,), back=Home())
    keys = tuple(
        Button(
            Line(
                "mine-key",
                {"at": each.span.start, "name": worker_name(programme, each.worker)},
            ),
            Card(each.id),
        )
        for each in talks[:8]
    )
    return Screen((Line("mine-choose"),), choices=keys, back=Home())


def topics(appointment: AppointmentId) -> Screen:
    """Eight pictures; back is "rather not say"."""
    keys = tuple(Button(Line(f"topic-{each.value}"), Tell(appointment, each)) for each in Topic)
    return Screen((Line("topics-ask"), Line("topics-free")), choices=keys, back=Card(appointment))


def reminder(talk: Appointment, programme: Programme, room: str | None, kind: NoticeKind) -> Screen:
    """A talk is near; the first line says nothing a lock screen should not show."""
    lines = (Line(f"reminder-{kind.value}"), *talk_lines(talk, programme, room))
    actions = (
        Button(Line("reminder-card"), Card(talk.id)),
        *_booked_actions(talk)[:2],
    )
    return Screen(lines, actions=actions, back=Home(), keep=True)
