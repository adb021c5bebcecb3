"""The line at De Linde: what is offered to whom, and what is not."""

from datetime import datetime, timedelta

import pytest

from flows.model import AppointmentId, Audience, Mode, Role
from flows.programme import ref_of
from flows.staff_steps import DoorBook, Leave, Return
from flows.steps import Await, Book, Cancel, Card, Decline, Home, Mine, Move, Offer, Times, Unawait
from flows.waiting.job import offer_due
from tests.flows.place import (
    FATIMA,
    HALF_PAST_TWELVE,
    JEROEN,
    LINDE,
    TEN,
    Place,
    note,
    texts_of,
    title,
)
from tests.ports import Account, buttons

TWENTY = timedelta(minutes=20)
MINUTE = timedelta(minutes=1)
MODE = Mode.SCHOOL


async def people(place: Place, *names: str) -> list[Account]:
    """Parents: they have their phones at hand."""
    return [await place.visitor(each, Audience.PARENT) for each in names]


async def waits(place: Place, account: Account, start: datetime) -> AppointmentId:
    """A talk at this time, and a place in line for an earlier one."""
    talk = await place.booked(account, start)
    assert note(await account.presses(Await(talk))) == "note-waits"
    return talk


async def looks(place: Place, after: timedelta = timedelta(0)) -> datetime | None:
    """The job runs, some time later."""
    place.clock.advance(after)
    return await offer_due(place.router.ports)


async def offered(place: Place) -> list[int]:
    """Who was told of a time, in this order, by the rows of the outbox."""
    rows = await place.rows("notice")
    return [each["person"] for each in rows if each["kind"].value == "offer"]


async def held(place: Place) -> list[datetime]:
    return [each["start_at"] for each in await place.rows("hold")]


async def ticks_held(place: Place) -> int:
    return sum(each["until_at"] is not None for each in await place.rows("occupancy"))


async def freed_for(place: Place) -> tuple[Account, Account, AppointmentId]:
    """Sam's ten o'clock freed; Noor, who talks at twenty past, is offered it."""
    sam, noor = await people(place, "Sam", "Noor")
    early = await place.booked(sam, TEN)
    talk = await waits(place, noor, TEN + TWENTY)
    await sam.presses(Cancel(early, 1))
    assert await looks(place) == place.clock.now + 5 * MINUTE
    assert await held(place) == [TEN]
    return sam, noor, talk


async def test_pressing_again_keeps_the_place_and_once_more_leaves_the_line(place: Place) -> None:
    (noor,) = await people(place, "Noor")
    talk = await waits(place, noor, TEN)
    before = await place.rows("waiting")
    place.clock.advance(MINUTE)

    await noor.presses(Await(talk))
    assert await place.rows("waiting") == before
    assert "card-waits" in texts_of(await noor.presses(Card(talk)))
    times = await noor.presses(Times(FATIMA, None, None, talk, 1))
    assert Unawait(talk) in [each.step for each in buttons(times)]

    assert note(await noor.presses(Unawait(talk))) == "note-waits-not"
    assert await place.rows("waiting") == []
    times = await noor.presses(Times(FATIMA, None, None, talk, 1))
    assert Await(talk) in [each.step for each in buttons(times)]


async def test_what_was_free_already_is_no_news_until_it_frees_once_more(place: Place) -> None:
    noor, sam = await people(place, "Noor", "Sam")
    await waits(place, noor, TEN + TWENTY)
    assert await looks(place) is None
    assert await offered(place) == []

    taken = await place.booked(sam, TEN)
    await looks(place)
    assert await offered(place) == []
    await sam.presses(Cancel(taken, 1))
    await looks(place)

    assert await offered(place) == [await noor.person()]


async def test_a_held_time_is_taken_by_whom_it_is_held_for_and_by_nobody_else(
    place: Place,
) -> None:
    sam, noor, talk = await freed_for(place)
    (eva,) = await people(place, "Eva")
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    other = await place.booked(eva, TEN + 3 * TWENTY)

    assert note(await sam.presses(Book(FATIMA, LINDE, TEN, MODE))) == "refused-taken"
    assert note(await eva.presses(Move(other, 1, FATIMA, TEN, MODE))) == "refused-taken"
    door = DoorBook(LINDE, TEN, Audience.PARENT, MODE)
    assert note(await fatima.presses(door)) == "refused-taken"
    assert note(await sam.presses(Offer(talk, FATIMA, TEN))) == "refused-stale"

    assert title(await noor.presses(Offer(talk, FATIMA, TEN))) == "offer-title"
    assert note(await noor.presses(Move(talk, 1, FATIMA, TEN, MODE))) == "note-moved"
    assert (await place.talk(talk)).span.start == TEN
    await looks(place)
    assert await place.rows("waiting") == await place.rows("hold") == []
    assert await ticks_held(place) == 0


async def test_a_hold_ends_with_its_minutes_although_nobody_looked(place: Place) -> None:
    sam, noor, talk = await freed_for(place)
    place.clock.advance(5 * MINUTE - timedelta(seconds=1))
    assert note(await sam.presses(Book(FATIMA, LINDE, TEN, MODE))) == "refused-taken"
    place.clock.advance(timedelta(seconds=1))

    shown = [each.step for each in buttons(await sam.presses(Times(FATIMA)))]
    assert any(isinstance(each, Book) and each.start == TEN for each in shown)
    assert title(await noor.presses(Offer(talk, FATIMA, TEN))) != "offer-title"
    assert note(await noor.presses(Decline(talk, FATIMA, TEN))) == "refused-stale"
    await place.booked(sam, TEN)

    assert note(await noor.presses(Move(talk, 1, FATIMA, TEN, MODE))) == "refused-taken"
    await looks(place)
    assert await place.rows("hold") == []
    assert await ticks_held(place) == 0


async def test_a_time_goes_down_the_line_and_comes_back_to_nobody(place: Place) -> None:
    sam, noor, eva, kim = await people(place, "Sam", "Noor", "Eva", "Kim")
    early = await place.booked(sam, TEN + 2 * TWENTY)
    for n, each in enumerate((noor, eva, kim), start=3):
        await waits(place, each, TEN + n * TWENTY)
    await sam.presses(Cancel(early, 1))
    line = [await each.person() for each in (noor, eva, kim)]

    for n in (1, 2, 3):
        await looks(place, 5 * MINUTE)
        assert await offered(place) == line[:n]
        assert await held(place) == [TEN + 2 * TWENTY]
    await looks(place, 5 * MINUTE)
    assert await offered(place) == line
    assert await held(place) == []
    assert len(await place.rows("waiting")) == 3

    other = await place.booked(sam, TEN + TWENTY)
    await looks(place)
    await sam.presses(Cancel(other, 1))
    await looks(place)
    assert await offered(place) == [*line, line[0]]


async def test_no_thanks_gives_the_time_to_the_next_at_once(place: Place) -> None:
    _, noor, talk = await freed_for(place)
    (eva,) = await people(place, "Eva")
    await waits(place, eva, TEN + 2 * TWENTY)
    await looks(place)
    assert await offered(place) == [await noor.person()]

    assert note(await noor.presses(Decline(talk, JEROEN, TEN))) == "refused-stale"
    assert note(await noor.presses(Decline(talk, FATIMA, TEN + TWENTY))) == "refused-stale"
    assert note(await noor.presses(Decline(talk, FATIMA, TEN))) == "note-declined"
    await looks(place)

    assert await offered(place) == [await noor.person(), await eva.person()]
    assert len(await place.rows("waiting")) == 2


async def test_who_has_to_answer_yet_leaves_another_time_to_the_next(place: Place) -> None:
    sam, kim, noor, eva = await people(place, "Sam", "Kim", "Noor", "Eva")
    first, second = await place.booked(sam, TEN), await place.booked(kim, TEN + TWENTY)
    for n, each in enumerate((noor, eva), start=2):
        await waits(place, each, TEN + n * TWENTY)

    await sam.presses(Cancel(first, 1))
    await looks(place)
    await kim.presses(Cancel(second, 1))
    await looks(place)

    assert await offered(place) == [await noor.person(), await eva.person()]
    assert sorted(await held(place)) == [TEN, TEN + TWENTY]


async def test_who_leaves_the_line_gives_back_what_was_held(place: Place) -> None:
    sam, noor, talk = await freed_for(place)

    await noor.presses(Unawait(talk))

    assert await place.rows("hold") == await place.rows("passed") == []
    assert await ticks_held(place) == 0
    await place.booked(sam, TEN)


@pytest.mark.parametrize("moves", [True, False], ids=["moves to another time", "cancels"])
async def test_whoever_changes_the_talk_is_out_of_line(place: Place, moves: bool) -> None:
    sam, noor, talk = await freed_for(place)
    later = Move(talk, 1, FATIMA, TEN + 3 * TWENTY, MODE)

    await noor.presses(later if moves else Cancel(talk, 1))

    assert await ticks_held(place) == 0
    await place.booked(sam, TEN)
    await looks(place)
    assert await place.rows("hold") == await place.rows("waiting") == []


async def test_who_asked_for_a_worker_is_offered_no_other(place: Place) -> None:
    noor, eva, sam = await people(place, "Noor", "Eva", "Sam")
    early = await place.booked(sam, HALF_PAST_TWELVE, JEROEN)
    thursday = TEN.replace(day=26)
    for each, chosen in ((noor, 1), (eva, 0)):
        start = thursday + chosen * TWENTY
        card = (await each.presses(Book(FATIMA, LINDE, start, MODE, chosen))).screen.card
        assert card is not None
        await each.presses(Await(card))

    await sam.presses(Cancel(early, 1))
    await looks(place)

    assert await offered(place) == [await eva.person()]


async def test_a_time_beside_another_talk_of_ones_own_is_not_offered(place: Place) -> None:
    noor, eva, sam = await people(place, "Noor", "Eva", "Sam")
    wednesday, thursday = HALF_PAST_TWELVE.replace(day=25), TEN.replace(day=26)
    early = await place.booked(sam, wednesday - 10 * MINUTE, ref_of("anouk"))
    await place.booked(noor, wednesday, ref_of("mike"))
    await waits(place, noor, thursday)
    await waits(place, eva, thursday + TWENTY)

    await sam.presses(Cancel(early, 1))
    await looks(place)

    assert await offered(place) == [await eva.person()]


async def test_times_of_a_worker_who_is_back_are_news(place: Place) -> None:
    (noor,) = await people(place, "Noor")
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    await fatima.presses(Leave(place.clock.now, TEN + 2 * TWENTY))
    talk = await waits(place, noor, TEN + 2 * TWENTY)
    await looks(place)
    assert await offered(place) == []

    [absence] = await place.rows("absence")
    await fatima.presses(Return(absence["id"]))
    await looks(place)

    assert await offered(place) == [await noor.person()]
    assert title(await noor.presses(Offer(talk, FATIMA, TEN - TWENTY))) != "offer-title"
    assert title(await noor.presses(Offer(talk, FATIMA, TEN))) == "offer-title"


async def test_an_offer_is_said_no_more_when_the_worker_is_away_by_then(place: Place) -> None:
    _, noor, talk = await freed_for(place)
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")

    await fatima.presses(Leave(TEN, TEN + TWENTY))

    assert note(await noor.presses(Offer(talk, FATIMA, TEN))) == "refused-stale"


async def test_nobody_waits_for_a_time_before_the_very_next_one(place: Place) -> None:
    (noor,) = await people(place, "Noor")
    talk = await place.booked(noor, TEN - TWENTY)

    assert note(await noor.presses(Await(talk))) == "refused-stale"
    assert Await(talk) not in [each.step for each in buttons(await noor.presses(Mine()))]
    assert note(await noor.presses(Home())) is None


async def test_somebody_who_cannot_be_told_is_passed_over_and_keeps_the_place(
    place: Place,
) -> None:
    sam, noor, eva = await people(place, "Sam", "Noor", "Eva")
    early = await place.booked(sam, TEN)
    for n, each in enumerate((noor, eva), start=1):
        await waits(place, each, TEN + n * TWENTY)
    await noor.router.reach(noor.incoming().address, reachable=False)

    await sam.presses(Cancel(early, 1))
    await looks(place)

    assert await offered(place) == [await eva.person()]
    assert len(await place.rows("waiting")) == 2
