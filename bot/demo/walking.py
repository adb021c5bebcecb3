"""Waiting until the bot has nothing left to do, and walking the clock through what is due."""

from datetime import datetime, timedelta

from bot.demo.clock import PastError
from bot.demo.world import World

STUCK_BEATS = 50
STUCK_STEP = timedelta(minutes=15)


async def settle(world: World, seconds: float | None = None) -> bool:
    """Wait until every update is finished and the follower has carried out what is due.

    Args:
        world: The server.
        seconds: Longest wait of each part in real time; None for the settings' patience.

    Returns:
        Whether the bot is idle; False when the patience ran out.
    """
    patience = world.settings.patience if seconds is None else seconds
    while True:
        if not await world.signal.wait_until(world.idle, patience):
            return False
        if not world.clock.followed:
            return True
        beat = world.clock.bump()
        if not await world.signal.wait_until(lambda: world.clock.done >= beat, patience):  # noqa: B023
            return False
        if world.idle():
            return True


async def advance(world: World, target: datetime, seconds: float | None = None) -> bool:
    """Move the clock to a moment, stopping at every moment at which the follower has work.

    A follower whose next moment does not move on is left behind after `STUCK_BEATS` beats:
    the clock then goes on in steps of at least `STUCK_STEP`.

    Args:
        world: The server.
        target: Where the clock stands in the end, whatever happens on the way.
        seconds: As for `settle`.

    Returns:
        Whether the bot kept up all the way and has nothing due at the end.

    Raises:
        PastError: The target lies before the present moment.
    """
    clock = world.clock
    if target < clock.now():
        raise PastError(f"the clock shows {clock.now().isoformat()} and goes forward only")
    idle = await settle(world, seconds)
    still = 0
    while idle and (stop := _next_stop(world, target, stuck=still >= STUCK_BEATS)):
        still = still + 1 if stop == clock.now() else still
        clock.move(stop)
        idle = await settle(world, seconds)
        still = still if _due(world, clock.now()) else 0
    if clock.now() < target:
        clock.move(target)
    return idle and not _due(world, target)


def _next_stop(world: World, target: datetime, *, stuck: bool) -> datetime | None:
    """Where the clock goes next; None when it has arrived."""
    now = world.clock.now()
    if stuck:
        step = max(STUCK_STEP, (target - now) / STUCK_BEATS)
        return min(target, now + step) if now < target else None
    if world.clock.next is not None and _due(world, target):
        return max(now, world.clock.next)
    return target if now < target else None


def _due(world: World, at: datetime) -> bool:
    return world.clock.next is not None and world.clock.next <= at
