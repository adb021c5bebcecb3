"""The line itself: bodies, addresses, strangers, ports."""

import aiohttp
import pytest
from aiohttp import web

from bot.demo.chats import User
from bot.demo.core import Core
from bot.demo.http import PortInUseError, make_app, serve


@pytest.mark.parametrize("how", ["form", "json", "multipart", "query", "query of a GET"])
async def test_a_call_may_come_in_any_dress(
    sim: aiohttp.ClientSession, core: Core, noor: User, how: str
) -> None:
    address, markup = f"/bot{core.token}/sendMessage", '{"inline_keyboard": []}'
    params = {"chat_id": str(noor.id), "text": "Hoi", "reply_markup": markup}
    multipart = aiohttp.FormData(params, default_to_multipart=True)
    asked = {
        "form": lambda: sim.post(address, data=params),
        "json": lambda: sim.post(address, json={**params, "chat_id": noor.id, "reply_markup": {}}),
        "multipart": lambda: sim.post(address, data=multipart),
        "query": lambda: sim.post(address, params=params),
        "query of a GET": lambda: sim.get(address, params=params),
    }
    async with asked[how]() as answer:
        body = await answer.json()

    assert (answer.status, body["ok"], body["result"]["text"]) == (200, True, "Hoi")


@pytest.mark.parametrize("body", ["[", "[]", "5"])
async def test_broken_json_is_refused(sim: aiohttp.ClientSession, core: Core, body: str) -> None:
    kind = {"Content-Type": "application/json"}
    async with sim.post(f"/bot{core.token}/getMe", data=body, headers=kind) as answer:
        told = await answer.json()

    assert (answer.status, told["description"]) == (400, "Bad Request: can't parse JSON object")


async def test_half_a_character_is_refused(core: Core, noor: User) -> None:
    params = {"chat_id": str(noor.id), "text": "\ud800"}

    reply = await core.call(core.token, "sendMessage", params)

    assert isinstance(reply.body, dict)
    assert reply.body["description"] == "Bad Request: strings must be encoded in UTF-8"


@pytest.mark.parametrize("path", ["/bot", "/bot700000001:demo", "/bot/getMe", "/botx/y/z"])
async def test_other_paths_are_not_found_as_telegram_says_it(
    sim: aiohttp.ClientSession, path: str
) -> None:
    async with sim.get(path) as answer:
        told = await answer.json()

    assert told == {"ok": False, "error_code": 404, "description": "Not Found"}


async def test_a_wrong_token_gets_no_file(sim: aiohttp.ClientSession, core: Core) -> None:
    for token in (core.token, "1:wrong"):
        async with sim.get(f"/file/bot{token}/photos/none.png") as answer:
            assert answer.status == 404


async def test_methods_are_known_in_any_case(sim: aiohttp.ClientSession, core: Core) -> None:
    async with sim.get(f"/bot{core.token}/GETME") as answer:
        assert answer.status == 200


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://example.nl"}, {"Host": "example.nl"}, {"Origin": "null"}]
)
async def test_a_page_from_elsewhere_cannot_reach_in(
    sim: aiohttp.ClientSession, headers: dict[str, str]
) -> None:
    async with sim.get("/sim/users", headers=headers) as answer:
        assert (answer.status, list(await answer.json())) == (403, ["error"])


async def test_its_own_page_can(sim: aiohttp.ClientSession, base: str) -> None:
    async with sim.get("/sim/users", headers={"Origin": base}) as answer:
        assert answer.status == 200


async def test_any_host_name_on_request(core: Core) -> None:
    async with (
        serve(make_app(core, any_host=True)) as address,
        aiohttp.ClientSession(address) as session,
        session.get("/sim/users", headers={"Host": "demo.example.nl"}) as answer,
    ):
        assert answer.status == 200


async def test_a_port_in_use_is_told_by_its_number(core: Core, base: str) -> None:
    port = int(base.rpartition(":")[2])

    with pytest.raises(PortInUseError, match=f"port {port} is in use") as refused:
        async with serve(make_app(core), port):
            pass

    assert refused.value.port == port


async def test_further_pages_share_the_port(core: Core) -> None:
    async def page(_request: web.Request) -> web.Response:
        return web.Response(text="de chat")

    app = make_app(core, extra_routes=[web.get("/", page)])
    async with (
        serve(app) as address,
        aiohttp.ClientSession() as session,
        session.get(address) as answer,
    ):
        assert await answer.text() == "de chat"


async def test_closing_lets_everybody_go_who_waits(core: Core) -> None:
    async with aiohttp.ClientSession() as session:
        async with serve(make_app(core)) as address:
            stream = await session.get(f"{address}/sim/events")
            await stream.content.readuntil(b"\n\n")
        await stream.content.read()
        stream.close()

    assert not await core.world.signal.wait_until(lambda: False, 0.01)
