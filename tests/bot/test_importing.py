"""`inloop import`: told first, done only when said; whoever booked is told, nobody twice."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import OperatorError
from bot.importing import imported, planned
from flows.changes import NO_CHANGES
from flows.hours.almanac import Almanac
from flows.hours.coverage import covering
from flows.model import NoticeKind, Origin, ScheduleId
from flows.planning.sheets import COLUMNS
from storage.tables import metadata
from tests.bot.config_text import write
from tests.bot.office import FATIMA, LINDE, TEN, TEXT, Office
from tests.bot.shell import Shell
from tests.databases import opened
from tests.flows.hours.build import programme
from tests.flows.place import rows
from tests.town import TUESDAY

WEEK = timedelta(days=7)
TABLE = """worker;school;room;weekday;first_on;last_on;start;end;slot_minutes
fatima;linde;B4;dinsdag;2026-11-24;9-7-2027;9:00;10:00;
fatima;linde;B4;do;2026-11-24;9-7-2027;13:00;15:00;30
"""
CHANGES = [
    "ends    fatima at linde, FREQ=WEEKLY;BYDAY=TU 09:00-12:00, fatima-di: last day 2026-11-23",
    "begins  fatima at linde, FREQ=WEEKLY;BYDAY=TU;UNTIL=20270709T215959Z 09:00-10:00, B4: line 2,"
    " from 2026-11-24",
    "begins  fatima at linde, FREQ=WEEKLY;BYDAY=TH;UNTIL=20270709T215959Z 13:00-15:00, B4: line 3,"
    " from 2026-11-24",
]
COUNTED = "1 end, 2 begin, 0 stand there already."
DONE = f"{COUNTED} Everyone who booked is being told."
NOTHING = "Nothing to change: all 2 stand there already."


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


async def imports(office: Office, text: str = TABLE, *, apply: bool = True) -> list[str]:
    file = office.folder / "hours.csv"
    file.write_text(text, "utf-8")
    return await imported(office.config, file, TUESDAY, apply=apply)


async def everything(office: Office) -> dict[str, list[dict[str, Any]]]:
    return {table.name: await office.rows(table.name) for table in metadata.sorted_tables}


async def test_without_apply_every_change_is_told_and_none_is_made(office: Office) -> None:
    await office.books("Noor")
    before = await everything(office)

    said = await imports(office, apply=False)

    assert said == [*CHANGES, f"{COUNTED} Nothing was changed: add --apply to do it."]
    assert await everything(office) == before


async def test_with_apply_the_rows_count_and_whoever_lost_a_talk_is_told(office: Office) -> None:
    noor = await office.books("Noor")
    sam = await office.books("Sam", TUESDAY.replace(hour=9, minute=40) + WEEK)

    assert await imports(office) == [*CHANGES, DONE]

    assert await office.told() == [noor.id]
    almanac = await office.almanac()
    assert covering(almanac, sam) is not None
    held = almanac.at_school(LINDE, TEN.date(), TEN.date() + WEEK)
    assert [(each.origin, each.room) for each in held if each.worker == FATIMA] == [
        (Origin.IMPORT, "B4"),
        (Origin.IMPORT, "B4"),
        (Origin.IMPORT, "B4"),
    ]
    assert all(each["id"].startswith("i-") for each in await office.rows("hours_schedule"))


async def test_the_same_table_again_changes_nothing_and_says_so(office: Office) -> None:
    await office.books("Noor")
    await imports(office)
    before = await everything(office)

    assert await imports(office) == [NOTHING]
    assert await imports(office, apply=False) == [NOTHING]
    assert await everything(office) == before


async def test_a_table_that_was_mended_tells_only_what_is_new(office: Office) -> None:
    noor, sam = await office.books("Noor"), await office.books("Sam", TEN + WEEK)
    await imports(office)

    said = await imports(office, TABLE.replace("9:00;10:00", "9:00;10:30"))

    assert said[-1].startswith("1 end, 1 begin, 1 stand there already.")
    assert await office.told() == []
    assert await office.told(NoticeKind.BACK) == []
    await imports(office)
    assert await office.told() == [noor.id, sam.id]


async def test_what_the_chat_said_since_wins_until_the_table_comes_again(office: Office) -> None:
    await imports(office)
    async with opened(office.url) as store, store.work() as work:
        for each in (await work.hours.changes(TUESDAY)).schedules:
            await work.hours.end_schedule(ScheduleId(each.id), TUESDAY.date())
        await work.commit()
    week = (TEN + WEEK).date()
    assert (await office.almanac()).of_worker(FATIMA, week, week) == []

    assert (await imports(office))[-1].startswith("1 end, 2 begin, 0 stand there already.")

    assert len((await office.almanac()).of_worker(FATIMA, week, week)) == 1


async def test_every_fault_comes_at_once_with_file_line_and_remedy(office: Office) -> None:
    table = (
        "worker,school,room,weekday,first_on,last_on,start,end,modes,slot_minutes\n"
        "fatma,linde,B2,di,2026-12-01,,09:00,11:00,,\n"
        "fatima,linde,,dinsdag,2026-12-01,2026-07-09,9:02,11:00,tel,\n"
        "fatima,linde,B2,foo,1-12-2026,,9:00,8:00,,17\n"
        "fatima,linde,B2,wo,1-12-2026,,9:00,11:00,,\n"
        "fatima,linde,B2,wo,1-12-2026,,10:00,10:30,video,\n"
        "fatima,eik,B2,vr,1-12-2026,3-12-2026,10:00,10:30,,\n"
    )
    with pytest.raises(OperatorError) as refused:
        await imports(office, table)
    lines = str(refused.value).splitlines()
    file = office.folder / "hours.csv"
    assert [each.removeprefix(f"{file}:").split(": ")[:2] for each in lines] == [
        ["2", "worker"],
        ["3", "start"],
        ["3", "room"],
        ["3", "last_on"],
        ["3", "modes"],
        ["4", "weekday"],
        ["4", "end"],
        ["4", "slot_minutes"],
        ["6", "modes"],
        ["6", "start"],
        ["7", "last_on"],
        ["7", "school"],
    ]
    assert all(". Remedy: " in each for each in lines)
    assert await office.rows("revision") == []


async def test_a_mark_of_utf_8_in_front_is_no_name(office: Office) -> None:
    assert (await imports(office, f"\ufeff{TABLE}"))[-1] == DONE


async def test_a_file_that_is_none_is_one_sentence(office: Office) -> None:
    (office.folder / "latin.csv").write_bytes("Zoë".encode("latin-1"))
    for name, sentence in (("latin.csv", "is not UTF-8 (byte 2): save"), ("weg", "cannot be read")):
        with pytest.raises(OperatorError) as refused:
            await imported(office.config, office.folder / name, TUESDAY, apply=True)
        assert sentence in str(refused.value)
        assert "\n" not in str(refused.value)


CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["fatima", "linde", "di", "FREQ=DAILY", "FREQ=WEEKLY;UNTIL=20261301T000000Z", "2026-12-01"]
    ),
    st.sampled_from(
        ["2099-12-31", "09:00", "12:00", "20", "480", "school|phone", "ja", "-5", "1e9"]
    ),
)


@given(st.lists(st.lists(CELLS, min_size=len(COLUMNS), max_size=len(COLUMNS)), max_size=3))
def test_no_table_is_a_mistake_in_inloop(cells: list[list[str]]) -> None:
    quoted = [";".join('"' + each.replace('"', '""') + '"' for each in row) for row in cells]
    text = "\n".join([";".join(COLUMNS), *quoted])
    almanac = Almanac(programme(), 7, NO_CHANGES)
    try:
        planned(text, Path("hours.csv"), almanac, TUESDAY)
    except OperatorError as refused:
        assert ". Remedy: " in str(refused)  # noqa: PT017 - or it is fine


def test_before_the_first_start_it_is_told_and_then_done(shell: Shell) -> None:
    write(shell.folder, TEXT)
    (shell.folder / "hours.csv").write_text(TABLE, "utf-8")
    before = shell.content()

    told = shell("import", "hours.csv")
    assert told.out.splitlines()[:3] == CHANGES
    assert shell.content() == before

    assert shell("import", "hours.csv", "--apply").out.splitlines()[-1] == DONE
    assert shell("import", "hours.csv", "--apply").out == f"{NOTHING}\n"
    kept = rows(f"sqlite+aiosqlite:///{shell.folder}/inloop.db", "hours_schedule")
    assert len(asyncio.run(kept)) == 2


def test_faults_make_no_database(shell: Shell) -> None:
    (shell.folder / "hours.csv").write_text("worker\nfatima\n", "utf-8")
    before = shell.content()
    ended = shell("import", "hours.csv", "--apply")
    assert (ended.code, ended.out) == (1, "")
    assert "hours.csv:1: school: this column is missing. Remedy: add it to the header." in ended.err
    assert shell.content() == before
