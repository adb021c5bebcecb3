"""Counting: a number grows, nothing about a person is written beside it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from flows.demand.plan import (
    AUDIENCES,
    ENDS,
    NOT_SAID,
    RATINGS,
    TOPICS,
    period_of,
    rating_cell,
    week_of,
)
from flows.model import Appointment, Audience, Question, Smile, Topic
from flows.ports import Work
from flows.visit import Visit


async def count_request(visit: Visit, work: Work, zone: ZoneInfo) -> bool:
    """Count a request, once a person and week; True when this one was counted."""
    week = week_of(visit.now, zone)
    if not await work.tally.first_of_week(week, visit.known.id):
        return False
    return await _count(week, NOT_SAID, visit.known.audience, work)


async def count_visitor(
    audience: Audience, topic: Topic | None, visit: Visit, work: Work, zone: ZoneInfo
) -> bool:
    """Count somebody who walked in or booked at the door: an event of its own, of nobody."""
    week = week_of(visit.now, zone)
    return await _count(week, topic.value if topic else NOT_SAID, audience, work)


async def _count(week: str, topic: str, audience: Audience | None, work: Work) -> bool:
    if not await work.tally.add(TOPICS.name, week, topic):
        return False
    if audience is not None:
        await work.tally.add(AUDIENCES.name, week, audience.value)
    return True


async def count_end(
    talk: Appointment, end: str, work: Work, zone: ZoneInfo, amount: int = 1
) -> None:
    """Count how a counted talk ended, in the block of its request while that is open."""
    if talk.counted:
        await work.tally.add(ENDS.name, period_of(ENDS, talk.created_at, zone), end, amount)


async def count_topic(talk: Appointment, topic: Topic, work: Work, zone: ZoneInfo) -> None:
    """Move the count of a request to its topic, while its week is open; afterwards nothing."""
    week = week_of(talk.created_at, zone)
    if await work.tally.add(TOPICS.name, week, topic.value):
        await work.tally.add(TOPICS.name, week, NOT_SAID, -1)


async def count_rating(
    question: Question, smile: Smile, at: datetime, work: Work, zone: ZoneInfo
) -> None:
    """Count a smiley in the block of a moment, while that is open."""
    cell = rating_cell(question, smile)
    await work.tally.add(RATINGS.name, period_of(RATINGS, at, zone), cell)
