"""Delivery to a webhook: one update of a key at a time, again and again until it is taken."""

import asyncio

import aiohttp

from bot.demo.updates import Update
from bot.demo.world import Webhook, World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105
LONGEST_PAUSE = 60.0
LONGEST_RETRY_AFTER = 3600.0
PATIENCE = 60.0
_OK = range(200, 300)


class WebhookSender:
    """Delivers a world's updates as long as a webhook is set.

    After a failure the first retry follows at once, then after `pause`, twice that, and so on
    up to a minute of real time; a `Retry-After` of the bot is obeyed.
    """

    def __init__(self, world: World, pause: float = 2.0) -> None:
        self._world = world
        self._pause = pause
        self._busy: set[int] = set()

    async def run(self) -> None:
        """Deliver until the signal closes."""
        limit = aiohttp.ClientTimeout(total=PATIENCE)
        async with (
            aiohttp.ClientSession(timeout=limit) as session,
            asyncio.TaskGroup() as group,
        ):
            while not self._world.signal.closed:
                await self._world.signal.wait_until(self._has_work, None)
                for update in self._ready():
                    self._busy.add(update.key)
                    group.create_task(self._deliver(session, update))

    def _has_work(self) -> bool:
        return bool(self._ready())

    def _ready(self) -> list[Update]:
        """The oldest update of every key nobody is busy with, within the connections."""
        if not self._world.webhook.url:
            return []
        first: dict[int, Update] = {}
        for update in self._world.updates.pending():
            if update.key not in self._busy:
                first.setdefault(update.key, update)
        free = self._world.webhook.max_connections - len(self._busy)
        return list(first.values())[: max(0, free)]

    async def _deliver(self, session: aiohttp.ClientSession, update: Update) -> None:
        hook, pause = self._world.webhook, 0.0
        while self._wanted(hook, update):
            asked = await self._post(session, hook, update)
            if asked is None:
                self._world.updates.finish(update.update_id)
                break
            wait = asked or pause
            await self._world.signal.wait_until(lambda: not self._wanted(hook, update), wait)
            pause = min(LONGEST_PAUSE, max(self._pause, pause * 2))
        self._busy.discard(update.key)
        self._world.signal.fire()

    def _wanted(self, hook: Webhook, update: Update) -> bool:
        self._world.updates.forget_expired(self._world.clock.now())
        if self._world.signal.closed:
            return False
        return self._world.webhook is hook and update.update_id in self._world.updates

    async def _post(
        self, session: aiohttp.ClientSession, hook: Webhook, update: Update
    ) -> float | None:
        """One attempt.

        Returns:
            None when it was taken, else the seconds the bot asked for, 0 when it did not.
        """
        headers = {SECRET_HEADER: hook.secret_token} if hook.secret_token else {}
        try:
            async with session.post(hook.url, json=update.json(), headers=headers) as answer:
                if answer.status in _OK:
                    return None
                said = f"Wrong response from the webhook: {answer.status} {answer.reason}"
                asked = answer.headers.get("Retry-After", "")
        except (aiohttp.ClientError, TimeoutError) as failed:
            said, asked = f"Connection failed: {type(failed).__name__}", ""
        self._world.webhook_error = (self._world.unix(), said)
        return min(LONGEST_RETRY_AFTER, float(asked)) if asked.isdigit() else 0.0
