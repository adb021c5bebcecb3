"""Pictures drawn in a child process, so that matplotlib never loads into the bot."""

import asyncio
import json
import sys
from collections.abc import Callable
from typing import Any

LONGEST = 60.0


class DrawingError(Exception):
    """The child process that draws failed."""


async def drawn(module: str, task: Any, longest: float = LONGEST) -> bytes:
    """Let a module draw that ends with `answer(...)` when it is run.

    Args:
        module: Its name, such as "bot.chart".
        task: What to draw, as JSON can hold it.
        longest: Seconds that it may take: a minute; tests take less.

    Raises:
        DrawingError: The child process failed, or took too long; it is gone in any case.
    """
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        async with asyncio.timeout(longest):
            image, complaint = await child.communicate(json.dumps(task).encode())
    except TimeoutError:
        raise DrawingError(f"{module} took over a minute to draw") from None
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    if child.returncode:
        raise DrawingError(complaint.decode(errors="replace")[-300:])
    return image


def answer(paint: Callable[[Any], bytes]) -> None:
    """In the child: paint what is asked on standard input, to standard output."""
    sys.stdout.buffer.write(paint(json.load(sys.stdin)))
