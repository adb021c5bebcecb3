"""Every constraint has a meaning, and refuses by itself what logic would let through."""

from datetime import timedelta

import pytest
from sqlalchemy import Table, insert

from storage.constraints import BUG, KEPT_FIRST, MEANINGS
from storage.errors import StatementError
from storage.tables import appointment, inbox, metadata, occupancy, person
from storage.unit import Store
from tests.storage.people import FATIMA, NOW, TEN, met
from tests.storage.test_appointments import booked

CONSTRAINTS = {
    str(each.name): table for table in metadata.tables.values() for each in table.constraints
}


def test_every_constraint_has_a_meaning_and_every_meaning_a_constraint() -> None:
    assert MEANINGS.keys() == CONSTRAINTS.keys()


def test_every_refusal_a_person_meets_is_an_error_of_ours() -> None:
    refusals = [each for each in MEANINGS.values() if each not in (BUG, KEPT_FIRST)]
    assert refusals
    for refusal in refusals:
        assert isinstance(refusal, tuple)
        assert all(each.__module__ == "flows.errors" for each in refusal)


async def test_the_database_itself_refuses_a_second_talk_in_a_tick(store: Store) -> None:
    first, second = await booked(store, None), await booked(store, None, at="12:00")
    taken = {"resource": "p:7", "tick": 7}
    async with store.engine.writing() as tx:
        await tx.run(insert(occupancy), {**taken, "appointment": first.id})
        await tx.commit()
    await refused(store, occupancy, {**taken, "appointment": second.id}, "occupancy")
    await refused(store, occupancy, {"resource": "p:7", "tick": 8, "appointment": 1}, "occupancy")


async def test_the_database_itself_refuses_what_would_be_a_mistake(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    talk = await booked(store, noor)
    async with store.engine.writing() as tx:
        await tx.run(insert(inbox), {"update": 1, "outcome": "t", "done_at": NOW})
        await tx.commit()
    await refused(store, inbox, {"update": 1, "outcome": "t", "done_at": NOW}, "inbox")
    row = {"lookup": b"", "address": b"", "language": "nl", "created_at": NOW}
    await refused(store, person, {"id": noor, **row}, "person")
    backward = {
        "id": 1,
        "worker": FATIMA,
        "school": "linde",
        "start_at": TEN,
        "end_at": TEN - timedelta(minutes=5),
        "mode": talk.mode,
        "audience": talk.audience,
        "status": talk.status,
        "version": 1,
        "created_at": NOW,
        "changed_at": NOW,
    }
    await refused(store, appointment, backward, "ck_appointment_span")


async def refused(store: Store, table: Table, row: dict[str, object], named: str) -> None:
    """Insert a row that cannot be; the error names the constraint or table, and no value."""
    async with store.engine.writing() as tx:
        with pytest.raises(StatementError, match=named):
            await tx.run(insert(table), row)
