"""How many statements things take, for each is a way to a thread; and that indexes are used."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from sqlalchemy import event

from flows.model import Audience, NoticeState, Settled
from storage.unit import Store
from tests.storage.people import FATIMA, NOW, address_of, met, notice, span, wish

Said = list[tuple[str, Any]]


@contextmanager
def heard(store: Store) -> Iterator[Said]:
    """What is said to the database meanwhile: statements with their values."""
    said: Said = []

    def hear(*about: Any) -> None:
        said.append((about[2], about[3]))

    event.listen(store.engine.sql.sync_engine, "before_cursor_execute", hear)
    yield said
    event.remove(store.engine.sql.sync_engine, "before_cursor_execute", hear)


_A_SCHOOL_YEAR = (
    "INSERT INTO person (id, lookup, address, language, created_at)"
    " SELECT n, int8send(n), '', 'nl', now() FROM generate_series(1, 3000) n",
    "INSERT INTO appointment (id, worker, school, start_at, end_at, mode, audience, status,"
    " version, created_at, changed_at)"
    " SELECT n, 'w' || n % 50, 'linde', now() + n * interval '1 h', now() + n * interval '2 h',"
    " 'school', 'pupil', 'booked', 1, now(), now() FROM generate_series(1, 6000) n",
    "INSERT INTO participant (id, appointment, seat, person)"
    " SELECT n, n, 0, 1 + n % 3000 FROM generate_series(1, 6000) n",
    "INSERT INTO notice (dedup_key, kind, person, step, due_at, expires_at, state, wake_at)"
    " SELECT n::text, 'evening', 1 + n % 3000, 'r', now(), now(),"
    " CASE WHEN n % 100 = 0 THEN 'pending' ELSE 'sent' END,"
    " CASE WHEN n % 100 = 0 THEN now() + n * interval '1 h' END FROM generate_series(1, 9000) n",
    "ANALYZE",
)
"""PostgreSQL plans by what is in its tables, and changes its mind about empty ones."""


async def plan_of(store: Store, statement: str, values: Any) -> str:
    """How the database would go about it, were the tables large; what is in them stays."""
    sqlite = store.engine.sql.dialect.name == "sqlite"
    async with store.engine.sql.connect() as connection:
        for each in () if sqlite else _A_SCHOOL_YEAR:
            await connection.exec_driver_sql(each)
        explain = "EXPLAIN QUERY PLAN" if sqlite else "EXPLAIN"
        plan = await connection.exec_driver_sql(f"{explain} {statement}", values)
        return "\n".join(str(row) for row in plan)


async def test_finding_a_person_with_all_roles_is_one_query(store: Store) -> None:
    await met(store, "Noor")
    with heard(store) as said:
        async with store.reading() as work:
            assert await work.people.find(address_of("Noor")) is not None
    assert len(said) == 1


async def test_a_booking_is_three_statements_and_its_notices_one(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    async with store.work() as work:
        with heard(store) as said:
            talk = await work.appointments.book(noor, wish(), Audience.PUPIL, NOW)
            await work.outbox.add([notice(noor, key) for key in ("booked", "evening", "hour")])
        assert len(said) == 4
        with heard(store) as said:
            moved = await work.appointments.move(talk, wish(NOW), NOW)
        assert len(said) == 3
        with heard(store) as said:
            await work.appointments.cancel(moved, NOW)
        assert len(said) == 2


async def test_a_lock_costs_nothing_on_sqlite_and_one_statement_on_postgresql(
    store: Store,
) -> None:
    async with store.work() as work:
        await work.appointments.lock(FATIMA)
        with heard(store) as said:
            await work.appointments.lock(FATIMA)
    assert len(said) == (0 if store.engine.sql.dialect.name == "sqlite" else 1)


async def test_claiming_and_settling_are_one_statement_each(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    async with store.work() as work:
        await work.outbox.add([notice(noor, "a")])
        with heard(store) as said:
            (got,) = await work.outbox.claim(NOW, timedelta(minutes=1), 10)
            await work.outbox.settle([Settled(got.id, NoticeState.SENT, "")])
    assert len(said) == 2


async def test_what_must_stay_fast_uses_its_index(store: Store) -> None:
    (noor,) = await met(store, "Noor")
    async with store.work() as work:
        with heard(store) as said:
            await work.outbox.claim(NOW, timedelta(minutes=1), 10)
            await work.outbox.next_due()
            await work.appointments.busy([FATIMA], span(), NOW)
            await work.appointments.of_worker(FATIMA, span())
            await work.appointments.ahead(noor, NOW)
    indexes = [
        "ix_notice_wake_at",
        "ix_notice_wake_at",
        "ix_appointment_worker_start_at",
        "ix_appointment_worker_start_at",
        "ix_participant_person",
    ]
    for (statement, values), index in zip(said, indexes, strict=True):
        plan = await plan_of(store, statement, values)
        assert index in plan, statement
        assert not re.search(r"(SCAN|Seq Scan on) (appointment|notice|participant)\b", plan), plan
