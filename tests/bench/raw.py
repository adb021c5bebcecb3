"""The other side of a booking: the same rows by aiosqlite alone, written as one would by hand.

Same schema, same pragmas, one task and one connection. Several rows go in with one statement;
every statement is a constant, so SQLite keeps it prepared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiosqlite

PRAGMAS = (
    "busy_timeout = 5000",
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "foreign_keys = ON",
    "secure_delete = ON",
)
TABLES = (
    "appointment", "participant", "occupancy", "notice", "demand_seen", "demand_counter", "inbox",
)  # fmt: skip
MINUTE = 60_000_000
TICK = 5 * MINUTE
"""In microseconds, as the schema keeps moments."""
TICKS, NOTICES = 4, 3


def _rows(table: str, columns: Sequence[str], count: int = 1) -> str:
    row = f"({', '.join('?' * len(columns))})"
    names = ", ".join(f'"{each}"' for each in columns)
    return f"INSERT INTO {table} ({names}) VALUES {', '.join([row] * count)}"  # noqa: S608 our names


_TALK = _rows(
    "appointment",
    (
        "id", "worker", "school", "start_at", "end_at", "mode", "audience", "status", "version",
        "created_at", "changed_at", "counted",
    ),
)  # fmt: skip
_SEAT = _rows("participant", ("id", "appointment", "seat", "person"))
_TIME = _rows("occupancy", ("resource", "tick", "appointment"), 2 * TICKS)
_NOTICES = _rows(
    "notice",
    (
        "dedup_key", "kind", "person", "step", "due_at", "expires_at", "appointment", "version",
        "state", "wake_at",
    ),
    NOTICES,
)  # fmt: skip
_SEEN = _rows("demand_seen", ("period", "tag"))
_COUNT = (
    _rows("demand_counter", ("table", "period", "cell", "count"))
    + " ON CONFLICT DO UPDATE SET count = count + excluded.count"
)
_DONE = _rows("inbox", ("update", "outcome", "done_at"))
WEEK = "2026-W48"


@dataclass(frozen=True, slots=True)
class Booking:
    """What one booking needs to know; moments as the schema keeps them."""

    number: int
    person: int
    worker: str
    start: int
    tick: int
    now: int


async def opened(path: Path) -> aiosqlite.Connection:
    """A connection, and the week in which the requests count."""
    connection = await aiosqlite.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        await connection.execute_fetchall(f"PRAGMA {pragma}")
    await connection.execute_fetchall(_rows("demand_week", ("period", "key")), (WEEK, bytes(90)))
    return connection


async def book(connection: aiosqlite.Connection, wish: Booking) -> None:
    """One transaction with every row that a booking leaves behind."""
    talk, end = wish.number, wish.start + TICKS * TICK
    run = connection.execute_fetchall
    await run("BEGIN IMMEDIATE")
    await run(
        _TALK,
        (
            talk, wish.worker, "linde", wish.start, end, "school", "pupil", "booked", 1,
            wish.now, wish.now, True,
        ),
    )  # fmt: skip
    await run(_SEAT, (talk, talk, 0, wish.person))
    await run(_TIME, _taken(wish))
    said = (("evening", 900), ("morning", 140), ("feedback", -600))
    await run(_NOTICES, tuple(value for each in said for value in _notice(wish, *each)))
    for what in (b"request", b"smile"):
        await run(_SEEN, (WEEK, what.ljust(8) + wish.person.to_bytes(8)))
    for table in ("W1", "W2", "W3"):
        await run(_COUNT, (table, WEEK, "not-said", 1))
    await run(_DONE, (talk, "c.1234567890ab", wish.now))
    await run("COMMIT")


def _taken(wish: Booking) -> tuple[Any, ...]:
    owners = f"p:{wish.person}", f"w:{wish.worker}"
    ticks = range(wish.tick, wish.tick + TICKS)
    return tuple(value for own in owners for tick in ticks for value in (own, tick, wish.number))


def _notice(wish: Booking, kind: str, before: int) -> tuple[Any, ...]:
    due = wish.start - before * MINUTE
    key = f"{kind}:{wish.number}:1:{wish.person}"
    step = "r.1234567890ab.e"
    return key, kind, wish.person, step, due, wish.start, wish.number, 1, "pending", due
