"""The digest's chart, drawn in a child process so that matplotlib never loads into the bot."""

from collections.abc import Sequence
from io import BytesIO
from textwrap import fill
from typing import TYPE_CHECKING, Any

from bot.drawing import LONGEST, DrawingError, answer, drawn

if TYPE_CHECKING:  # the child that draws needs no words
    from flows.screen import Picture
    from flows.texts import Texts

ChartError = DrawingError
ROOM, LINE = 1.0, 0.26
"""Inches for title and axis, and for one bar: fifty schools are as readable as nine topics."""
WIDE = 52
"""Signs of a title on one line."""
_MARKS = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f"))


async def draw(title: str, rows: Sequence[tuple[str, int, int]]) -> bytes:
    """Draw horizontal bars with error bars.

    Args:
        title: Above the bars.
        rows: (label, value, spread) from top to bottom; spread is half the error bar.

    Returns:
        A PNG 1000 dots wide, and as high up to twelve bars; readable on a phone.

    Raises:
        ChartError: The child process failed, or took over a minute.
    """
    return await drawn("bot.chart", {"title": title, "rows": list(rows)}, LONGEST)


async def painted(picture: "Picture", texts: "Texts", language: str) -> bytes:
    """Draw a screen's chart in a language; the same bytes whenever and for whomever.

    Raises:
        ChartError: As `draw`.
    """
    rows = [(texts.say(language, label), n, spread) for label, n, spread in picture.cells]
    return await draw(texts.say(language, picture.title), rows)


def paint(title: str, rows: Sequence[tuple[str, int, int]]) -> bytes:
    """Draw in this process; imports matplotlib."""
    from matplotlib.figure import Figure  # noqa: PLC0415  only here, it is heavy
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415

    labels = [_plain(label) for label, _, _ in rows]
    height = max(4.0, ROOM + LINE * len(rows))
    values = [value for _, value, _ in rows]
    spreads = [spread for _, _, spread in rows]
    below = [min(spread, value) for value, spread in zip(values, spreads, strict=True)]
    figure = Figure(figsize=(4, height), dpi=250, layout="constrained")
    axes = figure.subplots()
    bars = {"color": "#0072B2", "ecolor": "#D55E00", "capsize": 3, "height": 0.62}
    places = range(len(rows))
    axes.barh(places, values, xerr=(below, spreads), **bars)  # type: ignore[arg-type]
    axes.set_yticks(places, labels)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    figure.suptitle(fill(_unmarked(title), WIDE), fontsize=9, x=0.01, ha="left")
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.tick_params(labelsize=10)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.grid(axis="x", alpha=0.3)
    axes.set_axisbelow(True)
    image = BytesIO()
    figure.savefig(image, format="png")
    return image.getvalue()


def _unmarked(text: str) -> str:
    """Without the marks that keep values apart in Arabic, which chart fonts show as boxes."""
    return text.translate(_MARKS)


def _plain(label: str) -> str:
    """A label without its pictogram, which chart fonts lack."""
    label = _unmarked(label)
    first, _, rest = label.partition(" ")
    return rest if rest and not any(each.isalpha() for each in first) else label


def _asked(task: Any) -> bytes:
    return paint(task["title"], [tuple(row) for row in task["rows"]])


if __name__ == "__main__":
    answer(_asked)
