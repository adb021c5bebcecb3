"""Paints a sheet of `bot.poster` on A4; runs in a child process, for matplotlib is heavy."""

import warnings
from typing import Any, NamedTuple

import matplotlib as mpl
from matplotlib.patches import Circle, PathPatch, Polygon
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from bot.drawing import answer
from bot.paper import GREY, HEIGHT, INK, LEAST_POINTS, PAPER, POINT, RIM, WIDTH, Paper, fitting

_BLUE, _YELLOW, _SOFT = "#0B4F6C", "#FFC93C", "#EAF3F6"
_HOURS_HEAD, _MORE = 20.0, 12.0
_GOOD_ROW, _MOST_ROW = 10.0, 22.0
_MOST_POINTS = 28.0
_GAP, _WIDEST_PLACE, _WIDEST_WHO = 6.0, 50.0, 70.0
_SMALLER = 0.72
"""How much smaller names may be than the rest of their row."""
_LEAST_CODE, _MOST_CODE = 58.0, 84.0


def paint(sheet: dict[str, Any]) -> bytes:
    """Paint a sheet, given as `bot.poster.Sheet` says."""
    mpl.rcParams.update({"font.family": "DejaVu Sans", "pdf.fonttype": 42, "svg.hashsalt": "x"})
    paper = Paper(mirrored=sheet["mirrored"])
    top = _head(paper, sheet)
    bottom = _below(paper, sheet, top)
    _hours(paper, sheet, top, bottom)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")
        return paper.saved(sheet["form"])


def _head(paper: Paper, sheet: dict[str, Any]) -> float:
    """Title and "just walk in" on a field of colour; gives where it ends."""
    high = 75.0 + 12.0 * (len(sheet["below"]) - 1)
    paper.box(0, 0, WIDTH, high, _BLUE)
    _door(paper, WIDTH - RIM - 17, 8)
    paper.text(RIM, 29, sheet["title"], 52, colour=PAPER, bold=True, width=152)
    points, wide = fitting(sheet["walk_in"], 38, WIDTH - 2 * RIM - 14, bold=True)
    paper.box(RIM, 38, wide + 14, 21, _YELLOW, round_by=4)
    paper.text(RIM + 7, 52.8, sheet["walk_in"], points, bold=True)
    for n, words in enumerate(sheet["below"]):
        paper.text(RIM, 69.5 + 12 * n, words, 24, colour=PAPER)
    return high


def _door(paper: Paper, x: float, y: float) -> None:
    """An open door with light behind it."""
    paper.box(x, y, 17, 24, _YELLOW)
    leaf = [(x, y), (x + 10, y + 3.5), (x + 10, y + 27.5), (x, y + 24)]
    points = [(paper.across(across), down) for across, down in leaf]
    paper.axes.add_patch(Polygon(points, closed=True, facecolor=PAPER, lw=0))
    paper.axes.add_patch(Circle((paper.across(x + 8), y + 16), 0.9, color=_BLUE, lw=0))


def _hours(paper: Paper, sheet: dict[str, Any], top: float, bottom: float) -> None:
    """The school's name and its hours, as large as the room between two heights allows."""
    _, wide = fitting(sheet["school"], 26, 110, bold=True)
    paper.text(RIM, top + 15, sheet["school"], 26, bold=True, colour=_BLUE, width=110)
    paper.text(RIM + wide + 5, top + 15, sheet["hours"], 20, width=WIDTH - 2 * RIM - wide - 5)
    rows, start = sheet["rows"], top + _HOURS_HEAD
    room = bottom - start - (_MORE if sheet["more"] else 3)
    high = min(_MOST_ROW, room / max(1, len(rows)))
    columns = _columns(rows, min(_MOST_POINTS, high * 2.05))
    shade = False
    for n, row in enumerate(rows):
        shade = not shade if row["day"] else shade
        if shade:
            paper.box(RIM - 4, start + n * high, WIDTH - 2 * RIM + 8, high, _SOFT)
        _hour(paper, row, start + n * high + high / 2, columns)
    if sheet["more"]:
        paper.text(RIM, start + len(rows) * high + 7, sheet["more"], 15, colour=GREY)


class _Columns(NamedTuple):
    """Where times, places and names begin, and the size that lets days and times fit."""

    points: float
    time: float
    place: float
    who: float


def _columns(rows: list[dict[str, str]], most: float) -> _Columns:
    points = most
    while True:
        day, time, place = (
            max((fitting(row[key], points, WIDTH, bold=bold)[1] for row in rows), default=0)
            for key, bold in (("day", True), ("time", False), ("place", True))
        )
        starts = RIM + day + _GAP, RIM + day + time + 2 * _GAP
        names = max((_names(row, points) for row in rows), default=0)
        who = starts[1] + min(place, _WIDEST_PLACE) + _GAP
        if who + min(names, _WIDEST_WHO) <= WIDTH - RIM or points <= LEAST_POINTS:
            return _Columns(points, *starts, who)
        points -= 0.5


def _names(row: dict[str, str], points: float) -> float:
    """The room that names need: in full size alone, smaller with what is said beside them."""
    alone = fitting(row["who"], points, WIDTH, bold=False)[1]
    return max(alone, fitting(_who(row), points * _SMALLER, WIDTH, bold=False)[1])


def _who(row: dict[str, str]) -> str:
    return ", ".join(filter(None, (row["who"], row["aside"])))


def _hour(paper: Paper, row: dict[str, str], middle: float, columns: _Columns) -> None:
    points = columns.points
    base = middle + points * POINT * 0.36
    paper.text(RIM, base, row["day"], points, bold=True)
    paper.text(columns.time, base, row["time"], points)
    paper.text(columns.place, base, row["place"], points, bold=True, width=_WIDEST_PLACE)
    paper.text(columns.who, base, _who(row), points, colour=GREY, width=WIDTH - RIM - columns.who)


def _below(paper: Paper, sheet: dict[str, Any], top: float) -> float:
    """Code and small print at the foot; gives where they begin."""
    for n, words in enumerate(reversed(sheet["foot"])):
        paper.text(RIM, HEIGHT - 8 - 6 * n, words, 9 + 4 * n, colour=GREY)
    begin = HEIGHT - 10 - 6 * len(sheet["foot"])
    if not sheet["code"]:
        return begin
    spare = begin - top - _HOURS_HEAD - _MORE - len(sheet["rows"]) * _GOOD_ROW - 12
    side = max(_LEAST_CODE, min(_MOST_CODE, spare))
    top = begin - side - 6
    paper.box(RIM - 4, top, WIDTH - 2 * RIM + 8, side + 6, _SOFT, round_by=5)
    _code(paper, sheet["code"], RIM - 1, top + 3, side)
    left, middle = RIM + side + 6, top + 3 + side / 2
    lines = zip(sheet["beside"], (-17, -3, 9, 21), (24, 19, 19, 13), strict=True)
    for n, (words, down, points) in enumerate(lines):
        colour = (_BLUE, INK, INK, GREY)[n]
        width = WIDTH - RIM - left
        paper.text(left, middle + down, words, points, colour=colour, bold=n == 0, width=width)
    return top


def _code(paper: Paper, dark: list[list[int]], x: float, y: float, side: float) -> None:
    """A QR code on white with the four light modules around it that readers need.

    Source: ISO/IEC 18004, quiet zone.
    """
    paper.box(x, y, side, side, PAPER)
    one = side / (len(dark) + 8)
    left = paper.left(x, side)
    squares = [
        Path.unit_rectangle().transformed(
            Affine2D().scale(one).translate(left + (column + 4) * one, y + (line + 4) * one)
        )
        for line, row in enumerate(dark)
        for column, is_dark in enumerate(row)
        if is_dark
    ]
    whole = Path.make_compound_path(*squares)
    paper.axes.add_patch(PathPatch(whole, facecolor="#000000", lw=0, antialiased=False))


if __name__ == "__main__":
    answer(paint)
