"""The event loop of a command, and how signals end it."""

import asyncio
import signal
from collections.abc import Callable, Coroutine
from typing import Any

from bot.errors import OperatorError

_ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


LONGEST_END = 9.0
"""Seconds that the body has to end by itself once it was told to."""


def until_told(body: Callable[[asyncio.Event], Coroutine[Any, Any, None]]) -> None:
    """Run until the body ends; the signals that end a program set its event.

    Raises:
        OperatorError: It did not end in time, and was cut off.
    """

    async def whole() -> None:
        stop, loop, scope = asyncio.Event(), asyncio.get_running_loop(), asyncio.timeout(None)

        def end() -> None:
            stop.set()
            scope.reschedule(loop.time() + LONGEST_END)

        try:
            async with scope:
                for number in _ENDING:
                    loop.add_signal_handler(number, end)
                await body(stop)
        except TimeoutError:
            if not scope.expired():
                raise
            raise OperatorError(
                "The bot did not end in time and was cut off: what was in hand comes again at the"
                " next start."
            ) from None
        finally:
            for number in _ENDING:
                loop.remove_signal_handler(number)

    with asyncio.Runner(loop_factory=_factory()) as runner:
        runner.run(whole())


def _factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    try:
        import uvloop  # noqa: PLC0415
    except ImportError:
        return None
    return uvloop.new_event_loop
