"""The day list: told in the morning to workers whose channel shows nothing by itself."""

from collections.abc import Container
from datetime import date, datetime, timedelta

from flows.hours.presence import local_date
from flows.model import Notice, NoticeKind, PersonId, WorkerId
from flows.ports import Almanac, Ports, Work
from flows.staff_steps import Day


async def list_days(ports: Ports, channels: Container[str]) -> None:
    """Queue today's list for every worker with office hours still to come, once a day.

    Nothing before the morning of `limits.reminders`; later than that is better than never.

    Args:
        ports: For time, hours and people.
        channels: Only workers who are reached by these get a list.
    """
    now, zone = ports.clock(), ports.programme.zone
    on = local_date(now, zone)
    if now < _morning(on, ports):
        return
    async with ports.work() as work:
        almanac = await ports.almanacs.current(work, now)
        listed = [
            _notice(person, worker, on, now, ends_at)
            for person, worker in await work.people.desks()
            if (ends_at := _last_end(almanac, worker, on, now)) is not None
            and await _is_reached_by(channels, person, work)
        ]
        await work.outbox.add(listed)
        await work.commit()


def next_day_list(ports: Ports) -> datetime:
    """The next morning on which lists are told, after this moment."""
    now = ports.clock()
    on = local_date(now, ports.programme.zone)
    today = _morning(on, ports)
    return today if now < today else _morning(on + timedelta(days=1), ports)


def _morning(on: date, ports: Ports) -> datetime:
    return datetime.combine(on, ports.limits.reminders.morning, ports.programme.zone)


def _last_end(almanac: Almanac, worker: WorkerId, on: date, now: datetime) -> datetime | None:
    """When the last office hours of a day end; None when none are left."""
    ends = [each.span.end for each in almanac.of_worker(worker, on, on) if each.span.end > now]
    return max(ends, default=None)


async def _is_reached_by(channels: Container[str], person: PersonId, work: Work) -> bool:
    address = await work.people.address(person)
    return address is not None and address.channel in channels


def _notice(
    person: PersonId, worker: WorkerId, on: date, now: datetime, ends_at: datetime
) -> Notice:
    return Notice(
        dedup_key=f"daylist:{worker}:{on}",
        kind=NoticeKind.DAYLIST,
        person=person,
        step=Day(on).pack(),
        due_at=now,
        expires_at=ends_at,
    )
