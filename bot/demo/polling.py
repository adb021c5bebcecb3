"""How updates reach the bot: getUpdates, or the settings of a webhook."""

import json
import re
from urllib.parse import urlsplit

from bot.demo.calls import Call
from bot.demo.replies import (
    TWO_POLLERS,
    WEBHOOK_ACTIVE,
    ApiError,
    Described,
    Json,
    bad_request,
)
from bot.demo.world import Webhook, World

MOST_UPDATES = 100
LONGEST_POLL = 50
LONGEST_SECRET = 256
_NO_LIMIT = 2**53
_SECRET = re.compile(r"[A-Za-z0-9_-]*")


async def get_updates(world: World, call: Call) -> list[Json]:
    """getUpdates: confirms below the offset, then waits for something to give.

    Raises:
        ApiError: 409 when a webhook is set, or when another poller comes while this one waits.
    """
    if world.webhook.url:
        raise ApiError(409, WEBHOOK_ACTIVE)
    updates = world.updates
    updates.poller += 1
    mine = updates.poller
    _allow(world, call)
    updates.confirm(call.integer("offset", 0, -_NO_LIMIT, _NO_LIMIT))
    updates.forget_expired(world.clock.now())
    world.signal.fire()
    wait = call.integer("timeout", 0, 0, LONGEST_POLL)
    await world.signal.wait_until(lambda: bool(updates) or _over(world, mine), wait)
    if world.webhook.url:
        raise ApiError(409, "terminated by setWebhook request")
    if updates.poller != mine:
        raise ApiError(409, TWO_POLLERS)
    limit = call.integer("limit", MOST_UPDATES, 1, MOST_UPDATES)
    return [update.json() for update in updates.pending()[:limit]]


def set_webhook(world: World, call: Call) -> Described:
    """setWebhook; an empty url takes it away. Plain HTTP is taken on this machine only."""
    url, secret = call.text("url"), call.text("secret_token")
    if not url:
        return delete_webhook(world, call)
    if len(secret) > LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    _check_address(url)
    _allow(world, call)
    _drop_pending(world, call)
    world.webhook = Webhook(url, secret, call.integer("max_connections", 40, 1, 100))
    world.webhook_error = None
    world.signal.fire()
    return Described(result=True, description="Webhook was set")


def delete_webhook(world: World, call: Call) -> Described:
    """DeleteWebhook."""
    said = "Webhook was deleted" if world.webhook.url else "Webhook is already deleted"
    _drop_pending(world, call)
    world.webhook = Webhook()
    world.webhook_error = None
    world.signal.fire()
    return Described(result=True, description=said)


def webhook_info(world: World, _call: Call) -> Json:
    """GetWebhookInfo."""
    world.updates.forget_expired(world.clock.now())
    info: Json = {
        "url": world.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    if world.webhook.url:
        info["max_connections"] = world.webhook.max_connections
    if world.webhook_error:
        info["last_error_date"], info["last_error_message"] = world.webhook_error
    if world.updates.allowed is not None:
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info


def _over(world: World, mine: int) -> bool:
    return world.updates.poller != mine or bool(world.webhook.url)


def _allow(world: World, call: Call) -> None:
    """Which kinds are kept from now on; what is not said stays as it was."""
    try:
        kinds = json.loads(call.text("allowed_updates") or "null")
    except ValueError as broken:
        raise bad_request("can't parse allowed updates JSON array") from broken
    if isinstance(kinds, list):
        world.updates.allowed = frozenset(map(str, kinds)) or None


def _drop_pending(world: World, call: Call) -> None:
    if call.flag("drop_pending_updates"):
        world.updates.clear()


def _check_address(url: str) -> None:
    parts = urlsplit(url)
    here = parts.hostname in {"127.0.0.1", "localhost", "::1"}
    if parts.scheme != "https" and not (here and parts.scheme == "http"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not parts.hostname:
        raise bad_request("bad webhook: URL host is empty")
