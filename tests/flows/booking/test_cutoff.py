"""A talk can be cancelled until it begins; the notice alone decides whether its time is offered."""

from datetime import timedelta

import pytest

from flows.model import Audience, NoticeKind, Status
from flows.policy import Limits
from flows.router import Answer
from flows.steps import Await, Book, Cancel, Times
from flows.waiting.job import offer_due
from tests.flows.place import FATIMA, TEN, Place, note, title

NOTICE = Limits().booking.notice
MINUTE = timedelta(minutes=1)


def starts(answer: Answer) -> list[object]:
    """When the times begin that are offered."""
    return [each.step.start for each in answer.screen.choices if isinstance(each.step, Book)]


@pytest.mark.parametrize(
    ("before", "offered"),
    [(NOTICE + MINUTE, True), (NOTICE, True), (NOTICE - MINUTE, False), (MINUTE, False)],
)
async def test_a_time_that_is_cancelled_within_the_notice_is_not_offered_again(
    place: Place, before: timedelta, offered: bool
) -> None:
    noor, sam = await place.visitor("Noor"), await place.visitor("Sam")
    talk = await place.booked(noor)
    place.clock.now = TEN - before
    assert TEN not in starts(await sam.presses(Times(FATIMA)))

    assert title(await noor.presses(Cancel(talk, 1))) == "card-cancelled"

    assert (await place.talk(talk)).status is Status.CANCELLED
    assert (TEN in starts(await sam.presses(Times(FATIMA)))) is offered


@pytest.mark.parametrize(("before", "offered"), [(NOTICE + MINUTE, 1), (NOTICE - MINUTE, 0)])
async def test_nor_is_it_offered_to_who_waits_for_an_earlier_time(
    place: Place, before: timedelta, offered: int
) -> None:
    noor, samira = await place.visitor("Noor"), await place.visitor("Samira", Audience.PARENT)
    talk, later = await place.booked(noor), await place.booked(samira, TEN + timedelta(hours=1))
    await samira.presses(Await(later))
    place.clock.now = TEN - before

    await noor.presses(Cancel(talk, 1))
    await offer_due(place.router.ports)

    kinds = [each["kind"] for each in await place.rows("notice")]
    assert kinds.count(NoticeKind.OFFER) == offered


async def test_after_the_start_nothing_is_cancelled(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    place.clock.now = TEN

    assert note(await noor.presses(Cancel(talk, 1))) == "refused-late"

    assert (await place.talk(talk)).status is Status.BOOKED
