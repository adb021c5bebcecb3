"""The key file: one line a key, its number and 32 bytes in base64; the first line is current.

A second line is there while keys are rotated. It lives outside the database and its backups,
readable by its owner only.
"""

import os
import secrets
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from storage.copying import synced
from storage.errors import KeyFileError
from storage.sealing import KEY_BYTES, KeyRing

_OTHERS = 0o077
_FIRST = 1
_LAST = 65535


class Followed:
    """The ring of a key file at each moment: read again when another file has its place.

    A file that cannot be read, or in which a number has another key than before, changes nothing:
    whoever runs goes on with what it had.
    """

    __slots__ = ("_path", "_ring", "_seen")

    def __init__(self, path: Path, ring: KeyRing) -> None:
        """Begin with what was read of the file."""
        self._path = path
        self._ring = ring
        self._seen: tuple[int, int, int] | None = None

    def __call__(self) -> KeyRing:
        """The ring of this moment, the same object as long as it is the same."""
        try:
            stat = self._path.stat()
        except OSError:
            return self._ring
        seen = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
        if seen != self._seen:
            self._seen = seen
            with suppress(KeyFileError):
                self._turn(load(self._path))
        return self._ring

    def _turn(self, ring: KeyRing) -> None:
        common = ring.keys.keys() & self._ring.keys.keys()
        if ring != self._ring and all(ring.keys[n] == self._ring.keys[n] for n in common):
            self._ring = ring


def turn(path: Path) -> KeyRing:
    """Put a new key in front; the present one stays behind it.

    Raises:
        KeyFileError: The file cannot be used, or not be replaced.
    """
    ring = load(path)
    number = max(ring.keys) + 1
    if number > _LAST:
        raise KeyFileError(f"The key file {path} has used up its numbers: begin a new database.")
    turned = KeyRing(number, {number: secrets.token_bytes(KEY_BYTES), **ring.keys})
    _replace(path, turned)
    return turned


def forget_old(path: Path) -> KeyRing:
    """Leave nothing but the current key.

    Raises:
        KeyFileError: The file cannot be used, or not be replaced.
    """
    ring = load(path)
    alone = KeyRing(ring.current, {ring.current: ring.keys[ring.current]})
    _replace(path, alone)
    return alone


def make(path: Path) -> KeyRing:
    """Write a new key file, whole or not at all, mode 0600; its folder, too, when it is missing.

    Raises:
        KeyFileError: There is a file already, or none can be written there.
    """
    ring = KeyRing(_FIRST, {_FIRST: secrets.token_bytes(KEY_BYTES)})
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        with _drafted(path, ring) as draft:
            os.link(draft, path)
    except FileExistsError:
        raise KeyFileError(f"{path} exists already: a key file is never overwritten.") from None
    except OSError as failure:
        raise KeyFileError(
            f"No key file can be written at {path} ({failure.strerror}): choose a folder"
            " that the bot may write to."
        ) from None
    return ring


@contextmanager
def _drafted(path: Path, ring: KeyRing) -> Iterator[Path]:
    """A ring written beside its place; gone at the end, unless it was moved there."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(_text_of(ring).encode())
            file.flush()
            os.fsync(file.fileno())
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _replace(path: Path, ring: KeyRing) -> None:
    """Put a ring in the place of another, at once, still its owner's."""
    try:
        with _drafted(path, ring) as draft:
            there, made = path.stat(), draft.stat()
            if (there.st_uid, there.st_gid) != (made.st_uid, made.st_gid):
                os.chown(draft, there.st_uid, there.st_gid)
            draft.replace(path)
            synced(path.parent)
    except OSError as failure:
        raise KeyFileError(
            f"The key file {path} cannot be replaced ({failure.strerror}): run this as the bot's"
            " user, in a folder that it may write to."
        ) from None


def load(path: Path) -> KeyRing:
    """Read the key file.

    Raises:
        KeyFileError: It is missing, readable by others, or not a key file.
    """
    try:
        with path.open("rb") as file:
            mode, content = os.fstat(file.fileno()).st_mode, file.read()
    except FileNotFoundError:
        raise KeyFileError(
            f"The key file {path} is missing: put it back from its backup;"
            " without it nobody can be reached any more."
        ) from None
    except OSError as failure:
        raise KeyFileError(
            f"The key file {path} cannot be read ({failure.strerror}): give the bot's user"
            " the right to read it."
        ) from None
    if os.name == "posix" and mode & _OTHERS:
        raise KeyFileError(f"The key file {path} is open to others: run chmod 600 {path}.")
    return _ring_of(content, path)


def _text_of(ring: KeyRing) -> str:
    return "".join(f"{n} {b64encode(ring.keys[n]).decode()}\n" for n in ring.in_order)


def _ring_of(content: bytes, path: Path) -> KeyRing:
    keys: dict[int, bytes] = {}
    try:
        for line in content.decode("ascii").splitlines():
            number, _, key = line.partition(" ")
            keys[int(number)] = b64decode(key, validate=True)
        return KeyRing(next(iter(keys)), keys)
    except (NotBase64, ValueError, StopIteration):
        raise KeyFileError(
            f"The key file {path} is damaged (a line is a number and 32 bytes in base64):"
            " put it back from its backup."
        ) from None
