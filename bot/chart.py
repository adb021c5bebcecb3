"""The digest's chart, drawn in a child process so that matplotlib never loads into the bot."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from bot.drawing import LONGEST, DrawingError, answer, drawn

ChartError = DrawingError


async def draw(title: str, rows: Sequence[tuple[str, int, int]]) -> bytes:
    """Draw horizontal bars with error bars.

    Args:
        title: Above the bars.
        rows: (label, value, spread) from top to bottom; spread is half the error bar.

    Returns:
        A PNG of 1000 x 1000 dots at most, readable on a phone.

    Raises:
        ChartError: The child process failed, or took over a minute.
    """
    return await drawn("bot.chart", {"title": title, "rows": list(rows)}, LONGEST)


def paint(title: str, rows: Sequence[tuple[str, int, int]]) -> bytes:
    """Draw in this process; imports matplotlib."""
    import matplotlib as mpl  # noqa: PLC0415  only here, it is heavy

    mpl.use("Agg")
    from matplotlib import pyplot as plt  # noqa: PLC0415
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415

    labels = [_plain(label) for label, _, _ in rows]
    values = [value for _, value, _ in rows]
    spreads = [spread for _, _, spread in rows]
    below = [min(spread, value) for value, spread in zip(values, spreads, strict=True)]
    figure, axes = plt.subplots(figsize=(4, 4), dpi=250, layout="constrained")
    bars = {"color": "#0072B2", "ecolor": "#D55E00", "capsize": 3, "height": 0.62}
    axes.barh(labels, values, xerr=(below, spreads), **bars)  # type: ignore[arg-type]
    axes.invert_yaxis()
    figure.suptitle(title, fontsize=9, x=0.01, ha="left")
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.tick_params(labelsize=10)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.grid(axis="x", alpha=0.3)
    axes.set_axisbelow(True)
    image = BytesIO()
    figure.savefig(image, format="png")
    return image.getvalue()


def _plain(label: str) -> str:
    """A label without its pictogram, which chart fonts lack."""
    first, _, rest = label.partition(" ")
    return rest if rest and not any(each.isalpha() for each in first) else label


def _asked(task: Any) -> bytes:
    return paint(task["title"], [tuple(row) for row in task["rows"]])


if __name__ == "__main__":
    answer(_asked)
