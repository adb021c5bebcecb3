"""Talks on both databases: what is booked, moved, cancelled and restored."""

from dataclasses import replace
from datetime import timedelta

import pytest

from flows.errors import PersonBusyError, SlotTakenError, StaleError
from flows.model import (
    Appointment,
    AppointmentId,
    Audience,
    MessageId,
    Mode,
    PersonId,
    ScheduleId,
    Status,
)
from storage.unit import Store
from tests.storage.people import (
    BERK,
    FATIMA,
    JEROEN,
    NOW,
    TEN,
    met,
    span,
    wish,
)

HALF_HOUR = timedelta(minutes=30)


async def booked(
    store: Store, person: PersonId | None, *, at: str = "10:00", **more: object
) -> Appointment:
    """A talk that is committed."""
    hours, minutes = map(int, at.split(":"))
    start = TEN + timedelta(hours=hours - 10, minutes=minutes)
    async with store.work() as work:
        talk = await work.appointments.book(
            person,
            wish(start, **more),  # type: ignore[arg-type]
            Audience.PUPIL,
            NOW,
        )
        await work.commit()
    return talk


async def test_a_booked_talk_reads_back_as_it_was_booked(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    async with store.work() as work:
        talk = await work.appointments.book(
            noor,
            wish(mode=Mode.PHONE),
            Audience.PARENT,
            NOW,
            counted=True,
            card=MessageId(2**40),
        )
        await work.commit()
    assert (talk.version, talk.status, talk.counted) == (1, Status.BOOKED, True)
    async with store.reading() as work:
        assert await work.appointments.get(talk.id) == talk
        mine = await work.appointments.of(noor, talk.id)
        assert mine is not None
        assert (mine.appointment, mine.person, mine.card) == (talk, noor, 2**40)


async def test_a_talk_is_nobody_elses(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    talk = await booked(store, noor)
    async with store.reading() as work:
        assert await work.appointments.of(sam, talk.id) is None
        assert await work.appointments.of(noor, AppointmentId(talk.id + 1)) is None
        assert await work.appointments.get(AppointmentId(talk.id + 1)) is None
        assert [each.person for each in await work.appointments.held_by(talk.id)] == [noor]


async def test_a_talk_booked_at_the_door_takes_time_and_has_no_person(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    talk = await booked(store, None)
    async with store.reading() as work:
        assert await work.appointments.held_by(talk.id) == []
        assert await work.appointments.get(talk.id) == talk
    with pytest.raises(SlotTakenError):
        await booked(store, noor)


@pytest.mark.parametrize(
    ("at", "minutes", "free"),
    [
        ("09:40", 20, True),
        ("10:20", 5, True),
        ("09:40", 25, False),
        ("10:15", 5, False),
        ("10:05", 5, False),
        ("09:00", 120, False),
    ],
)
async def test_a_worker_is_held_for_the_whole_talk_and_not_longer(
    store: Store, at: str, minutes: int, free: bool
) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    await booked(store, noor)
    if free:
        await booked(store, sam, at=at, minutes=minutes)
    else:
        with pytest.raises(SlotTakenError):
            await booked(store, sam, at=at, minutes=minutes)


async def test_a_person_cannot_be_in_two_places(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    await booked(store, noor)
    with pytest.raises(PersonBusyError):
        await booked(store, noor, at="10:15", worker=JEROEN, school=BERK)
    await booked(store, noor, at="10:20", worker=JEROEN, school=BERK)


async def test_a_refused_booking_leaves_nothing_and_ends_its_work(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    await booked(store, noor, at="10:10")
    async with store.work() as work:
        with pytest.raises(SlotTakenError):
            await work.appointments.book(sam, wish(minutes=15), Audience.PUPIL, NOW)
        with pytest.raises(RuntimeError):
            await work.appointments.get(AppointmentId(1))
        with pytest.raises(RuntimeError):
            await work.commit()
    async with store.reading() as work:
        assert await work.appointments.ahead(sam, NOW) == []
    await booked(store, sam, at="10:00", minutes=10)


async def test_busy_tells_every_booked_span_that_touches_the_window(store: Store) -> None:
    noor, sam, mike = await met(store, "Noor", "Sam", "Mike")
    await booked(store, sam, at="10:20")
    await booked(store, noor, at="10:00")
    await booked(store, mike, at="10:00", worker=JEROEN)
    before = await booked(store, mike, at="09:40", minutes=20)
    gone = await booked(store, mike, at="11:00")
    async with store.work() as work:
        await work.appointments.cancel(gone, NOW)
        await work.commit()
    window = span(TEN, 60 + 20)
    async with store.reading() as work:
        busy = await work.appointments.busy([FATIMA], window, NOW)
        assert busy == {FATIMA: [span(TEN), span(TEN + timedelta(minutes=20))]}
        both = await work.appointments.busy([FATIMA, JEROEN], before.span, NOW)
        assert both == {FATIMA: [before.span], JEROEN: []}
        assert await work.appointments.busy([], window, NOW) == {}


async def test_ahead_is_what_has_not_ended_earliest_first(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    late = await booked(store, noor, at="12:00")
    early = await booked(store, noor, at="10:00")
    await booked(store, sam, at="11:00")
    async with store.reading() as work:
        assert await work.appointments.ahead(noor, NOW) == [early, late]
        during = early.span.start + timedelta(minutes=1)
        assert await work.appointments.ahead(noor, during) == [early, late]
        assert await work.appointments.ahead(noor, early.span.end) == [late]
    async with store.work() as work:
        await work.appointments.cancel(late, NOW)
        assert await work.appointments.ahead(noor, NOW) == [early]


async def test_a_workers_day_holds_what_starts_in_it_and_is_booked(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    at_end = await booked(store, noor, at="12:00")
    second = await booked(store, noor, at="11:00")
    first = await booked(store, sam, at="10:00", school=BERK)
    await booked(store, sam, at="11:00", worker=JEROEN)
    gone = await booked(store, sam, at="11:30")
    async with store.work() as work:
        await work.appointments.cancel(gone, NOW)
        day = await work.appointments.of_worker(FATIMA, span(TEN, 120))
        assert day == [first, second]
        assert at_end in await work.appointments.of_worker(FATIMA, span(TEN, 125))


async def test_a_moved_talk_frees_its_old_time_and_takes_the_new(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    talk = await booked(store, noor)
    async with store.work() as work:
        to = wish(TEN + HALF_HOUR, 40, JEROEN, BERK, Mode.VIDEO)
        moved = await work.appointments.move(talk, to, NOW + HALF_HOUR)
        await work.commit()
    assert (moved.id, moved.version, moved.changed_at) == (talk.id, 2, NOW + HALF_HOUR)
    assert (moved.worker, moved.school, moved.span, moved.mode) == (JEROEN, BERK, to.span, to.mode)
    assert moved.created_at == talk.created_at
    await booked(store, sam)
    with pytest.raises(SlotTakenError):
        await booked(store, sam, at="11:05", worker=JEROEN)
    with pytest.raises(PersonBusyError):
        await booked(store, noor, at="11:05")


async def test_a_talk_may_move_over_a_part_of_its_own_time(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    talk = await booked(store, noor)
    async with store.work() as work:
        moved = await work.appointments.move(talk, wish(TEN + timedelta(minutes=5)), NOW)
        assert moved.span == span(TEN + timedelta(minutes=5))


async def test_a_move_to_a_taken_time_changes_nothing(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    talk, other = await booked(store, noor), await booked(store, sam, at="10:30")
    with pytest.raises(SlotTakenError):
        async with store.work() as work:
            await work.appointments.move(talk, wish(other.span.start), NOW)
    await booked(store, noor, at="11:00", worker=JEROEN)
    with pytest.raises(PersonBusyError):
        async with store.work() as work:
            await work.appointments.move(talk, wish(TEN + 2 * HALF_HOUR), NOW)
    async with store.reading() as work:
        assert await work.appointments.get(talk.id) == talk
        assert await work.appointments.busy([FATIMA], span(), NOW) == {FATIMA: [span()]}


async def test_a_cancelled_talk_frees_worker_and_person(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    talk = await booked(store, noor)
    async with store.work() as work:
        cancelled = await work.appointments.cancel(talk, NOW + HALF_HOUR)
        await work.commit()
    assert (cancelled.status, cancelled.version) == (Status.CANCELLED, 2)
    await booked(store, sam)
    await booked(store, noor, worker=JEROEN)


async def test_a_restored_talk_takes_its_time_again(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    talk = await booked(store, noor)
    async with store.work() as work:
        cancelled = await work.appointments.cancel(talk, NOW)
        restored = await work.appointments.restore(cancelled, NOW + HALF_HOUR)
        await work.commit()
    assert (restored.status, restored.version, restored.span) == (Status.BOOKED, 3, talk.span)
    with pytest.raises(SlotTakenError):
        await booked(store, sam)
    with pytest.raises(PersonBusyError):
        await booked(store, noor, worker=JEROEN)


async def test_a_cancelled_talk_cannot_come_back_over_somebody_else(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    talk = await booked(store, noor)
    async with store.work() as work:
        cancelled = await work.appointments.cancel(talk, NOW)
        await work.commit()
    other = await booked(store, noor, worker=JEROEN)
    with pytest.raises(PersonBusyError):
        async with store.work() as work:
            await work.appointments.restore(cancelled, NOW)
    async with store.work() as work:
        await work.appointments.cancel(other, NOW)
        await work.commit()
    await booked(store, sam)
    with pytest.raises(SlotTakenError):
        async with store.work() as work:
            await work.appointments.restore(cancelled, NOW)


async def test_what_no_longer_stands_as_it_was_seen_is_not_changed(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    seen = await booked(store, noor)
    async with store.work() as work:
        moved = await work.appointments.move(seen, wish(TEN + HALF_HOUR), NOW)
        with pytest.raises(StaleError):
            await work.appointments.cancel(seen, NOW)
        with pytest.raises(StaleError):
            await work.appointments.move(seen, wish(TEN + 2 * HALF_HOUR), NOW)
        cancelled = await work.appointments.cancel(moved, NOW)
        await work.commit()
    async with store.work() as work:
        for stale in (seen, moved, cancelled):
            with pytest.raises(StaleError):
                await work.appointments.cancel(stale, NOW)
            with pytest.raises(StaleError):
                await work.appointments.move(stale, wish(TEN), NOW)
        for never_cancelled in (seen, moved):
            with pytest.raises(StaleError):
                await work.appointments.restore(never_cancelled, NOW)
        assert await work.appointments.get(seen.id) == cancelled


async def test_a_topic_is_told_once(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    talk, other = await booked(store, noor), await booked(store, sam, at="11:00")
    async with store.work() as work:
        assert await work.appointments.topic_told(talk.id)
        assert not await work.appointments.topic_told(talk.id)
        told = await work.appointments.get(talk.id)
        untold = await work.appointments.get(other.id)
        assert told is not None
        assert untold is not None
        assert (told.topic_told, untold.topic_told) == (True, False)


async def test_a_phone_number_stays_with_its_talk(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    talk, other = await booked(store, noor), await booked(store, sam, at="11:00")
    async with store.work() as work:
        await work.appointments.set_phone(talk.id, noor, "06 12345678")
        await work.appointments.set_phone(talk.id, noor, "06 87654321")
        assert await work.appointments.phone(talk.id) == "06 87654321"
        assert await work.appointments.phone(other.id) is None
        (mine,) = await work.appointments.ahead(noor, NOW)
        (theirs,) = await work.appointments.ahead(sam, NOW)
        assert (mine.has_phone, theirs.has_phone) == (True, False)
        assert (await work.appointments.cancel(mine, NOW)).has_phone
        with pytest.raises(StaleError):
            await work.appointments.set_phone(talk.id, sam, "06 11111111")


async def test_a_card_is_remembered_for_who_holds_it(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    talk = await booked(store, noor)
    async with store.work() as work:
        await work.appointments.set_card(talk.id, noor, MessageId(41))
        await work.appointments.set_card(talk.id, sam, MessageId(42))
        mine = await work.appointments.of(noor, talk.id)
        assert mine is not None
        assert mine.card == MessageId(41)
        assert await work.appointments.of(sam, talk.id) is None


@pytest.mark.parametrize("minutes", [0, -5, 24 * 60 + 5])
async def test_a_talk_of_no_length_or_of_days_is_a_mistake(store: Store, minutes: int) -> None:
    (noor,) = await met(store, "Noor")
    with pytest.raises(ValueError, match="a talk lasts"):
        async with store.work() as work:
            await work.appointments.book(noor, wish(minutes=minutes), Audience.PUPIL, NOW)
    async with store.reading() as work:
        assert await work.appointments.of_worker(FATIMA, span(TEN, 60)) == []


async def test_a_group_has_so_many_seats_whatever_logic_let_through(store: Store) -> None:
    people = await met(store, "Noor", "Sam", "Berk")
    seat = replace(wish(), group=ScheduleId("rust"), seats=2)
    async with store.work() as work:
        await work.appointments.book(people[0], seat, Audience.PUPIL, NOW)
        talk = await work.appointments.book(people[1], seat, Audience.PUPIL, NOW)
        assert talk.group == "rust"
        await work.commit()
    async with store.work() as work:
        with pytest.raises(SlotTakenError):
            await work.appointments.book(people[2], seat, Audience.PUPIL, NOW)
    async with store.work() as work:
        cancelled = await work.appointments.cancel(talk, NOW)
        third = await work.appointments.book(people[2], seat, Audience.PUPIL, NOW)
        assert await work.appointments.get(third.id) == third
        await work.commit()
    async with store.work() as work:
        with pytest.raises(SlotTakenError):
            await work.appointments.restore(cancelled, NOW, seats=2)
    async with store.work() as work:
        moved = await work.appointments.move(third, wish(TEN + HALF_HOUR), NOW)
        assert moved.group is None
        again = await work.appointments.restore(cancelled, NOW, seats=2)
        assert again.group == "rust"
        with pytest.raises(SlotTakenError):
            await work.appointments.move(moved, seat, NOW)


async def test_one_person_has_one_seat_in_a_group(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    seat = replace(wish(), group=ScheduleId("rust"), seats=5)
    async with store.work() as work:
        await work.appointments.book(noor, seat, Audience.PUPIL, NOW)
        with pytest.raises(PersonBusyError):
            await work.appointments.book(noor, seat, Audience.PUPIL, NOW)
