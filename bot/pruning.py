"""What came in long ago is forgotten."""

from datetime import datetime, timedelta

from flows.ports import Ports

DONE = timedelta(days=7)
"""Telegram brings an update again for a day, and a link in mail works for two."""
ASIDE = timedelta(days=14)
"""Long enough to be asked about."""
EVERY = timedelta(days=1)


async def prune_due(ports: Ports) -> datetime:
    """Drop the rows of updates that cannot come again; any number of replicas may.

    Returns:
        When to do it next.
    """
    now = ports.clock()
    async with ports.work() as work:
        await work.inbox.prune(now - DONE, now - ASIDE)
        await work.commit()
    return now + EVERY
