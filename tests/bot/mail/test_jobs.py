"""What the clock makes due for who is reached by mail: the list of the day, every morning."""

from datetime import timedelta
from pathlib import Path

from tests.bot.mail.desk import MORNING
from tests.bot.mail.desk import desk as build


async def test_the_clock_stops_every_morning_and_the_list_is_told_once(tmp_path: Path) -> None:
    async with build(tmp_path, start=MORNING - timedelta(hours=2)) as desk:
        jobs = desk.jobs
        await jobs.run_due()
        assert desk.post.letters == []
        assert await jobs.next_due() == MORNING

        desk.clock.now = MORNING
        await jobs.run_due()
        await jobs.run_due()
        await desk.jobs.run_due()

        assert [each["Subject"] for each in desk.post.letters] == [
            "Geen afspraken op dinsdag 24 november."
        ]
        desk.clock.now = MORNING.replace(hour=23)
        await jobs.run_due()
        desk.clock.now = MORNING + timedelta(hours=23, minutes=55)
        await jobs.run_due()
        assert await jobs.next_due() == MORNING + timedelta(days=1)


async def test_a_list_that_fails_holds_nothing_up_and_is_tried_again(tmp_path: Path) -> None:
    async with build(tmp_path, start=MORNING - timedelta(hours=2)) as desk:
        jobs = desk.jobs
        await jobs.run_due()
        async with desk.store.engine.sql.begin() as connection:
            await connection.exec_driver_sql("ALTER TABLE revision RENAME TO lost")
        desk.clock.now = MORNING
        await jobs.run_due()
        async with desk.store.engine.sql.begin() as connection:
            await connection.exec_driver_sql("ALTER TABLE lost RENAME TO revision")

        await jobs.run_due()

        assert len(desk.post.letters) == 1
