"""Three smileys: once a talk, once a person and week at the door, and never more than a number."""

from datetime import timedelta

import pytest

from flows.model import AppointmentId, Mode, NoticeKind, Question, Role, Smile
from flows.screen import MAX_ACTIONS
from flows.staff_steps import Came
from flows.steps import Cancel, Opinion, Rate, Times
from tests.flows.place import JEROEN, TEN, Place, note, texts_of, title
from tests.ports import demo_programme

HOUR = timedelta(hours=1)
NOTHING = Times(JEROEN, Mode.VIDEO)
"""Jeroen does not talk by video."""
NICE = Rate(Question.PLEASANT, Smile.GOOD)


async def counted(place: Place) -> dict[str, int]:
    """The true counters of smileys."""
    rows = await place.rows("demand_counter")
    return {each["cell"]: each["count"] for each in rows if each["table"] == "B5"}


def about(talk: AppointmentId, smile: Smile = Smile.GOOD) -> Rate:
    return Rate(Question.PLEASANT, smile, talk)


async def test_a_talk_is_rated_once_and_only_counted(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    place.clock.now = TEN + HOUR

    asked = await noor.presses(Opinion(Question.PLEASANT, talk))
    assert texts_of(asked) == ["feedback-title", "feedback-pleasant", "feedback-counted"]
    assert title(await noor.presses(about(talk))) == "feedback-thanks"
    assert note(await noor.presses(about(talk, Smile.BAD))) == "refused-stale"

    assert await counted(place) == {"pleasant:good": 1}


@pytest.mark.parametrize("hours", [0, 49])
async def test_before_the_end_and_after_two_days_nothing_counts(place: Place, hours: int) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    place.clock.now = TEN + hours * HOUR

    assert note(await noor.presses(about(talk))) == "refused-stale"
    assert await counted(place) == {}


async def test_who_did_not_come_is_not_asked(place: Place) -> None:
    noor, fatima = (
        await place.visitor("Noor"),
        await place.staff("Fatima", Role.WORKER, "fatima"),
    )
    talk = await place.booked(noor)
    place.clock.now = TEN + HOUR
    await fatima.presses(Came(talk, 0))
    assert note(await noor.presses(about(talk))) == "refused-stale"


async def test_the_question_waits_for_the_evening_and_goes_with_the_talk(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)

    async def waiting() -> list[tuple[str, str]]:
        rows = [each for each in await place.rows("notice") if each["kind"] is NoticeKind.FEEDBACK]
        return [(each["state"].value, each["step"][:2]) for each in rows]

    assert await waiting() == [("pending", "f.")]
    await noor.presses(Cancel(talk, 1))
    assert await waiting() == [("dropped", "f.")]


async def test_only_the_counted_talk_of_a_week_is_asked_about(place: Place) -> None:
    noor = await place.visitor("Noor")
    await place.booked(noor)
    await place.booked(noor, TEN + timedelta(minutes=20))
    kinds = [each["kind"] for each in await place.rows("notice")]
    assert kinds.count(NoticeKind.FEEDBACK) == 1


async def test_the_code_at_the_door_asks_strangers_and_counts_each_once_a_week(
    place: Place,
) -> None:
    linde = demo_programme().schools[0]
    stranger, other = place.person("Mallory"), place.person("Yusuf")
    asked = await stranger.starts(linde.feedback_link)
    assert title(asked) == "feedback-title"
    for account in (stranger, stranger, other):
        assert title(await account.presses(NICE)) == "feedback-thanks"

    assert await counted(place) == {"pleasant:good": 2}
    assert await place.rows("person") == []


async def test_the_code_at_the_door_opens_no_names(place: Place) -> None:
    linde = demo_programme().schools[0]
    stranger = place.person("Mallory")
    await stranger.starts(linde.feedback_link)
    assert linde.code not in linde.feedback_link
    assert title(await stranger.starts()) == "welcome-programme"


async def test_who_finds_nothing_free_is_asked_what_needs_no_talk(place: Place) -> None:
    noor, asked = await place.visitor("Noor"), set[Question]()
    for _ in range(40):
        nothing = await noor.presses(NOTHING)
        assert title(nothing) == "times-none"
        assert len(nothing.screen.actions) == MAX_ACTIONS
        step = nothing.screen.actions[-1].step
        assert isinstance(step, Opinion)
        assert step.appointment is None
        asked.add(step.question)

    assert asked == {Question.CLEAR, Question.CHOICE}


async def test_what_is_thought_of_nothing_free_counts_once_a_person_and_week(
    place: Place,
) -> None:
    noor, sam = await place.visitor("Noor"), await place.visitor("Sam")
    for account in (noor, noor, sam):
        assert title(await account.presses(Opinion(Question.CHOICE))) == "feedback-title"
        rated = await account.presses(Rate(Question.CHOICE, Smile.BAD))
        assert title(rated) == "feedback-thanks"
    assert await counted(place) == {"choice:bad": 2}

    await noor.presses(NICE)
    assert await counted(place) == {"choice:bad": 2}
    place.clock.advance(timedelta(weeks=1))
    await noor.presses(Rate(Question.CLEAR, Smile.GOOD))
    assert await counted(place) == {"choice:bad": 2, "clear:good": 1}


async def test_who_moves_a_talk_and_finds_nothing_has_a_place_in_line_instead(
    place: Place,
) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)

    nothing = await noor.presses(Times(JEROEN, Mode.VIDEO, None, talk, 1))

    labels = [each.label.id for each in nothing.screen.actions]
    assert title(nothing) == "times-none"
    assert len(labels) == MAX_ACTIONS
    assert "feedback-key" not in labels
