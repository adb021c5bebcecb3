"""The release job: publishes whole periods, once, with noise, and tells the coordinators.

The only part of flows that is handed true counters, and it sees no single one of them: the
noise is given to storage, which draws it inside the transaction that destroys the counters.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from flows.demand.laying import InForce, read, written
from flows.demand.periods import WEEK, begin_of, is_end, last_end, next_end, week_name
from flows.demand.plan import PARTS, Plan, Table
from flows.demand.release import Bits, noise
from flows.demand.supply import offered
from flows.model import Notice, NoticeKind, Page, PersonId, Supply
from flows.packing import Show
from flows.ports import OpenRelease, Ports, ReleaseWork
from flows.staff_steps import Block, Digest, Sheet

STILL_NEWS = timedelta(days=6)
"""A digest that could not be sent for this long gives way to the next one."""

CLOSED_WEEK = "week"
"""Under this name storage writes down that a week itself is closed."""

TOLD = "digest"
"""Under this name, that the digest of a week was queued."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A plan and the weeks in which it counts: up to a Monday, or for ever."""

    plan: InForce
    until: date | None


async def release_due(open_release: OpenRelease, ports: Ports, bits: Bits) -> list[str]:
    """Publish every whole period that is still open; the newest goes to the coordinators.

    Returns:
        The weeks that were closed now, oldest first; usually none.
    """
    now = ports.clock()
    end = last_end(now, ports.limits.digest.at, ports.programme.zone)
    async with open_release() as work:
        stretches = await _stretches(work, ports)
        closed = await work.release.closed()
        due = _due(stretches[0].plan.first_on, end, closed)
        supply = await offered(due, work.hours, ports)
        for table, period in whole(stretches, end):
            if (table.name, period) not in closed:
                draw = partial(noise, table.alpha, bits)
                await work.release.close(table.name, period, table.cells, draw, now)
        weeks = await _close_weeks(supply, work, now)
        await _tell(stretches, end, work, now)
        await work.commit()
    return weeks


def _due(first_on: date, end: date, closed: set[tuple[str, str]]) -> list[date]:
    """The Mondays of whole weeks that are still open."""
    mondays = _mondays(first_on, end)
    return [each for each in mondays if (CLOSED_WEEK, week_name(each)) not in closed]


async def _close_weeks(
    supply: Mapping[str, Sequence[Supply]], work: ReleaseWork, now: datetime
) -> list[str]:
    """Destroy the tags of whole weeks, with their keys; what was on offer is written down."""
    weeks = [each for each in supply if await work.release.close_week(each, now)]
    for each in weeks:
        await work.release.keep_supply(each, supply[each])
    return weeks


async def close_without_figures(open_release: OpenRelease, ports: Ports) -> list[str]:
    """Close every period that is open, the running ones too, without a number.

    For a database whose counters are gone: after a restore. What was published meanwhile is not
    known any more, and noise is never drawn twice; figures begin again with the next periods. That
    there are none is told when it is their turn; what may have been told is not told again.

    Returns:
        The periods of which a table was closed now, oldest first; those of more than a week go by
        the name of their first.
    """
    now = ports.clock()
    today = now.astimezone(ports.programme.zone).date()
    async with open_release() as work:
        stretches = await _stretches(work, ports)
        running = {
            (table.name, each.plan.period(table, today))
            for each in stretches
            if _holds(each, today)
            for table in each.plan.plan.tables
        }
        ended = {(table.name, each) for table, each in whole(stretches, begin_of(today, 1))}
        shut = {
            period
            for table, period in sorted(running | ended)
            if await work.release.close_empty(table, period, now)
        }
        first_on = stretches[0].plan.first_on
        for monday in _mondays(first_on, today + WEEK):
            await work.release.close_week(week_name(monday), now)
        for monday in _mondays(
            first_on, last_end(now, ports.limits.digest.at, ports.programme.zone)
        ):
            await work.release.close_empty(TOLD, week_name(monday), now)
        await work.commit()
    return sorted(shut)


def _holds(stretch: Stretch, on: date) -> bool:
    return stretch.plan.first_on <= on and (stretch.until is None or on < stretch.until)


async def _stretches(work: ReleaseWork, ports: Ports) -> list[Stretch]:
    """Every plan that ever counted; that of the config, if it is new, from its first week on."""
    today = ports.clock().astimezone(ports.programme.zone).date()
    wanted, plans = written(ports.programme), await work.release.plans()
    if not plans:
        first = week_name(today)
        await work.release.plan_from(first, wanted, first)
        return stretches_of([(first, wanted)])
    if plans[-1][1] != wanted:
        await _change(wanted, plans, today, work)
        plans = await work.release.plans()
    return stretches_of(plans)


async def _change(
    wanted: str, plans: Sequence[tuple[str, str]], today: date, work: ReleaseWork
) -> None:
    """Let another plan count when the longest period of the one that runs is over."""
    this_week = week_name(today)
    runs = [each for each in plans if each[0] <= this_week][-1]
    longest = read(*runs).plan.weeks
    first = begin_of(today, longest) + longest * WEEK
    if runs[1] == wanted:
        await work.release.drop_plans(this_week)
        return
    await work.release.plan_from(week_name(first), wanted, this_week)
    _log.info("another plan of the digest counts from %s on", week_name(first))


def stretches_of(plans: Sequence[tuple[str, str]]) -> list[Stretch]:
    """Plans with the Monday on which each gives way to the next."""
    read_plans = [read(*each) for each in plans]
    ends: list[date | None] = [each.first_on for each in read_plans[1:]]
    return [Stretch(*each) for each in zip(read_plans, [*ends, None], strict=True)]


def whole(stretches: Sequence[Stretch], end: date) -> Iterator[tuple[Table, str]]:
    """Every table and period that ended by a Monday, whether or not anything was counted."""
    for stretch in stretches:
        until = min(end, stretch.until or end)
        for table in stretch.plan.plan.tables:
            for monday in _mondays(stretch.plan.first_on, until):
                if is_end(monday + WEEK, table.weeks):
                    yield table, stretch.plan.period(table, monday)


def _mondays(first_on: date, until: date) -> list[date]:
    """Mondays in [first_on, until)."""
    return [first_on + n * WEEK for n in range(max(0, (until - first_on) // WEEK))]


async def _tell(stretches: Sequence[Stretch], end: date, work: ReleaseWork, now: datetime) -> None:
    """Queue the digest for each coordinator once, where the plan has something to tell.

    Without figures, too: after a restore that is what there is to tell.
    """
    last = end - WEEK
    stretch = next((each for each in stretches if _holds(each, last)), None)
    if stretch is None or not is_end(end, stretch.plan.plan.beat):
        return
    if not await work.release.close_empty(TOLD, week_name(last), now):
        return
    part = _longer(stretch.plan.plan, end)
    people = await work.people.coordinators()
    told = [each for person, _ in people for each in _notices(person, last, part, now)]
    await work.outbox.add(told)


def _longer(plan: Plan, end: date) -> Page | None:
    """The first table of the longer periods that end with a Monday."""
    ended = {t.by for t in plan.tables if t.weeks > plan.beat and is_end(end, t.weeks)}
    return next((part for part, by in PARTS.items() if by in ended), None)


def _notices(person: PersonId, monday: date, part: Page | None, now: datetime) -> list[Notice]:
    """The words with their chart, those of a longer period that is over, and the table."""
    week = week_name(monday)
    steps: dict[str, tuple[NoticeKind, Show]] = {
        f"digest:{week}:{person}": (NoticeKind.DIGEST, Digest(monday)),
    }
    if part is not None:
        steps[f"block:{week}:{person}"] = (NoticeKind.DIGEST, Block(monday, part))
    steps[f"sheet:{week}:{person}"] = (NoticeKind.SHEET, Sheet(monday))
    return [
        Notice(
            dedup_key=key,
            kind=kind,
            person=person,
            step=step.pack(),
            due_at=now,
            expires_at=now + STILL_NEWS,
        )
        for key, (kind, step) in steps.items()
    ]


def next_release(ports: Ports) -> datetime:
    """When the next week can be published; every longer period ends with a week."""
    return next_end(ports.clock(), ports.limits.digest.at, ports.programme.zone)
