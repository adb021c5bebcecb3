"""What is older than it may be is forgotten, once a day."""

import logging
from datetime import datetime, timedelta

from flows.ports import Ports

_log = logging.getLogger(__name__)

DONE = timedelta(days=7)
"""Telegram brings an update again for a day, and a link in mail works for two."""
ASIDE = timedelta(days=14)
"""Long enough to be asked about."""
EVERY = timedelta(days=1)


async def prune_due(ports: Ports) -> datetime:
    """Drop updates that cannot come again, old lines of the audit log, bans that are over.

    Any number of replicas may.

    Returns:
        When to do it next.
    """
    now = ports.clock()
    async with ports.work() as work:
        await work.inbox.prune(now - DONE, now - ASIDE)
        gone = await work.audit.prune(now - ports.privacy.audit)
        await work.bans.prune(now)
        await work.commit()
    if gone:
        _log.info("audit log: %s forgotten", gone)
    return now + EVERY
