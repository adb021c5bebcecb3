"""Whoever does very much is asked to wait; help, presence and walking in are always answered."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from flows.model import Audience, Crisis, MessageId, Mode, Role
from flows.packing import Step
from flows.policy import Limits, PaceLimits
from flows.routes import DOS, SHOWS, Who
from flows.staff_steps import Day, WalkIn
from flows.steps import Book, Call, Cancel, Help, Hide, Home, Mine, Move, Restore, Sit, There, Week
from flows.throttling import NEVER_COUNTED
from tests.flows.place import FATIMA, LINDE, TEN, Place, note, texts_of
from tests.flows.place import place as build
from tests.ports import Account, front
from tests.town import TUESDAY

FEW = Limits(pace=PaceLimits(messages=60, bookings=5))
TWENTY = timedelta(minutes=20)


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    async with build(tmp_path, FEW) as built:
        yield built


async def says(account: Account, *steps: Step, times: int = 1) -> list[str | None]:
    """Press these as an update comes in; the words above the answers."""
    door = front(account.router)
    return [
        note(await door.press(account.incoming(), step.pack()))
        for _ in range(times)
        for step in steps
    ]


async def worn_out(place: Place) -> Account:
    """Noor, who sent as much as one may in an hour."""
    noor = await place.visitor("Noor")
    left = FEW.pace.messages - 1  # the link that brought her counts, too
    assert await says(noor, Mine(), times=left) == [None] * left
    return noor


async def test_one_message_too_many_is_answered_kindly_and_with_who_is_there(place: Place) -> None:
    noor = await worn_out(place)

    answer = await front(noor.router).press(noor.incoming(), Mine().pack())

    assert note(answer) == "refused-often"
    assert "today-walk-in" in texts_of(answer)
    assert note(await noor.types("morgen een afspraak")) == "refused-often"
    assert note(await noor.starts("s_linde_x")) == "refused-often"
    assert note(await front(noor.router).command(noor.incoming(), "book", "")) == "refused-often"
    assert note(await front(noor.router).command(noor.incoming(), "nonsense", "")) == (
        "refused-often"
    )


async def test_an_hour_later_everything_is_answered_again(place: Place) -> None:
    noor = await worn_out(place)
    place.clock.advance(timedelta(hours=1))

    assert await says(noor, Mine()) == [None]


async def test_others_are_answered_meanwhile(place: Place) -> None:
    await worn_out(place)
    sam = await place.visitor("Sam")

    assert await says(sam, Mine()) == [None]


async def test_a_cry_for_help_and_the_help_button_are_never_counted(place: Place) -> None:
    noor = await worn_out(place)
    door = front(noor.router)

    for _ in range(2):
        assert await says(noor, Help(), Call(Crisis.SUICIDE), Hide(MessageId(1))) == [None] * 3
        for words in ("ik wil dood", "help"):
            cry = await door.text(noor.incoming(), words)
            assert note(cry) is None
            assert "refused-often" not in texts_of(cry)
        assert note(await door.command(noor.incoming(), "hulp", "")) is None
    gentle = await door.text(noor.incoming(), "ik trek het niet meer")
    assert note(gentle) == "refused-often"
    assert gentle.after is not None


async def test_presence_and_walking_in_are_never_counted(place: Place) -> None:
    noor = await worn_out(place)

    on = TUESDAY.date()
    assert await says(noor, Home(), Week(), There(FATIMA, on), times=2) == [None] * 6
    for command in ("start", "today", "week"):
        assert note(await front(noor.router).command(noor.incoming(), command, "")) is None


async def test_what_staff_do_is_never_counted(place: Place) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    most = FEW.pace.messages

    said = await says(fatima, WalkIn(Audience.PUPIL), Day(TUESDAY.date()), times=most)

    assert "refused-often" not in said


def test_every_step_of_staff_and_no_other_but_six_goes_uncounted() -> None:
    visitors = {Who.ANYONE, Who.PERSON}
    shows = {step for step, (who, _) in SHOWS.items() if who not in visitors}
    dos = {step for step, (who, _, _) in DOS.items() if who not in visitors}
    staff = {*shows, *dos}

    open_to_all = set(NEVER_COUNTED) - staff
    assert staff - set(NEVER_COUNTED) == {Sit}

    assert {each.__name__ for each in open_to_all} == {
        "Help", "Call", "Hide", "Home", "Week", "There",
    }  # fmt: skip


async def test_so_many_bookings_moves_and_returns_an_hour_and_then_a_rest(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    steps = (
        Move(talk, 1, FATIMA, TEN + TWENTY, Mode.SCHOOL), Cancel(talk, 2), Restore(talk, 3),
        Move(talk, 4, FATIMA, TEN + 2 * TWENTY, Mode.SCHOOL),
    )  # fmt: skip
    for step in steps:
        assert not str(note(await noor.presses(step))).startswith("refused"), step
    other = Book(FATIMA, LINDE, TEN + 3 * TWENTY, Mode.SCHOOL)
    assert (await noor.presses(other)).screen.card is not None

    answer = await noor.presses(Move(talk, 5, FATIMA, TEN, Mode.SCHOOL))

    assert note(answer) == "refused-often"
    assert "today-walk-in" in texts_of(answer)
    assert note(await noor.presses(Cancel(talk, 5))) is None, "who cannot come may say so"
    sam = await place.visitor("Sam")
    assert await place.booked(sam)
