"""A sealer that seals nothing: the other side of what keys cost."""

from flows.model import PersonId
from storage.sealing import Sealer


class Plain(Sealer):
    """Everything is kept and looked up as it is."""

    __slots__ = ()

    def seal(self, column: str, row: str, text: str) -> bytes:  # noqa: ARG002 as `Sealer`
        """The text."""
        return text.encode()

    def open(self, column: str, row: str, blob: bytes) -> str:  # noqa: ARG002 as `Sealer`
        """The text."""
        return blob.decode()

    def wrap(self, person: PersonId, key: bytes) -> bytes:  # noqa: ARG002 as `Sealer`
        """The key."""
        return key

    def unwrap(self, person: PersonId, blob: bytes) -> bytes:  # noqa: ARG002 as `Sealer`
        """The key."""
        return blob

    def lookups(self, text: str) -> list[bytes]:
        """The text."""
        return [text.encode()]
