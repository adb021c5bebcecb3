"""`inloop poster`: which sheet, in which form, and whose link."""

from datetime import datetime
from typing import Literal

from bot.config import Config
from bot.drawing import DrawingError
from bot.errors import OperatorError
from bot.invitations import username_of
from bot.ports import changes_of
from bot.poster import poster
from flows.hours.presence import local_date

FORMS: dict[str, Literal["pdf", "png"]] = {".pdf": "pdf", ".png": "png"}


async def poster_of(
    config: Config, school: str, language: str, ending: str, now: datetime, *, door: bool
) -> tuple[bytes, str]:
    """A school's poster or door card, drawn with the hours as they were changed.

    Returns:
        The sheet, and a sentence when only the config could be asked; else nothing.

    Raises:
        OperatorError: No such school, language or form; no name of the bot; or it was not drawn.
    """
    form = FORMS.get(ending.lower())
    if form is None:
        raise OperatorError("A poster is a PDF or a PNG: let --out end in .pdf or .png.")
    name = await username_of(config)
    changes, aside = await changes_of(config, now)
    today = local_date(now, config.programme.zone)
    kind: Literal["wall", "door"] = "door" if door else "wall"
    try:
        drawn = await poster(config, school, language, name, form, today, kind, changes)
    except DrawingError as fault:
        raise OperatorError(f"The poster could not be drawn: {fault}.") from None
    return drawn, aside
