"""Bans: each has a random key of its own, so a tag neither shows whose it is nor matches another.

The key is sealed, so that a thief of the database can try no address, and a new master key is no
reason to lose a tag of somebody who is not here any more.
"""

import hmac
import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select

from flows.model import Address, WorkerId
from storage.columns import new_id
from storage.sealing import Sealer
from storage.tables import ban
from storage.transaction import Transaction

BAN_KEY = "ban.key"
"""Where the key of a ban's tag is sealed."""
_KEY_BYTES = 32
_TAG_BYTES = 16
_OF_WORKER = select(ban.c.id, ban.c.key, ban.c.tag, ban.c.until_at).where(
    ban.c.worker == bindparam("whose")
)
_ADD = insert(ban)
_END = delete(ban).where(ban.c.id.in_(bindparam("ids", expanding=True)))


class SqlBans:
    """`flows.ports.Bans`."""

    __slots__ = ("_sealer", "_tx")

    def __init__(self, tx: Transaction, sealer: Sealer) -> None:
        self._tx = tx
        self._sealer = sealer

    async def add(self, worker: WorkerId, whose: Address, until: datetime) -> None:
        """No bookings before this moment, in place of what was said before."""
        await self.end(worker, whose)
        made, key = new_id(), secrets.token_bytes(_KEY_BYTES)
        row = {
            "id": made,
            "worker": worker,
            "key": self._sealer.seal(BAN_KEY, str(made), key.hex()),
            "tag": _tag(key, whose),
            "until_at": until,
        }
        await self._tx.run(_ADD, row)

    async def holds(self, worker: WorkerId, whose: Address, now: datetime) -> bool:
        """Tell whether an account cannot book with a worker now."""
        return any(until > now for _, until in await self._of(worker, whose))

    async def any_of(self, worker: WorkerId, now: datetime) -> bool:
        """Tell whether anybody cannot book with a worker now."""
        return any(until > now for _, until in await self._of(worker, None))

    async def end(self, worker: WorkerId, whose: Address | None = None) -> bool:
        """Let an account, or everybody, book again; False when it could anyway."""
        ids = [each for each, _ in await self._of(worker, whose)]
        if ids:
            await self._tx.run(_END, {"ids": ids})
        return bool(ids)

    async def _of(self, worker: WorkerId, whose: Address | None) -> list[tuple[int, datetime]]:
        """Id and end of a worker's bans: of one account, or all."""
        rows = await self._tx.run(_OF_WORKER, {"whose": worker})
        return [
            (row.id, row.until_at)
            for row in rows
            if whose is None or hmac.compare_digest(_tag(self._key(row), whose), row.tag)
        ]

    def _key(self, row: Any) -> bytes:
        return bytes.fromhex(self._sealer.open(BAN_KEY, str(row.id), row.key))


def _tag(key: bytes, whose: Address) -> bytes:
    return hmac.digest(key, f"{whose.channel}|{whose.id}".encode(), "sha256")[:_TAG_BYTES]
