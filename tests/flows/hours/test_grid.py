"""Slots obey the buffer between talks and the share held back for walk-ins."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.hours.grid import bookable_spans, is_held_back
from flows.hours.rules import openings, slots
from flows.model import Opening, Span
from tests.flows.hours.build import AMSTERDAM, hours, wall, with_hours

TUESDAY = date(2026, 11, 24)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def opening(**changes: Any) -> Opening:
    [found] = openings(with_hours(hours(**changes)), TUESDAY, TUESDAY)
    return found


def starts(**changes: Any) -> list[str]:
    return [wall(each.start)[11:] for each in bookable_spans(opening(**changes))]


def busy(start: str, end: str) -> Span:
    moments = (
        datetime.fromisoformat(f"2026-11-24 {each}").replace(tzinfo=AMSTERDAM).astimezone(UTC)
        for each in (start, end)
    )
    return Span(*moments)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"duration_minutes": 60}, ["09:00", "09:20", "09:40"]),
        ({"duration_minutes": 60, "buffer_minutes": 5}, ["09:00", "09:25"]),
        ({"duration_minutes": 70, "buffer_minutes": 5}, ["09:00", "09:25", "09:50"]),
        ({"duration_minutes": 60, "buffer_minutes": 20}, ["09:00", "09:40"]),
        ({"duration_minutes": 20, "buffer_minutes": 60}, ["09:00"]),
        ({"duration_minutes": 15}, []),
        ({"duration_minutes": 60, "walk_in_share": 100}, []),
        ({"duration_minutes": 80, "walk_in_share": 50}, ["09:20", "10:00"]),
        ({"duration_minutes": 80, "walk_in_share": 25}, ["09:00", "09:40", "10:00"]),
        ({"duration_minutes": 60, "walk_in_share": 10}, ["09:00", "09:20", "09:40"]),
        (
            {"duration_minutes": 100, "walk_in_share": 40, "buffer_minutes": 5},
            ["09:00", "09:50"],
        ),
        (
            {"duration_minutes": 60, "walk_in_share": 100, "walk_in": False},
            ["09:00", "09:20", "09:40"],
        ),
        ({"duration_minutes": 60, "bookable": False}, []),
    ],
)
def test_an_opening_is_cut_with_its_buffer_and_its_share(
    changes: dict[str, Any], expected: list[str]
) -> None:
    assert starts(**changes) == expected


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        (busy("09:30", "09:50"), ["09:00", "10:00", "10:30"]),
        (busy("09:20", "09:25"), ["10:00", "10:30"]),
        (busy("10:00", "10:20"), ["09:00", "09:30", "10:30"]),
        (busy("10:50", "11:10"), ["09:00", "09:30", "10:00"]),
        (busy("11:00", "11:10"), ["09:00", "09:30", "10:00", "10:30"]),
        (busy("08:00", "08:50"), ["09:00", "09:30", "10:00", "10:30"]),
        (busy("08:00", "08:55"), ["09:30", "10:00", "10:30"]),
    ],
)
def test_the_buffer_is_kept_to_whatever_is_taken(taken: Span, expected: list[str]) -> None:
    held = opening(duration_minutes=120, buffer_minutes=10)
    free = [wall(each.span.start)[11:] for each in slots(held, [taken], LONG_AGO)]
    assert free == expected


@pytest.mark.parametrize(
    ("share", "held"),
    [
        (0, []),
        (10, [5]),
        (20, [3, 8]),
        (25, [2, 6, 10]),
        (33, [2, 5, 8]),
        (50, [1, 3, 5, 7, 9]),
        (75, [1, 2, 4, 5, 6, 8, 9, 10]),
        (100, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    ],
)
def test_which_slots_are_held_back_is_fixed(share: int, held: list[int]) -> None:
    assert [n for n in range(1, 11) if is_held_back(n, share)] == held


@given(share=st.integers(0, 100), length=st.integers(1, 96))
def test_of_any_number_of_slots_the_share_is_held_back_and_evenly(share: int, length: int) -> None:
    held = [n for n in range(1, length + 1) if is_held_back(n, share)]
    assert abs(len(held) - length * share / 100) <= 0.5
    gaps = {later - earlier for earlier, later in pairwise(held)}
    assert not gaps or max(gaps) - min(gaps) <= 1


@given(
    duration=st.integers(1, 96),
    slot=st.integers(1, 24),
    buffer=st.integers(0, 24),
    share=st.integers(0, 100),
)
def test_slots_lie_inside_apart_and_on_the_five_minutes(
    duration: int, slot: int, buffer: int, share: int
) -> None:
    held = opening(
        duration_minutes=5 * duration,
        slot_minutes=5 * slot,
        buffer_minutes=5 * buffer,
        walk_in_share=share,
    )
    found = bookable_spans(held)
    for each in found:
        assert held.span.start <= each.start < each.end <= held.span.end
        assert each.end - each.start == timedelta(minutes=5 * slot)
        assert (each.start - held.span.start) % timedelta(minutes=5) == timedelta(0)
    for earlier, later in pairwise(found):
        assert later.start - earlier.end >= timedelta(minutes=5 * buffer)
