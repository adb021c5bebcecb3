"""Absence before extra opening before closure before schedule: the table, and what always holds."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.hours.precedence import ClosedFor, in_force, never_closed
from flows.hours.rules import slots
from flows.model import Absence, Mode, Opening, Origin, ScheduleId, SchoolId, Span, WorkerId
from flows.programme import Closes

FATIMA, JEROEN = WorkerId("fatima"), WorkerId("jeroen")
LINDE, VUURKEVER = SchoolId("linde"), SchoolId("vuurkever")
MIDNIGHT = datetime(2026, 11, 24, tzinfo=UTC)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def at(clock: str) -> datetime:
    hour, _, minute = clock.partition(":")
    return MIDNIGHT + timedelta(hours=int(hour), minutes=int(minute or 0))


def span(text: str) -> Span:
    """A span as "9-12:30"."""
    start, _, end = text.partition("-")
    return Span(at(start), at(end))


def planned(when: str = "9-12", worker: WorkerId = FATIMA, *modes: Mode) -> Opening:
    return Opening(
        worker=worker,
        school=LINDE,
        schedule=ScheduleId("plan"),
        room="B2",
        span=span(when),
        slot_minutes=20,
        modes=modes or (Mode.SCHOOL, Mode.PHONE),
        bookable=True,
        walk_in=True,
    )


def added(when: str, worker: WorkerId = FATIMA, school: SchoolId = LINDE) -> Opening:
    extra = planned(when, worker)
    return replace(extra, schedule=None, school=school, origin=Origin.EXTRA)


def away(when: str, worker: WorkerId = FATIMA) -> Absence:
    return Absence(worker, span(when))


def closed(closes: Closes) -> ClosedFor:
    return lambda _opening: closes


def clock(moment: datetime) -> str:
    return f"{moment.hour}:{moment.minute:02}" if moment.minute else f"{moment.hour}"


def told(found: list[Opening]) -> list[str]:
    """What holds, as "9-12", an extra opening with a plus, one without a way to come in with ~."""
    return [
        f"{clock(each.span.start)}-{clock(each.span.end)}"
        + ("+" if each.origin is Origin.EXTRA else "")
        + ("~" if Mode.SCHOOL not in each.modes else "")
        for each in found
    ]


CASES: list[tuple[str, ClosedFor, list[Opening], list[Absence], list[str]]] = [
    ("schedule", never_closed, [], [], ["9-12"]),
    ("closure > schedule", closed("all"), [], [], []),
    ("a closed building leaves the phone", closed("building"), [], [], ["9-12~"]),
    ("extra beside schedule", never_closed, [added("13-15")], [], ["9-12", "13-15+"]),
    ("extra > closure", closed("all"), [added("10-11")], [], ["10-11+"]),
    (
        "extra > closed building",
        closed("building"),
        [added("10-11")],
        [],
        ["9-10~", "10-11+", "11-12~"],
    ),
    ("extra > schedule, within", never_closed, [added("10-11")], [], ["9-10", "10-11+", "11-12"]),
    ("extra > schedule, over the end", never_closed, [added("11-13")], [], ["9-11", "11-13+"]),
    ("extra > schedule, over all of it", never_closed, [added("8-13")], [], ["8-13+"]),
    (
        "extra elsewhere > schedule",
        never_closed,
        [added("11-13", school=VUURKEVER)],
        [],
        ["9-11", "11-13+"],
    ),
    ("extra touches the schedule", never_closed, [added("12-13")], [], ["9-12", "12-13+"]),
    ("extra of a colleague", never_closed, [added("9-12", JEROEN)], [], ["9-12", "9-12+"]),
    ("absence > schedule", never_closed, [], [away("0-23")], []),
    ("absence cuts the beginning", never_closed, [], [away("8-10")], ["10-12"]),
    ("absence cuts the middle", never_closed, [], [away("10-11")], ["9-10", "11-12"]),
    ("absence cuts the end", never_closed, [], [away("11:30-13")], ["9-11:30"]),
    (
        "absences overlap",
        never_closed,
        [],
        [away("10-11"), away("9:30-10:30")],
        ["9-9:30", "11-12"],
    ),
    ("one absence within another", never_closed, [], [away("9-11"), away("9:30-10")], ["11-12"]),
    ("absence touches", never_closed, [], [away("12-13"), away("8-9")], ["9-12"]),
    ("absence of a colleague", never_closed, [], [away("9-12", JEROEN)], ["9-12"]),
    ("absence > extra", never_closed, [added("13-15")], [away("14-16")], ["9-12", "13-14+"]),
    ("absence > extra > closure", closed("all"), [added("13-15")], [away("0-14")], ["14-15+"]),
    (
        "absence > all of them",
        closed("building"),
        [added("10-11")],
        [away("9:30-10:30")],
        ["9-9:30~", "10:30-11+", "11-12~"],
    ),
]


@pytest.mark.parametrize(
    ("closes", "extra", "absences", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_precedence(
    closes: ClosedFor, extra: list[Opening], absences: list[Absence], expected: list[str]
) -> None:
    assert told(in_force([planned()], closes, extra, absences)) == expected


def test_with_the_building_closed_nobody_can_walk_in_and_talks_at_school_are_gone() -> None:
    [left] = in_force([planned("9-12", FATIMA, Mode.SCHOOL, Mode.VIDEO)], closed("building"))
    assert (left.modes, left.walk_in) == ((Mode.VIDEO,), False)
    assert in_force([planned("9-12", FATIMA, Mode.SCHOOL)], closed("building")) == []


def test_what_is_not_touched_stays_the_very_same() -> None:
    kept = planned()
    assert in_force([kept]) == [kept]
    assert in_force([kept], extra=[added("13-14")], absences=[away("14-15")])[0] is kept


def test_a_cut_opening_keeps_the_slots_of_its_whole() -> None:
    before, after = in_force([planned()], absences=[away("9:50-10:30")])
    free = [
        clock(each.span.start) for part in (before, after) for each in slots(part, [], LONG_AGO)
    ]
    assert free == ["9", "9:20", "10:40", "11", "11:20", "11:40"]
    assert before.grid == after.grid == span("9-12")


def test_a_part_that_is_cut_again_still_counts_from_the_first_start() -> None:
    [rest] = in_force([planned()], absences=[away("9-9:50")])
    [again] = in_force([rest], absences=[away("9:50-10:10")])
    assert again.grid == span("9-12")
    assert clock(slots(again, [], LONG_AGO)[0].span.start) == "10:20"


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(
    lambda pair: Span(
        MIDNIGHT + timedelta(minutes=5 * pair[0]), MIDNIGHT + timedelta(minutes=5 * sum(pair))
    )
)
WORKERS = st.sampled_from([FATIMA, JEROEN])
ABSENCES = st.lists(st.builds(Absence, WORKERS, SPANS), max_size=4)
CLOSED = st.sampled_from([never_closed, closed("all"), closed("building")])


@st.composite
def apart(draw: st.DrawFn, opening: Opening) -> list[Opening]:
    """Openings of two workers; those of one do not overlap."""
    found: list[Opening] = []
    for worker, when in draw(st.lists(st.tuples(WORKERS, SPANS), max_size=6)):
        if not any(each.worker == worker and each.span.overlaps(when) for each in found):
            found.append(replace(opening, worker=worker, span=when))
    return found


@settings(max_examples=300)
@given(apart(planned()), CLOSED, apart(added("9-10")), ABSENCES)
def test_whatever_comes_together(
    schedule: list[Opening], closes: ClosedFor, extra: list[Opening], absences: list[Absence]
) -> None:
    found = in_force(schedule, closes, extra, absences)

    assert found == in_force(in_force(schedule, closes), extra=extra, absences=absences)
    assert [each.span.start for each in found] == sorted(each.span.start for each in found)
    for n, one in enumerate(found):
        assert one.span.start < one.span.end
        assert not any(
            each.worker == one.worker and each.span.overlaps(one.span) for each in absences
        )
        assert not any(
            each.worker == one.worker and each.span.overlaps(one.span) for each in found[:n]
        )
    assert _minutes(found, Origin.EXTRA) == _minutes(extra, Origin.EXTRA) - _away(absences)
    if closes is never_closed:
        taken = _minutes(extra, Origin.EXTRA) | _away(absences)
        assert _minutes(found, Origin.SCHEDULE) == _minutes(schedule, Origin.SCHEDULE) - taken


def _ticks(when: Span) -> list[datetime]:
    count = (when.end - when.start) // timedelta(minutes=5)
    return [when.start + n * timedelta(minutes=5) for n in range(count)]


def _minutes(openings: list[Opening], origin: Origin) -> set[tuple[str, datetime]]:
    """Who is there when, by steps of five minutes: too simple to be wrong."""
    there = [each for each in openings if each.origin is origin]
    return {(each.worker, tick) for each in there for tick in _ticks(each.span)}


def _away(absences: list[Absence]) -> set[tuple[str, datetime]]:
    return {(each.worker, tick) for each in absences for tick in _ticks(each.span)}
