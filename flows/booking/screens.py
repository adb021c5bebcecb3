"""Finding a time, the card of a talk, and what can be done with it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from flows.booking.cards import line_key, worker_name
from flows.booking.codes import code_line
from flows.model import (
    Appointment,
    AppointmentId,
    Gender,
    Mode,
    ProviderId,
    Question,
    Slot,
    Topic,
    WorkerId,
)
from flows.packing import Step
from flows.people.screens import contact_lines
from flows.programme import Contact, Programme, Worker, ref_of
from flows.screen import Button, Clock, Line, Screen, Short, Tongues, Value
from flows.steps import (
    Book,
    Card,
    Days,
    Groups,
    Home,
    Mine,
    Move,
    Opinion,
    Privacy,
    Share,
    Sharing,
    Tell,
    Times,
    Unlock,
    Ways,
    Workers,
)

WORKERS_A_PAGE = 6
DAYS_A_PAGE = 7


def workers(
    asked: Workers, listed: Sequence[Worker], language: str, providers: Mapping[ProviderId, str]
) -> Screen:
    """Choose with whom: what each is good at, from whom, in which languages.

    Args:
        asked: The step that led here. Where nobody said to be of its gender, all are shown.
        listed: All workers of the school, in the order of the config.
        language: In which their expertise is told.
        providers: What each provider is called.
    """
    wanted = [each for each in listed if asked.gender and each.gender is asked.gender]
    offered, first = wanted or listed, asked.page * WORKERS_A_PAGE
    shown = offered[first : first + WORKERS_A_PAGE]
    lines = [Line("workers-choose"), *(_about(each, language, providers) for each in shown)]
    keys = [Button(Line("worker-key", {"name": each.name}), Times(each.ref)) for each in shown]
    if first + WORKERS_A_PAGE < len(offered):
        keys.append(Button(Line("list-more"), replace(asked, page=asked.page + 1)))
    actions = () if wanted else _gender_keys(listed)
    back = _workers_back(asked)
    return Screen(tuple(lines), choices=tuple(keys), actions=actions, back=back)


def _gender_keys(listed: Sequence[Worker]) -> tuple[Button, ...]:
    """A woman or a man: where both said so, and more work here than fit on a page."""
    said = {each.gender for each in listed}
    if len(listed) <= WORKERS_A_PAGE or not said.issuperset(Gender):
        return ()
    return tuple(Button(Line(f"gender-{each.value}"), Workers(0, each)) for each in Gender)


def _workers_back(asked: Workers) -> Step:
    if asked.page:
        return replace(asked, page=asked.page - 1)
    return Workers() if asked.gender else Home()


def introduced(
    screen: Screen, worker: Worker, language: str, providers: Mapping[ProviderId, str]
) -> Screen:
    """The times of one worker, with who that is: words, and the photo where there is one."""
    title, *rest = screen.lines
    lines = (title, _about(worker, language, providers), *rest)
    return replace(screen, lines=lines, photo=worker.photo)


def _about(worker: Worker, language: str, providers: Mapping[ProviderId, str]) -> Line:
    plain: Value = worker.name
    said = worker.gender and Line(f"worker-{worker.gender.value}", {"name": plain})
    values: dict[str, Value] = {
        "name": said or plain,
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
    ways: Sequence[Mode],
    *,
    waits: bool = False,
    groups: bool = False,
) -> Screen:
    """Three free times, later, another day, another way; for a move also a place in line.

    Args:
        asked: The step that led here.
        mode: The way the talk would be held.
        free: At most three slots with their local date, in order of start.
        names: What each worker is called.
        wanted_on: The day that was chosen, if one was.
        ways: In which ways one can talk.
        waits: Whether the talk to move is in line for an earlier time.
        groups: Whether there are groups for this person.
    """
    chosen = Line(f"times-{mode.value}")
    one = free[0][0].worker if asked.worker is not None else None
    title = Line("times-with", {"name": names[one]}) if one else Line("times-anybody")
    keys = [_time_key(asked, slot, on, mode, names) for slot, on in free]
    keys += _line_keys(asked, waits=waits)
    actions = (
        Button(Line("times-later"), _after(asked, free)),
        Button(Line("times-day"), Days(asked.worker, asked.mode, asked.moving, asked.version)),
        _way_key(asked, ways, groups=groups),
    )
    full = wanted_on is not None and free[0][1] != wanted_on
    lines = [Line("times-full", {"on": wanted_on})] if full and wanted_on else []
    shown = (title, *lines, chosen)
    return Screen(shown, choices=tuple(keys), actions=actions, back=_times_back(asked))


def _way_key(asked: Times, ways: Sequence[Mode], *, groups: bool) -> Button:
    """Another way; which ways, where few words say it."""
    text = "times-way-other" if Mode.HOME in ways or groups else "times-way"
    return Button(Line(text), Ways(asked.worker, asked.moving, asked.version))


def _line_keys(asked: Times, *, waits: bool) -> list[Button]:
    """For a move also a place in line."""
    return [] if asked.moving is None else [line_key(asked.moving, waits=waits)]


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


def enough_times() -> Screen:
    """So many screens of times were opened that it looks like counting who comes."""
    lines = (Line("times-enough"), Line("times-enough-walk-in"))
    return Screen(lines, actions=(Button(Line("key-mine"), Mine()),), back=Home())


def no_times(
    asked: Times,
    contacts: Sequence[Contact],
    school: str,
    ways: Sequence[Mode],
    question: Question,
    *,
    waits: bool = False,
    groups: bool = False,
) -> Screen:
    """Nothing free: another way, somebody else; never a dead end.

    Args:
        asked: The step that led here.
        contacts: Who else can be asked.
        school: Its name.
        ways: In which ways one can talk.
        question: What the person may say of it; a move has a place in line there instead.
        waits: Whether the talk to move is in line for an earlier time.
        groups: Whether there are groups for this person.
    """
    opinion = Button(Line("feedback-key"), Opinion(question))
    lines = (Line("times-none", {"school": school}), Line("times-none-else"))
    actions = (
        _way_key(asked, ways, groups=groups),
        Button(Line("key-workers"), Workers()),
        *(_line_keys(asked, waits=waits) or [opinion]),
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


def ways(asked: Ways, modes: Sequence[Mode], *, groups: bool) -> Screen:
    """At school, by phone, by video, at home; in a group, where there are any."""
    keys = [
        Button(
            Line(f"way-{each.value}"),
            Times(asked.worker, each, None, asked.moving, asked.version),
        )
        for each in modes
    ]
    if groups:
        keys.append(Button(Line("way-group"), Groups()))
    back = Times(asked.worker, None, None, asked.moving, asked.version)
    return Screen((Line("ways-choose"),), choices=tuple(keys), back=back)


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


def sharing(asked: Sharing) -> Screen:
    """Does somebody else look at this phone? Yes, or no."""
    tapped = asked.worker, asked.school, asked.start, asked.mode, asked.chosen, asked.group
    keys = (
        Button(Line("shared-yes"), Share(1, *tapped)),
        Button(Line("shared-no"), Share(0, *tapped)),
    )
    back: Step = Privacy() if asked.worker is None else Times()
    return Screen((Line("shared-why"), Line("shared-ask")), actions=keys, back=back)


def locked(pictures: Sequence[int], *first: Line, opened: Callable[[int], Step] = Unlock) -> Screen:
    """My talks on a phone that others look at: only who knows the pictures sees one.

    Args:
        pictures: To choose from.
        first: Said before the question.
        opened: Where a picture leads.
    """
    keys = tuple(Button(replace(code_line(each), item=False), opened(each)) for each in pictures)
    ask = (Line("locked-ask"),) if keys else ()
    return Screen((*first, *ask), choices=keys, back=Home())
