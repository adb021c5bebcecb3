"""A visit at home: for parents, and the worker calls first."""

from datetime import timedelta

from flows.model import AppointmentId, Audience, Mode, Role
from flows.programme import ref_of
from flows.router import Answer
from flows.staff_steps import Day, Number, Talk
from flows.steps import Book, Card, GivePhone, Move, Times, Ways
from tests.flows.place import FATIMA, LINDE, TEN, Place, note, texts_of, title
from tests.ports import Account, buttons
from tests.town import TUESDAY

SAMIRA = ref_of("samira")
TOMORROW = TUESDAY.replace(hour=13, minute=30) + timedelta(days=1)
"""Samira's first visit on Wednesday afternoon."""


def keys(answer: Answer) -> list[str]:
    """The ids of the texts on the buttons."""
    return [each.label.id for each in buttons(answer)]


async def visited(place: Place, mother: Account) -> AppointmentId:
    """A visit at a mother's home tomorrow."""
    return await place.booked(mother, TOMORROW, SAMIRA, Mode.HOME)


async def test_a_parent_asks_for_a_visit_and_gives_a_number(place: Place) -> None:
    mother = await place.visitor("Olena", Audience.PARENT)
    samira = await place.staff("Samira", Role.WORKER, "samira")

    assert "times-way-other" in keys(await mother.presses(Times()))
    assert "way-home" in keys(await mother.presses(Ways()))
    assert "times-home" in texts_of(await mother.presses(Times(mode=Mode.HOME)))
    talk = await visited(place, mother)
    await mother.presses(GivePhone(talk))
    await mother.types("06 12345678")

    assert "card-at-home" in texts_of(await mother.presses(Card(talk)))
    seen = await samira.presses(Talk(talk))
    day = await samira.presses(Day(TOMORROW.date()))
    assert "talk-way-home" in str(day.screen)
    assert {"talk-at-home", "talk-number-day"} <= set(texts_of(seen))


async def test_the_number_can_be_seen_from_a_day_before(place: Place) -> None:
    mother = await place.visitor("Olena", Audience.PARENT)
    samira = await place.staff("Samira", Role.WORKER, "samira")
    talk = await visited(place, mother)
    await mother.presses(GivePhone(talk))
    await mother.types("06 12345678")

    assert "talk-number" not in keys(await samira.presses(Talk(talk)))
    place.clock.advance(TOMORROW - timedelta(days=1) - place.clock())

    assert "talk-number" in keys(await samira.presses(Talk(talk)))
    seen = await samira.presses(Number(talk))
    assert "12345678" in str(seen.screen).replace(" ", "")


async def test_pupils_are_not_offered_a_visit_and_cannot_forge_one(place: Place) -> None:
    noor = await place.visitor("Noor")

    assert "times-way-other" in keys(await noor.presses(Times()))
    assert "way-home" not in keys(await noor.presses(Ways()))
    answer = await noor.presses(Book(SAMIRA, LINDE, TOMORROW, Mode.HOME))
    assert note(answer) == "refused-gone"

    talk = await place.booked(noor)
    answer = await noor.presses(Move(talk, 1, SAMIRA, TOMORROW, Mode.HOME))
    assert note(answer) == "refused-gone"
    assert (await place.talk(talk)).span.start == TEN


async def test_a_worker_who_only_comes_by_has_no_time_for_a_pupil(place: Place) -> None:
    noor = await place.visitor("Noor")

    answer = await noor.presses(Times(worker=FATIMA, mode=Mode.HOME))

    assert title(answer) == "times-with"
    assert "times-school" in texts_of(answer)
