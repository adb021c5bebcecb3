"""The transport inside the process: python-telegram-bot talks to the core without sockets."""

import asyncio
from collections.abc import Mapping
from typing import IO, Any
from urllib.parse import unquote, urlsplit

from telegram import Bot
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.demo.core import Core
from bot.demo.replies import ApiError, Reply, Upload

BASE_URL = "http://wire/bot"
FILE_URL = "http://wire/file/bot"


class WireRequest(BaseRequest):
    """Hands every call to a core; fails the way a real transport fails."""

    def __init__(self, core: Core, read_timeout: float = 5.0) -> None:
        self._core = core
        self._read_timeout = read_timeout

    @property
    def read_timeout(self) -> float:
        """Seconds until an answer is given up."""
        return self._read_timeout

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """One call; see `BaseRequest.do_request`.

        Raises:
            TimedOut: No answer within the read timeout; the call may have taken effect.
            NetworkError: The connection was closed without an answer.
        """
        if read_timeout is BaseRequest.DEFAULT_NONE:
            read_timeout = self._read_timeout
        try:
            async with asyncio.timeout(read_timeout):
                reply = await self._answer(url, request_data)
        except TimeoutError as late:
            raise TimedOut from late
        if reply.dropped:
            raise NetworkError("Server disconnected without sending a response.")
        return reply.status, reply.payload()

    async def _answer(self, url: str, data: RequestData | None) -> Reply:
        path = unquote(urlsplit(url).path)
        if path.startswith("/file/bot"):
            token, _, file_path = path.removeprefix("/file/bot").partition("/")
            stored = self._core.download(token, file_path)
            return Reply(200, stored.content) if stored else ApiError(404).reply()
        token, _, method = path.removeprefix("/bot").partition("/")
        if data is None:
            return await self._core.call(token, method)
        files = _uploads(data.multipart_data or {})
        return await self._core.call(token, method, data.json_parameters, files)


def wire_bot(core: Core, read_timeout: float = 5.0) -> Bot:
    """A `Bot` on a core; use it as an async context manager, or initialize it."""
    return Bot(
        core.token,
        base_url=BASE_URL,
        base_file_url=FILE_URL,
        request=WireRequest(core, read_timeout),
        get_updates_request=WireRequest(core, read_timeout),
    )


def _uploads(parts: Mapping[str, tuple[str, bytes | IO[bytes], str]]) -> dict[str, Upload]:
    return {
        name: Upload(file_name, _content(content), mime)
        for name, (file_name, content, mime) in parts.items()
    }


def _content(content: bytes | IO[bytes]) -> bytes:
    return content if isinstance(content, bytes) else content.read()
