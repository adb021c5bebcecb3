"""The transports: what arrives at Telegram, what comes back, what is never said."""

import asyncio
import json
import logging
import traceback
from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.telegram.errors import Kind, Outcome, classify
from bot.telegram.requests import AiohttpRequest, HttpxRequest, make_request
from tests.bot.telegram.scripted import (
    MESSAGE,
    TOKEN,
    Answer,
    Scripted,
    Transport,
    calling,
    drops,
    fails,
    gives,
    redirects_with_a_cookie,
    says,
)

KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("Ja & nee", callback_data="1a:b")]])


async def test_a_message_arrives_as_a_form_with_json_inside(bot: Bot, server: Scripted) -> None:
    sent = await bot.send_message(5, "Hoi; ሰላም & مرحبا", reply_markup=KEYS)
    (asked,) = server.asked
    assert sent.message_id == MESSAGE["message_id"]
    assert asked.method == "sendMessage"
    assert asked.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert asked.fields["text"] == "Hoi; ሰላም & مرحبا"
    assert asked.fields["chat_id"] == "5"
    assert json.loads(asked.fields["reply_markup"]) == KEYS.to_dict()


async def test_a_call_without_parameters_is_a_post_too(bot: Bot, server: Scripted) -> None:
    server.script.append(says({"id": 1, "is_bot": True, "first_name": "Inloop"}))
    assert (await bot.get_me()).first_name == "Inloop"


async def test_a_photo_arrives_in_parts(bot: Bot, server: Scripted) -> None:
    photo = InputFile(BytesIO(b"\x89PNG..."), filename="week 46.png")
    await bot.send_photo(5, photo, caption="De week", reply_markup=KEYS)
    (asked,) = server.asked
    assert asked.headers["Content-Type"].startswith("multipart/form-data")
    assert asked.fields["caption"] == "De week"
    assert asked.files == {"photo": ("week 46.png", "image/png", b"\x89PNG...")}


async def test_two_documents_arrive_in_one_call(bot: Bot, server: Scripted) -> None:
    thumbnail, document = InputFile(b"jpg", "t.jpg", attach=True), InputFile(b"a;b", "cijfers.csv")
    await bot.send_document(5, document, thumbnail=thumbnail.input_file_content)
    (asked,) = server.asked
    assert sorted(content for _, _, content in asked.files.values()) == [b"a;b", b"jpg"]


async def test_a_file_is_downloaded_whole(transport: Transport, server: Scripted) -> None:
    server.script.append(gives(200, "x" * 300_000))
    async with make_request(transport, 1) as request:
        assert await request.retrieve(server.base_url) == b"x" * 300_000


async def test_calls_beyond_the_connections_wait_and_then_give_up_unsent(
    transport: Transport, server: Scripted
) -> None:
    server.script.append(server.silence)
    async with calling(transport, server.base_url, connections=1) as bot, asyncio.TaskGroup() as g:
        first = g.create_task(_outcome(bot))
        await server.came_in.wait()
        with pytest.raises(TimedOut) as caught:
            await bot.send_message(5, "twee", pool_timeout=0.1)
        assert classify(caught.value).kind is Kind.NOT_SENT
        server.release.set()
        assert await first == "foreign-answer"
        await bot.send_message(5, "drie")
    assert [asked.fields["text"] for asked in server.asked] == ["hoi", "drie"]


async def test_a_failed_call_gives_its_connection_back(
    transport: Transport, server: Scripted
) -> None:
    async with calling(transport, server.base_url, connections=1) as bot:
        for _ in range(3):
            server.script.append(drops)
            assert await _outcome(bot) == "dropped"
        await bot.send_message(5, "hoi", pool_timeout=5)


async def test_a_cancelled_call_gives_its_connection_back(
    transport: Transport, server: Scripted
) -> None:
    async with calling(transport, server.base_url, connections=1) as bot:
        server.script.append(server.silence)
        async with asyncio.TaskGroup() as group:
            call = group.create_task(_outcome(bot))
            await server.came_in.wait()
            call.cancel()
        await bot.send_message(5, "hoi", pool_timeout=5)


async def test_no_cookie_is_kept_and_no_redirect_followed(bot: Bot, server: Scripted) -> None:
    server.script.append(redirects_with_a_cookie)
    assert await _outcome(bot) in {"server-error", "foreign-answer"}
    await bot.send_message(5, "hoi")
    assert [asked.method for asked in server.asked] == ["sendMessage", "sendMessage"]
    assert "Cookie" not in server.asked[1].headers or isinstance(bot.request, HttpxRequest)


async def test_every_answer_stamps_the_clock_and_no_failure_does(
    transport: Transport, server: Scripted
) -> None:
    hands = iter([10.0, 20.0])
    request = make_request(transport, 1, clock=lambda: next(hands))
    bot = Bot(TOKEN, base_url=server.base_url, request=request)
    async with request:
        assert request.last_round_trip is None
        await bot.send_message(5, "hoi")
        assert request.last_round_trip == 10.0
        server.script.extend([drops, fails(400, "Bad Request: x")])
        await _outcome(bot)
        assert request.last_round_trip == 10.0
        await _outcome(bot)
        assert request.last_round_trip == 20.0


async def test_updates_in_hand_are_left_out_before_they_are_parsed(
    transport: Transport, server: Scripted
) -> None:
    server.script.append(says([{"update_id": 7, "message": "cannot be parsed"}, {"update_id": 8}]))
    request = make_request(transport, 1, known={7}.__contains__)
    async with request:
        bot = Bot(TOKEN, base_url=server.base_url, get_updates_request=request)
        assert [update.update_id for update in await bot.get_updates()] == [8]


async def test_opening_and_closing_twice_does_no_harm(
    transport: Transport, server: Scripted
) -> None:
    request = make_request(transport, 1)
    bot = Bot(TOKEN, base_url=server.base_url, request=request)
    for _ in range(2):
        await request.initialize()
        await request.initialize()
        await bot.send_message(5, "hoi")
        await request.shutdown()
        await request.shutdown()
    with pytest.raises(NetworkError):
        await bot.send_message(5, "hoi")


def test_the_configuration_chooses_the_transport() -> None:
    assert isinstance(make_request("aiohttp", 4), AiohttpRequest)
    assert isinstance(make_request("httpx", 4), HttpxRequest)
    assert make_request("aiohttp", 4).read_timeout == make_request("httpx", 4).read_timeout == 30


async def test_none_means_no_limit(server: Scripted) -> None:
    async with AiohttpRequest(1) as request:
        status, _ = await request.do_request(
            server.base_url,
            "POST",
            read_timeout=None,
            write_timeout=None,
            connect_timeout=None,
            pool_timeout=None,
        )
    assert status == 200


async def test_an_upload_nobody_reads_is_given_up(unread: str) -> None:
    async with calling("aiohttp", f"http://{unread}/bot") as bot:
        with pytest.raises(TimedOut) as caught:
            await bot.send_document(
                5, b"x" * 30_000_000, write_timeout=0.2, read_timeout=0.2, connect_timeout=1
            )
    assert classify(caught.value).reason == "no-answer"


async def test_a_connection_not_made_in_time_never_left_us_and_hides_the_address(
    transport: Transport, unread: str
) -> None:
    async with calling(transport, f"https://{unread}/bot") as bot:  # nobody shakes hands
        with pytest.raises(TimedOut) as caught:
            await bot.send_message(5, "hoi", connect_timeout=0.2)
    assert classify(caught.value) == Outcome(Kind.NOT_SENT, None, "no-connection")
    assert "geheim" not in _told(caught.value)


@pytest.mark.parametrize("answer", ["drops", "silence", "page", "refused", "pool"])
async def test_no_failure_tells_the_token_or_the_text(
    transport: Transport,
    server: Scripted,
    answer: str,
    unused_tcp_port: int,
    caplog: pytest.LogCaptureFixture,
) -> None:
    page = gives(502, f"<html>{TOKEN} hoi Noor</html>")
    answers: dict[str, Answer] = {"drops": drops, "silence": server.silence, "page": page}
    server.script.append(answers.get(answer, server.silence))
    refused = f"http://127.0.0.1:{unused_tcp_port}/bot"
    url = refused if answer == "refused" else server.base_url
    with caplog.at_level(logging.INFO, logger="telegram"):
        async with calling(transport, url, connections=1) as bot, asyncio.TaskGroup() as group:
            if answer == "pool":
                group.create_task(_outcome(bot))
                await server.came_in.wait()
            with pytest.raises(TelegramError) as caught:
                await bot.send_message(5, "hoi Noor", read_timeout=0.2, pool_timeout=0.1)
            server.release.set()
    told = _told(caught.value)
    records = [record for record in caplog.records if record.name.startswith("telegram")]
    logged = "".join(record.getMessage() for record in records)
    for secret in (TOKEN, "geheim", "hoi Noor</html>"):
        assert secret not in told
        assert secret not in logged


async def test_a_body_that_is_no_json_is_not_logged(
    bot: Bot, server: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    server.script.append(gives(200, "<html>Noor</html>"))
    assert await _outcome(bot) == "foreign-answer"
    assert "Noor" not in caplog.text


async def _outcome(bot: Bot) -> str:
    with pytest.raises(TelegramError) as caught:
        await bot.send_message(5, "hoi")
    return classify(caught.value).reason


def _linked(error: BaseException | None) -> list[BaseException]:
    """An error with all that led to it, shown in a traceback or not."""
    if error is None:
        return []
    return [error, *_linked(error.__cause__), *_linked(error.__context__)]


def _told(error: BaseException) -> str:
    """All that a log could show of an error."""
    shown = "".join(traceback.format_exception(error))
    return shown + "".join(f"{link!s} {link!r}" for link in _linked(error))


@pytest.fixture
async def unread() -> AsyncIterator[str]:
    """Host and port of somebody who takes connections and never reads."""
    closing = asyncio.Event()

    async def never_reads(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await closing.wait()
        writer.close()

    server = await asyncio.start_server(never_reads, "127.0.0.1", 0, limit=1)
    async with server:
        host, port = server.sockets[0].getsockname()
        yield f"{host}:{port}"
        closing.set()


async def test_what_a_pressed_message_said_goes_no_further() -> None:
    pressed = {"message_id": 5, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "secret"}
    answer = {"ok": True, "result": [{"update_id": 1, "callback_query": {"message": pressed}}]}
    request = make_request("aiohttp", 1, known=lambda _: False)

    [update] = request.parse_json_payload(json.dumps(answer).encode())["result"]

    assert update["callback_query"]["message"] == {
        "message_id": 5,
        "date": 1,
        "chat": {"id": 7, "type": "private"},
    }


async def test_a_page_with_status_200_is_never_taken_for_an_edit_that_was_done(
    bot: Bot, server: Scripted
) -> None:
    server.script.extend([gives(200, "<html>please log in</html>"), says(MESSAGE)])

    with pytest.raises(TelegramError) as failed:
        await bot.edit_message_text("Hoi", 5, 1)
    assert classify(failed.value) == Outcome(Kind.UNKNOWN, None, "foreign-answer")

    assert await bot.edit_message_text("Hoi", 5, 1)
