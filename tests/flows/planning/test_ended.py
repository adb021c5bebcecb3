"""An old or forged button makes nothing of hours that have ended, or of days that no week has."""

from datetime import timedelta

import pytest

from flows.model import PlanKind, Role
from flows.programme import ref_of
from flows.staff_steps import Plan, Settle
from tests.flows.place import LINDE, Place, note
from tests.town import TUESDAY

GROUP = ref_of("linde-do-groep")
TUESDAYS = ref_of("linde-di-fatima")
NEXT_WEEK, LATER = TUESDAY.date() + timedelta(days=7), TUESDAY.date() + timedelta(days=14)
EIGHT, AN_HOUR = 8 * 12, 12


@pytest.mark.parametrize("kind", [PlanKind.END, PlanKind.CHANGE])
async def test_hours_that_end_before_a_date_neither_end_nor_change_on_it(
    place: Place, kind: PlanKind
) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    await fatima.presses(Settle(PlanKind.END, None, TUESDAYS, NEXT_WEEK))
    before = await place.rows("hours_end")

    answer = await fatima.presses(Settle(kind, None, TUESDAYS, LATER, 1, EIGHT, AN_HOUR))

    assert note(answer) == "refused-stale"
    assert await place.rows("hours_end") == before
    assert not await place.rows("hours_schedule")


async def test_a_group_ends_but_does_not_become_something_else(place: Place) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")

    answer = await fatima.presses(
        Settle(PlanKind.CHANGE, None, GROUP, NEXT_WEEK, 1, EIGHT, AN_HOUR)
    )
    assert note(answer) == "refused-stale"
    assert not await place.rows("hours_schedule")

    await fatima.presses(Settle(PlanKind.END, None, GROUP, NEXT_WEEK))
    (end,) = await place.rows("hours_end")
    assert end["schedule"] == "linde-do-groep"


async def test_new_hours_are_like_those_for_talks_never_like_a_group(place: Place) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")

    await fatima.presses(Settle(PlanKind.ADD, LINDE, None, NEXT_WEEK, 4, EIGHT, AN_HOUR))

    (added,) = await place.rows("hours_schedule")
    assert added["room"] == "B2"


async def test_they_can_still_end_sooner(place: Place) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    await fatima.presses(Settle(PlanKind.END, None, TUESDAYS, LATER))

    await fatima.presses(Settle(PlanKind.END, None, TUESDAYS, NEXT_WEEK))

    (end,) = await place.rows("hours_end")
    assert end["last_on"] == NEXT_WEEK - timedelta(days=1)


@pytest.mark.parametrize("kind", [PlanKind.ADD, PlanKind.BLOCK])
async def test_a_day_that_no_week_has_is_a_stale_button(place: Place, kind: PlanKind) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")

    answer = await fatima.presses(Plan(kind, LINDE, weekday=7, start=108, length=12))

    assert note(answer) == "refused-stale"
