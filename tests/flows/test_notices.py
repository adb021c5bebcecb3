"""Notices: each is held against the state of the moment in which it would be sent."""

from dataclasses import replace
from datetime import timedelta

import pytest

from flows.model import AppointmentId, Claimed, MessageId, Mode, Notice, NoticeKind, PersonId, Role
from flows.notices import Moot, Ready
from flows.router import Router
from flows.staff_steps import Here
from flows.steps import Cancel, Enter, Move, Restore
from tests.flows.place import (
    FATIMA,
    HALF_PAST_TWELVE,
    JEROEN,
    LINDE,
    TEN,
    Place,
    prepared,
    texts_of,
)
from tests.ports import Account, make_ports
from tests.town import TUESDAY

DAY = timedelta(days=1)


async def queued(place: Place, kind: NoticeKind) -> list[Claimed]:
    """The notices of a kind that were written, in order, whenever they are due."""
    async with place.store.work() as work:
        found = await work.outbox.claim(TUESDAY + 400 * DAY, DAY, 100)
    return [each for each in found if each.notice.kind is kind]


async def only(place: Place, kind: NoticeKind) -> Claimed:
    (found,) = await queued(place, kind)
    return found


async def reminded(place: Place) -> tuple[Account, AppointmentId, Claimed]:
    """Noor, her talk with Fatima in a week, and the reminder of that morning."""
    noor = await place.visitor("Noor")
    talk = await place.booked(noor, TEN + 7 * DAY)
    reminder = await only(place, NoticeKind.MORNING)
    place.clock.now = reminder.notice.due_at
    return noor, talk, reminder


async def test_a_reminder_is_ready_with_the_talk_as_it_stands(place: Place) -> None:
    _, _, reminder = await reminded(place)

    ready = await prepared(reminder, place.router)

    assert isinstance(ready, Ready)
    assert (ready.address.id, ready.edit) == ("Noor", None)
    assert texts_of(ready.answer) == ["reminder-morning", "card-when", "card-at-room"]


async def test_a_notice_speaks_the_language_of_the_moment(place: Place) -> None:
    noor, _, reminder = await reminded(place)
    await noor.presses("L.en")

    ready = await prepared(reminder, place.router)

    assert isinstance(ready, Ready)
    assert ready.answer.language == "en"


async def test_at_its_start_a_reminder_has_expired(place: Place) -> None:
    _, _, reminder = await reminded(place)

    place.clock.now = TEN + 7 * DAY - timedelta(seconds=1)
    assert isinstance(await prepared(reminder, place.router), Ready)
    place.clock.now = TEN + 7 * DAY
    assert await prepared(reminder, place.router) == Moot("expired")


async def test_of_a_cancelled_talk_nothing_is_said(place: Place) -> None:
    noor, talk, reminder = await reminded(place)
    await noor.presses(Cancel(talk, 1))

    assert await prepared(reminder, place.router) == Moot("changed")


async def test_a_moved_or_restored_talk_has_notices_of_its_own(place: Place) -> None:
    noor, talk, first = await reminded(place)
    place.clock.now = TUESDAY
    await noor.presses(Cancel(talk, 1))
    await noor.presses(Restore(talk, 2))

    (second,) = await queued(place, NoticeKind.MORNING)
    place.clock.now = second.notice.due_at
    assert await prepared(first, place.router) == Moot("changed")
    assert isinstance(await prepared(second, place.router), Ready)


async def test_a_notice_about_a_talk_that_is_gone_is_dropped(place: Place) -> None:
    _, _, reminder = await reminded(place)
    gone = replace(reminder, notice=replace(reminder.notice, appointment=AppointmentId(1)))

    assert await prepared(gone, place.router) == Moot("changed")


async def test_whoever_blocked_the_bot_or_is_gone_is_not_written_to(place: Place) -> None:
    noor, _, reminder = await reminded(place)
    nobody = replace(reminder, notice=replace(reminder.notice, person=PersonId(1)))
    assert await prepared(nobody, place.router) == Moot("unreachable")

    await place.router.reach(noor.incoming().address, reachable=False)
    assert await prepared(reminder, place.router) == Moot("unreachable")
    await place.router.reach(noor.incoming().address, reachable=True)
    assert isinstance(await prepared(reminder, place.router), Ready)


@pytest.mark.parametrize(
    "step", ["zz.1", Enter.code, "E.p", ""], ids=["of no version", "half", "a do step", "nothing"]
)
async def test_a_step_that_cannot_be_shown_is_dropped_alone(place: Place, step: str) -> None:
    noor = await place.visitor("Noor")
    notice = Notice("x", NoticeKind.CARD, await noor.person(), step, TUESDAY, TUESDAY + DAY)

    assert await prepared(Claimed(1, notice, 0), place.router) == Moot("unknown-step")


async def test_what_the_person_may_no_longer_see_is_dropped(place: Place) -> None:
    _, _, reminder = await reminded(place)
    sam = await place.visitor("Sam")
    notice = replace(reminder.notice, person=await sam.person())

    assert await prepared(replace(reminder, notice=notice), place.router) == Moot("forbidden")


async def test_a_confirmed_presence_changes_the_card_where_there_is_one(place: Place) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    noor, sam = await place.visitor("Noor"), await place.visitor("Sam")
    with_card = await place.booked(noor)
    await place.booked(sam, TEN + timedelta(minutes=20))
    await place.router.remember_card(await noor.person(), with_card, MessageId(77))

    await fatima.presses(Here(LINDE, TUESDAY.date()))

    noors, sams = await queued(place, NoticeKind.CARD)
    ready = await prepared(noors, place.router)
    assert isinstance(ready, Ready)
    assert ready.edit == 77
    assert "card-here" in texts_of(ready.answer)
    assert await prepared(sams, place.router) == Moot("no-card")


async def test_a_card_of_no_talk_is_no_card(place: Place) -> None:
    noor = await place.visitor("Noor")
    notice = Notice("x", NoticeKind.CARD, await noor.person(), "h", TUESDAY, TUESDAY + DAY)

    assert await prepared(Claimed(1, notice, 0), place.router) == Moot("no-card")


async def test_the_worker_hears_of_a_cancel_although_the_talk_is_no_more(place: Place) -> None:
    await place.staff("Fatima", Role.WORKER, "fatima")
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    await noor.presses(Cancel(talk, 1))

    ready = await prepared(await only(place, NoticeKind.CANCELLED), place.router)

    assert isinstance(ready, Ready)
    assert texts_of(ready.answer)[0] == "news-cancelled"


async def test_a_cancel_that_was_taken_back_is_not_told(place: Place) -> None:
    await place.staff("Fatima", Role.WORKER, "fatima")
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    await noor.presses(Cancel(talk, 1))
    await noor.presses(Restore(talk, 2))

    cancelled = await only(place, NoticeKind.CANCELLED)

    assert await prepared(cancelled, place.router) == Moot("changed")


async def _handed_over(place: Place) -> tuple[Account, AppointmentId]:
    """Noor's talk went from Fatima to Jeroen, and neither has been told."""
    await place.staff("Fatima", Role.WORKER, "fatima")
    await place.staff("Jeroen", Role.WORKER, "jeroen")
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    await noor.presses(Move(talk, 1, JEROEN, HALF_PAST_TWELVE, Mode.SCHOOL))
    return noor, talk


async def test_a_worker_whose_talk_went_to_a_colleague_learns_only_when_it_was(
    place: Place,
) -> None:
    await _handed_over(place)

    ready = await prepared(await only(place, NoticeKind.CANCELLED), place.router)

    assert isinstance(ready, Ready)
    assert texts_of(ready.answer) == ["news-handed-over", "news-was"]


@pytest.mark.parametrize("then", ["cancelled", "moved on"])
async def test_a_worker_learns_of_a_talk_given_away_whatever_became_of_it(
    place: Place, then: str
) -> None:
    noor, talk = await _handed_over(place)
    later = HALF_PAST_TWELVE + timedelta(minutes=20)
    await noor.presses(
        Cancel(talk, 2) if then == "cancelled" else Move(talk, 2, JEROEN, later, Mode.SCHOOL)
    )

    ready = [
        await prepared(each, place.router) for each in await queued(place, NoticeKind.CANCELLED)
    ]

    fatimas = [each for each in ready if isinstance(each, Ready) and each.address.id == "Fatima"]
    assert [texts_of(each.answer) for each in fatimas] == [["news-handed-over", "news-was"]]


async def test_a_worker_who_got_the_talk_back_hears_of_the_move_only(place: Place) -> None:
    noor, talk = await _handed_over(place)
    await noor.presses(Move(talk, 2, FATIMA, TEN, Mode.SCHOOL))

    told = [
        await prepared(each, place.router)
        for kind in (NoticeKind.CANCELLED, NoticeKind.MOVED)
        for each in await queued(place, kind)
    ]

    fatimas = [each for each in told if isinstance(each, Ready) and each.address.id == "Fatima"]
    assert [texts_of(each.answer)[0] for each in fatimas] == ["news-moved"]


async def test_a_notice_of_a_language_the_programme_dropped_is_said_in_the_first_one(
    place: Place,
) -> None:
    noor, _, reminder = await reminded(place)
    ports = make_ports(place.store, place.clock)
    dutch = ports.programme.about.model_copy(update={"languages": ("nl",)})
    only_dutch = ports.programme.model_copy(update={"about": dutch})
    await noor.presses("L.en")

    ready = await prepared(reminder, Router(replace(ports, programme=only_dutch)))

    assert isinstance(ready, Ready)
    assert ready.answer.language == "nl"
