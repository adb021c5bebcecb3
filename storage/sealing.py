"""Personal columns are encrypted, ids of channels are looked up by keyed hash.

A sealed value is the number of its key (2 bytes), a nonce (12) and AES-GCM ciphertext, bound to
person, column and row: moved anywhere else it does not open. Everything is derived from one
master key by HKDF. Source: NIST SP 800-38D, RFC 5869.
"""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import SealError

KEY_BYTES = 32
_ID_BYTES = 2
_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Master keys of 32 bytes by their number, 1 to 65535; new values are sealed with `current`."""

    current: int
    keys: Mapping[int, bytes] = field(repr=False)

    def __post_init__(self) -> None:
        if self.current not in self.keys:
            raise ValueError("the current key is not on the ring")
        for number, key in self.keys.items():
            if not 0 < number < 1 << 8 * _ID_BYTES or len(key) != KEY_BYTES:
                raise ValueError("a key has 32 bytes and a number of 1 to 65535")


def _derived(master: bytes, purpose: str) -> bytes:
    info = f"inloop {purpose}".encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(master)


def _bound_to(person: int | None, column: str, row: int | str) -> bytes:
    return f"{'' if person is None else person}|{column}|{row}".encode()


class Sealer:
    """Seals, opens and looks up with the keys of a ring; never shows them."""

    __slots__ = ("_check", "_ciphers", "_current", "_lookup", "_signing")

    def __init__(self, ring: KeyRing) -> None:
        self._ciphers = {n: AESGCM(_derived(key, "seal")) for n, key in ring.keys.items()}
        self._current = ring.current
        self._lookup = _derived(ring.keys[ring.current], "lookup")
        self._check = _derived(ring.keys[ring.current], "check")
        self._signing = {n: _derived(key, "sign") for n, key in ring.keys.items()}

    @property
    def check(self) -> bytes:
        """32 bytes by which a database knows its key again, and nothing else."""
        return self._check

    def seal(self, person: int | None, column: str, row: int | str, text: str) -> bytes:
        """Encrypt a text for one place.

        Args:
            person: Whose it is; None for a row without one.
            column: `table.column`.
            row: Primary key of the row.
            text: Anything; its length stays visible.
        """
        nonce = secrets.token_bytes(_NONCE_BYTES)
        cipher = self._ciphers[self._current]
        ciphertext = cipher.encrypt(nonce, text.encode(), _bound_to(person, column, row))
        return self._current.to_bytes(_ID_BYTES) + nonce + ciphertext

    def open(self, person: int | None, column: str, row: int | str, blob: bytes) -> str:
        """Decrypt what was sealed for exactly this place.

        Raises:
            SealError: It was sealed for another place or with another key, or was changed.
        """
        cipher = self._ciphers.get(int.from_bytes(blob[:_ID_BYTES]))
        if cipher is None:
            raise SealError(f"a value in {column} was sealed with a key the key file lacks")
        nonce, ciphertext = blob[_ID_BYTES:][:_NONCE_BYTES], blob[_ID_BYTES + _NONCE_BYTES :]
        try:
            return cipher.decrypt(nonce, ciphertext, _bound_to(person, column, row)).decode()
        except (InvalidTag, ValueError):
            raise SealError(f"a value in {column} does not open: moved, or changed") from None

    def lookup(self, text: str) -> bytes:
        """32 bytes by which a text is found again, useless without the key."""
        return hmac.digest(self._lookup, text.encode(), "sha256")

    def sign(self, text: str) -> bytes:
        """32 bytes that only whoever has the key can make of a text."""
        return hmac.digest(self._signing[self._current], text.encode(), "sha256")

    def signed(self, text: str, signature: bytes) -> bool:
        """Tell whether a text was signed with a key of the ring, comparing in constant time."""
        made = [hmac.digest(key, text.encode(), "sha256") for key in self._signing.values()]
        return any(hmac.compare_digest(each, signature) for each in made)
