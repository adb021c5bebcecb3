"""The digest's chart, drawn in a child process so that matplotlib never loads into the bot."""

from collections.abc import Sequence
from io import BytesIO
from textwrap import fill
from typing import TYPE_CHECKING, Any

from bot.drawing import LONGEST, DrawingError, answer, drawn

if TYPE_CHECKING:  # the child that draws needs no words
    from matplotlib.axes import Axes

    from flows.screen import Picture
    from flows.texts import Texts

ChartError = DrawingError
ROOM, LINE, MOST_LINE, SQUARE = 1.0, 0.26, 0.5, 4.0
"""Inches: title and axis; the least and the most for one bar; a picture as high as it is wide.

Fifty schools are as readable as nine topics, and a single one is no wall of colour.
"""
WIDE, LABEL = 52, 18
"""Signs of a title and of a label on one line."""
TICKS = 5
_MARKS = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f"))


async def draw(
    title: str, rows: Sequence[tuple[str, int, int]], *, floor: int = 0, mirrored: bool = False
) -> bytes:
    """Draw horizontal bars with error bars, each with its number.

    Args:
        title: Above the bars.
        rows: (label, value, spread) from top to bottom; spread is half the error bar.
        floor: A number below it is written as "<" and this.
        mirrored: For who reads from right to left: bars grow to the left.

    Returns:
        A PNG 1000 dots wide, and at most as high up to eleven bars; readable on a phone.

    Raises:
        ChartError: The child process failed, or took over a minute.
    """
    task = {"title": title, "rows": list(rows), "floor": floor, "mirrored": mirrored}
    return await drawn("bot.chart", task, LONGEST)


async def painted(picture: "Picture", texts: "Texts", language: str) -> bytes:
    """Draw a screen's chart in a language; the same bytes whenever and for whomever.

    Raises:
        ChartError: As `draw`.
    """
    from flows.demand.words import FLOOR  # noqa: PLC0415  not in the child
    from flows.texts import direction  # noqa: PLC0415

    rows = [(texts.say(language, label), n, spread) for label, n, spread in picture.cells]
    mirrored = direction(language) == "rtl"
    return await draw(texts.say(language, picture.title), rows, floor=FLOOR, mirrored=mirrored)


def paint(
    title: str, rows: Sequence[tuple[str, int, int]], floor: int = 0, *, mirrored: bool = False
) -> bytes:
    """Draw in this process; imports matplotlib."""
    from matplotlib.figure import Figure  # noqa: PLC0415  only here, it is heavy

    height = max(ROOM + LINE * len(rows), min(SQUARE, ROOM + MOST_LINE * len(rows)))
    figure = Figure(figsize=(4, height), dpi=250, layout="constrained")
    axes = figure.subplots()
    _bars(axes, rows)
    _numbers(axes, rows, floor, mirrored=mirrored)
    _furnish(axes, len(rows), mirrored=mirrored)
    place = {"x": 0.99, "ha": "right"} if mirrored else {"x": 0.01, "ha": "left"}
    figure.suptitle(fill(_unmarked(title), WIDE), fontsize=9, **place)
    image = BytesIO()
    figure.savefig(image, format="png")
    return image.getvalue()


def _bars(axes: "Axes", rows: Sequence[tuple[str, int, int]]) -> None:
    values = [value for _, value, _ in rows]
    spreads = [spread for _, _, spread in rows]
    below = [min(spread, value) for value, spread in zip(values, spreads, strict=True)]
    bars = {"color": "#0072B2", "ecolor": "#D55E00", "capsize": 3, "height": 0.62}
    axes.barh(range(len(rows)), values, xerr=(below, spreads), **bars)  # type: ignore[arg-type]
    axes.set_yticks(range(len(rows)), [fill(_plain(label), LABEL) for label, _, _ in rows])


def _numbers(
    axes: "Axes", rows: Sequence[tuple[str, int, int]], floor: int, *, mirrored: bool
) -> None:
    """Behind each error bar its number."""
    widest = max((value + spread for _, value, spread in rows), default=1)
    axes.set_xlim(0, 1.15 * max(widest, 1))
    for n, (_, value, spread) in enumerate(rows):
        said = f"<{floor}" if value < floor else str(value)
        apart, side = (-4, "right") if mirrored else (4, "left")
        axes.annotate(
            said, (value + spread, n), (apart, 0), textcoords="offset points", ha=side, va="center",
            fontsize=9,
        )  # fmt: skip


def _furnish(axes: "Axes", bars: int, *, mirrored: bool) -> None:
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415

    axes.set_ylim(bars - 0.5, -0.5)
    axes.xaxis.set_major_locator(MaxNLocator(TICKS, integer=True))
    axes.tick_params(labelsize=10)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.grid(axis="x", alpha=0.3)
    axes.set_axisbelow(True)
    if mirrored:
        axes.invert_xaxis()
        axes.yaxis.tick_right()


def _unmarked(text: str) -> str:
    """Without the marks that keep values apart in Arabic, which chart fonts show as boxes."""
    return text.translate(_MARKS)


def _plain(label: str) -> str:
    """A label without its pictogram, which chart fonts lack."""
    label = _unmarked(label)
    first, _, rest = label.partition(" ")
    return rest if rest and not any(each.isalpha() for each in first) else label


def _asked(task: Any) -> bytes:
    rows = [tuple(row) for row in task["rows"]]
    return paint(task["title"], rows, task["floor"], mirrored=task["mirrored"])


if __name__ == "__main__":
    answer(_asked)
