"""`inloop poster`: what hangs on the wall and on the door of a school, in one language.

The words and the code are put together here; `bot.posting` paints them in a child process.
"""

from dataclasses import asdict, dataclass
from datetime import date, time
from itertools import groupby
from typing import Literal

import segno
from babel.dates import format_date

from bot.config import Config
from bot.drawing import drawn
from bot.errors import OperatorError
from bot.listed import known_school
from bot.telegram.links import deep_link
from flows.changes import NO_CHANGES, Changes
from flows.hours.changed import with_changes
from flows.hours.ordinary import Hour, OrdinaryWeek, ordinary_week
from flows.programme import School
from flows.screen import Line, Value
from flows.texts import Texts, direction, known_languages

Form = Literal["pdf", "png"]
Kind = Literal["wall", "door"]
_A_MONDAY = date(2024, 1, 1)
_FROM_RIGHT = "\u200f"
"""So that of two times or names the first one stands right."""
_ON_WALL = ("poster-scan", "poster-scan-today", "poster-scan-book", "poster-scan-app")
_ON_DOOR = ("door-scan", "door-scan-ask", "door-scan-count", "poster-scan-app")


@dataclass(frozen=True, slots=True)
class Row:
    """One stretch of a weekday: the day only with its first one."""

    day: str
    time: str
    place: str
    who: str
    aside: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that stands on a sheet, in words; `code` is a QR code, dark is 1, without rim."""

    kind: Kind
    form: Form
    mirrored: bool
    title: str
    walk_in: str
    below: list[str]
    school: str
    hours: str
    rows: list[Row]
    more: str
    code: list[list[int]]
    beside: list[str]
    foot: list[str]


async def poster(
    config: Config,
    school: str,
    language: str,
    username: str,
    form: Form,
    today: date,
    kind: Kind = "wall",
    changes: Changes = NO_CHANGES,
) -> bytes:
    """A sheet of A4 for a school: the hours of an ordinary week and "just walk in" first.

    Args:
        config: Where the hours stand.
        school: The id of a school.
        language: Of all words; one that Inloop has texts in.
        username: The bot's name in links, without the @.
        form: PDF, or PNG at 200 dots an inch.
        today: A local date; the hours that run then count, and it is printed small.
        kind: The poster for a wall, with the QR code of the school's link, or the card for a
            door, whose code asks how it was and opens nothing.
        changes: What was changed about the hours since the config.

    Raises:
        OperatorError: No such school, or no texts in this language.
        DrawingError: It could not be drawn.
    """
    asked = known_school(config.programme, school)
    if language not in known_languages():
        known = ", ".join(known_languages())
        raise OperatorError(f"There are no texts in language {language}: write one of {known}.")
    week = ordinary_week(with_changes(config.programme, changes), asked.id, today)
    words = _Words(Texts([language], config.programme.zone), language)
    made = format_date(today, "d MMMM y", locale=language)
    link = deep_link(username, asked.link if kind == "wall" else asked.feedback_link)
    sheet = _sheet(words, asked, week, kind, form, link)
    sheet.foot.append(words("poster-made", programme=config.programme.about.name, on=made))
    return await drawn("bot.posting", asdict(sheet))


@dataclass(frozen=True, slots=True)
class _Words:
    texts: Texts
    language: str

    def __call__(self, text_id: str, **values: Value) -> str:
        return self.texts.say(self.language, Line(text_id, values))


def _sheet(
    say: _Words, school: School, week: OrdinaryWeek, kind: Kind, form: Form, link: str
) -> Sheet:
    on_wall = kind == "wall"
    scan = _ON_WALL if on_wall else _ON_DOOR
    return Sheet(
        kind=kind,
        form=form,
        mirrored=direction(say.language) == "rtl",
        title=say("poster-title" if on_wall else "door-title"),
        walk_in=say("poster-walk-in"),
        below=[say("poster-no-need")] if on_wall else [say("door-shut"), say("door-wait")],
        school=school.name,
        hours=say("poster-hours" if week.hours else "poster-no-hours"),
        rows=_rows(say, week.hours),
        more=say("poster-more") if week.has_more else "",
        code=_code(link),
        beside=[say(each) for each in scan],
        foot=[say("poster-danger")],
    )


def _rows(say: _Words, hours: tuple[Hour, ...]) -> list[Row]:
    rows: list[Row] = []
    lead = _FROM_RIGHT if direction(say.language) == "rtl" else ""
    for weekday, of_day in groupby(hours, key=lambda each: each.weekday):
        name = format_date(_A_MONDAY.replace(day=1 + weekday), "EEEE", locale=say.language)
        for n, each in enumerate(of_day):
            span = f"{lead}{_clock(each.start)} – {_clock(each.end)}"
            who = f"{lead}{', '.join(each.workers)}"
            rows.append(Row("" if n else name, span, each.room, who, _aside(say, each)))
    return rows


def _clock(at: time) -> str:
    return f"{at.hour}:{at.minute:02}"


def _aside(say: _Words, hour: Hour) -> str:
    """What keeps somebody from just walking in at this time."""
    told = []
    if hour.every_other_week:
        told.append(say("poster-other-week"))
    if not hour.walk_in:
        told.append(say("poster-booked"))
    return ", ".join(told)


def _code(link: str) -> list[list[int]]:
    """A QR code that still reads when a seventh of it is dirty.

    Source: ISO/IEC 18004, error correction level M.
    """
    return [list(row) for row in segno.make(link, error="m", micro=False).matrix]
