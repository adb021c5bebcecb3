"""The server itself, without any transport: calls come in, replies go out."""

import asyncio
import inspect
from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.demo import walking
from bot.demo.calls import Call, CallLog
from bot.demo.clock import DemoClock
from bot.demo.faults import Faults
from bot.demo.files import Stored
from bot.demo.methods import METHODS
from bot.demo.people import People
from bot.demo.replies import ApiError, Described, Json, Reply, Upload, bad_request
from bot.demo.world import Settings, World

LONGEST_TOKEN = 80


class Core:
    """One bot's Bot API server.

    Attributes:
        world: Its whole state.
        people: The other side: those with the app.
        faults: What goes wrong on order.
        log: All calls.
    """

    def __init__(self, clock: DemoClock, settings: Settings | None = None) -> None:
        self.world = World(clock, settings)
        self.people = People(self.world)
        self.faults = Faults()
        self.log = CallLog()

    @property
    def token(self) -> str:
        """The only token that is right."""
        return self.world.settings.token

    @property
    def clock(self) -> DemoClock:
        """The demo's clock."""
        return self.world.clock

    async def call(
        self,
        token: str,
        method: str,
        params: Mapping[str, str] | None = None,
        files: Mapping[str, Upload] | None = None,
    ) -> Reply:
        """Answer one call of a method.

        A fault that lets the method take effect does so before it delays or drops the answer:
        a caller that gives up has still done it.
        """
        error = self._refused(token)
        if error:
            return error.reply()
        call = Call(method, params or {}, files or {})
        fault = self.faults.take(method.lower())
        reply = (fault.refusal() if fault else None) or await self._carry_out(call)
        self.log.add(call, reply.status, self.clock.now().isoformat())
        self.world.signal.fire()
        if fault and fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        if fault and fault.kind == "dropped":
            return Reply(reply.status, reply.body, reply.headers, dropped=True)
        return reply

    def download(self, token: str, path: str) -> Stored | None:
        """A file by the path getFile gave; None for a wrong token too."""
        return self.world.files.at(path) if token == self.token else None

    async def settle(self, seconds: float | None = None) -> bool:
        """Wait until the bot is idle; see `walking.settle`."""
        return await walking.settle(self.world, seconds)

    async def advance(self, by: datetime | timedelta, seconds: float | None = None) -> bool:
        """Walk the clock to a moment or by a span; see `walking.advance`."""
        target = by if isinstance(by, datetime) else self.clock.now() + by
        return await walking.advance(self.world, target, seconds)

    async def _carry_out(self, call: Call) -> Reply:
        method = METHODS.get(call.method.lower(), _unknown)
        try:
            result = method(self.world, call)
            if inspect.isawaitable(result):
                result = await result
        except ApiError as error:
            return error.reply()
        except UnicodeEncodeError:
            return bad_request("strings must be encoded in UTF-8").reply()
        return Reply(200, _envelope(result))

    def _refused(self, token: str) -> ApiError | None:
        if token == self.token:
            return None
        formed = ":" in token and len(token) <= LONGEST_TOKEN
        return ApiError(401, "" if formed else "invalid token specified")


def _unknown(_world: World, _call: Call) -> None:
    raise ApiError(404, "method not found")


def _envelope(result: object) -> Json:
    if isinstance(result, Described):
        return {"ok": True, "result": result.result, "description": result.description}
    return {"ok": True, "result": result}
