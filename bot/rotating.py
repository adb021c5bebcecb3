"""`inloop rotate-key`: a new master key while the bot runs, and the old one gone at the end."""

import asyncio
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from bot.config import Config
from bot.errors import OperatorError
from bot.store import found, told
from flows.audit import by_operator
from storage import keys
from storage.audit import SqlAuditLog
from storage.engine import WAIT
from storage.rotating import renew
from storage.schema import require_current
from storage.sealing import Sealer

GRACE = 2 * WAIT
"""Until every statement that was on its way without the new key has come through, or given up."""


async def rotated(
    config: Config,
    now: datetime,
    say: Callable[[str], None] = lambda _line: None,
    grace: timedelta = GRACE,
) -> None:
    """Put a new key in front, make everything again with it, and take the old one away.

    It may be ended anywhere: the next time it goes on with the key that is in front then.

    Args:
        config: Of the bot, which may run, with any number of replicas that read the same key file.
        now: When, for the audit log.
        say: Takes a line on how far it is.
        grace: How long to wait between the new key and the first thing made with it.

    Raises:
        OperatorError: It cannot be done, or cannot go on.
    """
    with _alone(config.keys.file):
        async with found(config) as present:
            if present.key is None or present.holds_nothing:
                raise OperatorError("There is no key yet: start the bot with inloop run.")
            with told(present.engine):
                await require_current(present.engine)
                begun = len(present.key.keys) > 1
                ring = present.key if begun else keys.turn(config.keys.file)
                say("An earlier rotation goes on." if begun else "The new key is in front.")
                await asyncio.sleep(grace.total_seconds())
                await renew(
                    present.engine,
                    present.keys,
                    Sealer(ring),
                    lambda what, done: say(f"Made again: {done} {what}."),
                )
                async with present.engine.writing() as tx:
                    await SqlAuditLog(tx).add(by_operator("rotate-key", "key", now))
                    await tx.commit()
                keys.forget_old(config.keys.file)


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """See that nobody else turns this key: two new ones would lock half of the people out.

    The lock is on the folder and ends with the process, however it ends.
    """
    if os.name != "posix":
        yield
        return
    import fcntl  # noqa: PLC0415 - there is none on Windows

    try:
        folder = os.open(file.parent, os.O_RDONLY)
    except OSError:
        raise OperatorError(f"There is no folder {file.parent}: see keys.file.") from None
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise OperatorError("Another rotation is at work: let it end.") from None
        yield
    finally:
        os.close(folder)
