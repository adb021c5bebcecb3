"""What may be booked: each rule with its table of cases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from flows.booking.rules import (
    can_restore,
    check_ahead,
    check_person,
    clean_words,
    free_slots,
    phone_number,
    require_slot,
    usual_mode,
)
from flows.errors import (
    FlowError,
    PersonBusyError,
    SlotGoneError,
    SlotTakenError,
    TooLateError,
    TooManyAheadError,
)
from flows.model import (
    Appointment,
    AppointmentId,
    Audience,
    Mode,
    Opening,
    ProviderId,
    ScheduleId,
    SchoolId,
    Span,
    Status,
    Wish,
    WorkerId,
)
from flows.policy import BookingLimits
from flows.programme import Worker

TEN = datetime(2026, 11, 24, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
FATIMA, JEROEN = WorkerId("fatima"), WorkerId("jeroen")
LINDE, VUURKEVER = SchoolId("linde"), SchoolId("vuurkever")
UNDO = timedelta(minutes=5)


def span(minute: int, minutes: int = 20) -> Span:
    """A stretch that begins some minutes after ten."""
    return Span(TEN + minute * MINUTE, TEN + (minute + minutes) * MINUTE)


def talk(minute: int, number: int = 1, status: Status = Status.BOOKED) -> Appointment:
    return Appointment(
        AppointmentId(number), FATIMA, LINDE, span(minute), Mode.SCHOOL, Audience.PUPIL, status, 1,
        TEN - timedelta(days=3), TEN - timedelta(days=2),
    )  # fmt: skip


def opening(
    worker: WorkerId = FATIMA,
    school: SchoolId = LINDE,
    modes: tuple[Mode, ...] = (Mode.SCHOOL,),
    *,
    bookable: bool = True,
) -> Opening:
    """An hour from ten, in three slots."""
    return Opening(
        worker, school, ScheduleId("s"), "B2", span(0, 60), 20, modes, bookable, walk_in=True
    )


def wish(minute: int, mode: Mode = Mode.SCHOOL, worker: WorkerId = FATIMA) -> Wish:
    return Wish(worker, LINDE, span(minute, 0), mode)


@pytest.mark.parametrize(
    ("ahead", "wanted", "moving", "refused"),
    [
        pytest.param([], 0, None, None, id="the first talk"),
        pytest.param([talk(60)], 0, None, None, id="a second one"),
        pytest.param([talk(60), talk(90, 2)], 0, None, TooManyAheadError, id="a third one"),
        pytest.param([talk(0)], 0, None, PersonBusyError, id="at the same time"),
        pytest.param([talk(0)], 15, None, PersonBusyError, id="with five minutes in common"),
        pytest.param([talk(0)], 20, None, None, id="right after"),
        pytest.param([talk(20)], 0, None, None, id="right before"),
        pytest.param([talk(0), talk(90, 2)], 0, None, PersonBusyError, id="busy before too many"),
        pytest.param([talk(0), talk(90, 2)], 15, 1, None, id="moved over its own time"),
        pytest.param([talk(0), talk(90, 2)], 95, 1, PersonBusyError, id="moved onto another"),
        pytest.param([talk(0), talk(60, 2), talk(90, 3)], 20, 1, None, id="a move adds none"),
    ],
)
def test_a_wish_is_held_against_the_persons_other_talks(
    ahead: list[Appointment], wanted: int, moving: int | None, refused: type[FlowError] | None
) -> None:
    moved = next((each for each in ahead if each.id == moving), None)

    if refused is None:
        check_person(ahead, span(wanted), BookingLimits(ahead=2), moving=moved)
        return
    with pytest.raises(refused):
        check_person(ahead, span(wanted), BookingLimits(ahead=2), moving=moved)


@pytest.mark.parametrize(
    ("status", "after_cancel", "before_start", "can"),
    [
        pytest.param(Status.CANCELLED, 0 * MINUTE, MINUTE, True, id="at once"),
        pytest.param(Status.CANCELLED, UNDO, MINUTE, True, id="at the last moment"),
        pytest.param(
            Status.CANCELLED, UNDO + timedelta(microseconds=1), MINUTE, False, id="too late"
        ),
        pytest.param(Status.CANCELLED, 0 * MINUTE, 0 * MINUTE, False, id="it would have begun"),
        pytest.param(Status.BOOKED, 0 * MINUTE, MINUTE, False, id="it stands"),
        pytest.param(Status.NOSHOW, 0 * MINUTE, MINUTE, False, id="nobody came"),
        pytest.param(Status.FULFILLED, 0 * MINUTE, MINUTE, False, id="it was held"),
    ],
)
def test_a_cancel_can_be_taken_back(
    status: Status, after_cancel: timedelta, before_start: timedelta, can: bool
) -> None:
    now = TEN - before_start
    stands = Appointment(
        AppointmentId(1), FATIMA, LINDE, span(0), Mode.SCHOOL, Audience.PUPIL, status, 2,
        TEN - timedelta(days=3), now - after_cancel,
    )  # fmt: skip

    assert can_restore(stands, now, UNDO) is can


def test_until_its_start_a_talk_can_be_changed() -> None:
    check_ahead(talk(0), TEN - timedelta(microseconds=1))
    with pytest.raises(TooLateError):
        check_ahead(talk(0), TEN)


@pytest.mark.parametrize(
    ("wanted", "busy", "earliest", "refused"),
    [
        pytest.param(wish(0), [], TEN, None, id="free"),
        pytest.param(wish(20), [span(0), span(40)], TEN, None, id="between two talks"),
        pytest.param(wish(0), [span(0)], TEN, SlotTakenError, id="taken"),
        pytest.param(wish(0), [span(15)], TEN, SlotTakenError, id="taken in part"),
        pytest.param(wish(5), [], TEN, SlotGoneError, id="off the grid"),
        pytest.param(wish(60), [], TEN, SlotGoneError, id="after the hours"),
        pytest.param(wish(0), [], TEN + MINUTE, SlotGoneError, id="too near"),
        pytest.param(wish(0), [span(0)], TEN + MINUTE, SlotGoneError, id="too near and taken"),
        pytest.param(wish(0, Mode.PHONE), [], TEN, SlotGoneError, id="not in this way"),
        pytest.param(wish(0, worker=JEROEN), [], TEN, SlotGoneError, id="not with this worker"),
    ],
)
def test_a_slot_that_was_shown_is_found_as_it_stands(
    wanted: Wish, busy: list[Span], earliest: datetime, refused: type[FlowError] | None
) -> None:
    if refused is None:
        found = require_slot([opening()], {FATIMA: busy}, wanted, earliest)
        assert (found.span.start, found.room) == (wanted.span.start, "B2")
        assert found.span.end - found.span.start == 20 * MINUTE
        return
    with pytest.raises(refused):
        require_slot([opening()], {FATIMA: busy}, wanted, earliest)


@pytest.mark.parametrize(
    ("openings", "mode", "expected"),
    [
        pytest.param([opening()], Mode.SCHOOL, 3, id="an hour in three"),
        pytest.param([opening(bookable=False)], Mode.SCHOOL, 0, id="walk-in only"),
        pytest.param([opening()], Mode.PHONE, 0, id="in another way"),
        pytest.param(
            [opening(modes=(Mode.PHONE, Mode.SCHOOL)), opening(JEROEN)], Mode.PHONE, 3, id="one can"
        ),
    ],
)
def test_free_slots_are_those_that_can_be_held_this_way(
    openings: list[Opening], mode: Mode, expected: int
) -> None:
    assert len(free_slots(openings, {}, mode, TEN)) == expected


def test_free_slots_of_several_workers_come_in_order_of_start() -> None:
    found = free_slots([opening(JEROEN), opening()], {FATIMA: [span(0)]}, Mode.SCHOOL, TEN)

    assert [(each.worker, each.span) for each in found] == [
        (JEROEN, span(0)),
        (JEROEN, span(20)),
        (FATIMA, span(20)),
        (JEROEN, span(40)),
        (FATIMA, span(40)),
    ]


PUPIL, PARENT, STAFF = Audience.PUPIL, Audience.PARENT, Audience.STAFF


def _worker(*modes: str) -> Worker:
    zeilvast = ProviderId("zeilvast")
    return Worker.model_validate(
        {"id": "ewa", "name": "Ewa", "provider": zeilvast, "modes": list(modes)}
    )


@pytest.mark.parametrize(
    ("wanted", "worker", "audience", "mode"),
    [
        pytest.param(None, None, PUPIL, Mode.SCHOOL, id="anybody"),
        pytest.param(Mode.VIDEO, None, PUPIL, Mode.VIDEO, id="anybody, by video"),
        pytest.param(
            None, _worker("phone", "school"), PUPIL, Mode.SCHOOL, id="at school where one can"
        ),
        pytest.param(
            None, _worker("video", "phone"), PUPIL, Mode.VIDEO, id="else the worker's first"
        ),
        pytest.param(Mode.PHONE, _worker("school"), PUPIL, Mode.PHONE, id="what was chosen"),
        pytest.param(Mode.HOME, _worker("home"), PARENT, Mode.HOME, id="a parent, at home"),
        pytest.param(
            None, _worker("home", "phone"), PUPIL, Mode.PHONE, id="no visit at home for pupils"
        ),
        pytest.param(Mode.HOME, None, PUPIL, Mode.SCHOOL, id="not even a forged one"),
        pytest.param(None, _worker("home"), STAFF, Mode.SCHOOL, id="nor for staff"),
    ],
)
def test_the_usual_way_is_at_school(
    wanted: Mode | None, worker: Worker | None, audience: Audience, mode: Mode
) -> None:
    assert usual_mode(wanted, worker, audience) is mode


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0612345678", "0612345678"),
        ("06 12 34 56 78", "0612345678"),
        ("06-12345678", "0612345678"),
        ("(020) 123.45.67", "0201234567"),
        ("020/1234567", "0201234567"),
        (" 0612345678\n", "0612345678"),
        ("+31612345678", "+31612345678"),
        ("+31 (0)6 12345678", "+31612345678"),
        ("+31(0)20-1234567", "+31201234567"),
        ("0031612345678", "+31612345678"),
        ("00 31 6 12345678", "+31612345678"),
        ("12345678", "12345678"),
        ("123456789012345", "123456789012345"),
        ("1234567", None),
        ("1234567890123456", None),
        ("+1", None),
        ("", None),
        ("        ", None),
        ("----------", None),
        ("06 is mijn nummer", None),
        ("0612345678 bel me", None),
        ("06+12345678", None),
        ("++31612345678", None),
        ("112", None),
    ],
)
def test_a_phone_number_is_kept_as_digits(text: str, number: str | None) -> None:
    assert phone_number(text) == number


@pytest.mark.parametrize("text", ["٠٦١٢٣٤٥٦٧٨", "۰۶۱۲۳۴۵۶۷۸", "०६१२३४५६७८"])
def test_digits_of_other_scripts_are_the_same_number(text: str) -> None:
    """Keyboards for Arabic, Persian and Hindi write them; a worker's phone dials the others."""
    assert phone_number(text) == "0612345678"


@pytest.mark.parametrize(
    ("minutes", "taken", "starts"),
    [
        (0, [], [0, 20, 40]),
        (20, [], [0, 20, 40]),
        (25, [], [0, 20]),
        (40, [], [0, 20]),
        (60, [], [0]),
        (61, [], []),
        (40, [20], []),
        (40, [40], [0]),
    ],
)
def test_a_longer_talk_takes_as_many_slots_as_it_needs_one_after_the_other(
    minutes: int, taken: list[int], starts: list[int]
) -> None:
    busy = {FATIMA: [span(each) for each in taken]}
    free = free_slots([opening()], busy, Mode.SCHOOL, TEN, minutes)

    assert [(each.span.start - TEN) // MINUTE for each in free] == starts
    assert all(each.span.end - each.span.start >= minutes * MINUTE for each in free)


def test_a_longer_talk_jumps_no_slot_that_is_kept_for_walk_ins() -> None:
    held = replace(opening(), span=span(0, 120), walk_in_share=25)
    starts = [(e.span.start - TEN) // MINUTE for e in free_slots([held], {}, Mode.SCHOOL, TEN)]
    long = free_slots([held], {}, Mode.SCHOOL, TEN, 40)

    assert starts == [0, 40, 60, 80]
    assert [(each.span.start - TEN) // MINUTE for each in long] == [40, 60]


def test_the_length_of_a_talk_goes_by_audience() -> None:
    limits = BookingLimits(parent_minutes=30)
    lengths = [limits.minutes(each) for each in (*Audience, None)]
    assert lengths == [0, 30, 40, 0]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Noor", "Noor"),
        ("  Noor \n de\tWit ", "Noor de Wit"),
        ("\u202eNoor\u2066\u0000", "Noor"),
        ("نور", "نور"),
        ("🐟", "🐟"),
        ("<b>", "<b>"),
        ("x" * 30, "x" * 30),
        ("x" * 31, None),
        ("", None),
        ("\u200b\u202e \n", None),
        ("\ud800", None),
    ],
)
def test_a_few_words_are_kept_as_they_are_seen(typed: str, kept: str | None) -> None:
    assert clean_words(typed) == kept
