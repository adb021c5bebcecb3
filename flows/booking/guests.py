"""A talk with one more person: who booked asks along, and the guest sees that talk only."""

from datetime import datetime

from flows.booking.cards import Known, talk_lines, there, video_link, way_there
from flows.booking.codes import code_line
from flows.model import Appointment, Participation, Status
from flows.programme import Programme
from flows.screen import Button, Line, Screen, Tone
from flows.steps import Bring, Calendar, Card, CardMore, Home, More, Part, Unbring


def together(talk: Appointment, *, asked: bool, linked: bool) -> Screen:
    """Ask one person along, or end it; not whether somebody who was asked still comes.

    Args:
        talk: As it stands.
        asked: Whether somebody used the link.
        linked: Whether there is a link that nobody used yet.
    """
    lines = [Line("together-title"), Line("together-sees")]
    lines.append(Line("together-used" if asked else "together-once"))
    actions = [] if asked else [Button(Line("together-link"), Bring(talk.id))]
    if asked or linked:
        actions.append(Button(Line("together-end"), Unbring(talk.id), Tone.DANGER))
    return Screen(tuple(lines), actions=tuple(actions), back=Card(talk.id))


def card(
    held: Participation, programme: Programme, language: str, known: Known, lost: Line | None
) -> Screen:
    """A talk as a guest holds it: when, where, with whom and by which code; nothing typed.

    Args:
        held: The talk as it stands.
        programme: For names.
        language: The guest's, for the school's own words.
        known: What else there is to know.
        lost: Why no opening holds it any more, if none does.
    """
    talk = held.appointment
    stands = talk.status is Status.BOOKED and not known.over
    if not stands:
        return _ended(held, programme, known)
    lines = [Line("card-guest"), *talk_lines(talk, programme, known.room)]
    if lost is not None:
        lines = [Line("away-title"), Line("card-when", {"at": talk.span.start}), lost]
    else:
        lines.append(Line("card-code", {"code": code_line(talk.code)}, item=True))
        lines += way_there(talk, programme, language, known.room)
        lines += there(talk, programme, known) + video_link(talk, programme)
    part = Button(Line("card-part"), Part(talk.id), Tone.DANGER)
    return _card(held, lines, () if known.ongoing else (part,))


def _ended(held: Participation, programme: Programme, known: Known) -> Screen:
    status = held.appointment.status
    title = Status.FULFILLED if status is Status.BOOKED else status
    lines = talk_lines(held.appointment, programme, known.room)
    return _card(held, [Line(f"card-{title.value}"), *lines], ())


def _card(held: Participation, lines: list[Line], actions: tuple[Button, ...]) -> Screen:
    talk = held.appointment.id
    return Screen(
        tuple(lines),
        actions=actions,
        back=Home(),
        more=CardMore(talk),
        keep=True,
        card=talk,
        card_at=held.card,
    )


def more(talk: Appointment, *, shared: bool) -> Screen:
    """What a guest can do besides leaving; no file where others look at the phone."""
    text = "card-calendar" if talk.status is Status.BOOKED else "card-uncalendar"
    files = () if shared else (Button(Line(text), Calendar(talk.id)),)
    keys = (*files, Button(Line("card-all"), More()))
    return Screen((Line("more-choose"),), choices=keys, back=Card(talk.id))


def told(talk: Appointment, programme: Programme, room: str | None, *first: Line) -> Screen:
    """A talk is near, or changed: what, when and where."""
    action = Button(Line("reminder-card"), Card(talk.id))
    lines = (*first, *talk_lines(talk, programme, room))
    return Screen(lines, actions=(action,), back=Home(), keep=True)


def off(talk: Appointment, programme: Programme) -> Screen:
    """The talk is cancelled."""
    lines = (Line("told-title"), Line("card-cancelled"), *talk_lines(talk, programme, None))
    return Screen(lines, back=Home(), keep=True)


def apart(start: datetime, *, busy: bool) -> Screen:
    """Somebody who was asked along does not come any more.

    Args:
        start: When the talk was to be.
        busy: Whether it has another time now, at which the guest has a talk already.
    """
    why = Line("apart-busy" if busy else "apart-ended")
    lines = (Line("apart-title"), Line("card-when", {"at": start}), why)
    return Screen(lines, back=Home(), keep=True)
