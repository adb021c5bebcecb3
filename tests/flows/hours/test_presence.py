"""Planned hours and what was said about them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from flows.hours.presence import Phase, day_span, local_date, presences
from flows.model import Known, Mark, Mode, Opening, ScheduleId, SchoolId, Span, WorkerId
from tests.flows.hours.build import AMSTERDAM

FATIMA, JEROEN = WorkerId("fatima"), WorkerId("jeroen")
LINDE, VUURKEVER = SchoolId("linde"), SchoolId("vuurkever")
TODAY = date(2026, 11, 24)
NINE = datetime(2026, 11, 24, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


def opening(hour: int = 0, worker: WorkerId = FATIMA, *, walk_in: bool = True) -> Opening:
    """An hour at De Linde, some hours after nine."""
    span = Span(NINE + hour * HOUR, NINE + (hour + 1) * HOUR)
    return Opening(
        worker, LINDE, ScheduleId("s"), "B2", span, 20, (Mode.SCHOOL,), bookable=True,
        walk_in=walk_in,
    )  # fmt: skip


def mark(known: Known, **more: object) -> Mark:
    plain = Mark(FATIMA, LINDE, TODAY, known)
    return replace(plain, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "known"),
    [
        pytest.param([], Known.PLANNED, id="nothing was said"),
        pytest.param([mark(Known.CONFIRMED)], Known.CONFIRMED, id="here"),
        pytest.param([mark(Known.AWAY)], Known.AWAY, id="away"),
        pytest.param([mark(Known.AWAY, worker=JEROEN)], Known.PLANNED, id="of somebody else"),
        pytest.param([mark(Known.AWAY, school=VUURKEVER)], Known.PLANNED, id="at another school"),
        pytest.param(
            [mark(Known.AWAY, on=TODAY - timedelta(days=1))], Known.PLANNED, id="yesterday"
        ),
    ],
)
def test_a_mark_holds_for_its_worker_school_and_day(said: list[Mark], known: Known) -> None:
    (joined,) = presences([opening()], said, NINE, AMSTERDAM)

    assert joined.known is known


@pytest.mark.parametrize(
    ("now", "phase"),
    [
        (NINE - timedelta(seconds=1), Phase.BEFORE),
        (NINE, Phase.DURING),
        (NINE + HOUR - timedelta(seconds=1), Phase.DURING),
        (NINE + HOUR, Phase.OVER),
    ],
)
def test_now_lies_before_in_or_after_an_opening(now: datetime, phase: Phase) -> None:
    (joined,) = presences([opening()], [], now, AMSTERDAM)

    assert joined.phase is phase


@pytest.mark.parametrize(
    ("on", "hours"),
    [(TODAY, 24), (date(2026, 3, 29), 23), (date(2026, 10, 25), 25)],
    ids=["any day", "clocks forward", "clocks back"],
)
def test_a_local_day_has_its_own_length(on: date, hours: int) -> None:
    span = day_span(on, AMSTERDAM)

    assert (span.end - span.start) / HOUR == hours
    assert local_date(span.start, AMSTERDAM) == on
    assert local_date(span.end, AMSTERDAM) == on + timedelta(days=1)
