"""Server-sent events: a page is told whose chat changed, and that the clock moved."""

import json

from aiohttp import web

from bot.demo.replies import Json
from bot.demo.world import World

STILL = 15.0


class Events:
    """The stream of one world."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """GET /sim/events; a comment now and then keeps the connection alive."""
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        await response.write(b": welcome\n\n")
        world = self._world
        change, clock = world.chats.changes, world.clock.now()
        while not world.signal.closed:
            news = self._since(change) + ([] if clock == world.clock.now() else [self._clock()])
            change, clock = world.chats.changes, world.clock.now()
            lines = [f"data: {json.dumps(one)}\n\n" for one in news]
            await response.write("".join(lines).encode() or b": still here\n\n")
            await world.signal.wait_until(
                lambda: world.chats.changes > change or world.clock.now() > clock,  # noqa: B023
                STILL,
            )
        return response

    def _since(self, change: int) -> list[Json]:
        return [{"user": user.id} for user in self._world.chats if user.touched > change]

    def _clock(self) -> Json:
        return {"clock": self._world.clock.now().isoformat()}
