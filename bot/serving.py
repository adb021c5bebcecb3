"""Serves over HTTP beside the bot: the pages behind links, the webhook, health and figures."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Protocol

from aiohttp import web

from bot.errors import OperatorError

GOODBYE = 1.0
"""Seconds that requests in hand may take at the end."""


class Place(Protocol):
    """Where to listen."""

    @property
    def host(self) -> str:
        """An address of this machine."""

    @property
    def port(self) -> int:
        """0 for any."""


@asynccontextmanager
async def served(app: web.Application, where: Place, table: str) -> AsyncIterator[int]:
    """Serve an application beside the block; gives the port.

    Requests are not logged: their addresses hold links.

    Args:
        app: What answers.
        where: Address and port.
        table: The table of config.toml that says so.

    Raises:
        OperatorError: The port cannot be had.
    """
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=GOODBYE)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, where.host, where.port).start()
        except OSError as refused:
            raise OperatorError(
                f"Port {where.port} of {where.host} cannot be had ({refused.strerror}): stop the"
                f" program that has it, or name another in [{table}] of config.toml."
            ) from None
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()
