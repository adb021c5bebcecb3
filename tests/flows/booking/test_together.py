"""One more person comes along to a talk: who may, what they see, and how it ends."""

from dataclasses import replace
from datetime import timedelta

import pytest

from flows.model import (
    AppointmentId,
    Mode,
    NoticeKind,
    Opening,
    Role,
    SchoolId,
    Span,
    Status,
    Topic,
    Typed,
    WorkerId,
)
from flows.packing import Step
from flows.programme import ref_of
from flows.staff_steps import Leave, Talk
from flows.steps import (
    Await,
    Bring,
    Calendar,
    Cancel,
    Card,
    CardMore,
    Delay,
    GivePhone,
    Mine,
    Move,
    Nobody,
    Part,
    Restore,
    Sorry,
    Tell,
    Together,
    Type,
    Unbring,
)
from tests.flows.place import FATIMA, HALF_PAST_TWELVE, JEROEN, TEN, Place, note, texts_of, title
from tests.ports import Account, buttons, link_in

TWENTY_PAST = TEN + timedelta(minutes=20)
DAY = timedelta(days=1)
MIKE = ref_of("mike")


async def invited(place: Place, booker: Account, talk: AppointmentId) -> str:
    """The payload of a fresh link."""
    return link_in(await booker.presses(Bring(talk)))


async def accompanied(place: Place) -> tuple[Account, Account, AppointmentId]:
    """Noor's talk at ten, to which her mother comes along, who was never here before."""
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    mother = place.person("Samira's mother", "en")
    await mother.starts(await invited(place, noor, talk))
    return noor, mother, talk


async def mike_is_there_too(place: Place) -> None:
    """While Jeroen has his office hours, so that one person could be wanted twice."""
    span = Span(HALF_PAST_TWELVE, HALF_PAST_TWELVE + timedelta(hours=2))
    opening = Opening(
        WorkerId("mike"), SchoolId("linde"), None, "B3", span, 20, (Mode.SCHOOL,), True, True
    )
    async with place.store.work() as work:
        await work.hours.add_extra(opening, place.clock())
        await work.commit()


async def told(place: Place, account: Account) -> list[NoticeKind]:
    """What waits to be said to somebody."""
    whose = await account.person()
    return [
        each["kind"]
        for each in await place.rows("notice")
        if each["person"] == whose and each["state"].value == "pending"
    ]


async def test_a_stranger_comes_along_and_sees_that_talk_only(place: Place) -> None:
    _, mother, talk = await accompanied(place)

    assert mother.last is not None
    assert note(mother.last) == "note-along"
    assert title(mother.last) == "card-guest"
    assert "card-code" in texts_of(mother.last)
    assert title(await mother.presses(Mine())) == "card-guest"
    assert [each.step for each in buttons(mother.last)[:1]] == [Part(talk)]
    assert title(await mother.starts()) == "welcome-programme"


async def test_it_can_be_ended_once_there_is_a_link(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    assert [e.step for e in buttons(await noor.presses(Together(talk)))] == [Bring(talk)]

    await invited(place, noor, talk)
    shown = await noor.presses(Together(talk))
    assert [each.step for each in buttons(shown)] == [Bring(talk), Unbring(talk)]


async def test_a_link_works_once(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    link = await invited(place, noor, talk)
    await place.person("Mother").starts(link)

    late = await place.person("Stranger").starts(link)

    assert note(late) == "refused-invitation"
    assert (await place.talk(talk)).together


async def test_a_new_link_ends_the_one_before(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    first = await invited(place, noor, talk)
    second = await invited(place, noor, talk)

    assert note(await place.person("A").starts(first)) == "refused-invitation"
    assert note(await place.person("B").starts(second)) == "note-along"


async def test_only_one_comes_along(place: Place) -> None:
    noor, _, talk = await accompanied(place)

    assert note(await noor.presses(Bring(talk))) == "refused-stale"


async def test_who_asks_cannot_take_the_own_link_and_it_stays_good(place: Place) -> None:
    noor = await place.visitor("Noor")
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    talk = await place.booked(noor)
    link = await invited(place, noor, talk)

    assert note(await noor.starts(link)) == "refused-own-link"
    assert note(await fatima.starts(link)) == "refused-own-link"
    assert note(await place.person("Mother").starts(link)) == "note-along"


async def test_who_has_another_talk_then_hears_so_and_the_link_stays_good(place: Place) -> None:
    await mike_is_there_too(place)
    noor, sam = await place.visitor("Noor"), await place.visitor("Sam")
    talk = await place.booked(noor, HALF_PAST_TWELVE, JEROEN)
    own = await place.booked(sam, HALF_PAST_TWELVE, MIKE)
    link = await invited(place, noor, talk)

    assert note(await sam.starts(link)) == "refused-together"
    await sam.presses(Cancel(own, 1))
    assert note(await sam.starts(link)) == "note-along"


@pytest.mark.parametrize(
    "press",
    [
        Cancel(AppointmentId(0), 1), Restore(AppointmentId(0), 1), GivePhone(AppointmentId(0)),
        Move(AppointmentId(0), 1, FATIMA, TWENTY_PAST, Mode.SCHOOL), Delay(AppointmentId(0), 1, 5),
        Tell(AppointmentId(0), Topic.HOME), Type(AppointmentId(0), Typed.NICKNAME),
        Nobody(AppointmentId(0), 1), Sorry(AppointmentId(0)), Await(AppointmentId(0)),
        Together(AppointmentId(0)), Bring(AppointmentId(0)), Unbring(AppointmentId(0)),
    ],
    ids=lambda each: type(each).__name__,
)  # fmt: skip
async def test_a_guest_changes_nothing(place: Place, press: Step) -> None:
    _, mother, talk = await accompanied(place)
    place.clock.now = TEN - timedelta(minutes=5)
    before = await place.others(mother)

    answer = await mother.presses(replace(press, appointment=talk))  # type: ignore[call-arg]

    assert note(answer) == "refused-stale"
    assert await place.others(mother) == before


async def test_a_guest_may_take_it_into_the_own_calendar(place: Place) -> None:
    _, mother, talk = await accompanied(place)

    more = await mother.presses(CardMore(talk))
    assert Calendar(talk) in [each.step for each in buttons(more)]
    assert (await mother.presses(Calendar(talk))).screen.document is not None


async def test_a_guest_hears_of_a_move_of_a_cancel_and_that_it_goes_on(place: Place) -> None:
    noor, mother, talk = await accompanied(place)

    await noor.presses(Move(talk, 1, FATIMA, TWENTY_PAST, Mode.SCHOOL))
    assert NoticeKind.MOVED in await told(place, mother)
    assert title(await mother.presses(Card(talk))) == "card-guest"

    await noor.presses(Cancel(talk, 2))
    assert await told(place, mother) == [NoticeKind.CANCELLED]
    assert title(await mother.presses(Card(talk))) == "card-cancelled"

    await noor.presses(Restore(talk, 3))
    assert NoticeKind.BACK in await told(place, mother)


async def test_a_guest_is_reminded_and_hears_that_the_worker_is_away(place: Place) -> None:
    noor = await place.visitor("Noor")
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    start = TEN + 2 * DAY
    talk = await place.booked(noor, start)
    mother = place.person("Mother")
    await mother.starts(await invited(place, noor, talk))

    assert NoticeKind.EVENING in await told(place, mother)
    await fatima.presses(Leave(start - timedelta(hours=1), start + timedelta(hours=1)))
    assert NoticeKind.AWAY in await told(place, mother)
    assert title(await mother.presses(Card(talk))) == "away-title"
    assert mother.last is not None
    assert [each.step for each in buttons(mother.last)] == [Part(talk)]


async def test_who_invited_ends_it_and_the_guest_is_told_and_sees_it_no_more(place: Place) -> None:
    noor, mother, talk = await accompanied(place)

    await noor.presses(Unbring(talk))

    assert await told(place, mother) == [NoticeKind.APART]
    assert title(await mother.presses(Card(talk))) != "card-guest"
    assert not (await place.talk(talk)).together
    again = await invited(place, noor, talk)
    assert note(await place.person("Father").starts(again)) == "note-along"


async def test_ending_it_ends_the_link_that_nobody_used(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    link = await invited(place, noor, talk)

    await noor.presses(Unbring(talk))

    assert note(await place.person("Mother").starts(link)) == "refused-invitation"


async def test_who_booked_never_learns_whether_the_guest_still_comes(place: Place) -> None:
    noor, mother, talk = await accompanied(place)
    card, state = await noor.presses(Card(talk)), await noor.presses(Together(talk))

    assert note(await mother.presses(Part(talk))) == "note-parted"

    assert await noor.presses(Card(talk)) == card
    assert await noor.presses(Together(talk)) == state
    assert note(await noor.presses(Bring(talk))) == "refused-stale"
    assert not (await place.talk(talk)).together
    assert await told(place, mother) == []


async def test_the_worker_sees_that_somebody_comes_along(place: Place) -> None:
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    _, mother, talk = await accompanied(place)
    assert "talk-with-guest" in texts_of(await fatima.presses(Talk(talk)))

    await mother.presses(Part(talk))
    assert "talk-with-guest" not in texts_of(await fatima.presses(Talk(talk)))


async def test_a_move_to_where_the_guest_has_a_talk_leaves_the_guest_out(place: Place) -> None:
    """Whoever could not move there would find out when the guest has a talk of their own."""
    await mike_is_there_too(place)
    noor, sam = await place.visitor("Noor"), await place.visitor("Sam")
    talk, own = await place.booked(noor), await place.booked(sam, HALF_PAST_TWELVE, MIKE)
    await sam.starts(await invited(place, noor, talk))
    state = await noor.presses(Together(talk))

    moved = await noor.presses(Move(talk, 1, JEROEN, HALF_PAST_TWELVE, Mode.SCHOOL))

    assert note(moved) == "note-moved"
    assert NoticeKind.APART in await told(place, sam)
    assert NoticeKind.MOVED not in await told(place, sam)
    assert await noor.presses(Together(talk)) == state
    assert (await place.talk(own)).status is Status.BOOKED
    assert title(await sam.presses(Mine())) == "card-booked"


async def test_a_cancel_taken_back_leaves_a_guest_out_who_has_a_talk_by_now(place: Place) -> None:
    await mike_is_there_too(place)
    noor, sam = await place.visitor("Noor"), await place.visitor("Sam")
    talk = await place.booked(noor, HALF_PAST_TWELVE, JEROEN)
    await sam.starts(await invited(place, noor, talk))
    await noor.presses(Cancel(talk, 1))
    await place.booked(sam, HALF_PAST_TWELVE, MIKE)

    assert note(await noor.presses(Restore(talk, 2))) == "note-restored"

    assert not (await place.talk(talk)).together
    assert title(await sam.presses(Mine())) == "card-booked"


async def test_a_guest_counts_no_talk_of_the_own(place: Place) -> None:
    """Two talks ahead are allowed, whatever one is asked along to."""
    noor, sam = await place.visitor("Noor"), await place.visitor("Sam")
    await sam.starts(await invited(place, noor, await place.booked(noor)))

    for start in (TEN + timedelta(minutes=40), TEN + timedelta(minutes=60)):
        assert isinstance(await place.booked(sam, start), int)


async def test_a_link_to_a_talk_that_is_over_or_cancelled_works_no_more(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await place.booked(noor)
    link = await invited(place, noor, talk)
    await noor.presses(Cancel(talk, 1))
    assert note(await place.person("Mother").starts(link)) == "refused-invitation"
    await noor.presses(Restore(talk, 2))

    place.clock.now = TEN
    assert note(await place.person("Mother").starts(link)) == "refused-invitation"
    assert note(await noor.presses(Bring(talk))) == "refused-stale"
