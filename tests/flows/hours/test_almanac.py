"""The almanac answers as the rules do, only faster."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.hours.almanac import Almanac
from flows.hours.closures import closed_for
from flows.hours.precedence import in_force
from flows.hours.rules import openings
from flows.model import Opening, SchoolId, WorkerId
from flows.ports import Almanac as AlmanacPort
from flows.programme import Programme
from tests.flows.hours.build import TODAY, hours, tables, with_hours

LINDE, FATIMA, JEROEN = SchoolId("linde"), WorkerId("fatima"), WorkerId("jeroen")
BUSY = with_hours(
    hours(),
    hours(rrule="FREQ=WEEKLY;BYDAY=TU,WE,SU", worker="jeroen", school="vuurkever"),
    hours(rrule="FREQ=DAILY;INTERVAL=3", start="14:00", school="vuurkever"),
    hours(rrule="FREQ=WEEKLY;BYDAY=FR", start="23:00", duration_minutes=120, worker="jeroen"),
)


def plain(programme: Programme, first_on: date, last_on: date) -> list[Opening]:
    """Every opening, expanded anew."""
    if last_on < first_on:
        return []
    closed = closed_for(programme, first_on, last_on)
    return in_force(openings(programme, first_on, last_on), closed)


DAYS = st.dates(date(2026, 8, 1), date(2027, 9, 1))


@settings(max_examples=25)
@given(st.lists(st.tuples(DAYS, st.integers(-1, 70)), min_size=1, max_size=6))
def test_any_order_of_questions_is_answered_as_by_the_rules(asked: list[tuple[date, int]]) -> None:
    almanac = Almanac(BUSY, horizon_days=14)
    for first_on, days in asked:
        last_on = first_on + timedelta(days=days)
        expected = plain(BUSY, first_on, last_on)
        for school in BUSY.schools:
            assert almanac.at_school(school.id, first_on, last_on) == [
                each for each in expected if each.school == school.id
            ]
        for worker in BUSY.workers:
            assert almanac.of_worker(worker.id, first_on, last_on) == [
                each for each in expected if each.worker == worker.id
            ]


def test_it_is_the_almanac_that_flows_ask_for() -> None:
    port: AlmanacPort = Almanac(BUSY, horizon_days=28)
    assert [each.worker for each in port.at_school(LINDE, TODAY, TODAY + timedelta(days=1))] == [
        "fatima"
    ]
    assert port.of_worker(JEROEN, TODAY, TODAY) == []


def test_who_is_unknown_has_no_openings() -> None:
    almanac = Almanac(BUSY, horizon_days=28)
    assert almanac.at_school(SchoolId("nergens"), TODAY, TODAY + timedelta(days=30)) == []


def test_a_holiday_is_closed() -> None:
    almanac = Almanac(with_hours(hours(rrule="FREQ=DAILY")), horizon_days=28)
    king, next_day = date(2027, 4, 27), date(2027, 6, 1)
    assert almanac.of_worker(FATIMA, king, king) == []
    assert len(almanac.of_worker(FATIMA, next_day, next_day)) == 1


def test_an_answer_may_be_changed_without_harm() -> None:
    almanac = Almanac(BUSY, horizon_days=28)
    almanac.at_school(LINDE, TODAY, TODAY + timedelta(days=7)).clear()
    assert len(almanac.at_school(LINDE, TODAY, TODAY + timedelta(days=7))) > 0


def test_weeks_nobody_asks_for_any_more_are_dropped() -> None:
    almanac = Almanac(BUSY, horizon_days=28)
    for days in range(0, 2000, 7):
        almanac.at_school(LINDE, TODAY + timedelta(days=days), TODAY + timedelta(days=days + 28))
    assert almanac.weeks_kept == 4 + 10
    almanac.at_school(LINDE, TODAY, TODAY + timedelta(days=364))
    assert almanac.weeks_kept == 4 + 10


def large(workers: int) -> Programme:
    changes = tables(
        workers=[{"id": f"w{n}", "name": "W", "provider": "zeilvast"} for n in range(workers)],
        schedules=[
            hours(id=f"w{n}-{day}", worker=f"w{n}", rrule=f"FREQ=WEEKLY;BYDAY={day}")
            | {"id": f"w{n}-{day.lower()}"}
            for n in range(workers)
            for day in ("MO", "TH")
        ],
    )
    return Programme.model_validate(changes)
