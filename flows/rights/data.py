"""Everything that is kept of a person, in words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from flows.booking.cards import worker_name
from flows.booking.codes import code_line
from flows.model import Consult, SchoolId, WorkerId
from flows.ports import Held
from flows.programme import Programme
from flows.rights.terms import Terms
from flows.screen import Button, Document, Line, Screen, Tongues, Value
from flows.steps import MyData, MyFile, Privacy

TALKS_SHOWN = 8
Row = Mapping[str, Any]

SAID = frozenset({
    "person.address", "person.language", "person.audience", "person.school", "person.school_code",
    "person.created_at", "person.seen_on", "person.reminded", "person.shared",
    "participant.seat", "participant.interpreter", "participant.label", "participant.phone",
    "participant.nickname", "appointment.worker", "appointment.start_at", "appointment.mode",
    "appointment.status", "appointment.code", "appointment.consult", "appointment.late_minutes",
})  # fmt: skip
"""Columns whose value the message tells in words."""
IN_FILE = frozenset({
    "person.id", "person.reachable", "person.visits", "person.informed",
    "participant.id", "participant.card", "participant.appointment", "appointment.id",
    "appointment.school", "appointment.end_at", "appointment.audience", "appointment.version",
    "appointment.created_at", "appointment.changed_at", "appointment.counted",
    "appointment.topic_told", "appointment.end_told", "appointment.rated", "appointment.chosen",
    "appointment.group", "appointment.ended_in",
})  # fmt: skip
"""Columns of the same tables that only the file tells, for they say little to a reader."""
AS_ROWS = frozenset({"staff", "waiting", "passed", "hold", "notice", "awaiting", "shown"})
"""Tables of which the message tells that there is something, and the file what."""


def my_data(
    held: Held, programme: Programme, terms: Terms, file: MyFile, vanish_at: datetime
) -> Screen:
    """Everything that says something to a reader; the file has the rest.

    Args:
        held: Of one person.
        programme: For names.
        terms: How long it is kept.
        file: Where the file is.
        vanish_at: When the message leaves the chat.
    """
    lines = (
        Line("data-title"),
        *_person(held, programme),
        *_talks(held, programme),
        *_messages(held),
        Line("data-counted"),
        Line("terms-talk", {"days": terms.talk_days}),
        Line("terms-idle", {"days": terms.idle_days}),
    )
    key = (Button(Line("data-file"), file),)
    return Screen(tuple(lines), actions=key, back=Privacy(), keep=True, vanish_at=vanish_at)


def my_file(file: Document, back: MyData, vanish_at: datetime) -> Screen:
    """The file, with a word on what it is; it leaves the chat, too."""
    lines = (Line("data-file-all"),)
    return Screen(lines, back=back, keep=True, document=file, vanish_at=vanish_at)


def _item(text_id: str, **values: Value) -> Line:
    return Line(text_id, values, item=True)


def _person(held: Held, programme: Programme) -> Iterator[Line]:
    for row in held["person"]:
        if row["audience"] is not None:
            yield _item(f"audience-{row['audience'].value}")
        if held["staff"]:
            yield _item("data-desk")
        channel, _, number = row["address"].partition("|")
        yield _item("data-channel", channel=channel, id=number)
        yield _item("data-language", language=Tongues((row["language"],)))
        school = programme.school(SchoolId(row["school"] or ""))
        if school is not None:
            yield _item("data-school", school=school.name)
        if row["school_code"] is not None:
            yield _item("data-linked")
        yield _item("data-reminded", what=row["reminded"].value)
        if row["shared"] is not None:
            yield _item("data-shared", shared="yes" if row["shared"] else "no")
        yield _item("data-since", on=row["created_at"].date())
        if row["seen_on"] is not None:
            yield _item("data-seen", on=row["seen_on"])


def _talks(held: Held, programme: Programme) -> Iterator[Line]:
    talks = {row["id"]: row for row in held["appointment"]}
    waits = {row["appointment"] for row in held["waiting"]}
    seats = sorted(held["participant"], key=lambda row: talks[row["appointment"]]["start_at"])
    for seat in seats[-TALKS_SHOWN:]:
        yield from _talk(talks[seat["appointment"]], seat, programme)
        if seat["appointment"] in waits:
            yield _item("card-waits")
    if len(seats) > TALKS_SHOWN:
        yield _item("data-talks-more", count=len(seats) - TALKS_SHOWN)


def _talk(talk: Row, seat: Row, programme: Programme) -> Iterator[Line]:
    name = worker_name(programme, WorkerId(talk["worker"]))
    yield _item("data-talk", at=talk["start_at"], name=name)
    yield _item("data-status", status=talk["status"].value, way=Line(f"way-{talk['mode'].value}"))
    if talk["code"] is not None:
        yield code_line(talk["code"])
    if seat["seat"]:
        yield _item("data-guest")
    yield from _words(seat)
    consult: Consult | None = talk.get("consult")
    if consult is not None:
        yield _item(f"talk-consult-{consult.value}")
    if talk.get("late_minutes"):
        yield _item("late-key", minutes=talk["late_minutes"])


def _words(seat: Row) -> Iterator[Line]:
    """What was typed or asked for with a talk."""
    for name in ("phone", "nickname", "label"):
        if seat[name] is not None:
            yield _item(f"data-{name}", words=seat[name])
    if seat["interpreter"] is not None:
        yield _item("data-interpreter", language=Tongues((seat["interpreter"],)))


def _messages(held: Held) -> Iterable[Line]:
    if held["notice"]:
        yield _item("data-notices", count=len(held["notice"]))
    if held["shown"]:
        yield _item("data-shown", count=len(held["shown"]))
    if held["awaiting"]:
        yield _item("data-awaited")
