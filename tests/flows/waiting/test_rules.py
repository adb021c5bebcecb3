"""Who is offered what, and for how long it is held: tables of cases."""

from datetime import UTC, datetime, time, timedelta

import pytest

from flows.model import (
    Appointment,
    AppointmentId,
    Audience,
    Mode,
    PersonId,
    Place,
    SchoolId,
    Slot,
    Span,
    Status,
    WorkerId,
)
from flows.policy import BookingLimits, ReminderLimits
from flows.programme import Hours
from flows.reminding.quiet import phones_out_at, quiet_until
from flows.waiting.rules import first_fit, hold_until, stands
from tests.town import TUESDAY, ZONE

FATIMA, JEROEN, LINDE = WorkerId("fatima"), WorkerId("jeroen"), SchoolId("linde")
LIMITS = BookingLimits()
MINUTE, TWENTY = timedelta(minutes=1), timedelta(minutes=20)
NOON = TUESDAY.replace(hour=12, minute=0)
SATURDAY = TUESDAY.replace(day=28)
LESSONS = [
    Hours(start=time(8, 30), end=time(12)),
    Hours(start=time(12, 30), end=time(14)),
    Hours(start=time(14), end=time(15)),
]


def at(clock: str, day: int = 24) -> datetime:
    """A local moment of that week, in UTC."""
    hour, minute = map(int, clock.split(":"))
    return TUESDAY.replace(day=day, hour=hour, minute=minute).astimezone(UTC)


@pytest.mark.parametrize(
    ("start", "audience", "out", "until"),
    [
        pytest.param("14:00", Audience.PARENT, None, "9:40", id="ten minutes"),
        pytest.param("11:31", Audience.PARENT, None, "9:40", id="just not near"),
        pytest.param("11:30", Audience.PARENT, None, "9:35", id="half of it when it is near"),
        pytest.param("9:44", Audience.PARENT, None, "9:34", id="never into the notice"),
        pytest.param("9:40", Audience.PARENT, None, None, id="nothing is left"),
        pytest.param("14:00", Audience.PUPIL, None, "9:40", id="a pupil with the phone at hand"),
        pytest.param("14:00", Audience.PUPIL, "12:00", "12:15", id="until after the break"),
        pytest.param("14:00", Audience.PARENT, "12:00", "9:40", id="only pupils put it away"),
        pytest.param("12:25", Audience.PUPIL, "12:00", "12:15", id="just enough after the break"),
        pytest.param("12:24", Audience.PUPIL, "12:00", "9:40", id="too near after the break"),
        pytest.param("11:00", Audience.PUPIL, "12:00", "9:35", id="before the break"),
    ],
)
def test_how_long_a_time_is_held(
    start: str, audience: Audience, out: str | None, until: str | None
) -> None:
    out_at = None if out is None else at(out)

    held = hold_until(at(start), audience, TUESDAY, out_at, LIMITS)

    assert held == (None if until is None else at(until))


def test_the_minutes_of_a_hold_are_a_setting() -> None:
    limits = BookingLimits(hold_minutes=30)
    assert hold_until(at("14:00"), Audience.STAFF, TUESDAY, None, limits) == at("10:00")


@pytest.mark.parametrize(
    ("now", "out"),
    [
        pytest.param(at("8:29"), None, id="before school"),
        pytest.param(at("8:30"), at("12:00"), id="from the first moment"),
        pytest.param(at("11:59"), at("12:00"), id="to the last"),
        pytest.param(at("12:00"), None, id="the break"),
        pytest.param(at("12:30"), at("15:00"), id="stretches that touch are one"),
        pytest.param(at("14:00"), at("15:00"), id="the second of them"),
        pytest.param(at("15:00"), None, id="after school"),
        pytest.param(at("10:00", 28), None, id="on Saturday"),
        pytest.param(at("10:00", 29), None, id="on Sunday"),
    ],
)
def test_when_phones_come_out(now: datetime, out: datetime | None) -> None:
    assert phones_out_at(reversed(LESSONS), now, ZONE) == out


@pytest.mark.parametrize(
    ("now", "until"),
    [
        pytest.param(at("20:59"), None, id="the evening"),
        pytest.param(at("21:00"), at("7:30", 25), id="from nine on"),
        pytest.param(at("23:59"), at("7:30", 25), id="before midnight"),
        pytest.param(at("0:00"), at("7:30"), id="after midnight"),
        pytest.param(at("7:29"), at("7:30"), id="the last minute"),
        pytest.param(at("7:30"), None, id="the morning"),
    ],
)
def test_when_it_is_quiet(now: datetime, until: datetime | None) -> None:
    assert quiet_until(now, ReminderLimits(), ZONE) == until


@pytest.mark.parametrize(
    ("first", "last", "now", "until"),
    [
        pytest.param(time(9), time(9), at("9:00"), None, id="the same twice is never"),
        pytest.param(time(9), time(10), at("9:30"), at("10:00"), id="by day"),
        pytest.param(time(9), time(10), at("23:00"), None, id="and not by night"),
    ],
)
def test_quiet_hours_are_settings(
    first: time, last: time, now: datetime, until: datetime | None
) -> None:
    assert quiet_until(now, ReminderLimits(quiet_from=first, quiet_until=last), ZONE) == until


def place(worker: WorkerId | None = None, **changed: object) -> Place:
    """Noor's place in line, who talks with Fatima at noon."""
    talk = {
        "id": AppointmentId(1), "worker": FATIMA, "school": LINDE, "mode": Mode.SCHOOL,
        "span": Span(NOON, NOON + TWENTY), "audience": Audience.PUPIL, "status": Status.BOOKED,
        "version": 1, "created_at": TUESDAY, "changed_at": TUESDAY,
    }  # fmt: skip
    return Place(Appointment(**{**talk, **changed}), 1, PersonId(1), worker, TUESDAY)  # type: ignore[arg-type]


def slot(start: datetime, worker: WorkerId = FATIMA) -> Slot:
    return Slot(worker, LINDE, "B2", Span(start, start + TWENTY), (Mode.SCHOOL,))


TEN, HALF = slot(at("10:00")), slot(at("10:30"))
WITH_JEROEN = slot(at("10:00"), JEROEN)


@pytest.mark.parametrize(
    ("wish", "free", "passed", "others", "given", "fit"),
    [
        pytest.param(None, [TEN, HALF], [], [], [], TEN, id="the first"),
        pytest.param(None, [], [], [], [], None, id="nothing is free"),
        pytest.param(None, [slot(NOON)], [], [], [], None, id="not earlier"),
        pytest.param(None, [WITH_JEROEN], [], [], [], WITH_JEROEN, id="anybody"),
        pytest.param(FATIMA, [WITH_JEROEN, HALF], [], [], [], HALF, id="only with Fatima"),
        pytest.param(None, [TEN, HALF], [TEN], [], [], HALF, id="not twice"),
        pytest.param(None, [TEN, WITH_JEROEN], [TEN], [], [], WITH_JEROEN, id="of one worker"),
        pytest.param(None, [TEN, HALF], [], [TEN], [], HALF, id="not beside another talk"),
        pytest.param(None, [TEN, HALF], [], [], [TEN], HALF, id="not what another is offered"),
        pytest.param(None, [WITH_JEROEN], [], [], [TEN], WITH_JEROEN, id="another's is no matter"),
    ],
)
def test_what_somebody_in_line_is_offered(
    wish: WorkerId | None,
    free: list[Slot],
    passed: list[Slot],
    others: list[Slot],
    given: list[Slot],
    fit: Slot | None,
) -> None:
    known = {(each.worker, each.span.start) for each in passed}
    assert first_fit(place(wish), free, known, [each.span for each in others], given) == fit


@pytest.mark.parametrize(
    ("waits", "now", "counts"),
    [
        pytest.param(place(), TUESDAY, True, id="as it was"),
        pytest.param(place(version=2), TUESDAY, False, id="moved"),
        pytest.param(place(status=Status.CANCELLED), TUESDAY, False, id="cancelled"),
        pytest.param(place(), NOON - 11 * MINUTE, True, id="just not too near"),
        pytest.param(place(), NOON - 10 * MINUTE, False, id="too near"),
    ],
)
def test_whose_place_counts(waits: Place, now: datetime, counts: bool) -> None:
    assert stands(waits, now, LIMITS.notice) is counts
