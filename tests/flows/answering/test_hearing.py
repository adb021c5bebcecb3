"""What people type is understood, shown, and never acted on by itself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from flows.model import Audience, Role, Status
from flows.router import Answer
from flows.steps import Attend, Book, Cancel, Enter, Move
from tests.flows.place import FATIMA, LINDE, TEN, Place, note, texts_of, title
from tests.ports import buttons, demo_programme, front
from tests.town import TUESDAY

FRIDAY = TUESDAY + timedelta(days=3)


def says(answer: Answer) -> tuple[str | None, str]:
    """The word above a screen, and which screen it is."""
    return note(answer), title(answer)


@pytest.mark.parametrize(
    ("text", "screen"),
    [
        ("is fatima er vandaag?", "there-title-worker"),
        ("is fatima er", "there-title-worker"),
        ("wie is er vrijdag", "there-title"),
        ("wanneer heb ik mijn afspraak", "mine-none"),
        ("ik wil graag een andere taal", "language-choose"),
        ("wie kan zien wat ik hier typ", "privacy-what"),
        ("wat is dit eigenlijk en wie zijn jullie", "about-what"),
        ("fatima bugün okulda mı", "there-title-worker"),
        ("чи є сьогодні Фатіма", "there-title-worker"),
    ],
)
async def test_what_is_surely_understood_is_shown(place: Place, text: str, screen: str) -> None:
    noor = await place.visitor("Noor")

    assert title(await noor.types(text)) == screen


async def test_a_worker_is_found_with_the_truth_of_that_day(place: Place) -> None:
    noor = await place.visitor("Noor")

    today = await noor.types("is fatima er vandaag?")
    assert "today-planned-during" in texts_of(today)
    friday = await noor.types("is fatima er vrijdag?")
    assert texts_of(friday)[1:] == ["there-not", "today-next"]
    yesterday = await noor.types("was fatima er gisteren?")
    assert "there-past" in texts_of(yesterday)
    assert "today-planned-during" not in texts_of(yesterday)


async def test_a_wish_for_a_talk_begins_with_the_worker_and_the_day(place: Place) -> None:
    noor = await place.visitor("Noor")

    answer = await noor.types("ik wil donderdag een afspraak met fatima")

    assert says(answer) == ("heard-both", "times-with")
    [first, *_] = [each.step for each in buttons(answer) if isinstance(each.step, Book)]
    assert (first.worker, first.start.date()) == (FATIMA, (TUESDAY + timedelta(days=2)).date())


async def test_of_a_day_that_can_be_two_both_are_offered(place: Place) -> None:
    noor = await place.visitor("Noor")

    answer = await noor.types("kan ik volgende maandag een afspraak maken")

    assert title(answer) == "meant-day"
    assert len(answer.screen.choices) == 2


async def test_nothing_is_cancelled_by_words_alone(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)

    answer = await noor.types("ik wil mijn afspraak afzeggen")

    assert says(answer) == ("heard-cancel", "card-booked")
    assert Cancel(talk, 1) in [each.step for each in buttons(answer)]
    assert (await place.talk(talk)).status is Status.BOOKED


async def test_another_time_leads_to_times_for_that_talk(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)

    answer = await noor.types("kan ik mijn afspraak verzetten naar donderdag")

    moves = [each.step for each in buttons(answer) if isinstance(each.step, Move)]
    assert moves
    assert all(each.appointment == talk for each in moves)
    assert (await place.talk(talk)).version == 1


async def test_late_is_asked_for_the_talk_that_is_near(place: Place) -> None:
    noor = await place.visitor("Noor")
    await place.booked(noor)
    place.clock.now = TEN - timedelta(minutes=5)

    answer = await noor.types("sorry ik kom iets later")

    assert title(answer) == "delay-ask"


async def test_of_several_talks_one_is_chosen(place: Place) -> None:
    noor = await place.visitor("Noor")
    await place.booked(noor)
    await place.booked(noor, TEN + timedelta(minutes=20))

    assert says(await noor.types("ik wil mijn afspraak afzeggen")) == (
        "heard-choose",
        "mine-choose",
    )


async def test_what_is_not_sure_is_asked_with_three_buttons_and_who_to_call(place: Place) -> None:
    noor = await place.visitor("Noor")

    answer = await noor.types("zwembad fiets wiskunde toets")

    assert texts_of(answer) == ["unsure-title", "unsure-call"]
    assert 1 <= len(answer.screen.choices) <= 3
    assert [each.label.id for each in answer.screen.actions] == ["unsure-other"]


@pytest.mark.parametrize("text", ["hoi", "dankjewel", "ben jij een robot?"])
async def test_small_talk_gets_a_kind_word_and_the_start(place: Place, text: str) -> None:
    noor = await place.visitor("Noor")

    word, screen = says(await noor.types(text))

    assert (word or "").startswith("heard-")
    assert screen == "today-title"


async def test_who_did_not_come_by_the_link_learns_no_names(place: Place) -> None:
    stranger = place.person("Mallory")

    answer = await stranger.types("is fatima er vandaag?")

    assert title(answer) == "welcome-programme"


@pytest.mark.parametrize("text", ["is fatima er vandaag?", "ik wil een afspraak maken"])
async def test_who_has_not_said_who_they_are_is_asked_that_first(place: Place, text: str) -> None:
    """It was understood, so nobody is told that it was not."""
    stranger, linked = place.person("Mallory"), place.person("Noor")
    await linked.starts(demo_programme().schools[0].link)
    for each in (stranger, linked):
        assert note(await each.types(text)) == "heard-first"
        assert note(await each.types("kabouterzwembad")) == "unknown-text"
    await stranger.presses(Enter(Audience.PARENT))

    assert note(await stranger.types(text)) == "heard-first", "at which school?"
    await stranger.presses(Attend(LINDE))

    answer = await stranger.types(text)
    assert says(answer) == (None, "outside-school")


async def test_a_worker_at_the_desk_keeps_the_desk(place: Place) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")

    assert says(await fatima.types("ik wil een afspraak maken")) == (
        "unknown-text",
        "desk-title",
    )


async def test_tomorrow_is_counted_from_when_it_was_sent(place: Place) -> None:
    """A message that waited over night still means the day its sender meant."""
    noor = await place.visitor("Noor")
    sent = replace(noor.incoming(), sent_at=TUESDAY - timedelta(days=1))

    answer = await front(place.router).text(sent, "is fatima er morgen?")

    assert answer.screen.lines[0].args["on"] == TUESDAY.date()


async def test_words_are_kept_nowhere(place: Place) -> None:
    noor = await place.visitor("Noor")

    await noor.types("kabouterzwembad donderdag afspraak met fatima")

    assert "kabouterzwembad" not in str(await place.everything())
