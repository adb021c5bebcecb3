"""`inloop away`: a worker is away, or a school closes, said by the operator as by the chat.

Or taken back: what somebody said by hand is cut out of the dates, and whoever was told hears that
the talk goes on.
"""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.config import Config
from bot.errors import OperatorError
from bot.listed import known_school, known_worker
from bot.ports import beside
from flows.attendance.care import locked, take_care
from flows.attendance.rules import LONGEST, rest_of_day, workers_of
from flows.audit import by_operator
from flows.changes import Closing
from flows.model import Span
from flows.programme import Closes, School

TOLD = "Everyone who booked is being told."
TOLD_BACK = "Whoever was told hears that the talk goes on."
_DAY = timedelta(days=1)
_YEARS = range(2020, 2100)


async def worker_away(config: Config, worker: str, begin: str, end: str, now: datetime) -> str:
    """A worker is away, and whoever booked is told by the bot.

    Args:
        config: Who there is.
        worker: The id of a worker.
        begin: A local date, counted from its midnight, or a local moment.
        end: A local date, counted whole, or a local moment, no longer counted.
        now: The span begins now when it began earlier: what was is not changed.

    Returns:
        What was done, without who or how many booked.

    Raises:
        OperatorError: No such worker or span, or the database cannot be used.
    """
    known, span = known_worker(config.programme, worker), _span(config, begin, end, now)
    async with beside(config) as ports, ports.work() as work:
        before = await locked([known.id], work, now, ports)
        await work.hours.add_absence(known.id, span, now)
        await take_care(before, [known.id], work, now, ports)
        await work.audit.add(by_operator("away", f"worker {known.id}", now))
        await work.commit()
    return f"{known.name} is away from {begin} to {end}. {TOLD}"


async def worker_back(config: Config, worker: str, begin: str, end: str, now: datetime) -> str:
    """Take absences of a worker back, as far as they lie in a span; the arguments as above.

    Raises:
        OperatorError: No such worker, span or absence, or the database cannot be used.
    """
    known, span = known_worker(config.programme, worker), _span(config, begin, end, now)
    async with beside(config) as ports, ports.work() as work:
        before = await locked([known.id], work, now, ports)
        told = before.changes.absences
        absences = [each for each in told if each.worker == known.id and each.span.overlaps(span)]
        if not absences:
            raise OperatorError(f"{known.name} is not said to be away from {begin} to {end}.")
        for each in absences:
            await work.hours.end_absence(each.id, span.start)
            if each.span.end > span.end:
                await work.hours.add_absence(known.id, Span(span.end, each.span.end), now)
        await take_care(before, [known.id], work, now, ports)
        await work.audit.add(by_operator("away --undo", f"worker {known.id}", now))
        await work.commit()
    return f"{known.name} is no longer away from {begin} to {end}. {TOLD_BACK}"


async def school_open(config: Config, school: str, begin: str, end: str, now: datetime) -> str:
    """Take closings of a school back on these dates; closures of the configuration stay.

    Raises:
        OperatorError: No such school, span or closing, or the database cannot be used.
    """
    known, first_on, last_on = _closed(config, school, begin, end, now)
    async with beside(config) as ports, ports.work() as work:
        workers = workers_of(known.id, await ports.almanacs.current(work, now))
        before = await locked(workers, work, now, ports)
        closings = [
            each
            for each in before.changes.closings
            if each.school == known.id and each.first_on <= last_on and first_on <= each.last_on
        ]
        if not closings:
            raise OperatorError(
                f"{known.name} was not closed by hand from {begin} to {end}: closures of the"
                " configuration are taken out there."
            )
        for each in closings:
            await work.hours.reopen(known.id, max(first_on, each.first_on))
        for each in closings:
            if each.first_on < first_on:
                await work.hours.add_closing(replace(each, last_on=first_on - _DAY))
            if each.last_on > last_on:
                await work.hours.add_closing(replace(each, first_on=last_on + _DAY))
        await take_care(before, workers, work, now, ports)
        await work.audit.add(by_operator("away --undo", f"school {known.id}", now))
        await work.commit()
    return f"{known.name} is no longer closed from {begin} to {end}. {TOLD_BACK}"


async def school_closed(
    config: Config, school: str, begin: str, end: str, closes: Closes, now: datetime
) -> str:
    """A school is closed on whole local dates, both included, and whoever booked is told.

    Raises:
        OperatorError: No such school or span, or the database cannot be used.
    """
    known, first_on, last_on = _closed(config, school, begin, end, now)
    async with beside(config) as ports, ports.work() as work:
        workers = workers_of(known.id, await ports.almanacs.current(work, now))
        before = await locked(workers, work, now, ports)
        await work.hours.add_closing(Closing(known.id, first_on, last_on, closes, now))
        await take_care(before, workers, work, now, ports)
        await work.audit.add(by_operator("away", f"school {known.id}", now))
        await work.commit()
    what = "closed" if closes == "all" else "closed as a building (phone and video go on)"
    return f"{known.name} is {what} from {begin} to {end}. {TOLD}"


def _closed(
    config: Config, school: str, begin: str, end: str, now: datetime
) -> tuple[School, date, date]:
    """The school, and two whole dates that are not over.

    Raises:
        OperatorError: No such school, or no such dates.
    """
    known = known_school(config.programme, school)
    first_on, last_on = date_of(begin), date_of(end)
    if first_on is None or last_on is None:
        wrong = begin if first_on is None else end
        raise OperatorError(f"{wrong} is no date: a school closes on dates such as 2026-11-25.")
    _span(config, begin, end, now)
    return known, first_on, last_on


def _span(config: Config, begin: str, end: str, now: datetime) -> Span:
    """What two words of the operator mean, from now on.

    Raises:
        OperatorError: They are no dates or moments, in no order, over, or too far apart.
    """
    zone = config.programme.zone
    start, stop = _moment(begin, zone, is_end=False), _moment(end, zone, is_end=True)
    if stop <= start:
        raise OperatorError(f"{end} lies before {begin}: swap the two.")
    if stop - start > LONGEST:
        raise OperatorError(
            f"From {begin} to {end} is longer than a year: write at most {LONGEST.days} days."
        )
    whole = Span(start.astimezone(UTC), stop.astimezone(UTC))
    if whole.end <= now:
        raise OperatorError(f"{end} is over: write a span that ends later than now.")
    return Span(max(whole.start, rest_of_day(now, zone).start), whole.end)


def _moment(word: str, zone: ZoneInfo, *, is_end: bool) -> datetime:
    """A local moment; of a date its first one, or the first one after it.

    Two of one zone differ by what the clocks on the wall say.
    """
    on = date_of(word)
    if on is not None:
        return datetime.combine(on + _DAY if is_end else on, time(), zone)
    match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)", word)
    on = date_of(match[1]) if match else None
    if match is None or on is None:
        raise OperatorError(
            f"{word} is no date or local moment: write it as 2026-11-25 or 2026-11-25T10:30."
        )
    if int(match[3]) % 5:
        raise OperatorError(f"{word} is not on the five minutes: write 10:30 or 10:35.")
    return datetime.combine(on, time(int(match[2]), int(match[3])), zone)


def date_of(word: str) -> date | None:
    """The date that a word of the operator writes; None when it is none."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", word, re.ASCII) or int(word[:4]) not in _YEARS:
        return None
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None
