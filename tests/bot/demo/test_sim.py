"""The people's side over HTTP, with a bot that polls over HTTP too."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update

from bot.demo.chats import User
from bot.demo.core import Core
from bot.demo.http import make_app, serve

MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)
BOOK = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("📅 Boek", callback_data="b:1", style="success")],
        [InlineKeyboardButton("🌐 Site", url="https://example.nl/")],
        [InlineKeyboardButton("📞 Bel", copy_text={"text": "020 123 45 67"})],  # type: ignore[arg-type]
    ]
)
Session = aiohttp.ClientSession
Answer = tuple[int, Any]


async def post(sim: Session, path: str, body: object = None) -> Answer:
    async with sim.post(f"/sim/{path}", json={} if body is None else body) as answer:
        return answer.status, await answer.json()


async def get(sim: Session, path: str) -> Answer:
    async with sim.get(f"/sim/{path}") as answer:
        return answer.status, await answer.json()


async def answer_update(bot: Bot, update: Update) -> None:
    """A bot in four lines: offers a button, books when it is pressed, repeats the rest."""
    query = update.callback_query
    if query and query.message:
        await bot.answer_callback_query(query.id, "Geboekt")
        await bot.edit_message_text(
            f"Tot vrijdag ({query.data})", query.from_user.id, query.message.message_id
        )
    elif update.message and update.message.text == "/start linde":
        await bot.send_message(update.message.chat.id, "Kies", reply_markup=BOOK)
    elif update.message:
        await bot.send_message(update.message.chat.id, f"Je zei: {update.message.text}")


@pytest.fixture
async def small_bot(core: Core, base: str) -> AsyncIterator[None]:
    """Polls, and confirms what it has finished."""

    async def poll(bot: Bot) -> None:
        offset = 0
        while True:
            for update in await bot.get_updates(offset=offset, timeout=5):
                await answer_update(bot, update)
                offset = update.update_id + 1

    async with Bot(core.token, base_url=f"{base}/bot") as bot, asyncio.TaskGroup() as group:
        task = group.create_task(poll(bot))
        yield
        task.cancel()


@pytest.fixture
def _impatient(core: Core) -> None:
    core.world.settings = replace(core.world.settings, patience=0.02)


@pytest.mark.usefixtures("_impatient")
async def test_people_are_added_and_listed(sim: Session) -> None:
    status, fatima = await post(sim, "users", {"first_name": "Fatima", "language_code": "ar"})
    assert (status, fatima["first_name"], fatima["blocked"]) == (200, "Fatima", False)
    _, sam = await post(sim, "users", {"id": 7, "first_name": "Sam"})
    assert (sam["id"], sam["language_code"]) == (7, "nl")

    await post(sim, "users/7/block")

    _, shown = await get(sim, "users")
    assert [(user["first_name"], user["blocked"]) for user in shown["users"]] == [
        ("Fatima", False),
        ("Sam", True),
    ]


async def test_an_app_changes_its_language(sim: Session) -> None:
    await post(sim, "users", {"id": 7, "first_name": "Sam"})
    await post(sim, "users", {"id": 7, "first_name": "Sam", "language_code": "pl"})

    _, shown = await get(sim, "users")

    assert [user["language_code"] for user in shown["users"]] == ["pl"]


@pytest.mark.usefixtures("small_bot")
async def test_a_talk_over_http(sim: Session) -> None:
    await post(sim, "users", {"id": 7, "first_name": "Noor"})

    _, started = await post(sim, "users/7/text", {"text": "/start linde"})
    mine, screen = started["messages"]
    assert (mine["from"], mine["text"]) == ("user", "/start linde")
    assert (screen["from"], screen["text"], started["idle"]) == ("bot", "Kies", True)
    assert screen["keyboard"] == [
        [{"text": "📅 Boek", "data": "b:1", "style": "success"}],
        [{"text": "🌐 Site", "url": "https://example.nl/"}],
        [{"text": "📞 Bel", "copy_text": "020 123 45 67"}],
    ]

    press = {"message_id": screen["message_id"], "button": "Boek"}
    _, pressed = await post(sim, "users/7/press", press)
    assert [message["text"] for message in pressed["messages"]] == ["Tot vrijdag (b:1)"]
    assert pressed["messages"][0]["edited"]
    assert pressed["toasts"] == [{"text": "Geboekt", "show_alert": False}]

    status, gone = await post(sim, "users/7/press", press)
    assert (status, gone["error"]) == (404, f"message {screen['message_id']} has no button 'Boek'")

    _, forged = await post(
        sim, "users/7/press", {"message_id": screen["message_id"], "data": "b:999"}
    )
    assert forged["toasts"] == [{"text": "Geboekt", "show_alert": False}]

    _, chat = await get(sim, "users/7/messages")
    assert [message["text"] for message in chat["messages"]] == [
        "/start linde",
        "Tot vrijdag (b:999)",
    ]
    assert len(chat["toasts"]) == 2


@pytest.mark.usefixtures("small_bot")
async def test_links_and_copies_stay_in_the_app(sim: Session) -> None:
    await post(sim, "users", {"id": 7, "first_name": "Noor"})
    _, started = await post(sim, "users/7/text", {"text": "/start linde"})
    number = started["messages"][-1]["message_id"]

    _, site = await post(sim, "users/7/press", {"message_id": number, "button": "Site"})
    _, copied = await post(sim, "users/7/press", {"message_id": number, "button": "📞 bel"})

    assert (site["url"], copied["copy_text"]) == ("https://example.nl/", "020 123 45 67")
    assert site["messages"] == []


@pytest.mark.usefixtures("_impatient")
async def test_a_bot_that_never_answers_is_not_waited_for_for_ever(
    sim: Session, core: Core, noor: User
) -> None:

    _, said = await post(sim, f"users/{noor.id}/text", {"text": "Hoi"})

    assert not said["idle"]


@pytest.mark.usefixtures("_impatient")
async def test_pictures_and_blocks_reach_the_bot(sim: Session, core: Core, noor: User) -> None:
    for deed in ("photo", "voice", "sticker", "block", "unblock"):
        assert (await post(sim, f"users/{noor.id}/{deed}"))[0] == 200

    kinds = [update.kind for update in core.world.updates.pending()]

    assert kinds == ["message"] * 3 + ["my_chat_member"] * 2


async def test_a_file_has_an_address(base: str, sim: Session, core: Core, noor: User) -> None:
    async with Bot(core.token, base_url=f"{base}/bot") as bot:
        await bot.send_document(noor.id, b"uren;3", filename="week.csv", caption="Cijfers")
    _, chat = await get(sim, f"users/{noor.id}/messages")
    document = chat["messages"][-1]["document"]

    async with sim.get(document["url"]) as answer:
        content = await answer.read()

    assert (document["file_name"], content, answer.content_type) == (
        "week.csv",
        b"uren;3",
        "text/csv",
    )
    assert chat["messages"][-1]["text"] == "Cijfers"
    assert (await get(sim, "files/documents/other.csv"))[0] == 404


async def test_a_person_deletes_a_message(sim: Session, noor: User) -> None:
    number = min(noor.messages)

    assert await post(sim, f"users/{noor.id}/delete", {"message_id": number}) == (
        200,
        {"deleted": [number]},
    )
    assert (await post(sim, f"users/{noor.id}/delete", {"message_id": number}))[0] == 404
    assert (await get(sim, f"users/{noor.id}/messages"))[1]["messages"] == []


async def test_who_blocked_the_bot_cannot_write_to_it(sim: Session, noor: User, core: Core) -> None:
    core.people.block(noor.id)

    assert (await post(sim, f"users/{noor.id}/text", {"text": "Hoi"}))[0] == 409


async def test_an_account_is_deleted(sim: Session, core: Core, noor: User) -> None:
    await post(sim, f"users/{noor.id}/deactivate")

    reply = await core.call(core.token, "sendMessage", {"chat_id": str(noor.id), "text": "Hoi"})

    assert reply.status == 403


async def test_the_app_shows_name_and_commands(sim: Session, core: Core, noor: User) -> None:
    commands = '[{"command": "start", "description": "Begin"}]'
    await core.call(core.token, "setMyCommands", {"commands": commands})

    _, profile = await get(sim, f"users/{noor.id}/profile")

    assert profile["commands"] == [{"command": "start", "description": "Begin"}]
    assert profile["name"] == "Inloop"


async def test_the_clock_goes_by_moments_and_spans(sim: Session) -> None:
    assert await get(sim, "clock") == (200, {"now": "2026-11-23T08:00:00+00:00"})

    moved = await post(sim, "clock", {"advance": "P1DT2H30M"})
    assert moved == (200, {"now": "2026-11-24T10:30:00+00:00", "idle": True})
    moved = await post(sim, "clock", {"now": "2026-11-27T10:00:00+01:00"})
    assert moved[1]["now"] == "2026-11-27T09:00:00+00:00"


@pytest.mark.parametrize(
    "body",
    [
        {"now": "2026-11-23T07:59:59Z"},
        {"now": "2026-11-24T08:00:00"},
        {"now": "tomorrow"},
        {"now": 5},
        {"advance": "2 hours"},
        {"advance": "P1M"},
        {"advance": "P"},
        {"advance": "PT"},
        {"advance": "P9999999999D"},
        {"advance": "P999999W"},
        {"advance": "PT1H", "now": "2026-11-24T08:00:00Z"},
        {},
    ],
)
async def test_the_clock_refuses_what_it_cannot_do(sim: Session, core: Core, body: object) -> None:
    status, answer = await post(sim, "clock", body)

    assert (status, list(answer)) == (400, ["error"])
    assert core.clock.now() == MONDAY


async def test_a_follower_beats_over_http(sim: Session) -> None:
    first = await post(sim, "clock/beat", {"done": None, "next": None, "wait": 5})
    assert first == (200, {"beat": 0, "now": "2026-11-23T08:00:00+00:00"})

    async with asyncio.TaskGroup() as group:
        moved = group.create_task(post(sim, "clock", {"advance": "PT2H"}))
        seen, done = [], 0
        while not moved.done():
            body = {"done": done, "next": None, "wait": 0.2}
            done, now = (await post(sim, "clock/beat", body))[1].values()
            seen.append(now)

    assert moved.result()[1]["idle"]
    assert "2026-11-23T10:00:00+00:00" in seen


@pytest.mark.parametrize(
    "body",
    [{"done": "x"}, {"done": True}, {"next": "2026-11-24T08:00"}, {"wait": -1}, {"wait": "x"}],
)
async def test_a_wrong_beat_is_refused(sim: Session, body: object) -> None:
    assert (await post(sim, "clock/beat", body))[0] == 400


async def test_faults_are_ordered_over_http(sim: Session, core: Core, noor: User) -> None:
    body = {"method": "sendMessage", "kind": "429", "times": 2, "seconds": 3}
    assert (await post(sim, "faults", body))[0] == 200

    params = {"chat_id": str(noor.id), "text": "Hoi"}
    async with sim.post(f"/bot{core.token}/sendMessage", data=params) as answer:
        refused = await answer.json()

    assert (answer.status, answer.headers["Retry-After"]) == (429, "3")
    assert refused == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 3",
        "parameters": {"retry_after": 3},
    }
    async with sim.delete("/sim/faults"):
        pass
    assert (await core.call(core.token, "sendMessage", params)).status == 200


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"method": "sendPizza", "kind": "429"},
        {"method": "sendMessage", "kind": "404"},
        {"method": "sendMessage", "kind": "429", "times": 0},
        {"method": "sendMessage", "kind": "429", "times": "x"},
        {"method": "sendMessage", "kind": "5xx", "status": 404},
        {"method": "sendMessage", "kind": "slow", "seconds": -1},
    ],
)
async def test_wrong_faults_are_refused(sim: Session, body: object) -> None:
    assert (await post(sim, "faults", body))[0] == 400


async def test_every_call_is_logged_without_files(sim: Session, core: Core, noor: User) -> None:
    chat = str(noor.id)
    await core.call(core.token, "sendMessage", {"chat_id": chat, "text": "Hoi"})
    await core.call(core.token, "sendMessage", {"chat_id": "4711", "text": "Hoi"})

    _, log = await get(sim, "calls")

    assert log["calls"] == [
        {
            "n": n,
            "method": "sendMessage",
            "params": {"chat_id": number, "text": "Hoi"},
            "status": status,
            "at": "2026-11-23T08:00:00+00:00",
        }
        for n, (number, status) in enumerate([(chat, 200), ("4711", 400)])
    ]
    assert log["next"] == 2
    assert (await get(sim, "calls?since=1"))[1]["calls"] == log["calls"][1:]
    assert (await get(sim, "calls?since=x"))[0] == 400


async def test_a_page_is_told_what_changed(sim: Session, core: Core, noor: User) -> None:
    async with sim.get("/sim/events") as stream:
        assert stream.content_type == "text/event-stream"
        assert await stream.content.readuntil(b"\n\n") == b": welcome\n\n"
        await stream.content.readuntil(b"\n\n")
        core.people.type(noor.id, "Hoi")
        chat = await stream.content.readuntil(b"\n\n")
        core.clock.move(core.clock.now().replace(hour=9))
        clock = await stream.content.readuntil(b"\n\n")

    assert json.loads(chat.removeprefix(b"data: ")) == {"user": noor.id}
    assert json.loads(clock.removeprefix(b"data: ")) == {"clock": "2026-11-23T09:00:00+00:00"}


async def test_a_page_learns_of_every_chat_change(sim: Session, core: Core, noor: User) -> None:
    params = {"chat_id": str(noor.id), "text": "Hoi"}
    async with sim.get("/sim/events") as stream:
        await stream.content.readuntil(b"\n\n")
        await stream.content.readuntil(b"\n\n")
        for deed in (
            core.call(core.token, "sendMessage", params),
            core.call(core.token, "editMessageText", {**params, "text": "Dag", "message_id": "2"}),
            core.call(core.token, "deleteMessage", {**params, "message_id": "2"}),
        ):
            assert (await deed).status == 200
            line = await stream.content.readuntil(b"\n\n")
            assert json.loads(line.removeprefix(b"data: ")) == {"user": noor.id}


async def test_the_programme_comes_with_the_clock(core: Core, sim: Session) -> None:
    async def programme() -> dict[str, Any]:
        return {"schools": [{"id": "linde"}]}

    async with serve(make_app(core, programme=programme)) as address, Session(address) as other:
        assert await get(other, "programme") == (
            200,
            {"schools": [{"id": "linde"}], "clock": "2026-11-23T08:00:00+00:00"},
        )
    status, answer = await get(sim, "programme")
    assert (status, answer) == (404, {"error": "this server has no programme"})


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("users", [], 400),
        ("users", {}, 400),
        ("users", {"first_name": " "}, 400),
        ("users", {"first_name": "Sam", "id": "x"}, 400),
        ("users", {"first_name": "Sam", "id": 0}, 400),
        ("users/1001/text", {}, 400),
        ("users/1001/text", {"text": " "}, 400),
        ("users/1001/text", {"text": "\ud800"}, 400),
        ("users/1001/text", {"text": "a" * 4097}, 400),
        ("users/4711/text", {"text": "Hoi"}, 404),
        ("users/1001/press", {"button": "Boek"}, 400),
        ("users/1001/press", {"message_id": 1}, 400),
        ("users/1001/press", {"message_id": 1, "button": "x", "data": "x"}, 400),
        ("users/1001/press", {"message_id": 1, "button": 5}, 400),
        ("users/1001/press", {"message_id": 99, "button": "Boek"}, 404),
        ("users/1001/press", {"message_id": 99, "data": "x"}, 404),
        ("users/1001/press", {"message_id": 1, "data": "é" * 33}, 400),
        ("users/1001/delete", {}, 400),
        ("users/4711/block", {}, 404),
    ],
)
async def test_what_cannot_be_done_is_told_in_json(
    sim: Session, noor: User, path: str, body: object, status: int
) -> None:
    told, answer = await post(sim, path, body)

    assert (told, list(answer)) == (status, ["error"])


async def test_a_body_that_is_no_json_is_told_so(sim: Session) -> None:
    for body in (b"{", b"\xff", b'"x"'):
        async with sim.post("/sim/users", data=body) as answer:
            assert (answer.status, list(await answer.json())) == (400, ["error"])
