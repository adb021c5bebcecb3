"""The keys of people: kept before their row is, asked for every time, destroyed before it.

Nothing is kept in memory: what one replica has destroyed, no other can still open.
"""

import secrets
from collections.abc import Collection
from datetime import datetime

from flows.model import PersonId
from storage.errors import KeyGoneError
from storage.keystore import KeyStore
from storage.sealing import KEY_BYTES, DataKey, Sealer


class PersonKeys:
    """The one port to the keys of people."""

    __slots__ = ("_sealer", "store")

    def __init__(self, store: KeyStore, sealer: Sealer) -> None:
        self.store = store
        self._sealer = sealer

    def draw(self, person: PersonId) -> tuple[DataKey, bytes]:
        """A new key for a person, and how it is to be kept."""
        key = secrets.token_bytes(KEY_BYTES)
        return DataKey(person, key), self._sealer.wrap(person, key)

    async def keep(self, person: PersonId, wrapped: bytes, at: datetime) -> None:
        """Keep the key of a person who has none; it is there for good when this returns.

        To be called between the writing of the row and its commit: so no row is ever without its
        key, and whoever holds back all writers sees no key whose row is on its way.
        """
        await self.store.add(person, wrapped, at)

    async def of(self, person: PersonId) -> DataKey:
        """The key of a person.

        Raises:
            KeyGoneError: The person was erased.
            SealError: It was wrapped with another key file, or changed.
        """
        wrapped = await self.store.get(person)
        if wrapped is None:
            raise KeyGoneError("the key of a person is gone")
        return DataKey(person, self._sealer.unwrap(person, wrapped))

    async def several(self, people: Collection[PersonId]) -> dict[PersonId, DataKey]:
        """The keys of those people who have one.

        Raises:
            SealError: One was wrapped with another key file, or changed.
        """
        found = await self.store.several(people)
        return {
            person: DataKey(person, self._sealer.unwrap(person, wrapped))
            for person, wrapped in found.items()
        }

    async def destroy(self, people: Collection[PersonId]) -> None:
        """The first act of every erasure; the rows follow.

        What is left of these people in any backup of the database opens no more.
        """
        await self.store.destroy(people)
