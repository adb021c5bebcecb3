"""Pictures for tests."""

import struct
import zlib


def png(width: int = 8, height: int = 4) -> bytes:
    """A white picture in grey values.

    Source: PNG specification (ISO/IEC 15948), sections 5 and 11.
    """
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\xff" * width) * height
    parts = (("IHDR", head), ("IDAT", zlib.compress(rows)), ("IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_part(name.encode(), data) for name, data in parts)


def _part(name: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", checksum)
