"""What one table of the config alone cannot know: whether the programme fits together."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from flows.hours.finding import NO_IDS, Finding, Ids, Loc
from flows.hours.schedule_faults import of_schedules, overlapping
from flows.model import Mode
from flows.programme import Programme, School, ref_of

_FEW_SIGNS, _LONG_ID = 3, 4
_ROWS = "abcdefghijklmnopqrstuvwxyz0123456789012345678909876543210zyxwvutsrqponmlkjihgfedcba"


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def faults(programme: Programme, today: date, unread: Ids = NO_IDS) -> list[Finding]:
    """Everything that makes a programme unfit to run.

    Args:
        programme: Its tables, each valid by itself.
        today: Overlaps are looked for from this local date, a year ahead.
        unread: Ids by kind ("schools") of tables that could not be read: known, but not here.

    Returns:
        One finding a fault, in the order of the kinds and of the config.
    """
    return [*standing(programme, unread), *overlapping(programme, today)]


def standing(programme: Programme, unread: Ids = NO_IDS) -> list[Finding]:
    """Those of the faults that do not depend on the day."""
    return [
        *_twice(programme, unread),
        *_codes(programme),
        *_video(programme),
        *_hours(programme),
        *_closures(programme),
        *_dangling(programme, unread),
        *of_schedules(programme),
    ]


def _kinds(programme: Programme) -> dict[str, tuple[_Named, ...]]:
    return {
        "providers": programme.providers,
        "schools": programme.schools,
        "workers": programme.workers,
        "schedules": programme.schedules,
        "coordinators": programme.coordinators,
    }


def _twice(programme: Programme, unread: Ids) -> Iterator[Finding]:
    for kind, tables in _kinds(programme).items():
        seen = set(unread.get(kind, ()))
        numbers: dict[int, str] = {}
        for n, each in enumerate(tables):
            other = numbers.setdefault(ref_of(each.id), each.id)
            if each.id in seen:
                yield Finding((kind, n, "id"), f'"{each.id}" stands there twice', "rename one")
            elif other != each.id:
                what = f'"{each.id}" and "{other}" have the same number in buttons'
                yield Finding((kind, n, "id"), what, "give one of them another id")
            seen.add(each.id)


def _codes(programme: Programme) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for n, school in enumerate(programme.schools):
        loc = ("schools", n, "code")
        other = seen.setdefault(school.code, school.id)
        if other != school.id:
            yield Finding(loc, f'"{other}" has the same link code', "give each school its own")
        if _guessable(school.code.lower(), school.id.replace("-", "")):
            yield Finding(loc, "anyone can guess this link code", "take random letters and digits")
        if school.staff_code is not None:
            yield from _staff_code(n, school)


def _staff_code(n: int, school: School) -> Iterator[Finding]:
    """Who has the link must not be taken for staff by it."""
    code = (school.staff_code or "").lower()
    if code == school.code.lower() or _guessable(code, school.id.replace("-", "")):
        what = "anyone can guess this staff code, or has it with the link"
        yield Finding(("schools", n, "staff_code"), what, "take other random letters and digits")


def _video(programme: Programme) -> Iterator[Finding]:
    for n, worker in enumerate(programme.workers):
        if Mode.VIDEO in worker.modes and worker.video is None:
            what = f"{worker.id} talks by video, but there is no link"
            yield Finding(
                ("workers", n, "modes"), what, 'add video = "https://…", or leave video out'
            )


def _guessable(code: str, plain_id: str) -> bool:
    holds_id = len(plain_id) >= _LONG_ID and plain_id in code
    return len(set(code)) < _FEW_SIGNS or code in _ROWS or code in plain_id or holds_id


def _hours(programme: Programme) -> Iterator[Finding]:
    for n, school in enumerate(programme.schools):
        for k, hours in enumerate(school.phone_free):
            if hours.end <= hours.start:
                loc = ("schools", n, "phone_free", k, "end")
                yield Finding(loc, f"ends at {hours.end:%H:%M}, before it starts", "swap the two")


def _closures(programme: Programme) -> Iterator[Finding]:
    for n, closure in enumerate(programme.closures):
        if closure.last_on < closure.first_on:
            what = f"ends on {closure.last_on}, before it begins on {closure.first_on}"
            yield Finding(("closures", n, "last_on"), what, "swap the two")


def _dangling(programme: Programme, unread: Ids) -> Iterator[Finding]:
    known = {
        kind: {each.id for each in tables} | unread.get(kind, frozenset())
        for kind, tables in _kinds(programme).items()
    }
    for loc, kind, wanted in _named(programme):
        if wanted not in known[kind]:
            yield Finding(loc, f'none of the {kind} has the id "{wanted}"', _add(kind, known[kind]))


def _named(programme: Programme) -> Iterator[tuple[Loc, str, str]]:
    """Every place that names an id, the kind it names, and the id."""
    for n, worker in enumerate(programme.workers):
        yield ("workers", n, "provider"), "providers", worker.provider
    for n, schedule in enumerate(programme.schedules):
        yield ("schedules", n, "worker"), "workers", schedule.worker
        yield ("schedules", n, "school"), "schools", schedule.school
    for n, closure in enumerate(programme.closures):
        if closure.school is not None:
            yield ("closures", n, "school"), "schools", closure.school
    for n, coordinator in enumerate(programme.coordinators):
        kind, _, wanted = coordinator.scope.partition(":")
        if wanted:
            yield ("coordinators", n, "scope"), f"{kind}s", wanted


def _add(kind: str, known: Iterable[str]) -> str:
    there = ", ".join(sorted(known)) or "none yet"
    return f"add it to [[{kind}]] or take one that is there: {there}"
