"""The clock, the faults and the calls over HTTP."""

from collections.abc import Iterable
from datetime import datetime

from aiohttp import web

from bot.demo.bodies import read_object, wanted, wanted_integer, wanted_number
from bot.demo.clock import PastError
from bot.demo.core import Core
from bot.demo.durations import read_moment, read_span
from bot.demo.faults import ANY, KINDS, Fault
from bot.demo.methods import METHODS
from bot.demo.replies import Json
from bot.demo.sim_guard import SimError

LONGEST_BEAT = 60.0
_SERVER_ERRORS = range(500, 600)


class TimeSide:
    """Moves time, orders faults, tells what was called."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def routes(self) -> Iterable[web.AbstractRouteDef]:
        """The routes of this side."""
        return [
            web.get("/sim/clock", self.show),
            web.post("/sim/clock", self.move),
            web.post("/sim/clock/beat", self.beat),
            web.post("/sim/faults", self.add_fault),
            web.delete("/sim/faults", self.clear_faults),
            web.get("/sim/calls", self.calls),
        ]

    async def show(self, _request: web.Request) -> web.Response:
        """GET /sim/clock."""
        return web.json_response({"now": self._core.clock.now().isoformat()})

    async def move(self, request: web.Request) -> web.Response:
        """POST /sim/clock: walk to a moment; answers when everything on the way has happened."""
        target = self._target(await read_object(request))
        try:
            idle = await self._core.advance(target)
        except PastError as past:
            raise SimError(str(past)) from past
        return web.json_response({"now": self._core.clock.now().isoformat(), "idle": idle})

    async def beat(self, request: web.Request) -> web.Response:
        """POST /sim/clock/beat: one turn of the bot process that follows the clock."""
        body = await read_object(request)
        done = wanted_integer(body, "done") if body.get("done") is not None else None
        due_at = read_moment_of(body, "next") if body.get("next") is not None else None
        wait = min(LONGEST_BEAT, wanted_number(body, "wait", 0.0))
        beat = await self._core.clock.follow(done, due_at, wait)
        return web.json_response({"beat": beat.number, "now": beat.now.isoformat()})

    async def add_fault(self, request: web.Request) -> web.Response:
        """POST /sim/faults."""
        body = await read_object(request)
        method, kind = wanted(body, "method"), str(body.get("kind", ""))
        if method != ANY and method.lower() not in METHODS:
            raise SimError(f"there is no method {method!r}")
        if kind not in KINDS:
            raise SimError(f"kind is one of {', '.join(KINDS)}")
        fault = Fault(
            kind,
            wanted_integer(body, "times", 1),
            wanted_number(body, "seconds", 1.0),
            wanted_integer(body, "status", 502),
        )
        if fault.times < 1 or fault.status not in _SERVER_ERRORS:
            raise SimError("times is at least 1, status from 500 to 599")
        self._core.faults.add(method, fault)
        return web.json_response({"method": method, "kind": kind, "times": fault.times})

    async def clear_faults(self, _request: web.Request) -> web.Response:
        """DELETE /sim/faults: no more of them."""
        self._core.faults.clear()
        return web.json_response({})

    async def calls(self, request: web.Request) -> web.Response:
        """GET /sim/calls?since=N."""
        since = request.query.get("since", "0")
        if not since.isdecimal():
            raise SimError("since is a whole number from 0")
        log = self._core.log
        calls = [call.json() for call in log.since(int(since))]
        return web.json_response({"calls": calls, "next": log.next})

    def _target(self, body: Json) -> datetime:
        if ("now" in body) == ("advance" in body):
            raise SimError('the clock takes either "now" or "advance"')
        if "now" in body:
            return read_moment_of(body, "now")
        try:
            return self._core.clock.now() + read_span(wanted(body, "advance"))
        except (ValueError, OverflowError) as broken:
            raise SimError(str(broken)) from broken


def read_moment_of(body: Json, name: str) -> datetime:
    """A field that holds an aware moment.

    Raises:
        SimError: It does not.
    """
    try:
        return read_moment(wanted(body, name))
    except ValueError as broken:
        raise SimError(str(broken)) from broken
