"""Files the server keeps, and what it checks of a picture."""

import struct
from dataclasses import dataclass

from bot.demo.replies import Json, Upload, bad_request

PHOTO_BYTES = 10 * 1024 * 1024
PHOTO_SIDES = 10_000
PHOTO_RATIO = 20
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_HEADER = 24
_JPEG = b"\xff\xd8"
_JPEG_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class Stored:
    """A file as the server keeps it.

    Attributes:
        kind: "photo", "document", "voice" or "sticker".
        path: What getFile answers and the download address ends with.
        size: Width and height in pixels; zeros where it is no picture.
    """

    file_id: str
    kind: str
    path: str
    name: str
    content: bytes
    mime: str
    size: tuple[int, int] = (0, 0)

    def unique(self) -> str:
        """`file_unique_id`: the same file, the same id."""
        return f"u{self.file_id}"


class Files:
    """All files by id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, Stored] = {}
        self._by_path: dict[str, Stored] = {}

    def keep(self, kind: str, upload: Upload) -> Stored:
        """Take a file in.

        Raises:
            ApiError: A photo that is no picture, or too large a one.
        """
        size = _picture_size(upload.content) if kind == "photo" else (0, 0)
        return self._add(kind, upload, size)

    def invent(self, kind: str, upload: Upload) -> Stored:
        """Take in what a person sends, unseen."""
        return self._add(kind, upload, (90, 90) if kind == "photo" else (0, 0))

    def _add(self, kind: str, upload: Upload, size: tuple[int, int]) -> Stored:
        number = len(self._by_id) + 1
        ending = upload.file_name.rpartition(".")[2] if "." in upload.file_name else "bin"
        stored = Stored(
            f"{kind.upper()}-{number:06}",
            kind,
            f"{kind}s/file_{number}.{ending}",
            upload.file_name,
            upload.content,
            upload.mime,
            size,
        )
        self._by_id[stored.file_id] = self._by_path[stored.path] = stored
        return stored

    def with_id(self, file_id: str) -> Stored | None:
        """The file with this id."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> Stored | None:
        """The file at this path."""
        return self._by_path.get(path)


def described(stored: Stored) -> Json:
    """A file as part of a message."""
    base: Json = {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique(),
        "file_size": len(stored.content),
    }
    if stored.kind == "photo":
        width, height = stored.size
        return {**base, "width": width, "height": height}
    if stored.kind == "voice":
        return {**base, "duration": 2, "mime_type": stored.mime}
    if stored.kind == "sticker":
        flags = {"is_animated": False, "is_video": False, "type": "regular"}
        return {**base, **flags, "width": 512, "height": 512, "emoji": "👍"}
    return {**base, "file_name": stored.name, "mime_type": stored.mime}


def _picture_size(content: bytes) -> tuple[int, int]:
    if len(content) > PHOTO_BYTES:
        raise bad_request("file is too big for a photo")
    width, height = _png_size(content) or _jpeg_size(content) or (0, 0)
    if not width or not height:
        raise bad_request("IMAGE_PROCESS_FAILED")
    short, long = sorted((width, height))
    if width + height > PHOTO_SIDES or long > short * PHOTO_RATIO:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height


def _png_size(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(_PNG) or len(content) < _PNG_HEADER:
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """The size in the first frame header of a JPEG."""
    at = len(_JPEG)
    while content.startswith(_JPEG) and at + 9 <= len(content) and content[at] == 0xFF:  # noqa: PLR2004
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4])
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None
