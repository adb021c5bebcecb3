"""A sheet of A4 to write and draw on; imports matplotlib, so only a child process does.

Lengths are in millimetres, from the upper left corner, sizes of letters in points.
"""

from functools import lru_cache
from io import BytesIO
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import FancyBboxPatch, Rectangle
from matplotlib.textpath import TextPath

WIDTH, HEIGHT, RIM = 210.0, 297.0, 14.0
POINT = 25.4 / 72
INK, PAPER, GREY = "#10242B", "#FFFFFF", "#4A5C63"
LEAST_POINTS = 8.0
_INCH, _DOTS = 25.4, 200


class Paper:
    """A sheet to write on; everything turns round where one reads from right to left."""

    def __init__(self, *, mirrored: bool) -> None:
        self.figure = Figure(figsize=(WIDTH / _INCH, HEIGHT / _INCH), dpi=_DOTS)
        self.axes: Axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set(xlim=(0, WIDTH), ylim=(HEIGHT, 0), aspect="equal")
        self.axes.axis("off")
        self._mirrored = mirrored

    def text(
        self, x: float, y: float, words: str, points: float, *,
        colour: str = INK, bold: bool = False, width: float = WIDTH - 2 * RIM, end: bool = False,
    ) -> float:  # fmt: skip
        """Write words on a base line, smaller where they would be wider than `width`.

        What is too wide even in the smallest letters loses its end.

        Returns:
            How wide they are.
        """
        points, wide = fitting(words, points, width, bold=bold)
        while wide > width and len(words) > 1:
            words = f"{words.rstrip('…')[:-1].rstrip()}…"
            points, wide = fitting(words, points, width, bold=bold)
        side = "right" if end is not self._mirrored else "left"
        self.axes.text(
            self.across(x), y, words, color=colour, fontsize=points, ha=side, va="baseline",
            fontweight="bold" if bold else "normal", parse_math=False,
        )  # fmt: skip
        return wide

    def across(self, x: float) -> float:
        """A place from the side on which reading begins."""
        return WIDTH - x if self._mirrored else x

    def left(self, x: float, wide: float) -> float:
        """The left edge of something that begins at `x`."""
        return WIDTH - x - wide if self._mirrored else x

    def box(
        self, x: float, y: float, wide: float, high: float, colour: str, *, round_by: float = 0
    ) -> None:
        """A filled box."""
        corner = (self.left(x, wide), y)
        style = f"round,pad=0,rounding_size={round_by}"
        shape = (
            FancyBboxPatch(corner, wide, high, boxstyle=style, color=colour, lw=0)
            if round_by
            else Rectangle(corner, wide, high, color=colour, lw=0)
        )
        self.axes.add_patch(shape)

    def saved(self, form: str) -> bytes:
        """The sheet as a file, without the moment at which it was made."""
        image = BytesIO()
        made: dict[str, Any] = {"CreationDate": None} if form == "pdf" else {"Software": None}
        self.figure.savefig(image, format=form, metadata=made, facecolor=PAPER)
        return image.getvalue()


def fitting(words: str, points: float, width: float, *, bold: bool) -> tuple[float, float]:
    """The size at which words are no wider than asked, and how wide they are then."""
    if not words.strip():
        return points, 0.0
    per_point = _width_of_a_point(words, bold=bold)
    points = max(min(points, width / per_point), LEAST_POINTS)
    return points, per_point * points


@lru_cache(maxsize=512)
def _width_of_a_point(words: str, *, bold: bool) -> float:
    font = FontProperties(weight="bold" if bold else "normal")
    outline = TextPath((0, 0), words, size=100, prop=font)
    return float(outline.get_extents().x1) / 100 * POINT
