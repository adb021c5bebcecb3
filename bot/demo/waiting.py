"""Waiting for something to become true, without polling and without tasks."""

import asyncio
from collections.abc import Callable


class Signal:
    """Wakes everybody who waits whenever anything in the little world changed."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self.closed = False

    def close(self) -> None:
        """Let everybody go; until `open`, nobody waits."""
        self.closed = True
        self.fire()

    def open(self) -> None:
        """Let people wait again."""
        self.closed = False

    def fire(self) -> None:
        """Let all who wait look again; those who come later wait for the next one."""
        self._event.set()
        self._event = asyncio.Event()

    async def wait_until(self, true: Callable[[], bool], seconds: float | None) -> bool:
        """Wait for a condition that only changes together with a signal.

        Args:
            true: The condition, cheap and free of effects.
            seconds: Longest wait in real time; None for ever, 0 only looks.

        Returns:
            What the condition says at the end; at once when the signal is closed.
        """
        try:
            async with asyncio.timeout(seconds):
                while not true() and not self.closed:
                    await self._event.wait()
        except TimeoutError:
            pass
        return true()
