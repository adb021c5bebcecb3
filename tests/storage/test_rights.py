"""To see everything that is kept of a person, and to leave nothing, on both databases."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Column

from flows.model import (
    Appointment,
    Audience,
    Hold,
    MessageId,
    NoticeState,
    PersonId,
    Role,
    Settled,
    Status,
    Typed,
)
from storage.rights import HELD, HIDDEN
from storage.tables import metadata
from storage.unit import Store
from tests.flows.place import rows
from tests.storage.people import FATIMA, JEROEN, NOW, TEN, met, notice, span, wish

HOUR = timedelta(hours=1)
LEASE = timedelta(minutes=2)
CARD = MessageId(77)


async def everything_of_noor(store: Store) -> tuple[PersonId, PersonId, Appointment, Appointment]:
    """Noor with a row in every table; Sam, who booked a talk to which Noor comes along."""
    noor, sam = await met(store, "Noor", "Sam")
    async with store.work() as work:
        own = await work.appointments.book(noor, wish(), Audience.PUPIL, NOW, code=5, card=CARD)
        sams = await work.appointments.book(sam, wish(TEN + 2 * HOUR), Audience.PUPIL, NOW, code=6)
        await work.appointments.bring(sams, noor)
        await work.appointments.set_phone(own.id, noor, "0612345678")
        await work.appointments.set_words(own.id, noor, Typed.NICKNAME, "Nootje")
        await work.appointments.set_words(own.id, noor, Typed.LABEL, "Bo")
        await work.appointments.set_interpreter(own.id, noor, "tr")
        await work.people.join(noor, Role.WORKER, FATIMA, NOW)
        await work.waiting.join(own, noor, None, NOW)
        early = span(TEN - HOUR)
        assert await work.waiting.hold(Hold(own.id, noor, JEROEN, early, NOW + HOUR), NOW)
        await work.awaiting.put(noor, "phone", "h", NOW, NOW + HOUR)
        await work.people.shown(noor, [MessageId(40)], NOW - 2 * HOUR)
        await work.outbox.add([notice(noor, "of noor", appointment=own.id, version=1)])
        await work.outbox.add([notice(sam, "of sam", appointment=sams.id, version=1)])
        await work.commit()
    return noor, sam, own, sams


def leads_to(person: PersonId, dump: dict[str, list[dict[str, Any]]]) -> list[tuple[str, str]]:
    """Every table and column that holds the number of a person, as a number or within a text."""
    return [
        (table, column)
        for table, held in dump.items()
        for row in held
        for column, value in row.items()
        if value == person or (isinstance(value, str) and str(int(person)) in value)
    ]


async def dump(url: str) -> dict[str, list[dict[str, Any]]]:
    return {table.name: await rows(url, table.name) for table in metadata.sorted_tables}


async def test_nothing_leads_to_who_was_erased(store: Store, database_url: str) -> None:
    noor, sam, own, sams = await everything_of_noor(store)
    assert {table for table, _ in leads_to(noor, await dump(database_url))} == {
        "person", "staff", "participant", "occupancy", "waiting", "hold", "notice", "awaiting",
        "shown",
    }  # fmt: skip

    async with store.work() as work:
        await work.people.erase(noor)
        await work.commit()

    left = await dump(database_url)
    assert leads_to(noor, left) == []
    for table in ("staff", "waiting", "passed", "hold", "awaiting", "shown"):
        assert left[table] == []
    assert [each["dedup_key"] for each in left["notice"]] == ["of sam"]
    words = ("person", "card", "interpreter", "label", "phone", "nickname")
    gone = [each for each in left["participant"] if each["person"] is None]
    assert {each["appointment"] for each in gone} == {own.id, sams.id}
    assert all(each[name] is None for each in gone for name in words)
    codes = {each["id"]: each["code"] for each in left["appointment"]}
    assert codes == {own.id: None, sams.id: 6}
    assert [each["id"] for each in left["person"]] == [sam]


async def test_a_talk_without_its_person_is_still_a_talk(store: Store) -> None:
    noor, _, own, _ = await everything_of_noor(store)
    async with store.work() as work:
        await work.people.erase(noor)
        await work.commit()
    async with store.reading() as work:
        talk = await work.appointments.get(own.id)
        assert talk is not None
        assert (talk.status, talk.code, talk.at_door) == (Status.BOOKED, None, True)
        assert await work.appointments.held_by(own.id) == []


async def test_who_is_nobody_is_erased_without_harm(store: Store, database_url: str) -> None:
    await everything_of_noor(store)
    before = await dump(database_url)
    async with store.work() as work:
        await work.people.erase(PersonId(1))
        await work.commit()
    assert await dump(database_url) == before


def personal() -> set[str]:
    """Every table that refers to a person, and the talks that people take part in."""
    found = {
        table.name
        for table in metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name in {"person", "waiting"}
    }
    return found | {"person", "appointment"}


def test_everything_that_refers_to_a_person_is_shown() -> None:
    assert set(HELD) == personal()


@pytest.mark.parametrize("table", HELD)
def test_every_column_of_it_is_shown(table: str) -> None:
    shown = {each.name for each in HELD[table].selected_columns}
    columns: set[Column[Any]] = set(metadata.tables[table].c)
    assert shown | set(HIDDEN.get(table, ())) == {each.name for each in columns}


async def test_what_is_kept_is_shown_opened(store: Store) -> None:
    noor, _, own, _ = await everything_of_noor(store)

    async with store.reading() as work:
        held = await work.people.held(noor)

    assert [each["address"] for each in held["person"]] == ["telegram|chat of Noor"]
    seat = next(each for each in held["participant"] if each["appointment"] == own.id)
    told = [seat[name] for name in ("phone", "nickname", "label", "interpreter", "card")]
    assert told == ["0612345678", "Nootje", "Bo", "tr", CARD]
    assert all(held.values())
    assert [each["dedup_key"] for each in held["notice"]] == ["of noor"]


async def test_of_somebody_elses_talk_a_guest_is_shown_what_a_guest_sees(store: Store) -> None:
    noor, sam, own, sams = await everything_of_noor(store)

    async with store.reading() as work:
        of_noor, of_sam = await work.people.held(noor), await work.people.held(sam)

    talks = {each["id"]: each for each in of_noor["appointment"]}
    assert "rated" in talks[own.id]
    assert not {"rated", "consult", "created_at", "late_minutes"} & set(talks[sams.id])
    assert {each["appointment"] for each in of_sam["participant"]} == {sams.id}
    assert len(of_sam["participant"]) == 1


async def test_messages_that_are_known_are_those_of_two_days(store: Store) -> None:
    noor, sam, *_ = await everything_of_noor(store)
    async with store.work() as work:
        first, *_ = await work.outbox.claim(NOW, LEASE, 1)
        await work.outbox.settle(
            [Settled(first.id, NoticeState.SENT, "sent", sent_as=MessageId(91))]
        )
        await work.outbox.add([notice(noor, "goes", NOW + HOUR, message=MessageId(55))])
        await work.people.shown(noor, [MessageId(92), MessageId(55)], NOW)
        await work.people.shown(noor, [MessageId(93)], NOW - 3 * HOUR)
        await work.people.shown(noor, [MessageId(93)], NOW)
        await work.people.shown(noor, [], NOW)
        await work.commit()

    async with store.reading() as work:
        assert await work.people.messages(noor, NOW - HOUR) == [55, CARD, 91, 92, 93]
        assert await work.people.messages(noor, NOW + HOUR) == [55, CARD]
        assert await work.people.messages(sam, NOW - HOUR) == []
