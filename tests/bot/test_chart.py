"""The chart: a picture drawn beside the bot, and what happens when it cannot be."""

import asyncio
import sys
from pathlib import Path

import pytest

from bot import chart
from bot.chart import ChartError, draw

PNG = b"\x89PNG\r\n\x1a\n"
ROWS = [("🏠 Thuis", 12, 7), ("💶 Geld, wonen", 0, 7), ("Niet gezegd", 3, 7)]


async def test_a_chart_is_a_png_for_a_phone_and_the_same_whenever_drawn() -> None:
    image, again = await asyncio.gather(draw("Vragen", ROWS), draw("Vragen", ROWS))

    assert image == again
    assert image.startswith(PNG)
    width, height = (int.from_bytes(image[at : at + 4]) for at in (16, 20))
    assert 0 < width <= 1000
    assert 0 < height <= 1000
    assert "matplotlib" not in sys.modules


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
