"""The key file: one line a key, its number and 32 bytes in base64; the first line is current.

It lives outside the database and its backups, readable by its owner only.
"""

import os
import secrets
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from pathlib import Path

from storage.errors import KeyFileError
from storage.sealing import KEY_BYTES, KeyRing

_OTHERS = 0o077
_FIRST = 1
_LAST = 65535


def make(path: Path) -> KeyRing:
    """Write a new key file, whole or not at all, mode 0600.

    Raises:
        KeyFileError: There is a file already, or none can be written there.
    """
    ring = KeyRing(_FIRST, {_FIRST: secrets.token_bytes(KEY_BYTES)})
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(_text_of(ring).encode())
                file.flush()
                os.fsync(file.fileno())
            os.link(draft, path)
        finally:
            draft.unlink()
    except FileExistsError:
        raise KeyFileError(f"{path} exists already: a key file is never overwritten.") from None
    except OSError as failure:
        raise KeyFileError(
            f"No key file can be written at {path} ({failure.strerror}): choose a folder"
            " that the bot may write to."
        ) from None
    return ring


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
    order = [ring.current, *(number for number in ring.keys if number != ring.current)]
    return "".join(f"{number} {b64encode(ring.keys[number]).decode()}\n" for number in order)


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
