"""`python -m tests.bot.rotation CONFIG N`: a rotation that is killed when it says its nth line."""

import asyncio
import os
import signal
import sys
from datetime import timedelta
from itertools import count
from pathlib import Path

from bot.config import load
from bot.rotating import rotated
from storage import rotating
from tests.town import TUESDAY

rotating.PAGE = 4  # several steps in a small town


def main(config: Path, dies: int) -> None:
    """Rotate at once, without waiting for anybody."""
    lines = count(1)

    def say(_line: str) -> None:
        if next(lines) == dies:
            os.kill(os.getpid(), signal.SIGKILL)

    asyncio.run(rotated(load(config, {}), TUESDAY, say, timedelta()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
