"""Hours that were changed since the config: what holds, from when on, and from where it comes."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from flows.changes import Block, Changes, Closing, Departure
from flows.hours.almanac import Almanac
from flows.hours.changed import ended
from flows.hours.closures import closed_days
from flows.hours.known import known_until
from flows.hours.reasons import why
from flows.model import (
    AT_THE_DESK,
    Absence,
    Known,
    Mark,
    Mode,
    Opening,
    Origin,
    ScheduleId,
    SchoolId,
    Span,
    WorkerId,
)
from flows.programme import Closes
from flows.screen import Line
from tests.flows.hours.build import AMSTERDAM, hours, programme, schedule, wall, with_hours

FATIMA, JEROEN, LINDE = WorkerId("fatima"), WorkerId("jeroen"), SchoolId("linde")
TUESDAY = date(2026, 11, 24)
WEEK = timedelta(days=7)
BEFORE, AFTER = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 11, 23, tzinfo=UTC)


def at(on: date, clock: str) -> datetime:
    return datetime.combine(on, time.fromisoformat(clock), AMSTERDAM).astimezone(UTC)


def extra(on: date, start: str, end: str, *modes: Mode, made_at: datetime = BEFORE) -> Opening:
    return Opening(
        worker=FATIMA,
        school=LINDE,
        schedule=None,
        room="Aula",
        span=Span(at(on, start), at(on, end)),
        slot_minutes=20,
        modes=modes or (Mode.SCHOOL,),
        bookable=True,
        walk_in=True,
        origin=Origin.EXTRA,
        made_at=made_at,
    )


def told(changes: Changes, on: date = TUESDAY) -> list[str]:
    """What holds at De Linde on a date, as "09:00-12:00 B2 schedule"."""
    found = Almanac(programme(), 28, changes).at_school(LINDE, on, on)
    return [
        f"{wall(each.span.start)[-5:]}-{wall(each.span.end)[-5:]} {each.room} {each.origin.value}"
        for each in found
    ]


PLAN = "09:00-12:00 B2 schedule"
AWAY = Absence(FATIMA, Span(at(TUESDAY, "10:00"), at(TUESDAY, "11:00")))
WEEKLY = schedule(id="c-1", first_on=TUESDAY, start="13:00", duration_minutes=60, room="C1")
CASES: list[tuple[str, Changes, list[str]]] = [
    ("nothing", Changes(), [PLAN]),
    (
        "away for an hour",
        Changes(absences=(AWAY,)),
        ["09:00-10:00 B2 schedule", "11:00-12:00 B2 schedule"],
    ),
    ("somebody else is away", Changes(absences=(replace(AWAY, worker=JEROEN),)), [PLAN]),
    (
        "hours more",
        Changes(extras=(extra(TUESDAY, "13:00", "14:00"),)),
        [PLAN, "13:00-14:00 Aula extra"],
    ),
    (
        "a meeting every Tuesday",
        Changes(blocks=(Block(FATIMA, 1, time(9), timedelta(hours=1), TUESDAY),)),
        ["10:00-12:00 B2 schedule"],
    ),
    (
        "a meeting from next week on",
        Changes(blocks=(Block(FATIMA, 1, time(9), timedelta(hours=1), TUESDAY + WEEK),)),
        [PLAN],
    ),
    (
        "a meeting that was",
        Changes(
            blocks=(Block(FATIMA, 1, time(9), timedelta(hours=1), BEFORE.date(), TUESDAY - WEEK),)
        ),
        [PLAN],
    ),
    (
        "an extra hour within a meeting",
        Changes(
            blocks=(Block(FATIMA, 1, time(9), timedelta(hours=3), TUESDAY),),
            extras=(extra(TUESDAY, "09:00", "10:00"),),
        ),
        ["09:00-10:00 Aula extra"],
    ),
    ("a storm", Changes(closings=(Closing(LINDE, TUESDAY, TUESDAY, "all", AFTER),)), []),
    (
        "a storm closes what was extra before it",
        Changes(
            closings=(Closing(LINDE, TUESDAY, TUESDAY, "all", AFTER),),
            extras=(extra(TUESDAY, "13:00", "14:00", made_at=BEFORE),),
        ),
        [],
    ),
    (
        "extra hours in spite of the storm",
        Changes(
            closings=(Closing(LINDE, TUESDAY, TUESDAY, "all", BEFORE),),
            extras=(extra(TUESDAY, "13:00", "14:00", made_at=AFTER),),
        ),
        ["13:00-14:00 Aula extra"],
    ),
    (
        "a storm elsewhere",
        Changes(closings=(Closing(SchoolId("vuurkever"), TUESDAY, TUESDAY, "all", AFTER),)),
        [PLAN],
    ),
    ("ended last week", Changes(ends={ScheduleId("fatima-di"): TUESDAY - WEEK}), []),
    ("ends today", Changes(ends={ScheduleId("fatima-di"): TUESDAY}), [PLAN]),
    (
        "another hour from today on",
        Changes(
            schedules=(WEEKLY,),
            origins={ScheduleId("c-1"): Origin.CHAT},
            ends={ScheduleId("fatima-di"): TUESDAY - timedelta(days=1)},
        ),
        ["13:00-14:00 C1 chat"],
    ),
    (
        "imported hours that ended in the chat",
        Changes(
            schedules=(WEEKLY,),
            origins={ScheduleId("c-1"): Origin.IMPORT},
            ends={ScheduleId("c-1"): TUESDAY - timedelta(days=1)},
        ),
        [PLAN],
    ),
    (
        "hours of somebody who left",
        Changes(schedules=(schedule(id="c-1", worker="gone", first_on=TUESDAY),)),
        [PLAN],
    ),
    (
        "another room today",
        Changes(marks=(Mark(FATIMA, LINDE, TUESDAY, Known.CONFIRMED, room="C3"),)),
        ["09:00-12:00 C3 schedule"],
    ),
    (
        "at the desk today",
        Changes(marks=(Mark(FATIMA, LINDE, TUESDAY, Known.CONFIRMED, room=AT_THE_DESK),)),
        ["09:00-12:00  schedule"],
    ),
    (
        "another room tomorrow",
        Changes(marks=(Mark(FATIMA, LINDE, TUESDAY + WEEK, Known.CONFIRMED, room="C3"),)),
        [PLAN],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_holds_after_a_change(changes: Changes, expected: list[str]) -> None:
    assert told(changes) == expected


def test_a_closed_building_leaves_the_phone_of_an_extra_opening() -> None:
    shut = Closing(LINDE, TUESDAY, TUESDAY, "building", AFTER)
    both = extra(TUESDAY, "13:00", "14:00", Mode.SCHOOL, Mode.PHONE)
    almanac = Almanac(programme(), 28, Changes(closings=(shut,), extras=(both,)))
    assert [each.modes for each in almanac.at_school(LINDE, TUESDAY, TUESDAY)] == [(Mode.PHONE,)]


@pytest.mark.parametrize("closes", ["all", "building"])
def test_a_closing_is_told_as_unexpected(closes: Closes) -> None:
    shut = Closing(LINDE, TUESDAY, TUESDAY, closes, AFTER)
    held = Almanac(programme(), 28, Changes(closings=(shut,))).programme
    [closed] = closed_days(held, LINDE, TUESDAY, TUESDAY).values()
    assert (closed.closes, why(closed, "en")) == (closes, Line("closed-unexpected"))


@pytest.mark.parametrize(
    ("rrule", "last_on", "rdates", "expected"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", date(2026, 12, 1), [], ["24", "01"]),
        ("FREQ=WEEKLY;BYDAY=TU;COUNT=30", date(2026, 12, 6), [], ["24", "01"]),
        ("FREQ=WEEKLY;BYDAY=TU;COUNT=13", date(2026, 12, 31), [], ["24"]),
        ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270709T215959Z", date(2026, 11, 24), [], ["24"]),
        ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261125T215959Z", date(2026, 12, 31), [], ["24"]),
        ("FREQ=WEEKLY;BYDAY=TU", date(2026, 11, 27), ["2026-11-26", "2026-12-03"], ["24", "26"]),
        ("FREQ=WEEKLY;BYDAY=TU", date(2026, 8, 1), [], []),
    ],
)
def test_a_schedule_ends_on_its_last_day(
    rrule: str, last_on: date, rdates: list[str], expected: list[str]
) -> None:
    held = schedule(rrule=rrule, rdates=rdates)
    rest = ended(held, last_on, AMSTERDAM)
    plan = with_hours() if rest is None else programme(schedules=[rest.model_dump()])
    found = Almanac(plan, 28).of_worker(FATIMA, date(2026, 11, 23), date(2027, 2, 1))
    assert [wall(each.span.start)[8:10] for each in found] == expected


def test_what_is_known_ends_where_the_last_schedule_was_ended() -> None:
    plan = with_hours(hours())
    [only] = plan.schedules
    almanac = Almanac(plan, 28, Changes(ends={only.id: TUESDAY}))
    assert known_until(almanac.programme, LINDE) == date(2026, 11, 29)


def test_who_left_keeps_the_name_even_where_people_were_looked_up_before() -> None:
    plan, gone = programme(), WorkerId("gone")
    assert plan.worker(gone) is None
    almanac = Almanac(plan, 28, Changes(departures=(Departure(gone, "Gone"),)))
    former = almanac.programme.worker(gone)
    assert former is not None
    assert former.name == "Gone"
