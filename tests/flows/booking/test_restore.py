"""A cancel is taken back only where somebody is still there to hold the talk."""

from datetime import timedelta

from flows.attendance.rules import rest_of_day
from flows.model import Role, Status
from flows.staff_steps import Leave
from flows.steps import Cancel, Restore
from tests.flows.place import Place, note, title
from tests.town import ZONE


async def test_a_talk_that_was_cancelled_comes_back(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    await noor.presses(Cancel(talk, 1))

    answer = await noor.presses(Restore(talk, 2))

    assert note(answer) == "note-restored"
    assert (await place.talk(talk)).status is Status.BOOKED


async def test_it_stays_cancelled_where_its_worker_is_away_by_now(place: Place) -> None:
    noor = await place.visitor("Noor")
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    talk = await place.booked(noor)
    await noor.presses(Cancel(talk, 1))
    rest = rest_of_day(place.clock(), ZONE)
    await fatima.presses(Leave(rest.start, rest.end))
    place.clock.advance(timedelta(minutes=1))

    answer = await noor.presses(Restore(talk, 2))

    assert note(answer) == "refused-gone"
    assert (await place.talk(talk)).status is Status.CANCELLED
    assert title(answer) == "times-anybody"


async def test_other_times_are_shown_where_somebody_has_taken_it_by_now(place: Place) -> None:
    noor, olena = await place.visitor("Noor"), await place.visitor("Olena")
    talk = await place.booked(noor)
    await noor.presses(Cancel(talk, 1))
    await place.booked(olena)

    answer = await noor.presses(Restore(talk, 2))

    assert note(answer) == "refused-taken"
    assert title(answer) == "times-anybody"
