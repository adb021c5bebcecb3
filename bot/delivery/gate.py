"""Answers to taps go before what is said unasked."""

import asyncio
from types import TracebackType

LONGEST = 1.0
"""Seconds that what is said unasked gives way at most."""


class Gate:
    """Shut while somebody waits for an answer."""

    def __init__(self) -> None:
        """Open."""
        self._answering = 0
        self._open = asyncio.Event()
        self._open.set()

    def __enter__(self) -> None:
        self._answering += 1
        self._open.clear()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._answering -= 1
        if not self._answering:
            self._open.set()

    async def passed(self) -> None:
        """Nobody waits for an answer, or it has been a while."""
        if self._open.is_set():
            return
        try:
            async with asyncio.timeout(LONGEST):
                await self._open.wait()
        except TimeoutError:
            return
