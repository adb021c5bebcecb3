"""Giving up what is waited for when the bot is told to stop."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


@asynccontextmanager
async def until(stop: asyncio.Event) -> AsyncIterator[None]:
    """Give up the block as soon as `stop` is set; what the block raises comes out as it is."""
    failure: Exception | None = None
    async with asyncio.TaskGroup() as group:
        scope = asyncio.timeout(None)
        watch = group.create_task(_end(scope, stop))
        try:
            async with scope:
                yield
        except Exception as error:  # noqa: BLE001 raised below: the group would wrap it
            failure = None if scope.expired() else error
        finally:
            watch.cancel()
    if failure is not None:
        raise failure


async def _end(scope: asyncio.Timeout, stop: asyncio.Event) -> None:
    await stop.wait()
    scope.reschedule(asyncio.get_running_loop().time())
