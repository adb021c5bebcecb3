"""A worker cancels a talk for who lost the phone."""

from datetime import timedelta

from flows.booking.codes import code_line
from flows.model import AppointmentId, NoticeKind, NoticeState, Role, Status
from flows.notices import Ready, prepared
from flows.staff_steps import CancelFor, CancelSure, Talk
from flows.steps import Await, Bring, Card, Told
from tests.flows.place import TEN, Place, note, texts_of, title
from tests.ports import Account, buttons, link_in


async def noor_and_fatima(place: Place) -> tuple[Account, Account, AppointmentId]:
    """Noor's talk at ten, and Fatima at her desk."""
    noor, fatima = await place.visitor("Noor"), await place.staff("F", Role.WORKER, "fatima")
    return noor, fatima, await place.booked(noor)


async def waiting(place: Place) -> list[tuple[object, object]]:
    """What waits to be told of a cancelled talk, to whom."""
    found = [each for each in await place.rows("notice") if each["state"] is NoticeState.PENDING]
    return [(each["kind"], each["person"]) for each in found]


async def test_it_is_asked_with_the_pictures_and_then_the_time_is_free(place: Place) -> None:
    _, fatima, talk = await noor_and_fatima(place)
    shown = await fatima.presses(Talk(talk))
    assert CancelSure(talk, 1) in [each.step for each in buttons(shown)]

    sure = await fatima.presses(CancelSure(talk, 1))
    code = (await place.talk(talk)).code
    assert code_line(code) in [each.args.get("code") for each in sure.screen.lines]
    done = await fatima.presses(sure.screen.actions[0].step)

    assert (title(done), note(done)) == ("talk-cancelled", None)
    assert (await place.talk(talk)).status is Status.CANCELLED
    assert await place.rows("occupancy") == []


async def test_the_chat_is_told_and_nothing_else_is_said_of_it(place: Place) -> None:
    noor, fatima, talk = await noor_and_fatima(place)
    mother = place.person("Mother")
    await mother.starts(link_in(await noor.presses(Bring(talk))))
    await noor.presses(Await(talk))

    await fatima.presses(CancelFor(talk, 1))

    people = {await noor.person(), await mother.person()}
    assert set(await waiting(place)) == {(NoticeKind.CANCELLED, each) for each in people}
    assert texts_of(await noor.presses(Told(talk, NoticeKind.CANCELLED))) == [
        "card-cancelled",
        "card-when",
        "told-called-off",
    ]
    assert await place.rows("waiting") == []
    async with place.store.work() as work:
        for each in await work.outbox.claim(place.clock(), timedelta(minutes=2), 9):
            assert isinstance(await prepared(each.notice, work, place.router), Ready)


async def test_a_second_press_tells_nobody_twice(place: Place) -> None:
    _, fatima, talk = await noor_and_fatima(place)
    await fatima.presses(CancelFor(talk, 1))
    before = await place.others(fatima)

    assert note(await fatima.presses(CancelFor(talk, 1))) == "refused-stale"

    assert await place.others(fatima) == before


async def test_what_has_begun_or_changed_is_not_cancelled(place: Place) -> None:
    noor, fatima, talk = await noor_and_fatima(place)
    for step in (CancelSure(talk, 2), CancelFor(talk, 2)):
        assert note(await fatima.presses(step)) == "refused-stale"
    place.clock.now = TEN
    for step in (CancelSure(talk, 1), CancelFor(talk, 1)):
        assert note(await fatima.presses(step)) == "refused-stale"
    assert (await place.talk(talk)).status is Status.BOOKED
    assert (await noor.presses(Card(talk))).screen.card == talk


async def test_a_talk_that_stands_is_not_told_off(place: Place) -> None:
    noor, _, talk = await noor_and_fatima(place)
    assert note(await noor.presses(Told(talk, NoticeKind.CANCELLED))) == "refused-stale"
