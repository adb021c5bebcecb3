"""The people's side over HTTP, under /sim/."""

from collections.abc import Awaitable, Callable, Iterable
from typing import TypeAlias
from urllib.parse import quote

from aiohttp import web

from bot.demo.bodies import read_object, wanted, wanted_integer
from bot.demo.chats import User
from bot.demo.core import Core
from bot.demo.profile import shown_to
from bot.demo.replies import Json
from bot.demo.sim_events import Events
from bot.demo.sim_guard import SimError
from bot.demo.sim_time import TimeSide

Programme: TypeAlias = Callable[[], Awaitable[Json]]


class Sim:
    """What people do and see; faults and calls for assertions."""

    def __init__(self, core: Core, programme: Programme | None) -> None:
        self._core = core
        self._programme = programme

    def routes(self) -> Iterable[web.AbstractRouteDef]:
        """All routes under /sim/."""
        one = "/sim/users/{user:-?[0-9]+}"
        return [
            web.get("/sim/users", self.list_users),
            web.post("/sim/users", self.add_user),
            web.post(one + "/text", self.text),
            web.post(one + "/press", self.press),
            web.post(one + "/{kind:photo|voice|sticker}", self.send),
            web.get(one + "/messages", self.messages),
            web.post(one + "/{what:block|unblock|deactivate}", self.change),
            web.post(one + "/delete", self.delete),
            web.get(one + "/profile", self.profile),
            web.get("/sim/files/{path:.+}", self.file),
            web.get("/sim/programme", self.programme),
            web.get("/sim/events", Events(self._core.world).stream),
            *TimeSide(self._core).routes(),
        ]

    async def list_users(self, _request: web.Request) -> web.Response:
        """GET /sim/users."""
        users = [_shown(user) for user in self._core.world.chats]
        return web.json_response({"users": users})

    async def add_user(self, request: web.Request) -> web.Response:
        """POST /sim/users; a number that exists gets the new name and language."""
        body = await read_object(request)
        number = wanted_integer(body, "id") if body.get("id") is not None else None
        if number is not None and number < 1:
            raise SimError("id is a whole number from 1")
        name = wanted(body, "first_name").strip()
        if not name:
            raise SimError("first_name is empty")
        user = self._core.people.add(name, wanted(body, "language_code", "nl"), number)
        return web.json_response(_shown(user))

    async def text(self, request: web.Request) -> web.Response:
        """POST .../text; answers when the bot is idle."""
        body = await read_object(request)
        user, before = self._user(request), self._core.world.chats.changes
        self._core.people.type(user.id, wanted(body, "text"))
        return await self._afterwards(user, before, {})

    async def send(self, request: web.Request) -> web.Response:
        """POST .../photo, .../voice, .../sticker; answers when the bot is idle."""
        user, before = self._user(request), self._core.world.chats.changes
        self._core.people.send(user.id, request.match_info["kind"])
        return await self._afterwards(user, before, {})

    async def press(self, request: web.Request) -> web.Response:
        """POST .../press; answers when the bot is idle."""
        body = await read_object(request)
        user, before = self._user(request), self._core.world.chats.changes
        number = wanted_integer(body, "message_id")
        if ("button" in body) == ("data" in body):
            raise SimError("a press names either a button or data")
        app: Json = {}
        if "data" in body:
            self._core.people.press_data(user.id, number, wanted(body, "data"))
        else:
            app = self._core.people.press(user.id, number, wanted(body, "button")) or {}
        return await self._afterwards(user, before, app)

    async def messages(self, request: web.Request) -> web.Response:
        """GET .../messages."""
        seen = self._core.people.sees(self._user(request).id)
        return web.json_response({"messages": seen.messages, "toasts": seen.toasts})

    async def change(self, request: web.Request) -> web.Response:
        """POST .../block, .../unblock, .../deactivate; answers when the bot is idle."""
        user, before = self._user(request), self._core.world.chats.changes
        people = self._core.people
        deeds = {"block": people.block, "unblock": people.unblock, "deactivate": people.deactivate}
        deeds[request.match_info["what"]](user.id)
        return await self._afterwards(user, before, _shown(user))

    async def delete(self, request: web.Request) -> web.Response:
        """POST .../delete."""
        number = wanted_integer(await read_object(request), "message_id")
        user = self._user(request)
        self._core.people.delete(user.id, number)
        return web.json_response({"deleted": [number]})

    async def profile(self, request: web.Request) -> web.Response:
        """GET .../profile: name, descriptions and commands as this person's app shows them."""
        return web.json_response(shown_to(self._core.world, self._user(request)))

    async def file(self, request: web.Request) -> web.Response:
        """GET /sim/files/...: the bytes of a photo or document."""
        stored = self._core.world.files.at(request.match_info["path"])
        if stored is None:
            raise SimError("there is no such file", 404)
        headers = {"X-Content-Type-Options": "nosniff"}
        if stored.kind == "document":
            headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(stored.name)}"
        kind = stored.mime.partition(";")[0]
        return web.Response(body=stored.content, content_type=kind, headers=headers)

    async def programme(self, _request: web.Request) -> web.Response:
        """GET /sim/programme."""
        if self._programme is None:
            raise SimError("this server has no programme", 404)
        shown = await self._programme()
        return web.json_response({**shown, "clock": self._core.clock.now().isoformat()})

    def _user(self, request: web.Request) -> User:
        return self._core.people.get(int(request.match_info["user"]))

    async def _afterwards(self, user: User, before: int, more: Json) -> web.Response:
        """What changed in a chat since, once the bot is idle."""
        idle = await self._core.settle()
        seen = self._core.people.sees(user.id, before)
        changed: Json = {
            "messages": seen.messages,
            "toasts": seen.toasts,
            "deleted": seen.deleted,
            "idle": idle,
        }
        return web.json_response({**more, **changed})


def _shown(user: User) -> Json:
    return {**user.json(), "language_code": user.language_code, "blocked": user.blocked}
