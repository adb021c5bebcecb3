"""Counting: a number grows, nothing about a person is written beside it."""

from zoneinfo import ZoneInfo

from flows.demand.plan import NOT_SAID, TOPICS, week_of
from flows.model import Appointment, Topic
from flows.ports import Work
from flows.visit import Visit


async def count_request(visit: Visit, work: Work, zone: ZoneInfo) -> bool:
    """Count a request, once a person and week; True when this one was counted."""
    week = week_of(visit.now, zone)
    if not await work.tally.first_of_week(week, visit.known.id):
        return False
    return await work.tally.add(TOPICS.name, week, NOT_SAID)


async def count_topic(talk: Appointment, topic: Topic, work: Work, zone: ZoneInfo) -> None:
    """Move the count of a request to its topic, while its week is open; afterwards nothing."""
    week = week_of(talk.created_at, zone)
    if await work.tally.add(TOPICS.name, week, topic.value):
        await work.tally.add(TOPICS.name, week, NOT_SAID, -1)
