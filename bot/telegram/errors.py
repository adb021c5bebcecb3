"""The one place that decides what an error of Telegram means.

Two traps are met here and nowhere else: `BadRequest` and `TimedOut` are `NetworkError`s, and
python-telegram-bot takes off "Bad Request: " and then lower-cases all but the first letter.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import aiohttp
import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

PAUSE_WITHOUT_ADVICE = timedelta(seconds=5)  # "too many requests" that does not say how long


class Kind(StrEnum):
    """What became of a call; the first is never the meaning of an error."""

    SENT = "sent"
    NOT_SENT = "not-sent"  # it never left us: send again
    TOO_FAST = "too-fast"  # nothing was done: send again after `retry_after`
    UNKNOWN = "unknown"  # it may have been done: the caller's policy decides
    GONE = "gone"  # this person or chat cannot be reached any more
    NO_CHANGE = "no-change"  # the message already says this: success
    TOO_OLD = "too-old"  # the press is no longer waited for: show the screen all the same
    MESSAGE_GONE = "message-gone"  # nothing to edit or delete: send a new message
    CONFLICT = "conflict"  # somebody else polls with this token, or a webhook is set: stop
    REFUSED_TOKEN = "refused-token"  # noqa: S105 the word for it, not a token: stop
    REFUSED = "refused"  # permanent, and most likely our own fault


@dataclass(frozen=True, slots=True)
class Outcome:
    """The meaning of one failed call.

    Attributes:
        kind: What to do about it.
        retry_after: How long to wait; set if and only if `kind` is `TOO_FAST`.
        reason: One of a few fixed words in kebab case, fit for logs and counters.
    """

    kind: Kind
    retry_after: timedelta | None
    reason: str


_NEVER_LEFT: dict[type[BaseException], str] = {
    httpx.PoolTimeout: "no-free-connection",
    httpx.ConnectTimeout: "no-connection",
    httpx.ConnectError: "no-connection",
    aiohttp.ClientConnectorCertificateError: "certificate",
    aiohttp.ConnectionTimeoutError: "no-connection",
    aiohttp.ClientConnectorError: "no-connection",
}

# In this order: a timeout is also one of the others.
_MAYBE_LEFT: dict[tuple[type[BaseException], ...], str] = {
    (httpx.TimeoutException, TimeoutError): "no-answer",
    (httpx.HTTPError, aiohttp.ClientError): "dropped",
}

# Beginnings of Telegram's texts, without "Bad Request: " or "Forbidden: ", in lower case.
_BAD_REQUESTS: dict[str, tuple[Kind, str]] = {
    "message is not modified": (Kind.NO_CHANGE, "not-modified"),
    "query is too old": (Kind.TOO_OLD, "query-too-old"),
    "query_id_invalid": (Kind.TOO_OLD, "query-too-old"),
    "message to edit not found": (Kind.MESSAGE_GONE, "message-not-found"),
    "message to delete not found": (Kind.MESSAGE_GONE, "message-not-found"),
    "message_id_invalid": (Kind.MESSAGE_GONE, "message-not-found"),
    "message can't be edited": (Kind.MESSAGE_GONE, "message-fixed"),
    "message can't be deleted": (Kind.MESSAGE_GONE, "message-fixed"),
    "there is no text in the message": (Kind.MESSAGE_GONE, "message-without-text"),
    "there is no caption in the message": (Kind.MESSAGE_GONE, "message-without-text"),
    "chat not found": (Kind.GONE, "chat-not-found"),
    "user not found": (Kind.GONE, "chat-not-found"),
    "peer_id_invalid": (Kind.GONE, "chat-not-found"),
    "input_user_deactivated": (Kind.GONE, "deactivated"),
    "user_is_blocked": (Kind.GONE, "blocked"),
}
_FORBIDDEN: dict[str, tuple[Kind, str]] = {
    "bot was blocked by the user": (Kind.GONE, "blocked"),
    "user is deactivated": (Kind.GONE, "deactivated"),
    "bot can't initiate conversation": (Kind.GONE, "never-started"),
    "bot was kicked": (Kind.GONE, "kicked"),
    "the group chat was deleted": (Kind.GONE, "chat-not-found"),
}
_BY_CLASS: dict[type[TelegramError], tuple[Kind, str]] = {
    ChatMigrated: (Kind.GONE, "chat-migrated"),
    Conflict: (Kind.CONFLICT, "second-poller"),
    InvalidToken: (Kind.REFUSED_TOKEN, "token"),
    EndPointNotFound: (Kind.REFUSED, "unknown-method"),
}
_NETWORK: dict[str, tuple[Kind, str]] = {
    "too many requests": (Kind.TOO_FAST, "flood"),
    "request entity too large": (Kind.REFUSED, "too-large"),
    "content too large": (Kind.REFUSED, "too-large"),
}


def classify(error: BaseException) -> Outcome:
    """What an error raised by a call of `telegram.Bot` means, whichever transport carried it.

    An answer that is no JSON came from a proxy or a portal on the way, not from Telegram: its
    status says nothing about token or person, and what became of the call is unknown. So is
    anything that is no error of Telegram at all.

    Source: the texts of tdlib/telegram-bot-api, Client.cpp (fail_query_with_error).
    """
    if isinstance(error, RetryAfter):
        return Outcome(Kind.TOO_FAST, _span(error.retry_after), "flood")
    if not isinstance(error, TelegramError):
        return Outcome(Kind.UNKNOWN, None, "unexpected")
    if any(type(link) is TelegramError for link in _chain(error)):
        return Outcome(Kind.UNKNOWN, None, "foreign-answer")
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        return _of_network(error)
    kind, reason = _of_answer(error)
    return Outcome(kind, None, reason)


def _of_network(error: NetworkError) -> Outcome:
    """No answer, or one that blames the server."""
    cause = error.__cause__
    for never_left, reason in _NEVER_LEFT.items():
        if isinstance(cause, never_left):
            return Outcome(Kind.NOT_SENT, None, reason)
    if cause is not None:
        words = (word for kinds, word in _MAYBE_LEFT.items() if isinstance(cause, kinds))
        return Outcome(Kind.UNKNOWN, None, next(words, "unexpected"))
    kind, reason = _begins(error, _NETWORK, (Kind.UNKNOWN, "server-error"))
    return Outcome(kind, PAUSE_WITHOUT_ADVICE if kind is Kind.TOO_FAST else None, reason)


def _of_answer(error: TelegramError) -> tuple[Kind, str]:
    """Telegram understood who asks for what, and says no."""
    if isinstance(error, BadRequest):
        return _begins(error, _BAD_REQUESTS, (Kind.REFUSED, "bad-request"))
    if isinstance(error, Forbidden):
        return _begins(error, _FORBIDDEN, (Kind.REFUSED, "forbidden"))
    return _BY_CLASS.get(type(error), (Kind.UNKNOWN, "unexpected"))


def _begins(
    error: TelegramError, meanings: dict[str, tuple[Kind, str]], otherwise: tuple[Kind, str]
) -> tuple[Kind, str]:
    text = error.message.lower().removeprefix("forbidden: ").removeprefix("bad request: ")
    return next((what for start, what in meanings.items() if text.startswith(start)), otherwise)


def _chain(error: BaseException) -> Iterator[BaseException]:
    link: BaseException | None = error
    while link is not None:
        yield link
        link = link.__cause__


def _span(advice: int | timedelta) -> timedelta:
    return advice if isinstance(advice, timedelta) else timedelta(seconds=advice)
