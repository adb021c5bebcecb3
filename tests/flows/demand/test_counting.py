"""What is counted at which event: once a person-week in every table, whatever the person does."""

import logging
from collections import Counter
from datetime import datetime, timedelta
from random import Random

import pytest

from flows.demand.job import release_due
from flows.door.job import ends_due
from flows.model import Audience, End, Mode, Question, Role, Smile, Topic
from flows.staff_steps import Came, Conclude, DoorBook, DoorCancel, Leave, WalkIn
from flows.steps import (
    Book,
    Cancel,
    Home,
    Mine,
    More,
    Nobody,
    Rate,
    Restore,
    Tell,
    There,
    Times,
    Week,
    Workers,
)
from storage.releasing import Releasing
from tests.flows.demand.quiet import quiet
from tests.flows.place import FATIMA, JEROEN, LINDE, TEN, Place, note
from tests.ports import demo_programme
from tests.town import TUESDAY

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
MONDAY = TUESDAY.replace(day=30, hour=8, minute=0)
NOTHING = Times(JEROEN, Mode.VIDEO)
"""Jeroen does not talk by video."""
SATURDAY = TUESDAY.replace(day=28, hour=10)
BOOKED = {
    "W1 not_said": 1, "W2 pupil": 1, "B1 linde": 1, "B2 all:not_said": 1, "B4 0-1": 1,
}  # fmt: skip


async def counted(place: Place) -> dict[str, int]:
    """The true counters that are not nought, whatever the period."""
    found: Counter[str] = Counter()
    for each in await place.rows("demand_counter"):
        found[f"{each['table']} {each['cell']}"] += each["count"]
    return {cell: n for cell, n in found.items() if n}


async def released(place: Place, at: datetime) -> None:
    """Publish without noise."""
    place.clock.now = at
    await release_due(quiet(Releasing(place.store.engine)), place.router.ports, Random(1))


async def published(place: Place) -> dict[str, int]:
    """All published cells but those of nought."""
    rows = await place.rows("demand_released")
    return {f"{e['table']} {e['period']} {e['cell']}": e["value"] for e in rows if e["value"]}


async def test_a_booking_is_counted_once_in_every_table(place: Place) -> None:
    noor = await place.visitor("Noor")
    await place.booked(noor)
    assert await counted(place) == BOOKED

    await place.booked(noor, TEN + timedelta(minutes=40))
    assert await counted(place) == BOOKED


async def test_a_small_school_counts_in_the_cell_it_shares(place: Place) -> None:
    for name, school in (("Noor", "windkant"), ("Sam", "zilverzand")):
        await (await place.visitor(name, school=school)).presses(NOTHING)
    assert (await counted(place))["B1 zilverzand+windkant"] == 2


async def test_a_cancel_is_an_end_until_it_is_taken_back(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)

    await noor.presses(Cancel(talk, 1))
    assert await counted(place) == BOOKED | {"B3 cancelled": 1}
    await noor.presses(Restore(talk, 2))
    assert await counted(place) == BOOKED
    await noor.presses(Cancel(talk, 3))
    again = await place.booked(noor, TEN + timedelta(minutes=40))
    await noor.presses(Cancel(again, 1))
    assert await counted(place) == BOOKED | {"B3 cancelled": 1}


async def test_of_all_ends_that_are_said_the_last_one_counts(place: Place) -> None:
    noor = await place.visitor("Noor")
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    talk = await place.booked(noor)
    place.clock.now = TEN + timedelta(minutes=5)

    await noor.presses(Nobody(talk, 1))
    await noor.presses(Nobody(talk, 1))
    assert await counted(place) == BOOKED | {"B3 worker_away": 1}
    await fatima.presses(Came(talk, 0))
    assert await counted(place) == BOOKED | {"B3 no_show": 1}
    await fatima.presses(Came(talk, 1))
    assert await counted(place) == BOOKED
    await fatima.presses(Conclude(talk, End.CARE_TEAM))
    assert note(await fatima.presses(Conclude(talk, End.ENOUGH))) == "refused-stale"
    assert note(await fatima.presses(Came(talk, 0))) == "refused-stale"
    assert await counted(place) == BOOKED | {"B3 care_team": 1}


async def test_an_end_that_nobody_told_is_not_said_after_two_days(place: Place) -> None:
    noor, sam = await place.visitor("Noor"), await place.visitor("Sam")
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    await place.booked(noor)
    await place.booked(sam, TEN + timedelta(minutes=40))
    await fatima.presses(Leave(TEN + timedelta(minutes=40), TEN + 4 * HOUR))
    place.clock.now = TEN + DAY
    await ends_due(place.router.ports)
    assert not any(each.startswith("B3") for each in await counted(place))

    place.clock.now = TEN + 3 * DAY
    for _ in range(2):
        await ends_due(place.router.ports)

    ends = {each: n for each, n in (await counted(place)).items() if each.startswith("B3")}
    assert ends == {"B3 not_said": 1, "B3 worker_away": 1}


async def test_who_finds_nothing_free_is_counted_until_a_talk_comes_of_it(place: Place) -> None:
    noor = await place.visitor("Noor")
    for _ in range(3):
        await noor.presses(NOTHING)
    unmet = {each: n for each, n in BOOKED.items() if not each.startswith("B4")}
    assert await counted(place) == unmet | {"B3 nothing_free": 1}

    talk = await place.booked(noor)
    assert (await place.talk(talk)).counted
    assert await counted(place) == BOOKED
    await noor.presses(NOTHING)
    assert await counted(place) == BOOKED


@pytest.mark.parametrize("asks", [There(), There(FATIMA), Times(), Times(FATIMA)])
async def test_who_asks_outside_hours_is_counted_once_a_week(
    place: Place, asks: There | Times
) -> None:
    noor = await place.visitor("Noor")
    place.clock.now = SATURDAY
    for _ in range(2):
        await noor.presses(asks)
    await noor.presses(NOTHING)
    assert await counted(place) == {
        "W1 not_said": 1, "W2 pupil": 1, "B1 linde": 1, "B2 all:not_said": 1,
        "B3 outside_hours": 1,
    }  # fmt: skip

    place.clock.now = SATURDAY + WEEK
    await noor.presses(asks)
    assert (await counted(place))["B3 outside_hours"] == 2


async def test_who_only_looks_asks_for_nothing(place: Place) -> None:
    """The start, the week, who works there, another day: on a Saturday, of which nothing holds."""
    noor = await place.visitor("Noor")
    sunday = SATURDAY.date() + DAY
    place.clock.now = SATURDAY
    for step in (Home(), Week(), Workers(), There(None, sunday), More(), Mine()):
        await noor.presses(step)
    await noor.starts(demo_programme().schools[0].link)
    assert await counted(place) == {}


async def test_who_asks_and_then_books_is_a_booking(place: Place) -> None:
    noor = await place.visitor("Noor")
    place.clock.now = SATURDAY
    await noor.presses(Times())
    await place.booked(noor, TEN + WEEK)
    assert await counted(place) == {
        "W1 not_said": 1, "W2 pupil": 1, "B1 linde": 1, "B2 all:not_said": 1, "B4 2-3": 1,
    }  # fmt: skip


async def test_who_asks_for_a_worker_that_is_away_is_told_apart(place: Place) -> None:
    """Jeroen is there at half past twelve, so only who asks for Fatima finds nobody."""
    noor, sam = await place.visitor("Noor"), await place.visitor("Sam")
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    await fatima.presses(Leave(TUESDAY, TUESDAY + 9 * HOUR))
    await sam.presses(There())
    assert await counted(place) == {}
    await noor.presses(There(FATIMA))
    assert (await counted(place))["B3 worker_away"] == 1


async def test_who_has_a_talk_ahead_asks_for_nothing(place: Place) -> None:
    noor = await place.visitor("Noor")
    await noor.presses(Book(FATIMA, LINDE, TEN + WEEK, Mode.SCHOOL))
    before = await counted(place)
    place.clock.now = SATURDAY
    await noor.presses(Home())
    await noor.presses(There())
    assert await counted(place) == before


@pytest.mark.parametrize(("later", "cell"), [(0, "0-1"), (7, "4-7")])
async def test_the_days_to_a_talk_are_counted_when_it_is_booked(
    place: Place, later: int, cell: str
) -> None:
    noor = await place.visitor("Noor")
    await place.booked(noor, TEN + later * DAY)
    assert (await counted(place))[f"B4 {cell}"] == 1


async def test_a_topic_moves_both_tables_while_the_week_is_open(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    await noor.presses(Tell(talk, Topic.MONEY))
    await noor.presses(Tell(talk, Topic.HOME))
    told = await counted(place)
    assert (told["W1 money"], told["B2 all:money"]) == (1, 1)
    assert "W1 not_said" not in told and "B2 all:not_said" not in told  # noqa: PT018


async def test_after_the_week_a_topic_moves_nothing_though_the_block_is_open(place: Place) -> None:
    await released(place, TUESDAY)
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    await released(place, MONDAY)
    await noor.presses(Tell(talk, Topic.MONEY))
    assert (await counted(place))["B2 all:not_said"] == 1


async def test_a_walk_in_is_an_event_of_its_own(place: Place) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    for _ in range(2):
        await fatima.presses(WalkIn(Audience.PARENT, Topic.HOME))
    assert await counted(place) == {
        "W1 home": 2, "W2 parent": 2, "B1 linde": 2, "B2 all:home": 2, "B3 walked_in": 2,
    }  # fmt: skip


async def test_a_talk_at_the_door_has_an_end_of_its_own(place: Place) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    made = await fatima.presses(DoorBook(LINDE, TEN, Audience.PUPIL, Mode.SCHOOL))
    [row] = await place.rows("appointment")
    assert await counted(place) == BOOKED, made.note
    await fatima.presses(DoorCancel(row["id"], 1))
    assert await counted(place) == BOOKED | {"B3 cancelled": 1}


async def test_a_person_week_gives_one_smiley(place: Place) -> None:
    """At the door first: the talk is not asked about; the other way round the door counts none."""
    noor, sam = await place.visitor("Noor"), await place.visitor("Sam")
    door = Rate(Question.CLEAR, Smile.GOOD)
    await noor.presses(door)
    talk = await place.booked(noor)
    late = await place.booked(sam, TEN + timedelta(minutes=40))
    await sam.presses(door)
    place.clock.now = TEN + 3 * HOUR
    assert note(await noor.presses(Rate(Question.PLEASANT, Smile.BAD, talk))) == "refused-stale"
    await sam.presses(Rate(Question.PLEASANT, Smile.SO_SO, late))

    smiles = {each: n for each, n in (await counted(place)).items() if each.startswith("B5")}
    assert smiles == {"B5 clear:good": 1, "B5 pleasant:so_so": 1}


# Events for what is closed


async def _block_is_over(place: Place) -> datetime:
    """Six weeks on, in the next block."""
    over = MONDAY + 5 * WEEK
    await released(place, over)
    return over


async def test_an_end_after_its_block_counts_in_the_next_one_once(place: Place) -> None:
    await released(place, TUESDAY)
    noor = await place.visitor("Noor")
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    place.clock.now = datetime(2026, 12, 29, 9, 0, tzinfo=TUESDAY.tzinfo)
    nine = place.clock.now.replace(day=5, month=1, year=2027, hour=9, minute=0)
    talk = await place.booked(noor, nine)
    over = await _block_is_over(place)
    before = await published(place)
    place.clock.now = max(over, nine + timedelta(minutes=10))

    await fatima.presses(Came(talk, 1))
    await fatima.presses(Conclude(talk, End.ENOUGH))
    await noor.presses(Rate(Question.PLEASANT, Smile.GOOD, talk))

    assert await published(place) == before
    rows = [each for each in await place.rows("demand_counter") if each["count"]]
    assert {(e["table"], e["period"], e["cell"]) for e in rows} == {("B3", "2027-W01", "enough")}


async def test_an_end_in_a_closed_block_stays_and_nothing_more_is_counted(place: Place) -> None:
    """Cancelled before the close, taken back after it."""
    await released(place, TUESDAY)
    noor = await place.visitor("Noor")
    place.clock.now = MONDAY + 5 * WEEK - timedelta(minutes=2)
    talk = await place.booked(noor, TEN + 6 * WEEK)
    await noor.presses(Cancel(talk, 1))
    async with place.store.work() as work:
        row = await place.talk(talk)
        await work.appointments.set_ended(talk, "B3 2026-W48")
        await work.commit()
    await _block_is_over(place)

    assert note(await noor.presses(Restore(talk, row.version))) == "note-restored"
    await noor.presses(Cancel(talk, row.version + 1))

    ends = [each for each in await place.rows("demand_counter") if each["table"] == "B3"]
    assert {each["period"]: each["count"] for each in ends} == {"2027-W01": 1}
    assert (await place.talk(talk)).ended_in == "B3 2026-W48"


async def test_an_event_for_a_closed_period_is_logged_without_a_number(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    await released(place, TUESDAY)
    await released(place, MONDAY)
    place.clock.now = MONDAY - DAY
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    before = await published(place)

    with caplog.at_level(logging.WARNING):
        await fatima.presses(WalkIn(Audience.PARENT, Topic.HOME))

    said = [each.getMessage() for each in caplog.records]
    assert said == [
        "an event came after W1 2026-W48 was closed: not counted",
        "an event came after W2 2026-W48 was closed: not counted",
    ]
    assert await published(place) == before
