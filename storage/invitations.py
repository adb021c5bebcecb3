"""One-time links; only a hash of the token is kept.

It needs no key, for a token is as random as one: links outlive a rotation of the keys.
"""

from datetime import datetime
from hashlib import sha256

from sqlalchemy import bindparam, delete, insert, select, update

from flows.model import Role
from storage.tables import invitation
from storage.transaction import Transaction

_USE = (
    update(invitation)
    .where(
        invitation.c.token == bindparam("hash"),
        invitation.c.used_at.is_(None),
        invitation.c.expires_at > bindparam("now"),
    )
    .values(used_at=bindparam("now"))
    .returning(invitation.c.role, invitation.c.subject)
)
_WAITS = select(invitation.c.token).where(
    invitation.c.role == bindparam("for_role"),
    invitation.c.subject == bindparam("for_subject"),
    invitation.c.used_at.is_(None),
    invitation.c.expires_at > bindparam("now"),
)


class SqlInvitations:
    """`flows.ports.Invitations`."""

    __slots__ = ("_tx",)

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def add(self, token: str, role: Role, subject: str, expires_at: datetime) -> None:
        """Make one; only a hash of the token is kept."""
        row = {
            "token": _hash(token),
            "role": role,
            "subject": subject,
            "expires_at": expires_at,
        }
        await self._tx.run(insert(invitation), row)

    async def withdraw(self, role: Role, subject: str) -> None:
        """Make every unused one for a subject useless."""
        theirs = (invitation.c.role == role, invitation.c.subject == subject)
        unused = delete(invitation).where(*theirs, invitation.c.used_at.is_(None))
        await self._tx.run(unused)

    async def waits(self, role: Role, subject: str, now: datetime) -> bool:
        """Tell whether there is one that can still be used."""
        values = {"for_role": role, "for_subject": subject, "now": now}
        return await self._tx.first(_WAITS, values) is not None

    async def use(self, token: str, now: datetime) -> tuple[Role, str] | None:
        """Use one up, in one statement; None when it was used, expired or never made."""
        row = await self._tx.first(_USE, {"hash": _hash(token), "now": now})
        return None if row is None else (row.role, row.subject)


def _hash(token: str) -> bytes:
    return sha256(token.encode()).digest()
