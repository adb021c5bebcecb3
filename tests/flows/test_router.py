"""The router: each update takes effect once, and a refusal leads on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from flows.errors import AlreadyDoneError, CrossedError, TooLateError
from flows.model import AppointmentId, Audience, Mode
from flows.packing import LanguageCode, Step
from flows.ports import Work
from flows.programme import ref_of
from flows.router import Router
from flows.staff_steps import Digest, Here
from flows.steps import (
    Attend,
    Await,
    Book,
    Cancel,
    Card,
    Enter,
    Help,
    Home,
    Mine,
    Move,
    Restore,
    Speak,
    Times,
    Topics,
)
from flows.visit import Outcome, Visit
from tests.databases import fresh, opened
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
from tests.ports import Account, Ticker, demo_programme, make_ports
from tests.town import TUESDAY

UPDATE = 4711


# Once in effect


async def test_a_redelivered_booking_happens_once_and_shows_the_same_card(place: Place) -> None:
    noor = await place.visitor("Noor")
    wish = Book(FATIMA, LINDE, TEN, Mode.SCHOOL)
    first = await noor.presses(wish, UPDATE)
    before = await place.everything()

    again = await noor.presses(wish, UPDATE)

    assert again.screen == first.screen
    assert await place.everything() == before


async def test_a_redelivered_cancel_does_not_cancel_what_was_restored_since(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    await noor.presses(Cancel(talk, 1), UPDATE)
    await noor.presses(Restore(talk, 2))

    again = await noor.presses(Cancel(talk, 1), UPDATE)

    assert again.note is None
    assert texts_of(again)[0] == "card-booked"


async def test_a_refused_step_may_be_tried_again_with_the_same_number(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    assert note(await noor.presses(Restore(talk, 1), UPDATE)) == "refused-late"
    await noor.presses(Cancel(talk, 1))

    again = await noor.presses(Restore(talk, 2), UPDATE)

    assert note(again) == "note-restored"


async def test_show_steps_are_written_down_nowhere(place: Place) -> None:
    noor = await place.visitor("Noor")
    before = await place.everything()

    for step in (Home(), Times(), Mine()):
        await noor.presses(step)

    assert await place.everything() == before


@asynccontextmanager
async def _two_replicas(url: str) -> AsyncIterator[tuple[Router, Router]]:
    """Two processes on one database."""
    async with AsyncExitStack() as stack:
        stores = [await stack.enter_async_context(opened(url)) for _ in range(2)]
        yield (
            Router(make_ports(stores[0], Ticker())),
            Router(make_ports(stores[1], Ticker())),
        )


async def test_one_update_at_two_replicas_at_once_books_one_talk_and_both_show_it(
    database_url: str,
) -> None:
    async with _two_replicas(database_url) as (one, other):
        noor, twin = Account(one, "Noor"), Account(other, "Noor")
        await noor.starts(demo_programme().schools[0].link)
        await noor.presses(Enter(Audience.PUPIL))
        wish = Book(FATIMA, LINDE, TEN, Mode.SCHOOL)

        answers = await asyncio.gather(noor.presses(wish, UPDATE), twin.presses(wish, UPDATE))

        assert answers[0].screen == answers[1].screen
        assert answers[0].screen.card is not None
        async with one.ports.reading() as work:
            assert len(await work.appointments.ahead(await noor.person(), TUESDAY)) == 1


async def test_one_update_at_two_replicas_at_once_makes_one_person(database_url: str) -> None:
    async with _two_replicas(database_url) as (one, other):
        noor, twin = Account(one, "Noor"), Account(other, "Noor")
        enter = Enter(Audience.PARENT)

        answers = await asyncio.gather(noor.presses(enter, UPDATE), twin.presses(enter, UPDATE))

        assert {title(each) for each in answers} == {"school-choose"}
        assert await noor.person() == await twin.person()


async def test_whoever_writes_second_shows_what_the_first_one_did(tmp_path: Path) -> None:
    """On PostgreSQL, where two works run at once: the other ends between our look and our row."""
    async with _two_replicas(fresh("postgres", tmp_path)) as (one, other):
        noor, twin = Account(one, "Noor"), Account(other, "Noor")

        async def overtaken(_visit: Visit, _work: Work) -> Outcome:
            await twin.presses(Enter(Audience.PUPIL), UPDATE)
            return Outcome(Help())

        answer = await one.act(noor.incoming(UPDATE), overtaken, Help())

        assert title(answer) == "school-choose"


async def test_an_update_that_another_replica_has_just_done_shows_what_came_of_it(
    place: Place,
) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)

    async def second(_visit: Visit, _work: Work) -> Outcome:
        raise AlreadyDoneError

    forgotten = await place.router.act(noor.incoming(UPDATE), second, Mine())
    async with place.store.work() as work:
        await work.inbox.add(UPDATE, Topics(talk).pack(), TUESDAY)
        await work.commit()
    known = await place.router.act(noor.incoming(UPDATE), second, Mine())

    assert title(forgotten) == "card-booked"
    assert title(known) == "topics-ask"


# Where a refusal leads


async def _fatima_at_ten(place: Place, name: str) -> AppointmentId:
    return await place.booked(await place.visitor(name))


async def test_a_taken_time_leads_to_other_times(place: Place) -> None:
    await _fatima_at_ten(place, "Noor")
    sam = await place.visitor("Sam")

    anybody = await sam.presses(Book(FATIMA, LINDE, TEN, Mode.SCHOOL))
    chosen = await sam.presses(Book(FATIMA, LINDE, TEN, Mode.SCHOOL, 1))

    assert (note(anybody), title(anybody)) == ("refused-taken", "times-anybody")
    assert (note(chosen), title(chosen)) == ("refused-taken", "times-with")


async def test_a_third_talk_ahead_is_refused(place: Place) -> None:
    noor = await place.visitor("Noor")
    await place.booked(noor)
    await place.booked(noor, HALF_PAST_TWELVE, JEROEN)

    answer = await noor.presses(Book(FATIMA, LINDE, TEN + timedelta(minutes=20), Mode.SCHOOL))

    assert (note(answer), title(answer)) == ("refused-many", "times-anybody")


async def test_two_talks_of_one_person_at_one_time_are_refused(place: Place) -> None:
    """On the first Monday of December Samira and Anouk are both at De Linde."""
    noor = await place.visitor("Noor")
    monday = TEN + timedelta(days=13)
    await place.booked(noor, monday, ref_of("samira"))

    answer = await noor.presses(Book(ref_of("anouk"), LINDE, monday, Mode.SCHOOL))

    assert (note(answer), title(answer)) == ("refused-busy", "times-anybody")


@pytest.mark.parametrize(
    ("step", "said"),
    [
        pytest.param(Book(FATIMA, LINDE, TEN + timedelta(minutes=5), Mode.SCHOOL), "refused-gone",
                     id="off the grid of slots"),
        pytest.param(Book(FATIMA, LINDE, TUESDAY, Mode.SCHOOL), "refused-gone", id="too near"),
        pytest.param(Book(FATIMA, LINDE, TEN - timedelta(days=7), Mode.SCHOOL), "refused-gone",
                     id="last week"),
        pytest.param(Book(FATIMA, LINDE, TEN + timedelta(days=35), Mode.SCHOOL), "refused-gone",
                     id="beyond the horizon"),
        pytest.param(Book(FATIMA, LINDE, TEN, Mode.VIDEO), "refused-gone", id="in no such way"),
        pytest.param(Book(ref_of("gone"), LINDE, TEN, Mode.SCHOOL), "refused-gone",
                     id="with somebody who left"),
        pytest.param(Book(ref_of("ewa"), LINDE, TEN, Mode.SCHOOL), "refused-gone",
                     id="with somebody of another school"),
        pytest.param(Book(FATIMA, ref_of("vuurkever"), TEN, Mode.SCHOOL), "refused-stale",
                     id="at another school"),
    ],
)  # fmt: skip
async def test_a_time_that_cannot_be_had_leads_to_times_that_can(
    place: Place, step: Book, said: str
) -> None:
    noor = await place.visitor("Noor")

    answer = await noor.presses(step)

    assert note(answer) == said
    assert title(answer).startswith("times-")
    assert any(isinstance(each.step, Book) for each in answer.screen.choices)


async def test_without_the_link_a_booking_leads_to_how_to_get_it(place: Place) -> None:
    noor = place.person("Noor")
    await noor.presses(Enter(Audience.PUPIL))
    await noor.presses(Attend(LINDE))

    answer = await noor.presses(Book(FATIMA, LINDE, TEN, Mode.SCHOOL))

    assert (note(answer), title(answer)) == ("refused-link", "outside-school")


async def test_without_a_role_a_booking_leads_to_the_question_who_somebody_is(
    place: Place,
) -> None:
    noor = place.person("Noor")
    await noor.starts(demo_programme().schools[0].link)

    answer = await noor.presses(Book(FATIMA, LINDE, TEN, Mode.SCHOOL))

    assert note(answer) == "refused-stale"
    assert await place.rows("appointment") == []


async def test_a_move_that_came_too_late_leads_to_times_for_the_same_talk(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    await _fatima_at_ten_twenty(place)

    answer = await noor.presses(Move(talk, 1, FATIMA, TEN + timedelta(minutes=20), Mode.SCHOOL))

    assert (note(answer), title(answer)) == ("refused-taken", "times-with")
    moves = [each.step for each in answer.screen.choices if each.step != Await(talk)]
    assert all(isinstance(each, Move) and each.appointment == talk for each in moves)
    assert answer.screen.back == Card(talk)


async def _fatima_at_ten_twenty(place: Place) -> None:
    await place.booked(await place.visitor("Sam"), TEN + timedelta(minutes=20))


@pytest.mark.parametrize("step", [Cancel, Restore])
async def test_a_talk_that_changed_since_is_shown_as_it_stands(
    place: Place, step: type[Cancel | Restore]
) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)

    answer = await noor.presses(step(talk, 7))

    assert (note(answer), title(answer)) == ("refused-stale", "card-booked")


async def test_a_cancelled_talk_can_be_cancelled_or_moved_no_more(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    await noor.presses(Cancel(talk, 1))

    again = await noor.presses(Cancel(talk, 2))
    moved = await noor.presses(Move(talk, 2, JEROEN, HALF_PAST_TWELVE, Mode.SCHOOL))

    assert (note(again), title(again)) == ("refused-stale", "card-cancelled")
    assert note(moved) == "refused-stale"
    assert (await place.talk(talk)).span.start == TEN


async def test_once_it_began_a_talk_cannot_be_cancelled(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    place.clock.now = TEN

    answer = await noor.presses(Cancel(talk, 1))

    assert (note(answer), title(answer)) == ("refused-late", "card-booked")


async def test_after_five_minutes_a_cancel_stands(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    await noor.presses(Cancel(talk, 1))
    place.clock.advance(timedelta(minutes=5, seconds=1))

    answer = await noor.presses(Restore(talk, 2))

    assert (note(answer), title(answer)) == ("refused-late", "card-cancelled")
    assert not any(isinstance(each.step, Restore) for each in answer.screen.actions)


@pytest.mark.parametrize(
    "step",
    [
        pytest.param(Speak(LanguageCode("fr")), id="a language the programme does not speak"),
        pytest.param(Attend(ref_of("gone")), id="a school that left"),
        pytest.param(Here(LINDE, TUESDAY.date()), id="somebody at no desk"),
        pytest.param(Digest(TUESDAY.date()), id="numbers"),
        pytest.param("zz.1", id="a code nobody knows"),
    ],
)
async def test_whatever_else_cannot_be_leads_home(place: Place, step: Step | str) -> None:
    noor = await place.visitor("Noor")

    answer = await noor.presses(step)

    assert (note(answer), title(answer)) == ("refused-stale", "today-title")


async def test_a_note_of_the_refusal_is_kept_when_its_refuge_is_refused_too(place: Place) -> None:
    noor = place.person("Noor")
    await noor.presses(Enter(Audience.PUPIL))

    async def too_late(_visit: Visit, _work: Work) -> Outcome:
        raise TooLateError(Times())

    answer = await place.router.act(noor.incoming(), too_late, Home())

    assert (note(answer), title(answer)) == ("refused-late", "school-choose")


# Works that waited for each other


@pytest.mark.parametrize(("crossings", "told"), [(1, None), (2, None), (3, "refused-hold")])
async def test_a_work_that_gave_way_is_begun_again_twice(
    place: Place, crossings: int, told: str | None
) -> None:
    noor = await place.visitor("Noor")
    began: list[int] = []

    async def run(visit: Visit, work: Work) -> Outcome:
        began.append(len(began))
        await work.people.save(visit.known)
        if len(began) <= crossings:
            raise CrossedError
        return Outcome(Help())

    answer = await place.router.act(noor.incoming(UPDATE), run, Home())

    assert note(answer) == told
    assert len(began) == min(crossings + 1, 3)


async def test_who_writes_again_can_be_reached_again(place: Place) -> None:
    """An account that was deactivated comes back without a word of the channel."""
    noor = await place.visitor("Noor")
    await place.booked(noor, TEN + 7 * timedelta(days=1))
    await place.router.reach(noor.incoming().address, reachable=False)
    assert {each["reason"] for each in await place.rows("notice")} == {"unreachable"}

    await noor.presses(Home())

    (person,) = await place.rows("person")
    assert person["reachable"]
    assert {each["reason"] for each in await place.rows("notice")} == {"revived"}
