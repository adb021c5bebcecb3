"""`inloop check` on what the config dropped while the database still holds it."""

import asyncio
from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from bot.clock import system_clock
from bot.leftovers import said_of
from flows.changes import Changes, Departure
from flows.model import ScheduleId, WorkerId
from tests.bot.office import TEXT, Office
from tests.bot.shell import Shell
from tests.flows.hours.build import programme, schedule
from tests.flows.hours.test_changed import extra
from tests.town import TUESDAY

GONE = WorkerId("samira")
LEFT = (Departure(GONE, "Samira"),)
WEEKLY = schedule(id="i-1", worker="samira")
OVER = schedule(id="i-1", worker="samira", rrule="FREQ=WEEKLY;UNTIL=20261123T225959Z")
ELSEWHERE = schedule(id="i-2", school="eik")
TALKS = "2 talks ahead, with somebody whom the config does not list"
HOURS = "has hours in the database, but the config does not list this"


@pytest.mark.parametrize(
    ("changes", "ahead", "expected"),
    [
        (Changes(), {}, []),
        (Changes(), {WorkerId("fatima"): 3}, []),
        (Changes(), {GONE: 2}, [("samira", TALKS)]),
        (Changes(), {GONE: 1}, [("samira", TALKS.replace("2 talks", "one talk"))]),
        (Changes(departures=LEFT), {GONE: 2}, []),
        (Changes(schedules=(WEEKLY,)), {}, [("samira", f"{HOURS} worker")]),
        (Changes(schedules=(WEEKLY,)), {GONE: 2}, [("samira", TALKS)]),
        (Changes(schedules=(WEEKLY,), departures=LEFT), {}, []),
        (Changes(schedules=(OVER,)), {}, []),
        (Changes(schedules=(WEEKLY,), ends={ScheduleId("i-1"): date(2026, 11, 23)}), {}, []),
        (
            Changes(schedules=(WEEKLY,), ends={ScheduleId("i-1"): date(2026, 11, 24)}),
            {},
            [("samira", f"{HOURS} worker")],
        ),
        (Changes(schedules=(ELSEWHERE,)), {}, [("eik", f"{HOURS} school")]),
        (Changes(schedules=(schedule(id="i-3"),)), {}, []),
        (Changes(extras=(extra(date(2026, 11, 25), "13:00", "14:00"),)), {}, []),
    ],
)
def test_what_is_left_of_whom_the_config_dropped(
    changes: Changes, ahead: Mapping[WorkerId, int], expected: list[tuple[str, str]]
) -> None:
    found = list(said_of(programme(), changes, ahead, TUESDAY))
    assert [(each.where, each.what) for each in found] == expected


def test_the_check_warns_until_the_talks_were_reassigned_and_fails_nothing(shell: Shell) -> None:
    office = Office(shell.folder)
    assert shell("check").out.endswith("All is well.\n")
    opening = office.ahead(system_clock(), 3)
    asyncio.run(office.books("Noor", opening.span.start))
    asyncio.run(office.books(None, opening.span.start + timedelta(minutes=20)))
    office.writes(TEXT.replace('"fatima"', '"samira"').replace('"Fatima"', '"Samira"'))

    warned = shell("check")

    assert warned.code == 0
    [line] = [each for each in warned.out.splitlines() if each.startswith("database: warning: ")]
    assert line == (
        "database: warning: fatima: 2 talks ahead, with somebody whom the config does not list."
        " Remedy: inloop reassign fatima --to ID, or list fatima again."
    )
    assert shell("reassign", "fatima", "--to", "jeroen").code == 0
    assert "fatima" not in shell("check").out
