"""A worker takes no bookings of somebody for fourteen days; nothing else closes."""

from datetime import timedelta

import pytest

from flows.desk.bans import BANNED_FOR
from flows.model import AppointmentId, Audience, Mode, Role
from flows.staff_steps import Ban, DoorBook, Settings, Talk, Unban
from flows.steps import Book, Cancel, Enter, Help, Home, Move, Restore, Times, Week
from storage.restoring import settle
from tests.flows.place import FATIMA, HALF_PAST_TWELVE, JEROEN, LINDE, TEN, Place, note, texts_of
from tests.ports import Account, buttons, front

LATER = TEN + timedelta(minutes=40)
IN_TWO_WEEKS = TEN + timedelta(days=14)


async def banned(place: Place) -> tuple[Account, Account, AppointmentId]:
    """Noor, with a talk, and Fatima, who takes no other bookings of her."""
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    assert note(await fatima.presses(Ban(talk))) == "note-banned"
    return noor, fatima, talk


def booking(start: object = LATER, worker: int = FATIMA) -> Book:
    return Book(worker, LINDE, start, Mode.SCHOOL)  # type: ignore[arg-type]


async def test_who_is_banned_hears_it_kindly_and_sees_who_is_there(place: Place) -> None:
    noor, _, _ = await banned(place)

    answer = await noor.presses(booking())

    assert note(answer) == "refused-banned"
    assert "today-walk-in" in texts_of(answer)
    assert len(await place.rows("appointment")) == 1


async def test_help_presence_walking_in_and_everybody_else_stay_open(place: Place) -> None:
    noor, fatima, _ = await banned(place)
    sam = await place.visitor("Sam")

    for step in (Home(), Week(), Times(JEROEN)):
        assert note(await noor.presses(step)) is None, step
    card = await front(noor.router).press(noor.incoming(), Help().pack())
    assert "help-near" in texts_of(card)
    assert await place.booked(noor, HALF_PAST_TWELVE, JEROEN)
    assert await place.booked(sam, LATER)
    slip = DoorBook(LINDE, LATER + timedelta(minutes=20), Audience.PUPIL, Mode.SCHOOL)
    assert note(await fatima.presses(slip)) == "note-slip"


async def test_the_talk_that_stands_goes_on_and_can_only_be_cancelled(place: Place) -> None:
    noor, _, talk = await banned(place)

    moved = await noor.presses(Move(talk, 1, FATIMA, LATER, Mode.SCHOOL))
    assert note(moved) == "refused-banned"
    assert note(await noor.presses(Cancel(talk, 1))) is None
    assert note(await noor.presses(Restore(talk, 2))) == "refused-banned"
    assert (await place.talk(talk)).version == 2


async def test_one_tap_takes_it_back(place: Place) -> None:
    noor, fatima, talk = await banned(place)
    page = await fatima.presses(Talk(talk))
    assert Unban(talk) in [each.step for each in buttons(page)]

    assert note(await fatima.presses(Unban(talk))) == "note-unbanned"

    assert note(await fatima.presses(Unban(talk))) == "refused-stale"
    assert Ban(talk) in [each.step for each in buttons(await fatima.presses(Talk(talk)))]
    assert await place.booked(noor, LATER)


async def test_where_no_talk_leads_to_it_any_more_everybody_can_be_let_in(place: Place) -> None:
    noor, fatima, _ = await banned(place)
    page = await fatima.presses(Settings())
    assert "settings-bans" in texts_of(page)
    assert Unban() in [each.step for each in buttons(page)]

    assert note(await fatima.presses(Unban())) == "note-unbanned-all"

    assert note(await fatima.presses(Unban())) == "refused-stale"
    assert "settings-bans" not in texts_of(await fatima.presses(Settings()))
    assert await place.booked(noor, LATER)


@pytest.mark.parametrize(
    ("after", "refused"),
    [(BANNED_FOR - timedelta(minutes=40), "refused-banned"), (BANNED_FOR, None)],
)
async def test_it_ends_by_itself(place: Place, after: timedelta, refused: str | None) -> None:
    noor, fatima, _ = await banned(place)
    place.clock.advance(after)

    assert note(await noor.presses(booking(IN_TWO_WEEKS + timedelta(minutes=40)))) == refused
    assert ("settings-bans" in texts_of(await fatima.presses(Settings()))) is (refused is not None)


async def test_said_again_it_begins_anew(place: Place) -> None:
    noor, fatima, talk = await banned(place)
    place.clock.advance(timedelta(days=7))
    await fatima.presses(Ban(talk))
    place.clock.advance(timedelta(days=7))

    assert len(await place.rows("ban")) == 1
    assert note(await noor.presses(booking(IN_TWO_WEEKS + timedelta(minutes=40)))) == (
        "refused-banned"
    )


async def test_it_outlives_the_person_and_no_row_leads_to_anybody(place: Place) -> None:
    noor, fatima, talk = await banned(place)
    person = await noor.person()
    async with place.store.engine.writing() as tx:
        assert (await settle(tx, place.clock(), [person])).erased == 1
        await tx.commit()
    assert note(await fatima.presses(Talk(talk))) is None
    await noor.starts(place.router.ports.programme.schools[0].link)
    await noor.presses(Enter(Audience.PUPIL))
    assert await noor.person() != person

    assert note(await noor.presses(booking())) == "refused-banned"
    assert note(await fatima.presses(Unban(talk))) == "refused-stale"

    [row] = await place.rows("ban")
    assert set(row) == {"id", "worker", "key", "tag", "until_at"}
    assert row["id"] not in {person, talk}


async def test_nobody_bans_by_the_talk_of_another_worker(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    jeroen = await place.staff("Jeroen", Role.WORKER, "jeroen")
    esra = await place.staff("Esra", Role.COORDINATOR, "esra")

    for account in (jeroen, esra, noor):
        for step in (Ban(talk), Unban(talk), Unban()):
            assert note(await account.presses(step)) == "refused-stale"
    assert await place.rows("ban") == []


async def test_somebody_at_the_door_cannot_be_banned(place: Place) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    await fatima.presses(DoorBook(LINDE, TEN, Audience.PUPIL, Mode.SCHOOL))
    [row] = await place.rows("appointment")
    talk = AppointmentId(row["id"])

    page = await fatima.presses(Talk(talk))

    assert Ban(talk) not in [each.step for each in buttons(page)]
    assert note(await fatima.presses(Ban(talk))) == "refused-stale"
