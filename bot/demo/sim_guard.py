"""What stands before every request: who may ask, and errors as JSON sentences."""

from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.demo.people import PeopleError

LOCAL_NAMES = {"127.0.0.1", "localhost", "::1"}


class SimError(Exception):
    """A request of the people's side that cannot be followed."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


def guard(*, any_host: bool) -> Middleware:
    """A middleware that refuses strangers and turns refusals into `{"error": sentence}`.

    A page of another origin, or a name that only points to this machine, is a stranger.
    """

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not any_host and _is_strange(request):
            return web.json_response({"error": "this server answers its own machine"}, status=403)
        try:
            return await handler(request)
        except (SimError, PeopleError) as refused:
            return web.json_response({"error": str(refused)}, status=refused.status)

    return guarded


def _is_strange(request: web.Request) -> bool:
    host = urlsplit(f"//{request.host}").hostname
    origin = request.headers.get("Origin")
    return host not in LOCAL_NAMES or (
        origin is not None and urlsplit(origin).netloc != request.host
    )
