"""What `inloop check` says of the photos of workers."""

from datetime import date
from pathlib import Path

import pytest

from bot.check import check_config
from bot.config import Fault, load
from bot.photos import MOST_BYTES
from tests.bot.config_text import GOOD, line_of, write
from tests.bot.demo.pictures import png

TODAY = date(2026, 11, 23)
TEXT = GOOD.replace('name = "Fatima"\n', 'name = "Fatima"\nphoto = "fatima.jpg"\n')
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 20


def checked(folder: Path, text: str = TEXT) -> list[Fault]:
    found = check_config(write(folder, text), {}, TODAY)
    return [each for each in found if each.where == "workers[0].photo"]


@pytest.mark.parametrize("content", [JPEG, png(), JPEG.ljust(MOST_BYTES, b"\0")])
def test_jpeg_and_png_beside_the_config_are_taken(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "fatima.jpg").write_bytes(content)
    assert checked(tmp_path) == []
    [worker] = load(tmp_path / "config.toml", {}).programme.workers
    assert worker.photo == tmp_path / "fatima.jpg"


@pytest.mark.parametrize(
    ("content", "what", "remedy"),
    [
        (None, "there is no file", "leave photo out"),
        (b"GIF89a" + b"\0" * 20, "neither JPEG nor PNG", "save it as"),
        (b"", "neither JPEG nor PNG", "save it as"),
        (JPEG.ljust(MOST_BYTES + 1, b"\0"), "larger than 5 MB", "make it smaller"),
    ],
)
def test_a_photo_that_cannot_be_shown_is_told_with_its_line_and_a_remedy(
    tmp_path: Path, content: bytes | None, what: str, remedy: str
) -> None:
    if content is not None:
        (tmp_path / "fatima.jpg").write_bytes(content)
    [fault] = checked(tmp_path)
    assert fault.line == line_of(TEXT, "photo")
    assert what in fault.what
    assert str(tmp_path / "fatima.jpg") in fault.what
    assert remedy in fault.remedy


def test_a_folder_in_place_of_a_photo_is_told(tmp_path: Path) -> None:
    (tmp_path / "fatima.jpg").mkdir()
    [fault] = checked(tmp_path)
    assert "cannot be read" in fault.what


def test_a_photo_is_looked_at_beside_tables_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "fatima.jpg").write_bytes(b"GIF89a")
    [fault] = checked(tmp_path, TEXT.replace('region = "Noord"', 'region = "Oost"'))
    assert "neither JPEG nor PNG" in fault.what
