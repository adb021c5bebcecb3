"""Every error of Telegram and of the wire, over both transports where it can be played."""

from datetime import timedelta
from typing import Any

import aiohttp
import httpx
import pytest
from telegram import Bot
from telegram.error import (
    EndPointNotFound,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.warnings import PTBDeprecationWarning

from bot.telegram.errors import PAUSE_WITHOUT_ADVICE, Kind, Outcome, classify
from tests.bot.telegram.scripted import (
    TOKEN,
    Answer,
    Scripted,
    Transport,
    calling,
    drops,
    drops_in_the_middle,
    fails,
    gives,
)

MEANINGS = [
    (
        "Bad Request: message is not modified: specified new message content and reply markup "
        "are exactly the same as a current content and reply markup of the message",
        Kind.NO_CHANGE,
    ),
    (
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
        Kind.TOO_OLD,
    ),
    ("Bad Request: QUERY_ID_INVALID", Kind.TOO_OLD),
    ("Bad Request: message to edit not found", Kind.MESSAGE_GONE),
    ("Bad Request: message to delete not found", Kind.MESSAGE_GONE),
    ("Bad Request: message can't be edited", Kind.MESSAGE_GONE),
    ("Bad Request: message can't be deleted for everyone", Kind.MESSAGE_GONE),
    ("Bad Request: there is no text in the message to edit", Kind.MESSAGE_GONE),
    ("Bad Request: MESSAGE_ID_INVALID", Kind.MESSAGE_GONE),
    ("Bad Request: chat not found", Kind.GONE),
    ("Bad Request: PEER_ID_INVALID", Kind.GONE),
    ("Bad Request: BUTTON_DATA_INVALID", Kind.REFUSED),
    ("Bad Request: message text is empty", Kind.REFUSED),
    ("Bad Request: can't parse entities: Unsupported start tag", Kind.REFUSED),
    ("Forbidden: bot was blocked by the user", Kind.GONE),
    ("Forbidden: user is deactivated", Kind.GONE),
    ("Forbidden: bot can't initiate conversation with a user", Kind.GONE),
    ("Forbidden: bot was kicked from the group chat", Kind.GONE),
    ("Forbidden: not enough rights", Kind.REFUSED),
    ("Conflict: terminated by other getUpdates request; make sure that only", Kind.CONFLICT),
    ("Conflict: can't use getUpdates method while webhook is active", Kind.CONFLICT),
    ("Unauthorized", Kind.REFUSED_TOKEN),
    ("Not Found", Kind.REFUSED_TOKEN),
    ("Internal Server Error", Kind.UNKNOWN),
    ("Bad Gateway", Kind.UNKNOWN),
    ("Request Entity Too Large", Kind.REFUSED),
    ("Too Many Requests", Kind.TOO_FAST),
]
CODES = {
    "Bad Request": 400,
    "Unauthorized": 401,
    "Forbidden": 403,
    "Not Found": 404,
    "Conflict": 409,
    "Request Entity Too Large": 413,
    "Too Many Requests": 429,
    "Internal Server Error": 500,
    "Bad Gateway": 502,
}


async def outcome_of(bot: Bot, **timeouts: Any) -> Outcome:
    with pytest.raises(Exception) as caught:  # noqa: PT011 classify tells what it must be
        await bot.send_message(5, "hoi", **timeouts)
    return classify(caught.value)


@pytest.mark.parametrize(("description", "kind"), MEANINGS)
async def test_what_telegram_says_has_one_meaning(
    bot: Bot, server: Scripted, description: str, kind: Kind
) -> None:
    server.script.append(fails(CODES[description.partition(":")[0]], description))
    outcome = await outcome_of(bot)
    assert outcome.kind is kind
    assert (outcome.retry_after is not None) is (kind is Kind.TOO_FAST)


async def test_429_says_how_long_to_wait(bot: Bot, server: Scripted) -> None:
    server.script.append(fails(429, "Too Many Requests: retry after 7", retry_after=7))
    outcome = await outcome_of(bot)
    assert outcome == Outcome(Kind.TOO_FAST, timedelta(seconds=7), "flood")


async def test_429_without_advice_waits_all_the_same(bot: Bot, server: Scripted) -> None:
    server.script.append(fails(429, "Too Many Requests: retry after 0", retry_after=0))
    assert (await outcome_of(bot)).retry_after == PAUSE_WITHOUT_ADVICE


@pytest.mark.parametrize("mode", ["0", "1"])
@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
def test_retry_after_is_a_span_in_both_modes_of_the_library(
    mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", mode)
    assert classify(RetryAfter(3)).retry_after == timedelta(seconds=3)


def test_a_429_warns_nobody_of_what_the_library_plans() -> None:
    assert issubclass(PTBDeprecationWarning, Warning)  # and here warnings are errors
    assert classify(RetryAfter(3)).kind is Kind.TOO_FAST


async def test_a_group_that_moved_is_gone_under_its_old_number(bot: Bot, server: Scripted) -> None:
    text = "Bad Request: group chat was upgraded to a supergroup chat"
    server.script.append(fails(400, text, migrate_to_chat_id=-100123))
    assert await outcome_of(bot) == Outcome(Kind.GONE, None, "chat-migrated")


@pytest.mark.parametrize("status", [200, 400, 401, 403, 404, 409, 502])
async def test_a_page_of_somebody_on_the_way_condemns_neither_token_nor_person(
    bot: Bot, server: Scripted, status: int
) -> None:
    server.script.append(gives(status, "<html>bot was blocked by the user</html>"))
    assert await outcome_of(bot) == Outcome(Kind.UNKNOWN, None, "foreign-answer")


async def test_json_that_is_no_answer_is_foreign_too(bot: Bot, server: Scripted) -> None:
    server.script.append(gives(200, '["hello"]'))
    assert await outcome_of(bot) == Outcome(Kind.UNKNOWN, None, "foreign-answer")


async def test_a_refusal_with_status_200_is_unexpected(bot: Bot, server: Scripted) -> None:
    server.script.append(gives(200, {"ok": False, "error_code": 400, "description": "x"}))
    assert await outcome_of(bot) == Outcome(Kind.UNKNOWN, None, "unexpected")


@pytest.mark.parametrize("breaks", [drops, drops_in_the_middle])
async def test_dropped_after_the_request_is_unknown(
    bot: Bot, server: Scripted, breaks: Answer
) -> None:
    server.script.append(breaks)
    assert await outcome_of(bot) == Outcome(Kind.UNKNOWN, None, "dropped")
    assert len(server.asked) == 1, "a message must not be sent again behind our back"


async def test_no_answer_in_time_is_unknown(bot: Bot, server: Scripted) -> None:
    server.script.append(server.silence)
    outcome = await outcome_of(bot, read_timeout=0.2)
    assert outcome == Outcome(Kind.UNKNOWN, None, "no-answer")
    assert len(server.asked) == 1


async def test_a_refused_connection_never_left_us(
    transport: Transport, unused_tcp_port: int
) -> None:
    async with calling(transport, f"http://127.0.0.1:{unused_tcp_port}/bot") as bot:
        assert await outcome_of(bot) == Outcome(Kind.NOT_SENT, None, "no-connection")


@pytest.mark.parametrize(
    ("cause", "kind"),
    [
        (httpx.ConnectTimeout(""), Kind.NOT_SENT),
        (httpx.PoolTimeout(""), Kind.NOT_SENT),
        (aiohttp.ConnectionTimeoutError(), Kind.NOT_SENT),
        (httpx.WriteTimeout(""), Kind.UNKNOWN),
        (aiohttp.SocketTimeoutError(), Kind.UNKNOWN),
        (None, Kind.UNKNOWN),
    ],
)
def test_a_timeout_means_what_caused_it(cause: Exception | None, kind: Kind) -> None:
    error = TimedOut()
    error.__cause__ = cause
    assert classify(error).kind is kind


def test_what_the_library_did_not_expect_is_unknown() -> None:
    error = NetworkError("Unknown error in HTTP implementation")
    error.__cause__ = RuntimeError()
    assert classify(error) == Outcome(Kind.UNKNOWN, None, "unexpected")


def test_a_method_that_does_not_exist_is_our_fault_not_the_tokens() -> None:
    assert classify(EndPointNotFound("x")).kind is Kind.REFUSED


@pytest.mark.parametrize(
    "error", [ValueError("Noor"), KeyError("result"), TelegramError("Noor"), InvalidToken(TOKEN)]
)
def test_a_reason_is_a_fixed_word_and_quotes_nobody(error: Exception) -> None:
    reason = classify(error).reason
    assert reason in {"unexpected", "foreign-answer", "token"}
