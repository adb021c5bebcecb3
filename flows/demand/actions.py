"""Counting: a number grows, nothing about a person is written beside it.

A person-week is the unit: one person's requests of one calendar week. Its first request is counted
once in every table; only the talk that came of it (`Appointment.counted`) ever feeds the tables
of ends, waiting and smileys, once each, however late. docs/digest.md proves what follows.
"""

from datetime import date, datetime

from flows.demand.counting import Count, count, in_force
from flows.demand.laying import InForce
from flows.demand.periods import week_name
from flows.demand.plan import (
    AUDIENCE,
    CANCELLED,
    CELLS,
    END,
    GROUP_TOPIC,
    NO_SHOW,
    NOT_SAID,
    SCHOOL,
    SMILE,
    TOPIC,
    TOTAL,
    WAIT,
    WALKED_IN,
    WORKER_AWAY,
    group_cell,
    rating_cell,
    wait_cell,
)
from flows.model import (
    Address,
    Appointment,
    Audience,
    Question,
    SchoolId,
    Smile,
    Span,
    Status,
    Topic,
    Unmet,
)
from flows.ports import Work
from flows.programme import Programme
from flows.visit import Visit

_TOLD_BY = {
    Status.CANCELLED: CANCELLED,
    Status.NOSHOW: NO_SHOW,
    Status.BOOKED: WORKER_AWAY,
}
"""Which end is counted of a talk that stands so and has one: it is written down nowhere."""


def _local(at: datetime, programme: Programme) -> date:
    return at.astimezone(programme.zone).date()


def _who(purpose: str, address: Address) -> str:
    """Of whom a tag is made: an account has the same one after it erased everything."""
    return f"{purpose}|{address.channel}|{address.id}"


async def count_request(
    visit: Visit, span: Span, school: SchoolId, work: Work, programme: Programme
) -> tuple[bool, bool]:
    """Count a request that led to a talk, once a person and week.

    Returns:
        Whether the talk of this request is the counted one of its person-week, and whether its
        smiley was given already: at the door, or where nothing was free.
    """
    on = _local(visit.now, programme)
    week, audience = week_name(on), visit.known.audience
    plan = await in_force(on, work, programme)
    counts: list[Count] = [(WAIT, wait_cell((_local(span.start, programme) - on).days))]
    if await work.tally.first_of_week(week, _who("request", visit.address)):
        counts += _request(audience, NOT_SAID, school, plan)
    elif not await _was_unmet(visit, school, on, plan, work):
        return False, False
    await count(counts, on, plan, work)
    return True, not await work.tally.first_of_week(week, _who("smile", visit.address))


def _request(
    audience: Audience | None, topic: str, school: SchoolId | None, plan: InForce
) -> list[Count]:
    counts: list[Count] = [(TOTAL, CELLS[TOTAL][0]), (TOPIC, topic)]
    if audience is not None:
        counts.append((AUDIENCE, audience.value))
    if school is None:
        return counts
    cell, group = plan.cell_of(school), plan.group_of(school)
    if cell is not None:
        counts.append((SCHOOL, cell))
    if group is not None:
        counts.append((GROUP_TOPIC, group_cell(group, topic)))
    return counts


async def _was_unmet(visit: Visit, school: SchoolId, on: date, plan: InForce, work: Work) -> bool:
    """Take back the end of this week's request of which no talk had come, at this school."""
    for end in Unmet:
        who = _who(f"{end.value}|{school}", visit.address)
        if await work.tally.unsee(week_name(on), who):
            await count([(END, end.value)], on, plan, work, -1)
            return True
    return False


async def count_unmet(
    end: Unmet, school: SchoolId, visit: Visit, work: Work, programme: Programme
) -> bool:
    """Count a request of which no talk comes, once a person and week; False when it was."""
    on, audience = _local(visit.now, programme), visit.known.audience
    week = week_name(on)
    plan = await in_force(on, work, programme)
    if not await work.tally.first_of_week(week, _who("request", visit.address)):
        return False
    await work.tally.first_of_week(week, _who(f"{end.value}|{school}", visit.address))
    counts = [*_request(audience, NOT_SAID, school, plan), (END, end.value)]
    await count(counts, on, plan, work)
    return True


async def count_visitor(
    audience: Audience,
    topic: Topic | None,
    school: SchoolId | None,
    visit: Visit,
    work: Work,
    programme: Programme,
    *,
    span: Span | None = None,
) -> bool:
    """Count somebody who walked in, or booked a span at the door: an event of its own, of nobody.

    Returns:
        True: whoever comes in person is counted.
    """
    on = _local(visit.now, programme)
    plan = await in_force(on, work, programme)
    counts = _request(audience, topic.value if topic else NOT_SAID, school, plan)
    if span is None:
        counts.append((END, WALKED_IN))
    else:
        days = (_local(span.start, programme) - on).days
        counts.append((WAIT, wait_cell(days)))
    await count(counts, on, plan, work)
    return True


async def count_topic(talk: Appointment, topic: Topic, work: Work, programme: Programme) -> None:
    """Move the count of a request to its topic, while its week is open; afterwards nothing."""
    on = _local(talk.created_at, programme)
    if not await work.tally.is_open(week_name(on)):
        return
    plan = await in_force(on, work, programme)
    group = plan.group_of(talk.school)
    told: list[Count] = [(TOPIC, topic.value)]
    unsaid: list[Count] = [(TOPIC, NOT_SAID)]
    if group is not None:
        told.append((GROUP_TOPIC, group_cell(group, topic.value)))
        unsaid.append((GROUP_TOPIC, group_cell(group, NOT_SAID)))
    await count(told, on, plan, work)
    await count(unsaid, on, plan, work, -1)


async def count_rating(
    talk: Appointment,
    question: Question,
    smile: Smile,
    now: datetime,
    work: Work,
    programme: Programme,
) -> None:
    """Count the smiley of a counted talk, in the period of its request or the one open now."""
    await late(talk, SMILE, rating_cell(question, smile), now, work, programme)


async def count_opinion(
    question: Question, smile: Smile, visit: Visit, work: Work, programme: Programme
) -> None:
    """Count a smiley about no talk, unless this person-week gave one or will be asked for one."""
    on = _local(visit.now, programme)
    plan = await in_force(on, work, programme)
    if await work.tally.first_of_week(week_name(on), _who("smile", visit.address)):
        await count([(SMILE, rating_cell(question, smile))], on, plan, work)


async def count_end(
    talk: Appointment, end: str | None, now: datetime, work: Work, programme: Programme
) -> None:
    """Count how a talk ended, in place of the end that was counted of it; None takes it back.

    What stands in a closed period stays there, and then nothing more is counted.

    Args:
        talk: As it stood before this end.
        end: One of the ten.
        now: In whose period it counts when that of the request is closed.
        work: One transaction.
        programme: Whose plan, and whose zone.
    """
    if not talk.counted or not await _taken_back(talk, work):
        return
    where = None if end is None else await late(talk, END, end, now, work, programme)
    if where != talk.ended_in:
        await work.appointments.set_ended(talk.id, where)


async def _taken_back(talk: Appointment, work: Work) -> bool:
    """Take back the end that was counted of a talk; False when that stays for ever."""
    if talk.ended_in is None:
        return True
    end = _TOLD_BY.get(talk.status)
    table, period = talk.ended_in.split()
    return end is not None and await work.tally.add(table, period, end, -1)


async def late(
    talk: Appointment,
    by: tuple[str, ...],
    cell: str,
    now: datetime,
    work: Work,
    programme: Programme,
) -> str | None:
    """Add to the period of a talk's request, or to the one open now when that is closed.

    Nothing is counted when another plan counts by then: two factors are not to be multiplied.

    Returns:
        Table and period where it was counted; None when nowhere.
    """
    asked, today = _local(talk.created_at, programme), _local(now, programme)
    plan = await in_force(asked, work, programme)
    table = plan.plan.table(*by)
    if table is None:
        return None
    then = await in_force(today, work, programme)
    days = (asked, today) if then.first_on == plan.first_on else (asked,)
    for period in dict.fromkeys(plan.period(table, on) for on in days):
        if await work.tally.add(table.name, period, cell):
            return f"{table.name} {period}"
    return None
