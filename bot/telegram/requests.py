"""How python-telegram-bot reaches Telegram: our transport on aiohttp, or its own on httpx.

Ours carries two to five times as many calls a second. Neither says anything
of token, address or message text: not in an error, not in what caused it, not in a log.
"""

import asyncio
import json
import time
from collections.abc import Callable
from http import HTTPStatus
from io import BytesIO
from typing import Any, Literal
from urllib.parse import urlencode

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

READ_TIMEOUT = 30.0  # seconds; Telegram sleeps 3 s before it answers a call it limits
WRITE_TIMEOUT = 20.0  # for files; a form without any is written at once
CONNECT_TIMEOUT = 5.0
POOL_TIMEOUT = 5.0

UNREAD = ("/editMessageText", "/editMessageReplyMarkup")
"""Methods that give back a message which nobody reads: it is not parsed."""
KEPT = ("message_id", "date", "chat")
"""What of a pressed message is used; what it said goes no further."""
SAYS_OK = (b'{"ok":true', b'{"ok": true')
"""How an answer of Telegram begins; a proxy's page with status 200 does not."""
DONE = b'{"ok":true,"result":true}'
FORM = {"Content-Type": "application/x-www-form-urlencoded"}

Clock = Callable[[], float]  # seconds of a clock that never goes back, as time.monotonic
Known = Callable[[int], bool]  # update id -> is it in hand already?


class AiohttpRequest(BaseRequest):
    """Calls over at most `connections` connections; give getUpdates one of its own.

    Attributes:
        last_round_trip: When the last answer came in, whatever it said, in seconds of the
            clock; None before the first.
    """

    def __init__(
        self,
        connections: int,
        *,
        clock: Clock = time.monotonic,
        known: Known | None = None,
        read_timeout: float | None = READ_TIMEOUT,
    ) -> None:
        """Nothing is opened before `initialize`.

        Args:
            connections: Calls under way at once; the others wait their turn, first come first.
            clock: Stamps `last_round_trip`.
            known: For getUpdates: updates to leave out of an answer before they are parsed.
            read_timeout: Seconds without a byte of answer, where a call sets none itself.
        """
        self.last_round_trip: float | None = None
        self._connections, self._clock, self._known = connections, clock, known
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None
        self._free = asyncio.Semaphore(connections)

    @property
    def read_timeout(self) -> float | None:
        """Seconds without a byte of answer before a call is given up, by default."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the session, once; after `shutdown` a new one."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                trust_env=False,
            )

    async def shutdown(self) -> None:
        """Close all connections; what is still under way fails. Once more does nothing."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One call: HTTP status and body; timeouts are seconds, or None for no limit.

        Redirects are not followed: another host has no business with the token.

        Raises:
            TimedOut: No connection free or made in time (cause: `ConnectionTimeoutError`), or
                no answer in time (cause: `SocketTimeoutError`).
            NetworkError: No connection (cause: `ClientConnectorError`), or it broke (cause:
                `ClientConnectionError`), or what nobody foresaw (cause: `RuntimeError`).
        """
        session = self._session
        if session is None:
            raise RuntimeError("initialize() comes first")
        body, headers = _encoded(request_data)
        connect = _seconds(connect_timeout, CONNECT_TIMEOUT)
        read = _seconds(read_timeout, self._read_timeout)
        write = _seconds(write_timeout, WRITE_TIMEOUT)
        timeout = aiohttp.ClientTimeout(
            total=_sum(connect, write, read) if isinstance(body, aiohttp.FormData) else None,
            connect=connect,
            sock_connect=connect,
            sock_read=read,
        )
        await self._take_turn(_seconds(pool_timeout, POOL_TIMEOUT))
        try:
            async with session.request(
                method, url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                status, payload = response.status, await response.read()
        except Exception as error:  # noqa: BLE001 the library would quote what it does not know
            cause = _without_address(error)
        else:
            self.last_round_trip = self._clock()
            if url.endswith(UNREAD) and status == HTTPStatus.OK and payload.startswith(SAYS_OK):
                return status, DONE
            return status, _without_page(status, payload)
        finally:
            self._free.release()
        raise _failure(cause) from cause  # out here the error with the address is no context

    def parse_json_payload(self, payload: bytes) -> dict[str, Any]:  # type: ignore[override]
        """The answer as a dict, without the updates that are in hand already."""
        return _parsed(payload, self._known)

    async def _take_turn(self, seconds: float | None) -> None:
        if not self._free.locked():
            await self._free.acquire()
            return
        try:
            async with asyncio.timeout(seconds):
                await self._free.acquire()
        except TimeoutError:
            cause = aiohttp.ConnectionTimeoutError("no connection is free")
            raise _failure(cause) from cause


class HttpxRequest(HTTPXRequest):
    """python-telegram-bot's own transport, as discreet as ours; for comparison, and just in case.

    Attributes:
        last_round_trip: As in `AiohttpRequest`.
    """

    def __init__(
        self, connections: int, *, clock: Clock = time.monotonic, known: Known | None = None
    ) -> None:
        """As `AiohttpRequest`, with the same timeouts."""
        super().__init__(
            connection_pool_size=connections,
            read_timeout=READ_TIMEOUT,
            connect_timeout=CONNECT_TIMEOUT,
            pool_timeout=POOL_TIMEOUT,
            httpx_kwargs={"trust_env": False},
        )
        self.last_round_trip: float | None = None
        self._clock, self._known = clock, known

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """As the parent's."""
        status, payload = await super().do_request(*args, **kwargs)
        self.last_round_trip = self._clock()
        return status, _without_page(status, payload)

    def parse_json_payload(self, payload: bytes) -> dict[str, Any]:  # type: ignore[override]
        """The answer as a dict, without the updates that are in hand already."""
        return _parsed(payload, self._known)


def make_request(
    kind: Literal["aiohttp", "httpx"],
    connections: int,
    *,
    clock: Clock = time.monotonic,
    known: Known | None = None,
) -> AiohttpRequest | HttpxRequest:
    """The transport of the configuration; arguments as in `AiohttpRequest`."""
    transport = AiohttpRequest if kind == "aiohttp" else HttpxRequest
    return transport(connections, clock=clock, known=known)


def _seconds(given: object, default: float | None) -> float | None:
    """What python-telegram-bot passes is seconds, None for no limit, or its own "not given"."""
    return given if given is None or isinstance(given, int | float) else default


def _sum(*parts: float | None) -> float | None:
    """All of them one after another; no limit when one has none."""
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


def _encoded(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    """Body and headers: a form, in parts if and only if there are files."""
    if data is None:
        return None, {}
    if not data.contains_files:
        return urlencode(data.json_parameters).encode(), FORM
    form = aiohttp.FormData(default_to_multipart=True, quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mimetype) in data.multipart_data.items():
        stream = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=filename, content_type=mimetype)
    return form, {}


def _without_page(status: int, payload: bytes) -> bytes:
    """Nothing of a proxy's page: python-telegram-bot quotes what it cannot read."""
    return payload if status < 300 or payload[:1] == b"{" else b""  # noqa: PLR2004 HTTP success


def _parsed(payload: bytes, known: Known | None) -> dict[str, Any]:
    """The answer, read without a word in the log when it is no JSON object.

    Raises:
        TelegramError: "Invalid server response", as python-telegram-bot says it.
    """
    try:
        answer = json.loads(payload.decode("utf-8", "replace"))
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise TelegramError("Invalid server response")
    if known is not None and isinstance(answer.get("result"), list):
        new = [one for one in answer["result"] if not known(one["update_id"])]
        answer["result"] = [thin(one) for one in new]
    return answer


def thin(update: dict[str, Any]) -> dict[str, Any]:
    """An update without what stood on the message whose button was pressed."""
    pressed = update.get("callback_query", {}).get("message")
    if pressed is not None:
        thin = {name: pressed[name] for name in KEPT if name in pressed}
        update["callback_query"]["message"] = thin
    return update


def _failure(cause: BaseException) -> NetworkError:
    word = type(cause).__name__
    return TimedOut(word) if isinstance(cause, TimeoutError) else NetworkError(word)


def _without_address(error: BaseException) -> BaseException:
    """The same kind of error, or the nearest, that does not quote the URL and so the token."""
    match error:
        case aiohttp.ClientConnectorError() | aiohttp.SocketTimeoutError():
            return error  # they name host and port at most
        case aiohttp.ConnectionTimeoutError():
            return aiohttp.ConnectionTimeoutError("no connection in time")
        case TimeoutError():
            return aiohttp.SocketTimeoutError("no answer in time")
        case aiohttp.ClientError() | OSError():
            return aiohttp.ClientConnectionError(type(error).__name__)
        case _:
            return RuntimeError(type(error).__name__)
