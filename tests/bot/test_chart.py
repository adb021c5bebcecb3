"""The chart: a picture drawn beside the bot, and what happens when it cannot be."""

import asyncio
import sys
from pathlib import Path

import pytest

from bot import chart
from bot.chart import ChartError, draw, painted
from flows.screen import Line, Picture
from flows.texts import Texts, known_languages
from tests.town import ZONE

PNG = b"\x89PNG\r\n\x1a\n"
ROWS = [("🏠 Thuis", 12, 7), ("💶 Geld, wonen", 0, 7), ("Niet gezegd", 3, 7)]


async def test_a_chart_is_a_png_for_a_phone_and_the_same_whenever_drawn() -> None:
    image, again = await asyncio.gather(draw("Vragen", ROWS), draw("Vragen", ROWS))

    assert image == again
    assert image.startswith(PNG)
    width, height = _size(image)
    assert 0 < width <= 1000
    assert 0 < height <= 1000
    assert "matplotlib" not in sys.modules


def _size(image: bytes) -> tuple[int, int]:
    return int.from_bytes(image[16:20]), int.from_bytes(image[20:24])


async def test_its_height_follows_its_bars_and_its_width_never_the_words() -> None:
    """One bar is no wall of colour; fifty are readable; a long name breaks."""
    long = "Tussenschool Zilverzand + De Windkant aan het water"
    images = [await draw("Per school", [(long, 121, 4)] * n) for n in (1, 6, 50)]
    assert [_size(each) for each in images] == [(1000, 375), (1000, 1000), (1000, 3500)]


async def test_it_is_mirrored_for_who_reads_from_right_to_left() -> None:
    """The words of the picture are the same, so only the side can differ."""
    picture = Picture(
        Line("digest-name", {"name": "x"}), ((Line("digest-name", {"name": "y"}), 9, 2),)
    )
    texts = Texts(known_languages(), ZONE)
    dutch, arabic = await painted(picture, texts, "nl"), await painted(picture, texts, "ar")
    assert dutch == await draw("x", [("y", 9, 2)], floor=5)
    assert arabic == await draw("x", [("y", 9, 2)], floor=5, mirrored=True)
    assert dutch != arabic


async def test_a_small_number_is_written_as_below_the_floor() -> None:
    bars = [await draw("x", [("y", 4, 2)], floor=each) for each in (0, 4, 5)]
    assert bars[0] == bars[1] != bars[2]


async def test_a_child_that_fails_is_an_error() -> None:
    with pytest.raises(ChartError):
        await draw("Vragen", [("Thuis", "twelve", 7)])  # type: ignore[list-item]


async def test_a_child_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chart, "LONGEST", 0.05)

    with pytest.raises(ChartError, match="over a minute"):
        await draw("Vragen", ROWS)

    assert _children() == []


async def test_when_the_bot_stops_its_child_does_too() -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await draw("Vragen", ROWS)

    assert _children() == []


def _children() -> list[str]:
    """Command lines of child processes that draw."""
    found = []
    for task in Path("/proc/self/task").glob("*/children"):
        for child in task.read_text().split():
            line = Path(f"/proc/{child}/cmdline")
            if line.exists() and b"bot.chart" in line.read_bytes():
                found.append(child)
    return found
