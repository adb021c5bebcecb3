"""A backup every night, also after a night in which nobody was there; the oldest ones go."""

import logging
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from bot.backup import copied
from bot.nightly import Nightly
from bot.nights import Nights
from bot.trouble import Alarm
from storage.errors import DatabaseError
from tests.databases import fresh_sqlite, opened
from tests.town import TUESDAY, ZONE

DAY = timedelta(days=1)


class Disk:
    """Writes empty files, as long as there is room."""

    def __init__(self) -> None:
        self.full = False
        self.made: list[str] = []

    async def make(self, file: Path) -> None:
        if self.full:
            raise DatabaseError("The database cannot grow, the disk is full: make room.")
        file.touch()  # noqa: ASYNC240
        self.made.append(file.name)


@pytest.fixture
def disk() -> Disk:
    return Disk()


def nightly(disk: Disk, folder: Path, keep: int = 3) -> Nightly:
    return Nightly(disk.make, folder, keep, Nights(time(4, 15), ZONE), Alarm())


def files(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


async def test_one_a_night_and_the_newest_stay(disk: Disk, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "backups"
    job = nightly(disk, folder)
    now = TUESDAY.replace(hour=4, minute=0)
    for _ in range(5 * 24 * 2):
        await job.run(now)
        now += timedelta(minutes=30)
    assert disk.made == [f"inloop-2026-11-{day}.backup" for day in range(23, 29)]
    assert files(folder) == disk.made[-3:]


async def test_other_files_in_the_folder_are_left_alone(disk: Disk, tmp_path: Path) -> None:
    for name in ("inloop-old.backup", "note.txt", "inloop-2020-01-01.backup.gpg"):
        (tmp_path / name).touch()
    for day in range(4):
        await nightly(disk, tmp_path, keep=1).run(TUESDAY + day * DAY)
    assert len(files(tmp_path)) == 4


async def test_after_a_restart_it_is_made_once_and_a_missed_one_at_once(
    disk: Disk, tmp_path: Path
) -> None:
    await nightly(disk, tmp_path).run(TUESDAY)
    await nightly(disk, tmp_path).run(TUESDAY + timedelta(hours=1))
    await nightly(disk, tmp_path).run(TUESDAY + 3 * DAY)
    assert disk.made == ["inloop-2026-11-24.backup", "inloop-2026-11-27.backup"]


async def test_a_failure_is_told_and_tried_again_after_a_while(
    disk: Disk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    job, disk.full = nightly(disk, tmp_path), True
    with caplog.at_level(logging.ERROR):
        await job.run(TUESDAY)
        disk.full = False
        await job.run(TUESDAY + timedelta(minutes=1))
    assert disk.made == []
    assert [each.getMessage() for each in caplog.records] == [
        "No backup was made: The database cannot grow, the disk is full: make room."
    ]
    assert job.next_at(TUESDAY) == TUESDAY + timedelta(minutes=10)
    await job.run(TUESDAY + timedelta(minutes=10))
    assert len(disk.made) == 1
    assert job.next_at(TUESDAY) == datetime(2026, 11, 25, 4, 15, tzinfo=ZONE)


async def test_a_folder_that_is_a_file_is_a_sentence(
    disk: Disk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "x").touch()
    await nightly(disk, tmp_path / "x").run(TUESDAY)
    assert "make [backup] folder one that the bot may write to" in caplog.text


async def test_beside_the_running_bot_the_copy_is_whole(tmp_path: Path) -> None:
    async with opened(fresh_sqlite(tmp_path)) as store:

        async def make(file: Path) -> None:
            await copied(store.engine, tmp_path / "inloop.db", file)

        job = Nightly(make, tmp_path / "b", 7, Nights(time(4, 15), ZONE), Alarm())
        async with store.work() as work:
            await work.inbox.add(1, "t", TUESDAY)
            await job.run(TUESDAY)
            await work.commit()
    assert files(tmp_path / "b") == ["inloop-2026-11-24.backup"]
