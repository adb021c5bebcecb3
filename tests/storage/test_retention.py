"""What goes in the night and what stays, on both databases."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import func, select

from flows.audit import by_operator
from flows.changes import Block, Closing
from flows.model import (
    Appointment,
    Audience,
    Known,
    Mark,
    Mode,
    NoticeState,
    Origin,
    PersonId,
    Role,
    ScheduleId,
    Settled,
    Span,
    Status,
    Typed,
)
from flows.policy import BookingLimits, PrivacyLimits
from flows.retention import cutoffs
from storage import retention
from storage.retention import prune
from storage.tables import metadata, participant
from storage.tables import person as people
from storage.unit import Store
from tests.databases import opened
from tests.flows.hours.build import schedule
from tests.storage.people import FATIMA, JEROEN, LINDE, NOW, TEN, address_of, met, notice, wish
from tests.storage.test_hours import EXTRA
from tests.town import ZONE

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
END = TEN + timedelta(minutes=20)


async def night(store: Store, now: datetime, listed: tuple[str, ...] = ()) -> Mapping[str, int]:
    """The work of a night at a moment."""
    until = cutoffs(now, PrivacyLimits(), BookingLimits(), ZONE)
    return await prune(store.engine, until, listed)


async def count(store: Store, table: str) -> int:
    async with store.engine.reading() as tx:
        return int((await tx.first(select(func.count()).select_from(metadata.tables[table])))[0])


async def booked(store: Store, person: PersonId, start: datetime = TEN) -> Appointment:
    """A talk by phone with all that can be told for it, and a notice."""
    async with store.work() as work:
        wanted = wish(start, mode=Mode.PHONE)
        talk = await work.appointments.book(person, wanted, Audience.PARENT, NOW, code=7)
        await work.appointments.set_phone(talk.id, person, "06 12345678")
        await work.appointments.set_words(talk.id, person, Typed.LABEL, "Bram")
        await work.appointments.set_words(talk.id, person, Typed.NICKNAME, "blauwe vis")
        told = notice(person, f"evening:{talk.id}", appointment=talk.id, version=1)
        await work.outbox.add([told])
        await work.commit()
    return talk


async def known(store: Store, talk: Appointment) -> dict[str, bool]:
    """What is still known of who booked a talk; nothing when nobody is."""
    async with store.engine.reading() as tx:
        rows = await tx.run(select(participant).where(participant.c.appointment == talk.id))
    return {
        name: getattr(row, name) is not None
        for row in rows
        for name in ("person", "phone", "label", "nickname")
    }


@pytest.mark.parametrize(
    ("after", "left", "stays"),
    [
        (-HOUR, {"person": True, "phone": True, "label": True, "nickname": True}, True),
        (0 * HOUR, {"person": True, "phone": False, "label": False, "nickname": True}, True),
        (47 * HOUR, {"person": True, "phone": False, "label": False, "nickname": True}, True),
        (48 * HOUR, {}, True),
        (7 * DAY - HOUR, {}, True),
        (7 * DAY, {}, False),
    ],
)
async def test_of_a_talk_goes_first_the_number_then_the_person_then_the_rest(
    store: Store, after: timedelta, left: dict[str, bool], *, stays: bool
) -> None:
    [noor] = await met(store, "Noor")
    talk = await booked(store, noor)

    await night(store, END + after)

    assert await known(store, talk) == left
    async with store.reading() as work:
        found = await work.appointments.get(talk.id)
    assert (found is not None) is stays
    assert await count(store, "notice") == await count(store, "participant") == bool(left)
    assert await count(store, "occupancy") == (8 if left else 0)
    if found is not None:
        assert (found.worker, found.span, found.status) == (FATIMA, talk.span, Status.BOOKED)


async def test_a_talk_without_its_person_looks_as_any_other_to_its_worker(store: Store) -> None:
    [noor] = await met(store, "Noor")
    talk = await booked(store, noor)
    await night(store, END + 2 * DAY)
    async with store.work() as work:
        stripped = await work.appointments.get(talk.id)
        assert stripped is not None
        assert not stripped.at_door
        assert await work.appointments.held_by(talk.id) == []
        assert await work.appointments.of(noor, talk.id) is None
        assert await work.appointments.words(talk.id, Typed.NICKNAME) is None
        assert await work.appointments.phone(talk.id) is None
        await work.appointments.conclude(stripped, Status.FULFILLED)
        await work.commit()


@pytest.mark.parametrize(
    ("after", "left"),
    [
        (timedelta(minutes=4), {"person": True, "phone": True, "label": True, "nickname": True}),
        (timedelta(minutes=5), {"person": True, "phone": False, "label": False, "nickname": True}),
        (7 * DAY, {}),
    ],
)
async def test_a_cancelled_talk_goes_though_it_lies_ahead(
    store: Store, after: timedelta, left: dict[str, bool]
) -> None:
    [noor] = await met(store, "Noor")
    talk = await booked(store, noor, TEN + 28 * DAY)
    async with store.work() as work:
        await work.appointments.cancel(talk, NOW)
        await work.commit()

    await night(store, NOW + after)

    assert await known(store, talk) == left
    assert await count(store, "appointment") == bool(left)


async def test_a_talk_ahead_keeps_everything_and_its_person(store: Store) -> None:
    [noor] = await met(store, "Noor")
    await booked(store, noor, NOW + 170 * DAY)

    assert await night(store, NOW + 160 * DAY) == {}

    assert await count(store, "person") == await count(store, "notice") == 1


async def test_who_came_no_more_goes_unless_staff_or_with_a_talk(store: Store) -> None:
    noor, sam, fatima, sanne, _ = await met(store, "Noor", "Sam", "Fatima", "Sanne", "Iris")
    late = NOW + 100 * DAY
    async with store.work() as work:
        await work.people.join(fatima, Role.WORKER, "fatima", NOW)
        await work.people.join(sanne, Role.COORDINATOR, "gone", NOW)
        await work.people.seen(sam, late.date())
        await work.awaiting.put(noor, "phone", "h", NOW, late + DAY)
        await work.outbox.add([notice(noor, "vanish", expires_at=late + DAY)])
        await work.commit()
    await booked(store, noor, NOW + 98 * DAY)

    await night(store, late, ("fatima",))
    async with store.reading() as work:
        assert await work.people.get(noor) is not None
        assert await work.people.get(sam) is not None
        assert await work.people.get(fatima) is not None
        assert await work.people.get(sanne) is None

    assert (await night(store, late + DAY, ("fatima",)))["people"] == 1
    assert await count(store, "person") == 2
    assert await count(store, "staff") == 1
    assert await count(store, "awaiting") == await count(store, "notice") == 0


async def test_somebody_new_was_seen_this_week_and_no_day_is_kept(store: Store) -> None:
    await met(store, "Noor")
    async with store.engine.reading() as tx:
        assert (await tx.first(select(people.c.seen_on)))[0] == date(2026, 11, 23)
    async with store.work() as work:
        found = await work.people.find(address_of("Noor"))
        assert found is not None
        assert found.seen_on == date(2026, 11, 23)


async def test_settled_notices_go_when_they_are_past_and_of_no_talk(store: Store) -> None:
    [noor] = await met(store, "Noor")
    talk = await booked(store, noor, NOW + 20 * DAY)
    async with store.work() as work:
        keys = ("sent", "dropped", "waits")
        await work.outbox.add([notice(noor, key) for key in keys])
        for each in await work.outbox.claim(NOW, HOUR, 100):
            ended = {"sent": NoticeState.SENT, "dropped": NoticeState.DROPPED}
            state = ended.get(each.notice.dedup_key)
            if state is not None or each.notice.appointment == talk.id:
                await work.outbox.settle([Settled(each.id, state or NoticeState.SENT, "told")])
        await work.commit()

    assert await night(store, NOW + HOUR + 3 * DAY - timedelta(minutes=1)) == {}
    assert await night(store, NOW + HOUR + 3 * DAY) == {"notices": 2}
    assert await count(store, "notice") == 2


async def test_links_that_expired_and_texts_not_awaited_any_more_go(store: Store) -> None:
    noor, sam = await met(store, "Noor", "Sam")
    async with store.work() as work:
        await work.invitations.add("old", Role.WORKER, "fatima", NOW)
        await work.invitations.add("new", Role.WORKER, "fatima", NOW + HOUR)
        await work.awaiting.put(noor, "phone", "h", NOW - HOUR, NOW)
        await work.awaiting.put(sam, "phone", "h", NOW, NOW + HOUR)
        await work.commit()

    assert await night(store, NOW) == {"invitations": 1, "awaited": 1}

    async with store.reading() as work:
        assert await work.invitations.waits(Role.WORKER, "fatima", NOW)
        assert await work.awaiting.waits(sam, NOW)


async def test_changes_of_past_hours_go_and_what_still_counts_stays(store: Store) -> None:
    on, past, ahead = NOW.date(), NOW - 30 * DAY, NOW + DAY
    first = on - 60 * DAY
    lasting, over = schedule(id="c-lasting"), schedule(id="c-over")
    async with store.work() as work:
        hours = work.hours
        for day in (on - 31 * DAY, on):
            await hours.say(Mark(FATIMA, LINDE, day, Known.CONFIRMED), NOW)
            await hours.add_closing(Closing(LINDE, first, day, "all", NOW))
            await hours.add_block(Block(FATIMA, 1, time(9), HOUR, first, day))
        await hours.add_block(Block(FATIMA, 2, time(9), HOUR, first))
        for end in (past, ahead):
            await hours.add_absence(FATIMA, Span(past - DAY, end), NOW)
            await hours.add_extra(replace(EXTRA, span=Span(past - DAY, end)), NOW)
        for each in (lasting, over):
            await hours.add_schedule(each, Origin.CHAT, NOW)
        for ended in (over.id, ScheduleId("of-the-config")):
            await hours.end_schedule(ended, on - 31 * DAY)
        await work.commit()

    kinds = ("absences", "extras", "closings", "blocks", "presences", "schedules")
    assert await night(store, NOW) == dict.fromkeys(kinds, 1)

    async with store.reading() as work:
        left = await work.hours.changes(NOW - 300 * DAY)
    assert [each.id for each in left.schedules] == ["c-lasting"]
    assert list(left.ends) == ["of-the-config"]
    assert [len(each) for each in (left.absences, left.extras, left.closings, left.marks)] == [
        1
    ] * 4
    assert len(left.blocks) == 2


@pytest.mark.parametrize(("later", "kept"), [(timedelta(0), 1), (timedelta(microseconds=-1), 2)])
async def test_updates_bans_and_audit_lines_stay_as_long_as_said(
    store: Store, later: timedelta, kept: int
) -> None:
    until = cutoffs(NOW, PrivacyLimits(), BookingLimits(), ZONE)
    address = address_of("Noor")
    async with store.work() as work:
        await work.inbox.add(1, "t", until.updates)
        await work.inbox.add(2, "t", until.updates + HOUR)
        await work.inbox.set_aside(1, "KeyError", until.aside)
        await work.inbox.set_aside(2, "KeyError", until.aside + HOUR)
        await work.bans.add(FATIMA, address, NOW)
        await work.bans.add(JEROEN, address, NOW + HOUR)
        for at in (until.audit, until.audit + HOUR):
            await work.audit.add(by_operator("away", "school linde", at))
        await work.commit()

    await night(store, NOW + later)

    assert [await count(store, each) for each in ("inbox", "aside", "ban", "audit")] == [kept] * 4


async def test_many_rows_go_a_few_at_a_time(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []
    writing = store.engine.writing

    def counted() -> object:
        begun.append(1)
        return writing()

    people_there = await met(store, *(f"P{n}" for n in range(retention.AT_ONCE + 5)))
    monkeypatch.setattr(type(store.engine), "writing", lambda _engine: counted())

    gone = await night(store, NOW + 100 * DAY)

    assert gone == {"people": len(people_there)}
    assert len(begun) == 18 + 2  # each step once in vain, and two turns


async def test_who_comes_while_the_night_works_stays(database_url: str) -> None:
    """Between the look and the act somebody books: both replicas write at the same time."""
    async with opened(database_url) as store, opened(database_url) as other:
        [noor] = await met(store, "Noor")
        late = NOW + 100 * DAY

        async def books() -> None:
            async with other.work() as work:
                await work.appointments.book(noor, wish(late), Audience.PUPIL, late)
                await asyncio.sleep(0.1)
                await work.commit()

        async def prunes() -> None:
            await asyncio.sleep(0.05)
            await night(store, late)

        await asyncio.gather(books(), prunes())
        assert await count(store, "person") == 1
