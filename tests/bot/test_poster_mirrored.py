"""Arabic on paper: letters joined, the sheet mirrored."""

import json
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from subprocess import run

import pytest
from PIL import Image

from bot.config import Config, load
from bot.poster import poster

PROGRAMME = Path(__file__).parents[2] / "bot" / "demo" / "programme.toml"
WIDTHS = """
import json
from bot.paper import fitting
joined, apart = "\\u0628\\u0628\\u0628", "\\u0628\\u200c\\u0628\\u200c\\u0628"
print(json.dumps([fitting(each, 20, 999, bold=False)[1] for each in (joined, apart)]))
"""


def test_letters_are_joined() -> None:
    ran = run([sys.executable, "-c", WIDTHS], capture_output=True, text=True, check=True)
    joined, apart = json.loads(ran.stdout)
    assert joined < 0.8 * apart


@pytest.fixture
def config() -> Config:
    return load(PROGRAMME, {}, fill={"telegram": {"token": "1:demo"}})


@pytest.mark.parametrize(("language", "on_the_right"), [("ar", True), ("tr", False)])
async def test_the_code_stands_where_reading_begins(
    config: Config, language: str, on_the_right: bool
) -> None:
    drawn = await poster(config, "linde", language, "inloop_bot", "png", date(2026, 11, 24))

    image = Image.open(BytesIO(drawn)).convert("L")
    black = image.point([255] + [0] * 255).getbbox()
    assert black is not None
    assert (black[0] > image.width / 2) is on_the_right
    assert (black[2] < image.width / 2) is not on_the_right
