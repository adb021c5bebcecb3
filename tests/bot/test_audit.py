"""`inloop audit`: the operator's own commands stand in it, and what staff did."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.audit import audited
from bot.away import school_closed, school_open, worker_away, worker_back
from bot.errors import OperatorError
from bot.importing import imported
from bot.invitations import invitation_link
from bot.leaving import reassigned, revoked
from flows.audit import by_operator
from tests.bot.config_text import GOOD
from tests.bot.office import TEXT, Office
from tests.bot.shell import Shell
from tests.databases import opened
from tests.town import TUESDAY

NAMED = TEXT.replace("[telegram]\n", '[telegram]\nusername = "inloop_test_bot"\n')
TABLE = """worker;school;room;weekday;first_on;last_on;start;end
fatima;linde;B4;do;2026-11-24;9-7-2027;9:00;10:00
"""
DAYS = ("2026-11-25", "2026-11-26")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path, NAMED)


async def noted(office: Office) -> list[str]:
    """The log without its moments."""
    return [each.partition("  ")[2] for each in await audited(office.config, None)]


async def test_every_command_that_changes_something_leaves_a_line(office: Office) -> None:
    await office.books("Noor")
    config, table = office.config, office.folder / "hours.csv"
    table.write_text(TABLE, "utf-8")

    await invitation_link(config, "worker", "fatima")
    await worker_away(config, "fatima", *DAYS, TUESDAY)
    await worker_back(config, "fatima", *DAYS, TUESDAY)
    await school_closed(config, "linde", *DAYS, "all", TUESDAY)
    await school_open(config, "linde", *DAYS, TUESDAY)
    await imported(config, table, TUESDAY, apply=True)
    await revoked(config, "coordinator", "sanne")
    await reassigned(config, "fatima", "jeroen", TUESDAY)

    assert sorted(await noted(office)) == [
        "operator  away  school linde",
        "operator  away  worker fatima",
        "operator  away --undo  school linde",
        "operator  away --undo  worker fatima",
        "operator  import  hours",
        "operator  invite  worker fatima",
        "operator  reassign  worker fatima",
        "operator  revoke  coordinator sanne",
    ]


async def test_what_is_refused_or_only_looked_at_leaves_none(office: Office) -> None:
    await office.books("Noor")
    table = office.folder / "hours.csv"
    table.write_text(TABLE, "utf-8")

    await imported(office.config, table, TUESDAY, apply=False)
    with pytest.raises(OperatorError):
        await worker_back(office.config, "fatima", *DAYS, TUESDAY)
    with pytest.raises(OperatorError):
        await revoked(office.config, "worker", "nobody")

    assert await noted(office) == []


async def test_it_is_told_from_a_local_date_on_in_local_time(office: Office) -> None:
    midnight = TUESDAY.replace(hour=0, minute=0)
    async with opened(office.url) as store, store.work() as work:
        await work.audit.add(by_operator("away", "school linde", midnight))
        await work.audit.add(by_operator("import", "hours", midnight - timedelta(seconds=1)))
        await work.commit()

    assert await audited(office.config, "2026-11-24") == [
        "2026-11-24T00:00:00+01:00  operator  away  school linde"
    ]
    assert len(await audited(office.config, None)) == 2
    with pytest.raises(OperatorError, match="is no date: write it as 2026-11-25"):
        await audited(office.config, "yesterday")


def test_the_command_prints_the_log(shell: Shell) -> None:
    office = Office(shell.folder, GOOD)
    asyncio.run(worker_away(office.config, "fatima", *DAYS, TUESDAY))

    said = shell("audit", "--since", "2026-11-24")

    assert said.code == 0
    assert said.out.endswith("  operator  away  worker fatima\n")
