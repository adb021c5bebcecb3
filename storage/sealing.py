"""Personal columns are encrypted, ids of channels are looked up by keyed hash.

A sealed value is the number of its key (2 bytes), a nonce (12) and AES-GCM ciphertext, bound to
person, column and row: moved anywhere else it does not open. What is a person's is sealed with a
random key of that person, number 0; these keys are wrapped, and everything else is made, with
what HKDF derives from the master keys of the key file. Source: NIST SP 800-38D, RFC 5869.
"""

import hmac
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from flows.model import PersonId
from storage.errors import SealError

KEY_BYTES = 32
_ID_BYTES = 2
_NONCE_BYTES = 12
_OF_A_PERSON = 0
"""The number of every person's key: which one it is, the value's place says."""


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

    @property
    def in_order(self) -> list[int]:
        """The numbers, the current one first."""
        return [self.current, *(number for number in self.keys if number != self.current)]


@dataclass(frozen=True, slots=True)
class _Derived:
    """What is made of a ring, by number of the master key, the current one first."""

    seals: Mapping[int, AESGCM]
    wraps: Mapping[int, AESGCM]
    lookups: Mapping[int, bytes]
    checks: Mapping[int, bytes]
    signs: Mapping[int, bytes]


def _derived(ring: KeyRing) -> _Derived:
    def each(purpose: str) -> dict[int, bytes]:
        return {number: _made_of(ring.keys[number], purpose) for number in ring.in_order}

    seals, wraps = each("seal"), each("wrap")
    return _Derived(
        {number: AESGCM(key) for number, key in seals.items()},
        {number: AESGCM(key) for number, key in wraps.items()},
        each("lookup"),
        each("check"),
        each("sign"),
    )


def _made_of(master: bytes, purpose: str) -> bytes:
    info = f"inloop {purpose}".encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(master)


class DataKey:
    """The key of one person."""

    __slots__ = ("_cipher", "_person")

    def __init__(self, person: PersonId, key: bytes) -> None:
        self._person = person
        self._cipher = AESGCM(key)

    def seal(self, column: str, row: int, text: str) -> bytes:
        """Encrypt a text for one place; its length stays visible.

        Args:
            column: `table.column`.
            row: Primary key of the row.
            text: Anything.
        """
        place = _place(self._person, column, row)
        return _shut(self._cipher, _OF_A_PERSON, place, text.encode())

    def open(self, column: str, row: int, blob: bytes) -> str:
        """Decrypt what was sealed for exactly this place.

        Raises:
            SealError: It was sealed for another place or with another key, or was changed.
        """
        return _opened(self._cipher, _place(self._person, column, row), column, blob).decode()


class Sealer:
    """Seals, opens, wraps and looks up with the keys of a ring; never shows them.

    The ring may turn meanwhile: whatever is asked next is done with the new one.
    """

    __slots__ = ("_derived", "_ring", "_source")

    def __init__(self, ring: KeyRing, source: Callable[[], KeyRing] | None = None) -> None:
        """Begin with a ring.

        Args:
            ring: As it is now.
            source: Gives the ring of each moment, the same object until it changed; without it,
                it never does.
        """
        self._ring = ring
        self._derived = _derived(ring)
        self._source = source

    @property
    def check(self) -> bytes:
        """32 bytes by which a database knows its key again, and nothing else."""
        return self._now().checks[self._ring.current]

    def knows(self, check: bytes) -> bool:
        """Tell whether this is the check of any key of the ring."""
        return any(hmac.compare_digest(check, each) for each in self._now().checks.values())

    def is_current(self, blob: bytes) -> bool:
        """Tell whether something was sealed or wrapped with the current key."""
        self._now()
        return int.from_bytes(blob[:_ID_BYTES]) == self._ring.current

    def seal(self, column: str, row: str, text: str) -> bytes:
        """Encrypt a text that is nobody's for one place; its length stays visible."""
        cipher = self._now().seals[self._ring.current]
        return _shut(cipher, self._ring.current, _place(None, column, row), text.encode())

    def open(self, column: str, row: str, blob: bytes) -> str:
        """Decrypt what was sealed for exactly this place.

        Raises:
            SealError: It was sealed for another place or with another key, or was changed.
        """
        cipher = _cipher_of(self._now().seals, column, blob)
        return _opened(cipher, _place(None, column, row), column, blob).decode()

    def wrap(self, person: PersonId, key: bytes) -> bytes:
        """Encrypt the key of a person."""
        cipher = self._now().wraps[self._ring.current]
        return _shut(cipher, self._ring.current, _place(person, "key", person), key)

    def unwrap(self, person: PersonId, blob: bytes) -> bytes:
        """Decrypt the key of a person.

        Raises:
            SealError: It is another person's or of another key file, or was changed.
        """
        cipher = _cipher_of(self._now().wraps, "key", blob)
        return _opened(cipher, _place(person, "key", person), "key", blob)

    def lookups(self, text: str) -> list[bytes]:
        """32 bytes a key, by which a text is found again; the first one is to be kept."""
        keys = self._now().lookups.values()
        return [hmac.digest(key, text.encode(), "sha256") for key in keys]

    def sign(self, text: str) -> bytes:
        """32 bytes that only whoever has the key can make of a text."""
        return hmac.digest(self._now().signs[self._ring.current], text.encode(), "sha256")

    def signed(self, text: str, signature: bytes) -> bool:
        """Tell whether a text was signed with a key of the ring, comparing in constant time."""
        keys = self._now().signs.values()
        made = [hmac.digest(key, text.encode(), "sha256") for key in keys]
        return any(hmac.compare_digest(each, signature) for each in made)

    def _now(self) -> _Derived:
        if self._source is not None:
            ring = self._source()
            if ring is not self._ring:
                self._ring, self._derived = ring, _derived(ring)
        return self._derived


def _place(person: int | None, column: str, row: int | str) -> bytes:
    return f"{'' if person is None else person}|{column}|{row}".encode()


def _shut(cipher: AESGCM, number: int, place: bytes, content: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return number.to_bytes(_ID_BYTES) + nonce + cipher.encrypt(nonce, content, place)


def _cipher_of(ciphers: Mapping[int, AESGCM], column: str, blob: bytes) -> AESGCM:
    cipher = ciphers.get(int.from_bytes(blob[:_ID_BYTES]))
    if cipher is None:
        raise SealError(f"a value in {column} was sealed with a key the key file lacks")
    return cipher


def _opened(cipher: AESGCM, place: bytes, column: str, blob: bytes) -> bytes:
    nonce, ciphertext = blob[_ID_BYTES:][:_NONCE_BYTES], blob[_ID_BYTES + _NONCE_BYTES :]
    try:
        return cipher.decrypt(nonce, ciphertext, place)
    except (InvalidTag, ValueError):
        raise SealError(f"a value in {column} does not open: moved, or changed") from None
