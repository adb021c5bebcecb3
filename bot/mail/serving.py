"""Serves the pages behind links, at the address and port of [web]."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.config_tables import Web
from bot.errors import OperatorError

GOODBYE = 2.0
"""Seconds that requests in hand may take at the end."""


@asynccontextmanager
async def served(app: web.Application, where: Web) -> AsyncIterator[int]:
    """Serve an application beside the block; gives the port.

    Requests are not logged: their addresses hold links.

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
                " program that has it, or name another in [web] of config.toml."
            ) from None
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()
