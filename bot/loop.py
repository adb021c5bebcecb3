"""The event loop of a command, and how signals end it."""

import asyncio
import signal
from collections.abc import Callable, Coroutine
from typing import Any

_ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


def until_told(body: Callable[[asyncio.Event], Coroutine[Any, Any, None]]) -> None:
    """Run until the body ends; the signals that end a program set its event."""

    async def whole() -> None:
        stop = asyncio.Event()
        for number in _ENDING:
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        await body(stop)

    with asyncio.Runner(loop_factory=_factory()) as runner:
        runner.run(whole())


def _factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    try:
        import uvloop  # noqa: PLC0415
    except ImportError:
        return None
    return uvloop.new_event_loop
