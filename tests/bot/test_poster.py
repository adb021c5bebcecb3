"""What hangs on the wall and on the door. The picture itself is for people to judge."""

import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import segno
from PIL import Image

from bot.config import Config, load
from bot.demo.run import PROGRAMME
from bot.drawing import DrawingError, drawn
from bot.errors import OperatorError
from bot.leaving import reassigned
from bot.poster import Form, Kind, poster
from bot.posters import poster_of
from tests.bot.office import JEROEN_TOO, TEXT, Office
from tests.town import TUESDAY

TODAY = date(2026, 11, 22)
USERNAME = "inloop_waterstad_bot"


@pytest.fixture(scope="module")
def config() -> Config:
    return load(PROGRAMME, {}, fill={"telegram": {"token": "1:demo"}})


async def made(
    config: Config, form: Form, kind: Kind = "wall", school: str = "linde", language: str = "nl"
) -> bytes:
    return await poster(config, school, language, USERNAME, form, TODAY, kind)


async def test_a_picture_is_a4_with_the_code_of_the_school_s_link(config: Config) -> None:
    image = Image.open(BytesIO(await made(config, "png"))).convert("L")

    assert image.size == (1653, 2338)
    assert _code(image) == [
        [bool(each) for each in row]
        for row in segno.make(
            f"https://t.me/{USERNAME}?start=s_linde_h4VqT9mZ", error="m", micro=False
        ).matrix
    ]
    assert "matplotlib" not in sys.modules


async def test_the_door_s_card_has_a_code_that_asks_and_opens_nothing(config: Config) -> None:
    image = Image.open(BytesIO(await made(config, "png", "door"))).convert("L")
    payload = config.programme.schools[0].feedback_link

    assert _code(image) == [
        [bool(each) for each in row]
        for row in segno.make(
            f"https://t.me/{USERNAME}?start={payload}", error="m", micro=False
        ).matrix
    ]
    assert "h4VqT9mZ" not in payload


async def test_a_pdf_is_one_page_of_a4_the_same_whenever_it_is_made(config: Config) -> None:
    first = await made(config, "pdf", school="windkant", language="en")
    again = await made(config, "pdf", school="windkant", language="en")

    assert first.startswith(b"%PDF-1.")
    assert first == again
    assert first.count(b"/Type /Page ") == 1
    box = first.partition(b"/MediaBox [")[2].partition(b"]")[0]
    assert [round(float(each)) for each in box.split()] == [0, 0, 595, 842]


async def test_a_school_without_hours_gets_a_poster_too(config: Config) -> None:
    empty = config.model_copy(update={"schedules": ()})
    assert (await made(empty, "png")).startswith(b"\x89PNG")


async def test_long_names_and_many_hours_still_fit(config: Config, tmp_path: Path) -> None:
    text = PROGRAMME.read_text("utf-8").replace('name = "Mike"', f'name = "{"Maximiliaan " * 4}"')
    text = text.replace('room = "Gymkamer"', f'room = "{"Lokaal " * 8}"')
    text = text.replace('school = "windkant"\nroom', 'school = "linde"\nroom')
    (tmp_path / "config.toml").write_text(text)
    crowded = load(tmp_path / "config.toml", {}, fill={"telegram": {"token": "1:demo"}})
    image = Image.open(BytesIO(await made(crowded, "png"))).convert("L")
    rim = [image.getpixel((x, y)) for x in (20, 1640) for y in range(700, 2330)]
    assert set(rim) == {255}


@pytest.mark.parametrize(
    ("school", "language", "sentence"),
    [
        ("eik", "nl", "There is no school eik: the config lists linde"),
        ("linde", "xx", "There are no texts in language xx: write one of "),
    ],
)
async def test_a_school_or_language_that_is_none_is_one_sentence(
    config: Config, school: str, language: str, sentence: str
) -> None:
    with pytest.raises(OperatorError) as refused:
        await made(config, "pdf", school=school, language=language)
    assert str(refused.value).startswith(sentence)


async def test_a_child_that_fails_or_dawdles_is_an_error() -> None:
    with pytest.raises(DrawingError, match="title"):
        await drawn("bot.posting", {"mirrored": False, "below": []})
    with pytest.raises(DrawingError, match="over a minute"):
        await drawn("bot.posting", {}, longest=0.05)


def _code(image: Image.Image) -> list[list[bool]]:
    """The modules of the code in a picture: nothing else is as black."""
    black = image.point([255] + [0] * 255)
    box = black.getbbox()
    if box is None:
        return []
    modules = _modules(black.crop(box))
    one = (box[2] - box[0]) / modules
    middles = [int((n + 0.5) * one) for n in range(modules)]
    return [[black.getpixel((box[0] + x, box[1] + y)) == 255 for x in middles] for y in middles]


def _modules(code: Image.Image) -> int:
    """How many there are on a side: the first row begins with seven dark ones.

    Source: ISO/IEC 18004, 5.3.3 (finder pattern).
    """
    first = [code.getpixel((x, 3)) == 255 for x in range(code.width)]
    return round(7 * code.width / first.index(False))


async def test_the_hours_are_those_of_the_database(tmp_path: Path) -> None:
    office = Office(
        tmp_path, TEXT.replace("[programme]", 'username = "inloop_bot"\n[programme]', 1)
    )

    async def drawn_now() -> bytes:
        content, aside = await poster_of(office.config, "linde", "nl", ".png", TUESDAY, door=False)
        assert aside == ""
        return content

    both = await drawn_now()
    await reassigned(office.config, "fatima", None, TUESDAY)
    assert await drawn_now() != both
    without = TEXT[: TEXT.index("[[schedules]]")] + JEROEN_TOO
    office.writes(without.replace("[programme]", 'username = "inloop_bot"\n[programme]', 1))
    assert await drawn_now() == await poster(
        office.config, "linde", "nl", "inloop_bot", "png", TUESDAY.date()
    )
