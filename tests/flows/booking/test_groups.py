"""Groups: a seat is booked like a talk, so many and no more, and nobody sees who else comes."""

from datetime import timedelta

import pytest

from flows.booking.seats import free_seats, require_seat
from flows.errors import SlotGoneError, SlotTakenError
from flows.model import (
    AppointmentId,
    Audience,
    Group,
    Mode,
    NoticeKind,
    Opening,
    Role,
    ScheduleId,
    SchoolId,
    Span,
    Spoken,
    Status,
    Wish,
    WorkerId,
)
from flows.staff_steps import Day, DoorBook, DoorCancel, Leave, Seats, Talk
from flows.steps import (
    Book,
    Bring,
    Cancel,
    Card,
    CardMore,
    Groups,
    Move,
    Restore,
    Times,
    Ways,
)
from tests.flows.place import FATIMA, LINDE, TEN, Place, note, texts_of, title
from tests.ports import Account, buttons
from tests.town import TUESDAY

THURSDAY = (TUESDAY + timedelta(days=2)).replace(hour=12, minute=15)
"""The group "Rust in je hoofd" at De Linde: an hour, six seats, with Fatima."""
WEEK = timedelta(days=7)
SEAT = Book(FATIMA, LINDE, THURSDAY, Mode.SCHOOL, group=1)


async def seated(account: Account, press: Book = SEAT) -> AppointmentId:
    """Take a seat."""
    answer = await account.presses(press)
    assert answer.screen.card is not None, answer.note
    return answer.screen.card


async def full(place: Place, but: int = 0) -> list[Account]:
    """Everybody who took a seat, so that `but` are left."""
    people = [await place.visitor(f"Visitor {n}") for n in range(6 - but)]
    for each in people:
        await seated(each)
    return people


async def test_a_seat_is_found_among_the_ways_and_booked_like_a_talk(place: Place) -> None:
    noor = await place.visitor("Noor")
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")

    ways = await noor.presses(Ways())
    assert Groups() in [each.step for each in buttons(ways)]
    listed = await noor.presses(Groups())
    assert texts_of(listed)[:2] == ["groups-choose", "group-about"]
    assert buttons(listed)[0].step == SEAT

    answer = await noor.presses(SEAT)
    assert title(answer) == "card-booked"
    assert "card-at-group" in texts_of(answer)
    assert "card-code" in texts_of(answer)
    kinds = {each["kind"] for each in await place.rows("notice")}
    assert kinds >= {NoticeKind.BOOKED, NoticeKind.EVENING, NoticeKind.MORNING}
    shown = await fatima.presses(Day(THURSDAY.date()))
    assert "day-row-group" in texts_of(shown)


async def test_so_many_seats_and_no_more(place: Place) -> None:
    await full(place)
    noor = await place.visitor("Noor")

    answer = await noor.presses(SEAT)

    assert note(answer) == "refused-taken"
    assert len(await place.rows("appointment")) == 6
    assert SEAT not in [each.step for each in buttons(await noor.presses(Groups()))]


async def test_a_seat_that_frees_can_be_taken_and_its_cancel_not_undone_then(place: Place) -> None:
    [first, *_] = await full(place)
    noor = await place.visitor("Noor")
    async with place.store.reading() as work:
        [held] = await work.appointments.ahead(await first.person(), TUESDAY)

    await first.presses(Cancel(held.id, 1))
    await seated(noor)

    refused = await first.presses(Restore(held.id, 2))
    assert note(refused) == "refused-taken"
    assert title(refused) in {"groups-choose", "groups-none"}


async def test_a_cancelled_seat_is_taken_again_while_one_is_free(place: Place) -> None:
    noor = await place.visitor("Noor")
    await full(place, but=2)
    talk = await seated(noor)
    await noor.presses(Cancel(talk, 1))

    assert note(await noor.presses(Restore(talk, 2))) == "note-restored"
    assert len({each["resource"] for each in await place.rows("occupancy")}) == 5 * 2


async def test_a_seat_moves_to_another_date_of_its_series_only(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await seated(noor)
    groups = await noor.presses(Groups(None, talk, 1))
    wanted = Move(talk, 1, FATIMA, THURSDAY + WEEK, Mode.SCHOOL, 1)
    assert buttons(groups)[0].step == wanted

    assert note(await noor.presses(wanted)) == "note-moved"
    assert (await place.talk(talk)).span.start == THURSDAY + WEEK
    own = await place.booked(noor)
    assert note(await noor.presses(Move(own, 1, FATIMA, THURSDAY, Mode.SCHOOL, 1))) == (
        "refused-gone"
    )


async def test_a_group_is_never_among_the_times_for_a_talk(place: Place) -> None:
    noor = await place.visitor("Noor")
    shown = await noor.presses(Times(FATIMA, None, THURSDAY))
    starts = [each.step.start for each in buttons(shown) if isinstance(each.step, Book)]
    assert starts
    assert THURSDAY not in starts
    alone = Book(FATIMA, LINDE, THURSDAY, Mode.SCHOOL)
    assert note(await noor.presses(alone)) == "refused-gone"
    as_seat = Book(FATIMA, LINDE, TEN, Mode.SCHOOL, group=1)
    assert note(await noor.presses(as_seat)) == "refused-gone"


async def test_a_parent_is_not_in_a_group_of_pupils(place: Place) -> None:
    olena = await place.visitor("Olena", Audience.PARENT)

    assert Groups() not in [each.step for each in buttons(await olena.presses(Ways()))]
    assert title(await olena.presses(Groups())) == "groups-none"
    assert note(await olena.presses(SEAT)) == "refused-gone"


async def test_one_person_has_one_seat(place: Place) -> None:
    noor = await place.visitor("Noor")
    await seated(noor)

    assert note(await noor.presses(SEAT)) == "refused-busy"


async def test_when_the_worker_is_away_all_are_told_and_offered_the_next_date(
    place: Place,
) -> None:
    noor, sam = await place.visitor("Noor"), await place.visitor("Sam")
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")
    talk = await seated(noor)
    await seated(sam)

    half = THURSDAY + timedelta(minutes=30)
    await fatima.presses(Leave(half, half + timedelta(hours=1)))

    away = [e for e in await place.rows("notice") if e["kind"] is NoticeKind.AWAY]
    assert len(away) == 2
    card = await noor.presses(Card(talk))
    assert title(card) == "away-title"
    assert [each.step for each in buttons(card)] == [
        Move(talk, 1, FATIMA, THURSDAY + WEEK, Mode.SCHOOL, 1),
        Groups(None, talk, 1),
        Cancel(talk, 1),
    ]
    assert title(await noor.presses(Groups())) in {"groups-choose", "groups-none"}


async def test_nobody_sees_who_else_comes_but_the_worker_by_codes(place: Place) -> None:
    await full(place, but=1)
    fatima = await place.staff("Fatima", Role.WORKER, "fatima")

    shown = await fatima.presses(Seats(THURSDAY, THURSDAY.date()))

    assert len([each for each in buttons(shown) if isinstance(each.step, Talk)]) == 5
    [more] = [each.step for each in buttons(shown) if isinstance(each.step, DoorBook)]
    made = await fatima.presses(more)
    assert note(made) == "note-slip"
    assert note(await fatima.presses(more)) == "refused-taken"
    [slip] = [each for each in await place.rows("participant") if each["person"] is None]
    await fatima.presses(DoorCancel(slip["appointment"], 1))
    assert (await place.talk(slip["appointment"])).status is Status.CANCELLED


async def test_a_seat_takes_nobody_along_and_waits_for_nothing_earlier(place: Place) -> None:
    noor = await place.visitor("Noor")
    talk = await seated(noor)

    offered = {each.label.id for each in buttons(await noor.presses(CardMore(talk)))}
    assert not offered & {"card-together", "key-await"}
    assert note(await noor.presses(Bring(talk))) == "refused-stale"


async def test_talks_of_the_worker_and_the_group_keep_apart(place: Place) -> None:
    """Fatima's hours may change under a talk: what stands there closes the group, and its seats."""
    noor, sam = await place.visitor("Noor"), await place.visitor("Sam")
    await seated(noor)
    span = Span(THURSDAY - timedelta(minutes=15), THURSDAY + timedelta(minutes=45))
    extra = Opening(
        WorkerId("fatima"), SchoolId("linde"), None, "B2", span, 20, (Mode.SCHOOL,), True, True
    )
    async with place.store.work() as work:
        await work.hours.add_extra(extra, place.clock())
        await work.commit()

    answer = await sam.presses(Book(FATIMA, LINDE, THURSDAY + timedelta(minutes=5), Mode.SCHOOL))
    assert note(answer) in {"refused-taken", "refused-gone"}
    free = await sam.presses(Times(FATIMA, None, span.start))
    starts = {each.step.start for each in buttons(free) if isinstance(each.step, Book)}
    assert not any(THURSDAY <= each < span.end for each in starts)


def group(seats: int = 2, minutes: int = 60) -> Opening:
    held = Group(Spoken((("nl", "Rust"),)), seats, (Audience.PUPIL,))
    span = Span(TEN, TEN + timedelta(minutes=minutes))
    return Opening(
        WorkerId("fatima"), SchoolId("linde"), ScheduleId("g"), "B2", span, 20, (Mode.SCHOOL,),
        True, False, group=held,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("busy", "is_free"),
    [
        ([], True),
        ([Span(TEN, TEN + timedelta(minutes=60))], True),
        ([Span(TEN, TEN + timedelta(minutes=60))] * 2, False),
        ([Span(TEN - timedelta(minutes=20), TEN)], True),
        ([Span(TEN, TEN + timedelta(minutes=20))], False),
    ],
)
def test_a_seat_is_free_while_fewer_have_one_and_nothing_else_is_there(
    busy: list[Span], is_free: bool
) -> None:
    taken = {WorkerId("fatima"): busy}
    wish = Wish(WorkerId("fatima"), SchoolId("linde"), Span(TEN, TEN), Mode.SCHOOL)

    assert bool(free_seats([group()], taken, Audience.PUPIL, TUESDAY)) is is_free
    if is_free:
        found = require_seat([group()], taken, wish, Audience.PUPIL, TUESDAY)
        assert (found.group, found.seats, found.span) == (ScheduleId("g"), 2, group().span)
    else:
        with pytest.raises(SlotTakenError):
            require_seat([group()], taken, wish, Audience.PUPIL, TUESDAY)


def test_a_group_that_is_past_or_for_others_has_no_seat() -> None:
    wish = Wish(WorkerId("fatima"), SchoolId("linde"), Span(TEN, TEN), Mode.SCHOOL)
    for audience, earliest in (
        (Audience.PARENT, TUESDAY),
        (None, TUESDAY),
        (Audience.PUPIL, TEN + timedelta(minutes=5)),
    ):
        assert free_seats([group()], {}, audience, earliest) == []
        with pytest.raises(SlotGoneError):
            require_seat([group()], {}, wish, audience, earliest)
