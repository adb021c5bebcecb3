"""`inloop import`: the recurring hours of a school year out of a CSV file."""

import secrets
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from bot.away import TOLD
from bot.clock import system_clock
from bot.config import Config
from bot.config_faults import Fault, findings
from bot.errors import OperatorError
from bot.ports import ports_of, stored_changes
from bot.store import opened
from flows.attendance.care import locked, take_care
from flows.audit import by_operator
from flows.changes import NO_CHANGES
from flows.hours.almanac import Almanac
from flows.hours.current import LOOK_BACK
from flows.hours.presence import local_date
from flows.model import Origin, ScheduleId, WorkerId
from flows.planning.importing import (
    Entry,
    Plan,
    column_of,
    misfits,
    plan_of,
    provisional_id,
    up_to,
)
from flows.planning.sheets import Row, Trouble, read
from flows.ports import Almanac as AlmanacPort
from flows.ports import Work
from flows.programme import Schedule

_A_WEEK = 7


async def imported(config: Config, file: Path, now: datetime, *, apply: bool) -> list[str]:
    """Bring in a table of hours, or tell what that would change; whoever booked is told.

    Args:
        config: Who works where; hours that it knows give way from the table's first date on.
        file: CSV, as `flows.planning.sheets` reads it.
        now: When it is done.
        apply: Whether it is; else nothing is changed, and no database made.

    Returns:
        One line a change, and what became of them.

    Raises:
        OperatorError: Every fault of the table at once, each with its line and a remedy; or the
            database cannot be used.
    """
    text = _text(file)
    changes = await stored_changes(config, now - LOOK_BACK) or NO_CHANGES
    plan = planned(text, file, Almanac(config.programme, _A_WEEK, changes), now)
    if apply and (plan.ends or plan.begins):
        plan = await _carried_out(plan, config, text, file, now)
    return [*_lines(plan), _summary(plan, apply=apply)]


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as refused:
        raise OperatorError(
            f"{file} cannot be read ({refused.strerror}): name a CSV file that is there."
        ) from None
    except UnicodeDecodeError as error:
        raise OperatorError(
            f"{file} is not UTF-8 (byte {error.start}): save the table as CSV UTF-8."
        ) from None


def planned(text: str, file: Path, almanac: AlmanacPort, now: datetime) -> Plan:
    """What the table changes.

    Raises:
        OperatorError: It has faults.
    """
    sheet = read(text)
    entries: list[Entry] = []
    troubles = list(sheet.troubles)
    for row in sheet.rows:
        entry, wrong = _entry(row, almanac)
        entries += entry
        troubles += wrong
    troubles += misfits(entries, almanac, local_date(now, almanac.programme.zone))
    if troubles:
        ordered = sorted(troubles, key=lambda each: each.line)
        raise OperatorError("\n".join(str(_fault(each, file)) for each in ordered))
    return plan_of(entries, almanac)


def _entry(row: Row, almanac: AlmanacPort) -> tuple[list[Entry], list[Trouble]]:
    """The hours of a row by the rules of [[schedules]], none or one; and what is wrong there."""
    try:
        schedule = Schedule.model_validate({**row.values, "id": provisional_id(row.line)})
    except ValidationError as refused:
        return [], [
            Trouble(row.line, column_of(each.loc), each.what, each.remedy)
            for each in findings(Schedule, refused)
            if each.loc[0] in row.values
        ]
    made = up_to(row, schedule, almanac.programme.zone)
    if isinstance(made, Trouble):
        return [Entry(row.line, schedule, sound=False)], [made]
    return [Entry(row.line, made, row.sound)], []


def _fault(trouble: Trouble, file: Path) -> Fault:
    line, column, what, remedy = trouble
    return Fault(line, column, what, remedy, file=str(file))


async def _carried_out(seen: Plan, config: Config, text: str, file: Path, now: datetime) -> Plan:
    """The plan made anew behind the locks, and done in one transaction with the care it needs."""
    async with opened(config) as database:
        ports = ports_of(config, database.store, system_clock, "")
        async with ports.work() as work:
            workers = _workers_of(seen)
            before = await locked(workers, work, now, ports)
            plan = planned(text, file, before, now)
            await _keep(plan, work, now)
            await take_care(before, workers, work, now, ports)
            await work.audit.add(by_operator("import", "hours", now))
            await work.commit()
    return plan


def _workers_of(plan: Plan) -> set[WorkerId]:
    """Everybody whom the table names."""
    return {each.schedule.worker for each in (*plan.begins, *plan.stands)}


async def _keep(plan: Plan, work: Work, now: datetime) -> None:
    for schedule, last_on in plan.ends:
        await work.hours.end_schedule(schedule.id, last_on)
    for entry in plan.begins:
        named = {"id": ScheduleId(f"i-{secrets.token_hex(8)}")}
        kept = entry.schedule.model_copy(update=named)
        await work.hours.add_schedule(kept, Origin.IMPORT, now)


def _lines(plan: Plan) -> list[str]:
    """One line a change, hours that end first."""
    ends = [f"ends    {_said(each)}, {each.id}: last day {last_on}" for each, last_on in plan.ends]
    begins = [
        f"begins  {_said(each.schedule)}, {each.schedule.room}: line {each.line},"
        f" from {each.schedule.first_on}"
        for each in plan.begins
    ]
    return [*ends, *begins]


def _said(schedule: Schedule) -> str:
    start = datetime.combine(schedule.first_on, schedule.start)
    span = f"{start:%H:%M}-{start + schedule.duration:%H:%M}"
    return f"{schedule.worker} at {schedule.school}, {schedule.rrule} {span}"


def _summary(plan: Plan, *, apply: bool) -> str:
    ends, begins, stands = len(plan.ends), len(plan.begins), len(plan.stands)
    if not ends and not begins:
        return f"Nothing to change: all {stands} stand there already."
    counted = f"{ends} end, {begins} begin, {stands} stand there already."
    if not apply:
        return f"{counted} Nothing was changed: add --apply to do it."
    return f"{counted} {TOLD}"
