"""A new master key while the bot runs: killed anywhere, begun anew, everybody found throughout."""

import asyncio
import fcntl
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.demo.clock import DemoClock
from bot.demo.core import Core
from bot.demo.http import make_app, serve
from bot.errors import OperatorError
from bot.rotating import rotated
from bot.store import following
from flows.model import Address, Audience, Person, PersonId
from storage import keys
from storage.check import check_key, check_key_store
from storage.errors import KeyFileError, SealError
from storage.sealing import Sealer
from storage.unit import Store
from tests.bot.config_text import GOOD, write
from tests.bot.processes import environment, inloop, settings_for, told
from tests.bot.shell import Shell, used_database
from tests.databases import BACKENDS, SEALER, fresh, opened
from tests.flows.place import rows
from tests.storage.people import FATIMA, NOW, met, wish
from tests.town import TUESDAY, write_key

NEW = Person(PersonId(0), "nl", Audience.PUPIL)
WEEK = "2026-W48"
KILLED_AT = (1, 3, 5, 7)
"""Before anything is made again, among the keys, at the first people, at the last."""
NAMES = [f"chat of {n}" for n in range(7)]


@pytest.fixture(params=BACKENDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """A folder with a config and a key, and the address of its database."""
    url = fresh(request.param, tmp_path)
    write_key(tmp_path / "keys" / "inloop.key")
    write(tmp_path, f'{GOOD}\n[database]\nurl = "{url}"\n')
    return tmp_path, url


@asynccontextmanager
async def bot(place: tuple[Path, str]) -> AsyncIterator[Store]:
    """What runs beside: it reads the key file as the bot does."""
    folder, url = place
    file = folder / "keys" / "inloop.key"
    async with opened(url, following(file, keys.load(file))) as store:
        yield store


async def peopled(place: tuple[Path, str]) -> None:
    """Seven people, one of whom left a number, and a week in which somebody was seen."""
    async with bot(place) as store:
        await check_key(store.engine, SEALER)
        await check_key_store(store.engine, store.keys.store, SEALER)
        noor, *_ = await met(store, *map(str, range(7)))
        async with store.work() as work:
            talk = await work.appointments.book(noor, wish(), Audience.PUPIL, NOW)
            await work.appointments.set_phone(talk.id, noor, "06 12345678")
            await work.tally.first_of_week(WEEK, "noor")
            await work.bans.add(FATIMA, Address("telegram", NAMES[0]), NOW + timedelta(days=14))
            await work.commit()


async def found(store: Store, name: str) -> PersonId | None:
    """Who has an address, if the database also tells the address of that person."""
    async with store.reading() as work:
        person = await work.people.find(Address("telegram", name))
        if person is None:
            return None
        assert await work.people.address(person.id) == Address("telegram", name)
        return person.id


async def came(store: Store, name: str) -> PersonId:
    async with store.work() as work:
        added = await work.people.add(Address("telegram", name), NEW, NOW)
        await work.commit()
    return added.id


async def rotation(folder: Path, dies: int) -> int:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "tests.bot.rotation", str(folder / "config.toml"), str(dies)),
        env={**environment({}), "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    return await process.wait()


async def test_killed_again_and_again_and_begun_anew_everybody_is_found_throughout(
    place: tuple[Path, str],
) -> None:
    folder, file = place[0], place[0] / "keys" / "inloop.key"
    await peopled(place)
    async with bot(place) as store:
        there = {name: await found(store, name) for name in NAMES}
        for dies in KILLED_AT:
            assert await rotation(folder, dies) == -signal.SIGKILL
            assert keys.load(file).in_order == [2, 1]
            there[f"came {dies}"] = await came(store, f"came {dies}")
            assert {name: await found(store, name) for name in there} == there
        assert await rotation(folder, 0) == 0
        assert {name: await found(store, name) for name in there} == there
        async with store.work() as work:
            assert not await work.tally.first_of_week(WEEK, "noor"), "she was seen before"
            assert await work.bans.holds(FATIMA, Address("telegram", NAMES[0]), NOW)
            assert not await work.bans.holds(FATIMA, Address("telegram", NAMES[1]), NOW)
            noor = there[NAMES[0]]
            assert noor is not None
            (talk,) = await work.appointments.ahead(noor, NOW)
            assert await work.appointments.phone(talk.id) == "06 12345678"
    assert [each["action"] for each in await rows(place[1], "audit")] == ["rotate-key"]
    assert keys.load(file).in_order == [2]
    assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(each.name for each in file.parent.glob("*.key*")) == ["inloop.key"]


async def test_nothing_needs_the_old_key_afterwards_and_nothing_opens_with_it(
    place: tuple[Path, str],
) -> None:
    folder, url = place
    await peopled(place)
    old = keys.load(folder / "keys" / "inloop.key")
    assert await rotation(folder, 0) == 0
    async with opened(url, Sealer(old)) as thief:
        assert await found(thief, NAMES[0]) is None
        for whose, wrapped, _ in await thief.keys.store.page(-1, 100):
            with pytest.raises(SealError, match="the key file lacks"):
                Sealer(old).unwrap(whose, wrapped)
        with pytest.raises(KeyFileError, match="belongs to another database"):
            await check_key(thief.engine, Sealer(old))
    async with bot(place) as store:
        sealer = Sealer(keys.load(folder / "keys" / "inloop.key"))
        await check_key(store.engine, sealer)
        await check_key_store(store.engine, store.keys.store, sealer)
        assert None not in [await found(store, name) for name in NAMES]


async def test_who_was_erased_meanwhile_stays_so_and_holds_up_nothing(
    place: tuple[Path, str],
) -> None:
    folder, _ = place
    await peopled(place)
    async with bot(place) as store:
        noor = await found(store, NAMES[0])
        assert noor is not None
        assert await rotation(folder, 3) == -signal.SIGKILL
        await store.keys.destroy([noor])
        assert await rotation(folder, 0) == 0
        assert len(await store.keys.store.page(-1, 100)) == 6
        assert await found(store, NAMES[1]) is not None


async def test_two_rotations_at_once_are_refused(tmp_path: Path) -> None:
    place = tmp_path, fresh("sqlite", tmp_path)
    write_key(tmp_path / "keys" / "inloop.key")
    write(tmp_path, GOOD)
    await peopled(place)
    other = os.open(tmp_path / "keys", os.O_RDONLY)
    try:
        fcntl.flock(other, fcntl.LOCK_EX)
        ended = await told("rotate-key", folder=tmp_path)
        assert ended.sentence == "Another rotation is at work: let it end."
    finally:
        os.close(other)
    assert keys.load(tmp_path / "keys" / "inloop.key").in_order == [1]


async def test_beside_the_running_bot_nobody_becomes_a_stranger(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    core = Core(DemoClock(TUESDAY))
    async with serve(make_app(core)) as address:
        settings = settings_for(core, address)
        async with inloop("run", folder=tmp_path, settings=settings) as running:
            await running.line()
            noor, sam = core.people.add("Noor", "nl"), core.people.add("Sam", "nl")
            core.people.type(noor.id, "/start s_linde_h4VqT9mZ")
            assert await core.settle()
            async with inloop("rotate-key", folder=tmp_path, settings=settings) as rotating:
                assert await rotating.line() == "The new key is in front.\n"
                core.people.type(sam.id, "/start s_linde_h4VqT9mZ")
                core.people.type(noor.id, "/start")
                assert await core.settle()
                ended = await rotating.ended()
            assert ended.code == 0, ended
            assert ended.out.endswith("make new backups: older ones need it.\n")
            for each in (noor, sam):
                core.people.type(each.id, "/start")
            assert await core.settle()
            assert (await running.ended(signal.SIGTERM)).err == ""
    async with bot((tmp_path, f"sqlite+aiosqlite:///{tmp_path / 'inloop.db'}")) as store:
        assert len(await store.keys.store.page(-1, 100)) == 2
        assert await found(store, str(noor.id)) is not None
        assert await found(store, str(sam.id)) is not None


# From the command line


def test_before_the_first_start_there_is_nothing_to_rotate(shell: Shell) -> None:
    (shell.folder / "keys").mkdir()
    said = shell("rotate-key").sentence
    assert said == "There is no key yet: start the bot with inloop run."


def test_a_rotation_that_did_not_end_is_told_by_check(shell: Shell) -> None:
    used_database(shell)
    assert "rotation" not in shell("check").out
    keys.turn(shell.folder / "keys" / "inloop.key")
    checked = shell("check")
    assert checked.code == 0
    assert "a rotation did not end. Remedy: run inloop rotate-key again." in checked.out


async def test_a_folder_that_is_not_there_is_a_sentence(shell: Shell) -> None:
    from bot.config import load  # noqa: PLC0415

    with pytest.raises(OperatorError, match="There is no folder"):
        await rotated(load(shell.folder / "config.toml", {}), TUESDAY, grace=timedelta())


# The key file


def test_whoever_runs_takes_a_turned_key_file_up_at_once(tmp_path: Path) -> None:
    path = tmp_path / "inloop.key"
    first = keys.make(path)
    ring = keys.Followed(path, first)
    assert ring() is first
    turned = keys.turn(path)
    assert turned.in_order == [2, 1]
    assert ring() == turned
    assert ring() is ring()
    assert keys.forget_old(path).in_order == [2]
    assert ring().in_order == [2]
    assert keys.turn(path).in_order == [3, 2]


def test_a_key_file_that_went_wrong_changes_nothing_for_who_runs(tmp_path: Path) -> None:
    path = tmp_path / "inloop.key"
    first = keys.make(path)
    ring = keys.Followed(path, first)
    assert ring() is first
    for content in ("rubbish", f"1 {'A' * 43}=\n"):
        path.write_text(content)
        assert ring() is first
    path.chmod(0o644)
    assert ring() is first
    path.unlink()
    assert ring() is first


def test_a_key_file_keeps_its_owners_mode_and_is_never_half_there(tmp_path: Path) -> None:
    path = tmp_path / "inloop.key"
    keys.make(path)
    before = path.stat().st_ino
    keys.turn(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.stat().st_ino != before, "another file took its place"
    assert [each.name for each in tmp_path.iterdir()] == ["inloop.key"]
